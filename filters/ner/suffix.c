/*
 * Case suffixes.  Hindi writes them apart; Gujarati, Marathi, Bengali and
 * the Dravidian languages write them on the name: અસ્તાનામાં "in Astana".
 * What is sure comes off any name; what may as well be the name's own end
 * (অনিল, Stalin in Tamil) only where a list knows what is left.
 */
#include <string.h>

#include "brahmi.h"
#include "suffix.h"
#include "token.h"
#include "utf8.h"

enum { MAYBE, SURE };

struct suffix {
	const char	*text;
	int		 letters;	/* that must be left, at least */
	int		 sure;
	const char	*tail;		/* put back in its place, or NULL */
	const char	*after;		/* one of these before it, or NULL */
};

/* Longest first in each list, among those that end alike. */
static const struct suffix deva[] = {		/* Hindi, where it is glued */
	{ "में", 3, SURE, NULL, NULL }, { "से", 3, MAYBE, NULL, NULL },
	{ "ने", 3, MAYBE, NULL, NULL }, { "को", 3, MAYBE, NULL, NULL },
	{ "का", 3, MAYBE, NULL, NULL }, { "की", 3, MAYBE, NULL, NULL },
	{ "के", 3, MAYBE, NULL, NULL }, { "पर", 3, MAYBE, NULL, NULL }
};
static const struct suffix marathi[] = {
	{ "ांच्यासाठी", 2, SURE, NULL, NULL }, { "ांच्याशी", 2, SURE, NULL, NULL },
	{ "ांच्यासह", 2, SURE, NULL, NULL }, { "ांच्या", 2, SURE, NULL, NULL },
	{ "ंच्यासाठी", 2, SURE, NULL, NULL }, { "ंच्याशी", 2, SURE, NULL, NULL },
	{ "ंच्या", 2, SURE, NULL, NULL }, { "च्या", 2, SURE, NULL, NULL },
	{ "ांकडून", 2, SURE, NULL, NULL }, { "ंकडून", 2, SURE, NULL, NULL },
	{ "कडून", 2, SURE, NULL, NULL }, { "ांकडे", 2, SURE, NULL, NULL },
	{ "ंकडे", 2, SURE, NULL, NULL }, { "कडे", 3, SURE, NULL, NULL },
	{ "मध्ये", 2, SURE, NULL, NULL }, { "मधील", 2, SURE, NULL, NULL },
	{ "मधून", 2, SURE, NULL, NULL }, { "साठी", 3, SURE, NULL, NULL },
	{ "पासून", 2, SURE, NULL, NULL }, { "पर्यंत", 2, SURE, NULL, NULL },
	{ "ातील", 2, MAYBE, NULL, NULL }, { "तील", 3, SURE, NULL, NULL },
	{ "ांनी", 2, SURE, NULL, NULL }, { "ंनी", 2, SURE, NULL, NULL },
	{ "नी", 3, MAYBE, NULL, NULL }, { "ांना", 2, SURE, NULL, NULL },
	{ "ंना", 2, SURE, NULL, NULL }, { "ांचा", 2, SURE, NULL, NULL },
	{ "ंचा", 2, SURE, NULL, NULL }, { "चा", 3, SURE, NULL, NULL },
	{ "ांची", 2, SURE, NULL, NULL }, { "ंची", 2, SURE, NULL, NULL },
	{ "ची", 3, SURE, NULL, NULL }, { "ांचे", 2, SURE, NULL, NULL },
	{ "ंचे", 2, SURE, NULL, NULL }, { "चे", 3, SURE, NULL, NULL },
	{ "ांशी", 2, SURE, NULL, NULL }, { "ंशी", 2, SURE, NULL, NULL },
	{ "हून", 3, SURE, NULL, NULL }, { "ाने", 3, MAYBE, NULL, NULL },
	{ "ने", 3, SURE, NULL, NULL }, { "ाला", 3, MAYBE, NULL, NULL },
	{ "ला", 4, SURE, NULL, "ीईिु" }, { "ला", 3, MAYBE, NULL, NULL },
	{ "वर", 3, MAYBE, NULL, NULL }, { "ात", 3, MAYBE, NULL, NULL },
	{ "त", 3, MAYBE, NULL, NULL }, { "स", 3, MAYBE, NULL, NULL },
	{ "ी", 4, MAYBE, NULL, NULL }
};
static const struct suffix gujr[] = {
	{ "માંથી", 2, SURE, NULL, NULL }, { "થી", 3, SURE, NULL, NULL },
	{ "માં", 2, SURE, NULL, NULL }, { "નાં", 2, SURE, NULL, NULL },
	{ "નું", 2, SURE, NULL, NULL }, { "ઓને", 3, SURE, NULL, NULL },
	{ "ને", 2, SURE, NULL, NULL }, { "વાળા", 2, SURE, NULL, NULL },
	{ "ના", 3, SURE, NULL, NULL }, { "ની", 3, SURE, NULL, NULL },
	{ "નો", 3, SURE, NULL, NULL }, { "એ", 2, SURE, NULL, NULL },
	{ "ે", 4, SURE, NULL, NULL }
};
static const struct suffix beng[] = {
	{ "ৰপৰা", 2, SURE, NULL, NULL }, { "দের", 3, SURE, NULL, NULL },
	{ "য়ের", 3, SURE, NULL, NULL }, { "এর", 2, SURE, NULL, NULL },
	{ "ের", 3, SURE, NULL, NULL }, { "র", 3, SURE, NULL, "ী" },
	{ "র", 2, MAYBE, NULL, NULL }, { "ৰ", 3, SURE, NULL, "ী" },
	{ "ৰ", 2, MAYBE, NULL, NULL }, { "কে", 3, SURE, NULL, NULL },
	{ "তে", 3, SURE, NULL, "ীিুো" }, { "তে", 3, MAYBE, NULL, NULL },
	{ "লৈ", 3, SURE, NULL, NULL }, { "য়", 3, MAYBE, NULL, NULL },
	{ "ত", 3, MAYBE, NULL, NULL }, { "ক", 3, MAYBE, NULL, NULL },
	{ "য়ে", 3, MAYBE, NULL, NULL }, { "ে", 3, MAYBE, NULL, NULL }
};
static const struct suffix guru[] = {
	{ "ਵਿੱਚ", 2, SURE, NULL, NULL }, { "ਵਿਚ", 3, SURE, NULL, NULL },
	{ "ਓਂ", 3, SURE, NULL, NULL }, { "ੋਂ", 3, SURE, NULL, NULL },
	{ "ਨੂੰ", 2, SURE, NULL, NULL }, { "ਤੋਂ", 3, SURE, NULL, NULL },
	{ "ਨੇ", 3, MAYBE, NULL, NULL }, { "ਦੇ", 3, MAYBE, NULL, NULL },
	{ "ਦੀ", 3, MAYBE, NULL, NULL }, { "ਦਾ", 3, MAYBE, NULL, NULL },
	{ "ੇ", 3, MAYBE, NULL, NULL }
};
static const struct suffix orya[] = {
	{ "ଙ୍କଠାରୁ", 2, SURE, NULL, NULL }, { "ଙ୍କର", 2, SURE, NULL, NULL },
	{ "ଙ୍କୁ", 2, SURE, NULL, NULL }, { "ଙ୍କ", 2, SURE, NULL, NULL },
	{ "ମାନେ", 3, SURE, NULL, NULL }, { "ଠାରୁ", 2, SURE, NULL, NULL },
	{ "ରୁ", 3, MAYBE, NULL, NULL }, { "ରେ", 3, SURE, NULL, NULL },
	{ "କୁ", 3, SURE, NULL, NULL }, { "ର", 3, MAYBE, NULL, NULL }
};
static const struct suffix taml[] = {
	{ "யிலிருந்து", 2, SURE, NULL, NULL }, { "விலிருந்து", 2, SURE, NULL, "ா" },
	{ "த்திலிருந்து", 2, SURE, "ம்", NULL },
	{ "ிலிருந்து", 3, SURE, "்", NULL }, { "த்துக்கு", 2, SURE, "ம்", NULL },
	{ "யுக்கு", 2, SURE, NULL, NULL }, { "வுக்கு", 2, SURE, NULL, "ா" },
	{ "ுக்கு", 3, SURE, "்", NULL }, { "க்கு", 3, SURE, NULL, NULL },
	{ "யுடன்", 2, SURE, NULL, NULL }, { "வுடன்", 2, SURE, NULL, "ா" },
	{ "ுடன்", 3, SURE, "்", NULL }, { "யிடம்", 2, SURE, NULL, NULL },
	{ "விடம்", 2, SURE, NULL, "ா" }, { "ிடம்", 3, SURE, "்", NULL },
	{ "த்தில்", 2, SURE, "ம்", NULL }, { "யில்", 3, SURE, NULL, NULL },
	{ "வில்", 2, SURE, NULL, "ா" }, { "ில்", 3, MAYBE, "்", NULL },
	{ "த்தின்", 2, SURE, "ம்", NULL }, { "யின்", 3, SURE, NULL, NULL },
	{ "வின்", 2, SURE, NULL, "ா" }, { "ின்", 3, MAYBE, "்", NULL },
	{ "யால்", 3, SURE, NULL, NULL }, { "வால்", 2, SURE, NULL, "ா" },
	{ "ால்", 3, MAYBE, "்", NULL }, { "யும்", 3, SURE, NULL, NULL },
	{ "வும்", 2, SURE, NULL, "ா" }, { "ும்", 4, SURE, "்", NULL },
	{ "த்தை", 2, SURE, "ம்", NULL }, { "யை", 3, SURE, NULL, NULL },
	{ "வை", 2, SURE, NULL, "ா" }, { "ை", 3, MAYBE, "்", NULL }
};
static const struct suffix telu[] = {
	{ "లోని", 3, SURE, NULL, NULL }, { "తో", 3, SURE, NULL, NULL },
	{ "లో", 3, SURE, NULL, NULL }, { "నుంచి", 2, SURE, NULL, NULL },
	{ "నుండి", 2, SURE, NULL, NULL }, { "యొక్క", 2, SURE, NULL, NULL },
	{ "వద్ద", 3, SURE, NULL, NULL }, { "లకు", 4, SURE, NULL, NULL },
	{ "కు", 3, SURE, NULL, NULL }, { "కి", 3, SURE, NULL, NULL },
	{ "పై", 3, SURE, NULL, NULL }, { "లను", 4, SURE, NULL, NULL },
	{ "ను", 3, MAYBE, NULL, NULL }, { "ని", 3, MAYBE, NULL, NULL }
};
static const struct suffix knda[] = {
	{ "ರವರನ್ನು", 3, SURE, NULL, NULL }, { "ಯವರನ್ನು", 2, SURE, NULL, NULL },
	{ "ಅವರನ್ನು", 3, SURE, NULL, NULL }, { "ಯವರಿಗೆ", 2, SURE, NULL, NULL },
	{ "ಅವರಿಗೆ", 3, SURE, NULL, NULL }, { "ಯವರು", 2, SURE, NULL, NULL },
	{ "ರವರು", 3, SURE, NULL, NULL }, { "ಅವರು", 3, SURE, NULL, NULL },
	{ "ಯವರ", 2, SURE, NULL, NULL }, { "ರವರ", 3, SURE, NULL, NULL },
	{ "ಅವರ", 3, SURE, NULL, NULL }, { "ದಲ್ಲಿನ", 3, SURE, NULL, NULL },
	{ "ದಲ್ಲಿ", 3, SURE, NULL, NULL }, { "ನಲ್ಲಿ", 3, SURE, NULL, NULL },
	{ "ಯಲ್ಲಿ", 2, SURE, NULL, NULL }, { "ಯನ್ನು", 2, SURE, NULL, NULL },
	{ "ವನ್ನು", 3, SURE, NULL, NULL }, { "ನನ್ನು", 3, SURE, NULL, NULL },
	{ "ದೊಂದಿಗೆ", 3, SURE, NULL, NULL }, { "ಯೊಂದಿಗೆ", 2, SURE, NULL, NULL },
	{ "ನೊಂದಿಗೆ", 3, SURE, NULL, NULL }, { "ದಿಂದ", 3, SURE, NULL, NULL },
	{ "ಯಿಂದ", 2, SURE, NULL, NULL }, { "ನಿಂದ", 3, SURE, NULL, NULL },
	{ "ಕ್ಕೆ", 3, SURE, NULL, NULL }, { "ನಿಗೆ", 3, MAYBE, NULL, NULL },
	{ "ಗೆ", 3, SURE, NULL, NULL }, { "ನ್ನು", 3, SURE, NULL, NULL },
	{ "ನ", 3, MAYBE, NULL, NULL }, { "ದ", 3, MAYBE, NULL, NULL },
	{ "ಯ", 3, MAYBE, NULL, NULL }
};
static const struct suffix mlym[] = {
	{ "ത്തിലെ", 2, SURE, "ം", NULL }, { "യിലെ", 2, SURE, NULL, NULL },
	{ "ത്തിലേക്ക്", 2, SURE, "ം", NULL }, { "യിലേക്ക്", 2, SURE, NULL, NULL },
	{ "ിലേക്ക്", 3, SURE, "്", NULL }, { "ത്തിൽ", 2, SURE, "ം", NULL },
	{ "യിൽ", 3, SURE, NULL, NULL }, { "വിൽ", 3, MAYBE, NULL, NULL },
	{ "ിൽ", 3, MAYBE, "്", NULL }, { "യുടെ", 2, SURE, NULL, NULL },
	{ "യുമായി", 2, SURE, NULL, NULL }, { "ുമായി", 3, SURE, "്", NULL },
	{ "ത്തിന്റെ", 2, SURE, "ം", NULL }, { "ിന്റെ", 3, MAYBE, "്", NULL },
	{ "ന്റെ", 3, SURE, "ൻ", NULL }, { "യെ", 3, SURE, NULL, NULL },
	{ "വിനെ", 3, MAYBE, "വ്", NULL }, { "ിനെ", 3, MAYBE, "്", NULL },
	{ "നെ", 3, MAYBE, "ൻ", NULL }, { "യോട്", 2, SURE, NULL, NULL },
	{ "യ്ക്ക്", 2, SURE, NULL, NULL }, { "ക്ക്", 3, MAYBE, NULL, NULL }
};

#define LIST(a)	{ (a), sizeof(a) / sizeof((a)[0]) }

static const struct list {
	const struct suffix	*s;
	size_t			 n;
} by_block[] = {
	[BRAHMI_DEVA] = LIST(deva),
	[BRAHMI_BENG] = LIST(beng),
	[BRAHMI_GURU] = LIST(guru),
	[BRAHMI_GUJR] = LIST(gujr),
	[BRAHMI_ORYA] = LIST(orya),
	[BRAHMI_TAML] = LIST(taml),
	[BRAHMI_TELU] = LIST(telu),
	[BRAHMI_KNDA] = LIST(knda),
	[BRAHMI_MLYM] = LIST(mlym)
}, in_marathi = LIST(marathi);

/* The code point before p, 0 at the start; Brahmi letters are three bytes. */
static uint32_t
before(const char *from, const char *p)
{
	if (p - from < 3 || (unsigned char)p[-3] < 0xe0)
		return 0;
	p -= 3;
	return utf8_step(&p);
}

/* Suffixes are those of the last letter's script: SCOમાં is Gujarati. */
static const struct list *
suffixes(struct str name, int mr)
{
	uint32_t c = name.n < 3 ? 0 : before(name.p, name.p + name.n);

	if (c == 0 || !brahmi_is(c))
		return NULL;
	return mr && brahmi_block(c) == BRAHMI_DEVA ? &in_marathi :
	    &by_block[brahmi_block(c)];
}

static int
is_after(uint32_t c, const char *letters)
{
	const char *e = letters + strlen(letters);

	while (letters < e)
		if (utf8_step(&letters) == c)
			return 1;
	return 0;
}

/* Bytes that are left of a name without this suffix, 0 if it has not got
 * it. */
static size_t
without(struct str name, const struct suffix *s)
{
	size_t n = strlen(s->text), left;
	const char *p;
	uint32_t c;

	if (name.n <= n)
		return 0;
	left = name.n - n;
	p = name.p + left;
	if (p[n - 1] != s->text[n - 1] || memcmp(p, s->text, n) != 0)
		return 0;
	c = before(name.p, p);
	if (s->after != NULL && !is_after(c, s->after))
		return 0;
	/* What a virama binds to the letter before is no suffix; a joiner
	 * between says that it is one: டிசம்பர், డిసెంబర్‌లో. */
	if (c != 0 && brahmi_is(c) && brahmi_class(c) == BRAHMI_VIRAMA &&
	    brahmi_block(c) <= BRAHMI_ORYA)
		return 0;
	if (c == 0x200c || c == 0x200d)
		left -= 3;
	while (p > name.p && p[-1] != ' ')
		p--;
	if (p > name.p + left || utf8_count(p,
	    (size_t)(name.p + left - p)) < (size_t)s->letters)
		return 0;
	return left;
}

/* The name that is left, in b. */
static void
leave(struct buf *b, struct str name, size_t left, const struct suffix *s)
{
	buf_clear(b);
	buf_put(b, name.p, left);
	if (s->tail != NULL)
		buf_cstr(b, s->tail);
}

void
suffix_name(struct buf *b, struct str name, int mr,
    int (*known)(const void *, struct str), const void *arg)
{
	const struct list *l = suffixes(name, mr);
	size_t i, left;

	buf_clear(b);
	buf_str(b, name);
	if (l == NULL || (known != NULL && known(arg, name)))
		return;
	for (i = 0; known != NULL && i < l->n; i++)
		if ((left = without(name, &l->s[i])) > 0) {
			leave(b, name, left, &l->s[i]);
			if (known(arg, buf_slice(b)))
				return;
		}
	for (i = 0; i < l->n; i++)
		if (l->s[i].sure && (left = without(name, &l->s[i])) > 0) {
			leave(b, name, left, &l->s[i]);
			return;
		}
	buf_clear(b);
	buf_str(b, name);
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

/* By its last letter, from U+0900 on, which of the above may fit. */
#define LOOSE	(sizeof(loose) / sizeof(loose[0]))
_Static_assert(LOOSE <= 32, "a bit each");
static uint32_t by_last[0x80];

static void
fill_by_last(void)
{
	size_t i;

	for (i = 0; i < LOOSE; i++)
		by_last[loose[i].f[loose[i].n - 1] & 0x7f] |=
		    UINT32_C(1) << i;
}

/* Longest first above, so the first that fits is the one. */
size_t
suffix_stem(const uint16_t *f, size_t n)
{
	uint32_t m;
	size_t i, k, len;

	if (n < 4 || f[n - 1] < 0x902 || f[n - 1] > 0x94b)
		return n;
	if (by_last[0x3e] == 0)
		fill_by_last();
	for (m = by_last[f[n - 1] & 0x7f]; m != 0; m &= m - 1) {
		i = (size_t)__builtin_ctz(m);
		len = loose[i].n;
		for (k = 1; k < len && f[n - 1 - k] == loose[i].f[len - 1 - k];)
			k++;
		if (k == len && n >= len + 3)
			return n - len;
	}
	return n;
}
