#ifndef DHARA_BUF_H
#define DHARA_BUF_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A slice: never owns what it points to, never ends in NUL. */
struct str {
	const char	*p;
	size_t		 n;
};

/* A growable byte buffer; all zero is an empty one.  p is not NUL-ended. */
struct buf {
	char	*p;
	size_t	 n;
	size_t	 cap;
};

/* A slice of a literal. */
#define STR(lit)	((struct str){ (lit), sizeof(lit) - 1 })

struct str str_of(const char *cstring);
int	str_eq(struct str, struct str);

void	buf_more(struct buf *, size_t n);	/* buf_reserve, slow way */

/* Room for n more bytes, not counted in b->n yet. */
static inline char *
buf_reserve(struct buf *b, size_t n)
{
	if (b->cap - b->n < n)
		buf_more(b, n);
	return b->p + b->n;
}

static inline void
buf_put(struct buf *b, const char *p, size_t n)
{
	if (n > 0) {
		memcpy(buf_reserve(b, n), p, n);
		b->n += n;
	}
}

static inline void
buf_putc(struct buf *b, char c)
{
	*buf_reserve(b, 1) = c;
	b->n++;
}

static inline void
buf_str(struct buf *b, struct str s)
{
	buf_put(b, s.p, s.n);
}

void	buf_cstr(struct buf *, const char *);
void	buf_num(struct buf *, uint64_t);

/* A non-negative number below 2^53 with `places' (0 to 6) decimals, rounded;
 * trailing zeros stay off, so 1 is "1" and .25 is "0.25". */
void	buf_real(struct buf *, double, int places);

static inline struct str
buf_slice(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

static inline void
buf_clear(struct buf *b)
{
	b->n = 0;
}

void	buf_free(struct buf *);

#endif
