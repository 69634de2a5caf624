/*
 * The sums over paths against a count of all of them, the gradient against
 * differences, and a model that is learned, packed, opened and damaged.
 */
#include <math.h>

#include "crf.h"
#include "learn.h"
#include "mem.h"
#include "model.h"
#include "pack.h"
#include "tag.h"
#include "tap.h"

#define N	4
#define L	5			/* two types */

static uint64_t state = 1;

static float
rnd(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (float)(state >> 40) / (1 << 23) - 1;
}

/* All paths, one by one: the logarithm of their sum; node and the best. */
static double
brute(const float *score, const float *trans, const uint32_t *allow,
    double *node, unsigned char *best)
{
	double sum = 0, top = -1e9, s;
	int path, i, y[N], prev, ok_path;

	memset(node, 0, N * L * sizeof(*node));
	for (path = 0; path < L * L * L * L; path++) {
		for (i = 0, s = 0, prev = 0, ok_path = 1; i < N; i++) {
			y[i] = path / (int)pow(L, i) % L;
			ok_path &= crf_follows(prev, y[i]) &&
			    (allow[i] >> y[i] & 1);
			s += trans[prev * L + y[i]] + score[i * L + y[i]];
			prev = y[i];
		}
		if (!ok_path)
			continue;
		sum += exp(s);
		for (i = 0; i < N; i++)
			node[i * L + y[i]] += exp(s);
		if (s > top) {
			top = s;
			for (i = 0; i < N; i++)
				best[i] = (unsigned char)y[i];
		}
	}
	for (i = 0; i < N * L; i++)
		node[i] /= sum;
	return log(sum);
}

static void
sums(int round)
{
	static const uint32_t any[N] = { ~0u, ~0u, ~0u, ~0u };
	const uint32_t some[N] = { ~0u, 1u << 1 | 1u << 3, ~0u, 1 | 1u << 2 };
	const uint32_t *allow = round % 2 ? some : any;
	float score[N * L], trans[L * L], node[N * L] = { 0 };
	double edge[L * L] = { 0 }, want[N * L], z, off = 0, all = 0;
	unsigned char best[N], out[N], back[N * L];
	struct crf_work w = { 0 };
	int i;

	for (i = 0; i < N * L; i++)
		score[i] = 3 * rnd();
	for (i = 0; i < L * L; i++)
		trans[i] = 2 * rnd();
	z = brute(score, trans, allow, want, best);
	ok(fabs(crf_sum(&w, score, N, L, trans, allow, 1, node, edge) - z) <
	    1e-6, "the sum of all paths: %f", z);
	for (i = 0; i < N * L; i++)
		off = fmax(off, fabs(node[i] - want[i]));
	ok(off < 1e-6, "the probabilities of labels are off by %g", off);
	for (i = 0; i < L * L; i++)
		all += edge[i];
	ok(fabs(all - N) < 1e-6, "those of transitions add up");
	if (allow == any) {
		crf_best(score, N, L, trans, back, out);
		ok(memcmp(best, out, N) == 0, "the best path");
	}
	crf_free(&w);
}

/* The derivative of the sum by each score and transition is what node and
 * edge say. */
static void
gradient(void)
{
	float score[N * L], trans[L * L], node[N * L] = { 0 }, keep;
	double edge[L * L] = { 0 }, up, down, off = 0;
	struct crf_work w = { 0 };
	float *at;
	int i;

	for (i = 0; i < N * L; i++)
		score[i] = rnd();
	for (i = 0; i < L * L; i++)
		trans[i] = rnd();
	(void)crf_sum(&w, score, N, L, trans, NULL, 1, node, edge);
	for (i = 0; i < N * L + L * L; i++) {
		at = i < N * L ? &score[i] : &trans[i - N * L];
		keep = *at;
		*at = keep + .01f;
		up = crf_sum(&w, score, N, L, trans, NULL, 0, NULL, NULL);
		*at = keep - .01f;
		down = crf_sum(&w, score, N, L, trans, NULL, 0, NULL, NULL);
		*at = keep;
		off = fmax(off, fabs((up - down) / .02 - (i < N * L ?
		    node[i] : edge[i - N * L])));
	}
	ok(off < 1e-3, "the gradient is off by %g", off);
	crf_free(&w);
}

/* "a b c" with a to c of type X; words joined by a space. */
static void
add(struct corpus *c, const struct corpus_how *how, const char *text,
    const uint32_t *allow, size_t n)
{
	size_t end[16], i, k = 0;

	for (i = 0; text[i] != '\0'; i++)
		if (text[i] == ' ')
			end[k++] = i;
	end[k++] = i;
	if (k != n)
		abort();
	corpus_add(c, how, str_of(text), end, allow, n);
}

static void
labels(const struct model *m, const char *text, const char *want)
{
	struct lexicon *lex = lexicon_new();
	struct tagger *t = tag_new(m, lex);
	struct tokens ts = { 0 };
	struct tag_hint h[16];
	unsigned char out[16];
	char got[17] = "";
	double p;
	size_t i, at = 0;

	token_cut(&ts, str_of(text));
	tag_run(t, &ts, str_of(text), 0, h, out);
	for (i = 0; i < ts.n; i++)
		got[i] = (char)('0' + out[i]);
	ok(strcmp(got, want) == 0, "%s: %s", text, got);
	p = tag_sure(t, &ts, str_of(text), 0, h, out, 0, 1, &at);
	ok(p > 0 && p <= 1, "with a probability: %f", p);
	token_free(&ts);
	lexicon_free(lex);
	tag_free(t);
}

/* A damaged file is refused; whatever is taken can be used. */
static void
damage(struct buf *b)
{
	struct model m;
	const char *why;
	unsigned char *p;
	size_t n, taken = 0;

	for (n = 0; n < b->n; n += n < 400 ? 1 : 997) {
		p = (unsigned char *)fresh(b->p, n);
		taken += model_open(&m, &(struct map){ p, n }, &why) == 0;
		free(p);
	}
	ok(taken == 0, "a truncated model is refused");
	p = (unsigned char *)fresh(b->p, b->n);
	for (n = 0; n < b->n; n += n < 400 ? 1 : 997) {
		p[n] ^= 0x41;
		taken += model_open(&m, &(struct map){ p, b->n }, &why) == 0;
		p[n] ^= 0x41;
	}
	ok(taken == 0, "a model with a wrong byte is refused");
	free(p);
}

/* Changed at a place, with a checksum that is right. */
static int
changed(const struct buf *b, size_t at, const char *bytes, size_t n,
    struct model *m, unsigned char **p)
{
	const char *why;
	uint64_t v;

	*p = (unsigned char *)fresh(b->p, b->n);
	memcpy(*p + at, bytes, n);
	v = model_check(*p, b->n);
	memcpy(*p + 16, &v, 8);
	return model_open(m, &(struct map){ *p, b->n }, &why);
}

/* A model that was made to do harm. */
static void
hostile(const struct buf *b)
{
	struct lexicon *lex = lexicon_new();
	struct tokens ts = { 0 };
	struct tag_hint h[2] = { { 0, 0, 0 } };
	unsigned char *p, label[] = { 1, 0 };
	struct tagger *t;
	struct model m;
	size_t at = 0;
	double sure;

	ok(changed(b, 48, "\0\0\0", 4, &m, &p) == -1, "no scale of 0");
	free(p);
	ok(changed(b, MODEL_HEAD, "\377", 1, &m, &p) == -1,
	    "no type that is no UTF-8");
	free(p);
	/* Transitions beyond what exp can do. */
	ok(changed(b, 48, "\377\377\377\177", 4, &m, &p) == 0,
	    "the largest scale");
	t = tag_new(&m, lex);
	token_cut(&ts, STR("a b"));
	sure = tag_sure(t, &ts, STR("a b"), 0, h, label, 0, 1, &at);
	ok(sure >= 0 && sure <= 1, "a probability it stays: %f", sure);
	tag_free(t);
	token_free(&ts);
	lexicon_free(lex);
	free(p);
}

static void
learning(void)
{
	static const uint32_t one[] = { 2, 1, 1 }, two[] = { 1, 2, 4, 1 },
	    open[] = { ~0u, 1, 1 };
	const struct learn_how how = { .epochs = 5, .patience = 5,
	    .cutoff = 1, .rate = .1, .runs = 1,
	    .groups = FEAT_ALL & ~FEAT_CLUSTER };
	struct feat_tables none = { 0 };
	struct corpus_how file = { .tables = &none, .groups = how.groups,
	    .weight = 1 };
	struct corpus c = { 0 }, dev = { 0 };
	struct types types = { { "THING" }, 1 };
	struct pack_room room = { &types, &none, 1 << 20 };
	struct learned l = { 0 }, again = { 0 };
	struct lexicon *lex = lexicon_new();
	struct buf b = { 0 }, d = { 0 };
	const char *why;
	struct model m;
	int i;

	file.lexicon = lex;
	for (i = 0; i < 20; i++) {
		add(&c, &file, "zork saw it", one, 3);
		add(&c, &file, "see big zork now", two, 4);
		add(&c, &file, "blap saw it", open, 3);
	}
	learn(&l, &how, &c, &dev, &types);
	pack(&b, &l, &room, how.groups);
	ok(model_open(&m, &(struct map){ (unsigned char *)b.p, b.n }, &why) ==
	    0 && m.types == 1 && strcmp(m.name, "THING") == 0, "a model");
	labels(&m, "zork saw it", "100");
	labels(&m, "see big zork now", "0120");
	learn(&again, &how, &c, &dev, &types);
	pack(&d, &again, &room, how.groups);
	ok(str_eq(buf_slice(&b), buf_slice(&d)), "the same bytes again");
	damage(&b);
	hostile(&b);
	learned_free(&l);
	learned_free(&again);
	corpus_free(&c);
	corpus_free(&dev);
	lexicon_free(lex);
	buf_free(&b);
	buf_free(&d);
}

/* Of a model without room for all features, those that are learned to the
 * end are in the file. */
static void
chosen(void)
{
	static const uint32_t one[] = { 2, 1, 1 }, two[] = { 1, 2, 4, 1 };
	struct feat_tables none = { 0 };
	struct types types = { { "THING" }, 1 };
	struct pack_room room = { &types, &none, 2048 };
	const struct learn_how how = { .epochs = 6, .patience = 6,
	    .cutoff = 1, .rate = .1, .runs = 3, .choose = pack_choose,
	    .arg = &room, .groups = FEAT_ALL & ~FEAT_CLUSTER };
	struct corpus_how file = { .tables = &none, .groups = how.groups,
	    .weight = 1 };
	struct corpus c = { 0 }, dev = { 0 };
	struct learned l = { 0 };
	struct lexicon *lex = lexicon_new();
	struct buf b = { 0 };
	const char *why;
	struct model m;
	size_t i, stay = 0, lost = 0;
	float v;
	int k;

	file.lexicon = lex;
	for (i = 0; i < 20; i++) {
		add(&c, &file, "zork saw it", one, 3);
		add(&c, &file, "see big zork now", two, 4);
	}
	learn(&l, &how, &c, &dev, &types);
	pack(&b, &l, &room, how.groups);
	ok(b.n <= room.size && model_open(&m, &(struct map){
	    (unsigned char *)b.p, b.n }, &why) == 0, "a small model");
	for (i = 0; i < l.n; i++) {
		for (k = 0, v = 0; k < l.labels; k++)
			v = fmaxf(v, fabsf(l.w[i * l.stride + (size_t)k]));
		stay += v > 0;
		lost += v >= m.scale && model_row(&m, l.h[i]) == NULL;
	}
	ok(stay > 20 && stay < l.n && lost == 0,
	    "%zu of %zu features stay, %zu are lost", stay, l.n, lost);
	labels(&m, "zork saw it", "100");
	learned_free(&l);
	corpus_free(&c);
	corpus_free(&dev);
	lexicon_free(lex);
	buf_free(&b);
}

int
main(void)
{
	int i;

	for (i = 0; i < 6; i++)
		sums(i);
	gradient();
	learning();
	chosen();
	return tap_end();
}
