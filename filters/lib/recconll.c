/*
 * CoNLL: blocks of lines as records.  What rec.c needs to read them.
 */
#include <string.h>

#include "mem.h"
#include "msg.h"
#include "rec.h"
#include "rec_priv.h"

static int
is_blank(struct str line)
{
	while (line.n > 0 && (*line.p == ' ' || *line.p == '\t')) {
		line.p++;
		line.n--;
	}
	return line.n == 0;
}

/* A word of -i conll: to the first tab, or space if there is no tab. */
static void
add_word(struct rec *r, struct str line)
{
	const char *e = memchr(line.p, '\t', line.n);
	struct rec_word *w;

	r->word = mem_grow(r->word, &r->word_cap, r->nwords + 1,
	    sizeof(*r->word));
	w = &r->word[r->nwords++];
	w->at = r->block.n;
	w->n = line.n;
	buf_str(&r->block, line);
	buf_putc(&r->block, '\n');
	w->start = w->end = r->text.n;
	if (e == NULL && line.n > 1 && line.p[0] == '#' && line.p[1] == ' ')
		return;			/* a remark */
	if (e == NULL && (e = memchr(line.p, ' ', line.n)) == NULL)
		e = line.p + line.n;
	if (r->text.n > 0)
		buf_putc(&r->text, ' ');
	w->start = r->text.n;
	buf_put(&r->text, line.p, (size_t)(e - line.p));
	w->end = r->text.n;
}

int
recconll_next(struct rec *r)
{
	struct str line;
	int got;

	buf_clear(&r->block);
	buf_clear(&r->text);
	r->nwords = 0;
	while ((got = in_line(r->in, &line)) == IN_LINE) {
		if (is_blank(line)) {
			if (r->nwords > 0)
				break;
			continue;
		}
		if (r->nwords == 0)
			r->block_line = in_lineno(r->in);
		add_word(r, line);
		if (r->block.n >= IN_LINE_MAX)
			break;			/* cut, so memory is bounded */
	}
	r->line = got == IN_LONG ? line : buf_slice(&r->text);
	return got == IN_END && r->nwords > 0 ? IN_LINE : got;
}

void
recconll_reject(struct rec *r, size_t byte, const char *why)
{
	size_t i, line = r->block_line, from = 0;

	for (i = 0; i + 1 < byte && i < r->block.n; i++)
		if (r->block.p[i] == '\n') {
			line++;
			from = i + 1;
		}
	msg_bad(in_name(r->in), line, byte - from, why);
	r->stop = r->opt->strict;
	if (r->opt->reject == NULL)
		return;
	buf_str(&r->rej.b, buf_slice(&r->block));
	buf_putc(&r->rej.b, '\n');
	out_end(&r->rej);
}

const struct rec_word *
rec_words(const struct rec *r, size_t *n, struct str *lines)
{
	*n = r->nwords;
	*lines = buf_slice(&r->block);
	return r->word;
}

struct buf *
rec_conll(struct rec *r)
{
	return &r->conll;
}
