/*
 * Scores and labels of tokens.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"
#include "tag.h"

#define PLACES	(2 * FEAT_REACH + 1)
#define WORDS	24576			/* that are kept */
#define SLOTS	65536			/* a power of two */

/* A word that has come up: its features' scores at each place off it are in
 * sums, at the same index. */
struct slot {
	uint64_t	h;		/* 0: empty */
	uint32_t	at;
};

struct tagger {
	const struct model *m;
	int		 stride;	/* labels, up to a multiple of 8 */
	struct slot	*slot;
	struct feat_word *word;
	int16_t		*sum;		/* [word][PLACES][stride] */
	size_t		 nword;
	/* Of one sentence. */
	const struct feat_word *w[TAG_LONGEST];
	const int16_t	*s[TAG_LONGEST];
	int16_t		*score;		/* [TAG_LONGEST][stride] */
	int16_t		 edge[PLACES * 32];
	unsigned char	*back;
	struct crf_work	 work;
	float		*real;
};

/* Add the rows of features; 8 labels at a time, so that the compiler makes
 * one step of it.  A row of 7 reads one byte of the next. */
static void
add_rows(const struct model *m, const uint64_t *h, size_t n, int stride,
    int16_t *s)
{
	const signed char *row;
	size_t i;
	int k, part;

	for (i = 0; i < n; i++)
		__builtin_prefetch(m->line + model_line(h[i], m->nline) *
		    m->width);
	for (i = 0; i < n; i++) {
		if ((row = model_row(m, h[i])) == NULL)
			continue;
		for (part = 0; part < stride; part += 8)
			for (k = 0; k < 8 && part + k < m->labels + 1; k++)
				s[part + k] = (int16_t)(s[part + k] +
				    row[part + k]);
	}
}

/* The usual case again, so that it can be one step: 7 labels. */
static void
add_seven(const struct model *m, const uint64_t *h, size_t n, int16_t *s)
{
	const signed char *row;
	size_t i;
	int k;

	for (i = 0; i < n; i++)
		__builtin_prefetch(m->line + model_line(h[i], m->nline) * 64);
	for (i = 0; i < n; i++)
		if ((row = model_row(m, h[i])) != NULL)
			for (k = 0; k < 8; k++)
				s[k] = (int16_t)(s[k] + row[k]);
}

static void
add(const struct tagger *t, const uint64_t *h, size_t n, int16_t *s)
{
	if (t->stride == 8 && t->m->labels == 7)
		add_seven(t->m, h, n, s);
	else
		add_rows(t->m, h, n, t->stride, s);
}

static void
sums(const struct tagger *t, const struct feat_word *w, int16_t *s)
{
	uint64_t h[FEAT_WORD_MAX];
	int d;

	memset(s, 0, (size_t)(PLACES * t->stride) * sizeof(*s));
	for (d = -FEAT_REACH; d <= FEAT_REACH; d++)
		add(t, h, feat_at(w, d, t->m->groups, h),
		    s + (d + FEAT_REACH) * t->stride);
}

struct tagger *
tag_new(const struct model *m)
{
	struct tagger *t = mem_alloc(1, sizeof(*t));
	size_t stride;

	t->m = m;
	t->stride = (m->labels + 7) / 8 * 8;
	stride = (size_t)t->stride;
	t->slot = mem_alloc(SLOTS, sizeof(*t->slot));
	t->word = mem_alloc(WORDS, sizeof(*t->word));
	t->sum = mem_alloc(WORDS * PLACES * stride, sizeof(*t->sum));
	t->score = mem_alloc(TAG_LONGEST * stride, sizeof(*t->score));
	t->back = mem_alloc(TAG_LONGEST * (size_t)m->labels, 1);
	sums(t, &feat_edge, t->edge);
	return t;
}

void
tag_free(struct tagger *t)
{
	if (t == NULL)
		return;
	free(t->slot);
	free(t->word);
	free(t->sum);
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

/* The word of a token, made if it is new; there is room. */
static size_t
word_at(struct tagger *t, const struct token *tok, struct str text, int mr)
{
	struct str raw = { text.p + tok->start, tok->end - tok->start };
	uint64_t h = hash_bytes(raw.p, raw.n, (uint64_t)tok->kind * 2 +
	    (mr != 0));
	size_t i;

	h += h == 0;
	for (i = h % SLOTS; t->slot[i].h != 0; i = (i + 1) % SLOTS)
		if (t->slot[i].h == h)
			return t->slot[i].at;
	t->slot[i].h = h;
	t->slot[i].at = (uint32_t)t->nword;
	feat_word(&t->word[t->nword], tok, raw, mr, &t->m->tables);
	sums(t, &t->word[t->nword], t->sum + t->nword *
	    (size_t)(PLACES * t->stride));
	return t->nword++;
}

void
tag_hints(const struct lexicon *l, const struct tokens *ts, struct tag_hint *h)
{
	unsigned int bits;
	size_t i, k, len;
	struct str id;

	memset(h, 0, ts->n * sizeof(*h));
	for (i = 0; i < ts->n; i++) {
		if (ts->t[i].kind == TOK_PUNCT)
			continue;
		bits = lexicon_find(l, ts, i, &len, &id);
		if (bits == 0)
			continue;
		h[i].bits |= bits;
		for (k = 1; k < len; k++)
			h[i + k].inside |= bits;
		h[i + len - 1].last |= bits;
	}
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

/* Scores of the tokens [from, to), without transitions. */
static void
score(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    const struct tag_hint *h, size_t from, size_t to)
{
	uint64_t f[FEAT_NEAR_MAX];
	const int16_t *s;
	int16_t *out;
	size_t i, j, n = to - from, at;
	int d, k;

	if (t->nword + n > WORDS) {
		memset(t->slot, 0, SLOTS * sizeof(*t->slot));
		t->nword = 0;
	}
	for (i = 0; i < n; i++) {
		at = word_at(t, &ts->t[from + i], text, mr);
		t->w[i] = &t->word[at];
		t->s[i] = t->sum + at * (size_t)(PLACES * t->stride);
	}
	for (i = 0; i < n; i++) {
		out = t->score + i * (size_t)t->stride;
		memset(out, 0, (size_t)t->stride * sizeof(*out));
		for (d = -FEAT_REACH; d <= FEAT_REACH; d++) {
			j = (size_t)((long long)i + d);
			s = (j < n ? t->s[j] : t->edge) +
			    (d + FEAT_REACH) * t->stride;
			for (k = 0; k < t->stride; k++)
				out[k] = (int16_t)(out[k] + s[k]);
		}
		add(t, f, feat_near(t->w, h + from, 0, n, i, t->m->groups, f),
		    out);
	}
}

#define NEVER	(-1000000000)

static void
best_path(struct tagger *t, size_t n, unsigned char *out)
{
	int32_t best[CRF_LABELS] = { 0 }, next[CRF_LABELS], v;
	const int labels = t->m->labels;
	const int16_t *s;
	unsigned char *back;
	size_t i;
	int a, b, top;

	for (i = 0; i < n; i++) {
		s = t->score + i * (size_t)t->stride;
		back = t->back + i * (size_t)labels;
		for (b = 0; b < labels; b++) {
			/* crf_follows: I comes from B or I, O and B from
			 * all, the first token from O. */
			a = b % 2 == 0 && b > 0 ? b - 1 : 0;
			top = i == 0 ? 1 : a > 0 ? b + 1 : labels;
			next[b] = NEVER;
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
	for (a = 0, b = 1; b < labels; b++)
		if (best[b] > best[a])
			a = b;
	for (i = n; i-- > 0; a = t->back[i * (size_t)labels + (size_t)a])
		out[i] = (unsigned char)a;
}

void
tag_run(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    const struct tag_hint *h, unsigned char *out)
{
	size_t from, to;

	for (from = 0; from < ts->n; from = to) {
		to = tag_sentence(ts, from);
		score(t, ts, text, mr, h, from, to);
		best_path(t, to - from, out + from);
	}
}

double
tag_sure(struct tagger *t, const struct tokens *ts, struct str text, int mr,
    const struct tag_hint *h, const unsigned char *label, size_t from,
    size_t to)
{
	float trans[CRF_LABELS * CRF_LABELS], *real;
	uint32_t allow[TAG_LONGEST];
	size_t lo, hi, i, n;
	int k, labels = t->m->labels;
	double all, some;

	for (lo = 0; (hi = tag_sentence(ts, lo)) <= from; lo = hi)
		;
	n = hi - lo;
	score(t, ts, text, mr, h, lo, hi);
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
	return exp(some - all);
}
