#ifndef DHARA_PACK_H
#define DHARA_PACK_H

#include "buf.h"
#include "learn.h"

/* What a file is to hold, and its largest size. */
struct pack_room {
	const struct types	 *types;
	const struct feat_tables *tables;
	size_t			  size;
};

/*
 * A model's file (model.h) of what was learned: weights of signed bytes, the
 * rows that matter most first, at most as large as the room.
 */
void	pack(struct buf *, const struct learned *, const struct pack_room *,
	    unsigned int groups);

/* For learn_how.choose, with a struct pack_room: the rows that pack would
 * place. */
void	pack_choose(const struct learned *, unsigned char *keep, void *room);

/* The least size that there can be. */
size_t	pack_least(const struct types *, const struct feat_tables *);

#endif
