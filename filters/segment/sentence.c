/*
 * Cut a text: its lines, or its paragraphs when lines are joined; in each,
 * stop where a sentence may end and ask (end.c) whether it does.
 */
#include <stdlib.h>
#include <string.h>

#include "line.h"
#include "look.h"
#include "mem.h"
#include "scan.h"
#include "sentence.h"
#include "utf8.h"

static void
add(struct units *us, const struct line *l, const char *s, const char *e,
    size_t para, int ended)
{
	struct unit *u;

	s = look_skip(s, e);
	e = look_trim(s, e);
	if (s == e)
		return;
	us->u = mem_grow(us->u, &us->cap, us->n + 1, sizeof(*us->u));
	u = &us->u[us->n++];
	u->start = (size_t)(s - l->text);
	u->end = (size_t)(e - l->text);
	u->para = para;
	u->kind = KIND_SENTENCE;
	u->ended = ended;
}

/* Behind the last letter or digit of [p, e). */
static const char *
last_word(const char *p, const char *e)
{
	while (e > p && !look_word(look_before(p, e)))
		do
			e--;
		while (e > p && ((unsigned char)*e & 0xc0) == 0x80);
	return e;
}

/* Does what the scan stopped at end sentences?  Takes note of quotes. */
static int
at_end(struct line *l, const char *p, const char **behind)
{
	uint32_t c;

	*behind = p + 1;
	switch (*p) {
	case '.':
	case '!':
	case '?':
		return 1;
	case '"':
		if ((l->quotes++ & 1) == 0)
			l->open = p;
		return 0;
	default:
		*behind = p;
		c = utf8_step(behind);
		if (c == 0x201c || c == 0x2018 || c == 0xab)
			l->open = p;
		return end_mark(l, c) != 0;
	}
}

static void
cut_line(struct units *us, struct line *l, size_t para)
{
	const char *end, *behind;

	while ((l->p = scan_next(l->p, l->e)) < l->e) {
		if (!at_end(l, l->p, &behind)) {
			l->p = behind;
			continue;
		}
		if ((end = end_decide(l, l->p, &l->p)) != NULL) {
			add(us, l, l->start, end, para, 1);
			l->start = look_skip(end, l->e);
			l->open = NULL;
		}
	}
	add(us, l, l->start, l->e, para, 0);
}

/* The end of the line, or with join of the paragraph, that starts at p. */
static const char *
line_end(const char *p, const char *e, int join)
{
	const char *nl = p, *q;

	for (;;) {
		if ((nl = memchr(nl, '\n', (size_t)(e - nl))) == NULL)
			return e;
		if (!join)
			return nl;
		if ((q = memchr(nl + 1, '\n', (size_t)(e - nl - 1))) == NULL)
			q = e;
		if (look_skip(nl + 1, q) == q)
			return nl;
		nl = q;
		if (nl == e)
			return e;
	}
}

void
sentence_cut(struct units *us, struct str text, const struct cut *how)
{
	const char *p = text.p, *e = text.p + text.n, *nl;
	struct line l = { .text = p, .text_end = e, .bars = -1,
	    .hint = how->hint };
	size_t para = 0;

	us->n = 0;
	for (; p < e; p = nl + 1) {
		nl = line_end(p, e, how->join);
		l.e = nl;
		l.p = l.start = l.blank = look_skip(p, nl);
		l.last = last_word(l.p, nl);
		l.open = NULL;
		l.quotes = 0;
		if (l.p < nl)
			cut_line(us, &l, ++para);
	}
}

void
sentence_free(struct units *us)
{
	free(us->u);
	memset(us, 0, sizeof(*us));
}
