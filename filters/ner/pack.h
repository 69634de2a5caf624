#ifndef DHARA_PACK_H
#define DHARA_PACK_H

#include "buf.h"
#include "learn.h"

/*
 * A model's file (model.h) of what was learned: weights of signed bytes, the
 * rows that matter most first, at most `size' bytes.
 */
void	pack(struct buf *, const struct learned *, const struct types *,
	    const struct feat_tables *, unsigned int groups, size_t size);

/* The least size that there can be. */
size_t	pack_least(const struct types *, const struct feat_tables *);

#endif
