/*
 * Sets of names and an inverted index over them.  Elements are numbered by
 * their 64-bit hash; an entry is one element of one kept record, chained to
 * the entry before it that has the same element.
 *
 * A record is looked up by its rarest elements: if all that a kept record
 * shares with it are its commonest ones, those that together weigh less than
 * `threshold' of the whole, it cannot be alike enough, so these need no
 * look-up (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity
 * joins", 2006).
 */
#include <math.h>
#include <stdlib.h>

#include "hash.h"
#include "mem.h"
#include "msg.h"
#include "sets.h"

#define PRIOR	100.0
#define NONE	UINT32_MAX

struct element {
	uint64_t	 hash;
	uint32_t	 count;		/* records that have it */
	uint32_t	 last;		/* newest entry */
};

struct entry {
	uint32_t	 element;
	uint32_t	 prev;
	uint32_t	 rec;
};

struct own {
	double		 weight;
	uint32_t	 element;
};

struct sets {
	struct element	*el;
	size_t		 nel;
	size_t		 el_cap;
	uint32_t	*slot;		/* hash table: number of element + 1 */
	size_t		 mask;
	struct entry	*entry;
	size_t		 nentry;
	size_t		 entry_cap;
	size_t		*first;		/* of each record, and one more */
	size_t		*id_end;
	size_t		 first_cap;
	size_t		 id_cap;
	uint32_t	 nrec;
	struct buf	 ids;
	uint32_t	*seen;		/* record: last query that met it */
	size_t		 seen_cap;
	uint32_t	 query;
	struct own	*own;		/* the set at hand */
	size_t		 nown;
	size_t		 own_cap;
	uint32_t	*mark;		/* element: last query that has it */
	size_t		 mark_cap;
	double		 total;		/* records of the file */
	int		 fixed;
};

struct sets *
sets_new(void)
{
	struct sets *s = mem_alloc(1, sizeof(*s));

	s->mask = 1023;
	s->slot = mem_alloc(s->mask + 1, sizeof(*s->slot));
	s->first = mem_grow(NULL, &s->first_cap, 1, sizeof(*s->first));
	s->first[0] = 0;
	return s;
}

void
sets_free(struct sets *s)
{
	if (s == NULL)
		return;
	free(s->el);
	free(s->slot);
	free(s->entry);
	free(s->first);
	free(s->id_end);
	buf_free(&s->ids);
	free(s->seen);
	free(s->own);
	free(s->mark);
	free(s);
}

static void
rehash(struct sets *s)
{
	size_t i, at;

	free(s->slot);
	s->mask = s->mask * 2 + 1;
	s->slot = mem_alloc(s->mask + 1, sizeof(*s->slot));
	for (i = 0; i < s->nel; i++) {
		for (at = s->el[i].hash & s->mask; s->slot[at] != 0;)
			at = (at + 1) & s->mask;
		s->slot[at] = (uint32_t)i + 1;
	}
}

/* The number of an element, new or not. */
static uint32_t
number(struct sets *s, struct str name)
{
	uint64_t h = hash_bytes(name.p, name.n, 0);
	size_t at;

	for (at = h & s->mask; s->slot[at] != 0; at = (at + 1) & s->mask)
		if (s->el[s->slot[at] - 1].hash == h)
			return s->slot[at] - 1;
	s->el = mem_grow(s->el, &s->el_cap, s->nel + 1, sizeof(*s->el));
	s->mark = mem_grow(s->mark, &s->mark_cap, s->nel + 1,
	    sizeof(*s->mark));
	s->el[s->nel] = (struct element){ h, 0, NONE };
	s->mark[s->nel] = 0;
	s->slot[at] = (uint32_t)++s->nel;
	if (s->nel > s->mask / 4 * 3)
		rehash(s);
	return (uint32_t)s->nel - 1;
}

void
sets_count(struct sets *s, struct str element, uint32_t count)
{
	uint32_t e = number(s, element);	/* may move s->el */

	s->fixed = 1;
	s->el[e].count = count;
}

void
sets_total(struct sets *s, uint32_t records)
{
	s->fixed = 1;
	s->total = records;
}

void
sets_begin(struct sets *s)
{
	size_t i;

	/* Query numbers mark what was met; after 2^32 they start over. */
	if (++s->query == 0) {
		for (i = 0; i < s->nel; i++)
			s->mark[i] = 0;
		for (i = 0; i < s->nrec; i++)
			s->seen[i] = 0;
		s->query = 1;
	}
	s->nown = 0;
}

void
sets_put(struct sets *s, struct str element)
{
	uint32_t e = number(s, element);

	if (s->mark[e] == s->query)
		return;
	s->mark[e] = s->query;
	s->own = mem_grow(s->own, &s->own_cap, s->nown + 1, sizeof(*s->own));
	s->own[s->nown++].element = e;
}

/* Bits of an element; the record at hand counts where it is not fixed. */
static double
weigh(const struct sets *s, uint32_t e)
{
	double n = s->total, d = s->el[e].count;

	if (!s->fixed) {
		n = s->nrec + 1;
		d += s->mark[e] == s->query;
	}
	d = (n + PRIOR) / (d + .5);
	return d > 1 ? log2(d) : 0;	/* a file may count more than it has */
}

/* Heaviest first; the order of equals is the same everywhere. */
static int
heavier(const void *a, const void *b)
{
	const struct own *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x->element < y->element ? -1 : x->element > y->element;
}

static double
order(struct sets *s)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < s->nown; i++)
		s->own[i].weight = weigh(s, s->own[i].element);
	if (s->nown > 1)
		qsort(s->own, s->nown, sizeof(*s->own), heavier);
	for (i = 0; i < s->nown; i++)
		sum += s->own[i].weight;
	return sum;
}

/* How alike the set at hand, of `sum' bits, is to that of a kept record. */
static double
compare(const struct sets *s, uint32_t rec, double sum)
{
	size_t i, shared = 0, n = s->first[rec + 1] - s->first[rec];
	double both = 0, other = 0, w;
	uint32_t e;

	for (i = 0; i < n; i++) {
		e = s->entry[s->first[rec] + i].element;
		w = weigh(s, e);
		if (s->mark[e] == s->query) {
			both += w;
			shared++;
		} else
			other += w;
	}
	if (both < SETS_BITS)
		return 0;
	/* The same set is 1, however the sums were rounded. */
	if (shared == n && shared == s->nown)
		return 1;
	w = both / (sum + other);
	return w < 1 ? w : 1;
}

long long
sets_find(struct sets *s, double threshold, double *sim)
{
	double sum = order(s), left = sum, need, j;
	long long best = -1;
	uint32_t at, rec;
	size_t i, n;

	*sim = 0;
	need = threshold * sum > SETS_BITS ? threshold * sum : SETS_BITS;
	need -= 1e-6;			/* sums are rounded */
	for (i = 0; i < s->nown && left >= need; i++) {
		at = s->el[s->own[i].element].last;
		for (n = 0; at != NONE && n < SETS_SCAN; n++) {
			rec = s->entry[at].rec;
			at = s->entry[at].prev;
			if (s->seen[rec] == s->query)
				continue;
			s->seen[rec] = s->query;
			j = compare(s, rec, sum);
			if (j > *sim || (j == *sim && rec < best)) {
				*sim = j;
				best = rec;
			}
		}
		left -= s->own[i].weight;
	}
	return *sim >= threshold ? best : -1;
}

void
sets_keep(struct sets *s, struct str id)
{
	struct element *el;
	size_t i;

	if (s->nentry + s->nown >= NONE)
		msg_die("sets are over %u elements", NONE);
	s->entry = mem_grow(s->entry, &s->entry_cap, s->nentry + s->nown + 1,
	    sizeof(*s->entry));
	for (i = 0; i < s->nown; i++) {
		el = &s->el[s->own[i].element];
		s->entry[s->nentry] = (struct entry){ s->own[i].element,
		    el->last, s->nrec };
		el->last = (uint32_t)s->nentry++;
		if (!s->fixed)
			el->count++;
	}
	s->first = mem_grow(s->first, &s->first_cap, (size_t)s->nrec + 2,
	    sizeof(*s->first));
	s->id_end = mem_grow(s->id_end, &s->id_cap, (size_t)s->nrec + 1,
	    sizeof(*s->id_end));
	s->seen = mem_grow(s->seen, &s->seen_cap, (size_t)s->nrec + 1,
	    sizeof(*s->seen));
	buf_str(&s->ids, id);
	s->id_end[s->nrec] = s->ids.n;
	s->seen[s->nrec] = 0;
	s->first[++s->nrec] = s->nentry;
}

struct str
sets_id(const struct sets *s, uint32_t rec)
{
	size_t from = rec == 0 ? 0 : s->id_end[rec - 1];

	return (struct str){ s->ids.p + from, s->id_end[rec] - from };
}

uint32_t
sets_kept(const struct sets *s)
{
	return s->nrec;
}

size_t
sets_bytes(const struct sets *s)
{
	return s->el_cap * (sizeof(*s->el) + sizeof(*s->mark)) +
	    (s->mask + 1) * sizeof(*s->slot) +
	    s->entry_cap * sizeof(*s->entry) +
	    s->first_cap * sizeof(*s->first) +
	    s->id_cap * sizeof(*s->id_end) +
	    s->seen_cap * sizeof(*s->seen) + s->ids.cap;
}
