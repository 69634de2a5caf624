/*
 * A point of time, read word by word, whatever their order: 3 जुलाई 2024,
 * July 3, 2024, 2023 के दिसंबर महीने.
 */
#include <string.h>

#include "point.h"

#define FAR	10			/* tokens of the longest */

struct cal_word
point_word(const struct date_reader *r, size_t k)
{
	struct cal_word none = { 0 };

	if (k >= r->ts->n)
		return none;
	return calendar_word(r->c, r->ts, r->text, k);
}

/* The number that a token begins with; *n its digits. */
int
point_leading(const struct token *t, int *n)
{
	int v = 0, d;

	for (*n = 0; *n < t->n && (d = calendar_digit(t->f[*n])) >= 0; ++*n)
		if (*n < 8)
			v = v * 10 + d;
	return v;
}

/* Digits that separators cut in up to three; how many, 0 if it is not so. */
int
point_split(const struct token *t, int v[3], int len[3], int *sep)
{
	int i, n = 0, d;

	memset(v, 0, 3 * sizeof(*v));
	memset(len, 0, 3 * sizeof(*len));
	*sep = 0;
	for (i = 0; i < t->n; i++) {
		if ((d = calendar_digit(t->f[i])) >= 0) {
			if (++len[n] > 4)
				return 0;
			v[n] = v[n] * 10 + d;
			continue;
		}
		if (strchr(".-/", t->f[i] < 0x80 ? t->f[i] : 'x') == NULL ||
		    (*sep != 0 && *sep != t->f[i]) || len[n] == 0 || n == 2)
			return 0;
		*sep = t->f[i];
		n++;
	}
	return len[n] > 0 ? n + 1 : 0;
}

/* 3.7.2024, 2024-07-03, 12/10/2021, 3/7/24; the day first unless it cannot
 * be one. */
static int
written(const struct token *t, struct point *p)
{
	int v[3], len[3], sep, tmp;

	if (t->kind != TOK_NUMBER || point_split(t, v, len, &sep) != 3)
		return 0;
	if (len[0] == 4) {
		tmp = v[0];
		v[0] = v[2];
		v[2] = tmp;
		if (len[1] > 2 || len[2] > 2)
			return 0;
	} else if (len[0] > 2 || len[1] > 2 || (len[2] != 4 && len[2] != 2))
		return 0;
	else if (len[2] == 2) {
		/* 1.2.10 may be a version: two digits each, or a slash. */
		if (sep == '.' && (len[0] != 2 || len[1] != 2))
			return 0;
		v[2] += v[2] < 70 ? 2000 : 1900;
	}
	if (v[1] > 12 && v[0] <= 12 && len[0] != 4) {
		tmp = v[0];
		v[0] = v[1];
		v[1] = tmp;
	}
	if (!day_is(v[2], v[1], v[0]) || v[2] < 1000)
		return 0;
	p->y = v[2];
	p->m = v[1];
	p->d = v[0];
	p->full = 1;
	return 1;
}

/* Letters of Brahmi or Arabic script behind the digits, few, after a hyphen
 * or not: 2023માં, 5-ம். */
static int
has_suffix(const struct token *t, int n, int most)
{
	int from = n + (t->n > n && t->f[n] == '-');

	return t->kind == TOK_WORD && t->n > from && t->n <= from + most &&
	    t->f[from] >= 0x600;
}

/* 2023, ૨૦૨૩, with a suffix 2023માં; 1990s. */
static int
take_year(const struct token *t, struct point *p)
{
	int n, v = point_leading(t, &n);

	if (n != 4 || v < 1000 || v > 2999 || p->y > 0)
		return 0;
	if (t->n == 5 && t->f[4] == 's')
		p->decade = 1;
	else if (t->n > 4 && !has_suffix(t, 4, 5))
		return 0;
	p->y = v;
	return 1;
}

/* 3, 03, 3rd, 3જી, and 3-5. */
static int
take_days(const struct token *t, struct point *p)
{
	int n, v[3], len[3], sep, d = point_leading(t, &n);

	if (p->d > 0)
		return 0;
	if (t->kind == TOK_NUMBER && n < t->n &&
	    point_split(t, v, len, &sep) == 2 && sep == '-' && v[0] >= 1 &&
	    v[0] < v[1] && v[1] <= 31) {
		p->d = v[0];
		p->d2 = v[1];
		return 1;
	}
	if (n < 1 || n > 2 || d < 1 || d > 31)
		return 0;
	if (n < t->n && !has_suffix(t, n, 4) && (t->n != n + 2 ||
	    t->f[n] >= 0x80 || t->f[n + 1] >= 0x80 ||
	    strchr("snrt", t->f[n]) == NULL ||
	    strchr("tdh", t->f[n + 1]) == NULL))
		return 0;
	p->d = d;
	return 1;
}

static int
point_is_mark(const struct date_reader *r, size_t k, const char *marks)
{
	const struct token *t = &r->ts->t[k];

	return k < r->ts->n && t->kind == TOK_PUNCT && t->n == 1 &&
	    t->f[0] < 0x80 && strchr(marks, t->f[0]) != NULL;
}

int
point_is_latin(const struct token *t)
{
	return t->n > 0 && t->f[0] < 0x250;
}

int
point_is_year(const struct date_reader *r, size_t k)
{
	struct point p = { 0 };

	return k < r->ts->n && take_year(&r->ts->t[k], &p);
}

/* A word in the point so far: 1 taken (the end moves), 0 no, -1 it may stand
 * between. */
static int
take_word(const struct date_reader *r, size_t k, struct point *p,
    const struct cal_word *w)
{
	switch (w->kind) {
	case 'M':
		if (p->m > 0)
			return 0;
		p->m = w->n;
		p->weak |= w->weak;
		return 1;
	case 'D':
		if (p->wd > 0)
			return 0;
		p->wd = w->n;
		p->weak |= w->weak && p->m == 0;
		return 1;
	case 'U':
		if (w->unit == 'M')		/* दिसंबर महीने */
			return p->m > 0 && p->end == k;
		if (w->unit != 'Y' || p->full)
			return 0;
		if (p->y > 0)			/* ২০১৪ সালে */
			return p->end == k;
		return point_is_year(r, k + 1) ? -1 : 0;
	case 'K':				/* 4 तारीख */
		return p->d > 0 && p->m > 0 && p->end == k ? 1 : -1;
	case 'O':
		return p->end == k && (p->m > 0 || p->y > 0 || p->d > 0) ?
		    -1 : 0;
	case 'E':
		if (p->y == 0 || p->m > 0 || p->y % 10 != 0)
			return 0;
		p->decade = 1;
		return 1;
	default:
		return 0;
	}
}

/* A number in the point: 1 taken, 0 no. */
static int
take_number(const struct date_reader *r, size_t k, struct point *p)
{
	const struct token *t = &r->ts->t[k];

	if (p->full)
		return 0;
	if (p->y == 0 && p->m == 0 && p->d == 0 && written(t, p))
		return 1;
	if (take_year(t, p))
		return 1;
	/* जुलाई 3, 2024; జూలై 3న; but जुलाई के 25 लोग. */
	if (p->m > 0 && p->y == 0 && k > 0 && t->kind == TOK_NUMBER &&
	    !point_is_latin(&r->ts->t[k - 1]) && !point_is_year(r, k + 1) &&
	    !(point_is_mark(r, k + 1, ",") && point_is_year(r, k + 2)) &&
	    point_word(r, k + 1).kind != 'K')
		return 0;
	return take_days(t, p);
}

int
point_is_number(const struct token *t)
{
	return (t->kind == TOK_NUMBER || t->kind == TOK_WORD) && t->n > 0 &&
	    calendar_digit(t->f[0]) >= 0;
}

/* A point from token i on; end is i if there is nothing. */
struct point
point_read(const struct date_reader *r, size_t i)
{
	struct point p = { 0 }, before, good;
	struct cal_word w;
	size_t k, step;
	int got;

	p.end = i;
	good = p;
	for (k = i; k < r->ts->n && k < i + FAR; k += step) {
		if (k > i && r->ts->t[k].brk)
			break;
		step = 1;
		before = p;
		if (point_is_number(&r->ts->t[k]))
			got = take_number(r, k, &p);
		else if (point_is_mark(r, k, ","))
			got = k > i && p.end == k ? -1 : 0;
		else {
			w = point_word(r, k);
			step = w.len > 0 ? w.len : 1;
			got = take_word(r, k, &p, &w);
		}
		if (got == 0) {
			p = before;
			break;
		}
		if (got > 0)
			p.end = k + step;
		/* बुधवार, 13 लोग: a number wants its month. */
		if (p.wd == 0 || p.m > 0 || (p.d == 0 && p.y == 0))
			good = p;
	}
	return good;
}
