/*
 * Scores and labels of tokens.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"
#include "sum.h"
#include "tag.h"

#define PLACES	SUM_PLACES
#define WORDS	65536			/* that are kept */
#define SLOTS	(2 * WORDS)		/* a power of two */

/* A lead of O, as the logarithm of its odds, that pairs of words and lists
 * do not make up for: measured, no development score changes by it. */
#define PLAIN	4.

struct slot {
	uint64_t	h;		/* 0: empty */
	uint32_t	at;
};

/* A word that has come up: what pairs ask of it, then its features' scores at
 * each place off it, int16_t [PLACES][stride]. */
struct kept {
	struct feat_near near;
	int16_t		 sum[];
};

struct tagger {
	const struct model *m;
	const struct lexicon *lexicon;
	struct sum	*sum;
	int		 stride;	/* labels, up to a multiple of 8 */
	int		 plain;		/* see is_plain */
	struct slot	*slot;
	unsigned char	*kept;		/* of `size' bytes each */
	size_t		 size;
	size_t		 nkept;
	int16_t		 edge[PLACES * 32];
	/* Of one sentence. */
	uint64_t	 hash[TAG_LONGEST];
	const struct kept *k[TAG_LONGEST];
	const struct feat_near *w[TAG_LONGEST];
	int16_t		*score;		/* [TAG_LONGEST][stride] */
	unsigned char	 flat[TAG_LONGEST];	/* O, whatever is around */
	unsigned char	*back;
	struct crf_work	 work;
	float		*real;
};

struct tagger *
tag_new(const struct model *m, const struct lexicon *l)
{
	struct tagger *t = mem_alloc(1, sizeof(*t));
	size_t stride;

	t->m = m;
	t->lexicon = l;
	t->sum = sum_new(m);
	t->stride = sum_stride(m);
	stride = (size_t)t->stride;
	t->slot = mem_alloc_large(SLOTS, sizeof(*t->slot));
	t->size = (sizeof(struct kept) + PLACES * stride * sizeof(int16_t) +
	    63) / 64 * 64;
	t->kept = mem_alloc_large(WORDS, t->size);
	t->score = mem_alloc(TAG_LONGEST * stride, sizeof(*t->score));
	t->back = mem_alloc(TAG_LONGEST * (size_t)m->labels, 1);
	t->plain = (int)(PLAIN / m->scale);
	sum_word(t->sum, &feat_edge, t->edge);
	sum_end(t->sum);
	return t;
}

void
tag_free(struct tagger *t)
{
	if (t == NULL)
		return;
	sum_free(t->sum);
	free(t->slot);
	free(t->kept);
	free(t->score);
	free(t->back);
	free(t->real);
	crf_free(&t->work);
	free(t);
}

const struct model *
tag_model(const struct tagger *t)
{
	return t->m;
}

/* The word of a token, made if it is new; there is room.  Its scores are
 * there after sum_end. */
static const struct kept *
word_at(struct tagger *t, uint64_t h, const struct token *tok,
    struct str raw, int mr)
{
	struct feat_word w;
	struct kept *k;
	size_t i;

	for (i = h % SLOTS; t->slot[i].h != 0; i = (i + 1) % SLOTS)
		if (t->slot[i].h == h)
			return (const struct kept *)(const void *)(t->kept +
			    t->slot[i].at * t->size);
	t->slot[i].h = h;
	t->slot[i].at = (uint32_t)t->nkept;
	k = (struct kept *)(void *)(t->kept + t->nkept++ * t->size);
	lexicon_ask(t->lexicon, tok);
	feat_word(&w, tok, raw, mr, &t->m->tables);
	k->near = w.near;
	k->near.begins = tok->kind != TOK_PUNCT &&
	    lexicon_begins(t->lexicon, tok);
	sum_word(t->sum, &w, k->sum);
	return k;
}

static void
hint(const struct lexicon *l, const struct tokens *ts, size_t i,
    struct tag_hint *h)
{
	struct str id;
	size_t k, len;
	unsigned int bits = lexicon_find(l, ts, i, &len, &id);

	if (bits == 0)
		return;
	h[i].bits |= bits;
	for (k = 1; k < len; k++)
		h[i + k].inside |= bits;
	h[i + len - 1].last |= bits;
}

void
tag_hints(const struct lexicon *l, const struct tokens *ts, struct tag_hint *h)
{
	size_t i;

	memset(h, 0, ts->n * sizeof(*h));
	for (i = 0; i < ts->n; i++)
		if (ts->t[i].kind != TOK_PUNCT)
			hint(l, ts, i, h);
}

size_t
tag_sentence(const struct tokens *ts, size_t from)
{
	size_t to;

	for (to = from + 1; to < ts->n && !ts->t[to].brk &&
	    to - from < TAG_LONGEST;)
		to++;
	return to;
}

static struct str
raw_of(const struct token *t, struct str text)
{
	return (struct str){ text.p + t->start, t->end - t->start };
}

/* The words of the tokens [from, to). */
static void
words(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    size_t from, size_t to)
{
	const struct token *tok = ts->t + from;
	size_t i, n = to - from;
	struct str raw;
	uint64_t h;

	if (t->nkept + n > WORDS) {
		memset(t->slot, 0, SLOTS * sizeof(*t->slot));
		t->nkept = 0;
	}
	for (i = 0; i < n; i++) {
		raw = raw_of(&tok[i], text);
		h = hash_bytes(raw.p, raw.n, (uint64_t)tok[i].kind * 2 +
		    (mr != 0));
		t->hash[i] = h + (h == 0);
		__builtin_prefetch(&t->slot[t->hash[i] % SLOTS]);
	}
	for (i = 0; i < n; i++) {
		t->k[i] = word_at(t, t->hash[i], &tok[i],
		    raw_of(&tok[i], text), mr);
		t->w[i] = &t->k[i]->near;
		__builtin_prefetch(t->k[i]);
		__builtin_prefetch((const char *)t->k[i] + 64);
	}
	sum_end(t->sum);
}

/* What the words around token i of n add up to. */
static void
around(const struct tagger *t, size_t i, size_t n, int16_t *out)
{
	const int16_t *s;
	int16_t sum[8] = { 0 };
	size_t j;
	int d, k;

	if (t->stride > 8)
		memset(out, 0, (size_t)t->stride * sizeof(*out));
	for (d = 0; d < PLACES; d++) {
		j = i + (size_t)d - FEAT_REACH;
		s = (j < n ? t->k[j]->sum : t->edge) + d * t->stride;
		if (t->stride == 8)
			for (k = 0; k < 8; k++)
				sum[k] = (int16_t)(sum[k] + s[k]);
		else
			for (k = 0; k < t->stride; k++)
				out[k] = (int16_t)(out[k] + s[k]);
	}
	if (t->stride == 8)
		memcpy(out, sum, sizeof(sum));
}

/* Is it O by so much that what else there is cannot matter? */
static int
is_plain(const struct tagger *t, const int16_t *s)
{
	int k, top = s[1];

	for (k = 2; k < t->m->labels; k++)
		top = s[k] > top ? s[k] : top;
	return s[0] - top > t->plain;
}

/* Scores of the n tokens whose words are known, without transitions.  What a
 * token asks of the model is on its way while the one before is added up. */
static void
score(struct tagger *t, const struct tag_hint *h, size_t n)
{
	uint64_t f[2][FEAT_PAIRS_MAX];
	int16_t *out, *to = NULL;
	size_t i, m, wait = 0;
	int at = 0;

	for (i = 0; i < n; i++) {
		out = t->score + i * (size_t)t->stride;
		around(t, i, n, out);
		t->flat[i] = (h[i].bits | h[i].inside) == 0 &&
		    is_plain(t, out);
		if (t->flat[i])
			continue;
		m = feat_pairs(t->w, h, 0, n, i, t->m->groups, f[at]);
		sum_ask(t->m, f[at], m);
		at = !at;
		sum_rows(t->m, f[at], wait, to);
		to = out;
		wait = m;
	}
	sum_rows(t->m, f[!at], wait, to);
}

#define NEVER	(-1000000000)

/*
 * The best path over the n tokens from `at' on, none of them flat; they stand
 * between O's, or the ends of the sentence.
 */
static void
best_path(struct tagger *t, size_t at, size_t n, int last, unsigned char *out)
{
	int32_t best[CRF_LABELS] = { 0 }, next[CRF_LABELS], v;
	const int labels = t->m->labels;
	const int16_t *s;
	unsigned char *back;
	size_t i;
	int a, b, top;

	for (i = 0; i < n; i++) {
		s = t->score + (at + i) * (size_t)t->stride;
		back = t->back + i * (size_t)labels;
		for (b = 0; b < labels; b++) {
			next[b] = NEVER;
			/* crf_follows: I comes from B or I, O and B from
			 * all, the first token from O. */
			a = b % 2 == 0 && b > 0 ? b - 1 : 0;
			top = i == 0 ? 1 : a > 0 ? b + 1 : labels;
			for (; a < top; a++) {
				v = best[a] + t->m->trans[a * labels + b];
				if (v > next[b]) {
					next[b] = v;
					back[b] = (unsigned char)a;
				}
			}
			next[b] += s[b];
		}
		memcpy(best, next, sizeof(best));
	}
	for (b = 0; !last && b < labels; b++)
		best[b] += t->m->trans[b * labels];
	for (a = 0, b = 1; b < labels; b++)
		if (best[b] > best[a])
			a = b;
	for (i = n; i-- > 0; a = t->back[i * (size_t)labels + (size_t)a])
		out[i] = (unsigned char)a;
}

/* Labels of a sentence: O where it is flat, which parts the rest. */
static void
best_paths(struct tagger *t, size_t n, unsigned char *out)
{
	size_t i, k;

	memset(out, 0, n);
	for (i = 0; i < n; i = k + 1) {
		for (k = i; k < n && !t->flat[k];)
			k++;
		if (k > i)
			best_path(t, i, k - i, k == n, out + i);
	}
}

void
tag_run(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    struct tag_hint *h, unsigned char *out)
{
	size_t from, to, i;

	if (ts->n > 0)
		memset(h, 0, ts->n * sizeof(*h));
	for (from = 0; from < ts->n; from = to) {
		to = tag_sentence(ts, from);
		words(t, ts, text, mr, from, to);
		for (i = from; i < to; i++)
			if (t->w[i - from]->begins)
				hint(t->lexicon, ts, i, h);
		score(t, h + from, to - from);
		best_paths(t, to - from, out + from);
	}
}

double
tag_sure(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    const struct tag_hint *h, const unsigned char *label, size_t from,
    size_t to, size_t *at)
{
	float trans[CRF_LABELS * CRF_LABELS], *real;
	uint32_t allow[TAG_LONGEST];
	size_t lo, hi, i, n;
	int k, labels = t->m->labels;
	double all, some, p;

	for (lo = *at; (hi = tag_sentence(ts, lo)) <= from; lo = hi)
		;
	*at = lo;
	n = hi - lo;
	words(t, ts, text, mr, lo, hi);
	score(t, h + lo, hi - lo);
	if (t->real == NULL)
		t->real = mem_alloc(TAG_LONGEST * (size_t)labels,
		    sizeof(*t->real));
	real = t->real;
	for (i = 0; i < n; i++)
		for (k = 0; k < labels; k++)
			real[i * (size_t)labels + (size_t)k] = (float)
			    (t->score[i * (size_t)t->stride + (size_t)k] *
			    t->m->scale);
	for (k = 0; k < labels * labels; k++)
		trans[k] = (float)(t->m->trans[k] * t->m->scale);
	all = crf_sum(&t->work, real, n, labels, trans, NULL, 0, NULL, NULL);
	for (i = 0; i < n; i++)
		allow[i] = lo + i >= from && lo + i < to ?
		    UINT32_C(1) << label[lo + i] : UINT32_MAX;
	/* It ends there; but punctuation that was cut off may follow. */
	if (to < hi && label[to] != label[from] + 1)
		allow[to - lo] &= ~(UINT32_C(1) << (label[from] + 1));
	some = crf_sum(&t->work, real, n, labels, trans, allow, 0, NULL, NULL);
	/* Weights without measure, in a model made to do harm, give none. */
	p = exp(some - all);
	return p > 0 ? fmin(p, 1) : 0;
}
