/*
 * Weights of features, added up.
 */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"
#include "sum.h"

#define WAIT	4			/* words whose lines are on their way */
#define SHARED	4096			/* sums that are kept; a power of two */

struct waiting {
	struct feat_word w;
	int16_t		*s;
	size_t		 end[SUM_PLACES];
	uint64_t	 h[SUM_PLACES * FEAT_WORD_MAX];
};

struct sum {
	const struct model *m;
	int		 stride;
	size_t		 size;		/* bytes of one in shared */
	unsigned char	*shared;	/* key, 0 if empty; the sums */
	size_t		 begun;		/* words, ever */
	size_t		 ended;
	struct waiting	 wait[WAIT];
};

struct sum *
sum_new(const struct model *m)
{
	struct sum *u = mem_alloc(1, sizeof(*u));

	u->m = m;
	u->stride = sum_stride(m);
	u->size = (sizeof(uint64_t) + SUM_PLACES * (size_t)u->stride *
	    sizeof(int16_t) + 31) / 32 * 32;
	u->shared = mem_alloc_large(SHARED, u->size);
	return u;
}

void
sum_free(struct sum *u)
{
	if (u == NULL)
		return;
	free(u->shared);
	free(u);
}

void
sum_ask(const struct model *m, const uint64_t *h, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		__builtin_prefetch(m->line + model_line(h[i], m->nline) *
		    m->width);
}

/* 8 labels at a time, so that the compiler makes one step of it.  A row of 7
 * reads one byte of the next. */
static void
add_any(const struct model *m, const uint64_t *h, size_t n, int16_t *s)
{
	const signed char *row;
	int k, part, stride = sum_stride(m);
	size_t i;

	for (i = 0; i < n; i++) {
		if ((row = model_row(m, h[i])) == NULL)
			continue;
		for (part = 0; part < stride; part += 8)
			for (k = 0; k < 8 && part + k < m->labels + 1; k++)
				s[part + k] = (int16_t)(s[part + k] +
				    row[part + k]);
	}
}

/* The usual case again, so that it can be one step: 7 labels. */
static void
add_seven(const struct model *m, const uint64_t *h, size_t n, int16_t *s)
{
	const signed char *row;
	int16_t sum[8];
	size_t i;
	int k;

	memcpy(sum, s, sizeof(sum));
	for (i = 0; i < n; i++)
		if ((row = model_row(m, h[i])) != NULL)
			for (k = 0; k < 8; k++)
				sum[k] = (int16_t)(sum[k] + row[k]);
	memcpy(s, sum, sizeof(sum));
}

void
sum_rows(const struct model *m, const uint64_t *h, size_t n, int16_t *s)
{
	if (n == 0)
		return;
	if (m->labels == 7)
		add_seven(m, h, n, s);
	else
		add_any(m, h, n, s);
}

/* Where the sum of a part stands, if it is there. */
static unsigned char *
place(const struct sum *u, uint64_t key)
{
	return u->shared + key % SHARED * u->size;
}

static uint64_t
key_of(const struct feat_word *w, enum feat_part part)
{
	uint64_t h = hash_word(feat_share(w, part) ^ (uint64_t)part << 56);

	return h + (h == 0);
}

/* Add what the word has in common with others, made if it is not there. */
static void
add_shared(struct sum *u, const struct feat_word *w, enum feat_part part,
    int16_t *s)
{
	uint64_t key = key_of(w, part), h[FEAT_WORD_MAX];
	unsigned char *p = place(u, key);
	int16_t *sum = (int16_t *)(void *)(p + sizeof(key));
	int d, k, n = SUM_PLACES * u->stride;

	if (memcmp(p, &key, sizeof(key)) != 0) {
		memcpy(p, &key, sizeof(key));
		memset(sum, 0, (size_t)n * sizeof(*sum));
		for (d = 0; d < SUM_PLACES; d++)
			sum_rows(u->m, h, feat_part(w, d - FEAT_REACH,
			    u->m->groups, part, h), sum + d * u->stride);
	}
	for (k = 0; k < n; k++)
		s[k] = (int16_t)(s[k] + sum[k]);
}

static void
end_one(struct sum *u)
{
	struct waiting *x = &u->wait[u->ended++ % WAIT];
	size_t d, from = 0;
	int part;

	memset(x->s, 0, (size_t)(SUM_PLACES * u->stride) * sizeof(*x->s));
	for (part = FEAT_OF_WORD + 1; part < FEAT_PARTS; part++)
		add_shared(u, &x->w, (enum feat_part)part, x->s);
	for (d = 0; d < SUM_PLACES; from = x->end[d++])
		sum_rows(u->m, x->h + from, x->end[d] - from,
		    x->s + d * (size_t)u->stride);
}

void
sum_word(struct sum *u, const struct feat_word *w, int16_t *s)
{
	struct waiting *x;
	size_t n = 0;
	int d, part;

	if (u->begun - u->ended == WAIT)
		end_one(u);
	x = &u->wait[u->begun++ % WAIT];
	x->w = *w;
	x->s = s;
	for (d = 0; d < SUM_PLACES; d++) {
		n += feat_part(w, d - FEAT_REACH, u->m->groups, FEAT_OF_WORD,
		    x->h + n);
		x->end[d] = n;
	}
	sum_ask(u->m, x->h, n);
	for (part = FEAT_OF_WORD + 1; part < FEAT_PARTS; part++)
		__builtin_prefetch(place(u, key_of(w, (enum feat_part)part)));
}

void
sum_end(struct sum *u)
{
	while (u->ended < u->begun)
		end_one(u);
}
