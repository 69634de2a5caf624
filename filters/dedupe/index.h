#ifndef DEDUPE_INDEX_H
#define DEDUPE_INDEX_H

#include <stddef.h>
#include <stdint.h>

/*
 * Which kept records share a band with a new one.  Kept records are numbered
 * from 0.  Lines of 64 bytes hold ten entries, a 16-bit tag and a 32-bit
 * number each; with the signature that is at most 72 bytes a record at six
 * bands, the spool's offset included.  The keys themselves are not kept: who
 * owns them gives them back when the table grows.
 */
struct index;

struct index *index_new(unsigned int bands);
void	index_free(struct index *);

/* A new record: its number.  Its keys are to follow, by index_insert. */
uint32_t index_add(struct index *, uint64_t bits);

/* One record more would overfill the table.  index_grow then makes a larger
 * one, empty: insert all keys of the records from 0 on again. */
int	index_full(const struct index *);
void	index_grow(struct index *);

void	index_insert(struct index *, uint32_t rec, const uint64_t *key);

/*
 * Records that share a key and differ in at most `far' bits of the
 * signature, each once, in no order; the slice lives until the next call.
 */
size_t	index_find(struct index *, const uint64_t *key, uint64_t bits,
	    unsigned int far, const uint32_t **rec);

uint32_t index_count(const struct index *);	/* records ever added */
size_t	index_bytes(const struct index *);	/* memory in use */

#endif
