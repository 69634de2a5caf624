/*
 * Sums over label sequences by the forward-backward algorithm, with each
 * place scaled to a sum of 1 (Rabiner 1989), and the best one by Viterbi's.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "crf.h"
#include "mem.h"

int
crf_follows(int from, int to)
{
	if (to == 0 || to % 2 == 1)
		return 1;
	return from == to || from == to - 1;
}

void
crf_free(struct crf_work *w)
{
	free(w->alpha);
	free(w->beta);
	free(w->score);
	memset(w, 0, sizeof(*w));
}

/* e to the scores less the best allowed one; that one is returned. */
static double
local(const float *s, int labels, uint32_t allow, double *out)
{
	double best = -HUGE_VAL;
	int k;

	for (k = 0; k < labels; k++)
		if (allow >> k & 1 && s[k] > best)
			best = s[k];
	for (k = 0; k < labels; k++)
		out[k] = allow >> k & 1 ? exp(s[k] - best) : 0;
	return best;
}

/* Scale to a sum of 1; what the sum was. */
static double
scale(double *v, int n)
{
	double sum = 0;
	int k;

	for (k = 0; k < n; k++)
		sum += v[k];
	for (k = 0; k < n; k++)
		v[k] /= sum;
	return sum;
}

static void
backward(struct crf_work *w, size_t n, int labels, const double *move)
{
	double *b, *next, *e, v[CRF_LABELS];
	size_t i;
	int x, y;

	for (x = 0; x < labels; x++)
		w->beta[(n - 1) * (size_t)labels + (size_t)x] = 1;
	for (i = n - 1; i-- > 0;) {
		b = w->beta + i * (size_t)labels;
		next = b + labels;
		e = w->score + (i + 1) * (size_t)labels;
		for (y = 0; y < labels; y++)
			v[y] = next[y] * e[y];
		for (x = 0; x < labels; x++) {
			b[x] = 0;
			for (y = 0; y < labels; y++)
				b[x] += move[x * labels + y] * v[y];
		}
		(void)scale(b, labels);
	}
}

static void
pairs(const struct crf_work *w, size_t i, int labels, const double *move,
    double sign, double *edge)
{
	const double *a = w->alpha + (i - 1) * (size_t)labels;
	const double *b = w->beta + i * (size_t)labels;
	const double *e = w->score + i * (size_t)labels;
	double p[CRF_LABELS * CRF_LABELS], v[CRF_LABELS], sum = 0;
	int x, y;

	for (y = 0; y < labels; y++)
		v[y] = e[y] * b[y];
	for (x = 0; x < labels; x++)
		for (y = 0; y < labels; y++) {
			p[x * labels + y] = a[x] * move[x * labels + y] *
			    v[y];
			sum += p[x * labels + y];
		}
	for (x = 0; x < labels * labels; x++)
		edge[x] += sign * p[x] / sum;
}

static void
expect(struct crf_work *w, size_t n, int labels, const double *move,
    double sign, float *node, double *edge)
{
	double p[CRF_LABELS], *a, *b;
	size_t i;
	int k;

	for (i = 0; i < n; i++) {
		a = w->alpha + i * (size_t)labels;
		b = w->beta + i * (size_t)labels;
		for (k = 0; k < labels; k++)
			p[k] = a[k] * b[k];
		(void)scale(p, labels);
		for (k = 0; k < labels; k++)
			node[i * (size_t)labels + (size_t)k] +=
			    (float)(sign * p[k]);
		if (i > 0)
			pairs(w, i, labels, move, sign, edge);
		else
			for (k = 0; k < labels; k++)
				edge[k] += sign * p[k];
	}
}

double
crf_sum(struct crf_work *w, const float *score, size_t n, int labels,
    const float *trans, const uint32_t *allow, double sign, float *node,
    double *edge)
{
	double move[CRF_LABELS * CRF_LABELS], *a, *e, sum = 0;
	size_t i, l = (size_t)labels;
	int x, y;

	w->alpha = mem_grow(w->alpha, &w->cap[0], n * l, sizeof(double));
	w->beta = mem_grow(w->beta, &w->cap[1], n * l, sizeof(double));
	w->score = mem_grow(w->score, &w->cap[2], n * l, sizeof(double));
	for (x = 0; x < labels; x++)
		for (y = 0; y < labels; y++)
			move[x * labels + y] = crf_follows(x, y) ?
			    exp(trans[x * labels + y]) : 0;
	for (i = 0; i < n; i++) {
		a = w->alpha + i * l;
		e = w->score + i * l;
		sum += local(score + i * l, labels, allow == NULL ?
		    UINT32_MAX : allow[i], e);
		for (y = 0; y < labels; y++) {
			a[y] = i == 0 ? move[y] : 0;
			for (x = 0; i > 0 && x < labels; x++)
				a[y] += a[x - labels] * move[x * labels + y];
			a[y] *= e[y];
		}
		sum += log(scale(a, labels));
	}
	if (node != NULL) {
		backward(w, n, labels, move);
		expect(w, n, labels, move, sign, node, edge);
	}
	return sum;
}

void
crf_best(const float *score, size_t n, int labels, const float *trans,
    unsigned char *back, unsigned char *out)
{
	float best[CRF_LABELS] = { 0 }, next[CRF_LABELS], v;
	size_t i, l = (size_t)labels;
	int x, y;

	for (i = 0; i < n; i++) {
		for (y = 0; y < labels; y++) {
			next[y] = -1e30f;
			for (x = 0; x < (i == 0 ? 1 : labels); x++) {
				v = best[x] + trans[x * labels + y];
				if (crf_follows(x, y) && v > next[y]) {
					next[y] = v;
					back[i * l + (size_t)y] =
					    (unsigned char)x;
				}
			}
			next[y] += score[i * l + (size_t)y];
		}
		memcpy(best, next, sizeof(best));
	}
	for (x = 0, y = 1; y < labels; y++)
		if (best[y] > best[x])
			x = y;
	for (i = n; i-- > 0; x = back[i * l + (size_t)x])
		out[i] = (unsigned char)x;
}
