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

/* What a file is to hold, and its size. */
struct pack_room {
	const struct types	 *types;
	const struct feat_tables *tables;
	size_t			  size;
};

/* For learn_how.choose, with a struct pack_room: the rows that pack would
 * place. */
void	pack_choose(const struct learned *, unsigned char *keep, void *room);

/* The least size that there can be. */
size_t	pack_least(const struct types *, const struct feat_tables *);

#endif
