#ifndef DHARA_ROWS_H
#define DHARA_ROWS_H

#include <stdint.h>

#include "corpus.h"

/*
 * Features of a corpus as numbers, the rows of a matrix of weights.
 */
#define ROWS_PLACES	(2 * FEAT_REACH + 1)

/* Features by hash. */
struct rows_table {
	uint64_t	*h;		/* of row i */
	uint32_t	*slot;		/* 1 + row; 0: empty */
	size_t		 n;
	size_t		 cap;
	size_t		 nslot;
};

/* A corpus with rows for hashes. */
struct rows {
	uint32_t	*word;		/* rows of words at places */
	size_t		*at;		/* [word * PLACES + place] in word */
	uint32_t	*edge;		/* [PLACES] lists, the same */
	size_t		 edge_at[ROWS_PLACES + 1];
	uint32_t	*near;
	size_t		*near_at;	/* of each token */
};

/* Rows of a token: of the word at each place, then its others. */
struct rows_run {
	const uint32_t	*row;
	size_t		 n;
};

/* How often each feature comes up, about, to 255; to be freed. */
unsigned char *rows_counts(const struct corpus *, unsigned int groups);
unsigned char rows_count(const unsigned char *counts, uint64_t h);

/* Find the rows of a corpus; features without one get it if `counts' has
 * them at least cutoff times, and none if it is NULL. */
void	rows_make(struct rows *, struct rows_table *, const struct corpus *,
	    const unsigned char *counts_or_null, unsigned int groups,
	    int cutoff);

/* Leave out the rows whose keep[row] is 0; the others keep their numbers. */
void	rows_thin(struct rows *, const struct corpus *,
	    const unsigned char *keep);

/* run[ROWS_PLACES + 1] of token i of a sentence. */
void	rows_runs(const struct rows *, const struct corpus *,
	    const struct corpus_sentence *, size_t i, struct rows_run *);

void	rows_free(struct rows *);

#endif
