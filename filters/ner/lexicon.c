/*
 * Lists of names: one open-addressing table from the hash of the folded
 * phrase to what the lists say of it.  64-bit hashes stand for the phrases;
 * that two of a million meet by chance has odds of 1 in 30 million.
 */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "lexicon.h"
#include "mem.h"

#define PHRASE	8			/* tokens of the longest */

struct entry {
	uint64_t	h;		/* 0: empty */
	uint32_t	bits;
	uint32_t	idlen;
	const char	*id;
};

struct lexicon {
	struct entry	*e;
	size_t		 n;
	size_t		 size;		/* power of two */
	uint64_t	*may;		/* 8 bits an entry: is a hash here? */
};

/* Bits of an entry whose phrase others begin with. */
#define MORE	(1u << 31)

static const struct {
	const char	*name;
	unsigned int	 bit;
} types[] = {
	{ "PER", LEX_PER }, { "LOC", LEX_LOC }, { "ORG", LEX_ORG },
	{ "MISC", LEX_MISC }, { "TITLE", LEX_TITLE }, { "GIVEN", LEX_GIVEN },
	{ "SURNAME", LEX_SURNAME }, { "MONTH", LEX_MONTH },
	{ "WEEKDAY", LEX_WEEKDAY }, { "DATE", LEX_DATE },
	{ "HONORIFIC", LEX_HONORIFIC }, { "SPEECH", LEX_SPEECH },
	{ "CAL", LEX_CAL }, { "UNIT", LEX_UNIT }
};

struct lexicon *
lexicon_new(void)
{
	struct lexicon *l = mem_alloc(1, sizeof(*l));

	l->size = 1024;
	l->e = mem_alloc(l->size, sizeof(*l->e));
	l->may = mem_alloc(l->size / 8, sizeof(*l->may));
	return l;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	free(l->e);
	free(l->may);
	free(l);
}

static struct entry *
slot(const struct lexicon *l, uint64_t h)
{
	size_t i = h & (l->size - 1);

	while (l->e[i].h != 0 && l->e[i].h != h)
		i = (i + 1) & (l->size - 1);
	return &l->e[i];
}

/* The filter is small enough for the cache; most words are in no list. */
static void
mark(struct lexicon *l, uint64_t h)
{
	size_t at = (h >> 20) & (l->size * 8 - 1);

	l->may[at / 64] |= UINT64_C(1) << at % 64;
}

static const struct entry *
look(const struct lexicon *l, uint64_t h)
{
	static const struct entry none;
	size_t at = (h >> 20) & (l->size * 8 - 1);

	if ((l->may[at / 64] >> at % 64 & 1) == 0)
		return &none;
	return slot(l, h);
}

static void
insert(struct lexicon *l, uint64_t h, unsigned int bits, struct str id)
{
	struct entry *old = l->e, *e;
	size_t i, size = l->size;

	if (l->n * 2 >= l->size) {
		l->size *= 2;
		l->e = mem_alloc(l->size, sizeof(*l->e));
		free(l->may);
		l->may = mem_alloc(l->size / 8, sizeof(*l->may));
		for (i = 0; i < size; i++)
			if (old[i].h != 0) {
				*slot(l, old[i].h) = old[i];
				mark(l, old[i].h);
			}
		free(old);
	}
	e = slot(l, h);
	/* A user's word on a name is the only one; of two the later. */
	if (e->bits & LEX_USER && (bits & LEX_USER) == 0)
		return;
	if (bits & LEX_USER) {
		e->bits = 0;
		e->id = NULL;
		e->idlen = 0;
	}
	l->n += e->h == 0;
	e->h = h;
	mark(l, h);
	e->bits |= bits;
	if (id.n > 0 && e->id == NULL) {
		e->id = id.p;
		e->idlen = (uint32_t)id.n;
	}
}

/* The hash of a phrase grows token by token. */
static uint64_t
extend(uint64_t h, const uint16_t *f, size_t n)
{
	h = hash_bytes(f, n * sizeof(*f), h);
	return h == 0 ? 1 : h;
}

static unsigned int
type_of(struct str s)
{
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_eq(s, str_of(types[i].name)))
			return types[i].bit;
	return 0;
}

/* A cell of a line; the rest stays in *line. */
static struct str
cell(struct str *line)
{
	const char *tab = line->n > 0 ? memchr(line->p, '\t', line->n) : NULL;
	struct str c = *line;

	if (tab == NULL) {
		line->p += line->n;
		line->n = 0;
		return c;
	}
	c.n = (size_t)(tab - line->p);
	line->n -= c.n + 1;
	line->p = tab + 1;
	return c;
}

static void
add_phrase(struct lexicon *l, const struct tokens *ts, unsigned int bits,
    struct str id)
{
	struct str none = { NULL, 0 };
	uint64_t h = 0;
	size_t i;

	for (i = 0; i < ts->n; i++) {
		h = extend(h, ts->t[i].f, ts->t[i].n);
		if (i + 1 < ts->n)
			insert(l, h, MORE, none);
	}
	insert(l, h, bits, id);
}

unsigned int
lexicon_line(struct str line, unsigned int bits)
{
	if (line.n == 0 || *line.p == '#')
		return 0;
	(void)cell(&line);
	return type_of(cell(&line)) & bits;
}

/* Lines of the types in `take' go in; those in `skip' are passed over. */
static size_t
add_lines(struct lexicon *l, struct str text, unsigned int take,
    unsigned int skip, int user)
{
	const char *p = text.p, *e = text.p + text.n, *nl;
	struct tokens ts = { 0 };
	struct str line, surface, id;
	size_t lineno = 0;
	unsigned int bit;

	for (; p < e; p = nl + 1) {
		if ((nl = memchr(p, '\n', (size_t)(e - p))) == NULL)
			nl = e;
		lineno++;
		line = (struct str){ p, (size_t)(nl - p) };
		if (line.n == 0 || *p == '#')
			continue;
		surface = cell(&line);
		bit = type_of(cell(&line));
		if (bit & skip)
			continue;
		if (!user)
			(void)cell(&line);		/* language */
		id = cell(&line);
		if ((bit & take) == 0 || surface.n == 0) {
			token_free(&ts);
			return lineno;
		}
		token_cut(&ts, surface);
		if (ts.n > 0 && ts.n <= PHRASE)
			add_phrase(l, &ts, bit | (user ? LEX_USER : 0), id);
	}
	token_free(&ts);
	return 0;
}

size_t
lexicon_add(struct lexicon *l, struct str text, int user)
{
	return add_lines(l, text, ~(unsigned int)(LEX_CAL | LEX_UNIT),
	    user ? 0 : LEX_CAL | LEX_UNIT, user);
}

size_t
lexicon_take(struct lexicon *l, struct str text, unsigned int bits)
{
	return add_lines(l, text, bits, ~bits, 0);
}

unsigned int
lexicon_find(const struct lexicon *l, const struct tokens *ts, size_t i,
    size_t *len, struct str *id)
{
	const struct entry *e;
	unsigned int bits = 0;
	uint64_t h = 0;
	size_t k;
	int more = 1;

	*len = 0;
	*id = (struct str){ NULL, 0 };
	for (k = i; more && k < ts->n && k < i + PHRASE; k++) {
		const struct token *t = &ts->t[k];
		uint64_t before = h;

		if (k > i && t->brk)
			break;
		h = extend(before, t->f, t->n);
		e = look(l, h);
		more = (e->bits & MORE) != 0;
		if ((e->bits & ~MORE) == 0 && t->stem < t->n)
			e = look(l, extend(before, t->f, t->stem));
		if ((e->bits & ~MORE) != 0) {
			bits = e->bits & ~MORE;
			*len = k - i + 1;
			*id = (struct str){ e->id, e->idlen };
		}
	}
	return bits;
}

int
lexicon_knows(const struct lexicon *l, struct str name)
{
	static struct tokens ts;
	uint64_t h = 0;
	size_t i;

	token_cut(&ts, name);
	for (i = 0; i < ts.n; i++)
		h = extend(h, ts.t[i].f, ts.t[i].n);
	return ts.n > 0 && (look(l, h)->bits & LEX_NAMES) != 0;
}
