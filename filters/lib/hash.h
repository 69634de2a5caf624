#ifndef DHARA_HASH_H
#define DHARA_HASH_H

#include <stddef.h>
#include <stdint.h>

/*
 * A fast 64-bit hash of bytes: two 64-bit lanes, multiplied out to 128 bits
 * and folded.  Not for secrets.  The same on every machine (reads are
 * little-endian by definition), so it may go into files.
 */
uint64_t hash_bytes(const void *, size_t n, uint64_t seed);

/* Mix one word (a bijection). */
static inline uint64_t
hash_word(uint64_t x)
{
	x ^= x >> 32;
	x *= UINT64_C(0xd6e8feb86659fd93);
	x ^= x >> 32;
	x *= UINT64_C(0xd6e8feb86659fd93);
	x ^= x >> 32;
	return x;
}

/* CRC-32C (Castagnoli; RFC 3720), for files that must survive a crash. */
uint32_t hash_crc32c(uint32_t crc, const void *, size_t n);

#endif
