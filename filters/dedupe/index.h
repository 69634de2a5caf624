#ifndef DEDUPE_INDEX_H
#define DEDUPE_INDEX_H

#include <stddef.h>
#include <stdint.h>

/*
 * Which kept records share a key with a new one.  Kept records are numbered
 * in order; those before `first' are forgotten.  Numbers are modulo 2^32, so
 * that a stream need not end; fewer than that are known at a time.  Lines of
 * 64 bytes hold ten entries, a 16-bit tag and a 32-bit number each; with the
 * signature and a place (where the owner has the rest) that is at most 72
 * bytes a record at seven keys.  The keys themselves are not kept: who owns
 * them gives them back when the table is built anew.
 */
struct index;

/* At most `keys' keys a record. */
struct index *index_new(unsigned int keys);
void	index_free(struct index *);

/* A new record: its number.  Its keys are to follow, by index_insert. */
uint32_t index_add(struct index *, uint64_t bits, uint32_t place);

/* The keys of a record; 0 is none. */
void	index_insert(struct index *, uint32_t rec, const uint64_t *key);
void	index_ready(const struct index *, const uint64_t *key, size_t n);

/* Records before `first' are no more. */
void	index_forget(struct index *, uint32_t first);

/* The table does not fit what is in it: index_rebuild makes one that does,
 * empty; insert all keys of the records from index_first on again. */
int	index_unfit(const struct index *);
void	index_rebuild(struct index *);

/*
 * Records that share one of n keys and differ in at most `far' bits of the
 * signature, each once, in no order; the slice lives until the next call.
 * At most INDEX_MOST, so that boilerplate cannot make the work grow with the
 * square of the stream: those under keys that few records have come first.
 */
#define INDEX_MOST	128

size_t	index_find(struct index *, const uint64_t *key, size_t n,
	    uint64_t bits, unsigned int far, const uint32_t **rec);

uint32_t index_place(const struct index *, uint32_t rec);
uint32_t index_first(const struct index *);
uint32_t index_end(const struct index *);	/* the next one's number */
size_t	index_bytes(const struct index *);	/* memory in use */

#endif
