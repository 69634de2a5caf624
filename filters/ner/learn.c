/*
 * Learning: the features that come up often enough get a row each; a word's
 * features at each place are found once and kept.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "learn.h"
#include "mem.h"
#include "msg.h"
#include "rows.h"

struct learner {
	const struct learn_how *how;
	struct rows_table table;
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
	size_t at = p == ROWS_PLACES ? i : i + (size_t)p - FEAT_REACH;
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
	struct rows_run run[ROWS_PLACES + 1];
	float sum[32], *out;
	size_t i, k;
	int p;

	l->score = mem_grow(l->score, &l->cap[0], s->n * (size_t)l->labels,
	    sizeof(float));
	for (i = 0; i < s->n; i++) {
		memset(sum, 0, sizeof(sum));
		rows_runs(r, c, s, i, run);
		for (p = 0; p <= ROWS_PLACES; p++)
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
	struct rows_run run[ROWS_PLACES + 1];
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
		rows_runs(r, c, s, i, run);
		for (p = 0; p <= ROWS_PLACES; p++)
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

/* What a training goes through, and what has come out of it. */
struct course {
	struct learner	*l;
	struct rows	*r;		/* of the corpus */
	struct rows	*rd;		/* of the development text */
	const struct corpus *c;
	const struct corpus *dev;
	const struct types *types;
	struct corpus_sentence *s;	/* as they come in an epoch */
	uint64_t	 state;		/* of draw and shuffle */
	int		 first;		/* epoch of those that the mean is of */
	struct learned	*out;		/* the mean */
	struct learned	 best;		/* by dev */
	double		 top;
	int		 since;		/* epochs since the best */
};

/* From now on with the rows that a file has room for. */
static void
choose(struct course *k, int e)
{
	struct learner *l = k->l;
	unsigned char *keep;
	size_t i, gone = 0;

	if (l->how->choose == NULL)
		return;
	keep = mem_alloc(l->table.n, 1);
	l->how->choose(k->out, keep, l->how->arg);
	for (i = 0; i < l->table.n; i++)
		if (!keep[i]) {
			memset(l->w + i * 2 * l->stride, 0,
			    l->stride * sizeof(*l->w));
			gone++;
		}
	if (gone > 0) {
		msg_note("%zu features stay", l->table.n - gone);
		rows_thin(k->r, k->c, keep);
		rows_thin(k->rd, k->dev, keep);
		memset(l->mean, 0, l->table.n * l->stride * sizeof(*l->mean));
		memset(l->trans_mean, 0, sizeof(l->trans_mean));
		l->nmean = 0;
		k->first = e + 1;
		k->top = -1;
		k->since = 0;
	}
	free(keep);
}

/* Measure the mean on the development text; keep the best. */
static void
measure(struct course *k, int e, double loss)
{
	struct learned *out = k->out;
	struct score sc;
	double f1;

	if (k->dev->ns == 0 || k->l->nmean == 0) {
		msg_note("epoch %d: loss %.0f", e, loss);
		return;
	}
	evaluate(k->l, out->w, out->trans, k->rd, k->dev, &sc);
	f1 = score_f1(&sc, k->types->n);
	msg_note("epoch %d: loss %.0f, dev F1 %.4f", e, loss, f1);
	k->since++;
	if (f1 <= k->top)
		return;
	k->since = 0;
	k->top = f1;
	memcpy(k->best.w, out->w, out->n * out->stride * sizeof(*out->w));
	memcpy(k->best.trans, out->trans, sizeof(out->trans));
}

/* One training from the start; rows are chosen in the first of them. */
static void
run(struct course *k, int nth)
{
	struct learner *l = k->l;
	size_t i, drawn;
	double loss;
	int e;

	memset(l->w, 0, l->table.n * 2 * l->stride * sizeof(*l->w));
	memset(l->trans, 0, sizeof(l->trans));
	memset(l->square, 0, sizeof(l->square));
	k->since = 0;
	for (e = 1; e <= l->how->epochs && k->since < l->how->patience; e++) {
		drawn = draw(k->c, k->s, &k->state);
		shuffle(k->s, drawn, &k->state);
		for (i = 0, loss = 0; i < drawn; i++)
			loss += sentence(l, k->r, k->c, &k->s[i]);
		if (e >= k->first || l->how->epochs == 1) {
			add_mean(l);
			mean(l, k->out);
		}
		measure(k, e, loss);
		if (nth == 0 && e == l->how->epochs / 2 && l->nmean > 0)
			choose(k, e);
	}
}

static void
runs(struct course *k)
{
	struct learned *out = k->out;
	struct score sc;
	size_t i, most;
	int n;

	for (i = 0, most = 0; i < k->c->ns; i++)
		most += (size_t)k->c->s[i].weight + 1;
	k->s = mem_alloc(most, sizeof(*k->s));
	if (k->dev->ns > 0)
		k->best.w = mem_alloc(out->n * out->stride,
		    sizeof(*k->best.w));
	for (n = 0; n < k->l->how->runs; n++)
		run(k, n);
	if (k->top >= 0) {
		memcpy(out->w, k->best.w, out->n * out->stride *
		    sizeof(*out->w));
		memcpy(out->trans, k->best.trans, sizeof(out->trans));
		evaluate(k->l, out->w, out->trans, k->rd, k->dev, &sc);
		report(&sc, k->types);
	}
	free(k->best.w);
	free(k->s);
}

void
learn(struct learned *out, const struct learn_how *how,
    const struct corpus *c, const struct corpus *dev,
    const struct types *types)
{
	struct learner *l = mem_alloc(1, sizeof(*l));
	struct rows r, rd;
	struct course k;
	unsigned char *counted = rows_counts(c, how->groups);
	size_t i;

	l->how = how;
	l->drop = (uint32_t)(how->drop * UINT32_MAX);
	l->round = how->seed + 1;
	l->labels = 2 * types->n + 1;
	l->stride = l->labels < 8 ? 8 : l->labels < 16 ? 16 : 32;
	rows_make(&r, &l->table, c, counted, how->groups, how->cutoff);
	out->times = mem_alloc(l->table.n, 1);
	for (i = 0; i < l->table.n; i++)
		out->times[i] = rows_count(counted, l->table.h[i]);
	free(counted);
	rows_make(&rd, &l->table, dev, NULL, how->groups, how->cutoff);
	msg_note("%zu sentences, %zu tokens, %zu words, %zu features", c->ns,
	    c->n, c->nword, l->table.n);
	l->w = mem_alloc(l->table.n * 2 * l->stride, sizeof(*l->w));
	l->mean = mem_alloc(l->table.n * l->stride, sizeof(*l->mean));
	out->labels = l->labels;
	out->stride = l->stride;
	out->n = l->table.n;
	out->w = mem_alloc(l->table.n * l->stride, sizeof(*out->w));
	out->h = l->table.h;
	k = (struct course){ .l = l, .r = &r, .rd = &rd, .c = c, .dev = dev,
	    .types = types, .out = out, .first = 2, .top = -1,
	    .state = UINT64_C(88172645463325252) + how->seed };
	runs(&k);
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
