#ifndef DHARA_SEEK_H
#define DHARA_SEEK_H

#include "feat.h"

/* A hash to be found in a table of a model. */
struct seek {
	const struct feat_table *t;
	uint32_t	 hash;
	size_t		 at;		/* t->n: it is not there */
};

/* Find n hashes at once, in any tables. */
void	seek_all(struct seek *, size_t n);

/* The number that was found, or 0. */
static inline uint16_t
seek_number(const struct seek *s)
{
	return s->at < s->t->n ? s->t->number[s->at] : 0;
}

#endif
