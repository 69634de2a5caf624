/*
 * Dates: from words to days.  A point of time is read word by word, whatever
 * their order (3 जुलाई 2024, July 3, 2024, 2023 के दिसंबर महीने); two points
 * may make a range; what is missing comes from the other or from today.
 * Values are ISO 8601: days, months, years, weeks, intervals.
 */
#include <string.h>

#include "date.h"

#define FAR	10			/* tokens of the longest */

struct point {
	int	y, m, d, d2;		/* 0: not said */
	int	wd;			/* 1 Monday - 7 Sunday */
	int	weak;			/* month or weekday is a doubtful word */
	int	decade;
	int	full;			/* 3.7.2024 */
	size_t	end;			/* tokens */
};

struct reader {
	const struct calendar	*c;
	const struct tokens	*ts;
	struct str		 text;
	const struct day	*today;
};

/* Days since 0000-03-01, and back: H. Hinnant, chrono-compatible low-level
 * date algorithms (days_from_civil, civil_from_days). */
static long
day_number(int y, int m, int d)
{
	long era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

static struct day
day_of(long z)
{
	long era = (z >= 0 ? z : z - 146096) / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	int m = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct day){ (int)(yoe + era * 400) + (m <= 2), m,
	    (int)(doy - (153 * mp + 2) / 5 + 1) };
}

/* 1 Monday to 7 Sunday; day 0 was a Wednesday. */
static int
weekday(long z)
{
	return (int)(((z + 2) % 7 + 7) % 7 + 1);
}

static int
month_days(int y, int m)
{
	static const int days[] = {
		31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (m == 2 && y > 0 && (y % 4 != 0 || (y % 100 == 0 && y % 400 != 0)))
		return 28;
	return days[m - 1];
}

static int
is_day(int y, int m, int d)
{
	return y >= 0 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 &&
	    d <= month_days(y, m);
}

/* n decimal digits. */
static int
digits(const char *p, int n)
{
	int v = 0;

	for (; n > 0; n--, p++) {
		if (*p < '0' || *p > '9')
			return -1;
		v = v * 10 + (*p - '0');
	}
	return v;
}

int
date_read(struct str s, struct day *day)
{
	const char *p = s.p;

	*day = (struct day){ 0, 0, 0 };
	if (s.n < 10 || p[4] != '-' || p[7] != '-' ||
	    (s.n > 10 && p[10] >= '0' && p[10] <= '9') ||
	    !is_day(digits(p, 4), digits(p + 5, 2), digits(p + 8, 2)) ||
	    digits(p, 4) == 0)
		return 0;
	*day = (struct day){ digits(p, 4), digits(p + 5, 2), digits(p + 8, 2) };
	return 1;
}

static void
put_digits(struct buf *b, int v, int n)
{
	int at;
	char out[4];

	for (at = n; at-- > 0; v /= 10)
		out[at] = (char)('0' + v % 10);
	buf_put(b, out, (size_t)n);
}

/* 2024, 2024-07, 2024-07-03; a year that is not known is XXXX (8601-2). */
static void
put_date(struct buf *b, int y, int m, int d)
{
	if (y > 0)
		put_digits(b, y, 4);
	else
		buf_cstr(b, "XXXX");
	if (m > 0) {
		buf_putc(b, '-');
		put_digits(b, m, 2);
	}
	if (d > 0) {
		buf_putc(b, '-');
		put_digits(b, d, 2);
	}
}

static void
put_day(struct buf *b, long z)
{
	struct day x = day_of(z);

	if (x.y > 0 && x.y <= 9999)
		put_date(b, x.y, x.m, x.d);
}

/* The ISO week that holds a day: that of its Thursday. */
static void
put_week(struct buf *b, long z)
{
	long thursday = z - weekday(z) + 4;
	struct day x = day_of(thursday);

	if (x.y < 1 || x.y > 9999)
		return;
	put_digits(b, x.y, 4);
	buf_cstr(b, "-W");
	put_digits(b, (int)((thursday - day_number(x.y, 1, 1)) / 7) + 1, 2);
}

static struct cal_word
word(const struct reader *r, size_t k)
{
	struct cal_word none = { 0 };

	if (k >= r->ts->n)
		return none;
	return calendar_word(r->c, r->ts, r->text, k);
}

/* The number that a token begins with; *n its digits. */
static int
leading(const struct token *t, int *n)
{
	int v = 0, d;

	for (*n = 0; *n < t->n && (d = calendar_digit(t->f[*n])) >= 0; ++*n)
		if (*n < 8)
			v = v * 10 + d;
	return v;
}

/* Digits that separators cut in up to three; how many, 0 if it is not so. */
static int
split(const struct token *t, int v[3], int len[3], int *sep)
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

	if (t->kind != TOK_NUMBER || split(t, v, len, &sep) != 3)
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
	if (!is_day(v[2], v[1], v[0]) || v[2] < 1000)
		return 0;
	p->y = v[2];
	p->m = v[1];
	p->d = v[0];
	p->full = 1;
	return 1;
}

/* 2023, ૨૦૨૩, with a suffix 2023માં; 1990s. */
static int
take_year(const struct token *t, struct point *p)
{
	int n, v = leading(t, &n);

	if (n != 4 || v < 1000 || v > 2999 || p->y > 0)
		return 0;
	if (t->n == 5 && t->f[4] == 's')
		p->decade = 1;
	else if (t->n > 4 && (t->n > 9 || t->f[4] < 0x900 ||
	    t->kind != TOK_WORD))
		return 0;
	p->y = v;
	return 1;
}

/* 3, 03, 3rd, 3જી, and 3-5. */
static int
take_days(const struct token *t, struct point *p)
{
	int n, v[3], len[3], sep, d = leading(t, &n);

	if (p->d > 0)
		return 0;
	if (t->kind == TOK_NUMBER && n < t->n && split(t, v, len, &sep) == 2 &&
	    sep == '-' && v[0] >= 1 && v[0] < v[1] && v[1] <= 31) {
		p->d = v[0];
		p->d2 = v[1];
		return 1;
	}
	if (n < 1 || n > 2 || d < 1 || d > 31 || t->n > n + 4 ||
	    (n < t->n && t->kind != TOK_WORD))
		return 0;
	if (n < t->n && t->f[n] < 0x80 && (t->n != n + 2 ||
	    strchr("snrt", t->f[n]) == NULL ||
	    strchr("tdh", t->f[n + 1]) == NULL))
		return 0;
	p->d = d;
	return 1;
}

static int
is_mark(const struct reader *r, size_t k, const char *marks)
{
	const struct token *t = &r->ts->t[k];

	return k < r->ts->n && t->kind == TOK_PUNCT && t->n == 1 &&
	    t->f[0] < 0x80 && strchr(marks, t->f[0]) != NULL;
}

static int
is_latin(const struct token *t)
{
	return t->n > 0 && t->f[0] < 0x250;
}

static int
is_year(const struct reader *r, size_t k)
{
	struct point p = { 0 };

	return k < r->ts->n && take_year(&r->ts->t[k], &p);
}

/* A word in the point so far: 1 taken (the end moves), 0 no, -1 it may stand
 * between. */
static int
take_word(const struct reader *r, size_t k, struct point *p,
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
		return is_year(r, k + 1) ? -1 : 0;
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
take_number(const struct reader *r, size_t k, struct point *p)
{
	const struct token *t = &r->ts->t[k];

	if (p->full)
		return 0;
	if (p->y == 0 && p->m == 0 && p->d == 0 && written(t, p))
		return 1;
	if (take_year(t, p))
		return 1;
	/* जुलाई 3, 2024; జూలై 3న; but जुलाई के 25 लोग. */
	if (p->m > 0 && p->y == 0 && k > 0 && t->kind == TOK_NUMBER && !is_latin(&r->ts->t[k - 1]) &&
	    !is_year(r, k + 1) && !(is_mark(r, k + 1, ",") &&
	    is_year(r, k + 2)) && word(r, k + 1).kind != 'K')
		return 0;
	return take_days(t, p);
}

static int
is_number(const struct token *t)
{
	return (t->kind == TOK_NUMBER || t->kind == TOK_WORD) && t->n > 0 &&
	    calendar_digit(t->f[0]) >= 0;
}

/* A point from token i on; end is i if there is nothing. */
static struct point
read_point(const struct reader *r, size_t i)
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
		if (is_number(&r->ts->t[k]))
			got = take_number(r, k, &p);
		else if (is_mark(r, k, ","))
			got = k > i && p.end == k ? -1 : 0;
		else {
			w = word(r, k);
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
put_point(const struct reader *r, const struct point *p, int off,
    struct buf *v)
{
	const struct day *t = r->today;
	long now;
	int y = p->y, step;

	if (p->decade && y > 0) {
		put_date(v, y, 0, 0);
		buf_putc(v, '/');
		put_date(v, y + 9, 0, 0);
	} else if (p->m > 0 || y > 0) {
		if (y == 0 && t->y > 0)
			y = near_year(t, p->m, p->d);
		if (p->d > 0 && !is_day(y, p->m, p->d))
			return;
		put_date(v, y, p->m, p->d);
		if (p->d2 > 0 && is_day(y, p->m, p->d2)) {
			buf_putc(v, '/');
			put_date(v, y, p->m, p->d2);
		}
	} else if (p->wd > 0 && t->y > 0) {
		/* The last one, today included; "last" leaves today out. */
		now = day_number(t->y, t->m, t->d);
		step = (weekday(now) - p->wd + 7) % 7;
		if (off < 0 && step == 0)
			step = 7;
		if (off > 0)
			step = step == 0 ? -7 : step - 7;
		put_day(v, now - step);
	}
}

/* `n' units from today. */
static void
put_offset(const struct reader *r, char unit, long n, struct buf *v)
{
	const struct day *t = r->today;
	long now, months;

	if (t->y == 0 || n < -100000 || n > 100000)
		return;
	now = day_number(t->y, t->m, t->d);
	months = t->y * 12L + t->m - 1 + n;
	switch (unit) {
	case 'D':
		put_day(v, now + n);
		break;
	case 'W':
		put_week(v, now + 7 * n);
		break;
	case 'M':
		if (months >= 12 && months < 120000)
			put_date(v, (int)(months / 12), (int)(months % 12) + 1,
			    0);
		break;
	default:
		if (t->y + n > 0 && t->y + n <= 9999)
			put_date(v, (int)(t->y + n), 0, 0);
	}
}

/* A whole number, in digits or as a word; -1 if token k is none. */
static long
count(const struct reader *r, size_t k)
{
	const struct token *t = &r->ts->t[k];
	struct cal_word w;
	int n, v;

	if (k >= r->ts->n)
		return -1;
	v = leading(t, &n);
	if (n > 0 && n < 6 && n == t->n)
		return v;
	w = word(r, k);
	if (w.kind != 'n' || memchr(w.text.p, '.', w.text.n) != NULL)
		return -1;
	for (v = 0; w.text.n > 0; w.text.p++, w.text.n--)
		v = v * 10 + (*w.text.p - '0');
	return v;
}

/* पिछले महीने, last Wednesday, इस साल जुलाई, the last 5 years. */
static size_t
after_last(const struct reader *r, size_t i, const struct cal_word *p,
    struct buf *v)
{
	size_t k = i + p->len, from = v->n, mid;
	struct cal_word w = word(r, k), u;
	struct point x = { 0 };
	long n;

	if (k >= r->ts->n || r->ts->t[k].brk)
		return 0;
	if (w.kind == 'U') {
		k += w.len;
		put_offset(r, w.unit, p->n, v);
		u = word(r, k);
		if (u.kind == 'O')
			u = word(r, ++k);
		if (w.unit == 'Y' && u.kind == 'M' && r->today->y > 0) {
			v->n = from;
			put_date(v, r->today->y + p->n, u.n, 0);
			return k + u.len - i;
		}
		return k - i - (k > i + p->len + w.len);
	}
	if (w.kind == 'D' || w.kind == 'M') {
		x.m = w.kind == 'M' ? w.n : 0;
		x.wd = w.kind == 'D' ? w.n : 0;
		if (x.m > 0 && r->today->y > 0)
			x.y = r->today->y + (p->n < 0 && x.m >= r->today->m ?
			    -1 : p->n > 0 && x.m <= r->today->m);
		put_point(r, &x, p->n, v);
		return k + w.len - i;
	}
	if (p->n != 0 && (n = count(r, k)) > 0) {
		u = word(r, k + 1);
		if (u.kind != 'U')
			return 0;
		put_offset(r, u.unit, p->n < 0 ? -n : 0, v);
		mid = v->n;
		if (mid > from) {
			buf_putc(v, '/');
			put_offset(r, u.unit, p->n < 0 ? 0 : n, v);
		}
		return k + 1 + u.len - i;
	}
	return 0;
}

/* तीन दिन पहले, 3 days ago. */
static size_t
before_ago(const struct reader *r, size_t i, struct buf *v)
{
	struct cal_word u, a;
	long n = count(r, i);

	if (n < 0)
		return 0;
	u = word(r, i + 1);
	if (u.kind == 'B') {
		put_offset(r, u.unit, -n, v);
		return 1 + u.len;
	}
	if (u.kind != 'U')
		return 0;
	a = word(r, i + 1 + u.len);
	if (a.kind != 'A' && a.kind != 'H')
		return 0;
	put_offset(r, u.unit, a.kind == 'A' ? -n : n, v);
	return 1 + u.len + a.len;
}

/* A year that stands alone is one if a word beside it says so: in 2014, 2014
 * में, 2014માં. */
static int
year_alone(const struct reader *r, size_t i, size_t end)
{
	const struct token *t = &r->ts->t[i];
	struct cal_word w;
	int n, v = leading(t, &n);

	if (end > i + 1 || t->kind != TOK_NUMBER)
		return t->n == 4 || t->kind == TOK_WORD;
	if (v < 1900 || v > 2099)
		return 0;
	if (i > 0 && !t->brk && is_latin(&r->ts->t[i - 1])) {
		w = word(r, i - 1);
		if (w.kind != 0 && strchr("ITO", w.kind) != NULL)
			return 1;
	}
	if (end >= r->ts->n || r->ts->t[end].brk || is_latin(&r->ts->t[end]))
		return 0;
	w = word(r, end);
	return w.kind != 0 && (strchr("ITV", w.kind) != NULL ||
	    (w.kind == 'O' && v % 100 != 0));
}

/* Is what was read a date by itself? */
static int
stands(const struct reader *r, size_t i, const struct point *p)
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
joint(const struct reader *r, size_t k, int *free_form)
{
	const struct token *t = &r->ts->t[k];
	struct cal_word w;

	if (k >= r->ts->n || t->brk)
		return 0;
	*free_form = t->kind == TOK_PUNCT && t->n == 1 &&
	    (t->f[0] == '-' || t->f[0] == 0x2013 || t->f[0] == 0x2014);
	if (*free_form)
		return 1;
	w = word(r, k);
	*free_form = is_latin(t);
	return w.kind == 'T' ? w.len : 0;
}

/* Two points as one interval, if they fit; what one lacks the other has. */
static int
put_range(const struct reader *r, struct point a, struct point b,
    int free_form, struct buf *v)
{
	struct point *p;

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
	if (a.y == 0)
		a.y = b.y;
	if (b.y == 0)
		b.y = a.y;
	p = &a;
	if (a.y == 0 && r->today->y > 0) {
		a.y = near_year(r->today, a.m, a.d);
		b.y = a.y + (b.m < a.m);
	}
	put_date(v, p->y, p->m, p->d);
	buf_putc(v, '/');
	put_date(v, b.y, b.m, b.d);
	return 1;
}

/* 2014-19, 2014-2019: after a word that says year, or before one. */
static size_t
year_range(const struct reader *r, size_t i, struct buf *val)
{
	struct cal_word w = word(r, i);
	size_t k = i + (w.kind == 'U' && w.unit == 'Y' ? w.len : 0);
	int v[3], len[3], sep;

	if (k >= r->ts->n || r->ts->t[k].kind != TOK_NUMBER ||
	    split(&r->ts->t[k], v, len, &sep) != 2 || sep != '-' ||
	    len[0] != 4 || v[0] < 1900 || v[0] > 2099)
		return 0;
	if (len[1] == 2)
		v[1] += v[0] / 100 * 100;
	else if (len[1] != 4)
		return 0;
	if (v[1] <= v[0] || v[1] > 2099)
		return 0;
	put_date(val, v[0], 0, 0);
	buf_putc(val, '/');
	put_date(val, v[1], 0, 0);
	return k + 1 - i;
}

static size_t
point_at(const struct reader *r, size_t i, struct buf *v)
{
	struct point a = read_point(r, i), b;
	size_t k;
	int free_form;

	if (a.end == i)
		return 0;
	if ((k = joint(r, a.end, &free_form)) > 0) {
		b = read_point(r, a.end + k);
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
	struct reader r = { c, ts, text, today };
	const struct token *t = &ts->t[i];
	struct cal_word w;
	size_t n;

	if (t->kind != TOK_WORD && t->kind != TOK_NUMBER)
		return 0;
	if (is_number(t)) {
		if ((n = before_ago(&r, i, value)) > 0 ||
		    (n = year_range(&r, i, value)) > 0)
			return n;
		return point_at(&r, i, value);
	}
	w = word(&r, i);
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
		return is_year(&r, i + w.len) ? point_at(&r, i, value) : 0;
	case 'M':
	case 'D':
		return point_at(&r, i, value);
	default:
		return 0;
	}
}
