/*
 * Growable byte buffers and the few number formats that records need.
 */
#include <stdlib.h>

#include "buf.h"
#include "mem.h"
#include "msg.h"

struct str
str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

int
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

void
buf_more(struct buf *b, size_t n)
{
	if (n > SIZE_MAX - b->n)
		msg_die("memory: buffer of over SIZE_MAX bytes");
	b->p = mem_grow(b->p, &b->cap, b->n + n, 1);
}

void
buf_cstr(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_num(struct buf *b, uint64_t v)
{
	static const char pairs[] =
	    "0001020304050607080910111213141516171819"
	    "2021222324252627282930313233343536373839"
	    "4041424344454647484950515253545556575859"
	    "6061626364656667686970717273747576777879"
	    "8081828384858687888990919293949596979899";
	uint64_t most = 10;
	size_t n = 1;
	char *p;

	for (; v >= most && n < 19; most *= 10)
		n++;
	n += v >= UINT64_C(10000000000000000000);
	p = buf_reserve(b, n) + n;
	b->n += n;
	for (; v >= 100; v /= 100)
		memcpy(p -= 2, pairs + v % 100 * 2, 2);
	if (v >= 10)
		memcpy(p - 2, pairs + v * 2, 2);
	else
		p[-1] = (char)('0' + v);
}

void
buf_real(struct buf *b, double v, int places)
{
	static const unsigned int scale[] = {
		1, 10, 100, 1000, 10000, 100000, 1000000
	};
	uint64_t whole, part;
	char d[6];
	int i;

	whole = (uint64_t)(v * scale[places] + .5);
	part = whole % scale[places];
	buf_num(b, whole / scale[places]);
	if (part == 0)
		return;
	for (i = places; i-- > 0; part /= 10)
		d[i] = (char)('0' + part % 10);
	while (d[places - 1] == '0')
		places--;
	buf_putc(b, '.');
	buf_put(b, d, (size_t)places);
}

void
buf_free(struct buf *b)
{
	free(b->p);
	memset(b, 0, sizeof(*b));
}
