/*
 * Scripts by UAX #24: main script, shares, runs.  Script_Extensions decide
 * for characters that several scripts share: the danda U+0964 is Common, but
 * belongs to Devanagari in यह है। and never to Latin.
 */
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "scan.h"
#include "script.h"
#include "script_tab.h"
#include "utf8.h"

/* Openers that we remember; deeper ones are plain neutrals.  Pango's depth. */
#define STACK	128

static inline int
in_ext(unsigned ext, int script)
{
	return script >= 0 && script_tab_ext[ext][script >> 6] >>
	    (script & 63) & 1;
}

const char *
script_name(int script)
{
	return script_tab_name[script];
}

int
script_of_name(struct str s)
{
	int i;

	for (i = 0; i < script_tab_scripts; i++)
		if (s.n == 4 && memcmp(script_tab_name[i], s.p, 4) == 0)
			return i;
	return SCRIPT_NONE;
}

int
script_of(uint32_t c)
{
	return script_tab(c) & 0xff;
}

int
script_has(uint32_t c, int script)
{
	unsigned v = script_tab(c);

	return v >> 8 ? in_ext(v >> 8, script) : (int)(v & 0xff) == script;
}

static void
count_reset(struct script_count *c)
{
	int i;

	for (i = 0; i < c->nseen; i++)
		c->n[c->seen[i]] = 0;
	c->nseen = c->unknown = c->signs = 0;
}

void
script_count(struct script_count *c, struct str text)
{
	count_reset(c);
	scan_best(c, text);
}

void
script_count_scalar(struct script_count *c, struct str text)
{
	count_reset(c);
	scan_scalar(c, text);
}

int
script_main(const struct script_count *c)
{
	int best, i;

	if (c->nseen == 0)
		return c->unknown ? SCRIPT_ZZZZ : SCRIPT_ZYYY;
	best = c->seen[0];
	for (i = 1; i < c->nseen; i++)
		if (c->n[c->seen[i]] > c->n[best])
			best = c->seen[i];
	return best;
}

int
script_mixed(const struct script_count *c)
{
	int i, n = 0;

	for (i = 0; i < c->nseen; i++)
		n += c->n[c->seen[i]] > 0;
	return n > 1;
}

/* Runs. */
struct opener {
	uint32_t	close;
	int		script;
	size_t		at;
};

struct cutter {
	struct script_runs	*out;
	struct opener		 stack[STACK];
	int			 depth;
	int			 cur;		/* script of the open run */
	size_t			 start;		/* of the open run */
	size_t			 pend;		/* a neutral that waits */
	unsigned		 pend_ext;
	int			 pending;
	int			 unknown;
};

/*
 * The closing character of an opening one, 0 if it is none.  To Unicode's
 * paired brackets we add the quotation marks that news text pairs; ASCII
 * quotes do not say which side they are.
 */
static uint32_t
closes(uint32_t c)
{
	int hi = script_tab_pairs, lo = 0, mid;

	if (c == '(')
		return ')';
	if (c < '[')
		return 0;
	switch (c) {
	case 0xab:		/* « » */
		return 0xbb;
	case 0x2018:
	case 0x201c:		/* ‘ ’ “ ” */
	case 0x2039:		/* ‹ › */
		return c + 1;
	}
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (script_tab_pair[mid][0] == c)
			return script_tab_pair[mid][1];
		if (script_tab_pair[mid][0] < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

static void
emit(struct cutter *k, size_t end, int script)
{
	struct script_runs *o = k->out;

	o->r = mem_grow(o->r, &o->cap, o->n + 1, sizeof(*o->r));
	o->r[o->n++] = (struct script_run){ k->start, end, script };
	k->start = end;
}

/* A neutral at `at': the script it resolves to at once, or SCRIPT_NONE. */
static int
neutral(struct cutter *k, uint32_t c, unsigned ext, size_t at)
{
	uint32_t close;
	int i, s;

	if ((close = closes(c)) != 0) {
		if (k->depth < STACK)
			k->stack[k->depth++] = (struct opener){ close, k->cur,
			    at };
	} else if (c == ')' || c >= ']') {
		/* Not for spaces, digits and stops, which are the most. */
		for (i = k->depth - 1; i >= 0; i--)
			if (k->stack[i].close == c)
				break;
		if (i >= 0) {
			s = k->stack[i].script;
			k->depth = i;
			return s;
		}
	}
	if (ext != 0 && k->cur != SCRIPT_NONE && !k->pending &&
	    !in_ext(ext, k->cur)) {
		k->pending = 1;
		k->pend = at;
		k->pend_ext = ext;
	}
	return SCRIPT_NONE;
}

/* What stands at `at' is of script s. */
static void
strong(struct cutter *k, int s, size_t at)
{
	size_t from = at;
	int i;

	if (k->cur == SCRIPT_NONE)
		from = 0;
	else if (s != k->cur) {
		if (k->pending && in_ext(k->pend_ext, s))
			from = k->pend;
		emit(k, from, k->cur);
	}
	/* Openers that turned out to be in this run. */
	if (s != k->cur)
		for (i = k->depth - 1; i >= 0 && k->stack[i].at >= from; i--)
			k->stack[i].script = s;
	k->cur = s;
	k->pending = 0;
}

void
script_runs(struct script_runs *out, struct str text)
{
	const char *p = text.p, *e = text.p + text.n;
	struct cutter k;
	unsigned v;
	uint32_t c;
	size_t at;
	int s;

	out->n = 0;
	k.out = out;
	k.depth = k.pending = k.unknown = 0;
	k.cur = SCRIPT_NONE;
	k.start = k.pend = 0;
	k.pend_ext = 0;
	while (p < e) {
		at = (size_t)(p - text.p);
		c = utf8_step(&p);
		v = script_tab(c);
		s = (int)(v & 0xff);
		if (s < SCRIPT_STRONG) {
			k.unknown |= s == SCRIPT_ZZZZ;
			s = neutral(&k, c, v >> 8, at);
		} else if (v >> 8 && in_ext(v >> 8, k.cur))
			s = k.cur;
		if (s != SCRIPT_NONE)
			strong(&k, s, at);
	}
	if (k.cur == SCRIPT_NONE)
		k.cur = k.unknown ? SCRIPT_ZZZZ : SCRIPT_ZYYY;
	if (text.n > 0)
		emit(&k, text.n, k.cur);
}

void
script_runs_free(struct script_runs *r)
{
	free(r->r);
	memset(r, 0, sizeof(*r));
}
