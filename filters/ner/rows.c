/*
 * Rows: the features that come up often enough get one each.  A word's rows
 * at each place are found once and kept; a token's others stand by it.
 */
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "rows.h"

static void
more_slots(struct rows_table *t)
{
	size_t i, k;

	t->nslot = t->nslot == 0 ? 1 << 16 : 2 * t->nslot;
	free(t->slot);
	t->slot = mem_alloc(t->nslot, sizeof(*t->slot));
	for (i = 0; i < t->n; i++) {
		for (k = t->h[i] % t->nslot; t->slot[k] != 0;)
			k = (k + 1) % t->nslot;
		t->slot[k] = (uint32_t)i + 1;
	}
}

/* The row of a feature, or UINT32_MAX; made if `make'. */
static uint32_t
row_of(struct rows_table *t, uint64_t h, int make)
{
	size_t k;

	if (t->n * 2 >= t->nslot && make)
		more_slots(t);
	if (t->nslot == 0)
		return UINT32_MAX;
	for (k = h % t->nslot; t->slot[k] != 0; k = (k + 1) % t->nslot)
		if (t->h[t->slot[k] - 1] == h)
			return t->slot[k] - 1;
	if (!make)
		return UINT32_MAX;
	t->h = mem_grow(t->h, &t->cap, t->n + 1, sizeof(*t->h));
	t->h[t->n] = h;
	t->slot[k] = (uint32_t)t->n + 1;
	return (uint32_t)t->n++;
}

#define COUNTS	((size_t)1 << 26)

static void
count(unsigned char *c, uint64_t h, uint32_t n)
{
	size_t at = (h >> 20) % COUNTS;

	c[at] = (unsigned char)(c[at] + n > 255 ? 255 : c[at] + n);
}

unsigned char
rows_count(const unsigned char *counts, uint64_t h)
{
	return counts[(h >> 20) % COUNTS];
}

unsigned char *
rows_counts(const struct corpus *c, unsigned int groups)
{
	unsigned char *n = mem_alloc(COUNTS, 1);
	uint64_t h[FEAT_WORD_MAX];
	size_t i, k, m;
	int place;

	for (i = 0; i < c->nword; i++)
		for (place = 0; place < ROWS_PLACES; place++) {
			m = feat_at(&c->word[i], place - FEAT_REACH, groups, h);
			for (k = 0; k < m; k++)
				count(n, h[k], c->freq[i]);
		}
	for (i = 0; i < c->nh; i++)
		count(n, c->h[i], 1);
	return n;
}

/* Rows of the features in h that have one or may be given one. */
static size_t
find_rows(struct rows_table *t, const uint64_t *h, size_t n,
    const unsigned char *counts_or_null, int cutoff, uint32_t *out)
{
	size_t i, m = 0;
	uint32_t r;

	for (i = 0; i < n; i++) {
		r = row_of(t, h[i], counts_or_null != NULL &&
		    rows_count(counts_or_null, h[i]) >= cutoff);
		if (r != UINT32_MAX)
			out[m++] = r;
	}
	return m;
}

void
rows_make(struct rows *r, struct rows_table *t, const struct corpus *c,
    const unsigned char *counted, unsigned int groups, int cutoff)
{
	uint64_t h[FEAT_WORD_MAX];
	size_t i, n = 0, cap = 0;
	int place;

	memset(r, 0, sizeof(*r));
	r->at = mem_alloc(c->nword * ROWS_PLACES + 1, sizeof(*r->at));
	for (i = 0; i < c->nword * ROWS_PLACES; i++) {
		r->at[i] = n;
		r->word = mem_grow(r->word, &cap, n + FEAT_WORD_MAX,
		    sizeof(*r->word));
		n += find_rows(t, h, feat_at(&c->word[i / ROWS_PLACES],
		    (int)(i % ROWS_PLACES) - FEAT_REACH, groups, h),
		    counted, cutoff, r->word + n);
	}
	r->at[i] = n;
	r->edge = mem_alloc(ROWS_PLACES * FEAT_WORD_MAX, sizeof(*r->edge));
	for (place = 0, n = 0; place < ROWS_PLACES; place++) {
		r->edge_at[place] = n;
		n += find_rows(t, h, feat_at(&feat_edge, place - FEAT_REACH,
		    groups, h), counted, 0, r->edge + n);
	}
	r->edge_at[place] = n;
	r->near = mem_alloc(c->nh, sizeof(*r->near));
	r->near_at = mem_alloc(c->n + 1, sizeof(*r->near_at));
	for (i = 0, n = 0; i < c->n; i++) {
		r->near_at[i] = n;
		n += find_rows(t, c->h + c->near[i], c->near[i + 1] -
		    c->near[i], counted, cutoff, r->near + n);
	}
	r->near_at[i] = n;
}

void
rows_free(struct rows *r)
{
	free(r->word);
	free(r->at);
	free(r->edge);
	free(r->near);
	free(r->near_at);
}

void
rows_runs(const struct rows *r, const struct corpus *c,
    const struct corpus_sentence *s, size_t i, struct rows_run *run)
{
	size_t k, at;
	int p;

	for (p = 0; p < ROWS_PLACES; p++) {
		k = (size_t)((long long)i + p - FEAT_REACH);
		if (k >= s->n) {
			run[p].row = r->edge + r->edge_at[p];
			run[p].n = r->edge_at[p + 1] - r->edge_at[p];
			continue;
		}
		at = (size_t)c->of[s->from + k] * ROWS_PLACES + (size_t)p;
		run[p].row = r->word + r->at[at];
		run[p].n = r->at[at + 1] - r->at[at];
	}
	run[p].row = r->near + r->near_at[s->from + i];
	run[p].n = r->near_at[s->from + i + 1] - r->near_at[s->from + i];
}

/* Leave rows out of one list of runs; at has n + 1 bounds. */
static void
thin(uint32_t *row, size_t *at, size_t n, const unsigned char *keep)
{
	size_t i, k, end, m = 0;

	for (i = 0, k = 0; i < n; i++) {
		end = at[i + 1];
		at[i] = m;
		for (; k < end; k++)
			if (keep[row[k]])
				row[m++] = row[k];
	}
	at[n] = m;
}

void
rows_thin(struct rows *r, const struct corpus *c, const unsigned char *keep)
{
	thin(r->word, r->at, c->nword * ROWS_PLACES, keep);
	thin(r->edge, r->edge_at, ROWS_PLACES, keep);
	thin(r->near, r->near_at, c->n, keep);
}
