/*
 * What an article says of a name as a whole.  A table from words (their
 * stems) to how often they were found as what: full names and titles are
 * evidence, and a word that is left out more often than found is none.
 */
#include <stdlib.h>
#include <string.h>

#include "doc.h"
#include "hash.h"
#include "mem.h"

struct word {
	uint64_t	h;		/* 0: empty */
	uint32_t	person;		/* times found in a person's name */
	uint32_t	proof;		/* with a title, or in a full name */
	uint32_t	other;		/* as a place or organisation */
	uint32_t	none;		/* as nothing */
};

struct words {
	struct word	*w;
	size_t		 size;		/* power of two */
	unsigned char	*found;		/* token: in an entity */
};

static uint64_t
hash_of(const struct token *t)
{
	uint64_t h = hash_bytes(t->f, t->stem * sizeof(*t->f), 5);

	return h == 0 ? 1 : h;
}

static struct word *
at(const struct words *ws, const struct token *t)
{
	uint64_t h = hash_of(t);
	size_t i = h & (ws->size - 1);

	while (ws->w[i].h != 0 && ws->w[i].h != h)
		i = (i + 1) & (ws->size - 1);
	ws->w[i].h = h;
	return &ws->w[i];
}

static int
is_word(const struct token *t)
{
	return t->kind == TOK_WORD && t->stem >= 3;
}

/* Does a title stand before token i? */
static int
titled(const struct entities *es, size_t i)
{
	return i > 0 && !es->tokens.t[i].brk &&
	    (es->hint[i - 1].bits | es->hint[i - 1].inside) & LEX_TITLE;
}

static void
count(const struct entities *es, struct words *ws)
{
	const struct token *t = es->tokens.t;
	const struct entity *e;
	struct word *w;
	size_t i, k;

	for (i = 0; i < es->n; i++) {
		e = &es->e[i];
		for (k = e->from; k < e->to; k++) {
			ws->found[k] = 1;
			if (!is_word(&t[k]))
				continue;
			w = at(ws, &t[k]);
			if (*e->type != 'P') {
				w->other++;
				continue;
			}
			w->person++;
			w->proof += e->to - e->from > 1 ||
			    titled(es, e->from);
		}
	}
	for (i = 0; i < es->tokens.n; i++)
		if (!ws->found[i] && is_word(&t[i]))
			at(ws, &t[i])->none++;
}

static int
is_person(const struct words *ws, const struct token *t)
{
	const struct word *w;

	if (!is_word(t))
		return 0;
	w = at(ws, t);
	return w->proof > 0 && w->person >= w->none + w->other;
}

/* A bracket behind an organisation, one short word in it: its token, or 0. */
static size_t
acronym(const struct entities *es, const struct words *ws,
    const struct entity *e)
{
	const struct tokens *ts = &es->tokens;
	size_t k = e->to;

	if (*e->type != 'O' || k + 2 >= ts->n || ts->t[k].n != 1 ||
	    ts->t[k].f[0] != '(' || ts->t[k + 2].n != 1 ||
	    ts->t[k + 2].f[0] != ')' || ws->found[k + 1] ||
	    ts->t[k + 1].kind != TOK_WORD || ts->t[k + 1].n > 12 ||
	    e->to - e->from < 2)
		return 0;
	return k + 1;
}

static int
by_place(const void *a, const void *b)
{
	const struct entity *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

void
doc_find(struct entities *es)
{
	const struct tokens *ts = &es->tokens;
	struct words ws = { NULL, 64, NULL };
	size_t i, k, n = es->n;

	if (n == 0)
		return;
	while (ws.size < ts->n * 2)
		ws.size *= 2;
	ws.w = mem_alloc(ws.size, sizeof(*ws.w));
	ws.found = mem_alloc(ts->n, 1);
	count(es, &ws);
	for (i = 0; i < n; i++) {
		if ((k = acronym(es, &ws, &es->e[i])) > 0) {
			entity_add(es, k, k + 1, "ORG");
			ws.found[k] = 1;
		} else if (es->e[i].to - es->e[i].from == 1 &&
		    es->e[i].by == BY_MODEL && *es->e[i].type != 'P' &&
		    is_person(&ws, &ts->t[es->e[i].from])) {
			es->e[i].type = "PER";
			es->e[i].by = BY_DOC;
		}
	}
	for (i = 0; i < ts->n; i = k) {
		k = i + 1;
		if (ws.found[i] || !is_person(&ws, &ts->t[i]))
			continue;
		while (k < ts->n && !ws.found[k] && !ts->t[k].brk &&
		    is_person(&ws, &ts->t[k]))
			k++;
		entity_add(es, i, k, "PER");
	}
	qsort(es->e, es->n, sizeof(*es->e), by_place);
	free(ws.w);
	free(ws.found);
}
