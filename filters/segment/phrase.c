/*
 * Lists of phrases.  A unit is looked up by its first two letters, folded;
 * nearly all units end their way there.
 */
#include <stdlib.h>

#include "brahmi.h"
#include "look.h"
#include "mem.h"
#include "phrase.h"
#include "utf8.h"

struct phrase {
	size_t			at;	/* in c */
	size_t			n;
	uint32_t		next;	/* of the same head: index + 1 */
	enum phrase_kind	kind;
	int			any;	/* anything may follow */
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
		if (brahmi_class(c) == BRAHMI_NUKTA)
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

static unsigned int
head_of(uint32_t a, uint32_t b)
{
	return (a * 0x9e3779b1u ^ b * 0x85ebca6bu) >> 22;
}

static void
add(struct phrases *l, const char *p, const char *e, enum phrase_kind kind)
{
	struct phrase *f;
	unsigned int h;
	uint32_t c;

	l->v = mem_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	f = &l->v[l->n++];
	f->any = e[-1] == '*';
	if (f->any)
		e = look_trim(p, e - 1);
	f->kind = kind;
	f->at = l->nc;
	p = first_letter(p, e);
	while ((c = fold(&p, e)) != 0) {
		l->c = mem_grow(l->c, &l->ccap, l->nc + 1, sizeof(*l->c));
		l->c[l->nc++] = c;
	}
	f->n = l->nc - f->at;
	h = head_of(l->c[f->at], f->n > 1 ? l->c[f->at + 1] : 0);
	f->next = l->head[h];
	l->head[h] = (uint32_t)l->n;
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
	if (p == e || first_letter(p, e[-1] == '*' ? e - 1 : e) >=
	    (e[-1] == '*' ? e - 1 : e))
		return "phrase without a letter";
	add(l, p, e, kind);
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
	free(l->v);
	free(l->c);
	memset(l, 0, sizeof(*l));
}

/* What follows a phrase that is not the whole unit: punctuation, but for
 * what goes on within a word. */
static int
parts(const char *p, const char *e)
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

static int
fits(const struct phrases *l, const struct phrase *f, const char *p,
    const char *e)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (fold(&p, e) != l->c[f->at + i])
			return 0;
	if (f->any)
		return p >= e || !look_native(look_at(p, e)) ? 1 : 0;
	return parts(p, e);
}

static uint32_t
bucket(const struct phrases *l, const char *p, const char *e)
{
	uint32_t a = fold(&p, e);

	return l->head[head_of(a, fold(&p, e))];
}

enum phrase_kind
phrase_unit(const struct phrases *l, struct str s)
{
	const char *e = s.p + s.n, *p = first_letter(s.p, e);
	const struct phrase *f;
	uint32_t i;

	for (i = bucket(l, p, e); i != 0; i = f->next) {
		f = &l->v[i - 1];
		if (f->kind != PHRASE_DATE && fits(l, f, p, e))
			return f->kind;
	}
	return PHRASE_NONE;
}

int
phrase_date(const struct phrases *l, struct str w)
{
	const char *p, *e = w.p + w.n;
	const struct phrase *f;
	size_t k;
	uint32_t i;

	for (i = bucket(l, w.p, e); i != 0; i = f->next) {
		f = &l->v[i - 1];
		if (f->kind != PHRASE_DATE)
			continue;
		p = w.p;
		for (k = 0; k < f->n && fold(&p, e) == l->c[f->at + k];)
			k++;
		if (k == f->n && p >= e)
			return 1;
	}
	return 0;
}
