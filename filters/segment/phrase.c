/*
 * Lists of phrases, as a trie of folded characters: a unit is walked along
 * it, and nearly all leave it at the second letter.
 */
#include <stdlib.h>
#include <string.h>

#include "brahmi.h"
#include "look.h"
#include "mem.h"
#include "phrase.h"
#include "utf8.h"

struct phrase_node {
	unsigned char	whole;		/* kind of the phrase that ends here */
	unsigned char	any;		/* and of the one with * */
};

struct phrase_edge {
	uint32_t	node;
	uint32_t	c;		/* 0: free */
	uint32_t	to;
};

/*
 * The next folded character of [*p, e), 0 at the end: lower case, white
 * space as one space, no nukta, no joiners.
 */
static uint32_t
fold(const char **p, const char *e)
{
	static const unsigned char bare[8] = {
		0x15, 0x16, 0x17, 0x1c, 0x21, 0x22, 0x2b, 0x2f
	};
	uint32_t c;

	while (*p < e) {
		c = utf8_step(p);
		if (c >= 'A' && c <= 'Z')
			return c + ('a' - 'A');
		if (c < 0x80 && c > ' ')
			return c;
		if (look_space(c)) {
			*p = look_skip(*p, e);
			return ' ';
		}
		if (c == 0x200c || c == 0x200d || c == 0xfe0f)
			continue;
		if (c == 0x2019)
			return '\'';
		if (!brahmi_is(c))
			return c;
		if ((c & 0x7f) == 0x3c && brahmi_class(c) == BRAHMI_NUKTA)
			continue;
		if (c >= 0x958 && c <= 0x95f)
			return 0x900u | bare[c - 0x958];
		if (c == 0x9dc || c == 0x9dd)
			return c - 0x3b;
		return c == 0x9df ? 0x9af : c;
	}
	return 0;
}

/* Over the bullets, arrows and pictures before the first letter. */
static const char *
first_letter(const char *p, const char *e)
{
	int n;

	for (n = 0; p < e && n < 16 && !look_word(look_at(p, e)); n++)
		p = look_step(p);
	return p;
}

/* Where the edge of a node by a character is, or is to be. */
static struct phrase_edge *
edge(const struct phrases *l, uint32_t node, uint32_t c)
{
	size_t i = (node * 0x9e3779b1u ^ c * 0x85ebca6bu) * 0xc2b2ae35u >> 8;

	for (;; i++) {
		struct phrase_edge *e = &l->edge[i & l->mask];

		if (e->c == 0 || (e->c == c && e->node == node))
			return e;
	}
}

/* At most half of the table is in use. */
static void
grow(struct phrases *l)
{
	struct phrase_edge *old = l->edge;
	size_t i, n = old == NULL ? 0 : l->mask + 1;

	if (n > 2 * l->nedges)
		return;
	l->mask = (n == 0 ? 16384 : 2 * n) - 1;
	l->edge = mem_alloc(l->mask + 1, sizeof(*l->edge));
	for (i = 0; i < n; i++)
		if (old[i].c != 0)
			*edge(l, old[i].node, old[i].c) = old[i];
	free(old);
	if (n == 0) {
		l->node = mem_grow(l->node, &l->cap, 1, sizeof(*l->node));
		l->node[l->n++] = (struct phrase_node){ 0, 0 };
	}
}

/* How phrases open: the bit of four characters, or of two and no more. */
static size_t
opening(const uint32_t c[4], int n)
{
	uint32_t h = c[0] * 0x9e3779b1u ^ c[1] * 0x85ebca6bu;

	if (n > 2)
		h ^= c[2] * 0x27d4eb2fu ^ c[3] * 0x165667b1u;
	return h * 0xc2b2ae35u >> 17;
}

/* Let units through that start as the phrase does: any, if it is short. */
static void
let(struct phrases *l, const char *p, const char *e)
{
	uint32_t c[4];
	size_t at;
	int i;

	for (i = 0; i < 4; i++)
		c[i] = fold(&p, e);
	if (l->opens == NULL)
		l->opens = mem_alloc(PHRASE_OPENS / 8, 1);
	if (c[1] == 0)
		memset(l->opens, 0xff, PHRASE_OPENS / 8);
	at = opening(c, c[3] == 0 ? 2 : 4);
	l->opens[at / 8] |= (unsigned char)(1u << at % 8);
}

static int
let_in(const struct phrases *l, const char *p, const char *e)
{
	uint32_t c[4];
	size_t two, four;
	int i;

	if (l->opens == NULL)
		return 0;
	for (i = 0; i < 4; i++)
		c[i] = fold(&p, e);
	two = opening(c, 2);
	four = opening(c, 4);
	return ((l->opens[two / 8] >> two % 8 |
	    l->opens[four / 8] >> four % 8) & 1) != 0;
}

static void
add(struct phrases *l, const char *p, const char *e, enum phrase_kind kind,
    int any)
{
	struct phrase_edge *g;
	uint32_t c, at = 0;

	p = first_letter(p, e);
	if (kind != PHRASE_DATE)
		let(l, p, e);
	while ((c = fold(&p, e)) != 0) {
		grow(l);
		g = edge(l, at, c);
		if (g->c == 0) {
			l->node = mem_grow(l->node, &l->cap, l->n + 1,
			    sizeof(*l->node));
			l->node[l->n] = (struct phrase_node){ 0, 0 };
			*g = (struct phrase_edge){ at, c, (uint32_t)l->n++ };
			l->nedges++;
		}
		at = g->to;
	}
	l->node[at].whole = (unsigned char)kind;
	if (any)
		l->node[at].any = (unsigned char)kind;
}

static int
kind_of(struct str s, enum phrase_kind *kind)
{
	if (str_eq(s, STR("boilerplate")))
		*kind = PHRASE_BOILERPLATE;
	else if (str_eq(s, STR("caption")))
		*kind = PHRASE_CAPTION;
	else if (str_eq(s, STR("date")))
		*kind = PHRASE_DATE;
	else
		return -1;
	return 0;
}

/* Why the line is wrong, or NULL. */
static const char *
load_line(struct phrases *l, const char *p, const char *e)
{
	enum phrase_kind kind = PHRASE_BOILERPLATE;
	const char *tab;
	int any = 0;

	e = look_trim(p, e);
	if (p == e || *p == '#')
		return NULL;
	if ((tab = memchr(p, '\t', (size_t)(e - p))) != NULL) {
		if (kind_of((struct str){ tab + 1, (size_t)(e - tab - 1) },
		    &kind) == -1)
			return "no kind: boilerplate, caption or date";
		e = tab;
	}
	p = look_skip(p, e);
	e = look_trim(p, e);
	if (p < e && e[-1] == '*') {
		any = 1;
		e = look_trim(p, e - 1);
	}
	if (p < e && memchr(p, '\0', (size_t)(e - p)) != NULL)
		return "NUL in a phrase";
	if (!look_word(look_at(first_letter(p, e), e)))
		return "phrase without a letter at its start";
	add(l, p, e, kind, any);
	return NULL;
}

size_t
phrase_load(struct phrases *l, struct str data, const char **why)
{
	const char *p = data.p, *e = data.p + data.n, *nl;
	size_t line = 1;

	if (utf8_valid(data) != data.n) {
		for (e = p + utf8_valid(data); p < e; p++)
			line += *p == '\n';
		*why = "not valid UTF-8";
		return line;
	}
	if (data.n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		p += 3;
	for (; p < e; p = nl + 1, line++) {
		if ((nl = memchr(p, '\n', (size_t)(e - p))) == NULL)
			nl = e;
		if ((*why = load_line(l, p, nl)) != NULL)
			return line;
	}
	return 0;
}

void
phrase_free(struct phrases *l)
{
	free(l->node);
	free(l->edge);
	free(l->opens);
	memset(l, 0, sizeof(*l));
}

/* What follows a phrase that is not the whole unit: punctuation, but for
 * what goes on within a word. */
static int
parted(const char *p, const char *e)
{
	uint32_t c = look_at(p, e), d;

	if (c == 0)
		return 1;
	if (c == ':' || c == '|' || c == 0x00bb || c == 0x2013 || c == 0x2014 ||
	    c == '>' || c == 0x2192)
		return 1;
	p = look_step(p);
	if (look_space(c)) {
		p = look_skip(p, e);
		d = look_at(p, e);
		return d == ':' || d == '|' || d == '-' || d == 0xbb ||
		    d == 0x2013 || d == 0x2014 || d == '>' || d == 0x2192;
	}
	/* Nothing but what ends a line: ! … . */
	while (p < e && !look_word(look_at(p, e)))
		p = look_step(p);
	return p >= e;
}

enum phrase_kind
phrase_unit(const struct phrases *l, struct str s)
{
	const char *e = s.p + s.n, *p = first_letter(s.p, e);
	const struct phrase_node *n;
	enum phrase_kind kind = PHRASE_NONE;
	uint32_t c, at = 0;

	if (!let_in(l, p, e))
		return PHRASE_NONE;
	while ((c = fold(&p, e)) != 0) {
		const struct phrase_edge *g = edge(l, at, c);

		if (g->c == 0)
			break;
		at = g->to;
		n = &l->node[at];
		if (n->any != 0 && !look_native(look_at(p, e)))
			kind = (enum phrase_kind)n->any;
		if (n->whole != 0 && n->whole != PHRASE_DATE && parted(p, e))
			kind = (enum phrase_kind)n->whole;
	}
	return kind == PHRASE_DATE ? PHRASE_NONE : kind;
}

int
phrase_date(const struct phrases *l, struct str w)
{
	const char *p = w.p, *e = w.p + w.n;
	uint32_t c, at = 0;

	if (l->edge == NULL)
		return 0;
	while ((c = fold(&p, e)) != 0) {
		const struct phrase_edge *g = edge(l, at, c);

		if (g->c == 0)
			return 0;
		at = g->to;
	}
	return l->node[at].whole == PHRASE_DATE;
}
