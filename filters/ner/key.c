/*
 * Name keys.  A letter is worth one class, whatever script it stands in:
 * लावरोव, લવરોવ and Lavrov are all LVRV.
 */
#include <string.h>

#include "brahmi.h"
#include "key.h"
#include "uni.h"
#include "utf8.h"

/* Devanagari consonants from ka U+0915 to ha U+0939; '-' is silent. */
static const char brahmi_code[] = "KKGGNCCJJNTTDDNTTDDNNPFBBM-RRLLLVSSS-";

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
	{ 0x645, 'M' }, { 0x646, 'N' }, { 0x6ba, 'N' }, { 0x6bb, 'N' }
};

/* The names of Latin letters, as initials are spoken: folded Devanagari. */
static const char *const initials[] = {
	"ए", "बी", "सी", "डी", "ई", "एफ", "जी", "एच", "आई", "आय", "जे", "के", "एल",
	"एम", "एन", "ओ", "पी", "क्यू", "आर", "एस", "टी", "यू", "वी", "डब्ल्यू",
	"एक्स", "वाई", "वाय", "जेड", "डॉ", "श्री", "श्रीमती", "प्रो", "पं", "स्व", "मो"
};

/* The key of one part as it grows. */
struct part {
	char	k[64];
	size_t	n;
};

static void
put(struct part *p, char code)
{
	if (p->n < sizeof(p->k) && (p->n == 0 || p->k[p->n - 1] != code))
		p->k[p->n++] = code;
}

/* A nasal takes the place of the lip sound after it: मुंबई, Mumbai. */
static void
nasal(struct part *p, char next)
{
	put(p, next == 'P' || next == 'B' || next == 'F' ? 'M' : 'N');
}

static char
brahmi_letter(uint32_t c)
{
	c = brahmi_deva(c);
	return c >= 0x915 && c <= 0x939 ? brahmi_code[c - 0x915] : 0;
}

static void
brahmi(struct part *p, const char *s, const char *e, uint32_t c)
{
	enum brahmi_class k = brahmi_class(c);
	char code;
	int i;

	if (k == BRAHMI_VOWEL) {
		if (p->n == 0)
			put(p, 'A');
	} else if (k == BRAHMI_SIGN) {
		if ((c & 0x7f) == 3)
			return;			/* visarga */
		/* A vowel sign or so may stand between; not more. */
		for (i = 0; i < 4 && s < e && (c = utf8_step(&s)) != 0 &&
		    brahmi_class(c) != BRAHMI_CONSONANT; i++)
			;
		nasal(p, s <= e && brahmi_is(c) ? brahmi_letter(c) : 0);
	} else if (k == BRAHMI_CONSONANT) {
		code = c >= 0xd7a && c <= 0xd7f ? "NNRLLK"[c - 0xd7a] :
		    c == 0x9f0 ? 'R' : c == 0x9f1 ? 'V' :
		    (c & 0x7f) == 0x5f ? '-' : (c & 0x7f) >= 0x58 &&
		    (c & 0x7f) < 0x5f ? "KKGJDDF"[(c & 0x7f) - 0x58] :
		    brahmi_letter(c);
		if (code == '-')
			code = p->n == 0 ? ((c & 0x7f) == 0x39 ? 'H' : 'A') : 0;
		if (code == 'N' && s + 3 < e) {
			const char *q = s;

			/* न् before a lip sound. */
			c = utf8_step(&q);
			if ((c & 0x7f) == 0x4d && q < e) {
				nasal(p, brahmi_letter(utf8_step(&q)));
				return;
			}
		}
		if (code != 0)
			put(p, code);
	}
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

/* One Latin letter at s, with the one after it; returns the letters used. */
static size_t
latin(struct part *p, const char *s, const char *e)
{
	static const char plain[] = "-B-D-FG--JKLMN-PKRST-VV--J";
	int c = small(s, e), d = small(s + 1, e);

	if (is_vowel(c) || c == 'y') {
		if (p->n == 0)
			put(p, 'A');
		return 1;
	}
	if (c == 'h') {
		if (p->n == 0)
			put(p, 'H');
		return 1;
	}
	if (c == 'x') {
		put(p, 'K');
		put(p, 'S');
		return 1;
	}
	if (c == 'c') {
		put(p, d == 'h' ? 'C' : d == 'e' || d == 'i' || d == 'y' ?
		    'S' : 'K');
		return d == 'h' ? 2 : 1;
	}
	if (c == 'p' && d == 'h') {
		put(p, 'F');
		return 2;
	}
	if (c == 'z' || (c == 'd' && d == 'j')) {
		put(p, 'J');
		return c == 'z' ? 1 : 2;
	}
	if (c == 'n' && (d == 'p' || d == 'b'))
		put(p, 'M');
	else
		put(p, plain[c - 'a']);
	return 1;
}

static void
other(struct part *p, uint32_t c)
{
	size_t i;

	for (i = 0; i < sizeof(arabic) / sizeof(arabic[0]); i++)
		if (arabic[i].c == c) {
			put(p, arabic[i].code);
			return;
		}
	if (p->n == 0 && (c == 0x648))
		put(p, 'V');
	else if (p->n == 0 && uni_is_alpha(c))
		put(p, 'A');
}

static int
is_initial(const char *s, const char *e)
{
	char deva[48];
	size_t n = 0, i;
	const char *q = s;
	uint32_t c;

	if (e - s == 1)
		return 1;
	while (q < e && n + 4 < sizeof(deva)) {
		c = utf8_step(&q);
		n += utf8_put(deva + n, brahmi_is(c) ? brahmi_deva(c) : c);
	}
	for (i = 0; q == e && i < sizeof(initials) / sizeof(initials[0]); i++)
		if (str_eq((struct str){ deva, n }, str_of(initials[i])))
			return 1;
	return 0;
}

static void
part_key(struct part *p, const char *s, const char *e)
{
	const char *q;
	uint32_t c;

	p->n = 0;
	while (s < e) {
		q = s;
		c = utf8_step(&q);
		if (c < 0x80)
			s += (c | 32) >= 'a' && (c | 32) <= 'z' ?
			    latin(p, s, e) : 1;
		else {
			if (brahmi_is(c))
				brahmi(p, q, e, c);
			else
				other(p, c);
			s = q;
		}
	}
}

/* Where a part of a name ends: white space, a hyphen, a full stop. */
static int
parts_at(uint32_t c)
{
	return c <= ' ' || c == '-' || c == '.' || c == 0xa0 || c == ',';
}

void
key_name(struct buf *b, struct str name)
{
	const char *p = name.p, *e = name.p + name.n, *s, *q;
	size_t from = b->n;
	struct part part;
	int round;

	for (round = 0; round < 2 && b->n == from; round++)
		for (p = name.p; p < e;) {
			for (s = p; p < e;) {
				q = p;
				if (parts_at(utf8_step(&q)))
					break;
				p = q;
			}
			if (p > s && (round == 1 || !is_initial(s, p))) {
				part_key(&part, s, p);
				if (part.n > 0 && b->n > from)
					buf_putc(b, ' ');
				buf_put(b, part.k, part.n);
			}
			if (p < e)
				(void)utf8_step(&p);
		}
}
