/*
 * From tags to entities.  People, places and organisations are the tagger's;
 * a user's own list overrules it.  Dates, nationalities, handles and
 * addresses are by rule, where the tagger found nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "entity.h"
#include "mem.h"
#include "number.h"
#include "suffix.h"
#include "utf8.h"

static void
add(struct entities *es, size_t from, size_t to, const char *type,
    struct str id, enum entity_by by)
{
	struct entity *e;

	es->e = mem_grow(es->e, &es->cap, es->n + 1, sizeof(*es->e));
	e = &es->e[es->n++];
	e->from = (uint32_t)from;
	e->to = (uint32_t)to;
	e->by = by;
	e->p = 0;
	e->start = es->tokens.t[from].start;
	e->end = es->tokens.t[to - 1].end;
	e->type = type;
	/* A list that is compiled may be damaged. */
	e->id = utf8_valid(id) == id.n ? id : (struct str){ NULL, 0 };
	e->value = es->values.n;
	e->nvalue = 0;
	e->unit = (struct str){ NULL, 0 };
}

void
entity_add(struct entities *es, size_t from, size_t to, const char *type)
{
	add(es, from, to, type, (struct str){ NULL, 0 }, BY_DOC);
}

/* The value of the entity added last, which stands at the end of values. */
static void
add_value(struct entities *es, size_t from, struct str unit)
{
	struct entity *e = &es->e[es->n - 1];

	e->value = from;
	e->nvalue = es->values.n - from;
	e->unit = unit;
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

#define SURE	5		/* letters of a name without a doubt */

/*
 * A long word or phrase that a list knows by an id and by one type is worth
 * reporting though the tagger passed it by; a short one may be a word of the
 * language (माली "gardener", Mali).
 */
static size_t
sure(const struct entities *es, const struct finder *f, size_t i,
    const char **type, struct str *id)
{
	const struct lexicon *lex = f->lexicon;
	unsigned int bits = es->hint[i].bits;
	size_t len, k, letters = 0;

	*type = bits == LEX_LOC ? "LOC" : bits == LEX_ORG ? "ORG" :
	    bits == LEX_PER ? "PER" : NULL;
	if (*type == NULL ||
	    !model_has(tag_model(f->tagger), str_of(*type)) ||
	    lexicon_find(lex, &es->tokens, i, &len, id) == 0 ||
	    id->n == 0)
		return 0;
	for (k = i; k < i + len; k++) {
		letters += es->tokens.t[k].stem;
		if (es->tag[k] != 0)
			return 0;
	}
	return letters >= SURE && es->tokens.t[i].f[0] > 0x900 ? len : 0;
}

static const char *
address(enum token_kind kind)
{
	return kind == TOK_HANDLE ? "HANDLE" : kind == TOK_URL ? "URL" :
	    kind == TOK_EMAIL ? "EMAIL" : NULL;
}

/* Something by rule at token i; its length in tokens, or 0. */
static size_t
by_rule(struct entities *es, const struct finder *f, struct str text,
    size_t i)
{
	const struct tokens *ts = &es->tokens;
	struct str none = { NULL, 0 }, id, unit;
	size_t len, from = es->values.n;
	const char *type;

	if ((type = address(ts->t[i].kind)) != NULL) {
		add(es, i, i + 1, type, none, BY_RULE);
		return 1;
	}
	if ((len = date_at(f->calendar, ts, text, i, &f->today,
	    &es->values)) > 0) {
		add(es, i, i + len, "DATE", none, BY_RULE);
		add_value(es, from, none);
		return len;
	}
	if ((len = sure(es, f, i, &type, &id)) > 0) {
		add(es, i, i + len, type, id, BY_LIST);
		return len;
	}
	if (es->hint[i].bits & LEX_MISC &&
	    lexicon_find(f->lexicon, ts, i, &len, &id) & LEX_MISC) {
		add(es, i, i + len, "MISC", id, BY_LIST);
		return len;
	}
	if ((len = number_at(f->calendar, ts, text, i, &es->values,
	    &unit)) > 0) {
		add(es, i, i + len, "NUM", none, BY_RULE);
		add_value(es, from, unit);
		return len;
	}
	return 0;
}

/* A word, or punctuation, that neither the lists nor the model nor the rules
 * can make an entity begin with; as most are. */
static int
is_plain(const struct entities *es, const struct finder *f, size_t i)
{
	const struct token *t = &es->tokens.t[i];

	return t->kind <= TOK_PUNCT && t->kind != TOK_NUMBER && t->n > 0 &&
	    es->hint[i].bits == 0 && es->tag[i] % 2 == 0 &&
	    calendar_digit(t->f[0]) < 0 && !calendar_may(f->calendar, t);
}

static const char *
user_type(unsigned int bits)
{
	return bits & LEX_PER ? "PER" : bits & LEX_LOC ? "LOC" :
	    bits & LEX_ORG ? "ORG" : bits & LEX_MISC ? "MISC" : NULL;
}

static int
ends(const struct token *t, const uint16_t *f, size_t n)
{
	return t->n >= n && memcmp(t->f + t->n - n, f, n * sizeof(*f)) == 0;
}

/* Hindi and Marathi share a script: है, हैं, के against आहे, आणि, -च्या. */
static void
count_marathi(const struct tokens *ts, struct str text, size_t *marathi,
    size_t *hindi)
{
	static const uint16_t chya[] = { 0x91a, 0x94d, 0x92f, 0x93e };
	static const uint16_t aahe[] = { 0x906, 0x939, 0x947 };
	static const uint16_t aani[] = { 0x906, 0x923, 0x93f };
	const struct token *t;
	size_t i, mr = 0, hi = 0;

	for (i = 0; i < ts->n; i++) {
		t = &ts->t[i];
		if (t->n < 2 || t->f[0] < 0x900 || t->f[0] > 0x97f ||
		    memcmp(text.p + t->start, "\xe0\xa4", 2) != 0)
			continue;
		if (t->n <= 3)
			hi += (t->f[0] == 0x939 && t->f[1] == 0x948) ||
			    (t->n == 2 && t->f[0] == 0x915 &&
			    t->f[1] == 0x947);
		if (t->f[0] == 0x906)
			mr += (t->n >= 3 && t->n <= 4 &&
			    memcmp(t->f, aahe, sizeof(aahe)) == 0) ||
			    (t->n == 3 && ends(t, aani, 3));
		else if (t->n > 6)
			mr += (size_t)ends(t, chya, 4);
	}
	*marathi += mr;
	*hindi += hi;
}

static int
is_known(const void *arg, struct str name)
{
	const struct lexicon *l = arg;
	struct str last = name;
	size_t i;

	if (lexicon_knows(l, name))
		return 1;
	for (i = name.n; i > 0 && name.p[i - 1] != ' ';)
		i--;
	last.p += i;
	last.n -= i;
	return i > 0 && lexicon_knows(l, last);
}

void
entity_name(const struct entities *es, const struct finder *f,
    struct str mention, struct buf *b)
{
	static struct buf name;

	suffix_name(&name, mention, es->mr, is_known, f->lexicon);
	buf_str(b, buf_slice(&name));
}

void
entity_sure(struct entities *es, const struct finder *f, struct str text)
{
	struct entity *e;
	size_t i, at = 0;

	for (i = 0; i < es->n; i++) {
		e = &es->e[i];
		if (e->by == BY_MODEL)
			e->p = (float)tag_sure(f->tagger, &es->tokens, text,
			    es->mr, es->hint, es->tag, e->from, e->to, &at);
		else
			e->p = e->by == BY_RULE || e->by == BY_USER ? 1 : .5f;
	}
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

/*
 * Does a sentence end at token k, a full stop behind a word that is no
 * initial and no short form (Lt., Pvt., Mohd.)?  Then what goes on behind it
 * is another name.
 */
static int
full_stop(struct entities *es, size_t k)
{
	const struct token *t = &es->tokens.t[k];

	if (t->kind != TOK_PUNCT || t->n != 1 || *t->f != '.' || t[-1].n < 5)
		return 0;
	if (k + 1 < es->tokens.n && es->tag[k + 1] > 0 &&
	    es->tag[k + 1] % 2 == 0)
		es->tag[k + 1]--;
	return 1;
}

/* Tokens of the name that the model sees at token i; 0 if none.  Addresses
 * are no part of names, nor is punctuation at their ends. */
static size_t
mention(struct entities *es, size_t i)
{
	const struct token *t = es->tokens.t;
	size_t k;

	if (t[i].kind != TOK_WORD || es->tag[i] % 2 == 0)
		return 0;
	for (k = i + 1; k < es->tokens.n && es->tag[k] == es->tag[i] + 1 &&
	    !t[k].brk && t[k].kind <= TOK_PUNCT && !full_stop(es, k);)
		k++;
	while (t[k - 1].kind == TOK_PUNCT)
		k--;
	return k - i;
}

/*
 * The tokens of the next piece, 0 if there are none.  It is cut where the last
 * sentence begins that is not whole; where that is longer than a piece, where
 * the tagger cuts it.
 */
static int
next_piece(struct entities *es, struct str text)
{
	struct tokens *ts = &es->tokens;
	size_t k, at;

	if (es->at == text.n)
		return 0;
	at = token_cut_from(ts, text, es->at, es->brk, ENTITY_PIECE);
	if (at < text.n) {
		for (k = ts->n - 1; k > 0 && !ts->t[k].brk;)
			k--;
		if (k == 0)
			k = (ts->n - 1) / TAG_LONGEST * TAG_LONGEST;
		at = ts->t[k].start;
		es->brk = ts->t[k].brk;
		ts->n = k;
	}
	es->at = at;
	return 1;
}

void
entity_begin(struct entities *es, const struct finder *f, struct str text)
{
	size_t mr = 0, hi = 0, pieces;

	es->n = es->tokens.n = 0;
	es->at = 0;
	es->brk = 1;
	es->ready = 0;
	if (f->lang.n > 0) {
		es->mr = str_eq(f->lang, STR("mr"));
		return;
	}
	for (pieces = 0; next_piece(es, text); pieces++)
		count_marathi(&es->tokens, text, &mr, &hi);
	es->mr = mr > hi;
	es->ready = pieces == 1;
	if (pieces > 1) {
		es->at = 0;
		es->brk = 1;
	}
}

int
entity_more(struct entities *es, const struct finder *f, struct str text)
{
	const char *name = tag_model(f->tagger)->name;
	const struct lexicon *lex = f->lexicon;
	const struct tokens *ts = &es->tokens;
	size_t i, len, at, date;
	struct str id;

	es->n = 0;
	buf_clear(&es->values);
	if (!es->ready && !next_piece(es, text))
		return 0;
	es->ready = 0;
	reserve(es);
	tag_run(f->tagger, ts, text, es->mr, es->hint, es->tag);
	for (i = 0; i < ts->n; i += len) {
		len = 1;
		if (is_plain(es, f, i))
			continue;
		if (es->hint[i].bits & LEX_USER &&
		    user_type(lexicon_find(lex, ts, i, &len, &id)) != NULL) {
			add(es, i, i + len, user_type(es->hint[i].bits), id,
			    BY_USER);
			continue;
		}
		/* Where the model sees a name in a date, the date it is
		 * (by_rule finds it again), unless the lists know better. */
		len = mention(es, i);
		at = es->values.n;
		if (len > 0 && (date = date_at(f->calendar, ts, text, i,
		    &f->today, &es->values)) < len && (date == 0 ||
		    es->hint[i].bits & LEX_NAMES)) {
			es->values.n = at;
			add(es, i, i + len, name + es->tag[i] / 2 * MODEL_NAME,
			    known(lex, ts, i, i + len), BY_MODEL);
			continue;
		}
		es->values.n = at;
		if ((len = by_rule(es, f, text, i)) == 0)
			len = 1;
	}
	return 1;
}

void
entity_free(struct entities *es)
{
	token_free(&es->tokens);
	buf_free(&es->values);
	free(es->e);
	free(es->hint);
	free(es->tag);
	memset(es, 0, sizeof(*es));
}
