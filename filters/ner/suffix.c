/*
 * Case suffixes.  Hindi writes them apart; Gujarati, Marathi, Bengali and
 * the Dravidian languages write them on the name: અસ્તાનામાં "in Astana".
 */
#include <string.h>

#include "brahmi.h"
#include "suffix.h"
#include "token.h"
#include "utf8.h"

struct suffix {
	const char	*text;
	int		 letters;	/* that must be left, at least */
};

/* Longest first in each list. */
static const struct suffix gujr[] = {
	{ "માંથી", 2 }, { "ઓને", 3 }, { "વાળા", 2 }, { "માં", 2 }, { "નાં", 2 },
	{ "નું", 2 }, { "થી", 3 }, { "ના", 3 }, { "ની", 3 }, { "નો", 3 },
	{ "ને", 2 }, { "એ", 2 }, { "ે", 4 }
};
static const struct suffix beng[] = {
	{ "দের", 3 }, { "কে", 3 }, { "তে", 3 }, { "ের", 3 }, { "র", 4 }
};
static const struct suffix telu[] = {
	{ "లోని", 3 }, { "తో", 3 }, { "లో", 3 }, { "కు", 3 }, { "కి", 3 },
	{ "ను", 3 }, { "ని", 3 }
};
static const struct suffix knda[] = {
	{ "ದಲ್ಲಿ", 3 }, { "ನಲ್ಲಿ", 3 }, { "ಅವರ", 3 }, { "ಗೆ", 3 }, { "ನ್ನು", 3 }
};
static const struct suffix mlym[] = {
	{ "യിൽ", 3 }, { "യുടെ", 3 }, { "ന്റെ", 3 }, { "ിൽ", 3 }
};
static const struct suffix orya[] = {
	{ "ଙ୍କୁ", 2 }, { "ଙ୍କ", 2 }, { "ରେ", 3 }, { "କୁ", 3 }
};

#define LIST(a)	{ (a), sizeof(a) / sizeof((a)[0]) }

static const struct {
	const struct suffix	*s;
	size_t			 n;
} by_block[] = {
	[BRAHMI_DEVA] = { NULL, 0 },
	[BRAHMI_BENG] = LIST(beng),
	[BRAHMI_GURU] = { NULL, 0 },
	[BRAHMI_GUJR] = LIST(gujr),
	[BRAHMI_ORYA] = LIST(orya),
	[BRAHMI_TAML] = { NULL, 0 },
	[BRAHMI_TELU] = LIST(telu),
	[BRAHMI_KNDA] = LIST(knda),
	[BRAHMI_MLYM] = LIST(mlym)
};

/* Brahmi letters of the nine blocks are three bytes each. */
static int
ends_in_virama(const char *p, size_t n)
{
	uint32_t c;

	if (n < 3 || (unsigned char)p[n - 3] < 0xe0)
		return 0;
	p += n - 3;
	c = utf8_step(&p);
	return brahmi_is(c) && brahmi_class(c) == BRAHMI_VIRAMA;
}

/* Suffixes are those of the last letter's script: SCOમાં is Gujarati. */
size_t
suffix_cut(struct str name)
{
	const char *p;
	enum brahmi_block b;
	size_t i, n;
	uint32_t c;

	if (name.n < 3 || (unsigned char)name.p[name.n - 3] < 0xe0)
		return name.n;
	p = name.p + name.n - 3;
	if (!brahmi_is(c = utf8_step(&p)))
		return name.n;
	b = brahmi_block(c);
	for (i = 0; i < by_block[b].n; i++) {
		const struct suffix *s = &by_block[b].s[i];

		n = strlen(s->text);
		if (name.n <= n || memcmp(name.p + name.n - n, s->text, n) != 0)
			continue;
		/* Letters of the last word that are left. */
		p = name.p + name.n - n;
		while (p > name.p && p[-1] != ' ')
			p--;
		if (utf8_count(p, (size_t)(name.p + name.n - n - p)) <
		    (size_t)s->letters)
			continue;
		/* What a virama binds to the letter before is no suffix. */
		if (ends_in_virama(name.p, name.n - n))
			continue;
		return name.n - n;
	}
	return name.n;
}

/* In folded letters; those of all languages together. */
static const struct {
	uint16_t	f[4];
	uint16_t	n;
} loose[] = {
	{ { 0x91a, 0x94d, 0x92f, 0x93e }, 4 }, { { 0x92e, 0x93e, 0x902 }, 3 },
	{ { 0x928, 0x941, 0x902 }, 3 }, { { 0x928, 0x93e }, 2 },
	{ { 0x928, 0x940 }, 2 }, { { 0x928, 0x94b }, 2 },
	{ { 0x928, 0x947 }, 2 }, { { 0x925, 0x940 }, 2 },
	{ { 0x91a, 0x93e }, 2 }, { { 0x91a, 0x940 }, 2 },
	{ { 0x91a, 0x947 }, 2 }, { { 0x932, 0x93e }, 2 },
	{ { 0x915, 0x947 }, 2 }, { { 0x932, 0x94b }, 2 },
	{ { 0x915, 0x941 }, 2 }, { { 0x90f }, 1 }, { { 0x947 }, 1 },
	{ { 0x924 }, 1 }, { { 0x930 }, 1 }
};

/* Longest first above, so the first that fits is the one. */
size_t
suffix_stem(const uint16_t *f, size_t n)
{
	size_t i, k, len;

	if (n < 4 || f[n - 1] < 0x902 || f[n - 1] > 0x94b)
		return n;
	for (i = 0; i < sizeof(loose) / sizeof(loose[0]); i++) {
		len = loose[i].n;
		for (k = 0; k < len && f[n - 1 - k] == loose[i].f[len - 1 - k];)
			k++;
		if (k == len && n >= len + 3)
			return n - len;
	}
	return n;
}
