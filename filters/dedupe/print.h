#ifndef DEDUPE_PRINT_H
#define DEDUPE_PRINT_H

#include <stddef.h>
#include <stdint.h>

#include "sketch.h"

/* How records are compared: what the options ask for. */
enum plan_by {
	PLAN_JACCARD,		/* shared shingles of either's */
	PLAN_INSIDE,		/* shared shingles of the shorter's (-C) */
	PLAN_EXACT		/* the same words in the same order (-e) */
};

struct plan {
	enum plan_by	 by;
	size_t		 gram;		/* words a shingle */
	double		 threshold;
	unsigned int	 keys;		/* under which a record is kept */
	unsigned int	 rows;		/* minima a key */
	unsigned int	 far;		/* bits of signature that may differ */
};

/* Fill in what follows from by, gram and threshold. */
void	plan_make(struct plan *);

/* A record's fingerprint: its set, and where it is to be found by. */
struct print {
	uint32_t	*set;		/* never 0, repeats and all */
	size_t		 n;
	size_t		 set_cap;
	uint64_t	 whole;		/* hash of all of it, in order */
	uint64_t	 bits;		/* signature */
	uint64_t	 key[SKETCH_BANDS]; /* kept under; 0 is none */
	uint64_t	*ask;		/* looked up under */
	size_t		 nask;
	size_t		 ask_cap;
};

/* From the hashes of n > 0 words, in order. */
void	print_words(struct print *, const struct plan *,
	    const uint64_t *word, size_t n);
void	print_free(struct print *);

/* How alike: `mine' is the set of one laid out; the other's n are there once
 * each. */
double	print_alike(const struct plan *, const struct sketch_set *mine,
	    const uint32_t *set, size_t n);

#endif
