/*
 * Features: folded words around a token, their ends, stems, sounds, shapes
 * and classes, pairs of them, and what the lists say.
 */
#include <string.h>

#include "brahmi.h"
#include "feat.h"
#include "hash.h"
#include "seek.h"
#include "sound.h"
#include "suffix.h"
#include "uni.h"
#include "utf8.h"

const struct feat_word feat_edge = {
	.near = { .word = 1, .stem = 1 }, .shape = 1
};

struct features {
	uint64_t	*h;
	size_t		 n;
	size_t		 max;
	int		 off;		/* of a part that is not asked for */
};

static void
put(struct features *f, uint32_t kind, uint64_t v)
{
	if (!f->off && f->n < f->max)
		f->h[f->n++] = hash_word(v ^ (uint64_t)kind *
		    UINT64_C(0x9e3779b97f4a7c15)) >> 1 & ~FEAT_IDENTITY;
}

/* One that a word never seen in training cannot have. */
static void
identity(struct features *f, uint32_t kind, uint64_t v)
{
	put(f, kind, v);
	if (!f->off)
		f->h[f->n - 1] |= FEAT_IDENTITY;
}

static uint64_t
pair(uint64_t a, uint64_t b)
{
	return (a ^ UINT64_C(0x8ebc6af09c88c6e3)) * UINT64_C(0x589965cc75374cc3)
	    + b * UINT64_C(0x1d8e4e27c47d124f);
}

static uint64_t
letters(const uint16_t *f, size_t n, uint64_t seed)
{
	return hash_bytes(f, n * sizeof(*f), seed);
}

/* The second fold: what spellers and languages vary (इ ई, उ ऊ, ए ऐ, ओ औ and
 * the candra vowels; ण न, ळ ल, ष श, व ब, झ ज; য য়). */
static uint16_t
rough(uint16_t c)
{
	static const unsigned char to[128] = {
		[0x08] = 0x07, [0x0a] = 0x09, [0x0d] = 0x0f, [0x0e] = 0x0f,
		[0x10] = 0x0f, [0x11] = 0x13, [0x12] = 0x13, [0x14] = 0x13,
		[0x1d] = 0x1c, [0x23] = 0x28, [0x29] = 0x28, [0x2f] = 0x1c,
		[0x33] = 0x32, [0x34] = 0x32, [0x37] = 0x36, [0x35] = 0x2c,
		[0x31] = 0x30, [0x40] = 0x3f, [0x42] = 0x41, [0x45] = 0x47,
		[0x46] = 0x47, [0x48] = 0x47, [0x49] = 0x4b, [0x4a] = 0x4b,
		[0x4c] = 0x4b
	};

	if (c >= 0x900 && c < 0x980 && to[c & 0x7f] != 0)
		return (uint16_t)(0x900 | to[c & 0x7f]);
	return c;
}

static size_t
rough_letters(const uint16_t *f, size_t n, uint16_t *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		out[i] = rough(f[i]);
	return n;
}

uint32_t
feat_cluster_hash(const uint16_t *f, size_t n)
{
	uint16_t r[TOKEN_LETTERS];

	return (uint32_t)(letters(r, rough_letters(f, n, r), 7) >> 32);
}

static uint32_t
sound_hash(const struct sound *s)
{
	return s->n < 2 ? 0 :
	    (uint32_t)(hash_bytes(s->k, s->n, 6) >> 32) | 1;
}

uint32_t
feat_sound_hash(struct str word)
{
	struct sound s;

	sound_part(&s, word);
	return sound_hash(&s);
}

uint16_t
feat_sound_bit(unsigned int type, int first, int last)
{
	unsigned int at;

	switch (type) {
	case LEX_GIVEN:
		return 1;
	case LEX_SURNAME:
		return 2;
	case LEX_PER:
		return first && last ? 4 : first ? 8 : 16;
	case LEX_LOC:
		at = 5;
		break;
	case LEX_ORG:
		at = 8;
		break;
	case LEX_MISC:
		return 1 << 11;
	case LEX_TITLE:
		return 1 << 12;
	default:
		return 0;
	}
	return (uint16_t)(1u << (at + (first && last ? 0 : first ? 1 : 2)));
}

/* Script of the first letter, as a small number; capitals, digits, hyphens
 * and points as bits. */
static void
look(struct feat_word *w, const struct token *t, struct str raw, int mr)
{
	const char *p = raw.p, *e = raw.p + raw.n;
	uint32_t c, len = t->n < 7 ? t->n : 7, script = 0, bits = 0, n = 0;
	uint32_t upper = 0;

	while (p < e) {
		c = utf8_step(&p);
		if (brahmi_is(c))
			script = script ? script : 3 + brahmi_block(c);
		else if (c >= 0x600 && c < 0x780)
			script = script ? script : 2;
		else if (c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' :
		    c >= 0xc0 && c < 0x250)
			script = script ? script : 1;
		if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x250 &&
		    uni_is_upper(c))) {
			upper++;
			bits |= n == 0;
		}
		if (c >= '0' && c <= '9')
			bits |= 2;
		if (c == '-' || c == 0x2011)
			bits |= 4;
		n++;
	}
	bits |= upper > 1 && upper == n ? 8 : upper > 1 ? 16 : 0;
	w->lang = mr && script == 3 ? 20 : script;
	w->shape = (uint32_t)t->kind | script << 3 | bits << 7 | len << 12 |
	    1 << 16;
}

/* Bytes of the last n letters of a word, as the fold counts them: nukta and
 * joiners are none. */
static size_t
tail_bytes(struct str raw, size_t n)
{
	const char *p = raw.p + raw.n, *q;
	uint32_t c;

	while (n > 0 && p > raw.p) {
		do
			p--;
		while (p > raw.p && (*p & 0xc0) == 0x80);
		q = p;
		c = utf8_step(&q);
		n -= c != 0x200c && c != 0x200d && !(brahmi_is(c) &&
		    brahmi_deva(c) == 0x93c);
	}
	return (size_t)(raw.p + raw.n - p);
}

/* The sounds of the word and of its stem; how many are to be found. */
static size_t
sounds(struct feat_word *w, const struct token *t, struct str raw,
    struct seek *seek)
{
	struct sound s;
	size_t n = 0;

	if (t->kind != TOK_WORD || raw.n > 120)
		return 0;
	sound_part(&s, raw);
	seek[n++].hash = sound_hash(&s);
	if (t->stem < t->n) {
		raw.n -= tail_bytes(raw, (size_t)(t->n - t->stem));
		sound_part(&s, raw);
		seek[n++].hash = sound_hash(&s);
	}
	w->nkey = (uint16_t)(s.n < 6 ? s.n : 6);
	if (s.n > 1)
		w->key = hash_bytes(s.k, s.n, 6);
	if (s.n > 2)
		w->key3 = hash_bytes(s.k, 3, 9);
	return n;
}

/* Words that stand where suffixes do in other languages: में ਵਿੱਚ نے. */
static int
is_weak(struct str raw)
{
	static const char *const weak[] = {
		"का", "की", "के", "को", "ने", "में", "मे", "से", "पर", "तक", "और",
		"एवं", "व", "ही", "भी", "या", "ਦਾ", "ਦੀ", "ਦੇ", "ਨੂੰ", "ਨੇ",
		"ਵਿੱਚ", "ਵਿਚ", "ਤੋਂ", "ਅਤੇ", "ਤੇ", "ਵੀ", "کا", "کی", "کے", "کو",
		"نے", "میں", "سے", "پر", "تک", "اور", "بھی", "અને", "તથા",
		"আর", "ও", "এবং", "आणि", "व", "మరియు", "ಮತ್ತು", "ଓ", "ଏବଂ",
		"of", "the", "in", "at", "to", "and", "a"
	};
	size_t i, n;

	if (raw.n > 12)
		return 0;
	for (i = 0; i < sizeof(weak) / sizeof(weak[0]); i++) {
		for (n = 0; n < raw.n && weak[i][n] == raw.p[n];)
			n++;
		if (n == raw.n && weak[i][n] == '\0')
			return 1;
	}
	return 0;
}

void
feat_word(struct feat_word *w, const struct token *t, struct str raw, int mr,
    const struct feat_tables *tables)
{
	struct seek seek[3] = {
		{ &tables->class, 0, 0 }, { &tables->sound, 0, 0 },
		{ &tables->sound, 0, 0 }
	};
	uint16_t r[TOKEN_LETTERS];
	size_t k, n;

	memset(w, 0, sizeof(*w));
	w->near.word = letters(t->f, t->n, 1);
	w->near.stem = letters(t->f, t->stem, 2);
	w->rough = letters(r, rough_letters(t->f, t->stem, r), 5);
	w->tail = t->stem < t->n ? letters(t->f + t->stem,
	    (size_t)(t->n - t->stem), 8) : 0;
	for (k = 1; k <= 5 && k < t->n; k++) {
		w->pre[k - 1] = letters(t->f, k, 3);
		w->suf[k - 1] = letters(t->f + t->n - k, k, 4);
		w->affixes++;
	}
	for (k = 1; k + 3 < t->n && w->grams < FEAT_GRAMS; k++)
		w->gram[w->grams++] = letters(t->f + k, 3, 11);
	if (w->affixes > 2)
		w->near.suf3 = w->suf[2];
	look(w, t, raw, mr);
	w->near.weak = (unsigned char)is_weak(raw);
	seek[0].hash = feat_cluster_hash(t->f, t->stem);
	n = 1 + sounds(w, t, raw, seek + 1);
	seek_all(seek, n);
	if (seek[0].at < tables->class.n)
		w->near.cluster = (uint16_t)(seek_number(&seek[0]) %
		    (1 << CLUSTER_BITS) + 1);
	for (k = 1; k < n; k++)
		w->near.sounds |= seek_number(&seek[k]);
}

/* The class in 2^(10 - shift) of them; 0: of none. */
static uint64_t
class_of(const struct feat_near *w, int shift)
{
	return w->cluster == 0 ? 0 : ((w->cluster - 1u) >> shift) + 1;
}

static void
affixes(struct features *f, const struct feat_word *w, uint32_t at)
{
	size_t k;

	for (k = 0; k < w->affixes && k < 3; k++) {
		put(f, at + (uint32_t)k, w->pre[k]);
		put(f, at + 5 + (uint32_t)k, w->suf[k]);
	}
	for (; k < w->affixes; k++) {
		identity(f, at + (uint32_t)k, w->pre[k]);
		identity(f, at + 5 + (uint32_t)k, w->suf[k]);
	}
	if (w->affixes > 2) {
		put(f, at + 10, pair(w->suf[2], w->shape));
		put(f, at + 11, pair(w->suf[1], w->lang));
	}
}

static void
clusters(struct features *f, const struct feat_word *w, uint32_t at)
{
	identity(f, at, class_of(&w->near, 0));
	identity(f, at + 1, class_of(&w->near, 2));
	identity(f, at + 2, class_of(&w->near, 4));
}

/* What follows is of this part; `parts' are those asked for, as bits. */
static void
part(struct features *f, unsigned int parts, enum feat_part which)
{
	f->off = (parts >> which & 1) == 0;
}

static size_t
at_place(const struct feat_word *w, int d, unsigned int groups,
    unsigned int parts, uint64_t *out)
{
	struct features f = { out, 0, FEAT_WORD_MAX, 0 };
	uint32_t at = (uint32_t)(d + FEAT_REACH) * 64, m;

	part(&f, parts, FEAT_OF_WORD);
	identity(&f, at, w->near.word);
	part(&f, parts, FEAT_OF_SHAPE);
	put(&f, at + 3, w->shape);
	part(&f, parts, FEAT_OF_CLASS);
	if (groups & FEAT_CLUSTER)
		clusters(&f, w, at + 5);
	if (d < -1 || d > 1)
		return f.n;
	if (groups & FEAT_STEM) {
		part(&f, parts, FEAT_OF_WORD);
		identity(&f, at + 1, w->near.stem);
		part(&f, parts, FEAT_OF_TAIL);
		put(&f, at + 2, w->tail);
	}
	part(&f, parts, FEAT_OF_WORD);
	if (groups & FEAT_KEY && w->key != 0) {
		identity(&f, at + 10, w->key);
		part(&f, parts, FEAT_OF_SOUND);
		put(&f, at + 14, pair(w->near.sounds, w->nkey));
		for (m = w->near.sounds; m != 0; m &= m - 1)
			put(&f, at + 15, pair(m & -m, w->nkey));
		part(&f, parts, FEAT_OF_WORD);
	}
	if (d != 0) {
		if (groups & FEAT_FOLD)
			identity(&f, at + 4, w->rough);
		if (groups & FEAT_KEY && w->key3 != 0)
			put(&f, at + 20, w->key3);
		if (groups & FEAT_AFFIX && w->affixes > 2) {
			put(&f, at + 11, w->suf[1]);
			put(&f, at + 12, w->suf[2]);
			put(&f, at + 13, w->pre[2]);
		}
		return f.n;
	}
	if (groups & FEAT_FOLD)
		identity(&f, at + 4, w->rough);
	if (groups & FEAT_LANG) {
		identity(&f, at + 8, pair(w->near.word, w->lang));
		part(&f, parts, FEAT_OF_TAIL);
		put(&f, at + 9, pair(w->tail, w->lang));
	}
	part(&f, parts, FEAT_OF_SHAPE);
	put(&f, 400, 0);
	put(&f, 401, w->lang);
	part(&f, parts, FEAT_OF_WORD);
	if (groups & FEAT_KEY && w->key3 != 0) {
		put(&f, 402, w->key3);
		put(&f, 403, pair(w->near.sounds, w->shape));
	}
	if (groups & FEAT_AFFIX)
		affixes(&f, w, 410);
	if (groups & FEAT_GRAM)
		for (m = 0; m < w->grams; m++)
			put(&f, 430, w->gram[m]);
	return f.n;
}

size_t
feat_at(const struct feat_word *w, int d, unsigned int groups, uint64_t *out)
{
	return at_place(w, d, groups, ~0u, out);
}

size_t
feat_part(const struct feat_word *w, int d, unsigned int groups,
    enum feat_part which, uint64_t *out)
{
	return at_place(w, d, groups, 1u << which, out);
}

uint64_t
feat_share(const struct feat_word *w, enum feat_part which)
{
	switch (which) {
	case FEAT_OF_CLASS:
		return w->near.cluster;
	case FEAT_OF_SHAPE:
		return w->shape | (uint64_t)w->lang << 32;
	case FEAT_OF_SOUND:
		return w->near.sounds | (uint64_t)w->nkey << 16 |
		    (uint64_t)(w->key != 0) << 32;
	case FEAT_OF_TAIL:
		return pair(w->tail, w->lang);
	default:
		return w->near.word;
	}
}

static void
lists(struct features *f, const struct tag_hint *h, size_t from, size_t to,
    size_t i, const struct feat_near *w)
{
	uint32_t m, bits;
	size_t k;
	int d;

	for (d = -1; d <= 1; d++) {
		k = (size_t)((long long)i + d);
		if ((d < 0 && i == from) || k >= to)
			continue;
		for (m = h[k].bits; m != 0; m &= m - 1) {
			bits = m & -m;
			put(f, 500 + (uint32_t)d, bits << 1 |
			    ((h[k].last & bits) != 0));
		}
		for (m = h[k].inside; m != 0; m &= m - 1) {
			bits = m & -m;
			put(f, 510 + (uint32_t)d, bits << 1 |
			    ((h[k].last & bits) != 0));
		}
	}
	if ((h[i].bits | h[i].inside) != 0) {
		put(f, 520, pair(h[i].bits, h[i].inside));
		put(f, 521, pair(h[i].bits | h[i].inside << 16,
		    class_of(w, 4)));
	}
	if (i > from && (h[i - 1].bits | h[i - 1].inside |
	    h[i].bits | h[i].inside) != 0)
		put(f, 522, pair(h[i - 1].bits | h[i - 1].inside << 16,
		    h[i].bits | h[i].inside << 16));
	if (i + 1 < to && (h[i + 1].bits | h[i + 1].inside |
	    h[i].bits | h[i].inside) != 0)
		put(f, 523, pair(h[i + 1].bits | h[i + 1].inside << 16,
		    h[i].bits | h[i].inside << 16));
}

#define AHEAD	4		/* words to look through for one of content */

static void
content(struct features *f, const struct feat_near *const *w, size_t from,
    size_t to, size_t i)
{
	const struct feat_near *x = &feat_edge.near;
	size_t k;

	for (k = i; k-- > from && k + AHEAD >= i;)
		if (!w[k]->weak) {
			x = w[k];
			break;
		}
	if (i > from && x != w[i - 1]) {
		put(f, 540, x->stem);
	}
	x = &feat_edge.near;
	for (k = i + 1; k < to && k <= i + AHEAD; k++)
		if (!w[k]->weak) {
			x = w[k];
			break;
		}
	if (i + 1 < to && x != w[i + 1]) {
		put(f, 542, x->stem);
		put(f, 544, pair(x->stem, w[i + 1]->word));
	}
}

size_t
feat_pairs(const struct feat_near *const *w, const struct tag_hint *h,
    size_t from, size_t to, size_t i, unsigned int groups, uint64_t *out)
{
	struct features f = { out, 0, FEAT_PAIRS_MAX, 0 };
	const struct feat_near *x = w[i];
	const struct feat_near *l = i > from ? w[i - 1] : &feat_edge.near;
	const struct feat_near *r = i + 1 < to ? w[i + 1] : &feat_edge.near;

	if (groups & FEAT_LIST)
		lists(&f, h, from, to, i, x);
	if (groups & FEAT_PAIR) {
		identity(&f, 600, pair(l->word, x->stem));
		identity(&f, 601, pair(x->stem, r->word));
		put(&f, 602, pair(l->word, r->word));
		if (x->suf3 != 0) {
			put(&f, 604, pair(x->suf3, r->word));
			put(&f, 605, pair(x->suf3, l->word));
		}
	}
	if (groups & FEAT_KEY) {
		put(&f, 620, pair(l->sounds, x->sounds));
		put(&f, 621, pair(x->sounds, r->sounds));
	}
	if (groups & FEAT_CLUSTER) {
		identity(&f, 610, pair(class_of(l, 2), class_of(x, 2)));
		identity(&f, 611, pair(class_of(x, 2), class_of(r, 2)));
		identity(&f, 614, pair(class_of(x, 2), r->word));
		identity(&f, 615, pair(class_of(x, 2), l->word));
	}
	if (groups & FEAT_CONTENT)
		content(&f, w, from, to, i);
	return f.n;
}
