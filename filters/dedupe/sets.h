#ifndef DEDUPE_SETS_H
#define DEDUPE_SETS_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/*
 * Sets of names, compared by weighted Jaccard: what both have, divided by
 * what either has, each element counting by how rare it is (Sparck Jones, "A
 * statistical interpretation of term specificity", 1972).  The weight of an
 * element that is in d of n records is log2((n + 100) / (d + .5)) bits: the
 * hundred is a prior, so that the first records are weighed nearly alike, and
 * what is in every record weighs next to nothing.
 *
 * Counted are the records that were kept and the one at hand, so a story
 * that is told a thousand times does not make its names common; or, after
 * sets_count, what a file says, and then weights do not change.
 */
struct sets;

/* Two sets must share this many bits at least, met by chance once in four
 * thousand: two names of the first records are not enough, one common name
 * never is. */
#define SETS_BITS	12

/* An element of more records than this is looked up in the latest only. */
#define SETS_SCAN	1024

/* With last > 0, only what came with the last so many sets_begin is looked
 * at, counted and remembered. */
struct sets *sets_new(uint64_t last);
void	sets_free(struct sets *);

/* The element is in `count' records of a file; no element: records at all.
 * Before the first sets_find. */
void	sets_count(struct sets *, struct str element, uint32_t count);
void	sets_total(struct sets *, uint32_t records);

/*
 * The set of the record at hand: sets_begin, then each element, repeats and
 * all; the bytes are what counts.  Then the kept record that is most like it,
 * if any is like it by `threshold' > 0 at least: its number, for sets_id, of
 * equals the first; *sim in (0, 1].  -1 if there is none.
 */
void	sets_begin(struct sets *);
void	sets_put(struct sets *, struct str element);
long long sets_find(struct sets *, double threshold, double *sim);

/* Keep the set at hand, under an id that sets_id gives back (a slice that
 * lives until the next sets_keep). */
void	sets_keep(struct sets *, struct str id);
struct str sets_id(const struct sets *, uint32_t rec);

uint32_t sets_kept(const struct sets *);	/* known now */
size_t	sets_bytes(const struct sets *);	/* memory in use */

#endif
