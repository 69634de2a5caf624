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
#include <string.h>

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

struct rec {
	uint64_t	 seq;		/* when it came */
	size_t		 entry;		/* its first; they end at the next's */
	size_t		 id;		/* in ids, likewise */
	uint32_t	 query;		/* the last that met it */
};

struct own {
	double		 weight;
	uint32_t	 element;
};

/*
 * Records and entries are numbered on and on, modulo 2^32; those below the
 * base are gone, and the arrays begin there.
 */
struct sets {
	struct element	*el;
	size_t		 nel;
	size_t		 el_cap;
	size_t		 el_limit;	/* then look for some to drop */
	uint32_t	*mark;		/* element: last query that has it */
	size_t		 mark_cap;
	uint32_t	*slot;		/* hash table: number of element + 1 */
	size_t		 mask;
	struct entry	*entry;
	size_t		 nentry;
	size_t		 entry_cap;
	uint32_t	 entry_base;
	struct rec	*rec;		/* and one more */
	size_t		 nrec;
	size_t		 rec_cap;
	uint32_t	 rec_base;
	size_t		 dead;		/* records that are forgotten */
	struct buf	 ids;
	uint32_t	 query;
	struct own	*own;		/* the set at hand */
	size_t		 nown;
	size_t		 own_cap;
	uint64_t	 seq;
	uint64_t	 last;
	double		 total;		/* records of the file */
	int		 fixed;
};

struct sets *
sets_new(uint64_t last)
{
	struct sets *s = mem_alloc(1, sizeof(*s));

	s->last = last;
	s->el_limit = 1024;
	s->mask = 1023;
	s->slot = mem_alloc(s->mask + 1, sizeof(*s->slot));
	s->rec = mem_grow(NULL, &s->rec_cap, 1, sizeof(*s->rec));
	s->rec[0] = (struct rec){ 0, 0, 0, 0 };
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
	free(s->rec);
	buf_free(&s->ids);
	free(s->own);
	free(s->mark);
	free(s);
}

static void
rehash(struct sets *s, size_t mask)
{
	size_t i, at;

	free(s->slot);
	s->mask = mask;
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
		rehash(s, s->mask * 2 + 1);
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

/* The oldest record is out of the window: its elements are less common. */
static void
forget(struct sets *s)
{
	const struct rec *r = &s->rec[s->dead++];
	struct element *el;
	size_t i;

	for (i = r->entry; i < r[1].entry; i++) {
		el = &s->el[s->entry[i].element];
		if (!s->fixed)
			el->count--;
		if (el->last == s->entry_base + (uint32_t)i)
			el->last = NONE;
	}
}

/* Number elements anew, without those that no kept record has, nor a file. */
static void
drop_elements(struct sets *s)
{
	uint32_t *now = mem_alloc(s->nel, sizeof(*now));
	size_t i, n = 0;

	for (i = 0; i < s->nel; i++)
		if (s->el[i].last != NONE || s->el[i].count > 0) {
			now[i] = (uint32_t)n;
			s->mark[n] = s->mark[i];
			s->el[n++] = s->el[i];
		}
	for (i = 0; i < s->nentry; i++)
		s->entry[i].element = now[s->entry[i].element];
	free(now);
	s->nel = n;
	s->el_limit = n * 2 + 1024;
	rehash(s, s->mask);
}

/* Give back what is forgotten, now that it is half of all. */
static void
compact(struct sets *s)
{
	size_t i, gone = s->rec[s->dead].entry, ids = s->rec[s->dead].id;

	s->nentry -= gone;
	s->nrec -= s->dead;
	memmove(s->entry, s->entry + gone, s->nentry * sizeof(*s->entry));
	memmove(s->rec, s->rec + s->dead, (s->nrec + 1) * sizeof(*s->rec));
	memmove(s->ids.p, s->ids.p + ids, s->ids.n - ids);
	s->ids.n -= ids;
	for (i = 0; i <= s->nrec; i++) {
		s->rec[i].entry -= gone;
		s->rec[i].id -= ids;
	}
	s->entry_base += (uint32_t)gone;
	s->rec_base += (uint32_t)s->dead;
	s->dead = 0;
}

void
sets_begin(struct sets *s)
{
	size_t i;

	s->seq++;
	if (s->last > 0) {
		while (s->dead < s->nrec &&
		    s->seq - s->rec[s->dead].seq > s->last)
			forget(s);
		if (s->dead > 256 && s->dead > s->nrec / 2)
			compact(s);
	}
	if (s->nel > s->el_limit)
		drop_elements(s);
	/* Query numbers mark what was met; after 2^32 they start over. */
	if (++s->query == 0) {
		for (i = 0; i < s->nel; i++)
			s->mark[i] = 0;
		for (i = 0; i < s->nrec; i++)
			s->rec[i].query = 0;
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
		n = (double)(s->nrec - s->dead) + 1;
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
compare(const struct sets *s, const struct rec *rec, double sum)
{
	size_t i, shared = 0, n = rec[1].entry - rec->entry;
	double both = 0, other = 0, w;
	uint32_t e;

	for (i = 0; i < n; i++) {
		e = s->entry[rec->entry + i].element;
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

/* Records that have an element, latest first: the best to *best. */
static void
scan(struct sets *s, uint32_t element, double sum, size_t *best, double *sim)
{
	uint32_t at = s->el[element].last;
	const struct entry *x;
	struct rec *rec;
	size_t n, i;
	double j;

	for (n = 0; at != NONE && n < SETS_SCAN; n++) {
		/* What is not there any more is a large number here. */
		if ((i = at - s->entry_base) >= s->nentry)
			return;
		x = &s->entry[i];
		at = x->prev;
		i = x->rec - s->rec_base;
		if (i < s->dead)
			return;
		rec = &s->rec[i];
		if (rec->query == s->query)
			continue;
		rec->query = s->query;
		j = compare(s, rec, sum);
		if (j > *sim || (j == *sim && i < *best)) {
			*sim = j;
			*best = i;
		}
	}
}

long long
sets_find(struct sets *s, double threshold, double *sim)
{
	double sum = order(s), left = sum, need;
	size_t i, best = SIZE_MAX;

	*sim = 0;
	need = threshold * sum > SETS_BITS ? threshold * sum : SETS_BITS;
	need -= 1e-6;			/* sums are rounded */
	for (i = 0; i < s->nown && left >= need; i++) {
		scan(s, s->own[i].element, sum, &best, sim);
		left -= s->own[i].weight;
	}
	return best != SIZE_MAX && *sim >= threshold ?
	    (long long)(uint32_t)(best + s->rec_base) : -1;
}

void
sets_keep(struct sets *s, struct str id)
{
	struct element *el;
	struct rec *r;
	size_t i;
	uint32_t at;

	if (s->nentry + s->nown >= NONE / 2)
		msg_die("sets are over %u elements", NONE / 2);
	s->entry = mem_grow(s->entry, &s->entry_cap, s->nentry + s->nown + 1,
	    sizeof(*s->entry));
	s->rec = mem_grow(s->rec, &s->rec_cap, s->nrec + 2, sizeof(*s->rec));
	for (i = 0; i < s->nown; i++) {
		el = &s->el[s->own[i].element];
		s->entry[s->nentry] = (struct entry){ s->own[i].element,
		    el->last, s->rec_base + (uint32_t)s->nrec };
		at = s->entry_base + (uint32_t)s->nentry++;
		/* The number that stands for none is skipped by all. */
		el->last = at == NONE ? el->last : at;
		if (!s->fixed)
			el->count++;
	}
	buf_str(&s->ids, id);
	r = &s->rec[s->nrec++];
	r->seq = s->seq;
	r->query = 0;
	r[1] = (struct rec){ 0, s->nentry, s->ids.n, 0 };
}

struct str
sets_id(const struct sets *s, uint32_t rec)
{
	const struct rec *r = &s->rec[(uint32_t)(rec - s->rec_base)];

	return (struct str){ s->ids.p + r->id, r[1].id - r->id };
}

uint32_t
sets_kept(const struct sets *s)
{
	return (uint32_t)(s->nrec - s->dead);
}

size_t
sets_bytes(const struct sets *s)
{
	return s->el_cap * (sizeof(*s->el) + sizeof(*s->mark)) +
	    (s->mask + 1) * sizeof(*s->slot) +
	    s->entry_cap * sizeof(*s->entry) +
	    s->rec_cap * sizeof(*s->rec) + s->ids.cap;
}
