/*
 * Guessing the language.  Words of the text's main script, lower case, with
 * a mark at both ends, give n-grams of one to four letters and themselves;
 * the sum of their weights, divided by the root of their number, is a class's
 * logit.
 */
#include <math.h>
#include <string.h>

#include "hash.h"
#include "lang.h"
#include "script.h"
#include "utf8.h"

#define LETTERS_MAX	400		/* more tell nothing new */
#define FEATURES_MAX	(LETTERS_MAX * 6)

/* Scripts that one language writes, as far as we know any. */
static const struct {
	char	script[5];
	char	lang[4];
} single[] = {
	{ "Gujr", "gu" }, { "Guru", "pa" }, { "Orya", "or" }, { "Taml", "ta" },
	{ "Telu", "te" }, { "Knda", "kn" }, { "Mlym", "ml" }, { "Sinh", "si" },
	{ "Olck", "sat" }, { "Mtei", "mni" }, { "Mymr", "my" },
	{ "Thaa", "dv" }, { "Thai", "th" }, { "Laoo", "lo" }, { "Khmr", "km" },
	{ "Geor", "ka" }, { "Armn", "hy" }, { "Grek", "el" }, { "Hebr", "he" },
	{ "Hang", "ko" }, { "Hira", "ja" }, { "Kana", "ja" },
	{ "Cakm", "ccp" }, { "Wara", "hoc" }, { "Lepc", "lep" },
	{ "Limb", "lif" }, { "Sora", "srb" }, { "Newa", "new" },
	{ "Gong", "gon" }, { "Gonm", "gon" }, { "Sylo", "syl" }
};

static uint32_t
lower(uint32_t c)
{
	if (c >= 'A' && c <= 'Z')
		return c + ('a' - 'A');
	return c;
}

static uint32_t
bucket_of(const uint32_t *c, size_t n, uint32_t bits, uint32_t kind)
{
	uint64_t h = kind;
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ c[i]) * UINT64_C(0x9e3779b97f4a7c15);
	return (uint32_t)(hash_word(h) >> (64 - bits));
}

/* n-grams of one word, marks included; n letters at c. */
static size_t
word_features(const uint32_t *c, size_t n, uint32_t bits, uint32_t *out,
    size_t max)
{
	size_t i, k, made = 0;

	for (i = 0; i < n; i++)
		for (k = 1; k <= 4 && k <= i + 1; k++) {
			if (k == 1 && c[i] == ' ')
				continue;
			if (made < max)
				out[made++] = bucket_of(c + i + 1 - k, k, bits,
				    (uint32_t)k);
		}
	if (made < max)
		out[made++] = bucket_of(c, n, bits, 9);
	return made;
}

size_t
lang_features(struct str text, const char *script, uint32_t bits,
    uint32_t *bucket, size_t max, size_t *letters)
{
	const char *p = text.p, *e = text.p + text.n;
	uint32_t word[64], c;
	size_t n = 0, made = 0;
	int in;

	*letters = 0;
	for (word[0] = ' ';;) {
		c = p < e ? lower(utf8_step(&p)) : ' ';
		in = c >= 'a' && (c >= 0x80 ? memcmp(script_name(
		    script_of(c)), script, 4) == 0 || script_of(c) == 1 :
		    c <= 'z' && script[0] == 'L');
		if (in && n < 62) {
			word[++n] = c;
			continue;
		}
		if (n > 0) {
			word[n + 1] = ' ';
			*letters += n;
			made += word_features(word, n + 2, bits,
			    bucket + made, max - made);
			n = 0;
		}
		if ((p >= e && !in) || *letters >= LETTERS_MAX)
			return made;
		if (in)
			word[++n] = c;
	}
}

static uint32_t
get32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

/*
 * magic 8, groups 4; per group: script 4, bits 4, classes 4, offset 4, then
 * per class name 8, scale 4, bias 4 (IEEE 754); weights int16 at the offset.
 * All little-endian.
 */
int
lang_load(struct lang_model *m, const struct map *f, const char **why)
{
	const unsigned char *p = f->p, *e;
	struct lang_group *g;
	uint32_t i, k, off, v;
	uint64_t need;

	*why = "not a language model";
	if (f->n < 12 || memcmp(p, LANG_MAGIC, 8) != 0)
		return -1;
	*why = "language model is damaged";
	m->n = get32(p + 8);
	if (m->n > 16)
		return -1;
	e = p + f->n;
	p += 12;
	for (i = 0; i < m->n; i++) {
		g = &m->group[i];
		if (e - p < 16)
			return -1;
		memcpy(g->script, p, 4);
		g->bits = get32(p + 4);
		g->nclass = get32(p + 8);
		off = get32(p + 12);
		p += 16;
		if (g->bits < 8 || g->bits > 24 || g->nclass < 1 ||
		    g->nclass > LANG_CLASSES || off % 2 != 0 ||
		    (size_t)(e - p) < (size_t)g->nclass * 16)
			return -1;
		need = ((uint64_t)g->nclass << g->bits) * 2 + off;
		if (need > f->n)
			return -1;
		for (k = 0; k < g->nclass; k++, p += 16) {
			memcpy(g->name[k], p, 8);
			g->name[k][7] = '\0';
			v = get32(p + 8);
			memcpy(&g->scale[k], &v, 4);
			v = get32(p + 12);
			memcpy(&g->bias[k], &v, 4);
			if (!isfinite(g->scale[k]) || !isfinite(g->bias[k]))
				return -1;
		}
		g->weight = (const int16_t *)(const void *)(f->p + off);
	}
	return 0;
}

/*
 * What is likelier before a letter is read, in logits: an unseen short text
 * in Devanagari is Hindi far more often than Awadhi.  It counts for little
 * once there are ten words.
 */
static const struct {
	char	script[5];
	char	lang[4];
	double	logit;
} prior[] = {
	{ "Deva", "hi", 1.5 }, { "Deva", "mr", 1 }, { "Deva", "ne", 1 },
	{ "Latn", "en", 1 }, { "Latn", "hi", 1 }, { "Beng", "bn", 1 },
	{ "Arab", "ur", .5 }
};

static double
prior_of(const struct lang_group *g, uint32_t k)
{
	size_t i;

	for (i = 0; i < sizeof(prior) / sizeof(prior[0]); i++)
		if (memcmp(prior[i].script, g->script, 4) == 0 &&
		    strcmp(prior[i].lang, g->name[k]) == 0)
			return prior[i].logit;
	return 0;
}

static void
logits(const struct lang_group *g, const uint32_t *bucket, size_t n,
    double *out)
{
	int32_t sum[LANG_CLASSES] = { 0 };
	const int16_t *w;
	uint32_t k, nk = g->nclass;
	size_t i;

	for (i = 0; i < n; i++) {
		w = g->weight + (size_t)bucket[i] * nk;
		for (k = 0; k < nk; k++)
			sum[k] += w[k];
	}
	for (k = 0; k < nk; k++)
		out[k] = (double)sum[k] * (double)g->scale[k] /
		    sqrt((double)n) + (double)g->bias[k] +
		    prior_of(g, k);
}

/* Soft maximum, then the best `max' in order. */
static size_t
rank(const struct lang_group *g, double *z, struct lang_guess *out, size_t max)
{
	double top = z[0], sum = 0;
	uint32_t k, best;
	size_t n;

	for (k = 1; k < g->nclass; k++)
		if (z[k] > top)
			top = z[k];
	for (k = 0; k < g->nclass; k++)
		sum += z[k] = exp(z[k] - top);
	for (n = 0; n < max && n < g->nclass; n++) {
		for (best = 0, k = 1; k < g->nclass; k++)
			if (z[k] > z[best])
				best = k;
		memcpy(out[n].name, g->name[best], 8);
		out[n].score = z[best] / sum;
		z[best] = -1;
	}
	return n;
}

static size_t
sure(struct lang_guess *out, const char *lang, double score)
{
	memset(out, 0, sizeof(*out));
	memcpy(out->name, lang, strlen(lang));
	out->score = score;
	return 1;
}

size_t
lang_guess(const struct lang_model *m, struct str text, const char *script,
    struct lang_guess *out, size_t max)
{
	uint32_t bucket[FEATURES_MAX];
	double z[LANG_CLASSES];
	size_t i, n, letters;

	for (i = 0; i < sizeof(single) / sizeof(single[0]); i++)
		if (memcmp(single[i].script, script, 4) == 0)
			return sure(out, single[i].lang, 1);
	for (i = 0; i < m->n; i++)
		if (memcmp(m->group[i].script, script, 4) == 0)
			break;
	if (i == m->n)
		return sure(out, "und", 0);
	n = lang_features(text, script, m->group[i].bits, bucket, FEATURES_MAX,
	    &letters);
	if (letters < LANG_LETTERS)
		return sure(out, "und", 0);
	logits(&m->group[i], bucket, n, z);
	n = rank(&m->group[i], z, out, max);
	if (out[0].score < LANG_SCORE)
		return sure(out, "und", out[0].score);
	return n;
}
