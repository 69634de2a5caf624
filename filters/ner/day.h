#ifndef DHARA_DAY_H
#define DHARA_DAY_H

#include "buf.h"

/* A day of the Gregorian calendar; y 0 is none. */
struct day {
	int	y;
	int	m;
	int	d;
};

/* "2024-07-03", and what may follow it (a time); 0 if it is no date. */
int	day_read(struct str, struct day *);

/* Days since 0000-03-01, and back. */
long	day_number(int y, int m, int d);
struct day day_of(long);
int	day_weekday(long);		/* 1 Monday to 7 Sunday */
int	day_is(int y, int m, int d);	/* y 0: of some year */

/* Append 2024, 2024-07 or 2024-07-03 (m, d may be 0); a year that is not
 * known, 0, is XXXX (ISO 8601-2). */
void	day_put(struct buf *, int y, int m, int d);
void	day_put_number(struct buf *, long);

/* The ISO week that holds a day: 2024-W27. */
void	day_put_week(struct buf *, long);

#endif
