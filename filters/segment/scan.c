/*
 * The inner loop of segment: over what ends no sentence.  Letters of the
 * Indian blocks are never stopped at, for the second and third byte are
 * looked at with the first.
 */
#include <stddef.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "cpu.h"
#include "scan.h"

static const char	*next_pick(const char *, const char *);
static const char	*(*next)(const char *, const char *) = next_pick;

/* What a first byte calls for. */
enum { PASS, STOP, LOOK };

static const unsigned char first[256] = {
	['.'] = STOP, ['!'] = STOP, ['?'] = STOP, ['"'] = STOP, ['|'] = STOP,
	[0xc2] = LOOK, [0xd6] = STOP, [0xd8] = LOOK, [0xdb] = LOOK,
	[0xdc] = STOP, [0xdf] = STOP, [0xe0] = LOOK,
	[0xe1] = STOP, [0xe2] = STOP, [0xe3] = STOP, [0xe4] = STOP,
	[0xe5] = STOP, [0xe6] = STOP, [0xe7] = STOP, [0xe8] = STOP,
	[0xe9] = STOP, [0xea] = STOP, [0xeb] = STOP, [0xec] = STOP,
	[0xed] = STOP, [0xee] = STOP, [0xef] = STOP, [0xf0] = STOP,
	[0xf1] = STOP, [0xf2] = STOP, [0xf3] = STOP, [0xf4] = STOP
};

/*
 * U+00AB; U+061D-061F; U+06D4; U+0837-083E; U+0964 and U+0965; U+09F7;
 * U+0DF4 (kunddaliya).
 */
static int
stops(const unsigned char *s)
{
	switch (s[0]) {
	case 0xc2:
		return s[1] == 0xab;
	case 0xd8:
		return s[1] >= 0x9d && s[1] <= 0x9f;
	case 0xdb:
		return s[1] == 0x94;
	default:
		return s[1] == 0xa0 ||
		    (s[1] == 0xa5 && (s[2] & 0xfe) == 0xa4) ||
		    ((s[1] == 0xa7 || s[1] == 0xb7) && s[2] >= 0xb4);
	}
}

const char *
scan_scalar(const char *p, const char *e)
{
	const unsigned char *s = (const unsigned char *)p;
	const unsigned char *end = (const unsigned char *)e;

	for (; s < end; s++)
		if (first[*s] != PASS && (first[*s] == STOP || stops(s)))
			break;
	return p + (s - (const unsigned char *)p);
}

#if defined(__x86_64__)
/* As scan_scalar, 32 bytes at a time; two bytes ahead are read. */
__attribute__((target("avx2,bmi")))
static const char *
next_avx2(const char *p, const char *e)
{
#define EQ(v, c)	_mm256_cmpeq_epi8((v), _mm256_set1_epi8((char)(c)))
#define GE(v, c)	_mm256_cmpeq_epi8(_mm256_max_epu8((v), \
			    _mm256_set1_epi8((char)(c))), (v))
#define OR(a, b)	_mm256_or_si256((a), (b))
#define AND(a, b)	_mm256_and_si256((a), (b))
	for (; e - p >= 34; p += 32) {
		__m256i a, b, c, hit, two;
		unsigned int bits;

		a = _mm256_loadu_si256((const __m256i *)(const void *)p);
		b = _mm256_loadu_si256((const __m256i *)(const void *)(p + 1));
		c = _mm256_loadu_si256((const __m256i *)(const void *)(p + 2));
		hit = OR(OR(OR(EQ(a, '.'), EQ(a, '!')), OR(EQ(a, '?'),
		    EQ(a, '"'))), OR(EQ(a, '|'), GE(a, 0xe1)));
		hit = OR(hit, OR(OR(EQ(a, 0xd6), EQ(a, 0xdc)), EQ(a, 0xdf)));
		hit = OR(hit, OR(AND(EQ(a, 0xc2), EQ(b, 0xab)),
		    AND(EQ(a, 0xdb), EQ(b, 0x94))));
		two = _mm256_andnot_si256(GE(b, 0xa0), GE(b, 0x9d));
		hit = OR(hit, AND(EQ(a, 0xd8), two));
		two = OR(EQ(b, 0xa0), AND(EQ(b, 0xa5),
		    OR(EQ(c, 0xa4), EQ(c, 0xa5))));
		two = OR(two, AND(OR(EQ(b, 0xa7), EQ(b, 0xb7)), GE(c, 0xb4)));
		hit = OR(hit, AND(EQ(a, 0xe0), two));
		bits = (unsigned int)_mm256_movemask_epi8(hit);
		if (bits != 0)
			return p + __builtin_ctz(bits);
	}
	return scan_scalar(p, e);
#undef EQ
#undef GE
#undef OR
#undef AND
}

#define AVX512	__attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))

/*
 * What first bytes call for, by their halves: a byte is a STOP if both of its
 * halves have the same one of the low six bits; the high two are for those
 * that depend on what follows, but for E0.
 */
#define UPPER	0, 0, 1, 2, 0, 0, 0, 4, 0, 0, 0, 0, 64, -120, 16, 32
#define LOWER	32, 49, 113, 48, 48, 48, 56, 48, \
		-80, 48, 48, -80, 60, 48, 49, 58

AVX512
static inline __mmask64
hits_avx512(__m512i a, __m512i b, __m512i c)
{
#define V(c)		_mm512_set1_epi8((char)(c))
#define EQ(v, c)	_mm512_cmpeq_epi8_mask((v), V(c))
#define GE(v, c)	_mm512_cmpge_epu8_mask((v), V(c))
	const __m512i upper = _mm512_broadcast_i32x4(_mm_setr_epi8(UPPER));
	const __m512i lower = _mm512_broadcast_i32x4(_mm_setr_epi8(LOWER));
	__m512i class;
	__mmask64 hit;

	class = _mm512_and_si512(_mm512_shuffle_epi8(upper,
	    _mm512_and_si512(_mm512_srli_epi16(a, 4), V(0x0f))),
	    _mm512_shuffle_epi8(lower, _mm512_and_si512(a, V(0x0f))));
	hit = EQ(a, 0xe0) & (EQ(b, 0xa0) | (EQ(b, 0xa5) &
	    EQ(_mm512_and_si512(c, V(0xfe)), 0xa4)) |
	    (EQ(_mm512_and_si512(b, V(0xef)), 0xa7) & GE(c, 0xb4)));
	hit |= _mm512_test_epi8_mask(class, V(0x3f));
	if (_mm512_test_epi8_mask(class, V(0xc0)) == 0)
		return hit;
	return hit | (EQ(a, 0xdb) & EQ(b, 0x94)) | (EQ(a, 0xc2) &
	    EQ(b, 0xab)) | (EQ(a, 0xd8) & GE(b, 0x9d) & ~GE(b, 0xa0));
#undef V
#undef EQ
#undef GE
}

/* The last bytes: what is behind them is not read. */
AVX512
static const char *
tail_avx512(const char *p, const char *e)
{
	for (; p < e; p += 64) {
		size_t n = (size_t)(e - p);
		__mmask64 m0 = n < 64 ? ~0ULL >> (64 - n) : ~0ULL;
		__mmask64 m1 = n < 65 ? m0 >> 1 : ~0ULL;
		__mmask64 m2 = n < 65 ? m1 >> 1 : n < 66 ? ~0ULL >> 1 : ~0ULL;
		__mmask64 hit = hits_avx512(_mm512_maskz_loadu_epi8(m0, p),
		    _mm512_maskz_loadu_epi8(m1, p + 1),
		    _mm512_maskz_loadu_epi8(m2, p + 2));

		if (hit != 0)
			return p + __builtin_ctzll(hit);
	}
	return e;
}

AVX512
static const char *
next_avx512(const char *p, const char *e)
{
	for (; e - p >= 66; p += 64) {
		__mmask64 hit = hits_avx512(
		    _mm512_loadu_si512((const void *)p),
		    _mm512_loadu_si512((const void *)(p + 1)),
		    _mm512_loadu_si512((const void *)(p + 2)));

		if (hit != 0)
			return p + __builtin_ctzll(hit);
	}
	return tail_avx512(p, e);
}
#endif

static const char *
next_pick(const char *p, const char *e)
{
	next = scan_scalar;
#if defined(__x86_64__)
	if (cpu_level() >= CPU_AVX2)
		next = next_avx2;
	if (cpu_level() >= CPU_AVX512)
		next = next_avx512;
#endif
	return next(p, e);
}

const char *
scan_next(const char *p, const char *e)
{
	return next(p, e);
}
