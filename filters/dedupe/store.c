/*
 * Finding and keeping records: the index says who may be alike, the spool
 * has the sets that decide.
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "mem.h"
#include "spool.h"
#include "store.h"

struct store {
	struct store_opt o;
	struct index	*x;
	struct spool	 spool;
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

struct store *
store_open(const struct store_opt *o)
{
	struct store *s = mem_alloc(1, sizeof(*s));

	s->o = *o;
	s->x = index_new(o->plan->keys);
	spool_open(&s->spool, o->plan->keys);
	disk_temp(&s->spool.data);
	return s;
}

void
store_close(struct store *s)
{
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

void
store_next(struct store *s, int64_t date)
{
	uint32_t first = index_first(s->x), from = first;
	const struct spool_key *k;

	s->seq++;
	s->date = date;
	if (date > s->clock)
		s->clock = date;
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
	index_forget(s->x, first);
	spool_forget(&s->spool, first, first != index_end(s->x) ?
	    index_place(s->x, first) :
	    (uint32_t)(s->spool.data.end / SPOOL_UNIT));
}

double
store_find(struct store *s, const struct print *f, struct str *id)
{
	const struct plan *p = s->o.plan;
	struct spool_item it;
	const uint32_t *rec;
	uint32_t best = 0;
	double j, sim = -1;
	size_t i, n;

	n = index_find(s->x, f->ask, f->nask, f->bits, p->far, &rec);
	if (n > 0 && f->n > 0)
		sketch_set(&s->mine, f->set, f->n);
	for (i = 0; i < n; i++) {
		spool_get(&s->spool, index_place(s->x, rec[i]), &it);
		if (gone(s, it.h.seq, it.h.date, s->date) ||
		    (s->o.within > 0 && it.h.date - s->date > s->o.within))
			continue;
		j = print_alike(p, &s->mine, it.set, it.h.n);
		if (j < p->threshold || j < sim ||
		    (j == sim && rec[i] - index_first(s->x) > best))
			continue;
		sim = j;
		best = rec[i] - index_first(s->x);
		buf_clear(&s->id);
		buf_put(&s->id, it.id, it.h.id);
		*id = buf_slice(&s->id);
	}
	return sim;
}

/* Build the table of the index anew. */
static void
rebuild(struct store *s)
{
	uint32_t rec;

	index_rebuild(s->x);
	for (rec = index_first(s->x); rec != index_end(s->x); rec++)
		index_insert(s->x, rec,
		    spool_walk(&s->spool, &s->all, rec)->key);
}

void
store_keep(struct store *s, const struct print *f, struct str id)
{
	struct spool_item it = { .h = { .id = (uint32_t)id.n,
	    .n = (uint32_t)f->n, .bits = f->bits, .seq = s->seq,
	    .date = s->date }, .key = f->key, .set = f->set, .id = id.p };
	uint32_t rec;

	rec = index_add(s->x, f->bits, spool_add(&s->spool, &it));
	if (index_unfit(s->x))
		rebuild(s);
	else
		index_insert(s->x, rec, f->key);
	if (index_bytes(s->x) > s->peak)
		s->peak = index_bytes(s->x);
}

void
store_sum(const struct store *s, struct store_sum *sum)
{
	sum->kept = index_end(s->x) - index_first(s->x);
	sum->forgotten = s->forgotten;
	sum->memory = index_bytes(s->x);
	sum->peak = s->peak;
	sum->disk = s->spool.data.end - s->spool.data.start +
	    s->spool.keys.end - s->spool.keys.start;
}
