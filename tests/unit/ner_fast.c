/*
 * ner's quick ways against the plain ones that they stand for.
 */
#include "brahmi.h"
#include "calendar.h"
#include "hash.h"
#include "mem.h"
#include "model.h"
#include "suffix.h"
#include "sum.h"
#include "tap.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"

static uint64_t
rnd(uint64_t n)
{
	static uint64_t x;

	return hash_word(++x) % n;
}

/* A text of letters of the nine blocks, with what stands between them. */
static size_t
text(char *p, size_t n)
{
	static const uint32_t more[] = {
		0x200c, 0x200d, 'a', 'Z', 0xc9, 0x627, 0x1f600, '-', 0x94d,
		0x93c, 0x9cd, 0xacd, 0x938
	};
	size_t i, len = 0;

	for (i = 0; i < n; i++)
		len += utf8_put(p + len, rnd(3) > 0 ?
		    0x900 + (uint32_t)rnd(0x480) :
		    more[rnd(sizeof(more) / sizeof(more[0]))]);
	return len;
}

/* The fold as token.h says it, letter by letter. */
static uint16_t
plain_fold(struct str word, uint16_t *out)
{
	const char *p = word.p, *e = word.p + word.n;
	uint16_t n = 0;
	uint32_t c;

	while (p < e && n < TOKEN_LETTERS) {
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d || c > 0xffff)
			continue;
		if (brahmi_is(c)) {
			c = brahmi_deva(c);
			if (c == 0x93c)
				continue;
			if (c >= 0x958 && c <= 0x95f)
				c = (uint32_t)("\x15\x16\x17\x1c\x21\x22\x2b"
				    "\x2f"[c - 0x958]) + 0x900;
			if (c == 0x901 || c == 0x970)
				c = 0x902;
			if (n >= 2 && out[n - 1] == 0x94d &&
			    out[n - 2] == brahmi_nasal(c))
				out[--n - 1] = 0x902;
		} else
			c = uni_lower(c);
		out[n++] = (uint16_t)c;
	}
	return n;
}

static void
folds(void)
{
	uint16_t a[TOKEN_LETTERS], b[TOKEN_LETTERS], n;
	char word[4 * 60], *p;
	size_t i, len, wrong = 0;

	for (i = 0; i < 20000; i++) {
		len = text(word, rnd(60));
		p = fresh(word, len);
		n = token_fold((struct str){ p, len }, a);
		wrong += n != plain_fold((struct str){ p, len }, b) ||
		    memcmp(a, b, n * sizeof(*a)) != 0;
		free(p);
	}
	ok(wrong == 0, "the fold by table: %zu differ", wrong);
}

/* Where a word ends that is_word of token.c makes, for Brahmi letters. */
static void
cuts(void)
{
	struct tokens ts = { 0 };
	char one[8];
	size_t wrong = 0, n;
	uint32_t c;

	for (c = 0x900; c < 0xd80; c++) {
		one[0] = 'a';
		n = 1 + utf8_put(one + 1, c);
		one[n] = 'b';
		token_cut(&ts, (struct str){ one, n + 1 });
		wrong += ts.n != (c == 0x964 || c == 0x965 || c == 0x970 ?
		    3 : 1);
		token_cut(&ts, (struct str){ one + 1, n - 1 });
		wrong += ts.n != 1 || (ts.t[0].kind == TOK_NUMBER) !=
		    token_is_digit(c);
	}
	ok(wrong == 0, "words and numbers of each letter: %zu wrong", wrong);
	token_free(&ts);
}

/* All case endings of suffix.c's loose list, longest first. */
static size_t
plain_stem(const uint16_t *f, size_t n)
{
	static const char *const end[] = {
		"च्या", "मां", "नुं", "ना", "नी", "नो", "ने", "थी", "चा", "ची", "चे",
		"ला", "के", "लो", "कु", "ए", "े", "त", "र"
	};
	uint16_t e[TOKEN_LETTERS];
	size_t i, k;

	for (i = 0; n >= 4 && i < sizeof(end) / sizeof(end[0]); i++) {
		k = token_fold(str_of(end[i]), e);
		if (n >= k + 3 && memcmp(f + n - k, e, k * sizeof(*e)) == 0)
			return n - k;
	}
	return n;
}

static void
stems(void)
{
	static const uint16_t some[] = {
		0x91a, 0x94d, 0x92f, 0x93e, 0x92e, 0x902, 0x928, 0x941, 0x940,
		0x94b, 0x947, 0x925, 0x932, 0x915, 0x90f, 0x924, 0x930, 'a'
	};
	size_t i, k, n, cut = 0, wrong = 0;
	uint16_t f[8];

	for (i = 0; i < 100000; i++) {
		n = rnd(9);
		for (k = 0; k < n; k++)
			f[k] = some[rnd(sizeof(some) / sizeof(some[0]))];
		wrong += suffix_stem(f, n) != plain_stem(f, n);
		cut += suffix_stem(f, n) < n;
	}
	ok(wrong == 0 && cut > 10000, "stems by the last letter: %zu differ",
	    wrong);
}

/* A word of few values, so that many share them. */
static struct feat_word
some_word(void)
{
	struct feat_word w = { 0 };
	size_t k;

	w.near.word = hash_word(rnd(50));
	w.near.stem = hash_word(rnd(50));
	w.near.cluster = (uint16_t)rnd(30);
	w.near.sounds = (uint16_t)(rnd(3) << rnd(10));
	w.rough = rnd(50);
	w.key = rnd(4);
	w.key3 = rnd(4);
	w.tail = rnd(4) * UINT64_C(0x123456789abcdef);
	w.shape = (uint32_t)rnd(9) | 1 << 16;
	w.lang = (uint32_t)rnd(4);
	w.nkey = (uint16_t)rnd(7);
	w.affixes = (uint16_t)rnd(6);
	for (k = 0; k < w.affixes; k++)
		w.pre[k] = w.suf[k] = hash_word(rnd(90));
	return w;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The parts are the whole, and words that share a value share the part. */
static void
parts(void)
{
	uint64_t all[FEAT_WORD_MAX], h[FEAT_WORD_MAX], o[FEAT_WORD_MAX];
	unsigned int groups[] = { FEAT_ALL, 0, FEAT_ALL & ~FEAT_KEY };
	size_t i, n, m, k, wrong = 0, same = 0;
	struct feat_word w, v;
	int d, p;

	for (i = 0; i < 20000; i++) {
		w = some_word();
		v = some_word();
		d = (int)rnd(SUM_PLACES) - FEAT_REACH;
		n = feat_at(&w, d, groups[i % 3], all);
		for (m = 0, p = 0; p < FEAT_PARTS; p++) {
			k = feat_part(&w, d, groups[i % 3],
			    (enum feat_part)p, h + m);
			if (p != FEAT_OF_WORD &&
			    feat_share(&w, (enum feat_part)p) ==
			    feat_share(&v, (enum feat_part)p)) {
				same++;
				wrong += k != feat_part(&v, d, groups[i % 3],
				    (enum feat_part)p, o) ||
				    memcmp(o, h + m, k * sizeof(*h)) != 0;
			}
			m += k;
		}
		qsort(all, n, sizeof(*all), by_value);
		qsort(h, m, sizeof(*h), by_value);
		wrong += m != n || memcmp(all, h, n * sizeof(*h)) != 0;
	}
	ok(wrong == 0 && same > 1000, "features in parts: %zu differ", wrong);
}

#define LINES	500
#define WORDS	3000

/* A word's sums against row after row, with a model of random bytes. */
static void
sums(int types)
{
	struct model m = { .types = types, .labels = 2 * types + 1,
	    .groups = FEAT_ALL, .nline = LINES };
	size_t i, k, n, wrong = 0;
	unsigned char *line;
	struct feat_word *w = mem_alloc(WORDS, sizeof(*w));
	uint64_t h[FEAT_WORD_MAX];
	const signed char *row;
	int16_t *s, *want;
	struct sum *u;
	int d, l, stride = sum_stride(&m), all = SUM_PLACES * stride;

	m.width = MODEL_ROWS + MODEL_ROWS * (size_t)m.labels;
	line = mem_alloc(LINES * m.width + 8, 1);
	for (i = 0; i < LINES * m.width; i++)
		line[i] = (unsigned char)rnd(256);
	m.line = line;
	s = mem_alloc(WORDS * (size_t)all, sizeof(*s));
	want = mem_alloc((size_t)all, sizeof(*want));
	u = sum_new(&m);
	for (i = 0; i < WORDS; i++) {
		w[i] = some_word();
		sum_word(u, &w[i], s + i * (size_t)all);
		if (rnd(5) == 0)
			sum_end(u);
	}
	sum_end(u);
	for (i = 0; i < WORDS; i++) {
		memset(want, 0, (size_t)all * sizeof(*want));
		for (d = 0; d < SUM_PLACES; d++) {
			n = feat_at(&w[i], d - FEAT_REACH, m.groups, h);
			for (k = 0; k < n; k++)
				for (l = 0; (row = model_row(&m, h[k])) !=
				    NULL && l < m.labels; l++)
					want[d * stride + l] = (int16_t)
					    (want[d * stride + l] + row[l]);
		}
		for (k = 0; k < (size_t)all; k++)
			wrong += (int)k % stride < m.labels &&
			    s[i * (size_t)all + k] != want[k];
	}
	ok(wrong == 0, "sums of %d types: %zu differ", types, wrong);
	sum_free(u);
	free(line);
	free(s);
	free(want);
	free(w);
}

static int
by_hash(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Words in tables of hashes: spread evenly, crowded at one end, few. */
static void
tables(int kind)
{
	size_t n = kind == 2 ? 20 : 5000, i, k, wrong = 0, met = 0;
	struct feat_tables t = { 0 };
	struct token tok = { .n = 5, .stem = 5 };
	uint32_t *hash = mem_alloc(n, sizeof(*hash)), h;
	uint16_t *number = mem_alloc(n, sizeof(*number));
	struct feat_word w;

	for (i = 0; i < n; i++)
		hash[i] = kind == 1 ? (uint32_t)rnd(UINT32_MAX / 8) :
		    (uint32_t)rnd(UINT32_MAX);
	/* Some of the words below. */
	for (i = 0; i < n; i += 2) {
		tok.f[0] = (uint16_t)(0x915 + i / 100);
		tok.f[1] = (uint16_t)(0x915 + i % 100);
		hash[i] = feat_cluster_hash(tok.f, 5);
	}
	qsort(hash, n, sizeof(*hash), by_hash);
	for (i = 0; i < n; i++)
		number[i] = (uint16_t)(i & 1023);
	t.class = (struct feat_table){ hash, number, n };
	for (i = 0; i < 2 * n; i++) {
		tok.f[0] = (uint16_t)(0x915 + i / 100);
		tok.f[1] = (uint16_t)(0x915 + i % 100);
		feat_word(&w, &tok, STR("कखगघङ"), 0, &t);
		h = feat_cluster_hash(tok.f, 5);
		for (k = 0; k < n && hash[k] < h;)
			k++;
		k = k < n && hash[k] == h ? (k & 1023) + 1 : 0;
		wrong += w.near.cluster != k;
		met += k > 0;
	}
	ok(wrong == 0 && met >= n / 2, "table %d: %zu words wrong", kind,
	    wrong);
	free(hash);
	free(number);
}

static const char lists[] = "जुलाई\tMONTH\thi\tM07\nજુલાઈ\tMONTH\tgu\tM07\n"
    "मई\tMONTH\thi\tM05\nजूलियन दिन\tCAL\thi\tU:D\nબુધવાર\tWEEKDAY\tgu\tD3\n"
    "लाख\tUNIT\thi\tx5\n";

/* What the calendar leaves out at a glance it does not know, and what it
 * kept from the last time is what it finds anew. */
static void
calendar(void)
{
	static const char *const word[] = {
		"जुलाई", "જુલાઈમાં", "જુલાઈના", "જુલા", "जुलाहे", "मई", "मईं", "जूलियन दिन",
		"બુધવારે", "બુધવારની", "બુધવારિયું", "લાખ", "लाखों", "लाख", "", "a",
		"JULY", "ખાવું", "जुलाईवाला"
	};
	struct calendar *c = calendar_new(STR(lists)), *d;
	size_t i, k, wrong = 0, found = 0;
	struct tokens ts = { 0 };
	struct cal_word a, b;

	for (i = 0; i < 4 * sizeof(word) / sizeof(word[0]); i++) {
		k = i % (sizeof(word) / sizeof(word[0]));
		token_cut(&ts, str_of(word[k]));
		if (ts.n == 0)
			continue;
		d = calendar_new(STR(lists));
		a = calendar_word(c, &ts, str_of(word[k]), 0);
		b = calendar_word(d, &ts, str_of(word[k]), 0);
		wrong += a.kind != b.kind || a.n != b.n || a.len != b.len ||
		    (a.kind != 0 && !calendar_may(c, &ts.t[0]));
		found += a.kind != 0;
		calendar_free(d);
	}
	ok(wrong == 0 && found >= 4 * 7, "calendar: %zu wrong, %zu found",
	    wrong, found);
	token_free(&ts);
	calendar_free(c);
}

/* The product's halves by 32 bits at a time; one round, of 16 bytes. */
static uint64_t
plain_fold64(uint64_t a, uint64_t b)
{
	uint64_t al = a & 0xffffffff, bl = b & 0xffffffff, t, u;

	a >>= 32;
	b >>= 32;
	t = a * bl + (al * bl >> 32);
	u = al * b + (t & 0xffffffff);
	return (u << 32 | (al * bl & 0xffffffff)) ^
	    (a * b + (t >> 32) + (u >> 32));
}

static void
hashes(void)
{
	uint64_t v[2], want;
	size_t i, wrong = 0;

	for (i = 0; i < 1000; i++) {
		v[0] = hash_word(rnd(UINT64_MAX));
		v[1] = hash_word(rnd(UINT64_MAX));
		want = plain_fold64(v[0] ^ UINT64_C(0xbf58476d1ce4e5b9), v[1] ^
		    i ^ UINT64_C(0x9e3779b97f4a7c15));
		want = plain_fold64(want ^ UINT64_C(0x94d049bb133111eb), 16 ^
		    UINT64_C(0xbf58476d1ce4e5b9));
		wrong += hash_bytes(v, sizeof(v), i) != want;
	}
	ok(wrong == 0, "hash of 16 bytes: %zu differ", wrong);
}

int
main(void)
{
	hashes();
	folds();
	cuts();
	stems();
	parts();
	sums(1);
	sums(3);
	sums(9);
	tables(0);
	tables(1);
	tables(2);
	calendar();
	return tap_end();
}
