/*
 * One name, several forms.  Forms are compared by key, so in any scripts: a
 * person's part by part (Lavrov, Sergey Lavrov), an organisation's acronym by
 * its place in brackets, anything by the id that a list gives it.
 */
#include <stdlib.h>
#include <string.h>

#include "canon.h"
#include "hash.h"
#include "key.h"
#include "mem.h"
#include "utf8.h"

struct str
canon_name(const struct canon *c, size_t i)
{
	return (struct str){ c->text.p + c->e[i].name, c->e[i].nname };
}

struct str
canon_key(const struct canon *c, size_t i)
{
	return (struct str){ c->text.p + c->e[i].key, c->e[i].nkey };
}

struct str
canon_full(const struct canon *c, size_t i)
{
	return canon_name(c, c->e[i].full);
}

int
canon_is_name(const struct entity *e)
{
	return e->by != BY_RULE && strcmp(e->type, "MISC") != 0;
}

/* Two types that begin alike are seldom met. */
static int
same_type(const struct entity *a, const struct entity *b)
{
	return a->type == b->type || (*a->type == *b->type &&
	    strcmp(a->type, b->type) == 0);
}

/* Is key a the beginning or the end of b, at a part's edge? */
static int
is_part(struct str a, struct str b)
{
	if (a.n == 0 || a.n >= b.n)
		return 0;
	return (memcmp(b.p + b.n - a.n, a.p, a.n) == 0 &&
	    b.p[b.n - a.n - 1] == ' ') ||
	    (memcmp(b.p, a.p, a.n) == 0 && b.p[a.n] == ' ');
}

/* A key of one sound tells little: then the letters must be the same. */
static int
same_word(struct str a, struct str b)
{
	return a.n <= b.n && (memcmp(b.p, a.p, a.n) == 0 ||
	    memcmp(b.p + b.n - a.n, a.p, a.n) == 0);
}

static size_t
parts(struct str key)
{
	size_t i, n = 1;

	for (i = 0; i < key.n; i++)
		n += key.p[i] == ' ';
	return n;
}

/* Is k the fuller form of the two?  More parts, or as many and more letters
 * of the same script: bytes would prefer लावरोव to Sergey Lavrov. */
static int
is_fuller(const struct canon *c, size_t k, size_t i)
{
	struct str a = canon_name(c, k), b = canon_name(c, i);
	size_t more = parts(canon_key(c, k)), n = parts(canon_key(c, i));

	if (more != n)
		return more > n;
	return (*a.p & 0x80) == (*b.p & 0x80) &&
	    utf8_count(a.p, a.n) > utf8_count(b.p, b.n);
}

/* May entity i be short for entity k? */
static int
is_short(const struct canon *c, const struct entities *es, size_t i, size_t k)
{
	struct str a, b;

	if (c->look[i].type != c->look[k].type)
		return 0;
	a = canon_key(c, i);
	b = canon_key(c, k);
	if (es->e[i].id.n > 0 && str_eq(es->e[i].id, es->e[k].id))
		return is_fuller(c, k, i);
	return *es->e[i].type == 'P' && is_part(a, b) && (a.n > 1 ||
	    same_word(canon_name(c, i), canon_name(c, k)));
}

/* The text between two neighbours is an opening bracket. */
static int
bracketed(const struct entities *es, struct str text, size_t i)
{
	const char *p, *e;

	if (i == 0)
		return 0;
	p = text.p + es->e[i - 1].end;
	e = text.p + es->e[i].start;
	while (p < e && *p == ' ')
		p++;
	return e - p == 1 && *p == '(';
}

/* Does k show the name of i, whose key it has, better?  In the same script,
 * and longer: एस जयशंकर. */
static int
is_better(const struct canon *c, size_t k, size_t i, size_t best)
{
	struct str a = canon_name(c, i), b = canon_name(c, k),
	    now = canon_name(c, best);

	return (*a.p & 0x80) == (*b.p & 0x80) &&
	    utf8_count(b.p, b.n) > utf8_count(now.p, now.n);
}

#define NEAR	256		/* mentions to look at on each side */

/* The fullest form of i: of those before it the nearest, else the first one
 * behind; if none, the longest of those with the same key. */
static size_t
fullest(const struct canon *c, const struct entities *es, struct str text,
    size_t i)
{
	const struct canon_look *x = &c->look[i];
	size_t lo = i > NEAR ? i - NEAR : 0, k, found = i;
	size_t hi = c->n - i > NEAR ? i + NEAR : c->n;

	if (*es->e[i].type == 'O' && bracketed(es, text, i) &&
	    *es->e[i - 1].type == 'O' && is_fuller(c, i - 1, i))
		return i - 1;
	for (k = i; k-- > lo;)
		if (x->own & c->look[k].parts && is_short(c, es, i, k))
			return k;
	for (k = i + 1; k < hi; k++)
		if (x->own & c->look[k].parts && is_short(c, es, i, k))
			return k;
	for (k = lo; k < hi && x->key != 0; k++) {
		if (c->look[k].key != x->key || k == i ||
		    c->look[k].type != x->type ||
		    !str_eq(canon_key(c, k), canon_key(c, i)))
			continue;
		if (c->e[k].full != k)		/* it had brackets once */
			return c->e[k].full;
		if (is_better(c, k, i, found))
			found = k;
	}
	return found;
}

#define TYPES	(CRF_TYPES + 9)		/* the model's, the rules' */

/* One bit for a string of one type. */
static uint64_t
bit(const char *p, size_t n, size_t type)
{
	return n == 0 ? 0 : UINT64_C(1) << (hash_bytes(p, n, type) >> 58);
}

/* What is_short asks of entity i, as bits: without one in common with those
 * of another it is not short for it. */
static void
put_bits(struct canon_look *x, const struct entity *e, struct str key,
    size_t type)
{
	const char *p, *end = key.p + key.n;

	x->parts = bit(e->id.p, e->id.n, type);
	x->own = x->parts;
	if (*e->type != 'P')
		return;
	x->own |= bit(key.p, key.n, type);
	for (p = key.p; p < end; p++)
		if (*p == ' ') {
			x->parts |= bit(key.p, (size_t)(p - key.p), type);
			x->parts |= bit(p + 1, (size_t)(end - p - 1), type);
		}
}

/* Pairs of entities are compared by these before all else. */
static void
look(struct canon *c, const struct entities *es)
{
	size_t first[TYPES], i, k, n = 0;
	struct canon_look *x;
	struct str key;

	c->look = mem_grow(c->look, &c->nlook, c->n, sizeof(*c->look));
	for (i = 0; i < c->n; i++) {
		x = &c->look[i];
		for (k = 0; k < n && !same_type(&es->e[first[k]], &es->e[i]);)
			k++;
		if (k == n && n < TYPES)
			first[n++] = i;
		x->type = (uint32_t)k;
		key = canon_key(c, i);
		x->key = key.n == 0 ? 0 :
		    (uint32_t)hash_bytes(key.p, key.n, k) | 1;
		put_bits(x, &es->e[i], key, k);
	}
}

void
canon_find(struct canon *c, const struct entities *es,
    const struct finder *f, struct str text)
{
	struct str mention;
	size_t i, k;

	buf_clear(&c->text);
	c->n = es->n;
	c->e = mem_grow(c->e, &c->cap, es->n, sizeof(*c->e));
	for (i = 0; i < es->n; i++) {
		mention = (struct str){ text.p + es->e[i].start,
		    es->e[i].end - es->e[i].start };
		c->e[i].full = i;
		c->e[i].name = c->text.n;
		if (canon_is_name(&es->e[i]))
			entity_name(es, f, mention, &c->text);
		else
			buf_str(&c->text, mention);
		c->e[i].nname = c->text.n - c->e[i].name;
		c->e[i].key = c->text.n;
		c->e[i].nkey = 0;
		if (!canon_is_name(&es->e[i]))
			continue;
		/* The key may move the buffer that the name stands in. */
		buf_reserve(&c->text, c->e[i].nname * 4 + 64);
		key_name(&c->text, canon_name(c, i));
		c->e[i].nkey = c->text.n - c->e[i].key;
	}
	look(c, es);
	for (i = 0; i < es->n; i++)
		if (canon_is_name(&es->e[i]))
			c->e[i].full = fullest(c, es, text, i);
	/* लावरोव, then Lavrov of the Sergey Lavrov found for the first. */
	for (i = 0; i < es->n; i++)
		for (k = 0; k < 4 && c->e[c->e[i].full].full !=
		    c->e[i].full; k++)
			c->e[i].full = c->e[c->e[i].full].full;
}

void
canon_free(struct canon *c)
{
	buf_free(&c->text);
	free(c->e);
	free(c->look);
	memset(c, 0, sizeof(*c));
}
