/*
 * Finding and keeping records: the index says who may be alike, the spool
 * has the sets that decide.
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "mem.h"
#include "spool.h"
#include "state.h"
#include "store.h"

struct store {
	struct store_opt o;
	struct index	*x;
	struct spool	 spool;
	struct state	 state;		/* if o.state */
	struct spool_walk oldest;
	struct spool_walk all;
	struct sketch_set mine;
	uint64_t	 seq;		/* number of the record at hand */
	int64_t		 date;		/* its date */
	int64_t		 clock;		/* the latest date seen */
	uint64_t	 forgotten;
	uint64_t	 peak;
	struct buf	 id;
};

static void	rebuild(struct store *);
static void	move(struct store *);

/* The record just added under these keys is to be found. */
static void
insert(struct store *s, uint32_t rec, const uint64_t *key)
{
	if (index_unfit(s->x))
		rebuild(s);
	else
		index_insert(s->x, rec, key);
	if (index_bytes(s->x) > s->peak)
		s->peak = index_bytes(s->x);
}

/* A record that the state file has. */
static void
take(void *arg, const struct spool_item *i, uint64_t off)
{
	struct store *s = arg;

	s->seq = i->h.seq;
	if (i->h.date > s->clock)
		s->clock = i->h.date;
	insert(s, index_add(s->x, i->h.bits,
	    spool_know(&s->spool, i, off)), i->key);
	move(s);
}

struct store *
store_open(const struct store_opt *o)
{
	struct store *s = mem_alloc(1, sizeof(*s));

	s->o = *o;
	s->x = index_new(o->plan->keys);
	spool_open(&s->spool, o->plan->keys);
	if (o->state != NULL) {
		state_open(&s->state, o->state, o->plan, &s->spool, take, s);
		s->seq = s->state.seq;
		s->clock = s->state.clock;
	} else
		disk_temp(&s->spool.data);
	return s;
}

void
store_close(struct store *s)
{
	if (s->o.state != NULL) {
		s->state.seq = s->seq;
		s->state.clock = s->clock;
		state_close(&s->state, &s->spool);
	}
	index_free(s->x);
	spool_close(&s->spool);
	sketch_set_free(&s->mine);
	buf_free(&s->oldest.block);
	buf_free(&s->all.block);
	buf_free(&s->id);
	free(s);
}

/* Is what came with this number and date out of the window? */
static int
gone(const struct store *s, uint64_t seq, int64_t date, int64_t now)
{
	return (s->o.last > 0 && s->seq - seq > s->o.last) ||
	    (s->o.within > 0 && now - date > s->o.within);
}

/* Forget what is out of the window. */
static void
move(struct store *s)
{
	uint32_t first = index_first(s->x), from = first, place;
	const struct spool_key *k;
	uint64_t off;

	if (s->o.last == 0 && s->o.within == 0)
		return;
	for (; first != index_end(s->x); first++) {
		k = spool_walk(&s->spool, &s->oldest, first);
		if (!gone(s, k->seq, k->date, s->clock))
			break;
	}
	if (first == from)
		return;
	s->forgotten += first - from;
	place = first != index_end(s->x) ? index_place(s->x, first) :
	    (uint32_t)(s->spool.data.end / SPOOL_UNIT);
	index_forget(s->x, first);
	off = spool_offset(&s->spool, place);
	if (s->o.state != NULL && disk_due(&s->spool.data, off))
		state_forget(&s->state, &s->spool, off);
	spool_forget(&s->spool, first, place);
}

void
store_next(struct store *s, int64_t date)
{
	s->seq++;
	s->date = date;
	if (date > s->clock)
		s->clock = date;
	move(s);
}

int64_t
store_clock(const struct store *s)
{
	return s->clock;
}

/* The same whole is the same set: no need to look. */
static double
alike(struct store *s, const struct print *f, const struct spool_item *it)
{
	if (it->h.whole == f->whole)
		return 1;
	if (f->n == 0)
		return 0;
	if (s->mine.n == 0)
		sketch_set(&s->mine, f->set, f->n);
	return print_alike(s->o.plan, &s->mine, it->set, it->h.n);
}

/* Perhaps this one was never written out. */
static int
pending(const struct store *s, uint32_t rec)
{
	return s->o.state != NULL && state_pending(&s->state,
	    spool_offset(&s->spool, index_place(s->x, rec)));
}

double
store_find(struct store *s, const struct print *f, struct str own,
    struct str *id)
{
	const struct plan *p = s->o.plan;
	struct spool_item it;
	const uint32_t *rec;
	uint32_t best = 0;
	double j, sim = -1;
	size_t i, n;
	int written = 0;	/* is what this one is itself */

	s->mine.n = 0;
	n = index_find(s->x, f->ask, f->nask, f->bits, p->far, &rec);
	for (i = 0; i < n; i++) {
		spool_get(&s->spool, index_place(s->x, rec[i]), &it);
		if (gone(s, it.h.seq, it.h.date, s->date) ||
		    (s->o.within > 0 && it.h.date - s->date > s->o.within))
			continue;
		j = alike(s, f, &it);
		written |= j == 1 && str_eq(own, (struct str){ it.id,
		    it.h.id }) && !pending(s, rec[i]);
		if (j < p->threshold || j < sim ||
		    (j == sim && rec[i] - index_first(s->x) > best))
			continue;
		sim = j;
		best = rec[i] - index_first(s->x);
		buf_clear(&s->id);
		buf_put(&s->id, it.id, it.h.id);
		*id = buf_slice(&s->id);
	}
	if (sim == 1 && s->o.state != NULL && str_eq(own, *id) && !written) {
		*id = (struct str){ NULL, 0 };
		return -1;
	}
	return sim;
}

/*
 * Build the table of the index anew.  Where a key goes is a miss each: it is
 * asked for some records ahead.
 */
#define PIPE	8

static void
rebuild(struct store *s)
{
	static uint64_t pipe[PIPE][SKETCH_BANDS];
	unsigned int keys = s->o.plan->keys;
	uint32_t i, n = index_end(s->x) - index_first(s->x);
	uint32_t first = index_first(s->x);

	index_rebuild(s->x);
	for (i = 0; i < n + PIPE; i++) {
		if (i >= PIPE)
			index_insert(s->x, first + i - PIPE, pipe[i % PIPE]);
		if (i >= n)
			continue;
		memcpy(pipe[i % PIPE], spool_walk(&s->spool, &s->all,
		    first + i)->key, keys * sizeof(uint64_t));
		index_ready(s->x, pipe[i % PIPE], keys);
	}
}

void
store_keep(struct store *s, struct print *f, struct str id)
{
	struct spool_item it = { .h = { .id = (uint32_t)id.n,
	    .bits = f->bits, .whole = f->whole, .seq = s->seq,
	    .date = s->date }, .key = f->key, .set = f->set, .id = id.p };

	f->n = sketch_once(&s->mine, f->set, f->n);
	it.h.n = (uint32_t)f->n;
	insert(s, index_add(s->x, f->bits, spool_add(&s->spool, &it)),
	    f->key);
}

void
store_before(void *arg)
{
	struct store *s = arg;

	disk_flush(&s->spool.data);
}

void
store_after(void *arg)
{
	struct store *s = arg;

	s->state.seq = s->seq;
	s->state.clock = s->clock;
	if (s->state.done != s->spool.data.end)
		state_commit(&s->state, &s->spool);
}

void
store_sum(const struct store *s, struct store_sum *sum)
{
	sum->kept = index_end(s->x) - index_first(s->x);
	sum->forgotten = s->forgotten;
	sum->memory = index_bytes(s->x);
	sum->peak = s->peak;
	sum->disk = disk_room(&s->spool.data) + disk_room(&s->spool.keys);
}
