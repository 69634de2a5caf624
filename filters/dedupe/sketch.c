/*
 * Shingles and their minima.  A shingle is the polynomial of its word hashes,
 * rolled along and mixed to 32 bits.  Permutation i of a 32-bit shingle x is
 * (x ^ flip[i]) * mul[i]: both are bijections, and the minimum looks at the
 * high bits, which multiplication mixes best.
 */
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cpu.h"
#include "hash.h"
#include "mem.h"
#include "sketch.h"

#define BASE	UINT64_C(0x9e3779b97f4a7c15)

static void	make_pick(struct sketch *, const uint32_t *, size_t);

static void	(*make)(struct sketch *, const uint32_t *, size_t) = make_pick;

static uint32_t flip[SKETCH_K], mul[SKETCH_K];

static uint32_t
shingle(uint64_t h)
{
	uint32_t x = (uint32_t)(hash_word(h) >> 32);

	return x == 0 ? 1 : x;
}

void
sketch_shingles(const uint64_t *word, size_t n, size_t gram, uint32_t *out)
{
	uint64_t h = 0, power = 1;
	size_t i;

	for (i = 0; i < gram; i++) {
		h = h * BASE + word[i];
		power *= BASE;
	}
	out[0] = shingle(h);
	for (; i < n; i++) {
		h = h * BASE + word[i] - power * word[i - gram];
		out[i - gram + 1] = shingle(h);
	}
}

void
sketch_short(uint64_t whole, uint32_t out[SKETCH_SHORT])
{
	uint64_t i;

	for (i = 0; i < SKETCH_SHORT; i++)
		out[i] = shingle(whole + (i << 56) + i);
}

uint64_t
sketch_whole(const uint64_t *word, size_t n)
{
	return hash_bytes(word, n * sizeof(*word), 0);
}

/* The constants of the permutations: the same on every machine. */
static void
permutations(void)
{
	uint64_t h;
	uint32_t i;

	for (i = 0; i < SKETCH_K; i++) {
		h = hash_word(BASE * (i + 1));
		flip[i] = (uint32_t)(h >> 32);
		mul[i] = (uint32_t)h | 1;
	}
}

static void
make_scalar(struct sketch *s, const uint32_t *set, size_t n)
{
	uint32_t h;
	size_t i, k;

	memset(s->min, 0xff, sizeof(s->min));
	for (i = 0; i < n; i++)
		for (k = 0; k < SKETCH_K; k++) {
			h = (set[i] ^ flip[k]) * mul[k];
			s->min[k] = h < s->min[k] ? h : s->min[k];
		}
}

#if defined(__x86_64__)
/* Sixteen permutations at a time: their constants and minima stay in
 * registers while the set goes by. */
__attribute__((target("avx2")))
static void
make_avx2(struct sketch *s, const uint32_t *set, size_t n)
{
	__m256i x, f0, f1, m0, m1, a, b;
	size_t i, k;

	for (k = 0; k < SKETCH_K; k += 16) {
		f0 = _mm256_loadu_si256((const void *)(flip + k));
		f1 = _mm256_loadu_si256((const void *)(flip + k + 8));
		m0 = _mm256_loadu_si256((const void *)(mul + k));
		m1 = _mm256_loadu_si256((const void *)(mul + k + 8));
		a = b = _mm256_set1_epi32(-1);
		for (i = 0; i < n; i++) {
			x = _mm256_set1_epi32((int)set[i]);
			a = _mm256_min_epu32(a, _mm256_mullo_epi32(
			    _mm256_xor_si256(x, f0), m0));
			b = _mm256_min_epu32(b, _mm256_mullo_epi32(
			    _mm256_xor_si256(x, f1), m1));
		}
		_mm256_storeu_si256((void *)(s->min + k), a);
		_mm256_storeu_si256((void *)(s->min + k + 8), b);
	}
}

__attribute__((target("avx512f")))
static void
make_avx512(struct sketch *s, const uint32_t *set, size_t n)
{
	__m512i f[4], m[4], a[4], x;
	size_t i;
	int k;

	for (k = 0; k < 4; k++) {
		f[k] = _mm512_loadu_si512(flip + 16 * k);
		m[k] = _mm512_loadu_si512(mul + 16 * k);
		a[k] = _mm512_set1_epi32(-1);
	}
	for (i = 0; i < n; i++) {
		x = _mm512_set1_epi32((int)set[i]);
		for (k = 0; k < 4; k++)
			a[k] = _mm512_min_epu32(a[k], _mm512_mullo_epi32(
			    _mm512_xor_si512(x, f[k]), m[k]));
	}
	for (k = 0; k < 4; k++)
		_mm512_storeu_si512(s->min + 16 * k, a[k]);
}
#endif

static void
make_pick(struct sketch *s, const uint32_t *set, size_t n)
{
	permutations();
	make = make_scalar;
#if defined(__x86_64__)
	if (cpu_level() >= CPU_AVX2)
		make = make_avx2;
	if (cpu_level() >= CPU_AVX512)
		make = make_avx512;
#endif
	make(s, set, n);
}

void
sketch_make(struct sketch *s, const uint32_t *set, size_t n)
{
	make(s, set, n);
}

void
sketch_make_scalar(struct sketch *s, const uint32_t *set, size_t n)
{
	permutations();
	make_scalar(s, set, n);
}

uint64_t
sketch_bits(const struct sketch *s)
{
	uint64_t bits = 0;
	size_t k;

	/* Minima are small, so their high bits say little: mix, then take
	 * the highest. */
	for (k = 0; k < SKETCH_K; k++)
		bits |= (uint64_t)(s->min[k] * UINT32_C(0x9e3779b1) >> 31)
		    << k;
	return bits;
}

uint64_t
sketch_band(const struct sketch *s, unsigned int i, unsigned int rows)
{
	return hash_bytes(s->min + i * rows, rows * sizeof(s->min[0]), i + 1);
}

void
sketch_plan(double threshold, unsigned int *bands, unsigned int *rows)
{
	double miss;

	/* A pair of Jaccard j is missed by all of b bands of r rows with
	 * (1 - j^r)^b.  More rows keep strangers apart; fewer bands keep the
	 * index small: at .8, three rows and six bands (.987). */
	*rows = threshold >= .7 ? 3 : threshold >= .5 ? 2 : 1;
	miss = 1 - pow(threshold, *rows);
	*bands = miss < 1e-6 ? 1 :
	    (unsigned int)ceil(log(.0150) / log(miss));
	if (*bands < 4)
		*bands = 4;
	if (*bands > SKETCH_BANDS)
		*bands = SKETCH_BANDS;
}

/* Add to a table of which half is free; 0 if it is there already. */
static int
put(uint32_t *slot, size_t mask, uint32_t x)
{
	size_t i;

	for (i = x & mask; slot[i] != 0; i = (i + 1) & mask)
		if (slot[i] == x)
			return 0;
	slot[i] = x;
	return 1;
}

static int
has(const uint32_t *slot, size_t mask, uint32_t x)
{
	size_t i;

	for (i = x & mask; slot[i] != 0; i = (i + 1) & mask)
		if (slot[i] == x)
			return 1;
	return 0;
}

static size_t
room(size_t n)
{
	size_t want = 16;

	while (want < 2 * n + 2)
		want *= 2;
	return want;
}

/* An empty table with room for n. */
static void
empty(struct sketch_set *s, size_t n)
{
	size_t want = room(n);

	if (want > s->cap) {
		s->slot = mem_resize(s->slot, want, sizeof(*s->slot));
		s->cap = want;
	}
	s->mask = want - 1;
	memset(s->slot, 0, want * sizeof(*s->slot));
	s->n = 0;
}

void
sketch_set(struct sketch_set *s, const uint32_t *set, size_t n)
{
	size_t i;

	empty(s, n);
	for (i = 0; i < n; i++)
		s->n += (size_t)put(s->slot, s->mask, set[i]);
}

size_t
sketch_once(struct sketch_set *s, uint32_t *set, size_t n)
{
	size_t i;

	empty(s, n);
	for (i = 0; i < n; i++)
		if (put(s->slot, s->mask, set[i]))
			set[s->n++] = set[i];
	return s->n;
}

size_t
sketch_both(const struct sketch_set *s, const uint32_t *set, size_t n)
{
	size_t i, both = 0;

	for (i = 0; i < n; i++)
		both += (size_t)has(s->slot, s->mask, set[i]);
	return both;
}

void
sketch_set_free(struct sketch_set *s)
{
	free(s->slot);
	*s = (struct sketch_set){ 0 };
}
