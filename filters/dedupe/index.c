/*
 * The table of keys: open addressing by lines of one cache line.  An entry
 * goes to the first line with room from its key's line on, and a line that was
 * passed by says so; a search goes on until one that was not.  Sixteen lines
 * is the end of it: a key that more than a hundred records share (boilerplate)
 * finds the first of them, and the rest through their other keys.  What is
 * found by keys that few share comes first, and there is a most.
 *
 * Entries of forgotten records stay until another takes their place or the
 * table is built anew, which happens at the latest when as many were inserted
 * as it holds twice over: lines that were passed by grow in number.
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "mem.h"

#define ENTRIES		10
#define FILL		8		/* of these on average at most */
#define PROBE		16
#define COMMON		16		/* so many records: boilerplate */
#define LINES_MIN	64
#define CHUNK		256

struct line {
	uint32_t	 rec[ENTRIES];
	uint16_t	 tag[ENTRIES];
	uint16_t	 n;
	uint16_t	 passed;
};

/* Signatures and places, in chunks: so that they can be freed, and that the
 * promise about memory holds at every moment. */
struct chunk {
	uint64_t	 bits[CHUNK];
	uint32_t	 place[CHUNK];
};

struct index {
	struct line	*line;
	size_t		 nlines;
	uint64_t	 inserted;	/* since the table is built */
	struct chunk	**chunk;
	size_t		 nchunks;
	size_t		 chunk_cap;
	uint32_t	 base;		/* number of the first chunk's first */
	uint32_t	 first;
	uint32_t	 end;
	int		 forgot;	/* some, ever */
	unsigned int	 keys;
	uint32_t	 found[INDEX_MOST];
	size_t		 nfound;
};

struct index *
index_new(unsigned int keys)
{
	struct index *x = mem_alloc(1, sizeof(*x));

	x->keys = keys;
	x->nlines = LINES_MIN;
	x->line = mem_alloc(x->nlines, sizeof(*x->line));
	return x;
}

void
index_free(struct index *x)
{
	size_t i;

	if (x == NULL)
		return;
	for (i = 0; i < x->nchunks; i++)
		free(x->chunk[i]);
	free(x->chunk);
	free(x->line);
	free(x);
}

static int
known(const struct index *x, uint32_t rec)
{
	return rec - x->first < x->end - x->first;
}

static struct chunk *
chunk_of(const struct index *x, uint32_t rec)
{
	return x->chunk[(rec - x->base) / CHUNK];
}

uint32_t
index_add(struct index *x, uint64_t bits, uint32_t place)
{
	uint32_t rec = x->end;
	struct chunk *c;

	if ((rec - x->base) / CHUNK == x->nchunks) {
		x->chunk = mem_grow(x->chunk, &x->chunk_cap, x->nchunks + 1,
		    sizeof(*x->chunk));
		x->chunk[x->nchunks++] = mem_alloc(1, sizeof(**x->chunk));
	}
	c = chunk_of(x, rec);
	c->bits[rec % CHUNK] = bits;
	c->place[rec % CHUNK] = place;
	x->end++;
	return rec;
}

void
index_forget(struct index *x, uint32_t first)
{
	size_t i, n = (first - x->base) / CHUNK;

	x->forgot |= first != x->first;
	x->first = first;
	if (n == 0)
		return;
	for (i = 0; i < n; i++)
		free(x->chunk[i]);
	x->nchunks -= n;
	memmove(x->chunk, x->chunk + n, x->nchunks * sizeof(*x->chunk));
	x->base += (uint32_t)(n * CHUNK);
}

/* Lines for what is known. */
static size_t
lines(const struct index *x)
{
	return (size_t)((uint64_t)(x->end - x->first) * x->keys / FILL + 1);
}

int
index_unfit(const struct index *x)
{
	size_t want = lines(x);

	return want > x->nlines ||
	    (x->nlines > LINES_MIN && want < x->nlines / 4) ||
	    x->inserted > (uint64_t)2 * x->nlines * ENTRIES;
}

void
index_rebuild(struct index *x)
{
	double more;

	/* The old table goes first: the new one is filled from the keys. */
	free(x->line);
	/* As much more as keeps a record under 72 bytes, with 12 of them for
	 * signature and place; of these 8 are a key's share at FILL. */
	more = 59. / (8 * x->keys) - 1;
	more = more > .5 ? .5 : more < 1 / 16. ? 1 / 16. : more;
	x->nlines = lines(x);
	x->nlines += (size_t)((double)x->nlines * more);
	if (x->nlines < LINES_MIN)
		x->nlines = LINES_MIN;
	x->line = mem_alloc_large(x->nlines, sizeof(struct line));
	x->inserted = 0;
}

/* Where a key's run of lines starts. */
static size_t
home(const struct index *x, uint64_t key)
{
	return (size_t)((key >> 32) * x->nlines >> 32);
}

/* A free entry of the line, or one of a record that is forgotten. */
static int
room(const struct index *x, const struct line *l)
{
	int k;

	if (l->n < ENTRIES)
		return l->n;
	if (x->forgot)
		for (k = 0; k < ENTRIES; k++)
			if (!known(x, l->rec[k]))
				return k;
	return -1;
}

static void
insert(struct index *x, uint32_t rec, uint64_t key)
{
	size_t at = home(x, key);
	struct line *l;
	int i, k;

	for (i = 0; i < PROBE; i++) {
		l = &x->line[at];
		if ((k = room(x, l)) >= 0) {
			l->rec[k] = rec;
			l->tag[k] = (uint16_t)key;
			l->n = (uint16_t)(l->n + (k == l->n));
			return;
		}
		l->passed = 1;
		at = at + 1 == x->nlines ? 0 : at + 1;
	}
}

void
index_insert(struct index *x, uint32_t rec, const uint64_t *key)
{
	unsigned int b;

	for (b = 0; b < x->keys; b++)
		if (key[b] != 0)
			insert(x, rec, key[b]);
	x->inserted += x->keys;
}

/* All lines are asked for before the first is looked at: at a million
 * records each is a miss. */
void
index_ready(const struct index *x, const uint64_t *key, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		__builtin_prefetch(&x->line[home(x, key[i])]);
}

static void
note(struct index *x, uint32_t rec)
{
	size_t i;

	for (i = 0; i < x->nfound; i++)
		if (x->found[i] == rec)
			return;
	if (x->nfound < INDEX_MOST)
		x->found[x->nfound++] = rec;
}

/* Records under a key, as index_find wants them: how many, and the first of
 * them up to `most'. */
static size_t
find(const struct index *x, uint64_t key, uint64_t bits, unsigned int far,
    uint32_t *hit, size_t most)
{
	size_t at = home(x, key), n = 0;
	const struct line *l;
	uint32_t k, rec;
	int i;

	for (i = 0; i < PROBE; i++) {
		l = &x->line[at];
		for (k = 0; k < l->n; k++) {
			rec = l->rec[k];
			if (l->tag[k] != (uint16_t)key || !known(x, rec))
				continue;
			if ((unsigned int)__builtin_popcountll(bits ^
			    chunk_of(x, rec)->bits[rec % CHUNK]) > far)
				continue;
			hit[n++] = rec;
			if (n == most)
				return n;
		}
		if (!l->passed)
			break;
		at = at + 1 == x->nlines ? 0 : at + 1;
	}
	return n;
}

size_t
index_find(struct index *x, const uint64_t *key, size_t n, uint64_t bits,
    unsigned int far, const uint32_t **rec)
{
	uint32_t hit[PROBE * ENTRIES];
	uint64_t common[INDEX_MOST / COMMON];
	size_t i, k, hits, ahead = 16, ncommon = 0;

	index_ready(x, key, n < ahead ? n : ahead);
	x->nfound = 0;
	for (i = 0; i < n && x->nfound < INDEX_MOST; i++) {
		if (i + ahead < n)
			index_ready(x, key + i + ahead, 1);
		hits = find(x, key[i], bits, far, hit, COMMON);
		if (hits < COMMON)
			for (k = 0; k < hits; k++)
				note(x, hit[k]);
		else if (ncommon < INDEX_MOST / COMMON)
			common[ncommon++] = key[i];
	}
	for (i = 0; i < ncommon && x->nfound < INDEX_MOST; i++) {
		hits = find(x, common[i], bits, far, hit, PROBE * ENTRIES);
		for (k = 0; k < hits; k++)
			note(x, hit[k]);
	}
	*rec = x->found;
	return x->nfound;
}

uint32_t
index_place(const struct index *x, uint32_t rec)
{
	return chunk_of(x, rec)->place[rec % CHUNK];
}

uint32_t
index_first(const struct index *x)
{
	return x->first;
}

uint32_t
index_end(const struct index *x)
{
	return x->end;
}

size_t
index_bytes(const struct index *x)
{
	return x->nlines * sizeof(*x->line) +
	    x->nchunks * sizeof(**x->chunk) + x->chunk_cap * sizeof(*x->chunk);
}
