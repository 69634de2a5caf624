/*
 * Dates of records, for the window: RFC 3339 section 5.6.
 */
#include "date.h"

/* n digits at *p: their value, or -1. */
static int
digits(const char **p, const char *e, int n)
{
	int v = 0;

	for (; n > 0; n--, (*p)++) {
		if (*p == e || **p < '0' || **p > '9')
			return -1;
		v = v * 10 + (**p - '0');
	}
	return v;
}

static int
take(const char **p, const char *e, const char *any)
{
	for (; *any != '\0'; any++)
		if (*p < e && **p == *any) {
			(*p)++;
			return 1;
		}
	return 0;
}

/* ".5", ",500": skipped; 0 if there is no digit behind the point. */
static int
fraction(const char **p, const char *e)
{
	const char *from;

	if (!take(p, e, ".,"))
		return 1;
	for (from = *p; *p < e && **p >= '0' && **p <= '9'; )
		(*p)++;
	return *p > from;
}

/* Days from 1970-01-01 of the Gregorian calendar, -1 if there is no such day
 * (years 0 to 9999; the era method of H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", in short). */
static int
days(int y, int m, int d, int64_t *n)
{
	static const int len[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31 };
	int leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);

	if (m < 1 || m > 12 || d < 1 ||
	    d > len[m - 1] + (m == 2 && leap))
		return -1;
	y -= m <= 2;			/* the year begins in March */
	m = (m + 9) % 12;
	*n = (int64_t)365 * y + (y + 4000) / 4 - (y + 4000) / 100 +
	    (y + 4000) / 400 - 970 + (153 * m + 2) / 5 + d - 1 - 719468;
	return 0;
}

/* Seconds to take off for "Z" or "+05:30", -1 in *ok if it is neither. */
static int
zone(const char **p, const char *e, int *ok)
{
	int sign, h, m;

	*ok = 1;
	if (take(p, e, "Zz"))
		return 0;
	sign = take(p, e, "+") ? 1 : take(p, e, "-") ? -1 : 0;
	h = digits(p, e, 2);
	(void)take(p, e, ":");
	m = digits(p, e, 2);
	if (sign == 0 || h < 0 || h > 23 || m < 0 || m > 59)
		*ok = 0;
	return sign * (h * 3600 + m * 60);
}

static int
calendar(const char *p, const char *e, int64_t *sec)
{
	int y, mon, d, h, min, s, off, ok;
	int64_t n;

	y = digits(&p, e, 4);
	ok = take(&p, e, "-");
	mon = digits(&p, e, 2);
	ok &= take(&p, e, "-");
	d = digits(&p, e, 2);
	if (!ok || y < 0 || days(y, mon, d, &n) == -1)
		return 0;
	*sec = n * 86400;
	if (p == e)
		return 1;
	ok = take(&p, e, "Tt ");
	h = digits(&p, e, 2);
	ok &= take(&p, e, ":");
	min = digits(&p, e, 2);
	ok &= take(&p, e, ":");
	s = digits(&p, e, 2);
	if (!ok || h < 0 || h > 23 || min < 0 || min > 59 || s < 0 ||
	    s > 60 || !fraction(&p, e))	/* 60 is a leap second */
		return 0;
	off = zone(&p, e, &ok);
	*sec += h * 3600 + min * 60 + s - off;
	return ok && p == e;
}

static int
number(const char *p, const char *e, int64_t *sec)
{
	int minus = take(&p, e, "-");
	const char *from = p;
	int64_t v = 0;

	for (; p < e && *p >= '0' && *p <= '9'; p++) {
		if (p - from > 15)
			return 0;
		v = v * 10 + (*p - '0');
	}
	*sec = minus ? -v : v;
	return p > from && fraction(&p, e) && p == e;
}

int
date_parse(struct str json, int64_t *sec)
{
	const char *p = json.p, *e = p + json.n;

	if (json.n == 0)
		return 0;
	if (*p != '"')
		return number(p, e, sec);
	p++;
	e--;
	return number(p, e, sec) || calendar(p, e, sec);
}
