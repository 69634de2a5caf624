/*
 * Hashing.  hash_bytes multiplies 64 x 64 to 128 bits and folds the halves,
 * the mixing step that wyhash and XXH3 also rest on; 16 bytes a round.
 */
#include <string.h>

#include "hash.h"

#define K0	UINT64_C(0x9e3779b97f4a7c15)	/* 2^64 / golden ratio */
#define K1	UINT64_C(0xbf58476d1ce4e5b9)
#define K2	UINT64_C(0x94d049bb133111eb)

static uint64_t
load(const unsigned char *p, size_t n)
{
	uint64_t v = 0;

	memcpy(&v, p, n);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return v;
}

/* The product's halves, one upon the other. */
#if defined(__SIZEOF_INT128__)
static inline uint64_t
fold(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 p = a;

	p *= b;
	return (uint64_t)p ^ (uint64_t)(p >> 64);
}
#else
static uint64_t
fold(uint64_t a, uint64_t b)
{
	uint64_t lo, hi, al = a & 0xffffffff, bl = b & 0xffffffff, mid, t;

	/* C11 has no 128-bit type. */
	a >>= 32;
	b >>= 32;
	t = al * bl;
	mid = a * bl + (t >> 32);
	lo = t & 0xffffffff;
	t = al * b + (mid & 0xffffffff);
	hi = a * b + (mid >> 32) + (t >> 32);
	lo |= t << 32;
	return lo ^ hi;
}
#endif

uint64_t
hash_bytes(const void *data, size_t n, uint64_t seed)
{
	const unsigned char *p = data;
	uint64_t h = seed ^ K0, a, b;
	size_t left = n;

	for (; left > 16; left -= 16, p += 16)
		h = fold(load(p, 8) ^ K1, load(p + 8, 8) ^ h);
	if (left >= 8) {
		a = load(p, 8);
		b = load(p + left - 8, 8);
	} else if (left >= 4) {
		a = load(p, 4);
		b = load(p + left - 4, 4);
	} else {
		a = left > 0 ? load(p, left) : 0;
		b = 0;
	}
	h = fold(a ^ K1, b ^ h);
	return fold(h ^ K2, (uint64_t)n ^ K1);
}

/* RFC 3720 appendix B.4: reflected, polynomial 1EDC6F41. */
uint32_t
hash_crc32c(uint32_t crc, const void *data, size_t n)
{
	static uint32_t table[256];
	const unsigned char *p = data;
	uint32_t c;
	int i, k;

	if (table[1] == 0)
		for (i = 0; i < 256; i++) {
			c = (uint32_t)i;
			for (k = 0; k < 8; k++)
				c = c & 1 ? c >> 1 ^ 0x82f63b78 : c >> 1;
			table[i] = c;
		}
	crc = ~crc;
	while (n-- > 0)
		crc = table[(crc ^ *p++) & 0xff] ^ crc >> 8;
	return ~crc;
}
