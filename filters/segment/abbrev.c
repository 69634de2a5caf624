/*
 * Words before a full stop.  Most short forms of the Indian scripts need no
 * list, for they are one full syllable: रु. डॉ. पं. స్వ. ക്രി.  What must be
 * listed instead are the one-syllable words that end sentences: છે.
 */
#include <stdint.h>
#include <string.h>

#include "abbrev.h"
#include "brahmi.h"
#include "look.h"
#include "utf8.h"

/* A longer word is no short form; looking no further back keeps hostile text
 * ("a.a.a. ...") linear. */
#define WORD_BYTES	120

/* Sinhala's block has an order of its own. */
static enum brahmi_class
class_of(uint32_t c)
{
	if (c >= 0xd80 && c < 0xe00) {
		if (c >= 0xd9a && c <= 0xdc6)
			return BRAHMI_CONSONANT;
		if (c >= 0xd85 && c <= 0xd96)
			return BRAHMI_VOWEL;
		if (c == 0xdca)
			return BRAHMI_VIRAMA;
		return c >= 0xdcf ? BRAHMI_MATRA : BRAHMI_SIGN;
	}
	return brahmi_class(c);
}

/* One full syllable: consonants joined by virama, at most one vowel, signs;
 * the last consonant is not dead. */
static int
syllable(const char *p, const char *e)
{
	enum brahmi_class k, last = BRAHMI_OTHER;
	int cores = 0;

	while (p < e) {
		uint32_t c = utf8_step(&p);

		if (c == 0x200c || c == 0x200d)
			continue;
		k = class_of(c);
		if (k == BRAHMI_OTHER || k == BRAHMI_DIGIT || k == BRAHMI_PUNCT)
			return 0;
		if ((k == BRAHMI_CONSONANT && last != BRAHMI_VIRAMA) ||
		    k == BRAHMI_VOWEL)
			cores++;
		last = k;
	}
	return cores == 1 && last != BRAHMI_VIRAMA;
}

static int
is_latin(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Which of the English lists has the word that starts at p, if it has a
 * capital?  -1: it has none. */
static int
capital(const char *p, const char *e)
{
	const char *q = p;

	if (p == e || *p < 'A' || *p > 'Z')
		return -1;
	while (q < e && is_latin((unsigned char)*q))
		q++;
	if (q < e && *q == '.' && q - p == 1)
		return 0;			/* an initial */
	return (int)words_find(p, q, 0);
}

/* Does a word that opens sentences come next? */
static int
opens(const struct stop *s)
{
	const char *p = s->next, *q = p;
	uint32_t c;

	if (p == s->end)
		return 0;
	if ((unsigned char)*p < 0x80) {
		int lists = capital(p, s->end);

		return lists > 0 && (lists & WORDS_OPENER) != 0;
	}
	while (q < s->end && q - p < WORD_BYTES && (unsigned char)*q > ' ' &&
	    *q != ',')
		q++;
	c = utf8_step(&p);
	return c >= 0x600 && (words_find(s->next, q, s->hint) &
	    WORDS_OPENER) != 0;
}

static int
digit_next(const struct stop *s)
{
	const char *p = s->next;

	return p < s->end && look_digit(utf8_step(&p));
}

/* Is the stop of Arabic script (U+06D4)? */
static int
is_arabic(const char *p, const char *e)
{
	return e - p >= 2 && memcmp(p, "\xdb\x94", 2) == 0;
}

/* The character before p, and where it starts. */
static const char *
back(const char *from, const char *p)
{
	if (p > from)
		do
			p--;
		while (p > from && ((unsigned char)*p & 0xc0) == 0x80);
	return p;
}

const char *
abbrev_word(const char *from, const char *e)
{
	const char *p = e;

	if (p - from > WORD_BYTES) {
		from = p - WORD_BYTES;
		while (from < p && (*from & 0xc0) == 0x80)
			from++;
	}
	while (p > from) {
		unsigned char c = (unsigned char)p[-1];

		if (c <= ' ' || c == '(' || c == '[' || c == '"' ||
		    c == '\'' || c == '-' || c == '/' || c == ',' || c == ':')
			break;
		/* “ ” ‘ ’ – — and the no-break space end a word too. */
		if (p - from >= 3 && c >= 0x90 && c <= 0x9f &&
		    memcmp(p - 3, "\xe2\x80", 2) == 0)
			break;
		if (c == 0xa0 && p - from >= 2 && (unsigned char)p[-2] == 0xc2)
			break;
		p--;
	}
	return p;
}

/* Is there at p a short part with a stop of its own?  In से.मी. the first part
 * alone would be a word that ends sentences. */
static int
goes_on(const char *p, const char *e, langs hint)
{
	const char *q = p;
	unsigned int lists;

	while (q < e && q - p < WORD_BYTES && *q != '.' &&
	    (unsigned char)*q > ' ' && !is_arabic(q, e))
		q++;
	if (q == e || q == p || (*q != '.' && !is_arabic(q, e)))
		return 0;
	lists = words_find(p, q, hint);
	return (lists & WORDS_LETTER) != 0 ||
	    (syllable(p, q) && (lists & WORDS_ENDER) == 0);
}

/* Does an initial with its stop stand before the word at p, or a number? */
static int
follows_on(const struct stop *s, const char *p)
{
	const char *q;

	while (p > s->from && p[-1] == ' ')
		p--;
	q = p = back(s->from, p);
	if (p < s->dot && utf8_step(&q) == 0xb0)	/* 8.5° से. */
		p = back(s->from, p);
	q = p;
	return (p > s->from && (*p == '.' || is_arabic(p, s->dot))) ||
	    (p < s->dot && look_digit(utf8_step(&q)));
}

static int
latin_part(const struct stop *s, const char *p, const char *e, int dotted)
{
	unsigned int lists;

	if (e - p == 1)
		return dotted || !opens(s);
	lists = words_find(p, e, 0);
	if (dotted && (lists & WORDS_DEGREE) != 0)
		return 1;
	if (lists & WORDS_ETC)
		return capital(s->next, s->end) == -1;
	if (lists & WORDS_SHORT)
		return (lists & WORDS_NEVER) != 0 || !opens(s);
	if ((lists & WORDS_NUMBERED) != 0 && digit_next(s))
		return 1;
	return (lists & WORDS_FINAL) != 0 && !opens(s);
}

/* "ले. कर्नल", "ना. मामलतदार": words that end sentences too. */
static int
before_rank(const struct stop *s, const struct word *w)
{
	const char *q = s->next;

	if (w->n != 2 || ((w->c[0] != 0x932 || w->c[1] != 0x947) &&
	    (w->c[0] != 0x928 || w->c[1] != 0x93e)))
		return 0;
	while (q < s->end && q - s->next < WORD_BYTES &&
	    (unsigned char)*q > ' ' && *q != '.')
		q++;
	return (words_find(s->next, q, s->hint) & WORDS_RANK) != 0;
}

/* "हाँ जी." */
static int
honorific(const struct stop *s, const char *p, const struct word *w)
{
	const char *e = p;

	if (w->n != 2 || w->c[0] != 0x91c || w->c[1] != 0x940)
		return 0;
	while (e > s->from && e[-1] == ' ')
		e--;
	return (words_find(abbrev_word(s->from, e), e, s->hint) & WORDS_YES)
	    != 0;
}

/* Is [p, e), a part of a dotted word without its stop, a short form? */
static int
short_part(const struct stop *s, const char *p, const char *e, int dotted)
{
	unsigned int lists;
	const char *q = p;
	struct word w;
	uint32_t c;

	if (p == e)
		return 0;
	c = utf8_step(&q);
	if (c < 0x80) {
		for (q = p; q < e; q++)
			if (!is_latin((unsigned char)*q))
				return 0;
		return latin_part(s, p, e, dotted);
	}
	if (words_fold(&w, p, e) == -1)
		return 0;
	lists = words_lists(&w, words_langs(c, s->hint));
	if ((lists & WORDS_LETTER) != 0 && (lists & WORDS_ENDER) != 0)
		return dotted || p == s->from || follows_on(s, p) ||
		    goes_on(s->next, s->end, s->hint);
	if (before_rank(s, &w))
		return 1;
	if (lists & (WORDS_SHORT | WORDS_LETTER))
		return 1;
	if ((lists & WORDS_DEGREE) != 0 && dotted)
		return 1;
	if (lists & WORDS_NUMBERED)
		return digit_next(s) || follows_on(s, p);
	if (!syllable(p, e))
		return 0;
	/* "पु. ल.": one bare letter behind another. */
	if (w.n == 1 && p > s->from && follows_on(s, p))
		return 1;
	return dotted || ((lists & WORDS_ENDER) == 0 && !honorific(s, p, &w));
}

/* "5 p.m.": a sentence may end here, before all but what goes on so. */
static int
clock_ends(const struct stop *s, const char *p)
{
	int lists;

	if (s->dot - p != 3 || p[1] != '.' || (p[2] | 0x20) != 'm' ||
	    ((p[0] | 0x20) != 'a' && (p[0] | 0x20) != 'p'))
		return 0;
	lists = capital(s->next, s->end);
	return lists != -1 && (lists & WORDS_CLOCK) == 0;
}

/* Is the word at p what an apostrophe has cut off?  "can't. Ram" */
static int
cut_off(const struct stop *s, const char *p)
{
	const char *q = back(s->from, p), *r = q;
	uint32_t c;

	if (q == p)
		return 0;
	c = utf8_step(&r);
	if ((c != '\'' && c != 0x2019) || q == s->from)
		return 0;
	q = back(s->from, q);
	return is_latin((unsigned char)*q) || (unsigned char)*q >= 0x80;
}

int
abbrev_before(const struct stop *s)
{
	const char *p = abbrev_word(s->from, s->dot), *a, *b;
	int dotted;

	if (p == s->dot || s->dot - p > WORD_BYTES - 8 || cut_off(s, p))
		return 0;
	for (a = p; a < s->dot && *a != '.' && !is_arabic(a, s->dot);)
		a++;
	/* "(से. नि.)": what opens a bracket ends no sentence. */
	dotted = a < s->dot || goes_on(s->behind, s->end, s->hint) ||
	    (p > s->from && p[-1] == '(' && s->next > s->behind);
	for (a = p; a < s->dot; a = b + (*b == '.' ? 1 : 2)) {
		for (b = a; b < s->dot && *b != '.' && !is_arabic(b, s->dot);)
			b++;
		if (!short_part(s, a, b, dotted))
			return 0;
	}
	return !(dotted && clock_ends(s, p)) &&
	    !((dotted || (unsigned char)*p >= 0x80) && opens(s));
}

int
abbrev_list_number(const struct stop *s)
{
	const char *p = s->from, *e = s->dot, *q;
	int digits = 0, roman = 0, n = 0, most = 0;
	uint32_t c;

	if (e - p > WORD_BYTES)
		return 0;
	for (q = p; q < e && *q != ' ';)
		q++;
	if (q < e && (words_find(p, q, s->hint) & WORDS_CHAPTER) != 0)
		p = q + 1;
	while (p < e) {
		c = utf8_step(&p);
		if (c == '.' && digits > 0) {
			digits = 0;
			continue;
		}
		n++;
		if (look_digit(c)) {
			if (++digits > most)
				most = digits;
		} else if (c != 0 && c < 0x80 &&
		    strchr("ivxlcIVXLC", (int)c))
			roman++;
		else
			return 0;
	}
	return n > 0 && ((roman == 0 && most <= 3) || (roman == n && n <= 5));
}

int
abbrev_after(const char *p, const char *e, langs hint)
{
	const char *q = p;

	while (q < e && q - p < 32 && (unsigned char)*q > '@')
		q++;
	/* Not "ले." (an abbreviation), "का?" (Marathi: why?), "નો-બોલ". */
	return q - p <= 30 && (q == e || *q == ' ' || *q == ')' || *q == ',') &&
	    (words_find(p, q, hint) & WORDS_AFTER) != 0;
}

/* The lists of a word; WORDS_SAYS too if it is a form of a stem. */
static unsigned int
verb(const char *p, const char *e, langs hint)
{
	unsigned int lists = words_find(p, e, hint);
	const char *q = e;
	int n, most;

	if (p == e || e - p > WORD_BYTES || (unsigned char)*p < 0x80)
		return lists;
	/* The languages of the South put much more behind a stem. */
	most = look_at(p, e) < 0xb80 ? 3 : 8;
	for (n = 0; n <= most && q > p && (lists & WORDS_SAYS) == 0; n++) {
		if (words_find(p, q, hint) & WORDS_STEM)
			lists |= WORDS_SAYS;
		q = back(p, q);
	}
	return lists;
}

int
abbrev_says(const char *p, const char *e, langs hint)
{
	const char *first, *last, *prev;
	unsigned int end, before, open;

	for (first = p; first < e && (unsigned char)*first > ' ';)
		first++;
	while (e > p && (e[-1] == ' ' || e[-1] == ',' || e[-1] == ':'))
		e--;
	last = abbrev_word(p, e);
	for (prev = last; prev > p && prev[-1] == ' '; prev--)
		;
	end = verb(last, e, hint);
	before = verb(abbrev_word(p, prev), prev, hint);
	open = words_find(p, first, hint);
	if ((end | before | open) & WORDS_SAYS)
		return 1;
	return (end & WORDS_VERB) != 0 && (before & WORDS_ANSWER) != 0;
}

int
abbrev_quotes(const char *p, const char *e, langs hint)
{
	const char *last = abbrev_word(p, e);

	return (verb(last, e, hint) & (WORDS_SAYS | WORDS_VERB |
	    WORDS_CONJ)) != 0;
}

int
abbrev_joins(const char *p, const char *e, langs hint)
{
	const char *q = p;

	while (q < e && q - p < WORD_BYTES && (unsigned char)*q > ' ')
		q++;
	return (words_find(p, q, hint) & WORDS_AND) != 0;
}

int
abbrev_that(const char *p, const char *e, langs hint)
{
	const char *q = p;

	while (q < e && q - p < WORD_BYTES && (unsigned char)*q > ' ' &&
	    *q != ',')
		q++;
	return (words_find(p, q, hint) & WORDS_THAT) != 0;
}
