/*
 * Train lang.model.  Usage: langtrain LIST > lang.model
 * LIST: script TAB lang TAB weight TAB file [TAB filter]; the file has one
 * text a line, or with a filter "lang:script" three columns (lang, script,
 * text) of which those lines are taken.  Multinomial logistic regression by
 * stochastic gradient descent over whole lines and over pieces of one to
 * twelve words, for texts are often short.  Same list, same bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang.h"
#include "mem.h"
#include "msg.h"
#include "utf8.h"

#define BITS	15		/* Latn, with most classes and least order: */
#define BITS_LATN	16
#define EPOCHS	8
#define LINES	16000		/* of each class in an epoch */
#define MAXF	2400

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
	uint32_t	 bits;
	float		 bias[LANG_CLASSES];
} groups[16];
static size_t ngroup;
static uint64_t state = 88172645463325252u;

/* xorshift64: Marsaglia 2003 */
static uint64_t
chance(uint64_t n)
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
keep(struct class *c, const char *p, size_t n)
{
	if (n < 8 || utf8_valid((struct str){ p, n }) < n)
		return;
	c->t = mem_grow(c->t, &c->cap, c->n + 1, sizeof(*c->t));
	c->t[c->n].p = mem_alloc(n, 1);
	memcpy(c->t[c->n].p, p, n);
	c->t[c->n++].n = n;
}

static void
load(struct class *c, const char *path, const char *filter, int weight)
{
	char *line = NULL, *p;
	size_t cap = 0, len;
	ssize_t n;
	FILE *f;
	int i;

	if ((f = fopen(path, "r")) == NULL)
		msg_die("%s: cannot open", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		p = line;
		len = (size_t)n - (line[n - 1] == '\n');
		if (filter != NULL) {
			size_t k = strlen(filter);

			if (len <= k + 1 || memcmp(p, filter, 2) != 0)
				continue;
			for (i = 0; i < (int)k; i++)
				if (p[i] != (filter[i] == ':' ? '\t' :
				    filter[i]))
					break;
			if (i < (int)k || p[k] != '\t')
				continue;
			p += k + 1;
			len -= k + 1;
		}
		for (i = 0; i < weight; i++)
			keep(c, p, len);
	}
	free(line);
	(void)fclose(f);
}

/* A piece of a text: all of it, or one to twelve words from anywhere. */
static struct str
piece(const struct text *t)
{
	size_t words = 1 + chance(12), from, to;

	if (chance(3) == 0)
		return (struct str){ t->p, t->n };
	from = chance(t->n);
	while (from > 0 && t->p[from - 1] != ' ')
		from--;
	for (to = from; to < t->n && words > 0; to++)
		words -= t->p[to] == ' ';
	return (struct str){ t->p + from, to - from };
}

static void
learn(struct group *g, size_t truth, struct str s, float rate)
{
	static uint32_t f[MAXF];
	double z[LANG_CLASSES], top = -1e9, sum = 0;
	size_t n, k, i, letters, nk = g->n;
	float step[LANG_CLASSES], root;

	n = lang_features(s, g->script, g->bits, f, MAXF, &letters);
	if (letters < LANG_LETTERS)
		return;
	root = sqrtf((float)n);
	for (k = 0; k < nk; k++) {
		float a = 0;

		for (i = 0; i < n; i++)
			a += g->w[(size_t)f[i] * nk + k];
		z[k] = (double)(a / root + g->bias[k]);
		if (z[k] > top)
			top = z[k];
	}
	for (k = 0; k < nk; k++)
		sum += z[k] = exp(z[k] - top);
	for (k = 0; k < nk; k++) {
		step[k] = rate * ((k == truth ? 1.f : 0.f) -
		    (float)(z[k] / sum));
		g->bias[k] += step[k] * .01f;
		step[k] /= root;
	}
	for (i = 0; i < n; i++) {
		float *w = g->w + (size_t)f[i] * nk;

		for (k = 0; k < nk; k++)
			w[k] += step[k];
	}
}

static void
train(struct group *g)
{
	size_t epoch, i, k, total = 0;
	const struct class *c;
	float rate;

	g->bits = strcmp(g->script, "Latn") == 0 ? BITS_LATN : BITS;
	g->w = mem_alloc(g->n << g->bits, sizeof(float));
	for (k = 0; k < g->n; k++) {
		msg_note("%s %s: %zu lines", g->script, g->c[k].lang,
		    g->c[k].n);
		total += g->c[k].n > 0;
	}
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		rate = 2.f / (1.f + .7f * (float)epoch);
		for (i = 0; i < LINES * total; i++) {
			k = chance(g->n);
			c = &g->c[k];
			if (c->n > 0)
				learn(g, k, piece(&c->t[chance(c->n)]), rate);
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

static void
save(void)
{
	uint32_t off = 12;
	size_t i, k, b;

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
		off += (uint32_t)(g->n << g->bits) * 2;
		for (k = 0; k < g->n; k++) {
			fwrite(g->c[k].lang, 1, 8, stdout);
			put_float(largest(g, k) / 32767);
			put_float(g->bias[k]);
		}
	}
	for (i = 0; i < ngroup; i++) {
		struct group *g = &groups[i];
		float top[LANG_CLASSES];

		for (k = 0; k < g->n; k++)
			top[k] = largest(g, k);
		for (b = 0; b < g->n << g->bits; b++) {
			int v = (int)lrintf(g->w[b] / top[b % g->n] * 32767);

			putchar(v & 0xff);
			putchar(v >> 8 & 0xff);
		}
	}
}

int
main(int argc, char *argv[])
{
	char *line = NULL, *col[5], *p;
	size_t cap = 0, i;
	FILE *f;
	int n;

	msg_init(argv[0]);
	if (argc != 2 || (f = fopen(argv[1], "r")) == NULL)
		msg_usage("langtrain list > model", NULL);
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || *line == '\0')
			continue;
		memset(col, 0, sizeof(col));
		for (n = 0, p = line; n < 5 && p != NULL; n++)
			col[n] = strsep(&p, "\t");
		if (n < 4)
			msg_die("%s: a line needs four columns", argv[1]);
		load(class_for(col[0], col[1]), col[3], col[4],
		    atoi(col[2]));
	}
	free(line);
	(void)fclose(f);
	for (i = 0; i < ngroup; i++)
		train(&groups[i]);
	save();
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : ST_FATAL;
}
