#ifndef DHARA_UTF8_H
#define DHARA_UTF8_H

#include "buf.h"

/*
 * UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above
 * U+10FFFF.  No locale, no wchar_t.
 */

/* Length of the valid prefix of s: s.n if all of it is valid. */
size_t	utf8_valid(struct str s);

/* Code points in valid UTF-8. */
size_t	utf8_count(const char *, size_t);

/*
 * Decode at p, p < e: the code point and *len, 1 to 4.  An ill-formed
 * sequence gives UTF8_BAD and the length of its maximal subpart (Unicode
 * 3.9, U+FFFD substitution), so that a walk always moves on.
 */
#define UTF8_BAD	UINT32_MAX

uint32_t utf8_next(const char *p, const char *e, size_t *len);

/* Decode valid UTF-8 at *p and step over it. */
static inline uint32_t
utf8_step(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;

	if (s[0] < 0x80) {
		*p += 1;
		return s[0];
	}
	if (s[0] < 0xe0) {
		*p += 2;
		return (uint32_t)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
	}
	if (s[0] < 0xf0) {
		*p += 3;
		return (uint32_t)(s[0] & 0x0f) << 12 |
		    (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
	}
	*p += 4;
	return (uint32_t)(s[0] & 0x07) << 18 |
	    (uint32_t)(s[1] & 0x3f) << 12 | (uint32_t)(s[2] & 0x3f) << 6 |
	    (s[3] & 0x3f);
}

/* Encode a scalar value; returns its length, 1 to 4. */
size_t	utf8_put(char out[4], uint32_t c);

/*
 * Offsets in code points for byte offsets that mostly go up.  Start with
 * { base, 0, 0 }; going down starts over.
 */
struct utf8_pos {
	const char	*base;
	size_t		 byte;
	size_t		 point;
};

size_t	utf8_point(struct utf8_pos *, size_t byte);

#endif
