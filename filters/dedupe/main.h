#ifndef DEDUPE_MAIN_H
#define DEDUPE_MAIN_H

#include "print.h"
#include "rec.h"
#include "reduce.h"

/* What main.c and main_*.c share: the parts of the program that know records,
 * each for one way to work. */

/* -K: sets of names.  counts is the file of -k, or NULL: before the
 * sandbox.  last is -W, or 0. */
void	main_sets_open(const char *counts, uint64_t last);
void	main_sets_close(void);

/*
 * The kept record whose set is most like that of the member: how alike, and
 * its id until the next call; -1 if there is none, and then the record is
 * kept under `own'.  -2 if the member is no array of strings: it was reported.
 */
double	main_sets_find(struct rec *, int slot, double threshold,
	    struct str own, struct str *id);

/* For the summary: how many are kept, and the memory that they take. */
uint32_t main_sets_kept(size_t *bytes);

/* -M: a record's lines.  No print if it has nothing to compare; the set of
 * one loses its repeats.  main_map_end writes what is left, before
 * rec_close. */
void	main_map_open(const struct opt *, const struct plan *);
void	main_map(const struct plan *, struct print *, uint64_t seq,
	    struct str id);
void	main_map_end(void);

/* -P, -R: read lines from the operands or standard input, write to standard
 * output; the status. */
int	main_reduce(const struct opt *, const struct plan *, enum reduce_to,
	    int verbose, char *const operands[]);

#endif
