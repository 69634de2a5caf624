/*
 * Words.  The classes of characters are those of UAX #29, by ICU; the rules
 * for what joins over a mark are ours, for ICU's cut हिंद-प्रशांत and join
 * કર્યું.X.  Runs of scripts without spaces go to ICU and its dictionaries.
 */
#include <stdint.h>
#include <stdlib.h>

#include "abbrev.h"
#include "brahmi.h"
#include "look.h"
#include "mem.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"

#define ADDRESS_BYTES	320	/* RFC 3696: no e-mail address is longer */

static unsigned char	*pages[0x1100];	/* classes of 256 characters each */

static unsigned char *
page(uint32_t c)
{
	unsigned char *p = mem_alloc(256, 1);
	uint32_t i;

	for (i = 0; i < 256; i++)
		p[i] = (unsigned char)uni_word_class((c & ~0xffu) | i);
	return pages[c >> 8] = p;
}

static inline int
class_of(uint32_t c)
{
	const unsigned char *p = pages[c >> 8];

	return (p == NULL ? page(c) : p)[c & 0xff];
}

static int
class_at(const char *p, const char *e)
{
	return p < e ? class_of(utf8_step(&p)) : UNI_WORD_SPACE;
}

static int
in_word(int class)
{
	return class == UNI_WORD_LETTER || class == UNI_WORD_DIGIT ||
	    class == UNI_WORD_JOIN;
}

/* Over what cannot part from the character before it. */
static const char *
extend(const char *p, const char *e)
{
	while (p < e && (unsigned char)*p >= 0x80 &&
	    class_at(p, e) == UNI_WORD_EXTEND)
		p = look_step(p);
	return p;
}

static int
is_alnum(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	    (c >= '0' && c <= '9');
}

/* Is there `what', lower case, at p?  Returns the place behind, or NULL. */
static const char *
starts(const char *p, const char *e, const char *what)
{
	for (; *what != '\0'; what++, p++)
		if (p == e || (*p >= 'A' && *p <= 'Z' ? *p + 32 : *p) != *what)
			return NULL;
	return p;
}

/* The end of an address that starts at p: to white space, a quote, a danda,
 * but for the marks that end it. */
static const char *
address(const char *p, const char *e)
{
	const char *end = p, *q;
	uint32_t c;

	while ((q = p) < e) {
		c = utf8_step(&q);
		if (look_space(c) || c == '"' || c == '<' || c == '>' ||
		    c == 0x964 || c == 0x965 || c == 0x6d4 ||
		    (c >= 0x2018 && c <= 0x201f) ||
		    class_of(c) == UNI_WORD_PREPEND)
			break;
		p = q;
		if (c == 0 || c >= 0x80 ||
		    strchr(".,;:!?)]}'|*", (int)c) == NULL)
			end = p;
	}
	return extend(end, e);
}

/* A link with its scheme, or as good as one; NULL if there is none at p. */
static const char *
link_end(const char *p, const char *e)
{
	const char *q;

	if ((*p | 0x20) != 'h' && (*p | 0x20) != 'w' && (*p | 0x20) != 'p' &&
	    (*p | 0x20) != 'f')
		return NULL;
	if ((q = starts(p, e, "http://")) == NULL &&
	    (q = starts(p, e, "https://")) == NULL &&
	    (q = starts(p, e, "ftp://")) == NULL &&
	    (q = starts(p, e, "www.")) == NULL &&
	    (q = starts(p, e, "pic.twitter.com/")) == NULL)
		return NULL;
	return q < e && in_word(class_at(q, e)) ? address(q, e) : NULL;
}

/* local@example.in; NULL if there is none at p. */
static const char *
mail_end(const char *p, const char *e)
{
	const char *q = p, *dot = NULL;

	if (e - p > ADDRESS_BYTES)
		e = p + ADDRESS_BYTES;
	while (q < e && (is_alnum(*q) || *q == '.' || *q == '_' || *q == '-' ||
	    *q == '+' || *q == '%'))
		q++;
	if (q == e || *q != '@' || q + 1 == e || !is_alnum(q[1]))
		return NULL;
	for (q++; q < e && (is_alnum(*q) || *q == '-' || *q == '.'); q++)
		if (*q == '.' && q + 1 < e && is_alnum(q[1]))
			dot = q;
	while (q[-1] == '.' || q[-1] == '-')
		q--;
	return dot != NULL ? q : NULL;
}

/* Signs that abbreviate the word before them (U+0970 and its kin). */
static int
is_short_sign(uint32_t c)
{
	return c == 0x970 || c == 0xaf0 || c == 0x9fd || c == 0xa76;
}

/* Does the mark m, between a of class ka and b of class kb, join them? */
static int
joins(uint32_t a, int ka, uint32_t m, uint32_t b, int kb)
{
	int digits = ka == UNI_WORD_DIGIT && kb == UNI_WORD_DIGIT;
	int letters = ka == UNI_WORD_LETTER && kb == UNI_WORD_LETTER;

	switch (m) {
	case '.':
		return digits || (a < 0x250 && b < 0x250 && in_word(kb) &&
		    kb != UNI_WORD_JOIN && (letters || ka != kb));
	case ':':			/* दु:ख, for visarga */
		return digits || (letters && brahmi_is(a) && brahmi_is(b));
	case ',':
	case '/':
	case 0x66b:			/* Arabic decimal and thousands */
	case 0x66c:
		return digits;
	case '\'':
	case 0x2019:
		return letters;
	case '-':
	case 0x2010:
	case 0x2011:
		return in_word(kb);
	default:
		return 0;
	}
}

/* Letters, digits, what extends them, and what joins them. */
static const char *
letters(const char *p, const char *e)
{
	uint32_t c, last = 0, next;
	int k, was = UNI_WORD_OTHER;
	const char *q, *r;

	for (; (q = p) < e; p = q) {
		c = utf8_step(&q);
		k = class_of(c);
		if (in_word(k)) {
			last = c;
			was = k;
			continue;
		}
		if (k == UNI_WORD_EXTEND)
			continue;
		if (is_short_sign(c)) {
			if (class_at(q, e) == UNI_WORD_LETTER)
				continue;
			return extend(q, e);
		}
		if ((r = q) == e)
			break;
		next = utf8_step(&r);
		if (!joins(last, was, c, next, class_of(next)))
			break;
	}
	return p;
}

/* The length of the stop at p, of ASCII or of Arabic script; 0: no stop. */
static size_t
stop_at(const char *p, const char *e)
{
	if (p < e && *p == '.')
		return 1;
	return e - p >= 2 && memcmp(p, "\xdb\x94", 2) == 0 ? 2 : 0;
}

/* Is the stop at dot part of the word before it?  At the end of the unit it
 * ends the sentence, unless the word is dotted. */
static int
keeps_stop(struct str unit, const char *p, const char *dot, langs hint)
{
	const char *e = unit.p + unit.n, *behind = dot + stop_at(dot, e), *q;
	struct stop s = { unit.p, dot, behind, look_skip(behind, e), e,
	    hint };

	if (stop_at(behind, e) != 0)
		return 0;
	for (q = p; q < dot && stop_at(q, dot) == 0;)
		q++;
	if (s.next == e && q == dot && (words_find(p, dot, hint) &
	    (WORDS_SHORT | WORDS_LETTER)) == 0)
		return 0;
	return abbrev_before(&s);
}

/* Stops that belong to the word from start to p, and the parts behind them:
 * कि.मी. but not the name in एस.जयशंकर. */
static const char *
stops(struct str unit, const char *start, const char *p, langs hint)
{
	const char *e = unit.p + unit.n, *next;
	size_t n;

	/* A thousand stops are no short form: look at few parts. */
	while (p - start < ADDRESS_BYTES && (n = stop_at(p, e)) != 0 &&
	    keeps_stop(unit, start, p, hint)) {
		p += n;
		next = letters(p, e);
		if (next == p || stop_at(next, e) == 0 ||
		    !keeps_stop(unit, start, next, hint))
			break;
		p = next;
	}
	return p;
}

static const char *
word(struct str unit, const char *p, langs hint)
{
	const char *e = unit.p + unit.n, *q, *start = p, *dot;

	if ((q = link_end(p, e)) != NULL ||
	    (is_alnum(*p) && (q = mail_end(p, e)) != NULL))
		return extend(q, e);
	p = letters(p, e);
	/* example.in/path */
	if (p + 1 < e && *p == '/' && is_alnum(p[1]) &&
	    (dot = memchr(start, '.', (size_t)(p - start))) != NULL &&
	    (dot[1] | 0x20) >= 'a')
		return address(p, e);
	q = p;
	p = stops(unit, start, p, hint);
	if (p > q && p + 1 < e && *p == '-' && in_word(class_at(p + 1, e)))
		p = letters(p + 1, e);		/* U.S.-led */
	return extend(p, e);
}

/* @handle or #tag at p; NULL if it is none. */
static const char *
tag_end(const char *p, const char *e)
{
	const char *q = p + 1;

	if ((*p != '@' && *p != '#') || q == e || !in_word(class_at(q, e)))
		return NULL;
	while (q < e && (in_word(class_at(q, e)) ||
	    class_at(q, e) == UNI_WORD_EXTEND))
		q = look_step(q);
	return q;
}

/* What is no word: one character with all that extends it; a run of the same
 * mark; a sequence of emoji joined by U+200D; a flag. */
static const char *
mark(const char *p, const char *e)
{
	uint32_t c = look_at(p, e), last = c;
	const char *q = look_step(p), *r;

	if (class_of(c) == UNI_WORD_FLAG && class_at(q, e) == UNI_WORD_FLAG)
		q = look_step(q);
	for (;;) {
		for (; q < e && class_at(q, e) == UNI_WORD_EXTEND; q = r) {
			r = q;
			last = utf8_step(&r);
		}
		if (q == e)
			return q;
		if (last == 0x200d && class_at(q, e) == UNI_WORD_OTHER) {
			last = look_at(q, e);
			q = look_step(q);
		} else if (look_at(q, e) == c && last == c && (c == '.' ||
		    c == '!' || c == '?' || c == '-' || c == '*' || c == '=' ||
		    c == '~' || c == 0x964 || c == 0x965 || c == 0x6d4 ||
		    c == 0x2026))
			q = look_step(q);
		else
			return q;
	}
}

static void
add(struct tokens *t, const char *base, const char *p, const char *e)
{
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	t->v[t->n].start = (size_t)(p - base);
	t->v[t->n++].end = (size_t)(e - base);
}

/* A run of a script without spaces: ICU's words. */
static const char *
complex_run(struct tokens *t, const char *base, const char *p, const char *e)
{
	static struct uni_break *br;
	const char *q = p;
	size_t at = 0, end;

	while (q < e && (class_at(q, e) == UNI_WORD_COMPLEX ||
	    class_at(q, e) == UNI_WORD_EXTEND))
		q = look_step(q);
	if (br == NULL)
		br = uni_break_new(UNI_WORDS, "");
	uni_break_text(br, (struct str){ p, (size_t)(q - p) });
	while ((end = uni_break_next(br, NULL)) != 0) {
		add(t, base, p + at, p + end);
		at = end;
	}
	return q;
}

/* The end of the token that starts at p, which is no white space. */
static const char *
token_end(struct str s, const char *p, langs hint)
{
	const char *e = s.p + s.n, *q;
	int k;

	while ((k = class_at(p, e)) == UNI_WORD_PREPEND)
		p = look_step(p);
	if (k == UNI_WORD_SPACE)		/* or the end */
		return p;
	if (in_word(k))
		return word(s, p, hint);
	return (q = tag_end(p, e)) != NULL ? q : mark(p, e);
}

void
token_cut(struct tokens *t, struct str s, langs hint)
{
	const char *p = s.p, *e = s.p + s.n, *q;
	int k;

	t->n = 0;
	while (p < e) {
		k = class_at(p, e);
		if (k == UNI_WORD_SPACE)
			p = look_step(p);
		else if (k == UNI_WORD_COMPLEX)
			p = complex_run(t, s.p, p, e);
		else {
			q = token_end(s, p, hint);
			add(t, s.p, p, q);
			p = q;
		}
	}
}

void
token_free(struct tokens *t)
{
	free(t->v);
	memset(t, 0, sizeof(*t));
}
