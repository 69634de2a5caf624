/*
 * Where sentences end.  A table of bytes stops the scan at what may be a
 * terminator or a quote; all else is skipped.  At each terminator the choice
 * is local: what stands before it, what closes behind it, what follows.  The
 * rules and their numbers are those of segment(1), RULES.
 */
#include <stdint.h>
#include <stdlib.h>

#include "abbrev.h"
#include "brahmi.h"
#include "mem.h"
#include "sentence.h"
#include "uni.h"
#include "utf8.h"

/* What a byte may start. */
enum {
	SKIP, ASCII_END, QUOTE, BRAHMI_LEAD, ARABIC_LEAD, OTHER_LEAD
};

static const unsigned char stop[256] = {
	['.'] = ASCII_END, ['!'] = ASCII_END, ['?'] = ASCII_END,
	['"'] = QUOTE,
	[0xd8] = ARABIC_LEAD, [0xdb] = ARABIC_LEAD, [0xdc] = ARABIC_LEAD,
	[0xe0] = BRAHMI_LEAD,
	[0xe1] = OTHER_LEAD, [0xe2] = OTHER_LEAD, [0xe3] = OTHER_LEAD,
	[0xea] = OTHER_LEAD, [0xef] = OTHER_LEAD, [0xf0] = OTHER_LEAD
};

/* What a terminator run is made of. */
enum {
	END_STOP = 1,			/* '.' */
	END_DOTS = 2,			/* two or more, or an ellipsis */
	END_STRONG = 4,			/* danda, ?, !, ... */
	END_DOUBLE = 8			/* double danda */
};

/* One line: [p, e) of the text, and what has been seen of it. */
struct line {
	const char	*text;		/* base of all offsets */
	const char	*p;
	const char	*e;
	const char	*start;		/* of the open unit */
	const char	*open;		/* the last opening quote, or NULL */
	int		 quotes;	/* ASCII double quotes before here */
	const char	*blank;		/* no letter from start to here */
	const char	*last;		/* behind the last letter of the line */
};

/* How far back or ahead a choice looks at most: what keeps hostile text
 * linear. */
#define REACH	2048

static int
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == 0xa0 ||
	    c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
	    c == 0x0b || c == 0x0c || c == 0x85 ||
	    c == 0x2028 || c == 0x2029 || c == 0x205f || c == 0x1680;
}

static uint32_t
peek(const char *p, const char *e)
{
	return p < e ? utf8_step(&p) : 0;
}

static uint32_t
before(const char *from, const char *p)
{
	if (p <= from)
		return 0;
	do
		p--;
	while (p > from && ((unsigned char)*p & 0xc0) == 0x80);
	return utf8_step(&p);
}

static const char *
step(const char *p)
{
	(void)utf8_step(&p);
	return p;
}

static const char *
skip_space(const char *p, const char *e)
{
	const char *q;

	while ((q = p) < e && is_space(utf8_step(&q)))
		p = q;
	return p;
}

/*
 * Over marks and joiners that a terminator typed before them has swallowed
 * (थे।ि, or U+FE0F in an emoji's !!): no unit ends inside what a reader sees
 * as one character (UAX #29 GB9, GB9a).
 */
static const char *
skip_marks(const char *p, const char *e)
{
	const char *q;
	uint32_t c;

	while ((q = p) < e && (unsigned char)*p >= 0xcc) {
		c = utf8_step(&q);
		if (uni_category(c) != 'M' && c != 0x200c && c != 0x200d &&
		    c != 0xe33 && c != 0xeb3 && c != 0xff9e && c != 0xff9f &&
		    (c < 0x1f3fb || c > 0x1f3ff) &&
		    (c < 0xe0020 || c > 0xe007f))
			break;
		p = q;
	}
	return p;
}

/* Is this a character that ends sentences, and how? */
static int
ender(uint32_t c)
{
	switch (c) {
	case '.':
		return END_STOP;
	case 0x2026:			/* … */
		return END_DOTS;
	case '!':
	case '?':
	case 0x964:			/* danda */
	case 0x6d4:			/* Arabic full stop */
	case 0x61f:			/* Arabic question mark */
	case 0x9f7:			/* Bengali sign typed as danda */
		return END_STRONG;
	case 0x965:
		return END_STRONG | END_DOUBLE;
	default:
		return c >= 0x589 && uni_is_sterm(c) ? END_STRONG : 0;
	}
}

/* Step over a run of terminators; the kinds of what it is made of. */
static int
run(const char **pp, const char *e)
{
	const char *p = *pp, *q;
	int kinds = 0, k, stops = 0, urdu = 0, n = 0;
	uint32_t c;

	while ((q = p) < e) {
		c = utf8_step(&q);
		if ((k = ender(c)) == 0)
			break;
		stops += c == '.';
		urdu += c == 0x6d4;
		n++;
		kinds |= k;
		p = skip_marks(q, e);
	}
	if (stops > 1)
		kinds |= END_DOTS;
	if (urdu == n && n > 2)
		kinds = END_DOTS;	/* ۔۔۔ is an ellipsis */
	*pp = p;
	return kinds;
}

static int
is_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : c < 0x600 && uni_is_upper(c);
}

static int
is_lower(uint32_t c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : c < 0x600 && uni_is_lower(c);
}

static int
is_digit(uint32_t c)
{
	return c < 0x80 ? c >= '0' && c <= '9' : uni_digit(c) >= 0;
}

/* A letter of an Indian or the Arabic script, or of any without case. */
static int
is_native(uint32_t c)
{
	return c >= 0x600 && (c < 0x2000 || c >= 0xa000) && uni_is_alpha(c);
}

static int
is_word(uint32_t c)
{
	return c < 0x80 ? is_digit(c) || is_upper(c) || is_lower(c) :
	    uni_is_alpha(c) || uni_digit(c) >= 0;
}

/* Letters or digits in the open unit before p?  Remembers how far there are
 * none. */
static int
worded(struct line *l, const char *p)
{
	const char *q;

	if (l->blank < l->start)
		l->blank = l->start;
	while ((q = l->blank) < p) {
		if (is_word(utf8_step(&q)))
			return 1;
		l->blank = q;
	}
	return 0;
}

/* Behind the last letter or digit of [p, e). */
static const char *
last_word(const char *p, const char *e)
{
	while (e > p && !is_word(before(p, e))) {
		do
			e--;
		while (e > p && ((unsigned char)*e & 0xc0) == 0x80);
	}
	return e;
}

/* The run of characters without space around p: an address? */
static int
in_address(const struct line *l, const char *p)
{
	const char *s = p, *e = p;
	size_t n;

	while (s > l->start && p - s < REACH && (unsigned char)s[-1] > ' ' &&
	    (unsigned char)s[-1] < 0x80)
		s--;
	while (e < l->e && e - p < REACH && (unsigned char)*e > ' ' &&
	    (unsigned char)*e < 0x80)
		e++;
	n = (size_t)(e - s);
	return (n >= 4 && (memcmp(s, "www.", 4) == 0 ||
	    memcmp(s, "pic.", 4) == 0)) || memchr(s, '@', n) != NULL ||
	    memchr(s, '/', n) != NULL;
}

/* Does a link start here?  It is a unit of its own after a full stop. */
static int
is_link(const char *p, const char *e)
{
	size_t n = (size_t)(e - p);

	return (n > 7 && memcmp(p, "http://", 7) == 0) ||
	    (n > 8 && memcmp(p, "https://", 8) == 0) ||
	    (n > 4 && memcmp(p, "www.", 4) == 0) ||
	    (n > 12 && memcmp(p, "pic.twitter.", 12) == 0);
}

/* At an ASCII double quote: does it close?  White space on one side says
 * which way it faces, parity is the tie-break. */
static int
closes(const struct line *l, const char *q, int spaced)
{
	uint32_t after = peek(q + 1, l->e);
	int space_after = after == 0 || is_space(after);

	if (after == 0)
		return 1;
	if (spaced)
		return space_after && (l->quotes & 1);
	if (space_after || ender(after) || after == ')' || after == ',')
		return 1;
	return l->quotes & 1;
}

/*
 * Quotes and brackets that close behind a terminator go with it, also over
 * one stray space; so does a danda after a closing quote.  Returns the place
 * behind them, and whether a quotation was closed.
 */
static const char *
closers(struct line *l, const char *p, int *quote, int *bracket)
{
	const char *q, *r;
	uint32_t c;
	int spaced;

	for (;;) {
		q = p;
		spaced = 0;
		c = peek(q, l->e);
		if (is_space(c)) {
			(void)utf8_step(&q);
			spaced = 1;
			c = peek(q, l->e);
		}
		if (c == 0)
			return p;
		r = q;
		(void)utf8_step(&r);
		if (c == '"' && closes(l, q, spaced)) {
			l->quotes++;
			*quote = 1;
		} else if (c == 0x201d || c == 0x2019 || c == 0xbb ||
		    (c == '\'' && !spaced) || (c == 0x201c && !spaced &&
		    (peek(r, l->e) == 0 || is_space(peek(r, l->e))))) {
			/* Urdu sets ”...“: the second closes. */
			if (spaced && peek(r, l->e) != 0 &&
			    !is_space(peek(r, l->e)))
				return p;
			*quote = 1;
		} else if (!spaced && (c == ')' || c == ']' || c == '}'))
			*bracket = 1;
		else if (*quote && !spaced && ender(c))
			;
		else
			return p;
		p = skip_marks(r, l->e);
	}
}

/* After ॥ : the number of a verse and its second mark (॥१॥). */
static const char *
verse(const char *p, const char *e)
{
	const char *q = skip_space(p, e), *r;
	int n = 0;

	for (r = q; r < e && is_digit(peek(r, e)); n++)
		(void)utf8_step(&r);
	if (n == 0 || n > 4)
		return p;
	r = skip_space(r, e);
	if ((run(&r, e) & END_DOUBLE) == 0)
		return p;
	return r;
}

/* Is the bracket that closes here inside a sentence?  "(सच में!) और ..." */
static int
aside(const struct line *l, const char *p)
{
	const char *end = p;

	while (p > l->start && end - p < REACH)
		if (*--p == '(' || *p == '[')
			return p > l->start;
	return 0;
}

/*
 * A quotation has closed before p: does nothing but a short reporting clause
 * follow ("…?" माँ ने पूछा।)?  Not if the verb stood before the quotation.
 */
static int
reported(const struct line *l, const char *p)
{
	const char *q = p;
	int words = 1;
	uint32_t c;

	c = peek(p, l->e);
	if (is_lower(c))
		return 1;
	if (!is_native(c) && !is_upper(c))
		return 0;
	if (l->open != NULL && l->open > l->start &&
	    abbrev_says(l->text, (size_t)(l->start - l->text),
	    (size_t)(l->open - l->text)))
		return 0;
	while (q < l->e && q - p < REACH) {
		const char *at = q;

		c = utf8_step(&q);
		if (ender(c))
			return abbrev_says(l->text, (size_t)(p - l->text),
			    (size_t)(at - l->text));
		if (c == '"' || c == 0x201c || c == 0x2018 || c == ',')
			return 0;
		if (is_space(c) && ++words > 6)
			return 0;
	}
	return 0;
}

/* A single full stop at p, the run ending at q, the next word at next. */
static int
stop_ends(const struct line *l, const char *p, const char *q,
    const char *next)
{
	uint32_t prev = before(l->start, p), c = peek(next, l->e);
	size_t from = (size_t)(l->start - l->text);
	size_t dot = (size_t)(p - l->text);

	if (c == ',' || c == ';' || (c == ')' && next > q))
		return 0;
	if (abbrev_before(l->text, from, dot, next, l->e))
		return 0;
	if (abbrev_list_number(l->text, from, dot))
		return 0;
	if (next == q) {			/* no space */
		if (is_digit(prev) && is_digit(c))
			return 0;
		if (is_native(prev))
			return is_native(c) || is_upper(c) || is_digit(c) ||
			    c == '"' || c == 0x201c || c == 0x2018 || c == '@';
		if (is_native(c))
			return !in_address(l, p) || is_digit(prev);
		if (is_lower(prev) && is_upper(c))
			return is_lower(peek(step(next), l->e)) &&
			    !in_address(l, p);
		return c == 0x201c;
	}
	if (is_lower(c) && !is_native(prev) && !is_digit(prev))
		return is_link(next, l->e);
	return 1;
}

/* ? ! and dandas, without space: inside a link they end nothing. */
static int
strong_ends(const struct line *l, const char *p, const char *q,
    const char *next)
{
	uint32_t c = peek(next, l->e);

	if (c == ',' || c == ';')
		return 0;
	if (next == q && (unsigned char)*p < 0x80) {
		if (c == ')' || c == '=' || c == '&' || c == '[' || c == '(')
			return 0;
		if (c < 0x80 && (is_lower(c) || is_digit(c) ||
		    (is_upper(c) && in_address(l, p))))
			return 0;
	}
	return 1;
}

static int
dots_end(const char *next, const char *e)
{
	uint32_t c = peek(next, e);

	return c == 0 || is_upper(c);
}

static void
add(struct units *us, const struct line *l, const char *s, const char *e,
    size_t para, int ended)
{
	struct unit *u;
	uint32_t c;

	s = skip_space(s, e);
	while (e > s && is_space(c = before(s, e)))
		e -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
	if (s == e)
		return;
	us->u = mem_grow(us->u, &us->cap, us->n + 1, sizeof(*us->u));
	u = &us->u[us->n++];
	u->start = (size_t)(s - l->text);
	u->end = (size_t)(e - l->text);
	u->para = para;
	u->kind = KIND_SENTENCE;
	u->ended = ended;
}

/*
 * A terminator starts at p: where its unit ends, or NULL if none ends there;
 * *pp moves behind what was looked at.
 */
static const char *
decide(struct line *l, const char *p, const char **pp)
{
	const char *q = p, *end, *next;
	int kinds, quote = 0, bracket = 0, ends;

	kinds = run(&q, l->e);
	*pp = q;
	if (!worded(l, p))
		return NULL;
	if (before(l->start, p) == '(' && peek(q, l->e) == ')')
		return NULL;			/* (!) */
	if (kinds & END_DOUBLE)
		q = verse(q, l->e);
	end = closers(l, q, &quote, &bracket);
	next = skip_space(end, l->e);
	*pp = end;
	if (next >= l->last) {
		*pp = l->e;
		return l->e;
	}
	if (kinds == END_STOP && end == q)
		ends = stop_ends(l, p, q, next);
	else if (kinds & END_STRONG || kinds == END_STOP)
		ends = strong_ends(l, p, q, next);
	else
		ends = dots_end(next, l->e);
	if (ends && bracket && !quote && aside(l, p))
		ends = 0;
	if (ends && quote && next > end && reported(l, next))
		ends = 0;
	return ends ? end : NULL;
}

/* Does something that may end a sentence start here? */
static int
at_ender(struct line *l, const char *p, size_t *skip)
{
	const unsigned char *s = (const unsigned char *)p;
	const char *q = p;
	uint32_t c;

	*skip = 1;
	switch (stop[*s]) {
	case ASCII_END:
		return 1;
	case QUOTE:
		if ((l->quotes++ & 1) == 0)
			l->open = p;
		return 0;
	case BRAHMI_LEAD:
		*skip = 3;
		/* danda, double danda; ৷; Sinhala kunddaliya; Tibetan */
		return (s[1] == 0xa5 && (s[2] == 0xa4 || s[2] == 0xa5)) ||
		    (s[1] == 0xa7 && s[2] == 0xb7) ||
		    (s[1] >= 0xb6 && ender(utf8_step(&q)));
	case ARABIC_LEAD:
		*skip = 2;
		return (s[0] == 0xdb && s[1] == 0x94) ||
		    (s[0] == 0xd8 && s[1] == 0x9f) ||
		    (s[0] == 0xdc && ender(utf8_step(&q)));
	default:
		c = utf8_step(&q);
		*skip = (size_t)(q - p);
		if (c == 0x201c || c == 0x2018 || c == 0xab)
			l->open = p;
		return ender(c);
	}
}

/*
 * The inner loop: over what ends no sentence.  Letters of the Brahmi blocks
 * take one step each; U+0940-097F (A5), which holds the dandas, and U+09C0-
 * 09FF (A7) and Sinhala and above (B6) need a closer look.
 */
static const char *
skip_plain(const char *p, const char *e)
{
	const unsigned char *s = (const unsigned char *)p;
	const unsigned char *end = (const unsigned char *)e;

	while (s < end) {
		if (*s == 0xe0) {
			if (s[1] == 0xa5 ? (s[2] & 0xfe) == 0xa4 :
			    s[1] == 0xa7 ? s[2] == 0xb7 : s[1] >= 0xb6)
				break;
			s += 3;
		} else if (stop[*s] == SKIP)
			s++;
		else
			break;
	}
	return p + (s - (const unsigned char *)p);
}

static void
cut_line(struct units *us, struct line *l, size_t para)
{
	const char *end;
	size_t skip;

	while ((l->p = skip_plain(l->p, l->e)) < l->e) {
		if (!at_ender(l, l->p, &skip)) {
			l->p += skip;
			continue;
		}
		if ((end = decide(l, l->p, &l->p)) != NULL) {
			add(us, l, l->start, end, para, 1);
			l->start = skip_space(end, l->e);
			l->open = NULL;
		}
	}
	add(us, l, l->start, l->e, para, 0);
}

void
sentence_cut(struct units *us, struct str text)
{
	const char *p = text.p, *e = text.p + text.n, *nl;
	struct line l = { .text = text.p };
	size_t para = 0;

	us->n = 0;
	for (; p < e; p = nl + 1) {
		if ((nl = memchr(p, '\n', (size_t)(e - p))) == NULL)
			nl = e;
		l.e = nl;
		l.p = l.start = l.blank = skip_space(p, nl);
		l.last = last_word(l.p, nl);
		l.open = NULL;
		l.quotes = 0;
		if (l.p < nl)
			cut_line(us, &l, ++para);
	}
}

void
sentence_free(struct units *us)
{
	free(us->u);
	memset(us, 0, sizeof(*us));
}
