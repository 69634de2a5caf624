#ifndef DHARA_SUM_H
#define DHARA_SUM_H

#include <stdint.h>

#include "feat.h"
#include "model.h"

/*
 * Sums of weights.  A word that comes up for the first time has some 65
 * features, each a line of a model of 8 MB that is likely in no cache.  So
 * lines are asked for long before they are added, over all places of a few
 * words; and what many words have in common (class, shape, sounds, suffix) is
 * added up once.
 */
#define SUM_PLACES	(2 * FEAT_REACH + 1)

struct sum;

/* The model must stay. */
struct sum *sum_new(const struct model *);
void	sum_free(struct sum *);

/* Labels, up to a multiple of 8: int16_t of one place. */
static inline int
sum_stride(const struct model *m)
{
	return (m->labels + 7) / 8 * 8;
}

/* Have the lines of n features come nearer; add their rows to s, of one
 * place. */
void	sum_ask(const struct model *, const uint64_t *h, size_t n);
void	sum_rows(const struct model *, const uint64_t *h, size_t n,
	    int16_t *s);

/* What a word adds at each place off it, int16_t [SUM_PLACES][stride]; it is
 * not there before sum_end. */
void	sum_word(struct sum *, const struct feat_word *, int16_t *s);
void	sum_end(struct sum *);

#endif
