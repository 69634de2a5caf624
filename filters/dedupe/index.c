/*
 * The table of bands: open addressing by lines of one cache line.  An entry
 * goes to the first line with room from its key's line on; a search goes on
 * until a line that is not full.  Sixteen lines is the end of it: a band that
 * more than a hundred records share (boilerplate) finds the first of them, and
 * the rest through their other bands.
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "mem.h"

#define ENTRIES		10
#define PROBE		16
#define LINES_MIN	1024

struct line {
	uint32_t	 rec[ENTRIES];
	uint16_t	 tag[ENTRIES];
	uint32_t	 n;
};

struct index {
	struct line	*line;
	size_t		 nlines;
	uint64_t	*bits;
	size_t		 cap;
	uint32_t	 n;
	unsigned int	 bands;
	uint32_t	*found;
	size_t		 nfound;
	size_t		 found_cap;
};

struct index *
index_new(unsigned int bands)
{
	struct index *x = mem_alloc(1, sizeof(*x));

	x->bands = bands;
	x->nlines = LINES_MIN;
	x->line = mem_alloc(x->nlines, sizeof(*x->line));
	return x;
}

void
index_free(struct index *x)
{
	if (x == NULL)
		return;
	free(x->line);
	free(x->bits);
	free(x->found);
	free(x);
}

uint32_t
index_add(struct index *x, uint64_t bits)
{
	/* By a sixteenth, not by half: the bound on memory is a promise. */
	if (x->n == x->cap) {
		x->cap += x->cap / 16 + 1024;
		x->bits = mem_resize(x->bits, x->cap, sizeof(*x->bits));
	}
	x->bits[x->n] = bits;
	return x->n++;
}

/* Over .8 of the entries are in use. */
int
index_full(const struct index *x)
{
	return (uint64_t)(x->n + 1) * x->bands >
	    (uint64_t)x->nlines * ENTRIES * 4 / 5;
}

void
index_grow(struct index *x)
{
	/* The old table goes first: the new one is filled from the keys. */
	free(x->line);
	x->nlines += x->nlines / 8;
	x->line = mem_alloc(x->nlines, sizeof(*x->line));
}

/* Where a key's run of lines starts. */
static size_t
home(const struct index *x, uint64_t key)
{
	return (size_t)((key >> 32) * x->nlines >> 32);
}

static void
insert(struct index *x, uint32_t rec, uint64_t key)
{
	size_t at = home(x, key);
	struct line *l;
	int i;

	for (i = 0; i < PROBE; i++) {
		l = &x->line[at];
		if (l->n < ENTRIES) {
			l->rec[l->n] = rec;
			l->tag[l->n++] = (uint16_t)key;
			return;
		}
		at = at + 1 == x->nlines ? 0 : at + 1;
	}
}

void
index_insert(struct index *x, uint32_t rec, const uint64_t *key)
{
	unsigned int b;

	for (b = 0; b < x->bands; b++)
		insert(x, rec, key[b]);
}

static void
note(struct index *x, uint32_t rec)
{
	size_t i;

	for (i = 0; i < x->nfound; i++)
		if (x->found[i] == rec)
			return;
	x->found = mem_grow(x->found, &x->found_cap, x->nfound + 1,
	    sizeof(*x->found));
	x->found[x->nfound++] = rec;
}

static void
find(struct index *x, uint64_t key, uint64_t bits, unsigned int far)
{
	size_t at = home(x, key);
	const struct line *l;
	uint32_t k, rec;
	int i;

	for (i = 0; i < PROBE; i++) {
		l = &x->line[at];
		for (k = 0; k < l->n; k++) {
			if (l->tag[k] != (uint16_t)key)
				continue;
			rec = l->rec[k];
			if ((unsigned int)__builtin_popcountll(
			    x->bits[rec] ^ bits) <= far)
				note(x, rec);
		}
		if (l->n < ENTRIES)
			return;
		at = at + 1 == x->nlines ? 0 : at + 1;
	}
}

size_t
index_find(struct index *x, const uint64_t *key, uint64_t bits,
    unsigned int far, const uint32_t **rec)
{
	unsigned int b;

	/* All lines are asked for before the first is looked at: at a
	 * million records each is a miss. */
	for (b = 0; b < x->bands; b++)
		__builtin_prefetch(&x->line[home(x, key[b])]);
	x->nfound = 0;
	for (b = 0; b < x->bands; b++)
		find(x, key[b], bits, far);
	*rec = x->found;
	return x->nfound;
}

uint32_t
index_count(const struct index *x)
{
	return x->n;
}

size_t
index_bytes(const struct index *x)
{
	return x->nlines * sizeof(*x->line) + x->cap * sizeof(*x->bits);
}
