/*
 * Dates: from words to days.  Two points of time may make a range; what is
 * missing comes from the other or from today.  Values are ISO 8601: days,
 * months, years, weeks, intervals.
 */
#include <string.h>

#include "date.h"
#include "point.h"

/* The year, of three, that brings the day nearest to today. */
static int
near_year(const struct day *today, int m, int d)
{
	long now = day_number(today->y, today->m, today->d), best = -1, far;
	int y, found = today->y;

	for (y = today->y - 1; y <= today->y + 1; y++) {
		far = day_number(y, m, d > 0 ? d : 15) - now;
		far = far < 0 ? -far : far;
		if (best < 0 || far < best) {
			best = far;
			found = y;
		}
	}
	return found;
}

/* The value of one point, whose missing year is that nearest to today. */
static void
put_point(const struct date_reader *r, const struct point *p, int off,
    struct buf *v)
{
	const struct day *t = r->today;
	long now;
	int y = p->y, step;

	if (p->decade && y > 0) {
		day_put(v, y, 0, 0);
		buf_putc(v, '/');
		day_put(v, y + 9, 0, 0);
	} else if (p->m > 0 || y > 0) {
		if (y == 0 && t->y > 0 && ((y = near_year(t, p->m,
		    p->d)) < 1 || y > 9999))
			return;		/* four digits cannot write it */
		if (p->d > 0 && !day_is(y, p->m, p->d))
			return;
		day_put(v, y, p->m, p->d);
		if (p->d2 > 0 && day_is(y, p->m, p->d2)) {
			buf_putc(v, '/');
			day_put(v, y, p->m, p->d2);
		}
	} else if (p->wd > 0 && t->y > 0) {
		/* The last one, today included; "last" leaves today out. */
		now = day_number(t->y, t->m, t->d);
		step = (day_weekday(now) - p->wd + 7) % 7;
		if (off < 0 && step == 0)
			step = 7;
		if (off > 0)
			step = step == 0 ? -7 : step - 7;
		day_put_number(v, now - step);
	}
}

/* `n' units from today. */
static void
put_offset(const struct date_reader *r, char unit, long n, struct buf *v)
{
	const struct day *t = r->today;
	long now, months;

	if (t->y == 0 || n < -100000 || n > 100000)
		return;
	now = day_number(t->y, t->m, t->d);
	months = t->y * 12L + t->m - 1 + n;
	switch (unit) {
	case 'D':
		day_put_number(v, now + n);
		break;
	case 'W':
		day_put_week(v, now + 7 * n);
		break;
	case 'M':
		if (months >= 12 && months < 120000)
			day_put(v, (int)(months / 12), (int)(months % 12) + 1,
			    0);
		break;
	default:
		if (t->y + n > 0 && t->y + n <= 9999)
			day_put(v, (int)(t->y + n), 0, 0);
	}
}

/* A month of a year that four digits can write. */
static void
put_month(int y, int m, struct buf *v)
{
	if (y >= 1 && y <= 9999)
		day_put(v, y, m, 0);
}

/* A whole number, in digits or as a word; -1 if token k is none. */
static long
count(const struct date_reader *r, size_t k)
{
	const struct token *t = &r->ts->t[k];
	struct cal_word w;
	int n, v;

	if (k >= r->ts->n)
		return -1;
	v = point_leading(t, &n);
	if (n > 0 && n < 6 && n == t->n)
		return v;
	w = point_word(r, k);
	if (w.kind != 'n' || memchr(w.text.p, '.', w.text.n) != NULL)
		return -1;
	for (v = 0; w.text.n > 0; w.text.p++, w.text.n--)
		v = v * 10 + (*w.text.p - '0');
	return v;
}

/* पिछले महीने, last Wednesday, इस साल जुलाई, the last 5 years. */
static size_t
after_last(const struct date_reader *r, size_t i, const struct cal_word *p,
    struct buf *v)
{
	size_t k = i + p->len, from = v->n, mid;
	struct cal_word w = point_word(r, k), u;
	struct point x = { 0 };
	long n;

	if (k >= r->ts->n || r->ts->t[k].brk)
		return 0;
	if (w.kind == 'U') {
		k += w.len;
		put_offset(r, w.unit, p->n, v);
		u = point_word(r, k);
		if (u.kind == 'O')
			u = point_word(r, ++k);
		if (w.unit == 'Y' && u.kind == 'M' && r->today->y > 0) {
			v->n = from;
			put_month(r->today->y + p->n, u.n, v);
			return k + u.len - i;
		}
		return k - i - (k > i + p->len + w.len);
	}
	if (w.kind == 'D' || w.kind == 'M') {
		x.m = w.kind == 'M' ? w.n : 0;
		x.wd = w.kind == 'D' ? w.n : 0;
		if (x.m > 0 && r->today->y > 0)
			put_month(r->today->y + (p->n < 0 &&
			    x.m >= r->today->m ? -1 : p->n > 0 &&
			    x.m <= r->today->m), x.m, v);
		else
			put_point(r, &x, p->n, v);
		return k + w.len - i;
	}
	if (p->n != 0 && (n = count(r, k)) > 0) {
		u = point_word(r, k + 1);
		if (u.kind != 'U')
			return 0;
		put_offset(r, u.unit, p->n < 0 ? -n : 0, v);
		mid = v->n;
		if (mid > from) {
			buf_putc(v, '/');
			put_offset(r, u.unit, p->n < 0 ? 0 : n, v);
			if (v->n == mid + 1)
				v->n = from;
		}
		return k + 1 + u.len - i;
	}
	return 0;
}

/* तीन दिन पहले, 3 days ago. */
static size_t
before_ago(const struct date_reader *r, size_t i, struct buf *v)
{
	struct cal_word u, a;
	long n = count(r, i);

	if (n < 0)
		return 0;
	u = point_word(r, i + 1);
	if (u.kind == 'B') {
		put_offset(r, u.unit, -n, v);
		return 1 + u.len;
	}
	if (u.kind != 'U')
		return 0;
	a = point_word(r, i + 1 + u.len);
	if (a.kind != 'A' && a.kind != 'H')
		return 0;
	put_offset(r, u.unit, a.kind == 'A' ? -n : n, v);
	return 1 + u.len + a.len;
}

/* A year that stands alone is one if a word beside it says so: in 2014, 2014
 * में, 2014માં. */
static int
year_alone(const struct date_reader *r, size_t i, size_t end)
{
	const struct token *t = &r->ts->t[i];
	struct cal_word w;
	int n, v = point_leading(t, &n);

	if (end > i + 1 || t->kind != TOK_NUMBER)
		return t->n == 4 || t->kind == TOK_WORD;
	if (v < 1900 || v > 2099)
		return 0;
	if (i > 0 && !t->brk && point_is_latin(&r->ts->t[i - 1])) {
		w = point_word(r, i - 1);
		if (w.kind != 0 && strchr("ITO", w.kind) != NULL)
			return 1;
	}
	if (end >= r->ts->n || r->ts->t[end].brk ||
	    point_is_latin(&r->ts->t[end]))
		return 0;
	w = point_word(r, end);
	return w.kind != 0 && (strchr("ITV", w.kind) != NULL ||
	    (w.kind == 'O' && v % 100 != 0));
}

/* Is what was read a date by itself? */
static int
stands(const struct date_reader *r, size_t i, const struct point *p)
{
	if (p->end == i)
		return 0;
	if (p->full || p->decade)
		return 1;
	if (p->m > 0)
		return !p->weak || p->d > 0 || p->y > 0;
	if (p->wd > 0)
		return !p->weak;
	return p->y > 0 && p->d == 0 && year_alone(r, i, p->end);
}

/* Between two points: -, to, से.  2: they need not have the same parts. */
static size_t
joint(const struct date_reader *r, size_t k, int *free_form)
{
	const struct token *t = &r->ts->t[k];
	struct cal_word w;

	if (k >= r->ts->n || t->brk)
		return 0;
	*free_form = t->kind == TOK_PUNCT && t->n == 1 &&
	    (t->f[0] == '-' || t->f[0] == 0x2013 || t->f[0] == 0x2014);
	if (*free_form)
		return 1;
	w = point_word(r, k);
	*free_form = point_is_latin(t);
	return w.kind == 'T' ? w.len : 0;
}

/* Are there such days, and the first not after the last?  Of no year, or one
 * that four digits can write. */
static int
in_order(const struct point *a, const struct point *b)
{
	int y = a->y > 0, m = a->m > 0 ? a->m : 1, n = b->m > 0 ? b->m : 1;

	if (!day_is(a->y, m, a->d > 0 ? a->d : 1) ||
	    !day_is(b->y, n, b->d > 0 ? b->d : 1) || y != (b->y > 0))
		return 0;
	if (a->y != b->y)
		return a->y < b->y;
	return m == n ? a->d <= b->d : !y || m < n;
}

/* Two points as one interval, if they fit; what one lacks the other has: the
 * year, or the one before or after it (December 2024 to February). */
static int
put_range(const struct date_reader *r, struct point a, struct point b,
    int free_form, struct buf *v)
{
	if (a.wd > 0 || b.wd > 0 || a.d2 > 0 || b.d2 > 0 || a.decade ||
	    b.decade)
		return 0;
	if (b.m == 0 && b.d > 0) {		/* July 3 to 5 */
		if (!free_form || a.m == 0 || a.d == 0 || (a.y > 0 && b.y > 0))
			return 0;
		b.m = a.m;
	}
	if (a.m == 0 && a.y == 0 && a.d > 0)	/* 3 to 5 July */
		a.m = b.d > 0 ? b.m : 0;
	if (a.m == 0 && b.m == 0 && (a.y < 1900 || b.y < 1900 || a.y > 2099 ||
	    b.y > 2099 || a.y > b.y))
		return 0;
	if ((a.m > 0) != (b.m > 0) || (a.d > 0) != (b.d > 0))
		return 0;
	if (a.y == 0 && b.y == 0 && r->today->y > 0)
		a.y = near_year(r->today, a.m, a.d);
	if (a.y == 0 && b.y > 0)
		a.y = b.y - (b.m < a.m);
	else if (b.y == 0 && a.y > 0)
		b.y = a.y + (b.m < a.m);
	if (!in_order(&a, &b))
		return 0;
	day_put(v, a.y, a.m, a.d);
	buf_putc(v, '/');
	day_put(v, b.y, b.m, b.d);
	return 1;
}

/* 2014-19, 2014-2019: after a word that says year, or before one. */
static size_t
year_range(const struct date_reader *r, size_t i, struct buf *val)
{
	struct cal_word w = point_word(r, i);
	size_t k = i + (w.kind == 'U' && w.unit == 'Y' ? w.len : 0);
	int v[3], len[3], sep;

	if (k >= r->ts->n || r->ts->t[k].kind != TOK_NUMBER ||
	    point_split(&r->ts->t[k], v, len, &sep) != 2 || sep != '-' ||
	    len[0] != 4 || v[0] < 1900 || v[0] > 2099)
		return 0;
	if (len[1] == 2)
		v[1] += v[0] / 100 * 100;
	else if (len[1] != 4)
		return 0;
	if (v[1] <= v[0] || v[1] > 2099)
		return 0;
	day_put(val, v[0], 0, 0);
	buf_putc(val, '/');
	day_put(val, v[1], 0, 0);
	return k + 1 - i;
}

static size_t
point_at(const struct date_reader *r, size_t i, struct buf *v)
{
	struct point a = point_read(r, i), b;
	size_t k;
	int free_form;

	if (a.end == i)
		return 0;
	if ((k = joint(r, a.end, &free_form)) > 0) {
		b = point_read(r, a.end + k);
		if (b.end > a.end + k && put_range(r, a, b, free_form, v))
			return b.end - i;
	}
	if (!stands(r, i, &a))
		return 0;
	put_point(r, &a, 0, v);
	return a.end - i;
}

size_t
date_at(const struct calendar *c, const struct tokens *ts, struct str text,
    size_t i, const struct day *today, struct buf *value)
{
	struct date_reader r = { c, ts, text, today };
	const struct token *t = &ts->t[i];
	struct cal_word w;
	size_t n;

	if (t->kind != TOK_WORD && t->kind != TOK_NUMBER)
		return 0;
	if (point_is_number(t)) {
		if ((n = before_ago(&r, i, value)) > 0 ||
		    (n = year_range(&r, i, value)) > 0)
			return n;
		return point_at(&r, i, value);
	}
	w = point_word(&r, i);
	switch (w.kind) {
	case 'Q':
		return w.len;
	case 'R':
		put_offset(&r, w.unit, w.n, value);
		return w.len;
	case 'P':
		return after_last(&r, i, &w, value);
	case 'n':
		return before_ago(&r, i, value);
	case 'U':
		if (w.unit != 'Y')
			return 0;
		if ((n = year_range(&r, i, value)) > 1)
			return n;
		return !point_is_year(&r, i + w.len) ? 0 :
		    point_at(&r, i, value);
	case 'M':
	case 'D':
		return point_at(&r, i, value);
	default:
		return 0;
	}
}
