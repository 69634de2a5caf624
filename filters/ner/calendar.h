#ifndef DHARA_CALENDAR_H
#define DHARA_CALENDAR_H

#include "buf.h"
#include "token.h"

/*
 * The words of dates and numbers, from the lists: months, weekdays, "last",
 * "ago", lakh, km.  date.c and number.c make sense of them.
 */
struct calendar;

/* What a word is, as its line in lexicon/date.tsv says. */
struct cal_word {
	char	kind;		/* 0: none; see below */
	char	unit;		/* U, B, R: D W M Y */
	int	weak;		/* M, D: also another word (May, Sun) */
	int	n;		/* month, weekday, offset, power of ten */
	struct str text;	/* u: the unit; n: the number */
	size_t	len;		/* tokens */
};
/*
 * Kinds: M month, D weekday, U unit of time, B unit and "ago" in one, P last
 * this next, A ago, H hence, O of, T from ... to, V up to, I in, K day of the
 * month, E decade, R a whole relative phrase, Q one that may be either way
 * (कल), x power of ten, u unit,
 * b unit that stands before its number (ಶೇ 30), n number word.
 */

/* Lines of CAL, UNIT, MONTH and WEEKDAY; others are passed over. */
struct calendar *calendar_new(struct str lists);
void	calendar_free(struct calendar *);

/* The word or phrase from token i on; a case suffix is no hindrance. */
struct cal_word calendar_word(const struct calendar *, const struct tokens *,
	    struct str text, size_t i);

/* Can calendar_word find one that begins with this token?  0: it cannot; a
 * quick look, since of most words it cannot. */
int	calendar_may(const struct calendar *, const struct token *);

/* The value of a digit in folded letters, or -1. */
int	calendar_digit(uint16_t);

#endif
