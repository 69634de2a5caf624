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

size_t
suffix_cut(struct str name)
{
	const char *p = name.p;
	enum brahmi_block b;
	size_t i, n;
	uint32_t c;

	if (name.n == 0 || !brahmi_is(c = utf8_step(&p)))
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
		/* A vowel sign comes off a consonant only. */
		p = name.p + name.n - n - 3;
		if (brahmi_class(utf8_step(&p)) == BRAHMI_VIRAMA)
			continue;
		return name.n - n;
	}
	return name.n;
}

/* In folded letters; those of all languages together. */
static const uint16_t loose[][4] = {
	{ 0x92e, 0x93e, 0x902 }, { 0x928, 0x93e }, { 0x928, 0x940 },
	{ 0x928, 0x941, 0x902 }, { 0x928, 0x94b }, { 0x928, 0x947 },
	{ 0x925, 0x940 }, { 0x90f }, { 0x947 }, { 0x91a, 0x94d, 0x92f, 0x93e },
	{ 0x91a, 0x93e }, { 0x91a, 0x940 }, { 0x91a, 0x947 }, { 0x932, 0x93e },
	{ 0x924 }, { 0x915, 0x947 }, { 0x930 }, { 0x932, 0x94b },
	{ 0x915, 0x941 }
};

size_t
suffix_stem(const uint16_t *f, size_t n)
{
	size_t i, k, best = 0;

	for (i = 0; i < sizeof(loose) / sizeof(loose[0]); i++) {
		for (k = 0; k < 4 && loose[i][k] != 0;)
			k++;
		if (k > best && n >= k + 3 &&
		    memcmp(f + n - k, loose[i], k * sizeof(*f)) == 0)
			best = k;
	}
	return n - best;
}
