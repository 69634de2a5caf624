/*
 * Features of a token: folded words around it, its ends, its stem, its
 * shape, and what the lists say.  All languages share them, since the fold
 * has brought their letters together.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "hash.h"
#include "mem.h"
#include "tag.h"

struct features {
	uint32_t	*b;
	size_t		 n;
};

static void
put(struct features *f, uint32_t kind, uint64_t v)
{
	uint64_t h;

	h = hash_word(v ^ (uint64_t)kind * UINT64_C(0x9e3779b97f4a7c15));

	if (f->n < TAG_FEATURES)
		f->b[f->n++] = (uint32_t)(h >> (64 - TAG_BITS));
}

static uint64_t
word_hash(const struct token *t)
{
	return hash_bytes(t->f, t->n * sizeof(*t->f), 1);
}

static uint64_t
stem_hash(const struct token *t)
{
	return hash_bytes(t->f, t->stem * sizeof(*t->f), 2);
}

/* Latin capitals are gone from the fold; what is left of the shape: kind,
 * script, length. */
static uint32_t
shape(const struct token *t)
{
	uint32_t s = (uint32_t)t->kind, len = t->n < 8 ? t->n : 8;

	if (t->n > 0) {
		if (t->f[0] < 0x80)
			s |= t->f[0] >= '0' && t->f[0] <= '9' ? 8 : 16;
		else
			s |= ((uint32_t)t->f[0] >> 7 & 7) << 5 | 256;
	}
	return s | len << 12;
}

/* Words, bits and shape of the token at i + d, or of the edge. */
static void
around(struct features *f, const struct tag_hint *h, size_t from, size_t to,
    size_t i, int d)
{
	uint32_t at = (uint32_t)(d + 2) * 16;
	size_t k = (size_t)((long long)i + d);
	uint32_t m;

	if ((d < 0 && i < from + (size_t)-d) || k >= to) {
		put(f, at, 0);
		return;
	}
	put(f, at + 1, h[k].word);
	put(f, at + 2, h[k].stem);
	put(f, at + 3, h[k].shape);
	for (m = h[k].bits; m != 0; m &= m - 1)
		put(f, at + 4, (uint32_t)ffs((int)m));
	for (m = h[k].inside; m != 0; m &= m - 1)
		put(f, at + 5, (uint32_t)ffs((int)m));
}

static void
ends(struct features *f, const struct token *t)
{
	size_t k;

	for (k = 1; k <= 4 && k < t->n; k++) {
		put(f, 100 + (uint32_t)k,
		    hash_bytes(t->f, k * sizeof(*t->f), 3));
		put(f, 110 + (uint32_t)k,
		    hash_bytes(t->f + t->n - k, k * sizeof(*t->f), 4));
	}
}

size_t
tag_features(const struct tokens *ts, const struct tag_hint *h, size_t from,
    size_t to, size_t i, uint32_t *bucket)
{
	struct features f = { bucket, 0 };
	uint64_t w = h[i].stem;
	int d;

	put(&f, 99, 0);
	ends(&f, &ts->t[i]);
	for (d = -2; d <= 2; d++)
		around(&f, h, from, to, i, d);
	if (i > from)
		put(&f, 120, w * 31 + h[i - 1].word);
	if (i + 1 < to)
		put(&f, 121, w * 37 + h[i + 1].word);
	put(&f, 122, (uint64_t)h[i].bits << 32 | h[i].inside);
	return f.n;
}

void
tag_hints(const struct lexicon *l, const struct tokens *ts, struct tag_hint *h)
{
	unsigned int bits;
	size_t i, k, len;
	struct str id;

	for (i = 0; i < ts->n; i++) {
		h[i].bits = h[i].inside = 0;
		h[i].word = word_hash(&ts->t[i]);
		h[i].stem = stem_hash(&ts->t[i]);
		h[i].shape = shape(&ts->t[i]);
	}
	for (i = 0; i < ts->n; i++) {
		if (ts->t[i].kind == TOK_PUNCT)
			continue;
		bits = lexicon_find(l, ts, i, &len, &id);
		if (bits == 0)
			continue;
		h[i].bits |= bits;
		for (k = 1; k < len; k++)
			h[i + k].inside |= bits;
	}
}

int
tag_follows(int from, int to)
{
	if (to == TAG_O || to % 2 == 1)
		return 1;
	return from == to || from == to - 1;
}

int
tag_load(struct tagger *t, const struct map *m, const char **why)
{
	*why = "not a model of ner";
	if (m->n < 16 || memcmp(m->p, TAG_MAGIC, 8) != 0)
		return -1;
	*why = "model is damaged or of another version";
	if (m->p[8] != TAG_BITS || m->p[9] != 0 || m->p[12] != TAGS ||
	    m->n != 16 + (TAG_BUCKETS + 8) * 8 * 2)
		return -1;
	t->w = (const int16_t *)(const void *)(m->p + 16);
	t->trans = t->w + TAG_BUCKETS * 8;
	return 0;
}

/* Score of each tag at one token, without transitions. */
static void
local(const struct tagger *t, const uint32_t *bucket, size_t n, int32_t *s)
{
	const int16_t *w;
	size_t i;
	int k;

	memset(s, 0, 8 * sizeof(*s));
	for (i = 0; i < n; i++) {
		w = t->w + (size_t)bucket[i] * 8;
		for (k = 0; k < 8; k++)
			s[k] += w[k];
	}
}

#define NEVER	(-1000000000)

static void
sentence(const struct tagger *t, const struct tokens *ts,
    const struct tag_hint *h, size_t from, size_t to, unsigned char (*back)[8],
    unsigned char *out)
{
	uint32_t bucket[TAG_FEATURES];
	int32_t best[8] = { 0 }, next[8], s[8], v;
	size_t i;
	int a, b, top;

	for (i = from; i < to; i++) {
		local(t, bucket, tag_features(ts, h, from, to, i, bucket), s);
		for (b = 0; b < TAGS; b++) {
			/* tag_follows: I comes from B or I, O and B from
			 * all, the first token from O. */
			a = b % 2 == 0 && b > 0 ? b - 1 : 0;
			top = i == from ? 1 : a > 0 ? b + 1 : TAGS;
			next[b] = NEVER;
			for (; a < top; a++) {
				v = best[a] + t->trans[a * 8 + b];
				if (v > next[b]) {
					next[b] = v;
					back[i][b] = (unsigned char)a;
				}
			}
			next[b] += s[b];
		}
		memcpy(best, next, sizeof(best));
	}
	for (a = 0, b = 1; b < TAGS; b++)
		if (best[b] > best[a])
			a = b;
	for (i = to; i-- > from; a = back[i][a])
		out[i] = (unsigned char)a;
}

void
tag_run(const struct tagger *t, const struct tokens *ts,
    const struct tag_hint *h, unsigned char *out)
{
	unsigned char (*back)[8];
	size_t from, to;

	back = mem_alloc(ts->n, sizeof(*back));
	for (from = 0; from < ts->n; from = to) {
		for (to = from + 1; to < ts->n && !ts->t[to].brk &&
		    to - from < 400;)
			to++;
		sentence(t, ts, h, from, to, back, out);
	}
	free(back);
}

/* Weights have no scale of their own: fitted so that of what is found in the
 * development parts (hi te gu) with p a share of about p is right. */
#define SCALE	(1 / 34000.)
#define BIAS	.95

double
tag_sure(const struct tagger *t, const struct tokens *ts,
    const struct tag_hint *h, const unsigned char *tags, size_t from,
    size_t to)
{
	uint32_t bucket[TAG_FEATURES];
	size_t i, lo = from, hi = to;
	int32_t s[8], best, least = INT32_MAX;
	int b;

	while (lo > 0 && !ts->t[lo].brk && from - lo < 4)
		lo--;
	while (hi < ts->n && !ts->t[hi].brk && hi - to < 4)
		hi++;
	for (i = from; i < to; i++) {
		local(t, bucket, tag_features(ts, h, lo, hi, i, bucket), s);
		best = NEVER;
		for (b = 0; b < TAGS; b++)
			if (b != tags[i] && s[b] > best)
				best = s[b];
		if (s[tags[i]] - best < least)
			least = s[tags[i]] - best;
	}
	return 1 / (1 + exp(-least * SCALE - BIAS));
}
