/*
 * Characters, one by one: what ASCII can answer is answered here, the rest
 * is Unicode's, by ICU.
 */
#include "look.h"
#include "mem.h"
#include "uni.h"
#include "utf8.h"

int
look_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) ||
	    c == 0x202f || c == 0x85 || c == 0x2028 || c == 0x2029 ||
	    c == 0x205f || c == 0x1680 || c == 0xfeff;
}

uint32_t
look_at(const char *p, const char *e)
{
	return p < e ? utf8_step(&p) : 0;
}

uint32_t
look_before(const char *from, const char *p)
{
	if (p <= from)
		return 0;
	do
		p--;
	while (p > from && ((unsigned char)*p & 0xc0) == 0x80);
	return utf8_step(&p);
}

const char *
look_step(const char *p)
{
	(void)utf8_step(&p);
	return p;
}

const char *
look_skip(const char *p, const char *e)
{
	const char *q;

	while ((q = p) < e && look_space(utf8_step(&q)))
		p = q;
	return p;
}

const char *
look_trim(const char *from, const char *e)
{
	while (e > from && look_space(look_before(from, e)))
		do
			e--;
		while (e > from && ((unsigned char)*e & 0xc0) == 0x80);
	return e;
}

const char *
look_marks(const char *p, const char *e)
{
	const char *q;
	uint32_t c;

	while ((q = p) < e && (unsigned char)*p >= 0xcc) {
		c = utf8_step(&q);
		if (uni_category(c) != 'M' && c != 0x200c && c != 0x200d &&
		    c != 0xe33 && c != 0xeb3 && c != 0xff9e && c != 0xff9f &&
		    (c < 0x1f3fb || c > 0x1f3ff) &&
		    (c < 0xe0020 || c > 0xe007f))
			break;
		p = q;
	}
	return p;
}

int
look_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : c < 0x600 && uni_is_upper(c);
}

int
look_lower(uint32_t c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : c < 0x600 && uni_is_lower(c);
}

/* What a character is, as bits: asked of ICU once for each, by the page. */
enum { DIGIT = 1, ALPHA = 2, STERM = 4 };

static unsigned char	*pages[0x1100];

static unsigned char *
page(uint32_t c)
{
	unsigned char *p = mem_alloc(256, 1);
	uint32_t i;

	for (i = 0; i < 256; i++) {
		uint32_t d = (c & ~0xffu) | i;

		p[i] = (unsigned char)((uni_digit(d) >= 0 ? DIGIT : 0) |
		    (uni_is_alpha(d) ? ALPHA : 0) |
		    (uni_is_sterm(d) ? STERM : 0));
	}
	return pages[c >> 8] = p;
}

static inline unsigned int
class_of(uint32_t c)
{
	const unsigned char *p = pages[c >> 8];

	return (p == NULL ? page(c) : p)[c & 0xff];
}

int
look_digit(uint32_t c)
{
	return (class_of(c) & DIGIT) != 0;
}

int
look_native(uint32_t c)
{
	return c >= 0x600 && (c < 0x2000 || c >= 0xa000) &&
	    (class_of(c) & ALPHA) != 0;
}

int
look_word(uint32_t c)
{
	return (class_of(c) & (ALPHA | DIGIT)) != 0;
}

int
look_sterm(uint32_t c)
{
	return (class_of(c) & STERM) != 0;
}
