/*
 * Word classes from plain text.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "feat.h"
#include "hash.h"
#include "mem.h"
#include "msg.h"
#include "skipgram.h"
#include "token.h"
#include "utf8.h"

#define DIM		64
#define LEAST		5		/* times that a word must come up */
#define MOST		65536		/* words */
#define WINDOW		2
#define NEGATIVE	5
#define EPOCHS		4
#define RATE		.05f
#define OFTEN		1e-4		/* words above this share are thinned */
#define TABLE		(1 << 20)
#define BREAK		UINT32_MAX

struct word {
	uint32_t	hash;
	uint32_t	n;
	char		text[3 * TOKEN_LETTERS + 1];
};

struct skipgram {
	struct word	*word;
	size_t		 nword;
	uint32_t	*slot;		/* 1 + word; 0: empty */
	size_t		 nslot;
	uint32_t	*text;		/* words, and breaks */
	size_t		 ntext;
	size_t		 cap[2];
	float		*in;		/* [word][DIM] */
	float		*out[2];	/* as a neighbour on the left, right */
	uint32_t	*table;		/* words as often as they are drawn */
	uint64_t	 state;
};

struct skipgram *
skipgram_new(void)
{
	return mem_alloc(1, sizeof(struct skipgram));
}

static void
more_slots(struct skipgram *g)
{
	size_t i, k;

	g->nslot = g->nslot == 0 ? 1 << 16 : 2 * g->nslot;
	free(g->slot);
	g->slot = mem_alloc(g->nslot, sizeof(*g->slot));
	for (i = 0; i < g->nword; i++) {
		for (k = g->word[i].hash % g->nslot; g->slot[k] != 0;)
			k = (k + 1) % g->nslot;
		g->slot[k] = (uint32_t)i + 1;
	}
}

/* Add one word; its letters are kept as the fold has them. */
static void
add(struct skipgram *g, uint32_t hash, const uint16_t *f, size_t n,
    const char *before)
{
	struct word *w;
	size_t i, k, len;

	if (g->nword * 2 >= g->nslot)
		more_slots(g);
	for (k = hash % g->nslot; g->slot[k] != 0; k = (k + 1) % g->nslot)
		if (g->word[g->slot[k] - 1].hash == hash)
			break;
	if (g->slot[k] == 0) {
		g->word = mem_grow(g->word, &g->cap[0], g->nword + 1,
		    sizeof(*g->word));
		w = &g->word[g->nword++];
		memset(w, 0, sizeof(*w));
		w->hash = hash;
		len = strlen(before);
		memcpy(w->text, before, len);
		for (i = 0; i < n && len + 3 < sizeof(w->text); i++)
			len += utf8_put(w->text + len, f[i]);
		g->slot[k] = (uint32_t)g->nword;
	}
	g->word[g->slot[k] - 1].n++;
	g->text = mem_grow(g->text, &g->cap[1], g->ntext + 2,
	    sizeof(*g->text));
	g->text[g->ntext++] = g->slot[k] - 1;
}

void
skipgram_add(struct skipgram *g, struct str line)
{
	static struct tokens ts;
	const struct token *t;
	size_t i;

	token_cut(&ts, line);
	for (i = 0; i < ts.n; i++) {
		t = &ts.t[i];
		if (t->brk && g->ntext > 0)
			g->text[g->ntext++] = BREAK;
		if (t->kind == TOK_NUMBER) {
			add(g, 1, NULL, 0, "#");
			continue;
		}
		add(g, feat_cluster_hash(t->f, t->stem), t->f, t->stem, "");
		if (t->stem < t->n)
			add(g, feat_cluster_hash(t->f + t->stem, (size_t)
			    (t->n - t->stem)) ^ 1, t->f + t->stem,
			    (size_t)(t->n - t->stem), "+");
		g->text = mem_grow(g->text, &g->cap[1], g->ntext + 3,
		    sizeof(*g->text));
	}
}

static uint64_t
rnd(struct skipgram *g)
{
	g->state ^= g->state << 13;
	g->state ^= g->state >> 7;
	g->state ^= g->state << 17;
	return g->state;
}

static const struct word *by_count_words;

static int
by_count(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	if (by_count_words[x].n != by_count_words[y].n)
		return by_count_words[x].n > by_count_words[y].n ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Words in order of their counts, the rare ones gone; the text follows. */
static void
sort_words(struct skipgram *g)
{
	uint32_t *order = mem_alloc(g->nword, sizeof(*order));
	uint32_t *place = mem_alloc(g->nword, sizeof(*place));
	struct word *w;
	size_t i, k, n;

	for (i = 0; i < g->nword; i++)
		order[i] = (uint32_t)i;
	by_count_words = g->word;
	qsort(order, g->nword, sizeof(*order), by_count);
	for (n = 0; n < g->nword && n < MOST &&
	    g->word[order[n]].n >= LEAST;)
		n++;
	w = mem_alloc(n, sizeof(*w));
	memset(place, 0xff, g->nword * sizeof(*place));
	for (i = 0; i < n; i++) {
		w[i] = g->word[order[i]];
		place[order[i]] = (uint32_t)i;
	}
	for (i = k = 0; i < g->ntext; i++) {
		if (g->text[i] == BREAK)
			g->text[k++] = BREAK;
		else if (place[g->text[i]] != UINT32_MAX)
			g->text[k++] = place[g->text[i]];
	}
	g->ntext = k;
	free(g->word);
	g->word = w;
	g->nword = n;
	free(order);
	free(place);
}

static void
make_table(struct skipgram *g)
{
	double sum = 0, part = 0;
	size_t i, k = 0;

	for (i = 0; i < g->nword; i++)
		sum += pow(g->word[i].n, .75);
	g->table = mem_alloc(TABLE, sizeof(*g->table));
	for (i = 0; i < g->nword; i++) {
		part += pow(g->word[i].n, .75);
		while (k < TABLE && (double)k < part / sum * TABLE)
			g->table[k++] = (uint32_t)i;
	}
	while (k < TABLE)
		g->table[k++] = 0;
}

static float
dot(const float *a, const float *b)
{
	float s[8] = { 0 };
	int i, k;

	for (i = 0; i < DIM; i += 8)
		for (k = 0; k < 8; k++)
			s[k] += a[i + k] * b[i + k];
	return s[0] + s[1] + s[2] + s[3] + s[4] + s[5] + s[6] + s[7];
}

/* One pair and its negative samples. */
static void
learn_pair(struct skipgram *g, uint32_t word, uint32_t near, int side,
    float rate)
{
	float *a = g->in + (size_t)word * DIM, *b, sum[DIM] = { 0 }, step;
	uint32_t target;
	int i, k;

	for (i = 0; i <= NEGATIVE; i++) {
		target = i == 0 ? near : g->table[rnd(g) >> 20 & (TABLE - 1)];
		if (i > 0 && target == near)
			continue;
		b = g->out[side] + (size_t)target * DIM;
		step = rate * ((i == 0) - 1 / (1 + expf(-dot(a, b))));
		for (k = 0; k < DIM; k++) {
			sum[k] += step * b[k];
			b[k] += step * a[k];
		}
	}
	for (k = 0; k < DIM; k++)
		a[k] += sum[k];
}

/* A sentence, thinned. */
static void
learn_sentence(struct skipgram *g, const uint32_t *s, size_t n, float rate)
{
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = i < WINDOW ? 0 : i - WINDOW; k < n &&
		    k <= i + WINDOW; k++)
			if (k != i)
				learn_pair(g, s[i], s[k], k > i, rate);
}

static void
vectors(struct skipgram *g)
{
	uint32_t s[256];
	double keep;
	float rate;
	size_t i, n, all = g->nword * DIM;
	int e;

	g->in = mem_alloc(all, sizeof(float));
	g->out[0] = mem_alloc(all, sizeof(float));
	g->out[1] = mem_alloc(all, sizeof(float));
	for (i = 0; i < all; i++)
		g->in[i] = ((float)(rnd(g) >> 40) / (1 << 24) - .5f) / DIM;
	for (e = 0; e < EPOCHS; e++) {
		for (i = n = 0; i < g->ntext; i++) {
			if (g->text[i] == BREAK || n == 256) {
				rate = RATE * (1 - ((float)e + (float)i /
				    (float)g->ntext) / EPOCHS);
				learn_sentence(g, s, n, rate);
				n = 0;
				continue;
			}
			keep = OFTEN * (double)g->ntext /
			    g->word[g->text[i]].n;
			if (keep < 1 && (double)(rnd(g) >> 40) / (1 << 24) >
			    sqrt(keep))
				continue;
			s[n++] = g->text[i];
		}
		msg_note("words: epoch %d of %d", e + 1, EPOCHS);
	}
}

static void
norm(float *v)
{
	float d = sqrtf(dot(v, v));
	int k;

	for (k = 0; k < DIM && d > 0; k++)
		v[k] /= d;
}

/*
 * Cut the words in `list' into k classes: class[list[i]] to 0 .. k - 1.
 * The first centres are words at even places, so the commonest is one.
 */
static void
cut(const struct skipgram *g, const uint32_t *list, size_t n, int k,
    int *class)
{
	float c[64 * DIM], sum[64 * DIM], best, v;
	size_t i;
	int round, j, x;

	for (j = 0; j < k; j++)
		memcpy(c + j * DIM, g->in + (size_t)list[(size_t)j * n /
		    (size_t)k / (k > 8 ? 8 : 1)] * DIM, DIM * sizeof(*c));
	for (round = 0; round < 15; round++) {
		memset(sum, 0, sizeof(sum));
		for (i = 0; i < n; i++) {
			const float *w = g->in + (size_t)list[i] * DIM;

			for (j = 0, x = 0, best = -2; j < k; j++) {
				v = dot(w, c + j * DIM);
				if (v > best) {
					best = v;
					x = j;
				}
			}
			class[list[i]] = x;
			for (j = 0; j < DIM; j++)
				sum[x * DIM + j] += w[j];
		}
		for (j = 0; j < k; j++) {
			norm(sum + j * DIM);
			if (dot(sum + j * DIM, sum + j * DIM) > 0)
				memcpy(c + j * DIM, sum + j * DIM,
				    DIM * sizeof(*c));
		}
	}
}

/* Cut each of the n classes in four. */
static void
cut_again(const struct skipgram *g, int n, int *class, int *part)
{
	uint32_t *list = mem_alloc(g->nword, sizeof(*list));
	size_t i, m;
	int c;

	for (c = 0; c < n; c++) {
		for (i = m = 0; i < g->nword; i++)
			if (class[i] == c)
				list[m++] = (uint32_t)i;
		if (m > 0)
			cut(g, list, m, 4, part);
	}
	for (i = 0; i < g->nword; i++)
		class[i] = class[i] * 4 + part[i];
	free(list);
}

void
skipgram_classes(struct skipgram *g, unsigned int seed, struct buf *b)
{
	uint32_t *list;
	int *class, *part;
	size_t i;

	g->state = UINT64_C(88172645463325252) + seed;
	sort_words(g);
	msg_note("words: %zu of %zu tokens", g->nword, g->ntext);
	make_table(g);
	vectors(g);
	list = mem_alloc(g->nword, sizeof(*list));
	class = mem_alloc(g->nword, sizeof(*class));
	part = mem_alloc(g->nword, sizeof(*part));
	for (i = 0; i < g->nword; i++) {
		list[i] = (uint32_t)i;
		norm(g->in + i * DIM);
	}
	if (g->nword > 0)
		cut(g, list, g->nword, 64, class);
	cut_again(g, 64, class, part);
	cut_again(g, 256, class, part);
	for (i = 0; i < g->nword; i++) {
		if (*g->word[i].text == '+' || *g->word[i].text == '#')
			continue;
		buf_cstr(b, g->word[i].text);
		buf_putc(b, '\t');
		buf_num(b, (uint64_t)class[i]);
		buf_putc(b, '\n');
	}
	free(list);
	free(class);
	free(part);
}

void
skipgram_free(struct skipgram *g)
{
	free(g->word);
	free(g->slot);
	free(g->text);
	free(g->in);
	free(g->out[0]);
	free(g->out[1]);
	free(g->table);
	free(g);
}
