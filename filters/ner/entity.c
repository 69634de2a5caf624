/*
 * From tags to entities.  People, places and organisations are the tagger's;
 * a user's own list overrules it.  Dates, nationalities, handles and
 * addresses are by rule, where the tagger found nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "entity.h"
#include "mem.h"

static void
add(struct entities *es, size_t from, size_t to, const char *type,
    struct str id)
{
	struct entity *e;

	es->e = mem_grow(es->e, &es->cap, es->n + 1, sizeof(*es->e));
	e = &es->e[es->n++];
	e->start = es->tokens.t[from].start;
	e->end = es->tokens.t[to - 1].end;
	e->type = type;
	e->id = id;
}

/* The id of a list whose phrase is just [from, to). */
static struct str
known(const struct lexicon *lex, const struct tokens *ts, size_t from,
    size_t to)
{
	struct str id;
	size_t len;

	if (lexicon_find(lex, ts, from, &len, &id) != 0 && len == to - from)
		return id;
	return (struct str){ NULL, 0 };
}

static int
is_year(const struct token *t)
{
	return t->kind == TOK_NUMBER && t->n == 4 &&
	    (t->f[0] == '1' || t->f[0] == '2' || t->f[0] == 0x967 ||
	    t->f[0] == 0x968);
}

static int
is_day(const struct token *t)
{
	return t->kind == TOK_NUMBER && t->n <= 2;
}

static int
is_comma(const struct token *t)
{
	return t->kind == TOK_PUNCT && t->n == 1 && t->f[0] == ',';
}

/* "3.7.2024", "12/10/2021" in one token: digits and two separators. */
static int
is_written_date(const struct token *t)
{
	int seps = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		seps += t->f[i] == '.' || t->f[i] == '-' || t->f[i] == '/';
	return t->kind == TOK_NUMBER && seps == 2 && t->n >= 6 && t->n <= 10;
}

#define LEX_CAL	(LEX_MONTH | LEX_WEEKDAY)

/*
 * A date from token i on: its length in tokens, 0 if there is none.  Days,
 * months, years and weekdays in any order, commas between them; a month or a
 * weekday must be among them.
 */
static size_t
date_at(const struct entities *es, size_t i)
{
	const struct tokens *ts = &es->tokens;
	size_t k = i, end = i;
	int named = 0;

	if (is_written_date(&ts->t[i]))
		return 1;
	if (es->hint[i].bits & LEX_DATE) {
		for (k = i + 1; k < ts->n && es->hint[k].inside & LEX_DATE;)
			k++;
		return k - i;
	}
	for (; k < ts->n && k < i + 9 && (k == i || !ts->t[k].brk); k++) {
		if ((es->hint[k].bits | es->hint[k].inside) & LEX_CAL)
			named = 1;
		else if (!is_year(&ts->t[k]) && !is_day(&ts->t[k])) {
			if (!is_comma(&ts->t[k]) || k == i)
				break;
			continue;
		}
		end = k + 1;
	}
	return named ? end - i : 0;
}

/* Something by rule at token i; its length in tokens, or 0. */
static size_t
by_rule(struct entities *es, const struct lexicon *lex, size_t i)
{
	const struct tokens *ts = &es->tokens;
	struct str none = { NULL, 0 }, id;
	size_t len;

	switch (ts->t[i].kind) {
	case TOK_HANDLE:
		add(es, i, i + 1, "HANDLE", none);
		return 1;
	case TOK_URL:
		add(es, i, i + 1, "URL", none);
		return 1;
	case TOK_EMAIL:
		add(es, i, i + 1, "EMAIL", none);
		return 1;
	default:
		break;
	}
	if ((len = date_at(es, i)) > 0) {
		add(es, i, i + len, "DATE", none);
		return len;
	}
	if (es->hint[i].bits & LEX_MISC &&
	    lexicon_find(lex, ts, i, &len, &id) & LEX_MISC) {
		add(es, i, i + len, "MISC", id);
		return len;
	}
	return 0;
}

static const char *
user_type(unsigned int bits)
{
	return bits & LEX_PER ? "PER" : bits & LEX_LOC ? "LOC" :
	    bits & LEX_ORG ? "ORG" : bits & LEX_MISC ? "MISC" : NULL;
}

static void
reserve(struct entities *es)
{
	size_t n = es->tokens.n;

	if (n <= es->room)
		return;
	es->room = n + n / 2;
	es->hint = mem_resize(es->hint, es->room, sizeof(*es->hint));
	es->tag = mem_resize(es->tag, es->room, 1);
}

void
entity_find(struct entities *es, const struct tagger *tagger,
    const struct lexicon *lex, struct str text)
{
	static const char *const type[] = {
		NULL, "PER", "PER", "LOC", "LOC", "ORG", "ORG"
	};
	const struct tokens *ts = &es->tokens;
	size_t i, k, len;
	struct str id;

	es->n = 0;
	token_cut(&es->tokens, text);
	reserve(es);
	tag_hints(lex, ts, es->hint);
	tag_run(tagger, ts, es->hint, es->tag);
	for (i = 0; i < ts->n; i += len) {
		if (es->hint[i].bits & LEX_USER &&
		    user_type(lexicon_find(lex, ts, i, &len, &id)) != NULL) {
			add(es, i, i + len, user_type(es->hint[i].bits), id);
			continue;
		}
		if (ts->t[i].kind == TOK_WORD && es->tag[i] % 2 == 1) {
			for (k = i + 1; k < ts->n && es->tag[k] ==
			    es->tag[i] + 1 && !ts->t[k].brk;)
				k++;
			while (ts->t[k - 1].kind == TOK_PUNCT)
				k--;
			len = k - i;
			add(es, i, k, type[es->tag[i]], known(lex, ts, i, k));
			continue;
		}
		if ((len = by_rule(es, lex, i)) == 0)
			len = 1;
	}
}

void
entity_free(struct entities *es)
{
	token_free(&es->tokens);
	free(es->e);
	free(es->hint);
	free(es->tag);
	memset(es, 0, sizeof(*es));
}
