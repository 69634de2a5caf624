/*
 * Does a sentence end here?  At each terminator the choice is local: what
 * stands before it, what closes behind it, what follows.  The rules and their
 * numbers are those of segment(1), RULES.
 */
#include <stddef.h>
#include <string.h>

#include "abbrev.h"
#include "line.h"
#include "look.h"
#include "uni.h"
#include "utf8.h"

/* What a terminator run is made of. */
enum {
	END_STOP = 1,			/* '.' */
	END_DOTS = 2,			/* two or more, or an ellipsis */
	END_STRONG = 4,			/* danda, ?, !, ... */
	END_DOUBLE = 8,			/* double danda */
	END_ARABIC = 16			/* one Arabic full stop */
};

int
end_mark(struct line *l, uint32_t c)
{
	switch (c) {
	case '.':
		return END_STOP;
	case 0x2026:			/* … */
		return END_DOTS;
	case '|':
		if (l->bars == -1)
			l->bars = bars_are_dandas(l->text, l->text_end,
			    l->hint);
		return l->bars ? END_STRONG : 0;
	case '!':
	case '?':
	case 0x964:			/* danda */
	case 0x6d4:			/* Arabic full stop */
	case 0x61f:			/* Arabic question mark */
	case 0x9f7:			/* Bengali sign typed as danda */
	case 0xdf4:			/* Sinhala kunddaliya */
		return END_STRONG;
	case 0x965:
		return END_STRONG | END_DOUBLE;
	default:
		return c >= 0x589 && look_sterm(c) ? END_STRONG : 0;
	}
}

/* Step over a run of terminators; the kinds of what it is made of. */
static int
over_marks(struct line *l, const char **pp)
{
	const char *p = *pp, *q;
	int kinds = 0, k, stops = 0, arabic = 0, bars = 0, n = 0;
	uint32_t c;

	while ((q = p) < l->e) {
		c = utf8_step(&q);
		if ((k = end_mark(l, c)) == 0)
			break;
		stops += c == '.';
		arabic += c == 0x6d4;
		bars += c == '|';
		n++;
		kinds |= k;
		p = look_marks(q, l->e);
	}
	if (stops == 1 && n == 1 && l->e - p >= 4 &&
	    memcmp(p, " . .", 4) == 0) {
		while (l->e - p >= 2 && p[0] == ' ' && p[1] == '.')
			p = look_marks(p + 2, l->e);	/* ". . ." */
		stops = n = 3;
	}
	if (stops > 1)
		kinds |= END_DOTS;
	if (stops == 2 && n == 2 && look_space(look_at(p, l->e)))
		kinds = END_STRONG;	/* a full stop typed twice */
	if (bars > 1)
		kinds |= END_DOUBLE;
	if (arabic == n && n > 2)
		kinds = END_DOTS;	/* ۔۔۔ is an ellipsis */
	if (arabic == n && n == 1)
		kinds |= END_ARABIC;
	*pp = p;
	return kinds;
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
		if (look_word(utf8_step(&q)))
			return 1;
		l->blank = q;
	}
	return 0;
}

/* The run of characters without space around p: an address? */
static int
in_address(struct line *l, const char *p)
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
closes(struct line *l, const char *q, int spaced)
{
	uint32_t after = look_at(q + 1, l->e);
	int space_after = after == 0 || look_space(after);

	if (after == 0)
		return 1;
	if (spaced)
		return space_after && (l->quotes & 1);
	if (space_after || end_mark(l, after) || after == ')' ||
	    after == ',' || after == '"')
		return 1;
	return l->quotes & 1;
}

/* A second danda after a space: "है। ।" */
static int
stray(struct line *l, uint32_t c, const char *r)
{
	uint32_t after = look_at(r, l->e);

	return (c == 0x964 || c == '|' || c == 0x6d4) && end_mark(l, c) &&
	    (after == 0 || look_space(after));
}

static int
is_comma(uint32_t c)
{
	return c == ',' || c == ';' || c == 0x60c || c == 0x61b;
}

/*
 * Over marks of reference: [1], [क], ¹².  They go with the sentence before
 * them.
 */
static const char *
references(const struct line *l, const char *p)
{
	const char *q, *r;
	uint32_t c;
	int n;

	for (;; p = q) {
		for (q = p; (c = look_at(q, l->e)) == 0xb9 || c == 0xb2 ||
		    c == 0xb3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);)
			q = look_step(q);
		if (c == '[') {
			r = q + 1;
			for (n = 0; n < 3 && look_word(look_at(r, l->e)); n++) {
				r = look_step(r);
				if (!look_digit(look_before(l->start, r)))
					break;
			}
			if (r > q + 1 && look_at(r, l->e) == ']')
				q = r + 1;
		}
		if (q == p)
			return p;
	}
}

/* Does the closing or two-faced mark c, with r behind it, close? */
static int
closing_quote(struct line *l, uint32_t c, const char *r, int spaced)
{
	uint32_t after = look_at(r, l->e);
	int space_after = after == 0 || look_space(after);

	if (c == '\'') {
		while (r < l->e && *r == '\'')		/* '' for " */
			r++;
		return !spaced || look_space(look_at(r, l->e)) || r == l->e;
	}
	if (c == 0x201c || c == 0x2018)
		/* Urdu sets ”...“ and ’...‘: the second closes. */
		return !spaced && (space_after || end_mark(l, after) ||
		    is_comma(after));
	if (c == 0x201d || c == 0x2019 || c == 0xbb)
		return !spaced || space_after;
	return 0;
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
		c = look_at(q, l->e);
		if (look_space(c)) {
			(void)utf8_step(&q);
			spaced = 1;
			c = look_at(q, l->e);
		}
		if (c == 0)
			return p;
		r = look_step(q);
		if (c == '"' && closes(l, q, spaced)) {
			l->quotes++;
			*quote = 1;
		} else if (closing_quote(l, c, r, spaced))
			*quote = 1;
		else if ((c == ')' || c == ']' || c == '}') && (!spaced ||
		    look_at(r, l->e) == 0 || look_space(look_at(r, l->e))))
			*bracket = 1;
		else if (!stray(l, c, r) && (!*quote || spaced ||
		    !end_mark(l, c)))
			return p;
		p = look_marks(r, l->e);
	}
}

/* After ॥ : the number of a verse and its second mark (॥१॥). */
static const char *
verse(struct line *l, const char *p)
{
	const char *q = look_skip(p, l->e), *r;
	int n = 0;

	for (r = q; r < l->e && (look_digit(look_at(r, l->e)) || (n > 0 &&
	    (*r == '.' || *r == '-'))); n++)
		(void)utf8_step(&r);
	if (n == 0 || n > 8)
		return p;
	r = look_skip(r, l->e);
	if ((over_marks(l, &r) & END_DOUBLE) == 0)
		return p;
	return r;
}

/* Is the bracket that closes here inside a sentence?  "(सच में!) और ..." */
static int
aside(struct line *l, const char *p)
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
reported(struct line *l, const char *p)
{
	const char *q = p;
	int words = 1;
	uint32_t c;

	c = look_at(p, l->e);
	if (look_lower(c))
		return 1;
	if (!look_native(c) && !look_upper(c))
		return 0;
	if (abbrev_that(p, l->e, l->hint))
		return 1;
	if (l->open != NULL && l->open > l->start &&
	    abbrev_says(l->start, l->open, l->hint))
		return 0;
	while (q < l->e && q - p < REACH) {
		const char *at = q;

		c = utf8_step(&q);
		if (end_mark(l, c))
			return abbrev_says(p, at, l->hint);
		if (c == '"' || c == 0x201c || c == 0x2018 || is_comma(c))
			return 0;
		if (look_space(c) && ++words > 6)
			return 0;
	}
	return 0;
}

/*
 * Has a title or a question of a few words closed before p, inside of a
 * sentence: फ़िल्म "क्या कहना!" खूब चली।  No comma, verb of saying or "that" goes
 * before it.
 */
static int
titled(struct line *l, const char *mark, const char *p)
{
	const char *o = l->open, *q;
	int words = 1;

	if (o == NULL || (*mark != '!' && *mark != '?') ||
	    !look_native(look_at(p, l->e)) || mark - o > 90)
		return 0;
	for (q = o; q < mark; q++)
		words += *q == ' ';
	if (words > 3)
		return 0;
	if (o == l->start)
		return abbrev_joins(p, l->e, l->hint);
	q = look_trim(l->start, o);
	return q > l->start && look_native(look_before(l->start, q)) &&
	    !abbrev_quotes(l->start, q, l->hint);
}

static int
shortened(struct line *l, const char *p, const char *q,
    const char *next)
{
	struct stop s = { l->start, p, q, next, l->e, l->hint };

	return abbrev_before(&s);
}

static int
list_number(struct line *l, const char *p, const char *q,
    const char *next)
{
	struct stop s = { l->start, p, q, next, l->e, l->hint };

	return abbrev_list_number(&s);
}

/* A stop without space behind it. */
static int
glued_ends(struct line *l, const char *p, const char *next)
{
	uint32_t prev = look_before(l->start, p), c = look_at(next, l->e);

	if (look_digit(prev) && look_digit(c))
		return 0;
	if (look_native(prev))
		return look_native(c) || look_upper(c) || look_digit(c) ||
		    c == '"' || c == 0x201c || c == 0x2018 || c == '@' ||
		    c == '#';
	if (look_native(c))
		return !in_address(l, p) || look_digit(prev);
	if (look_lower(prev) && look_upper(c))
		return look_lower(look_at(look_step(next), l->e)) &&
		    !in_address(l, p);
	return c == 0x201c;
}

/* A single full stop at p, the run ending at q, the next word at next. */
static int
stop_ends(struct line *l, const char *p, const char *q,
    const char *next)
{
	uint32_t prev = look_before(l->start, p), c = look_at(next, l->e);

	if (is_comma(c) || (c == ')' && next > q))
		return 0;
	if (shortened(l, p, q, next) || list_number(l, p, q, next))
		return 0;
	if (next > q && look_native(c) && abbrev_after(next, l->e, l->hint))
		return 0;
	if (next == q)
		return glued_ends(l, p, next);
	if (look_lower(c) && !look_native(prev) && !look_digit(prev))
		return is_link(next, l->e) ||	/* "fell. eBay rose." */
		    look_upper(look_at(look_step(next), l->e));
	return 1;
}

/* "साप! साप!": the one word of the quotation or unit up to p comes again. */
static int
again(const struct line *l, const char *p, const char *next)
{
	size_t n, left = (size_t)(l->e - next);
	const char *w;

	if (*p != '!')
		return 0;
	w = abbrev_word(l->start, p);
	n = (size_t)(p - w);
	return n > 0 && n < left && next[n] == '!' &&
	    memcmp(w, next, n) == 0 && (w == l->start ||
	    look_skip(l->start, w) == w || w[-1] == '"' ||
	    (unsigned char)w[-1] >= 0x80);
}

/* ? ! and dandas, without space: inside a link they end nothing. */
static int
strong_ends(struct line *l, const char *p, const char *q,
    const char *next, int kinds)
{
	uint32_t c = look_at(next, l->e);

	if (is_comma(c) || again(l, p, next))
		return 0;
	if ((kinds & END_ARABIC) != 0 && (shortened(l, p, q, next) ||
	    list_number(l, p, q, next)))
		return 0;
	if (next == q && (unsigned char)*p < 0x80) {
		if (c == ')' || c == '=' || c == '&' || c == '[' || c == '(')
			return 0;
		if (c < 0x80 && (look_lower(c) || look_digit(c) ||
		    (look_upper(c) && in_address(l, p))))
			return 0;
	}
	return 1;
}

static int
dots_end(const char *next, const char *e)
{
	uint32_t c = look_at(next, e);

	return c == 0 || look_upper(c);
}

const char *
end_decide(struct line *l, const char *p, const char **pp)
{
	const char *q = p, *end, *next;
	int kinds, quote = 0, bracket = 0, ends;

	kinds = over_marks(l, &q);
	*pp = q;
	if (!worded(l, p))
		return NULL;
	if (look_before(l->start, p) == '(' && look_at(q, l->e) == ')')
		return NULL;			/* (!) */
	if (kinds & END_DOUBLE)
		q = verse(l, q);
	end = references(l, closers(l, q, &quote, &bracket));
	next = look_skip(end, l->e);
	*pp = end;
	if (next >= l->last) {
		*pp = l->e;
		return l->e;
	}
	if (kinds == END_STOP && end == q)
		ends = stop_ends(l, p, q, next);
	else if (kinds & END_STRONG || kinds == END_STOP)
		ends = strong_ends(l, p, q, next, end == q ? kinds : 0);
	else
		ends = dots_end(next, l->e);
	if (ends && bracket && !quote && aside(l, p))
		ends = 0;
	if (ends && quote && next > end && (reported(l, next) ||
	    titled(l, p, next)))
		ends = 0;
	return ends ? end : NULL;
}
