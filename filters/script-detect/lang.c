/*
 * Guessing the language.  Words of the text's main script, lower case, with
 * a mark at both ends, give n-grams of one to five letters and themselves;
 * the sum of their weights, divided by the root of their number, is a class's
 * logit.
 */
#include <math.h>
#include <string.h>

#include "lang.h"
#include "script.h"
#include "utf8.h"

#define WORD_MAX	62		/* letters; the rest is a new word */
#define GRAM_MAX	5

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
#define SINGLES	(sizeof(single) / sizeof(single[0]))

static inline uint32_t
lower(uint32_t c)
{
	return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Native digits: they are of a script, but tell nothing. */
static inline int
digit(uint32_t c)
{
	if (c >= 0x900 && c < 0xe00)
		return (c & 0x7f) - 0x66 < 10;
	return c - 0x660 < 10 || c - 0x6f0 < 10 || c - 0xf20 < 10;
}

/*
 * n-grams of one word of n letters at c, where c[-1] and c[n] are the marks.
 * An n-gram's hash goes back from its last letter, so that each is one step
 * from the one before; its length decides where it starts.
 */
static size_t
word_features(const uint32_t *c, size_t n, unsigned shift, uint32_t *out)
{
	const uint64_t mul = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t h, whole = 9;
	size_t i, k, made = 0;

	for (i = 0; i <= n; i++) {
		h = 0;
		for (k = 0; k < GRAM_MAX && k <= i + 1; k++) {
			h = (h ^ c[(ptrdiff_t)(i - k)]) * mul;
			/* The mark alone tells nothing. */
			if (k > 0 || i < n)
				out[made++] = (uint32_t)(h >> shift);
		}
		whole = (whole ^ c[i]) * mul;
	}
	out[made++] = (uint32_t)((whole ^ whole >> 32) * mul >> shift);
	return made;
}

size_t
lang_features(struct str text, int script, uint32_t bits, uint32_t *bucket,
    size_t *letters)
{
	const char *p = text.p, *e = text.p + text.n;
	uint32_t word[WORD_MAX + 2], c;
	size_t n = 0, made = 0, used = 0;
	int in, latn = script == script_of('a'), s;

	word[0] = ' ';
	for (;;) {
		c = p < e ? lower(utf8_step(&p)) : ' ';
		if (c < 0x80)
			in = latn && c >= 'a' && c <= 'z';
		else {
			s = script_of(c);
			in = (s == script || s == SCRIPT_ZINH) && !digit(c);
		}
		if (in && n < WORD_MAX) {
			word[++n] = c;
			continue;
		}
		if (n > 0) {
			word[n + 1] = ' ';
			used += n;
			made += word_features(word + 1, n, 64 - bits,
			    bucket + made);
			n = 0;
			if (used >= LANG_LETTERS_MAX)
				break;
		}
		if (in)
			word[++n] = c;
		else if (p >= e)
			break;
	}
	*letters = used;
	return made;
}

void
lang_sum_scalar(const struct lang_group *g, const uint32_t *bucket, size_t n,
    int32_t *sum)
{
	const int8_t *w;
	uint32_t k;
	size_t i;

	for (k = 0; k < g->nclass; k++)
		sum[k] = 0;
	for (i = 0; i < n; i++) {
		w = g->weight + (size_t)bucket[i] * g->stride;
		for (k = 0; k < g->nclass; k++)
			sum[k] += w[k];
	}
}

#if defined(__GNUC__)
/* Eight classes at a time; 16 bits hold the sum of 256 weights of 8. */
typedef int8_t lane8 __attribute__((vector_size(LANG_LANES)));
typedef int16_t lane16 __attribute__((vector_size(2 * LANG_LANES)));

#define FLUSH	256

static inline void
sum_lanes(const int8_t *w, size_t stride, const uint32_t *bucket, size_t n,
    int16_t *out, int two)
{
	lane16 a = { 0 }, b = { 0 };
	const int8_t *row;
	lane8 x;
	size_t i;

	for (i = 0; i < n; i++) {
		row = w + (size_t)bucket[i] * stride;
		memcpy(&x, row, sizeof(x));
		a += __builtin_convertvector(x, lane16);
		if (two) {
			memcpy(&x, row + LANG_LANES, sizeof(x));
			b += __builtin_convertvector(x, lane16);
		}
	}
	memcpy(out, &a, sizeof(a));
	if (two)
		memcpy(out + LANG_LANES, &b, sizeof(b));
}

void
lang_sum(const struct lang_group *g, const uint32_t *bucket, size_t n,
    int32_t *sum)
{
	int16_t part[2 * LANG_LANES];
	size_t i, m;
	uint32_t j, k;

	memset(sum, 0, g->nclass * sizeof(*sum));
	for (i = 0; i < n; i += m) {
		m = n - i < FLUSH ? n - i : FLUSH;
		for (k = 0; k < g->stride; k += 2 * LANG_LANES) {
			if (g->stride - k > LANG_LANES)
				sum_lanes(g->weight + k, g->stride, bucket + i,
				    m, part, 1);
			else
				sum_lanes(g->weight + k, g->stride, bucket + i,
				    m, part, 0);
			for (j = 0; j < 2 * LANG_LANES && k + j < g->nclass;
			    j++)
				sum[k + j] += part[j];
		}
	}
}
#else
void
lang_sum(const struct lang_group *g, const uint32_t *bucket, size_t n,
    int32_t *sum)
{
	lang_sum_scalar(g, bucket, n, sum);
}
#endif

static uint32_t
get32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static float
get_float(const unsigned char *p)
{
	uint32_t v = get32(p);
	float f;

	memcpy(&f, &v, 4);
	return f;
}

/* Is it a code of ISO 639: letters, then nothing but NUL? */
static int
is_code(const char *name)
{
	size_t i, n = strspn(name, "abcdefghijklmnopqrstuvwxyz");

	for (i = n; i < 8; i++)
		if (name[i] != '\0')
			return 0;
	return n > 0;
}

/* A group's head, and its classes behind it: see lang_load.  The bytes that
 * it takes, or 0. */
static size_t
load_group(struct lang_group *g, const struct map *f, size_t at)
{
	const unsigned char *p = f->p + at;
	uint32_t k, off;

	if (f->n - at < 16)
		return 0;
	g->script = script_of_name((struct str){ (const char *)p, 4 });
	g->bits = get32(p + 4);
	g->nclass = get32(p + 8);
	off = get32(p + 12);
	if (g->script == SCRIPT_NONE || g->bits < 8 || g->bits > 24 ||
	    g->nclass < 1 || g->nclass > LANG_CLASSES ||
	    f->n - at - 16 < (size_t)g->nclass * 16)
		return 0;
	g->stride = (g->nclass + LANG_LANES - 1) / LANG_LANES * LANG_LANES;
	if (((uint64_t)g->stride << g->bits) + off > f->n)
		return 0;
	p += 16;
	for (k = 0; k < g->nclass; k++, p += 16) {
		memcpy(g->name[k], p, 8);
		if (g->name[k][7] != '\0' || !is_code(g->name[k]))
			return 0;
		g->scale[k] = get_float(p + 8);
		g->bias[k] = get_float(p + 12);
		if (!isfinite(g->scale[k]) || !isfinite(g->bias[k]))
			return 0;
	}
	g->only = (UINT32_C(1) << g->nclass) - 1;
	g->weight = (const int8_t *)(f->p + off);
	return 16 + (size_t)g->nclass * 16;
}

/*
 * magic 8, groups 4; per group: script 4, bits 4, classes 4, offset 4, then
 * per class name 8, scale 4, bias 4 (IEEE 754); weights int8 at the offset.
 * All little-endian.
 */
int
lang_load(struct lang_model *m, const struct map *f, const char **why)
{
	size_t at = 12, i, used;

	*why = "not a language model";
	if (f->n < 12 || memcmp(f->p, LANG_MAGIC, 8) != 0)
		return -1;
	*why = "language model is damaged";
	m->n = get32(f->p + 8);
	m->only = (struct str){ NULL, 0 };
	if (m->n > LANG_GROUPS)
		return -1;
	for (i = 0; i < m->n; i++, at += used)
		if ((used = load_group(&m->group[i], f, at)) == 0)
			return -1;
	return 0;
}

/* Is lang one of a list's codes? */
static int
listed(struct str list, const char *lang)
{
	const char *p = list.p, *e = list.p + list.n, *q;

	for (; p <= e; p = q + 1) {
		if ((q = memchr(p, ',', (size_t)(e - p))) == NULL)
			q = e;
		if (str_eq((struct str){ p, (size_t)(q - p) }, str_of(lang)))
			return 1;
	}
	return 0;
}

static int
known(const struct lang_model *m, struct str lang)
{
	size_t i;
	uint32_t k;

	for (i = 0; i < SINGLES; i++)
		if (str_eq(str_of(single[i].lang), lang))
			return 1;
	for (i = 0; i < m->n; i++)
		for (k = 0; k < m->group[i].nclass; k++)
			if (str_eq(str_of(m->group[i].name[k]), lang))
				return 1;
	return 0;
}

int
lang_only(struct lang_model *m, const char *list, struct str *bad)
{
	const char *p;
	size_t i;
	uint32_t k;

	m->only = str_of(list);
	for (p = list;; p += bad->n + 1) {
		*bad = (struct str){ p, strcspn(p, ",") };
		if (!known(m, *bad))
			return -1;
		if (p[bad->n] == '\0')
			break;
	}
	for (i = 0; i < m->n; i++) {
		struct lang_group *g = &m->group[i];

		g->only = 0;
		for (k = 0; k < g->nclass; k++)
			if (listed(m->only, g->name[k]))
				g->only |= UINT32_C(1) << k;
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
	{ "Latn", "en", .5 }, { "Latn", "hi", .5 }, { "Beng", "bn", 1 },
	{ "Arab", "ur", .5 }
};

static double
prior_of(const struct lang_group *g, uint32_t k)
{
	size_t i;

	for (i = 0; i < sizeof(prior) / sizeof(prior[0]); i++)
		if (strcmp(prior[i].lang, g->name[k]) == 0 &&
		    strcmp(prior[i].script, script_name(g->script)) == 0)
			return prior[i].logit;
	return 0;
}

static void
logits(const struct lang_group *g, const uint32_t *bucket, size_t n,
    double *out)
{
	int32_t sum[LANG_CLASSES];
	uint32_t k;

	lang_sum(g, bucket, n, sum);
	for (k = 0; k < g->nclass; k++)
		out[k] = (double)sum[k] * (double)g->scale[k] /
		    sqrt((double)n) + (double)g->bias[k] + prior_of(g, k);
}

/* Soft maximum over the classes that may be chosen, at least one; then the
 * best `max' in order. */
static size_t
rank(const struct lang_group *g, double *z, struct lang_guess *out, size_t max)
{
	double top = -HUGE_VAL, sum = 0;
	uint32_t k, best;
	size_t n;

	for (k = 0; k < g->nclass; k++)
		if (g->only >> k & 1 && z[k] > top)
			top = z[k];
	for (k = 0; k < g->nclass; k++) {
		z[k] = g->only >> k & 1 ? exp(z[k] - top) : -1;
		if (z[k] > 0)
			sum += z[k];
	}
	for (n = 0; n < max; n++) {
		for (best = 0, k = 1; k < g->nclass; k++)
			if (z[k] > z[best])
				best = k;
		if (z[best] < 0)
			break;
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
lang_guess(const struct lang_model *m, struct str text, int script,
    struct lang_guess *out, size_t max)
{
	uint32_t bucket[LANG_FEATURES];
	double z[LANG_CLASSES];
	const struct lang_group *g;
	size_t i, n, letters;

	for (i = 0; i < m->n; i++)
		if (m->group[i].script == script)
			break;
	if (i == m->n) {
		for (i = 0; i < SINGLES; i++)
			if (strcmp(single[i].script, script_name(script)) == 0)
				break;
		if (i < SINGLES && (m->only.p == NULL || listed(m->only,
		    single[i].lang)))
			return sure(out, single[i].lang, 1);
		return sure(out, "und", 0);
	}
	g = &m->group[i];
	n = lang_features(text, script, g->bits, bucket, &letters);
	if (letters < LANG_LETTERS || g->only == 0)
		return sure(out, "und", 0);
	logits(g, bucket, n, z);
	n = rank(g, z, out, max);
	if (out[0].score < LANG_SCORE)
		return sure(out, "und", out[0].score);
	return n;
}
