/*
 * Pruning and quantising.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "hash.h"
#include "mem.h"
#include "model.h"
#include "msg.h"
#include "pack.h"

/* A row's worth: its largest weight, the more the oftener it comes up. */
struct worth {
	float	v;
	float	top;
	size_t	row;
};

static int
by_worth(const void *a, const void *b)
{
	const struct worth *x = a, *y = b;

	if (x->v != y->v)
		return x->v > y->v ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Worths of the rows that a file may hold, the best first. */
static struct worth *
order(const struct learned *l, size_t *n)
{
	struct worth *w = mem_alloc(l->n, sizeof(*w));
	float v;
	size_t i;
	int k;

	for (*n = 0, i = 0; i < l->n; i++) {
		for (k = 0, v = 0; k < l->labels; k++)
			v = fmaxf(v, fabsf(l->w[i * l->stride + (size_t)k]));
		if (v > 0)
			w[(*n)++] = (struct worth){ v * sqrtf(l->times[i]),
			    v, i };
	}
	qsort(w, *n, sizeof(*w), by_worth);
	return w;
}

static int
by_top(const void *a, const void *b)
{
	const float *x = a, *y = b;

	return *x > *y ? -1 : *x < *y;
}

/* All but one in 2,000 rows have no larger weight. */
static double
top(const struct worth *w, size_t n)
{
	float *v = mem_alloc(n, sizeof(*v));
	double t;
	size_t i;

	for (i = 0; i < n; i++)
		v[i] = w[i].top;
	qsort(v, n, sizeof(*v), by_top);
	t = v[n / 2000];
	free(v);
	return t;
}

/* What a weight of 1 in the file stands for. */
static double
scale_of(const struct worth *w, size_t n)
{
	/* As the file can say it. */
	return n > 0 ? fmin(fmax(top(w, n) / 127, 0x1p-24), 64) : 1;
}

static void
put32(unsigned char *p, uint32_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> (8 * i) & 0xff);
}

static void
put16(unsigned char *p, int v)
{
	p[0] = (unsigned char)(v & 0xff);
	p[1] = (unsigned char)(v >> 8 & 0xff);
}

static int
rounded(double v, int top)
{
	if (isnan(v))
		return 0;
	v = v < 0 ? v - .5 : v + .5;
	return v > top ? top : v < -top ? -top : (int)v;
}

/* Place a row where its line has room and no other of its fingerprint. */
static int
place(unsigned char *line, const struct learned *l, size_t row, double scale)
{
	unsigned char f = model_print(l->h[row]);
	const float *w = l->w + row * l->stride;
	size_t i;
	int k, q, some = 0;

	for (k = 0; k < l->labels; k++)
		some |= rounded(w[k] / scale, 127) != 0;
	for (i = 0; i < MODEL_ROWS && line[i] != 0; i++)
		if (line[i] == f)
			return 0;
	if (i == MODEL_ROWS || !some)
		return 0;
	line[i] = f;
	for (k = 0; k < l->labels; k++) {
		q = rounded(w[k] / scale, 127);
		line[MODEL_ROWS + i * (size_t)l->labels + (size_t)k] =
		    (unsigned char)(q & 0xff);
	}
	return 1;
}

#define ROOM	.5		/* of the places are meant to be taken */

/* Lines for n rows; fewer, and *tight is set, if there is no room for so
 * many. */
static size_t
lines_for(size_t n, const struct learned *l, const struct pack_room *room,
    int *tight)
{
	size_t lines = (size_t)((double)n / (MODEL_ROWS * ROOM)) + 1;
	struct model_plan plan;
	size_t width = MODEL_ROWS * (1 + (size_t)l->labels), over;

	model_plan(&plan, (size_t)room->types->n, lines,
	    room->tables->class.n, room->tables->sound.n);
	*tight = plan.all > room->size;
	if (*tight) {
		over = (plan.all - room->size) / width + 1;
		lines = over < lines ? lines - over : 1;
	}
	return lines;
}

size_t
pack_least(const struct types *types, const struct feat_tables *tables)
{
	struct model_plan plan;

	model_plan(&plan, (size_t)types->n, 1, tables->class.n,
	    tables->sound.n);
	return plan.all;
}

static void
put_table(unsigned char *hash, unsigned char *number,
    const struct feat_table *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		put32(hash + i * 4, t->hash[i]);
		put16(number + i * 2, t->number[i]);
	}
}

void
pack_choose(const struct learned *l, unsigned char *keep, void *arg)
{
	const struct pack_room *room = arg;
	struct worth *w;
	unsigned char *p;
	size_t i, n, lines, width = MODEL_ROWS * (1 + (size_t)l->labels);
	double scale;
	int tight;

	w = order(l, &n);
	scale = scale_of(w, n);
	lines = lines_for(n, l, room, &tight);
	p = mem_alloc(lines, width);
	memset(keep, !tight, l->n);
	for (i = 0; i < n && tight; i++)
		keep[w[i].row] = (unsigned char)place(p +
		    model_line(l->h[w[i].row], lines) * width, l, w[i].row,
		    scale);
	free(p);
	free(w);
}

void
pack(struct buf *b, const struct learned *l, const struct pack_room *room,
    unsigned int groups)
{
	const struct feat_tables *tables = room->tables;
	const struct types *types = room->types;
	struct worth *w;
	struct model_plan plan;
	unsigned char *p;
	size_t i, n, lines, width, kept = 0;
	uint64_t v = UINT64_C(0x0102030405060708);
	double scale;
	int k, tight;

	w = order(l, &n);
	scale = scale_of(w, n);
	lines = lines_for(n, l, room, &tight);
	model_plan(&plan, (size_t)types->n, lines, tables->class.n,
	    tables->sound.n);
	width = MODEL_ROWS * (1 + (size_t)l->labels);
	p = mem_alloc(plan.all, 1);
	for (i = 0; i < n; i++)
		kept += (size_t)place(p + plan.line +
		    model_line(l->h[w[i].row], lines) * width, l, w[i].row,
		    scale);
	memcpy(p, MODEL_MAGIC, 8);
	memcpy(p + 8, &v, 8);
	v = plan.all;
	memcpy(p + 24, &v, 8);
	put32(p + 32, (uint32_t)types->n);
	put32(p + 36, groups);
	put32(p + 40, (uint32_t)lines);
	put32(p + 44, (uint32_t)tables->class.n);
	put32(p + 52, (uint32_t)tables->sound.n);
	put32(p + 48, (uint32_t)(scale * 16777216 + .5));
	for (k = 0; k < types->n; k++)
		memcpy(p + MODEL_HEAD + k * MODEL_NAME, types->name[k],
		    MODEL_NAME);
	for (k = 0; k < l->labels * l->labels; k++)
		put16(p + plan.trans + k * 2,
		    rounded(l->trans[k] / scale, 32000));
	put_table(p + plan.hash[0], p + plan.number[0], &tables->class);
	put_table(p + plan.hash[1], p + plan.number[1], &tables->sound);
	v = model_check(p, plan.all);
	memcpy(p + 16, &v, 8);
	buf_put(b, (const char *)p, plan.all);
	msg_note("%zu of %zu features kept, %zu bytes", kept, n, plan.all);
	free(p);
	free(w);
}
