#ifndef DHARA_POINT_H
#define DHARA_POINT_H

#include "calendar.h"
#include "day.h"
#include "token.h"

/* What dates are read from. */
struct date_reader {
	const struct calendar	*c;
	const struct tokens	*ts;
	struct str		 text;
	const struct day	*today;
};

struct point {
	int	y, m, d, d2;		/* 0: not said; d2 ends 3-5 July */
	int	wd;			/* 1 Monday - 7 Sunday */
	int	weak;			/* month or weekday is a doubtful
					 * word */
	int	decade;
	int	full;			/* 3.7.2024 */
	size_t	end;			/* token */
};

/* A point from token i on; end is i if there is nothing. */
struct point point_read(const struct date_reader *, size_t i);

/* The calendar's word at token k, kind 0 beyond the last. */
struct cal_word point_word(const struct date_reader *, size_t k);

int	point_is_latin(const struct token *);
int	point_is_number(const struct token *);	/* begins with a digit */
int	point_is_year(const struct date_reader *, size_t k);

/* The number that a token begins with; *n its digits. */
int	point_leading(const struct token *, int *n);

/* Digits that one kind of separator cuts in up to three: values, lengths;
 * how many, 0 if it is not so. */
int	point_split(const struct token *, int v[3], int len[3], int *sep);

#endif
