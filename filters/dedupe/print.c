/*
 * From words to a fingerprint.  By Jaccard, keys are bands of minima.  By
 * containment these would fail: a text of which a fifth is left has a
 * Jaccard of .2.  There, a record is kept under one shingle (anchor) of each
 * seventh of its text, and looked up under all of its shingles: whatever
 * holds a third of a kept text in one piece holds an anchor.
 */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"
#include "print.h"

/* A text of fewer words is only ever the same as itself: one word changed in
 * nine leaves a third of the shingles, and may turn the meaning round. */
#define SHORT	10

/* Signatures are trusted to be this much off: of pairs at the threshold one
 * in two hundred is further off. */
#define SLACK	.20

#define ANCHORS	7

void
plan_make(struct plan *p)
{
	p->keys = p->rows = 1;
	p->far = 0;
	if (p->by == PLAN_INSIDE) {
		p->keys = ANCHORS;
		p->far = 64;		/* the signature says nothing */
	}
	if (p->by == PLAN_JACCARD) {
		sketch_plan(p->threshold, &p->keys, &p->rows);
		p->far = (unsigned int)((1 - (p->threshold - SLACK)) / 2 *
		    SKETCH_K + .5);
	}
}

static void
ask(struct print *f, const uint64_t *key, size_t n)
{
	f->ask = mem_grow(f->ask, &f->ask_cap, n, sizeof(*f->ask));
	memcpy(f->ask, key, n * sizeof(*key));
	f->nask = n;
}

static uint64_t
shingle_key(uint32_t shingle)
{
	return hash_word(shingle);
}

/* The least shingle of each part: which one does not matter, but that it be
 * the same for two copies makes the index forget less. */
static void
anchors(struct print *f)
{
	size_t i, k, from = 0, to;
	uint32_t best;

	for (i = 0; i < ANCHORS; i++, from = to) {
		to = f->n * (i + 1) / ANCHORS;
		best = UINT32_MAX;
		for (k = from; k < to; k++)
			if (f->set[k] < best)
				best = f->set[k];
		f->key[i] = from < to ? shingle_key(best) : 0;
	}
	f->ask = mem_grow(f->ask, &f->ask_cap, f->n, sizeof(*f->ask));
	for (k = 0; k < f->n; k++)
		f->ask[k] = shingle_key(f->set[k]);
	f->nask = f->n;
	f->bits = 0;
}

void
print_words(struct print *f, const struct plan *p, const uint64_t *word,
    size_t n)
{
	int all = n < SHORT || n < p->gram;
	struct sketch s;
	unsigned int i;

	f->whole = sketch_whole(word, n);
	memset(f->key, 0, sizeof(f->key));
	if (p->by == PLAN_EXACT) {
		/* The signature is the hash: all 64 bits are compared. */
		f->n = 0;
		f->bits = f->key[0] = f->whole;
		ask(f, f->key, 1);
		return;
	}
	f->n = all ? SKETCH_SHORT : n - p->gram + 1;
	f->set = mem_grow(f->set, &f->set_cap, f->n, sizeof(*f->set));
	if (all)
		sketch_short(f->whole, f->set);
	else
		sketch_shingles(word, n, p->gram, f->set);
	if (p->by == PLAN_INSIDE) {
		anchors(f);
		return;
	}
	sketch_make(&s, f->set, f->n);
	f->bits = sketch_bits(&s);
	for (i = 0; i < p->keys; i++)
		f->key[i] = sketch_band(&s, i, p->rows);
	ask(f, f->key, p->keys);
}

double
print_alike(const struct plan *p, const struct sketch_set *mine,
    const uint32_t *set, size_t n)
{
	size_t both = sketch_both(mine, set, n);
	size_t all = mine->n + n - both;

	if (p->by == PLAN_INSIDE)
		all = mine->n < n ? mine->n : n;
	return all == 0 ? 0 : (double)both / (double)all;
}

void
print_free(struct print *f)
{
	free(f->set);
	free(f->ask);
	memset(f, 0, sizeof(*f));
}
