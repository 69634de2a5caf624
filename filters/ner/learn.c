/*
 * Learning: the features that come up often enough get a row each; a word's
 * features at each place are found once and kept.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "learn.h"
#include "hash.h"
#include "mem.h"
#include "msg.h"

#define PLACES	(2 * FEAT_REACH + 1)

/* Features by hash. */
struct table {
	uint64_t	*h;		/* of row i */
	uint32_t	*slot;		/* 1 + row; 0: empty */
	size_t		 n;
	size_t		 cap;
	size_t		 nslot;
};

/* A corpus with rows for hashes. */
struct rows {
	uint32_t	*word;		/* rows of words at places */
	size_t		*at;		/* [word * PLACES + place] in word */
	uint32_t	*edge;		/* [PLACES] lists, the same */
	size_t		 edge_at[PLACES + 1];
	uint32_t	*near;
	size_t		*near_at;	/* of each token */
};

struct learner {
	const struct learn_how *how;
	struct table	 table;
	int		 labels;
	size_t		 stride;
	float		*w;		/* [row][weights, squares][stride] */
	double		*mean;		/* sum of the weights after epochs */
	int		 nmean;
	float		 trans[CRF_LABELS * CRF_LABELS];
	double		 square[CRF_LABELS * CRF_LABELS];
	double		 trans_mean[CRF_LABELS * CRF_LABELS];
	struct crf_work	 work;
	float		*score;
	float		*grad;
	size_t		 cap[2];
	unsigned char	*masked;	/* words of the sentence, unknown now */
	size_t		 masked_cap;
	uint32_t	 drop;		/* of 2^32 */
	uint64_t	 round;		/* so that others are left out then */
};

static void
more_slots(struct table *t)
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
row_of(struct table *t, uint64_t h, int make)
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

/* How often each feature comes up, about. */
static unsigned char *
counts(const struct corpus *c, unsigned int groups)
{
	unsigned char *n = mem_alloc(COUNTS, 1);
	uint64_t h[FEAT_WORD_MAX];
	size_t i, k, m;
	int place;

	for (i = 0; i < c->nword; i++)
		for (place = 0; place < PLACES; place++) {
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
find_rows(struct table *t, const uint64_t *h, size_t n,
    const unsigned char *counts_or_null, int cutoff, uint32_t *out)
{
	size_t i, m = 0;
	uint32_t r;

	for (i = 0; i < n; i++) {
		r = row_of(t, h[i], counts_or_null != NULL &&
		    counts_or_null[(h[i] >> 20) % COUNTS] >= cutoff);
		if (r != UINT32_MAX)
			out[m++] = r;
	}
	return m;
}

static void
rows_make(struct rows *r, struct table *t, const struct corpus *c,
    const unsigned char *counted, const struct learn_how *how)
{
	uint64_t h[FEAT_WORD_MAX];
	size_t i, n = 0, cap = 0;
	int place;

	memset(r, 0, sizeof(*r));
	r->at = mem_alloc(c->nword * PLACES + 1, sizeof(*r->at));
	for (i = 0; i < c->nword * PLACES; i++) {
		r->at[i] = n;
		r->word = mem_grow(r->word, &cap, n + FEAT_WORD_MAX,
		    sizeof(*r->word));
		n += find_rows(t, h, feat_at(&c->word[i / PLACES],
		    (int)(i % PLACES) - FEAT_REACH, how->groups, h),
		    counted, how->cutoff, r->word + n);
	}
	r->at[i] = n;
	r->edge = mem_alloc(PLACES * FEAT_WORD_MAX, sizeof(*r->edge));
	for (place = 0, n = 0; place < PLACES; place++) {
		r->edge_at[place] = n;
		n += find_rows(t, h, feat_at(&feat_edge, place - FEAT_REACH,
		    how->groups, h), counted, 0, r->edge + n);
	}
	r->edge_at[place] = n;
	r->near = mem_alloc(c->nh, sizeof(*r->near));
	r->near_at = mem_alloc(c->n + 1, sizeof(*r->near_at));
	for (i = 0, n = 0; i < c->n; i++) {
		r->near_at[i] = n;
		n += find_rows(t, c->h + c->near[i], c->near[i + 1] -
		    c->near[i], counted, how->cutoff, r->near + n);
	}
	r->near_at[i] = n;
}

static void
rows_free(struct rows *r)
{
	free(r->word);
	free(r->at);
	free(r->edge);
	free(r->near);
	free(r->near_at);
}

/* The rows of token i of a sentence: at most PLACES + 1 runs of them. */
struct run {
	const uint32_t	*row;
	size_t		 n;
};

static void
runs(const struct rows *r, const struct corpus *c,
    const struct corpus_sentence *s, size_t i, struct run *run)
{
	size_t k, at;
	int p;

	for (p = 0; p < PLACES; p++) {
		k = (size_t)((long long)i + p - FEAT_REACH);
		if (k >= s->n) {
			run[p].row = r->edge + r->edge_at[p];
			run[p].n = r->edge_at[p + 1] - r->edge_at[p];
			continue;
		}
		at = (size_t)c->of[s->from + k] * PLACES + (size_t)p;
		run[p].row = r->word + r->at[at];
		run[p].n = r->at[at + 1] - r->at[at];
	}
	run[p].row = r->near + r->near_at[s->from + i];
	run[p].n = r->near_at[s->from + i + 1] - r->near_at[s->from + i];
}

static inline void
add_row(const float *w, size_t stride, float *s)
{
	size_t k;

	for (k = 0; k < stride; k++)
		s[k] += w[k];
}

/* Is feature k, a row, of run p of token i of the sentence left out this
 * time?  By chance, or because it tells a word that is unknown now. */
static inline int
dropped(const struct learner *l, size_t n, size_t i, int p, size_t k,
    uint32_t row)
{
	size_t at = p == PLACES ? i : i + (size_t)p - FEAT_REACH;
	uint64_t x = (l->round ^ i * 64 ^ (uint64_t)p * 8) + k *
	    UINT64_C(0x9e3779b97f4a7c15);

	if (at < n && l->masked[at] && (l->table.h[row] & FEAT_IDENTITY) != 0)
		return 1;
	x = (x ^ x >> 32) * UINT64_C(0xd6e8feb86659fd93);
	return (uint32_t)(x >> 32) < l->drop;
}

/* Words are unknown the more often, the rarer they are: then what is around
 * them must do, as it must for names that are new. */
static void
mask(struct learner *l, const struct corpus *c,
    const struct corpus_sentence *s)
{
	double a = l->how->unknown;
	uint64_t x;
	size_t i;

	l->masked = mem_grow(l->masked, &l->masked_cap, s->n, 1);
	for (i = 0; i < s->n; i++) {
		x = (l->round + i) * UINT64_C(0x9e3779b97f4a7c15);
		x = (x ^ x >> 32) * UINT64_C(0xd6e8feb86659fd93);
		l->masked[i] = (double)(x >> 40) / (1 << 24) <
		    a / (a + c->freq[c->of[s->from + i]]);
	}
}

static void
local_scores(struct learner *l, const float *w, size_t pitch,
    const struct rows *r, const struct corpus *c,
    const struct corpus_sentence *s, int train)
{
	struct run run[PLACES + 1];
	float sum[32], *out;
	size_t i, k;
	int p;

	l->score = mem_grow(l->score, &l->cap[0], s->n * (size_t)l->labels,
	    sizeof(float));
	for (i = 0; i < s->n; i++) {
		memset(sum, 0, sizeof(sum));
		runs(r, c, s, i, run);
		for (p = 0; p <= PLACES; p++)
			for (k = 0; k < run[p].n; k++)
				if (train && dropped(l, s->n, i, p, k,
				    run[p].row[k]))
					continue;
				else if (l->stride == 8)
					add_row(w + run[p].row[k] * pitch, 8,
					    sum);
				else
					add_row(w + run[p].row[k] * pitch,
					    l->stride, sum);
		out = l->score + i * (size_t)l->labels;
		if (train)
			for (k = 0; k < 32; k++)
				sum[k] /= 1 - (float)l->how->drop;
		memcpy(out, sum, (size_t)l->labels * sizeof(*out));
	}
}

/* AdaGrad: each weight has its own rate, less the more it has moved. */
static inline void
step(float *w, const float *g, size_t stride, float rate, float l2)
{
	float *q = w + stride, d;
	size_t k;

	for (k = 0; k < stride; k++) {
		d = g[k] + l2 * w[k];
		q[k] += d * d;
		w[k] -= rate * d / sqrtf(q[k] + 1e-8f);
	}
}

static void
update(struct learner *l, const struct rows *r, const struct corpus *c,
    const struct corpus_sentence *s)
{
	struct run run[PLACES + 1];
	float g[32] = { 0 }, top, v;
	float rate = (float)l->how->rate, l2 = (float)l->how->l2;
	size_t i, k;
	int p, y;

	for (i = 0; i < s->n; i++) {
		for (y = 0, top = 0; y < l->labels; y++) {
			g[y] = l->grad[i * (size_t)l->labels + (size_t)y];
			v = fabsf(g[y]);
			top = v > top ? v : top;
		}
		if (top < 1e-3f)
			continue;
		runs(r, c, s, i, run);
		for (p = 0; p <= PLACES; p++)
			for (k = 0; k < run[p].n; k++)
				if (dropped(l, s->n, i, p, k,
				    run[p].row[k]))
					continue;
				else if (l->stride == 8)
					step(l->w + (size_t)run[p].row[k] * 16,
					    g, 8, rate, l2);
				else
					step(l->w + (size_t)run[p].row[k] * 2 *
					    l->stride, g, l->stride, rate, l2);
	}
}

/* Wrong labels seem better than they are, so that right ones win by more
 * (softmax-margin: Gimpel, Smith 2010). */
static void
margins(struct learner *l, const uint32_t *allow, size_t n)
{
	float *s = l->score;
	size_t i;
	int y;

	if (l->how->margin + l->how->miss == 0)
		return;
	for (i = 0; i < n; i++, s += l->labels)
		for (y = 0; y < l->labels; y++)
			if ((allow[i] >> y & 1) == 0)
				s[y] += (float)(l->how->margin + (y == 0 ?
				    l->how->miss : 0));
}

/* One sentence: the loss, its gradient, and a step against it. */
static double
sentence(struct learner *l, const struct rows *r, const struct corpus *c,
    const struct corpus_sentence *s)
{
	double edge[CRF_LABELS * CRF_LABELS] = { 0 }, loss, g;
	size_t n = s->n * (size_t)l->labels;
	int k;

	l->round = l->round * UINT64_C(0x9e3779b97f4a7c15) + 1;
	mask(l, c, s);
	local_scores(l, l->w, 2 * l->stride, r, c, s, 1);
	margins(l, c->allow + s->from, s->n);
	l->grad = mem_grow(l->grad, &l->cap[1], n, sizeof(float));
	memset(l->grad, 0, n * sizeof(float));
	loss = crf_sum(&l->work, l->score, s->n, l->labels, l->trans, NULL, 1,
	    l->grad, edge);
	loss -= crf_sum(&l->work, l->score, s->n, l->labels, l->trans,
	    c->allow + s->from, -1, l->grad, edge);
	update(l, r, c, s);
	for (k = 0; k < l->labels * l->labels; k++) {
		g = edge[k];
		l->square[k] += g * g;
		l->trans[k] -= (float)(l->how->rate * g /
		    sqrt(l->square[k] + 1e-8));
	}
	return loss;
}

double
score_f1(const struct score *s, int types)
{
	size_t right = 0, all = 0;
	int k;

	for (k = 0; k < types; k++) {
		right += s->right[k];
		all += s->found[k] + s->gold[k];
	}
	return all == 0 ? 0 : 2. * (double)right / (double)all;
}

/* One gold label of a set, or -1 if any will do. */
static int
only(uint32_t allow)
{
	int k;

	if ((allow & (allow - 1)) != 0)
		return -1;
	for (k = 0; allow >> k != 1; k++)
		;
	return k;
}

static void
compare(struct score *sc, const uint32_t *allow, const unsigned char *out,
    size_t n)
{
	size_t i, k;
	int y, t, right;

	for (i = 0; i < n; i++) {
		y = only(allow[i]);
		if (y > 0 && y % 2 == 1)
			sc->gold[y / 2]++;
		if (out[i] == 0 || out[i] % 2 == 0 || y == -1)
			continue;
		t = out[i] / 2;
		sc->found[t]++;
		right = y == out[i];
		for (k = i + 1; k < n && out[k] == out[i] + 1; k++)
			right &= only(allow[k]) == out[k];
		sc->right[t] += right && (k == n ||
		    only(allow[k]) != out[i] + 1);
	}
}

static void
evaluate(struct learner *l, const float *w, const float *trans,
    const struct rows *r, const struct corpus *c, struct score *sc)
{
	unsigned char *back = NULL, *out = NULL;
	size_t i, cap[2] = { 0 };
	const struct corpus_sentence *s;

	memset(sc, 0, sizeof(*sc));
	for (i = 0; i < c->ns; i++) {
		s = &c->s[i];
		back = mem_grow(back, &cap[0], s->n * (size_t)l->labels, 1);
		out = mem_grow(out, &cap[1], s->n, 1);
		local_scores(l, w, l->stride, r, c, s, 0);
		crf_best(l->score, s->n, l->labels, trans, back, out);
		compare(sc, c->allow + s->from, out, s->n);
	}
	free(back);
	free(out);
}

static void
report(const struct score *s, const struct types *types)
{
	double p, r;
	int k;

	for (k = 0; k < types->n; k++) {
		p = s->found[k] == 0 ? 0 : (double)s->right[k] /
		    (double)s->found[k];
		r = s->gold[k] == 0 ? 0 : (double)s->right[k] /
		    (double)s->gold[k];
		msg_note("%-15s P %.3f R %.3f F1 %.3f of %zu", types->name[k],
		    p, r, p + r > 0 ? 2 * p * r / (p + r) : 0, s->gold[k]);
	}
	msg_note("%-15s F1 %.4f", "all", score_f1(s, types->n));
}

/* Each sentence as often as its weight says, a fraction by chance. */
static size_t
draw(const struct corpus *c, struct corpus_sentence *s, uint64_t *state)
{
	size_t i, n = 0;
	double w;

	for (i = 0; i < c->ns; i++)
		for (w = c->s[i].weight; w > 0; w--) {
			*state ^= *state << 13;
			*state ^= *state >> 7;
			*state ^= *state << 17;
			if (w < 1 && (double)(*state >> 40) / (1 << 24) >= w)
				break;
			s[n++] = c->s[i];
		}
	return n;
}

static void
shuffle(struct corpus_sentence *s, size_t n, uint64_t *state)
{
	struct corpus_sentence x;
	size_t i, j;

	for (i = n; i-- > 1;) {
		*state ^= *state << 13;
		*state ^= *state >> 7;
		*state ^= *state << 17;
		j = *state % (i + 1);
		x = s[i];
		s[i] = s[j];
		s[j] = x;
	}
}

/* The mean so far, to out. */
static void
mean(struct learner *l, struct learned *out)
{
	size_t i, k;
	int j;

	for (i = 0; i < l->table.n; i++)
		for (k = 0; k < l->stride; k++)
			out->w[i * l->stride + k] = (float)
			    (l->mean[i * l->stride + k] / l->nmean);
	for (j = 0; j < l->labels * l->labels; j++)
		out->trans[j] = (float)(l->trans_mean[j] / l->nmean);
}

static void
add_mean(struct learner *l)
{
	size_t i, k;
	int j;

	for (i = 0; i < l->table.n; i++)
		for (k = 0; k < l->stride; k++)
			l->mean[i * l->stride + k] +=
			    l->w[i * 2 * l->stride + k];
	for (j = 0; j < l->labels * l->labels; j++)
		l->trans_mean[j] += l->trans[j];
	l->nmean++;
}

static void
epochs(struct learner *l, const struct rows *r, const struct corpus *c,
    const struct rows *rd, const struct corpus *dev, struct learned *out,
    const struct types *types)
{
	struct corpus_sentence *s;
	uint64_t state = UINT64_C(88172645463325252) + l->how->seed;
	size_t n = l->table.n * l->stride, i, most, drawn;
	struct learned best = { 0 };
	double loss, f1, top = -1;
	struct score sc;
	int e, since = 0;

	for (i = 0, most = 0; i < c->ns; i++)
		most += (size_t)c->s[i].weight + 1;
	s = mem_alloc(most, sizeof(*s));
	best.w = dev->ns > 0 ? mem_alloc(n, sizeof(*best.w)) : NULL;
	for (e = 1; e <= l->how->epochs && since < l->how->patience; e++) {
		drawn = draw(c, s, &state);
		shuffle(s, drawn, &state);
		for (i = 0, loss = 0; i < drawn; i++)
			loss += sentence(l, r, c, &s[i]);
		if (e > 1 || l->how->epochs == 1) {
			add_mean(l);
			mean(l, out);
		}
		if (dev->ns == 0 || l->nmean == 0) {
			msg_note("epoch %d: loss %.0f", e, loss);
			continue;
		}
		evaluate(l, out->w, out->trans, rd, dev, &sc);
		f1 = score_f1(&sc, types->n);
		msg_note("epoch %d: loss %.0f, dev F1 %.4f", e, loss, f1);
		since = f1 > top ? 0 : since + 1;
		if (f1 > top) {
			top = f1;
			memcpy(best.w, out->w, n * sizeof(*best.w));
			memcpy(best.trans, out->trans, sizeof(best.trans));
		}
	}
	if (best.w != NULL && top >= 0) {
		memcpy(out->w, best.w, n * sizeof(*best.w));
		memcpy(out->trans, best.trans, sizeof(best.trans));
		evaluate(l, out->w, out->trans, rd, dev, &sc);
		report(&sc, types);
	}
	free(best.w);
	free(s);
}

void
learn(struct learned *out, const struct learn_how *how,
    const struct corpus *c, const struct corpus *dev,
    const struct types *types)
{
	struct learner *l = mem_alloc(1, sizeof(*l));
	struct rows r, rd;
	unsigned char *counted = counts(c, how->groups);
	size_t i;

	l->how = how;
	l->drop = (uint32_t)(how->drop * UINT32_MAX);
	l->round = how->seed + 1;
	l->labels = 2 * types->n + 1;
	l->stride = l->labels < 8 ? 8 : l->labels < 16 ? 16 : 32;
	rows_make(&r, &l->table, c, counted, how);
	out->times = mem_alloc(l->table.n, 1);
	for (i = 0; i < l->table.n; i++)
		out->times[i] = counted[(l->table.h[i] >> 20) % COUNTS];
	free(counted);
	rows_make(&rd, &l->table, dev, NULL, how);
	msg_note("%zu sentences, %zu tokens, %zu words, %zu features", c->ns,
	    c->n, c->nword, l->table.n);
	l->w = mem_alloc(l->table.n * 2 * l->stride, sizeof(*l->w));
	l->mean = mem_alloc(l->table.n * l->stride, sizeof(*l->mean));
	out->labels = l->labels;
	out->stride = l->stride;
	out->n = l->table.n;
	out->w = mem_alloc(l->table.n * l->stride, sizeof(*out->w));
	epochs(l, &r, c, &rd, dev, out, types);
	out->h = l->table.h;
	free(l->table.slot);
	free(l->w);
	free(l->mean);
	free(l->score);
	free(l->grad);
	free(l->masked);
	crf_free(&l->work);
	rows_free(&r);
	rows_free(&rd);
	free(l);
}

void
learned_free(struct learned *l)
{
	free(l->h);
	free(l->times);
	free(l->w);
	memset(l, 0, sizeof(*l));
}
