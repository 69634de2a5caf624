/*
 * Numbers: 1,25,000 and ૧,૨૫,૦૦૦; ₹5 करोड़, 2 लाख करोड़ रुपये, 25%, 50 km.
 * Values are exact: lakh and crore only move the point.
 */
#include <string.h>

#include "number.h"

struct value {
	struct buf	*b;		/* digits, without the point */
	size_t		 from;
	long		 shift;		/* powers of ten to multiply by */
	int		 range;		/* 10-12: no single value */
};

/* Digits of a token up to `end' letters; groups of two or three behind a
 * comma; 0 if it is no number. */
static int
take_digits(const struct token *t, size_t end, struct value *v)
{
	size_t i, group = 0, commas = 0;
	int d, point = 0;
	long places = 0;

	for (i = 0; i < end; i++) {
		if ((d = calendar_digit(t->f[i])) >= 0) {
			buf_putc(v->b, (char)('0' + d));
			places += point;
			group++;
			continue;
		}
		if (t->f[i] == ',' && !point) {
			if (commas > 0 && group != 2 && group != 3)
				return 0;
			if (commas == 0 && group > 3)
				return 0;
			commas++;
			group = 0;
		} else if (t->f[i] == '.' && !point) {
			if (commas > 0 && group != 3)
				return 0;
			point = 1;
			group = 0;
		} else if (t->f[i] == '-' && i > 0) {
			v->range = 1;
			return 1;
		} else
			return 0;
	}
	if (commas > 0 && !point && group != 3)
		return 0;
	v->shift -= places;
	/* 007 is a name, not a number; so is one as long as a phone's. */
	return v->b->n - v->from <= 15 && (v->b->n - v->from == 1 ||
	    v->b->p[v->from] != '0' || point);
}

/* The digits, the point moved, as JSON writes a number. */
static void
settle(struct value *v)
{
	struct buf *b = v->b;
	size_t n = b->n - v->from, whole;
	char *p;

	for (; v->shift > 0; v->shift--)
		buf_putc(b, '0');
	if (v->shift < 0) {
		/* One digit at least before the point. */
		while ((long)n <= -v->shift) {
			buf_putc(b, '0');
			p = b->p + v->from;
			memmove(p + 1, p, n);
			*p = '0';
			n++;
		}
		whole = n - (size_t)-v->shift;
		buf_putc(b, '0');
		p = b->p + v->from;
		memmove(p + whole + 1, p + whole, n - whole);
		p[whole] = '.';
		while (b->p[b->n - 1] == '0')
			b->n--;
		if (b->p[b->n - 1] == '.')
			b->n--;
	}
	/* 0 stands only alone or before the point. */
	p = b->p + v->from;
	for (n = b->n - v->from; n > 1 && *p == '0' && p[1] != '.'; n--)
		memmove(p, p + 1, n - 1);
	b->n = v->from + n;
}

struct reader {
	const struct calendar	*c;
	const struct tokens	*ts;
	struct str		 text;
};

static struct cal_word
word(const struct reader *r, size_t k)
{
	struct cal_word none = { 0 };

	if (k >= r->ts->n || r->ts->t[k].n == 0)
		return none;
	return calendar_word(r->c, r->ts, r->text, k);
}

/* ISO 4217 codes are three capitals. */
static int
is_money(struct str unit)
{
	return unit.n == 3 && *unit.p >= 'A' && *unit.p <= 'Z' &&
	    unit.p[1] >= 'A' && unit.p[1] <= 'Z';
}

/* A unit before its number: ₹, Rs., રૂ, ಶೇ 30; tokens, 0 if there is none. */
static size_t
unit_before(const struct reader *r, size_t i, struct str *unit)
{
	const struct token *t = &r->ts->t[i];
	struct cal_word w;
	size_t k;

	if (t->n > 6 || (t->kind != TOK_PUNCT && t->kind != TOK_WORD))
		return 0;
	w = word(r, i);
	if (w.len != 1 || (w.kind != 'b' && (w.kind != 'u' || t->n > 3 ||
	    !is_money(w.text))))
		return 0;
	k = i + 1;
	if (k < r->ts->n && r->ts->t[k].kind == TOK_PUNCT &&
	    r->ts->t[k].f[0] == '.')
		k++;
	if (k >= r->ts->n || r->ts->t[k].brk ||
	    calendar_digit(r->ts->t[k].f[0]) < 0)
		return 0;
	*unit = w.text;
	return k - i;
}

/* "50km", "5cr", "500ની": the digits, then what the rest is. */
static int
glued(const struct reader *r, const struct token *t, struct value *v,
    struct str *unit)
{
	struct token rest = *t;
	struct tokens one = { &rest, 1, 1 };
	struct cal_word w;
	size_t n;

	for (n = 0; n < t->n && (calendar_digit(t->f[n]) >= 0 ||
	    t->f[n] == '.' || t->f[n] == ',');)
		n++;
	if (n == 0 || n >= t->n || !take_digits(t, n, v))
		return 0;
	if (t->stem == n && t->f[n] > 0x900)
		return 1;
	rest.n = (uint16_t)(t->n - n);
	memmove(rest.f, t->f + n, rest.n * sizeof(*rest.f));
	rest.stem = rest.n;
	rest.kind = TOK_PUNCT;		/* no surface to cut */
	w = calendar_word(r->c, &one, r->text, 0);
	if (w.kind == 'u')
		*unit = w.text;
	else if (w.kind == 'x' && w.n > 2)
		v->shift += w.n;
	else if (w.kind != 'I')		/* 30ರಷ್ಟು */
		return 0;
	return 1;
}

/* दो लाख, साढ़े तीन लाख: words before a power of ten; how many. */
static size_t
spelled(const struct reader *r, size_t i, struct value *v)
{
	struct cal_word w = word(r, i);
	size_t k;
	int point = 0;

	if (w.kind != 'n' || word(r, i + w.len).kind != 'x' ||
	    r->ts->t[i + w.len].brk)
		return 0;
	for (k = 0; k < w.text.n; k++) {
		if (w.text.p[k] == '.')
			point = 1;
		else {
			buf_putc(v->b, w.text.p[k]);
			v->shift -= point;
		}
	}
	return w.len;
}

size_t
number_at(const struct calendar *c, const struct tokens *ts, struct str text,
    size_t i, struct buf *value, struct str *unit)
{
	struct reader r = { c, ts, text };
	struct value v = { value, value->n, 0, 0 };
	const struct token *t;
	struct cal_word w;
	size_t k = i, len = 0;

	*unit = (struct str){ NULL, 0 };
	if (ts->t[i].n == 0)
		return 0;
	k += unit_before(&r, i, unit);
	t = &ts->t[k];
	if (t->kind == TOK_NUMBER)
		len = (size_t)take_digits(t, t->n, &v);
	else if (t->kind == TOK_WORD && glued(&r, t, &v, unit))
		len = 1;
	else if (t->kind == TOK_WORD)
		len = spelled(&r, k, &v);
	if (len == 0) {
		value->n = v.from;
		return 0;
	}
	for (k += len; k < ts->n && !ts->t[k].brk; k += w.len) {
		w = word(&r, k);
		if (w.kind == 'x')
			v.shift += w.n;
		else if (w.kind == 'u' && unit->n == 0) {
			*unit = w.text;
			k += w.len;
			break;
		} else
			break;
	}
	if (v.range || v.shift > 30)
		value->n = v.from;
	else
		settle(&v);
	return k - i;
}
