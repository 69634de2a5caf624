/*
 * Days of the Gregorian calendar as numbers, and as ISO 8601 writes them.
 */
#include "day.h"

/* Days since 0000-03-01, and back: H. Hinnant, chrono-compatible low-level
 * date algorithms (days_from_civil, civil_from_days). */
long
day_number(int y, int m, int d)
{
	long era, yoe, doy;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
}

struct day
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
int
day_weekday(long z)
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

int
day_is(int y, int m, int d)
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
day_read(struct str s, struct day *day)
{
	const char *p = s.p;

	*day = (struct day){ 0, 0, 0 };
	if (s.n < 10 || p[4] != '-' || p[7] != '-' ||
	    (s.n > 10 && p[10] >= '0' && p[10] <= '9') ||
	    !day_is(digits(p, 4), digits(p + 5, 2), digits(p + 8, 2)) ||
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
void
day_put(struct buf *b, int y, int m, int d)
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

void
day_put_number(struct buf *b, long z)
{
	struct day x = day_of(z);

	if (x.y > 0 && x.y <= 9999)
		day_put(b, x.y, x.m, x.d);
}

/* The ISO week that holds a day: that of its Thursday. */
void
day_put_week(struct buf *b, long z)
{
	long thursday = z - day_weekday(z) + 4;
	struct day x = day_of(thursday);

	if (x.y < 1 || x.y > 9999)
		return;
	put_digits(b, x.y, 4);
	buf_cstr(b, "-W");
	put_digits(b, (int)((thursday - day_number(x.y, 1, 1)) / 7) + 1, 2);
}
