/*
 * From letters to consonant classes.  Two steps: each script's letters give
 * sounds (K G C J T D P B F V ...), with a note of whether a vowel stood
 * between; then the sounds that the scripts cannot all tell apart become one
 * class.
 */
#include <string.h>

#include "brahmi.h"
#include "sound.h"
#include "uni.h"
#include "utf8.h"

/* Devanagari consonants from ka U+0915 to ha U+0939; '-' is a glide. */
static const char brahmi_code[] = "KKGGQCCJJNTTDDNTTDDNNPFBWM-RRLLLVSSSH";

/* Consonants of the Perso-Arabic letters in use for Urdu, Sindhi, Kashmiri. */
static const struct {
	uint16_t	c;
	char		code;
} arabic[] = {
	{ 0x628, 'B' }, { 0x67e, 'P' }, { 0x62a, 'T' }, { 0x679, 'T' },
	{ 0x62b, 'S' }, { 0x62c, 'J' }, { 0x686, 'C' }, { 0x62e, 'K' },
	{ 0x62f, 'D' }, { 0x688, 'D' }, { 0x630, 'J' }, { 0x631, 'R' },
	{ 0x691, 'R' }, { 0x632, 'J' }, { 0x698, 'J' }, { 0x633, 'S' },
	{ 0x634, 'S' }, { 0x635, 'S' }, { 0x636, 'J' }, { 0x637, 'T' },
	{ 0x638, 'J' }, { 0x63a, 'G' }, { 0x641, 'F' }, { 0x642, 'K' },
	{ 0x6a9, 'K' }, { 0x643, 'K' }, { 0x6af, 'G' }, { 0x644, 'L' },
	{ 0x645, 'M' }, { 0x646, 'N' }, { 0x6ba, 'N' }, { 0x6bb, 'N' },
	{ 0x62d, 'H' }, { 0x647, 'H' }, { 0x6c1, 'H' }, { 0x6be, 'H' }
};

/* A sound, unless it only doubles the one before. */
static void
put(struct sound *p, char code)
{
	char last = p->n > 0 && !p->vowel ? p->k[p->n - 1] : 0;

	p->vowel = 0;
	/* क्वीन is Queen, ग्वाटेमाला Guatemala. */
	if (code == last || (code == 'V' && (last == 'K' || last == 'G')))
		return;
	/* Abidjan, pitch. */
	if ((code == 'C' && last == 'T') || (code == 'J' && last == 'D'))
		p->k[p->n - 1] = code;
	else if (p->n < sizeof(p->k))
		p->k[p->n++] = code;
}

static void
vowel(struct sound *p)
{
	if (p->n == 0)
		p->k[p->n++] = 'A';
	p->vowel = 1;
}

/* The sound of a Brahmi consonant; 0 if it is none. */
static char
letter(uint32_t c)
{
	unsigned int at = c & 0x7f;

	if (c >= 0xd7a && c <= 0xd7f)
		return "NNRLLK"[c - 0xd7a];
	if (c == 0x9f0)
		return 'R';
	if (c == 0x9f1 || c == 0xb71)
		return 'V';
	if (c == 0x9ce)
		return 'T';
	if (c == 0x9af || c == 0xb2f)
		return 'J';		/* Bengali য, Odia ଯ are ja */
	if (at == 0x5f)
		return '-';
	if (at >= 0x58 && at < 0x5f)
		return "KKGJRRF"[at - 0x58];
	c = brahmi_deva(c);
	return c >= 0x915 && c <= 0x939 ? brahmi_code[c - 0x915] : 0;
}

static uint32_t
peek(const char *s, const char *e)
{
	return s < e ? utf8_step(&s) : 0;
}

/* Past joiners and nukta. */
static const char *
skip(const char *s, const char *e)
{
	const char *q;
	uint32_t c;

	for (; s < e; s = q) {
		q = s;
		c = utf8_step(&q);
		if (c != 0x200c && c != 0x200d &&
		    !(brahmi_is(c) && (c & 0x7f) == 0x3c))
			break;
	}
	return s;
}

static int
is_virama(uint32_t c)
{
	return brahmi_is(c) && brahmi_class(c) == BRAHMI_VIRAMA;
}

/* ऋ and its sign: कृष्ण, Krishna. */
static int
is_ri(uint32_t c)
{
	c = brahmi_deva(c);
	return c == 0x90b || c == 0x943 || c == 0x944 || c == 0x960;
}

static int
is_in(char code, const char *set)
{
	return code != 0 && strchr(set, code) != NULL;
}

/* The next consonant's sound; 0 if a vowel letter or the end comes first. */
static char
ahead(const char *s, const char *e)
{
	uint32_t c;
	int i;

	for (i = 0; i < 4 && s < e; i++) {
		c = utf8_step(&s);
		if (c == 0x200c || c == 0x200d)
			continue;
		if (!brahmi_is(c) || brahmi_class(c) == BRAHMI_VOWEL)
			return 0;
		if (brahmi_class(c) == BRAHMI_CONSONANT)
			return letter(c);
	}
	return 0;
}

/* Candrabindu, anusvara, tippi. */
static void
nasal(struct sound *p, const char *s, const char *e, uint32_t c)
{
	char next = ahead(s, e);
	enum brahmi_block b = brahmi_block(c);

	if (is_in(next, "PBFWM"))
		put(p, 'M');
	else if (s >= e && b >= BRAHMI_TAML)
		put(p, 'M');		/* ಮಿಝೋರಂ "Mizoram" */
	else {
		put(p, 'N');
		if (b == BRAHMI_BENG && (c & 0x7f) == 2 && !is_in(next, "KG"))
			put(p, 'G');	/* পিং "ping" */
	}
}

/*
 * Two letters that are one sound or more than their own; s is behind the
 * first, c.  Returns where to go on, NULL if it is no such pair.
 */
static const char *
pair(struct sound *p, const char *s, const char *e, uint32_t c)
{
	static const struct {
		uint16_t	first, second;
		char		code[3];
	} pairs[] = {
		{ 0x91c, 0x91e, "G" },		/* ज्ञ */
		{ 0x99c, 0x99e, "G" }, { 0xa9c, 0xa9e, "G" },
		{ 0xb1c, 0xb1e, "G" }, { 0xc1c, 0xc1e, "G" },
		{ 0xc9c, 0xc9e, "G" }, { 0xd1c, 0xd1e, "G" },
		{ 0xd31, 0xd31, "T" },		/* റ്റ is tt */
		{ 0xbb1, 0xbb1, "T" },		/* ற்ற too */
		{ 0xd28, 0xd31, "NT" },		/* ന്റ */
		{ 0xd7b, 0xd31, "NT" },
		{ 0xb13, 0xb2c, "V" }		/* ଓ୍ବ is w */
	};
	const char *q = skip(s, e), *k;
	size_t i;
	uint32_t d;

	/* ওয় is Bengali's w: ওয়াশিংটন. */
	d = peek(q, e);
	if (c == 0x993 && (d == 0x9df || d == 0x9af)) {
		(void)utf8_step(&q);
		put(p, 'V');
		return skip(q, e);
	}
	if (!is_virama(d))
		return NULL;
	(void)utf8_step(&q);
	q = skip(q, e);
	d = peek(q, e);
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i].first == c && pairs[i].second == d) {
			for (k = pairs[i].code; *k != '\0'; k++)
				put(p, *k);
			(void)utf8_step(&q);
			p->vowel = !is_virama(peek(q, e));
			p->cluster = 0;
			return q;
		}
	return NULL;
}

/*
 * Tamil has one letter for each stop and its voiced twin, and one for c and
 * s: a stop is voiced after a nasal, c only when doubled or after a nasal;
 * at the start and between vowels names are mostly foreign and voiceless.
 * ஃப is f; ட at the start stands for d.
 */
static char
tamil(const struct sound *p, uint32_t c, char code, char next)
{
	char last = p->n > 0 && !p->vowel ? p->k[p->n - 1] : 0;
	int twice = next == code || last == code;

	if (c == 0xb9a)
		return is_in(last, "NC") || next == 'C' ? 'C' : 'S';
	if (!is_in(code, "KTP"))
		return code;
	if (code == 'P' && p->aytham)
		return 'F';
	if (twice || !(is_in(last, "NM") || (c == 0xb9f && p->n == 0)))
		return code;
	return code == 'K' ? 'G' : code == 'T' ? 'D' : 'B';
}

/* What a consonant sounds like here; next is the one bound to it or 0. */
static void
consonant(struct sound *p, const char *s, const char *e, uint32_t c,
    char code, int dead)
{
	char next = dead ? ahead(s, e) : 0;

	if (code == '-' || (code == 'H' && p->n > 0)) {
		if (p->n == 0)
			vowel(p);
	} else if (code == 'Q') {		/* ङ */
		put(p, 'N');
		if (!is_in(ahead(s, e), "KG"))
			put(p, 'G');
	} else if (code == 'N' && is_in(next, "PBW"))
		put(p, 'M');
	else if (brahmi_block(c) == BRAHMI_TAML)
		put(p, tamil(p, c, code, next));
	else
		put(p, code);
}

/* The letter c, which ends at s; returns where to go on. */
static const char *
brahmi(struct sound *p, const char *s, const char *e, uint32_t c)
{
	enum brahmi_class k = brahmi_class(c);
	const char *q = pair(p, s, e, c);
	char code;
	int dead;

	if (q != NULL)
		return q;
	if (k == BRAHMI_VOWEL || k == BRAHMI_MATRA) {
		if (is_ri(c))
			put(p, 'R');
		vowel(p);
	} else if (k == BRAHMI_SIGN) {
		if (c == 0xb83)
			p->aytham = 1;
		else if ((c & 0x7f) != 3 && c != 0xa71)
			nasal(p, s, e, c);
	}
	if (k != BRAHMI_CONSONANT || (code = letter(c)) == 0)
		return s;
	q = skip(s, e);
	dead = is_virama(peek(q, e)) || (c >= 0xd7a && c <= 0xd7f) ||
	    c == 0x9ce;
	/* Nukta after the letter: ड़ ढ़ are r, য় is y. */
	if (q > s && (peek(s, e) & 0x7f) == 0x3c && brahmi_is(peek(s, e)))
		code = code == 'D' ? 'R' : c == 0x9af || c == 0xb2f ? '-' :
		    code;
	/* Ya-phala: ক্যাম্প "camp". */
	if (p->cluster && (c == 0x9af || c == 0xb2f))
		code = '-';
	consonant(p, q, e, c, code, dead);
	/* The vowel that is not written may be one. */
	p->vowel |= !dead;
	p->cluster = dead;
	p->aytham = 0;
	return s;
}

static int
is_vowel(int c)
{
	return c != 0 && strchr("aeiou", c) != NULL;
}

static int
small(const char *s, const char *e)
{
	if (s >= e || (unsigned char)*s >= 0x80)
		return 0;
	return *s >= 'A' && *s <= 'Z' ? *s + 32 : *s;
}

/* George, Argentina, Nigeria; but Gita, Geneva is let go. */
static int
soft_g(int c, int d)
{
	return (c == 'e' && (d == 0 || d == 'r' || d == 'o')) ||
	    (c == 'i' && (d == 'a' || d == 'n' || d == 'o'));
}

/* A letter that sounds by what follows it; 0 if it is not one of these. */
static size_t
latin_pair(struct sound *p, int c, int d, int f)
{
	switch (c) {
	case 'b':
		put(p, d == 'h' ? 'W' : 'B');
		return d == 'h' ? 2 : 1;
	case 'c':
		if (d == 'h') {			/* Christ; China */
			put(p, f == 'r' || f == 'l' ? 'K' : 'C');
			return 2;
		}
		put(p, d == 'e' || d == 'i' || d == 'y' ? 'S' : 'K');
		return 1;
	case 'd':
		if (d == 'j' || d == 'z' || (d == 'g' && f == 'e')) {
			put(p, 'J');
			return 2;
		}
		return 0;
	case 'g':
		put(p, soft_g(d, f) ? 'J' : 'G');
		return 1;
	case 'j':
		put(p, d == 'n' ? 'G' : 'J');	/* Jnan */
		return 1;
	case 'n':
		put(p, d == 'p' || d == 'b' ? 'M' : 'N');
		return 1;
	case 'p':
		put(p, d == 'h' ? 'F' : 'P');
		return d == 'h' ? 2 : 1;
	case 's':
		put(p, 'S');
		return d == 'c' && f == 'h' ? 3 : 1;
	case 't':
		if (d == 'c' && f == 'h')
			return 1;
		put(p, d == 'i' && f == 'o' ? 'S' : 'T');
		return 1;
	default:
		return 0;
	}
}

/* The Latin letters at s; returns how many it took. */
static size_t
latin(struct sound *p, const char *s, const char *e)
{
	/* By letter; those of latin_pair as they sound alone. */
	static const char plain[] = "-BKD-FG--JKLMN-PKRST-V---J";
	int c = small(s, e), d = small(s + 1, e), f = small(s + 2, e);
	size_t n;

	if ((n = latin_pair(p, c, d, f)) > 0)
		return n;
	if (is_vowel(c) || (c == 'y' && (p->n == 0 || !is_vowel(d))))
		vowel(p);
	else if (c == 'h') {
		if (p->n == 0)
			put(p, 'H');
	} else if (c == 'x') {
		if (p->n > 0)			/* Xi is Shi */
			put(p, 'K');
		put(p, 'S');
	} else if (c == 'w') {			/* town has none */
		if (is_vowel(d) || (d == 'h' && p->n == 0))
			put(p, 'V');
	} else if (c != 'y')
		put(p, plain[c - 'a']);
	return 1;
}

/* The ASCII letter below the marks, or 0: é, ş, ğ, ł. */
static char
base(uint32_t c)
{
	static struct buf b;
	char one[4];

	if (c == 0x141 || c == 0x142)
		return 'l';
	if (c == 0x110 || c == 0x111)
		return 'd';
	if (c == 0xdf)
		return 's';
	buf_clear(&b);
	uni_norm(UNI_NFD, (struct str){ one, utf8_put(one, c) }, &b);
	return (*b.p | 32) >= 'a' && (*b.p | 32) <= 'z' ? *b.p : 0;
}

/* A letter that is neither Brahmi nor ASCII. */
static void
other(struct sound *p, uint32_t c)
{
	size_t i;
	char a;

	if ((c >= 0xc0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00)) {
		if ((a = base(c)) == 'c' || a == 'C')
			put(p, 'C');
		else if (a != 0)
			(void)latin(p, &a, &a + 1);
		else
			vowel(p);
		return;
	}

	for (i = 0; i < sizeof(arabic) / sizeof(arabic[0]); i++)
		if (arabic[i].c == c) {
			if (arabic[i].code != 'H' || p->n == 0)
				put(p, arabic[i].code);
			p->vowel = 0;
			return;
		}
	if (p->n == 0 && c == 0x648)
		put(p, 'V');
	else if (uni_is_alpha(c))
		vowel(p);
}

/* What the scripts cannot all tell apart. */
static void
level(struct sound *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (p->k[i] == 'W')		/* bh; v in Bengali */
			p->k[i] = 'V';
		/* जनपुर, Janpur; Kanpur, कांपुर. */
		if (i > 0 && p->k[i - 1] == 'N' &&
		    (p->k[i] == 'P' || p->k[i] == 'B'))
			p->k[i - 1] = 'M';
	}
}

void
sound_part(struct sound *p, struct str word)
{
	const char *s = word.p, *e = word.p + word.n, *q;
	uint32_t c;

	memset(p, 0, sizeof(*p));
	while (s < e) {
		q = s;
		c = utf8_step(&q);
		if (c < 0x80)
			s += (c | 32) >= 'a' && (c | 32) <= 'z' ?
			    latin(p, s, e) : 1;
		else if (brahmi_is(c))
			s = brahmi(p, q, e, c);
		else {
			other(p, c);
			s = q;
		}
	}
	level(p);
}
