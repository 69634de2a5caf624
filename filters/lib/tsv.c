/*
 * Tab-separated values with the four escapes of dhara-record(5); nothing is
 * quoted, so a quote is a character like any other.
 */
#include <stdlib.h>

#include "mem.h"
#include "tsv.h"

void
tsv_split(struct tsv *t, struct str line)
{
	const char *p = line.p, *e = line.p + line.n, *q;

	t->n = 0;
	for (;;) {
		q = p < e ? memchr(p, '\t', (size_t)(e - p)) : NULL;
		if (q == NULL)
			q = e;
		t->cell = mem_grow(t->cell, &t->cap, t->n + 1,
		    sizeof(*t->cell));
		t->cell[t->n++] = (struct str){ p, (size_t)(q - p) };
		if (q == e)
			return;
		p = q + 1;
	}
}

void
tsv_free(struct tsv *t)
{
	free(t->cell);
	t->cell = NULL;
	t->n = t->cap = 0;
}

void
tsv_decode(struct buf *b, struct str s)
{
	const char *p = s.p, *e = s.p + s.n, *q;

	while (p < e) {
		q = memchr(p, '\\', (size_t)(e - p));
		if (q == NULL || q + 1 == e)
			break;
		buf_put(b, p, (size_t)(q - p));
		p = q + 2;
		switch (q[1]) {
		case 't':
			buf_putc(b, '\t');
			break;
		case 'n':
			buf_putc(b, '\n');
			break;
		case 'r':
			buf_putc(b, '\r');
			break;
		case '\\':
			buf_putc(b, '\\');
			break;
		default:
			buf_putc(b, '\\');
			p = q + 1;
		}
	}
	buf_put(b, p, (size_t)(e - p));
}

void
tsv_encode(struct buf *b, struct str s)
{
	const char *p = s.p, *e = s.p + s.n, *q;

	for (q = p; q < e; q++) {
		const char *esc = *q == '\t' ? "\\t" : *q == '\n' ? "\\n" :
		    *q == '\r' ? "\\r" : *q == '\\' ? "\\\\" : NULL;

		if (esc == NULL)
			continue;
		buf_put(b, p, (size_t)(q - p));
		buf_put(b, esc, 2);
		p = q + 1;
	}
	buf_put(b, p, (size_t)(e - p));
}
