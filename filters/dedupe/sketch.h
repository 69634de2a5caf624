#ifndef DEDUPE_SKETCH_H
#define DEDUPE_SKETCH_H

#include <stddef.h>
#include <stdint.h>

/*
 * Sets of shingles, and k-permutation MinHash over them (Broder, "On the
 * resemblance and containment of documents", 1997; banding after Indyk and
 * Motwani, 1998; one bit of a minimum after Li and Konig, "b-Bit Minwise
 * Hashing", 2010).
 */
#define SKETCH_K	64		/* permutations */
#define SKETCH_BANDS	32		/* at most */

struct sketch {
	uint32_t	min[SKETCH_K];
};

/*
 * Shingles of n > 0 word hashes, in order, repeats and all, never 0: there
 * are n - gram + 1 of them, n >= gram.
 */
void	sketch_shingles(const uint64_t *word, size_t n, size_t gram,
	    uint32_t *out);

/* A short text is all or nothing: what stands for it is its hash, in a few
 * pieces, since 32 bits are not enough to tell a million texts apart. */
#define SKETCH_SHORT	3

void	sketch_short(uint64_t whole, uint32_t out[SKETCH_SHORT]);

/* The hash of the whole sequence of words. */
uint64_t sketch_whole(const uint64_t *word, size_t n);

void	sketch_make(struct sketch *, const uint32_t *set, size_t n);

/* The twin of the vector kernels, for tests. */
void	sketch_make_scalar(struct sketch *, const uint32_t *set, size_t n);

/* One bit of each minimum.  Two sets of Jaccard j agree in (1 + j) / 2 of
 * them, give or take. */
uint64_t sketch_bits(const struct sketch *);

/* The key of band i of `rows' minima. */
uint64_t sketch_band(const struct sketch *, unsigned int i,
	    unsigned int rows);

/* Bands and rows that find a pair at the threshold .985 of the time. */
void	sketch_plan(double threshold, unsigned int *bands, unsigned int *rows);

/*
 * Exact comparison.  A set is laid out as a hash table once, then compared
 * with many; its memory is reused.
 */
struct sketch_set {
	uint32_t	*slot;
	size_t		 mask;
	size_t		 cap;
	size_t		 n;		/* different shingles */
};

void	sketch_set(struct sketch_set *, const uint32_t *set, size_t n);

/* How many of set, where each is once, are in both. */
size_t	sketch_both(const struct sketch_set *, const uint32_t *set, size_t n);

/* Leave repeats out of a set that is not laid out: how many are left. */
size_t	sketch_once(struct sketch_set *, uint32_t *set, size_t n);
void	sketch_set_free(struct sketch_set *);

#endif
