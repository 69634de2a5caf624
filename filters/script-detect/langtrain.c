/*
 * Train lang.model.  Usage: langtrain LIST > lang.model
 * LIST: script TAB lang TAB weight TAB file [TAB kind]; kinds are in
 * loadtrain.c.  Multinomial logistic regression by stochastic gradient
 * descent, each bucket with a rate of its own (AdaGrad, Duchi and others
 * 2011), over whole texts and over pieces of one to twelve words, for texts
 * are often short.  Same list, same bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang.h"
#include "mem.h"
#include "msg.h"
#include "script.h"
#include "train.h"
#include "utf8.h"

#define EPOCHS	16
#define LINES	16000		/* of each class in an epoch */
#define RATE	2.f		/* at the start; then 1 / (1 + FADE * epoch) */
#define FADE	.7f

/* 2^bits buckets for each script; the model has to stay below 6 MB. */
static const struct {
	char		script[5];
	uint32_t	bits;
} sizes[] = {
	{ "Deva", 17 }, { "Latn", 17 }, { "Arab", 16 }, { "Beng", 15 },
	{ "Tibt", 13 }
};

struct text {
	char	*p;
	size_t	 n;
};

struct class {
	char		 lang[8];
	struct text	*t;
	size_t		 n, cap;
};

static struct group {
	char		 script[5];
	struct class	 c[LANG_CLASSES];
	size_t		 n;
	float		*w;		/* [bucket][class] */
	float		*g;		/* [bucket]: squares of gradients */
	uint32_t	 bits;
	int		 number;	/* of the script */
	float		 bias[LANG_CLASSES];
} groups[16];
static size_t ngroup;
static uint64_t state = 88172645463325252u;

uint64_t
train_chance(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % n;
}

static struct class *
class_for(const char *script, const char *lang)
{
	struct group *g;
	size_t i, k;

	for (i = 0; i < ngroup && strcmp(groups[i].script, script) != 0;)
		i++;
	if (i == 16)
		msg_die("too many scripts");
	g = &groups[i];
	if (i == ngroup) {
		ngroup++;
		(void)snprintf(g->script, sizeof(g->script), "%s", script);
	}
	for (k = 0; k < g->n && strcmp(g->c[k].lang, lang) != 0;)
		k++;
	if (k == LANG_CLASSES)
		msg_die("too many languages");
	if (k == g->n) {
		g->n++;
		(void)snprintf(g->c[k].lang, sizeof(g->c[k].lang), "%s", lang);
	}
	return &g->c[k];
}

static void
keep(void *arg, struct str s)
{
	struct class *c = arg;

	if (s.n < 4)
		return;
	c->t = mem_grow(c->t, &c->cap, c->n + 1, sizeof(*c->t));
	c->t[c->n].p = mem_alloc(s.n, 1);
	memcpy(c->t[c->n].p, s.p, s.n);
	c->t[c->n++].n = s.n;
}

/* A file counts `weight' times: its texts are met as much oftener. */
static void
load(struct class *c, const char *path, const char *kind, const char *dir,
    int weight)
{
	size_t from = c->n, n;

	train_load(path, kind, dir, keep, c);
	for (n = c->n - from; weight > 1; weight--) {
		c->t = mem_grow(c->t, &c->cap, c->n + n, sizeof(*c->t));
		memcpy(c->t + c->n, c->t + from, n * sizeof(*c->t));
		c->n += n;
	}
}

/* A piece of a text: all of it, or one to twelve words from anywhere. */
static struct str
piece(const struct text *t)
{
	size_t words = 1 + train_chance(1 + train_chance(12)), from, to;

	if (train_chance(3) == 0)
		return (struct str){ t->p, t->n };
	from = train_chance(t->n);
	while (from > 0 && t->p[from - 1] != ' ')
		from--;
	for (to = from; to < t->n && words > 0; to++)
		words -= t->p[to] == ' ';
	return (struct str){ t->p + from, to - from };
}

static void
learn(struct group *g, size_t truth, struct str s, float rate)
{
	static uint32_t f[LANG_FEATURES];
	double z[LANG_CLASSES], top = -1e9, sum = 0;
	size_t n, k, i, letters, nk = g->n;
	float step[LANG_CLASSES], root, square = 0;

	n = lang_features(s, g->number, g->bits, f, &letters);
	if (letters < LANG_LETTERS)
		return;
	root = sqrtf((float)n);
	for (k = 0; k < nk; k++)
		z[k] = 0;
	for (i = 0; i < n; i++) {
		const float *w = g->w + (size_t)f[i] * nk;

		for (k = 0; k < nk; k++)
			z[k] += (double)w[k];
	}
	for (k = 0; k < nk; k++) {
		z[k] = z[k] / (double)root + (double)g->bias[k];
		if (z[k] > top)
			top = z[k];
	}
	for (k = 0; k < nk; k++)
		sum += z[k] = exp(z[k] - top);
	for (k = 0; k < nk; k++) {
		step[k] = (k == truth ? 1.f : 0.f) - (float)(z[k] / sum);
		g->bias[k] += step[k] * rate * .01f;
		step[k] /= root;
		square += step[k] * step[k];
	}
	if (square < 1e-9f)
		return;
	for (i = 0; i < n; i++) {
		float *w = g->w + (size_t)f[i] * nk, r;

		g->g[f[i]] += square;
		r = rate / sqrtf(g->g[f[i]] + 1e-3f);
		for (k = 0; k < nk; k++)
			w[k] += r * step[k];
	}
}

static void
train(struct group *g)
{
	size_t epoch, i, k, total = 0;
	const struct class *c;
	float rate;

	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		if (strcmp(sizes[i].script, g->script) == 0)
			g->bits = sizes[i].bits;
	g->number = script_of_name(str_of(g->script));
	if (g->bits == 0 || g->number == SCRIPT_NONE)
		msg_die("%s: no size is known", g->script);
	g->w = mem_alloc(g->n << g->bits, sizeof(float));
	g->g = mem_alloc((size_t)1 << g->bits, sizeof(float));
	for (k = 0; k < g->n; k++) {
		msg_note("%s %s: %zu lines", g->script, g->c[k].lang,
		    g->c[k].n);
		total += g->c[k].n > 0;
	}
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		rate = RATE / (1.f + FADE * (float)epoch);
		for (i = 0; i < LINES * total; i++) {
			k = train_chance(g->n);
			c = &g->c[k];
			if (c->n > 0)
				learn(g, k, piece(&c->t[train_chance(c->n)]),
				    rate);
		}
		msg_note("%s: epoch %zu", g->script, epoch + 1);
	}
}

static void
put32(uint32_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		putchar((int)(v >> (8 * i) & 0xff));
}

static void
put_float(float f)
{
	uint32_t v;

	memcpy(&v, &f, 4);
	put32(v);
}

/* The weight that becomes 127. */
static float
largest(const struct group *g, size_t k)
{
	float top = 1e-6f;
	size_t i;

	for (i = 0; i < (size_t)1 << g->bits; i++)
		if (fabsf(g->w[i * g->n + k]) > top)
			top = fabsf(g->w[i * g->n + k]);
	return top;
}

static size_t
stride(const struct group *g)
{
	return (g->n + LANG_LANES - 1) / LANG_LANES * LANG_LANES;
}

static void
save_weights(const struct group *g)
{
	float top[LANG_CLASSES];
	size_t b, k;
	long v;

	for (k = 0; k < g->n; k++)
		top[k] = largest(g, k);
	for (b = 0; b < (size_t)1 << g->bits; b++)
		for (k = 0; k < stride(g); k++) {
			v = k < g->n ? lrintf(g->w[b * g->n + k] / top[k] *
			    127) : 0;
			v = v > 127 ? 127 : v < -127 ? -127 : v;
			putchar((int)(v & 0xff));
		}
}

static void
save(void)
{
	uint32_t off = 12;
	size_t i, k;

	for (i = 0; i < ngroup; i++)
		off += 16 + 16 * (uint32_t)groups[i].n;
	fwrite(LANG_MAGIC, 1, 8, stdout);
	put32((uint32_t)ngroup);
	for (i = 0; i < ngroup; i++) {
		struct group *g = &groups[i];

		fwrite(g->script, 1, 4, stdout);
		put32(g->bits);
		put32((uint32_t)g->n);
		put32(off);
		off += (uint32_t)(stride(g) << g->bits);
		for (k = 0; k < g->n; k++) {
			fwrite(g->c[k].lang, 1, 8, stdout);
			put_float(largest(g, k) / 127);
			put_float(g->bias[k]);
		}
	}
	for (i = 0; i < ngroup; i++)
		save_weights(&groups[i]);
}

int
main(int argc, char *argv[])
{
	char *dir, *line = NULL, *col[5], *p;
	size_t cap = 0, i;
	FILE *f;
	int n;

	msg_init(argv[0]);
	if (argc != 2 || (f = fopen(argv[1], "r")) == NULL)
		msg_usage("langtrain list > model", NULL);
	dir = mem_alloc(strlen(argv[1]) + 2, 1);
	(void)snprintf(dir, strlen(argv[1]) + 2, "%s", argv[1]);
	if ((p = strrchr(dir, '/')) != NULL)
		*p = '\0';
	else
		(void)snprintf(dir, 2, ".");
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || *line == '\0')
			continue;
		memset(col, 0, sizeof(col));
		for (n = 0, p = line; n < 5 && p != NULL; n++)
			col[n] = strsep(&p, "\t");
		if (n < 4)
			msg_die("%s: a line needs four columns", argv[1]);
		load(class_for(col[0], col[1]), col[3], col[4], dir,
		    atoi(col[2]));
	}
	free(line);
	(void)fclose(f);
	for (i = 0; i < ngroup; i++)
		train(&groups[i]);
	save();
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : ST_FATAL;
}
