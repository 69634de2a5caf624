#ifndef DEDUPE_SPOOL_H
#define DEDUPE_SPOOL_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/*
 * What kept records must be remembered by, on disk: their shingles, their
 * ids and their band keys, in two temporary files below $TMPDIR that have no
 * name.  Records are numbered from 0, as in the index.  Open it before the
 * sandbox; a file that cannot be written or read ends the program with
 * status 3.
 */
struct spool;

struct spool *spool_open(unsigned int bands);
void	spool_close(struct spool *);

void	spool_add(struct spool *, const uint32_t *set, size_t n,
	    struct str id, const uint64_t *key);

/* Both slices live until the next call. */
void	spool_get(struct spool *, uint32_t rec, const uint32_t **set,
	    size_t *n, struct str *id);

/* Band keys; quick if asked for in order. */
const uint64_t *spool_keys(struct spool *, uint32_t rec);

size_t	spool_bytes(const struct spool *);	/* memory in use */

#endif
