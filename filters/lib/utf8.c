/*
 * UTF-8 by RFC 3629.  The scalar decoder follows table 3-7 of the Unicode
 * standard (well-formed byte sequences); the vector validator looks up the
 * high and low half of each byte and the high half of the next in three
 * tables of error bits (Keiser and Lemire, "Validating UTF-8 In Less Than One
 * Instruction Per Byte", 2021) and leaves the exact place to the scalar one.
 */
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "cpu.h"
#include "utf8.h"

static size_t	valid_pick(const unsigned char *, size_t);
static size_t	count_pick(const unsigned char *, size_t);

static size_t	(*valid)(const unsigned char *, size_t) = valid_pick;
static size_t	(*count)(const unsigned char *, size_t) = count_pick;

/*
 * Length of the well-formed sequence at p (n > 0), 0 if there is none; then
 * *bad is the length of its maximal subpart.
 */
static size_t
sequence(const unsigned char *p, size_t n, size_t *bad)
{
	unsigned int lo = 0x80, hi = 0xbf;
	size_t len, i;

	*bad = 1;
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	len = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (p[0] == 0xe0)
		lo = 0xa0;		/* else overlong */
	else if (p[0] == 0xed)
		hi = 0x9f;		/* else a surrogate */
	else if (p[0] == 0xf0)
		lo = 0x90;		/* else overlong */
	else if (p[0] == 0xf4)
		hi = 0x8f;		/* else above U+10FFFF */
	for (i = 1; i < len; i++, lo = 0x80, hi = 0xbf) {
		if (i == n || p[i] < lo || p[i] > hi)
			return 0;
		*bad = i + 1;
	}
	return len;
}

uint32_t
utf8_next(const char *p, const char *e, size_t *len)
{
	size_t n, bad;

	n = sequence((const unsigned char *)p, (size_t)(e - p), &bad);
	if (n == 0) {
		*len = bad;
		return UTF8_BAD;
	}
	*len = n;
	return utf8_step(&p);
}

/* From a place that starts a character: the first fault, or n. */
static size_t
valid_from(const unsigned char *p, size_t i, size_t n)
{
	size_t len, bad;

	for (; i < n; i += len)
		if (p[i] < 0x80)
			len = 1;
		else if ((len = sequence(p + i, n - i, &bad)) == 0)
			break;
	return i;
}

static size_t
valid_scalar(const unsigned char *p, size_t n)
{
	return valid_from(p, 0, n);
}

static size_t
count_scalar(const unsigned char *p, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n; i++)
		k += (p[i] & 0xc0) != 0x80;
	return k;
}

#if defined(__x86_64__)
/* All before i has been found to be well-formed but for a character that
 * may still be open: where it starts. */
static size_t
back_up(const unsigned char *p, size_t i)
{
	size_t k;

	for (k = 1; k <= 3 && k <= i; k++)
		if (p[i - k] >= 0xc0)
			return i - k;
	return i;
}

/* Error bits.  A pair of bytes is at fault if all three look-ups agree. */
#define SHORT	0x01		/* lead, then no continuation */
#define LONG	0x02		/* ASCII, then a continuation */
#define OVER3	0x04		/* E0 80-9F */
#define LARGE	0x08		/* F4 90-, F5-FF */
#define SURR	0x10		/* ED A0-BF */
#define OVER2	0x20		/* C0, C1 */
#define LARGE4	0x40		/* F5- 80-8F; F0 80-8F */
#define CONTS	(-0x80)		/* two continuations: see `third' */
#define ANY	(SHORT | LONG | CONTS)

#define HIGH1	LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, \
	CONTS, CONTS, CONTS, CONTS, SHORT | OVER2, SHORT, \
	SHORT | OVER3 | SURR, SHORT | LARGE | LARGE4
#define LOW1	ANY | OVER3 | OVER2 | LARGE4, ANY | OVER2, ANY, ANY, \
	ANY | LARGE, ANY | LARGE | LARGE4, ANY | LARGE | LARGE4, \
	ANY | LARGE | LARGE4, ANY | LARGE | LARGE4, ANY | LARGE | LARGE4, \
	ANY | LARGE | LARGE4, ANY | LARGE | LARGE4, ANY | LARGE | LARGE4, \
	ANY | LARGE | LARGE4 | SURR, ANY | LARGE | LARGE4, \
	ANY | LARGE | LARGE4
#define HIGH2	SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, \
	LONG | OVER2 | CONTS | OVER3 | LARGE4, \
	LONG | OVER2 | CONTS | OVER3 | LARGE, \
	LONG | OVER2 | CONTS | SURR | LARGE, \
	LONG | OVER2 | CONTS | SURR | LARGE, SHORT, SHORT, SHORT, SHORT

static const signed char high1[16] = { HIGH1 };
static const signed char low1[16] = { LOW1 };
static const signed char high2[16] = { HIGH2 };

/*
 * Faults in the 32 bytes at p; three bytes before p are there.  The bytes one,
 * two and three back are loaded, not shuffled: unaligned loads are cheap.
 */
__attribute__((target("avx2")))
static inline __m256i
faults_avx2(const unsigned char *p, __m256i v, const __m256i t[3])
{
	const __m256i nib = _mm256_set1_epi8(0x0f);
	__m256i one, two, three, sum;

	one = _mm256_loadu_si256((const __m256i *)(const void *)(p - 1));
	two = _mm256_loadu_si256((const __m256i *)(const void *)(p - 2));
	three = _mm256_loadu_si256((const __m256i *)(const void *)(p - 3));
	sum = _mm256_and_si256(_mm256_and_si256(
	    _mm256_shuffle_epi8(t[0],
	    _mm256_and_si256(_mm256_srli_epi16(one, 4), nib)),
	    _mm256_shuffle_epi8(t[1], _mm256_and_si256(one, nib))),
	    _mm256_shuffle_epi8(t[2],
	    _mm256_and_si256(_mm256_srli_epi16(v, 4), nib)));
	/* The third and fourth byte of a sequence must be "two continuations",
	 * and nothing else may be. */
	two = _mm256_subs_epu8(two, _mm256_set1_epi8(0xe0 - 0x80));
	three = _mm256_subs_epu8(three, _mm256_set1_epi8(0xf0 - 0x80));
	two = _mm256_and_si256(_mm256_or_si256(two, three),
	    _mm256_set1_epi8(-0x80));
	return _mm256_xor_si256(two, sum);
}

__attribute__((target("avx2")))
static inline __m256i
table_avx2(const signed char *t)
{
	return _mm256_broadcastsi128_si256(
	    _mm_loadu_si128((const __m128i *)(const void *)t));
}

__attribute__((target("avx2")))
static size_t
valid_avx2(const unsigned char *p, size_t n)
{
	const __m256i t[3] = {
		table_avx2(high1), table_avx2(low1), table_avx2(high2)
	};
	__m256i a, b, bad;
	size_t i;

	if (n < 67)
		return valid_scalar(p, n);
	if ((i = valid_from(p, 0, 3)) < 3 && (i = valid_from(p, i, i + 4)) < 3)
		return i;
	for (; n - i >= 64; i += 64) {
		a = _mm256_loadu_si256((const __m256i *)(const void *)(p + i));
		b = _mm256_loadu_si256(
		    (const __m256i *)(const void *)(p + i + 32));
		if (_mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0 &&
		    p[i - 1] < 0x80)
			continue;
		bad = _mm256_or_si256(faults_avx2(p + i, a, t),
		    faults_avx2(p + i + 32, b, t));
		if (!_mm256_testz_si256(bad, bad))
			return valid_from(p, back_up(p, i), n);
	}
	/* The rest is in the last 64 bytes: some of them a second time. */
	a = _mm256_loadu_si256((const __m256i *)(const void *)(p + n - 64));
	b = _mm256_loadu_si256((const __m256i *)(const void *)(p + n - 32));
	bad = _mm256_or_si256(faults_avx2(p + n - 64, a, t),
	    faults_avx2(p + n - 32, b, t));
	if (_mm256_testz_si256(bad, bad))
		i = n;
	return valid_from(p, back_up(p, i), n);
}

__attribute__((target("avx2,popcnt")))
static size_t
count_avx2(const unsigned char *p, size_t n)
{
	const __m256i top = _mm256_set1_epi8(-65);	/* BF */
	__m256i v;
	size_t i, k = 0;

	for (i = 0; n - i >= 32; i += 32) {
		v = _mm256_loadu_si256((const __m256i *)(const void *)(p + i));
		k += (size_t)__builtin_popcount((unsigned int)
		    _mm256_movemask_epi8(_mm256_cmpgt_epi8(v, top)));
	}
	return k + count_scalar(p + i, n - i);
}

#define AVX512	__attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi")))

/* The last bytes under a mask: most counts are of less than three words. */
__attribute__((target("avx512f,avx512bw,avx512vl,bmi2,popcnt")))
static size_t
count_avx512(const unsigned char *p, size_t n)
{
	const __m512i top = _mm512_set1_epi8(-65);	/* BF */
	size_t i, k = 0;

	for (i = 0; n - i >= 64; i += 64)
		k += (size_t)__builtin_popcountll(_mm512_cmpgt_epi8_mask(
		    _mm512_loadu_si512((const void *)(p + i)), top));
	if (n > i) {
		__mmask64 rest = ~0ULL >> (64 - (n - i));

		k += (size_t)__builtin_popcountll(_mm512_mask_cmpgt_epi8_mask(
		    rest, _mm512_maskz_loadu_epi8(rest, p + i), top));
	}
	return k;
}

AVX512
static inline __m512i
faults_avx512(const unsigned char *p, __m512i v, const __m512i t[3])
{
	const __m512i nib = _mm512_set1_epi8(0x0f);
	__m512i one, two, three, sum;

	one = _mm512_loadu_si512((const void *)(p - 1));
	two = _mm512_loadu_si512((const void *)(p - 2));
	three = _mm512_loadu_si512((const void *)(p - 3));
	sum = _mm512_ternarylogic_epi64(
	    _mm512_shuffle_epi8(t[0],
	    _mm512_and_si512(_mm512_srli_epi16(one, 4), nib)),
	    _mm512_shuffle_epi8(t[1], _mm512_and_si512(one, nib)),
	    _mm512_shuffle_epi8(t[2],
	    _mm512_and_si512(_mm512_srli_epi16(v, 4), nib)), 0x80);
	two = _mm512_subs_epu8(two, _mm512_set1_epi8((char)(0xe0 - 0x80)));
	three = _mm512_subs_epu8(three, _mm512_set1_epi8((char)(0xf0 - 0x80)));
	/* ((two | three) & 0x80) ^ sum */
	two = _mm512_and_si512(_mm512_or_si512(two, three),
	    _mm512_set1_epi8(-0x80));
	return _mm512_xor_si512(two, sum);
}

AVX512
static size_t
valid_avx512(const unsigned char *p, size_t n)
{
	const __m512i t[3] = {
		_mm512_broadcast_i32x4(_mm_loadu_si128(
		    (const __m128i *)(const void *)high1)),
		_mm512_broadcast_i32x4(_mm_loadu_si128(
		    (const __m128i *)(const void *)low1)),
		_mm512_broadcast_i32x4(_mm_loadu_si128(
		    (const __m128i *)(const void *)high2))
	};
	__m512i a, bad;
	size_t i;

	if (n < 67)
		return valid_scalar(p, n);
	if ((i = valid_from(p, 0, 3)) < 3 && (i = valid_from(p, i, i + 4)) < 3)
		return i;
	for (; n - i >= 64; i += 64) {
		a = _mm512_loadu_si512((const void *)(p + i));
		if (_mm512_movepi8_mask(a) == 0 && p[i - 1] < 0x80)
			continue;
		bad = faults_avx512(p + i, a, t);
		if (_mm512_test_epi8_mask(bad, bad) != 0)
			return valid_from(p, back_up(p, i), n);
	}
	/* The rest is in the last 64 bytes: some of them a second time. */
	a = _mm512_loadu_si512((const void *)(p + n - 64));
	bad = faults_avx512(p + n - 64, a, t);
	if (_mm512_test_epi8_mask(bad, bad) == 0)
		i = n;
	return valid_from(p, back_up(p, i), n);
}
#endif

static size_t
valid_pick(const unsigned char *p, size_t n)
{
	valid = valid_scalar;
#if defined(__x86_64__)
	if (cpu_level() >= CPU_AVX2)
		valid = valid_avx2;
	if (cpu_level() >= CPU_AVX512)
		valid = valid_avx512;
#endif
	return valid(p, n);
}

static size_t
count_pick(const unsigned char *p, size_t n)
{
	count = count_scalar;
#if defined(__x86_64__)
	if (cpu_level() >= CPU_AVX2)
		count = count_avx2;
	if (cpu_level() >= CPU_AVX512)
		count = count_avx512;
#endif
	return count(p, n);
}

size_t
utf8_valid(struct str s)
{
	return valid((const unsigned char *)s.p, s.n);
}

size_t
utf8_count(const char *p, size_t n)
{
	return count((const unsigned char *)p, n);
}

size_t
utf8_put(char out[4], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

size_t
utf8_point(struct utf8_pos *pos, size_t byte)
{
	if (byte < pos->byte)
		pos->byte = pos->point = 0;
	pos->point += utf8_count(pos->base + pos->byte, byte - pos->byte);
	pos->byte = byte;
	return pos->point;
}
