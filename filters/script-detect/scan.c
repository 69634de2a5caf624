/*
 * Count the letters of each script.  Text in one Indian script plus ASCII is
 * what we see nearly always, so the vector kernels know, at any one time,
 * ASCII and one block of 128 code points (the favourite: U+0900-097F, say),
 * or two for Arabic and Tibetan, which fill 256.  A piece of text that has
 * anything else in it goes through the table, and the favourite follows the
 * text.
 *
 * Three-byte UTF-8 of U+0800-FFFF: the lead byte, the second byte but for its
 * last bit, are the same for all 128 code points of a block; the last bit of
 * the second byte and six bits of the third tell which one it is.  A 128-bit
 * set of them is 16 bytes: one shuffle looks up sixteen or more at once.
 * Two-byte UTF-8 of U+0080-07FF is the same without the lead byte.
 */
#include <string.h>

#include "cpu.h"
#include "scan.h"
#include "script_tab.h"
#include "utf8.h"

/* A block of 128 code points as the kernels want it. */
struct block {
	unsigned char	mine[16];	/* code points of the script */
	unsigned char	known[16];	/* those, and neutral ones */
	unsigned char	byte;		/* that has the block: last bit 0 */
};

struct fav {
	struct block	block[2];
	unsigned char	lead;		/* of three bytes; 0 for two */
	unsigned char	pair;		/* both blocks are used */
	unsigned char	made;
	short		script;
};

struct scan {
	struct script_count	*c;
	const struct fav	*fav;
	int			 cur;	/* script of the last strong letter */
	int			 latn;
};

static unsigned
block_make(struct block *b, uint32_t base, int script)
{
	unsigned i, n = 0, v;
	char u[4];

	utf8_put(u, base);
	b->byte = (unsigned char)u[base < 0x800 ? 0 : 1];
	for (i = 0; i < 128; i++) {
		v = script_tab(base + i) & 0xff;
		n += (int)v == script;
		if ((int)v == script)
			b->mine[i >> 3] |= (unsigned char)(1U << (i & 7));
		/* Zzzz has to be told to the caller: not known. */
		if ((int)v == script || v == SCRIPT_ZYYY || v == SCRIPT_ZINH)
			b->known[i >> 3] |= (unsigned char)(1U << (i & 7));
	}
	return n;
}

/* For text that has c; the block beside its own is taken in if the script has
 * much of it. */
static void
fav_make(struct fav *f, uint32_t c, int script)
{
	uint32_t base = c & ~UINT32_C(0x7f);
	char u[4];

	memset(f, 0, sizeof(*f));
	utf8_put(u, c);
	f->lead = (unsigned char)(c < 0x800 ? 0 : u[0]);
	f->script = (short)script;
	f->made = 1;
	(void)block_make(&f->block[0], base, script);
	f->pair = c < 0x800 || block_make(&f->block[1], base ^ 0x80,
	    script) >= 32;
	if (c < 0x800)
		(void)block_make(&f->block[1], base ^ 0x80, script);
}

/* The favourite for text that has c, of script s; NULL if c is no good. */
static const struct fav *
fav_get(uint32_t c, int s)
{
	static struct fav cache[512];		/* all of the BMP; 36 KB */
	struct fav *f;

	if (c < 0x80 || c > 0xffff || s < SCRIPT_STRONG || s == script_of('a'))
		return NULL;
	f = &cache[c >> 7];
	if (!f->made || f->script != s)
		fav_make(f, c, s);
	return f;
}

static inline void
add(struct script_count *c, int s)
{
	if (c->n[s]++ == 0)
		c->seen[c->nseen++] = (unsigned char)s;
}

static inline int
is_sign(const char *p, const char *end)
{
	return *p == '@' || *p == '#' || *p == '/' || (*p == '.' &&
	    end - p > 1 && (unsigned char)((p[1] | 0x20) - 'a') < 26);
}

/* Count the characters that begin in [p, e); end is the end of the text. */
static void
piece(struct scan *k, const char *p, const char *e, const char *end)
{
	struct script_count *c = k->c;
	const struct fav *f;
	uint32_t ch, last = 0;
	unsigned ext, v;
	int s;

	while (p < e && ((unsigned char)*p & 0xc0) == 0x80)
		p++;
	while (p < e) {
		if (is_sign(p, end))
			c->signs = 1;
		ch = utf8_step(&p);
		v = script_tab(ch);
		s = (int)(v & 0xff);
		if (s < SCRIPT_STRONG) {
			c->unknown |= s == SCRIPT_ZZZZ;
			continue;
		}
		ext = v >> 8;
		if (ext != 0 && k->cur >= 0 && script_tab_ext[ext][k->cur >> 6]
		    >> (k->cur & 63) & 1)
			s = k->cur;
		else
			last = ch;
		add(c, s);
		k->cur = s;
	}
	/* The last letter that was not shared is of the script we are in. */
	if (last != 0 && (f = fav_get(last, k->cur)) != NULL)
		k->fav = f;
}

void
scan_scalar(struct script_count *c, struct str text)
{
	struct scan k = { c, NULL, SCRIPT_NONE, 0 };

	piece(&k, text.p, text.p + text.n, text.p + text.n);
}

const char *
scan_sign_scalar(const char *p, const char *e)
{
	while (p < e && !is_sign(p, e))
		p++;
	return p;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* What a vector step found, one bit a byte. */
struct found {
	uint64_t	latn;		/* ASCII letters */
	uint64_t	mine;		/* leads of the favourite's script */
	uint64_t	other;		/* leads that a table must tell */
	uint64_t	sign;		/* as is_sign */
};

/* A script's first letters: those of two scripts in the order they came. */
static void
meet(struct scan *k, const struct found *f, int s)
{
	struct script_count *c = k->c;
	int new_s = f->mine != 0 && c->n[s] == 0;
	int new_latn = f->latn != 0 && c->n[k->latn] == 0;
	int latn_first = new_latn &&
	    (f->latn & -f->latn) < (f->mine & -f->mine);

	if (new_latn && (latn_first || !new_s))
		c->seen[c->nseen++] = (unsigned char)k->latn;
	if (new_s)
		c->seen[c->nseen++] = (unsigned char)s;
	if (new_latn && new_s && !latn_first)
		c->seen[c->nseen++] = (unsigned char)k->latn;
}

/* Something else is in the piece at p: is it of a script that can be the
 * favourite?  1 if that has changed. */
static int
fav_move(struct scan *k, const char *p)
{
	uint32_t c = utf8_step(&p);
	const struct fav *f = fav_get(c, script_of(c));

	if (f == NULL || f == k->fav)
		return 0;
	k->fav = f;
	return 1;
}

/* Add what was found; 0 if the piece must go through the table instead. */
static inline int
take(struct scan *k, const struct found *f)
{
	struct script_count *c = k->c;
	int s = k->fav->script;

	/* The table also decides about digits after a script that shares
	 * them. */
	if (f->other || (k->cur != s && k->cur != k->latn &&
	    k->cur != SCRIPT_NONE))
		return 0;
	if ((f->latn && c->n[k->latn] == 0) || (f->mine && c->n[s] == 0))
		meet(k, f, s);
	c->n[k->latn] += (size_t)__builtin_popcountll(f->latn);
	c->n[s] += (size_t)__builtin_popcountll(f->mine);
	if (f->latn | f->mine)
		k->cur = f->mine > f->latn ? s : k->latn;
	c->signs |= f->sign != 0;
	return 1;
}

/* Texts that follow each other are mostly alike: the favourite of the last
 * one is a good first guess, and changes nothing but the speed. */
static const struct fav *
fav_first(const struct fav *last)
{
	return last != NULL ? last : fav_get(0x905, script_of(0x905));
}

#define AVX2	__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
#define AVX512	__attribute__((target( \
	"avx512f,avx512bw,avx512vl,avx512vbmi,bmi,bmi2,popcnt,lzcnt")))

static inline AVX2 __m256i
load16(const unsigned char *p)
{
	__m128i x;

	memcpy(&x, p, 16);
	return _mm256_broadcastsi128_si256(x);
}

static inline AVX2 uint64_t
bits(__m256i x)
{
	return (uint32_t)_mm256_movemask_epi8(x);
}

static inline AVX2 __m256i
is(__m256i x, int byte)
{
	return _mm256_cmpeq_epi8(x, _mm256_set1_epi8((char)byte));
}

/* ASCII letters: all ones or zero. */
static inline AVX2 __m256i
letters(__m256i x)
{
	x = _mm256_sub_epi8(_mm256_or_si256(x, _mm256_set1_epi8(0x20)),
	    _mm256_set1_epi8('a'));
	return _mm256_cmpeq_epi8(_mm256_min_epu8(x, _mm256_set1_epi8(25)), x);
}

/* As is_sign; b1 are the bytes behind b0. */
static inline AVX2 __m256i
signs(__m256i b0, __m256i b1)
{
	return _mm256_or_si256(_mm256_or_si256(is(b0, '@'), is(b0, '#')),
	    _mm256_or_si256(is(b0, '/'),
	    _mm256_and_si256(is(b0, '.'), letters(b1))));
}

/* Set members of the code points that b1 and b2 end: all ones or zero. */
static inline AVX2 __m256i
member(const unsigned char *set, __m256i b1, __m256i b2)
{
	const __m256i bit = _mm256_set1_epi64x((long long)0x8040201008040201);
	__m256i hi, lo;

	hi = _mm256_and_si256(_mm256_srli_epi16(b2, 3), _mm256_set1_epi8(7));
	hi = _mm256_or_si256(hi, _mm256_slli_epi16(_mm256_and_si256(b1,
	    _mm256_set1_epi8(1)), 3));
	lo = _mm256_shuffle_epi8(bit, _mm256_and_si256(b2,
	    _mm256_set1_epi8(7)));
	return _mm256_cmpeq_epi8(_mm256_and_si256(_mm256_shuffle_epi8(
	    load16(set), hi), lo), lo);
}

static AVX2 const char *
sign_avx2(const char *p, const char *e)
{
	__m256i b0, b1;
	uint64_t m;

	for (; e - p >= 33; p += 32) {
		memcpy(&b0, p, 32);
		memcpy(&b1, p + 1, 32);
		if ((m = bits(signs(b0, b1))) != 0)
			return p + __builtin_ctzll(m);
	}
	return scan_sign_scalar(p, e);
}

/* Code points of one block: all that are known, and in *mine those of the
 * script.  lead is where a first byte of three is right. */
static inline AVX2 __m256i
block_avx2(const struct block *b, __m256i lead, __m256i b1, __m256i b2,
    __m256i *mine)
{
	__m256i in;

	in = _mm256_and_si256(lead, is(_mm256_and_si256(b1,
	    _mm256_set1_epi8((char)0xfe)), b->byte));
	*mine = _mm256_and_si256(in, member(b->mine, b1, b2));
	return _mm256_and_si256(in, member(b->known, b1, b2));
}

static inline AVX2 void
look_avx2(const struct fav *f, const char *p, struct found *r)
{
	__m256i b0, b1, b2, next, in, lead, mine, more;

	memcpy(&b0, p, 32);
	memcpy(&b1, p + 1, 32);
	memcpy(&b2, p + 2, 32);
	next = b1;
	r->latn = bits(letters(b0));
	r->sign = bits(signs(b0, b1));
	lead = f->lead ? is(b0, f->lead) : _mm256_set1_epi8(-1);
	if (f->lead == 0) {
		b2 = b1;
		b1 = b0;
	}
	in = block_avx2(&f->block[0], lead, b1, b2, &mine);
	if (f->pair) {
		in = _mm256_or_si256(in, block_avx2(&f->block[1], lead, b1,
		    b2, &more));
		mine = _mm256_or_si256(mine, more);
	}
	/* U+2000-203F: quotes, dashes, joiners; none is strong. */
	in = _mm256_or_si256(in, _mm256_and_si256(is(b0, 0xe2),
	    is(next, 0x80)));
	r->mine = bits(mine);
	r->other = bits(_mm256_cmpeq_epi8(_mm256_max_epu8(b0,
	    _mm256_set1_epi8((char)0xc0)), b0)) & ~bits(in);
}

static AVX2 void
scan_avx2(struct script_count *c, struct str text)
{
	static const struct fav *last;
	const char *p = text.p, *e = text.p + text.n, *q;
	struct scan k = { c, fav_first(last), SCRIPT_NONE, script_of('a') };
	char tail[32 + 32 + 2] = { 0 };
	struct found r;

	for (; e - p >= 32 + 2; p += 32) {
		look_avx2(k.fav, p, &r);
		if (r.other && fav_move(&k, p + __builtin_ctzll(r.other)))
			look_avx2(k.fav, p, &r);
		if (!take(&k, &r))
			piece(&k, p, p + 32, e);
	}
	/* The rest with zeros behind it, that nothing beyond is read. */
	if (e > p)
		memcpy(tail, p, (size_t)(e - p));
	e = tail + (e - p);
	for (q = tail; q < e; q += 32) {
		look_avx2(k.fav, q, &r);
		if (r.other && fav_move(&k, q + __builtin_ctzll(r.other)))
			look_avx2(k.fav, q, &r);
		if (!take(&k, &r))
			piece(&k, q, e - q < 32 ? e : q + 32, e);
	}
	last = k.fav;
}

static inline AVX512 __m512i
load16x4(const unsigned char *p)
{
	__m128i x;

	memcpy(&x, p, 16);
	return _mm512_broadcast_i32x4(x);
}

static inline AVX512 uint64_t
letters512(__m512i x)
{
	return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(_mm512_or_si512(x,
	    _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a')),
	    _mm512_set1_epi8(26));
}

static inline AVX512 uint64_t
signs512(__m512i b0, __m512i b1)
{
	return _mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8('@')) |
	    _mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8('#')) |
	    _mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8('/')) |
	    (_mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8('.')) &
	    letters512(b1));
}

/* As block_avx2. */
static inline AVX512 uint64_t
block_avx512(const struct block *b, uint64_t lead, __m512i b1, __m512i b2,
    uint64_t *mine)
{
	const __m512i bit = _mm512_set1_epi64((long long)0x8040201008040201);
	__m512i hi, lo;

	lead &= _mm512_cmpeq_epi8_mask(_mm512_and_si512(b1,
	    _mm512_set1_epi8((char)0xfe)), _mm512_set1_epi8((char)b->byte));
	hi = _mm512_or_si512(_mm512_and_si512(_mm512_srli_epi16(b2, 3),
	    _mm512_set1_epi8(7)), _mm512_slli_epi16(_mm512_and_si512(b1,
	    _mm512_set1_epi8(1)), 3));
	lo = _mm512_shuffle_epi8(bit, _mm512_and_si512(b2,
	    _mm512_set1_epi8(7)));
	*mine |= lead & _mm512_test_epi8_mask(_mm512_shuffle_epi8(
	    load16x4(b->mine), hi), lo);
	return lead & _mm512_test_epi8_mask(_mm512_shuffle_epi8(
	    load16x4(b->known), hi), lo);
}

/* n bytes at p, which may be under none, with zeros behind them. */
static inline AVX512 __m512i
load512(const char *p, ptrdiff_t n)
{
	return n >= 64 ? _mm512_loadu_si512(p) : n <= 0 ?
	    _mm512_setzero_si512() :
	    _mm512_maskz_loadu_epi8(~UINT64_C(0) >> (64 - n), p);
}

/* In the bytes at p up to 64; n more are the text's. */
static inline AVX512 void
look_avx512(const struct fav *f, const char *p, ptrdiff_t n, struct found *r)
{
	__m512i b0, b1, b2;
	uint64_t in, lead;

	b0 = load512(p, n);
	b1 = load512(p + 1, n - 1);
	b2 = load512(p + 2, n - 2);
	r->latn = letters512(b0);
	r->sign = signs512(b0, b1);
	in = _mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8((char)0xe2)) &
	    _mm512_cmpeq_epi8_mask(b1, _mm512_set1_epi8((char)0x80));
	lead = f->lead ? _mm512_cmpeq_epi8_mask(b0, _mm512_set1_epi8(
	    (char)f->lead)) : ~UINT64_C(0);
	if (f->lead == 0) {
		b2 = b1;
		b1 = b0;
	}
	r->mine = 0;
	in |= block_avx512(&f->block[0], lead, b1, b2, &r->mine);
	if (f->pair)
		in |= block_avx512(&f->block[1], lead, b1, b2, &r->mine);
	r->other = _mm512_cmpge_epu8_mask(b0, _mm512_set1_epi8((char)0xc0)) &
	    ~in;
}

static AVX512 void
scan_avx512(struct script_count *c, struct str text)
{
	static const struct fav *last;
	const char *p = text.p, *e = text.p + text.n;
	struct scan k = { c, fav_first(last), SCRIPT_NONE, script_of('a') };
	struct found r;

	for (; e - p > 0; p += e - p < 64 ? e - p : 64) {
		look_avx512(k.fav, p, e - p, &r);
		if (r.other && fav_move(&k, p + __builtin_ctzll(r.other)))
			look_avx512(k.fav, p, e - p, &r);
		if (!take(&k, &r))
			piece(&k, p, e - p < 64 ? e : p + 64, e);
	}
	last = k.fav;
}
#endif

static void choose(struct script_count *, struct str);
static void (*best)(struct script_count *, struct str) = choose;

static const char *choose_sign(const char *, const char *);
static const char *(*best_sign)(const char *, const char *) = choose_sign;

int
scan_with(enum cpu level, struct script_count *c, struct str text)
{
	if (level > cpu_level())
		return -1;
#if defined(__x86_64__) && defined(__GNUC__)
	if (level == CPU_AVX512)
		scan_avx512(c, text);
	else if (level == CPU_AVX2)
		scan_avx2(c, text);
	else
#endif
		scan_scalar(c, text);
	return 0;
}

int
scan_sign_with(enum cpu level, const char **p, const char *e)
{
	if (level > cpu_level())
		return -1;
#if defined(__x86_64__) && defined(__GNUC__)
	if (level >= CPU_AVX2)
		*p = sign_avx2(*p, e);
	else
#endif
		*p = scan_sign_scalar(*p, e);
	return 0;
}

static void
choose(struct script_count *c, struct str text)
{
	best = scan_scalar;
#if defined(__x86_64__) && defined(__GNUC__)
	if (cpu_level() >= CPU_AVX512)
		best = scan_avx512;
	else if (cpu_level() >= CPU_AVX2)
		best = scan_avx2;
#endif
	best(c, text);
}

void
scan_best(struct script_count *c, struct str text)
{
	best(c, text);
}

static const char *
choose_sign(const char *p, const char *e)
{
	best_sign = scan_sign_scalar;
#if defined(__x86_64__) && defined(__GNUC__)
	if (cpu_level() >= CPU_AVX2)
		best_sign = sign_avx2;
#endif
	return best_sign(p, e);
}

const char *
scan_sign(const char *p, const char *e)
{
	return best_sign(p, e);
}
