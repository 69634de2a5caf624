/*
 * Labelled text for ner-train.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "hash.h"
#include "in.h"
#include "mem.h"
#include "msg.h"
#include "tag.h"
#include "utf8.h"

struct corpus_slot {
	uint64_t	h;		/* 0: empty */
	uint32_t	at;
};

static void
more_slots(struct corpus *c)
{
	struct corpus_slot *old = c->slot;
	size_t i, k, n = c->nslot;

	c->nslot = n == 0 ? 4096 : 2 * n;
	c->slot = mem_alloc(c->nslot, sizeof(*c->slot));
	for (i = 0; i < n; i++) {
		if (old[i].h == 0)
			continue;
		for (k = old[i].h % c->nslot; c->slot[k].h != 0;)
			k = (k + 1) % c->nslot;
		c->slot[k] = old[i];
	}
	free(old);
}

static uint32_t
word_at(struct corpus *c, const struct corpus_how *how,
    const struct token *t, struct str raw)
{
	uint64_t h = hash_bytes(raw.p, raw.n, (uint64_t)t->kind * 2 +
	    (how->mr != 0));
	size_t i;

	h += h == 0;
	if (c->nword * 2 >= c->nslot)
		more_slots(c);
	for (i = h % c->nslot; c->slot[i].h != 0; i = (i + 1) % c->nslot)
		if (c->slot[i].h == h)
			return c->slot[i].at;
	c->slot[i].h = h;
	c->slot[i].at = (uint32_t)c->nword;
	c->word = mem_grow(c->word, &c->cap[0], c->nword + 1,
	    sizeof(*c->word));
	c->freq = mem_grow(c->freq, &c->cap[1], c->nword + 1,
	    sizeof(*c->freq));
	feat_word(&c->word[c->nword], t, raw, how->mr, how->tables);
	c->freq[c->nword] = 0;
	return (uint32_t)c->nword++;
}

/* Is it just one label, a B or an I? */
static int
is_begin(uint32_t allow)
{
	return (allow & (allow - 1)) == 0 &&
	    (allow & UINT32_C(0x2aaaaaaa)) != 0;
}

static int
is_inside(uint32_t allow)
{
	return (allow & (allow - 1)) == 0 &&
	    (allow & UINT32_C(0x55555554)) != 0;
}

/* The labels of tokens from those of words.  A word that was cut in pieces
 * goes on inside; punctuation at the edges of a name is left out of it. */
static void
spread(const struct tokens *ts, const size_t *end, const uint32_t *allow,
    size_t n, uint32_t *out)
{
	size_t i, w = 0, prev = n;
	int begun = 1;

	for (i = 0; i < ts->n; i++) {
		while (w + 1 < n && end[w] <= ts->t[i].start)
			w++;
		out[i] = allow[w];
		if (w != prev)
			begun = 0;
		if (is_begin(allow[w])) {
			if (begun)
				out[i] = allow[w] << 1;
			else if (ts->t[i].kind == TOK_PUNCT &&
			    i + 1 < ts->n && ts->t[i + 1].start < end[w])
				out[i] = 1;
			else
				begun = 1;
		}
		prev = w;
	}
	for (i = ts->n; i-- > 0;)
		if (ts->t[i].kind == TOK_PUNCT && is_inside(out[i]) &&
		    (i + 1 == ts->n || out[i + 1] != out[i]))
			out[i] = 1;
}

/* Where a name was cut by the end of a sentence, the rest begins one. */
static uint32_t
reach(uint32_t allow, uint32_t before)
{
	if (is_inside(allow) && before != UINT32_MAX && before != allow &&
	    before != allow >> 1)
		return allow >> 1;
	return allow;
}

static void
add_sentence(struct corpus *c, const struct corpus_how *how,
    const struct tokens *ts, struct str text, const struct tag_hint *h,
    const uint32_t *allow, size_t from, size_t to)
{
	const struct feat_near *w[TAG_LONGEST];
	struct corpus_sentence *s;
	size_t i, n = to - from;
	uint32_t before = 1;

	c->s = mem_grow(c->s, &c->cap[2], c->ns + 1, sizeof(*c->s));
	s = &c->s[c->ns++];
	*s = (struct corpus_sentence){ c->n, n, how->weight };
	c->of = mem_grow(c->of, &c->cap[3], c->n + n, sizeof(*c->of));
	c->allow = mem_grow(c->allow, &c->cap[4], c->n + n,
	    sizeof(*c->allow));
	c->near = mem_grow(c->near, &c->cap[5], c->n + n + 1,
	    sizeof(*c->near));
	c->h = mem_grow(c->h, &c->cap[6], c->nh + n * (FEAT_PAIRS_MAX),
	    sizeof(*c->h));
	for (i = 0; i < n; i++) {
		const struct token *t = &ts->t[from + i];

		c->of[c->n + i] = word_at(c, how, t, (struct str){
		    text.p + t->start, t->end - t->start });
		c->allow[c->n + i] = before = reach(allow[from + i], before);
		c->freq[c->of[c->n + i]]++;
	}
	for (i = 0; i < n; i++)
		w[i] = &c->word[c->of[c->n + i]].near;
	for (i = 0; i < n; i++) {
		c->near[c->n + i] = c->nh;
		c->nh += feat_pairs(w, h + from, 0, n, i, how->groups,
		    c->h + c->nh);
	}
	c->n += n;
	c->near[c->n] = c->nh;
}

void
corpus_add(struct corpus *c, const struct corpus_how *how, struct str text,
    const size_t *end, const uint32_t *allow, size_t n)
{
	struct tokens ts = { 0 };
	struct tag_hint *h;
	uint32_t *label;
	size_t from, to;

	token_cut(&ts, text);
	if (ts.n > 0) {
		h = mem_alloc(ts.n, sizeof(*h));
		label = mem_alloc(ts.n, sizeof(*label));
		tag_hints(how->lexicon, &ts, h);
		spread(&ts, end, allow, n, label);
		for (from = 0; from < ts.n; from = to) {
			to = tag_sentence(&ts, from);
			add_sentence(c, how, &ts, text, h, label, from, to);
		}
		free(h);
		free(label);
	}
	token_free(&ts);
}

/* May a type be called so?  As model_open wants it. */
static int
is_name(struct str type)
{
	size_t i;

	for (i = 0; i < type.n; i++)
		if ((unsigned char)type.p[i] <= ' ' ||
		    memchr(",\"\\", type.p[i], 3) != NULL)
			return 0;
	return type.n > 0 && type.n < MODEL_NAME;
}

/* The set of labels that a tag stands for; 0 and why if it is none.  BIOES
 * and BILOU are taken too. */
static uint32_t
labels_of(struct types *types, int dev, struct str tag, uint32_t before,
    const char **why)
{
	uint32_t begin;
	int i, inside;

	if (str_eq(tag, STR("?")))
		return UINT32_MAX;
	if (str_eq(tag, STR("O")))
		return 1;
	*why = "want O, ?, B-TYPE or I-TYPE as the last column";
	if (tag.n < 3 || tag.p[1] != '-' ||
	    memchr("BIESLU", *tag.p, 6) == NULL)
		return 0;
	inside = memchr("IEL", *tag.p, 3) != NULL;
	tag.p += 2;
	tag.n -= 2;
	for (i = 0; i < types->n; i++)
		if (str_eq(tag, str_of(types->name[i])))
			break;
	if (i == types->n) {
		if (dev)
			return 1;
		*why = "over 15 types";
		if (i == CRF_TYPES)
			return 0;
		*why = "a type has 1 to 15 letters, and no space, comma, "
		    "quote or backslash";
		if (!is_name(tag))
			return 0;
		memcpy(types->name[types->n], tag.p, tag.n);
		types->name[types->n++][tag.n] = '\0';
	}
	begin = UINT32_C(2) << 2 * i;
	/* I after another thing than its own type begins a name. */
	return inside && (before == begin || before == begin << 1 ||
	    before == UINT32_MAX) ? begin << 1 : begin;
}

struct words {
	struct buf	 text;
	size_t		*end;
	uint32_t	*allow;
	size_t		 n, end_cap, allow_cap;
	size_t		 empty;		/* lines without a token */
};

/* First and last column, at tabs, or at spaces where there is no tab. */
static int
columns(struct str line, struct str *word, struct str *tag)
{
	char sep = memchr(line.p, '\t', line.n) != NULL ? '\t' : ' ';
	const char *p = memchr(line.p, sep, line.n), *q = line.p + line.n;

	if (p == NULL)
		return 0;
	while (q[-1] != sep)
		q--;
	*word = (struct str){ line.p, (size_t)(p - line.p) };
	*tag = (struct str){ q, (size_t)(line.p + line.n - q) };
	return 1;
}

static const char *
add_word(struct words *w, struct types *types, int dev, struct str line)
{
	struct str word, tag;
	const char *why = NULL;
	uint32_t allow;

	if (utf8_valid(line) < line.n)
		return "invalid UTF-8";
	if (!columns(line, &word, &tag))
		return "want a token, a tab and a tag";
	if (word.n == 0) {
		w->empty++;
		return NULL;
	}
	allow = labels_of(types, dev, tag, w->n > 0 ? w->allow[w->n - 1] : 1,
	    &why);
	if (allow == 0)
		return why;
	if (w->n > 0)
		buf_putc(&w->text, ' ');
	buf_str(&w->text, word);
	w->end = mem_grow(w->end, &w->end_cap, w->n + 1, sizeof(*w->end));
	w->allow = mem_grow(w->allow, &w->allow_cap, w->n + 1,
	    sizeof(*w->allow));
	w->end[w->n] = w->text.n;
	w->allow[w->n++] = allow;
	return NULL;
}

void
corpus_read(struct corpus *c, const struct corpus_how *how,
    struct types *types, const char *path)
{
	struct in *in = in_open(path);
	struct words w = { 0 };
	struct str line;
	const char *why;
	int got;

	if (in == NULL)
		msg_die("%s: %s", path, strerror(errno));
	do {
		got = in_line(in, &line);
		if (got == IN_ERROR)
			msg_die("%s: %s", in_name(in), strerror(errno));
		if (got == IN_LINE && line.n > 0) {
			why = add_word(&w, types, how->dev, line);
			if (why != NULL)
				msg_die("%s:%zu: %s", in_name(in),
				    in_lineno(in), why);
			continue;
		}
		if (got == IN_LONG)
			msg_die("%s:%zu: line too long", in_name(in),
			    in_lineno(in));
		if (w.n > 0)
			corpus_add(c, how, buf_slice(&w.text), w.end,
			    w.allow, w.n);
		buf_clear(&w.text);
		w.n = 0;
	} while (got != IN_END);
	if (w.empty > 0)
		msg_note("%s: %zu lines without a token passed over",
		    in_name(in), w.empty);
	in_close(in);
	buf_free(&w.text);
	free(w.end);
	free(w.allow);
}

void
corpus_free(struct corpus *c)
{
	free(c->word);
	free(c->freq);
	free(c->of);
	free(c->allow);
	free(c->near);
	free(c->h);
	free(c->s);
	free(c->slot);
	memset(c, 0, sizeof(*c));
}
