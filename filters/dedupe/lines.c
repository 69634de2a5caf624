/*
 * Lines of map and reduce.
 */
#include <string.h>

#include "lines.h"

/* In the order of their codes, so that sort(1) sorts numbers. */
static const char digit[64] = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
    "abcdefghijklmnopqrstuvwxyz";

#define KEY	11		/* digits of 64 bits */
#define SEQ	10		/* digits of 60 bits */

#define NO	64		/* no digit */

/* Values of the codes from '-' to 'z'. */
static const unsigned char digits[78] = {
	0, NO, NO, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NO, NO, NO, NO, NO, NO, NO,
	11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
	28, 29, 30, 31, 32, 33, 34, 35, 36, NO, NO, NO, NO, 37, NO,
	38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
	55, 56, 57, 58, 59, 60, 61, 62, 63
};

static inline unsigned int
value(char c)
{
	unsigned int i = (unsigned int)(unsigned char)c - '-';

	return i < sizeof(digits) ? digits[i] : NO;
}

static void
put(struct buf *b, uint64_t v, unsigned int n)
{
	char *p = buf_reserve(b, n);

	b->n += n;
	while (n-- > 0) {
		p[n] = digit[v & 63];
		v >>= 6;
	}
}

/* Step over n digits; -1 if they are none. */
static int
get(struct str *s, uint64_t *v, size_t n)
{
	unsigned int d;
	size_t i;

	if (s->n < n)
		return -1;
	for (i = 0, *v = 0; i < n; i++) {
		if ((d = value(s->p[i])) == NO)
			return -1;
		*v = *v << 6 | d;
	}
	s->p += n;
	s->n -= n;
	return 0;
}

void
lines_settings(struct buf *b, const struct plan *p)
{
	static const char *const by[] = { "jaccard", "inside", "exact" };

	buf_cstr(b, "A\tdedupe 1 ");
	buf_cstr(b, by[p->by]);
	buf_cstr(b, " n=");
	buf_num(b, p->gram);
	buf_cstr(b, " t=");
	buf_real(b, p->threshold, 6);
	buf_putc(b, '\n');
}

static void
put_set(struct buf *b, const uint32_t *set, size_t n)
{
	char *p = buf_reserve(b, (n * 32 + 5) / 6);
	unsigned int left = 0;
	uint64_t acc = 0;
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		acc |= (uint64_t)set[i] << left;
		for (left += 32; left >= 6; left -= 6) {
			p[k++] = digit[acc & 63];
			acc >>= 6;
		}
	}
	if (left > 0)
		p[k++] = digit[acc & 63];
	b->n += k;
}

size_t
lines_set(struct buf *b, struct str set)
{
	size_t i, n = set.n * 6 / 32, k = 0;
	char *p = buf_reserve(b, n * sizeof(uint32_t));
	unsigned int left = 0, d, all = 0;
	uint64_t acc = 0;
	uint32_t x;

	for (i = 0; i < set.n; i++) {
		all |= d = value(set.p[i]);
		acc |= (uint64_t)(d & 63) << left;
		if ((left += 6) < 32)
			continue;
		x = (uint32_t)acc;
		memcpy(p + k, &x, sizeof(x));
		k += sizeof(x);
		acc >>= 32;
		left -= 32;
	}
	b->n += k;
	return all & NO ? SIZE_MAX : n;
}

void
lines_record(struct buf *b, const struct plan *plan, const struct print *f,
    uint64_t seq, struct str id)
{
	unsigned int i, k;

	for (i = 0; f != NULL && i < plan->keys; i++) {
		/* Of a short text bands may be equal: once is enough. */
		for (k = 0; k < i && f->key[k] != f->key[i]; k++)
			;
		if (k < i)
			continue;
		buf_putc(b, 'B');
		put(b, f->key[i], KEY);
		buf_putc(b, '\t');
		put(b, seq, SEQ);
		put(b, f->bits, KEY);
		put(b, f->whole, KEY);
		buf_putc(b, '\n');
	}
	buf_putc(b, 'R');
	put(b, seq, SEQ);
	buf_put(b, "\ts", 2);
	buf_str(b, id);
	buf_putc(b, '\t');
	if (f != NULL)
		put_set(b, f->set, f->n);
	buf_putc(b, '\n');
}

void
lines_candidate(struct buf *b, uint64_t seq, uint64_t other)
{
	buf_putc(b, 'R');
	put(b, seq, SEQ);
	buf_put(b, "\tc", 2);
	put(b, other, SEQ);
	buf_putc(b, '\n');
}

void
lines_left(struct buf *b, uint64_t seq)
{
	buf_putc(b, 'R');
	put(b, seq, SEQ);
	buf_put(b, "\tl\n", 3);
}

/* What is behind "R seq TAB". */
static int
parse_record(struct lines *l, struct str s)
{
	const char *tab;
	char kind;

	if (s.n == 0)
		return -1;
	kind = *s.p++;
	s.n--;
	switch (kind) {
	case 'c':
		l->kind = LINES_CANDIDATE;
		return get(&s, &l->other, SEQ) == -1 || s.n > 0 ? -1 : 0;
	case 'l':
		l->kind = LINES_LEFT;
		return s.n > 0 ? -1 : 0;
	case 's':
		/* An id is JSON, which has no tab. */
		if (s.n == 0 || (tab = memchr(s.p, '\t', s.n)) == NULL)
			return -1;
		l->kind = LINES_SET;
		l->id = (struct str){ s.p, (size_t)(tab - s.p) };
		l->set = (struct str){ tab + 1, s.n - l->id.n - 1 };
		return l->id.n == 0 ? -1 : 0;
	default:
		return -1;
	}
}

int
lines_parse(struct lines *l, struct str s)
{
	char kind;

	if (s.n == 0)
		return -1;
	kind = *s.p++;
	s.n--;
	if (kind == 'A' && s.n > 0 && *s.p == '\t') {
		l->kind = LINES_SETTINGS;
		l->settings = (struct str){ s.p + 1, s.n - 1 };
		return 0;
	}
	if (kind != 'B' && kind != 'R')
		return -1;
	if (kind == 'B' && get(&s, &l->key, KEY) == -1)
		return -1;
	if (kind == 'R' && get(&s, &l->seq, SEQ) == -1)
		return -1;
	if (s.n == 0 || *s.p != '\t')
		return -1;
	s.p++;
	s.n--;
	if (kind == 'R')
		return parse_record(l, s);
	l->kind = LINES_BAND;
	return get(&s, &l->seq, SEQ) == -1 || get(&s, &l->bits, KEY) == -1 ||
	    get(&s, &l->class, KEY) == -1 || s.n > 0 ? -1 : 0;
}
