/*
 * Reduce.  Bands come before records (B before R), so candidates are known
 * when the records pass by in their order; only the sets of records that are
 * kept and that a later one has for a candidate are remembered.
 */
#include <stdlib.h>
#include <string.h>

#include "disk.h"
#include "lines.h"
#include "mem.h"
#include "reduce.h"

static const char none[] = "no line of dedupe -M or -P";
static const char missing[] = "a record without its set: lines are missing";

struct left {
	uint64_t	 seq;
	uint64_t	 bits;
	uint64_t	 class;
	int		 told;		/* that it is one */
};

struct pair {
	uint64_t	 seq;
	uint64_t	 other;		/* the earlier one */
};

struct kept {
	uint64_t	 seq;
	uint64_t	 off;		/* in the file: the set, the id */
	uint32_t	 n;
	uint32_t	 id;
};

struct reduce {
	const struct plan *plan;
	enum reduce_to	 to;
	struct lines	 last;		/* to check the order by */
	int		 started;
	struct left	 left[REDUCE_LEFTS]; /* of the band at hand */
	size_t		 nleft;
	struct pair	*pair;		/* from bands, in memory */
	size_t		 npair;
	size_t		 pair_cap;
	size_t		 at;		/* the first not used yet */
	uint64_t	*early;		/* their earlier ones, once each */
	size_t		 nearly;
	size_t		 early_at;
	int		 sorted;
	uint64_t	*cand;		/* of the record at hand */
	size_t		 ncand;
	size_t		 cand_cap;
	int		 is_left;
	int		 waiting;	/* for the set of this record */
	struct kept	*kept;
	size_t		 nkept;
	size_t		 kept_cap;
	struct disk	 disk;
	struct sketch_set mine;
	struct buf	 set;
	struct buf	 other;
	struct buf	 of;
	struct reduce_sum sum;
};

struct reduce *
reduce_new(const struct plan *plan, enum reduce_to to)
{
	struct reduce *r = mem_alloc(1, sizeof(*r));

	r->plan = plan;
	r->to = to;
	disk_temp(&r->disk);
	return r;
}

void
reduce_free(struct reduce *r)
{
	if (r == NULL)
		return;
	disk_close(&r->disk);
	sketch_set_free(&r->mine);
	buf_free(&r->set);
	buf_free(&r->other);
	buf_free(&r->of);
	free(r->pair);
	free(r->early);
	free(r->cand);
	free(r->kept);
	free(r);
}

static void
add_pair(struct reduce *r, uint64_t seq, uint64_t other)
{
	r->pair = mem_grow(r->pair, &r->pair_cap, r->npair + 1,
	    sizeof(*r->pair));
	r->pair[r->npair++] = (struct pair){ seq, other };
}

/*
 * One record of a band: compare its signature with those before it.  A record
 * with the text of one before it is never kept, so it is no candidate itself.
 */
static void
band(struct reduce *r, const struct lines *l, struct buf *out)
{
	struct left *f;
	size_t i;
	int same = 0;

	if (!r->started || r->last.kind != LINES_BAND || r->last.key != l->key)
		r->nleft = 0;
	for (i = 0; i < r->nleft; i++) {
		f = &r->left[i];
		same |= f->class == l->class && f->bits == l->bits;
		if (f->seq == l->seq || (unsigned int)__builtin_popcountll(
		    f->bits ^ l->bits) > r->plan->far)
			continue;
		r->sum.pairs++;
		if (r->to != REDUCE_CANDIDATES) {
			add_pair(r, l->seq, f->seq);
			continue;
		}
		lines_candidate(out, l->seq, f->seq);
		if (!f->told)
			lines_left(out, f->seq);
		f->told = 1;
	}
	if (!same && r->nleft < REDUCE_LEFTS)
		r->left[r->nleft++] = (struct left){ l->seq, l->bits,
		    l->class, 0 };
}

static int
by_seq(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

static int
by_number(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* All bands have passed: put the pairs in the order of the records. */
static void
sort_pairs(struct reduce *r)
{
	size_t i, n = 0;

	r->sorted = 1;
	if (r->npair == 0)
		return;
	qsort(r->pair, r->npair, sizeof(*r->pair), by_seq);
	for (i = 0; i < r->npair; i++)	/* several bands give one pair */
		if (n == 0 || by_seq(&r->pair[i], &r->pair[n - 1]) != 0)
			r->pair[n++] = r->pair[i];
	r->npair = n;
	r->early = mem_alloc(n, sizeof(*r->early));
	for (i = 0; i < n; i++)
		r->early[i] = r->pair[i].other;
	qsort(r->early, n, sizeof(*r->early), by_number);
	for (i = 0; i < n; i++)
		if (r->nearly == 0 || r->early[r->nearly - 1] != r->early[i])
			r->early[r->nearly++] = r->early[i];
}

static void
add_candidate(struct reduce *r, uint64_t seq)
{
	r->cand = mem_grow(r->cand, &r->cand_cap, r->ncand + 1,
	    sizeof(*r->cand));
	r->cand[r->ncand++] = seq;
}

/* What the bands in memory say about this record. */
static void
from_pairs(struct reduce *r, uint64_t seq)
{
	while (r->at < r->npair && r->pair[r->at].seq < seq)
		r->at++;
	while (r->at < r->npair && r->pair[r->at].seq == seq)
		add_candidate(r, r->pair[r->at++].other);
	while (r->early_at < r->nearly && r->early[r->early_at] < seq)
		r->early_at++;
	if (r->early_at < r->nearly && r->early[r->early_at] == seq)
		r->is_left = 1;
}

/* Kept and remembered under this number, or NULL. */
static const struct kept *
find(const struct reduce *r, uint64_t seq)
{
	size_t lo = 0, hi = r->nkept, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (r->kept[mid].seq < seq)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < r->nkept && r->kept[lo].seq == seq ? &r->kept[lo] : NULL;
}

/* How alike the record at hand is to that one, whose id goes to r->other. */
static double
compare(struct reduce *r, const struct kept *k)
{
	size_t size = k->n * sizeof(uint32_t);
	const char *p = disk_get(&r->disk, k->off, size + k->id);

	buf_clear(&r->other);
	buf_put(&r->other, p, size + k->id);
	if (r->plan->by == PLAN_EXACT)
		return 1;
	return print_alike(r->plan, &r->mine,
	    (const uint32_t *)(const void *)r->other.p, k->n);
}

/* The candidate that is most like it, the first of equals; its id in r->of. */
static double
search(struct reduce *r)
{
	size_t n = r->set.n / sizeof(uint32_t);
	const struct kept *k;
	double sim = -1, j;
	size_t i, laid = 0;

	if (r->ncand > 1)
		qsort(r->cand, r->ncand, sizeof(*r->cand), by_number);
	for (i = 0; i < r->ncand; i++) {
		if (i > 0 && r->cand[i] == r->cand[i - 1])
			continue;
		if ((k = find(r, r->cand[i])) == NULL)
			continue;
		if (laid++ == 0)
			sketch_set(&r->mine, (const uint32_t *)
			    (const void *)r->set.p, n);
		if ((j = compare(r, k)) < r->plan->threshold || j <= sim)
			continue;
		sim = j;
		buf_clear(&r->of);
		buf_put(&r->of, r->other.p + k->n * sizeof(uint32_t), k->id);
	}
	return sim;
}

static void
keep(struct reduce *r, const struct lines *l)
{
	size_t n = r->set.n / sizeof(uint32_t);

	r->kept = mem_grow(r->kept, &r->kept_cap, r->nkept + 1,
	    sizeof(*r->kept));
	r->kept[r->nkept++] = (struct kept){ l->seq, r->disk.end,
	    (uint32_t)n, (uint32_t)l->id.n };
	disk_put(&r->disk, r->set.p, r->set.n);
	disk_put(&r->disk, l->id.p, l->id.n);
}

static void
write_record(const struct reduce *r, struct str id, double sim,
    struct buf *out)
{
	int dup = sim >= 0;

	if (dup ? r->to == REDUCE_KEPT : r->to == REDUCE_DUPLICATES ||
	    r->to == REDUCE_MARKED)
		return;
	buf_cstr(out, "{\"id\":");
	buf_str(out, id);
	if (r->to == REDUCE_MARKS || r->to == REDUCE_MARKED) {
		buf_cstr(out, ",\"dup_of\":");
		buf_str(out, dup ? buf_slice(&r->of) : STR("null"));
		buf_cstr(out, ",\"sim\":");
		if (dup)
			buf_real(out, sim, 4);
		else
			buf_cstr(out, "null");
		buf_cstr(out, ",\"cluster\":");
		buf_str(out, dup ? buf_slice(&r->of) : id);
	}
	buf_cstr(out, "}\n");
}

/* The last line of a record: all that is to be known of it is known. */
static const char *
record(struct reduce *r, const struct lines *l, struct buf *out)
{
	double sim = -1;

	from_pairs(r, l->seq);
	buf_clear(&r->set);
	if ((r->ncand > 0 || r->is_left) &&
	    lines_set(&r->set, l->set) == SIZE_MAX)
		return none;
	if (r->ncand > 0)
		sim = search(r);
	if (sim < 0 && r->is_left)
		keep(r, l);
	r->sum.records++;
	if (sim >= 0)
		*(sim == 1 ? &r->sum.exact : &r->sum.near) += 1;
	write_record(r, l->id, sim, out);
	r->ncand = 0;
	r->is_left = 0;
	r->waiting = 0;
	return NULL;
}

/* Why this line cannot stand behind the last, or NULL. */
static const char *
misplaced(const struct reduce *r, const struct lines *l)
{
	static const char unsorted[] = "lines are not sorted: LC_ALL=C sort";
	const struct lines *a = &r->last;
	int was = a->kind < LINES_CANDIDATE ? (int)a->kind : LINES_CANDIDATE;
	int is = l->kind < LINES_CANDIDATE ? (int)l->kind : LINES_CANDIDATE;

	if (!r->started)
		return NULL;
	if (was != is)
		return is < was ? unsorted : NULL;
	if (is == LINES_BAND)
		return l->key < a->key || (l->key == a->key &&
		    l->seq < a->seq) ? unsorted : NULL;
	if (is == LINES_CANDIDATE && l->seq < a->seq)
		return unsorted;
	if (is == LINES_CANDIDATE && l->seq == a->seq) {
		if (l->kind < a->kind)
			return unsorted;
		if (a->kind == LINES_SET)
			return "two records in one place: "
			    "each split needs a number of its own";
	}
	return NULL;
}

static const char *
settings(const struct reduce *r, struct str s)
{
	struct buf own = { 0 };
	int same;

	lines_settings(&own, r->plan);
	/* Without "A TAB" and the newline. */
	same = str_eq(s, (struct str){ own.p + 2, own.n - 3 });
	buf_free(&own);
	return same ? NULL : "-e, -n or -t is not that of -M";
}

const char *
reduce_line(struct reduce *r, struct str line, struct buf *out)
{
	struct lines l = { 0 };
	const char *why = NULL;

	if (lines_parse(&l, line) == -1)
		return none;
	if ((why = misplaced(r, &l)) != NULL)
		return why;
	if (l.kind == LINES_SETTINGS && (why = settings(r, l.settings)) != NULL)
		return why;
	if (l.kind == LINES_BAND)
		band(r, &l, out);
	else if (r->to == REDUCE_CANDIDATES) {
		buf_str(out, line);
		buf_putc(out, '\n');
	} else if (l.kind != LINES_SETTINGS) {
		if (!r->sorted)
			sort_pairs(r);
		if (r->waiting && r->last.seq != l.seq)
			return missing;
		r->waiting = 1;
		if (l.kind == LINES_CANDIDATE)
			add_candidate(r, l.other);
		else if (l.kind == LINES_LEFT)
			r->is_left = 1;
		else
			why = record(r, &l, out);
	}
	r->last = l;
	r->started = 1;
	return why;
}

const char *
reduce_end(struct reduce *r)
{
	/* Pairs that are left over had no record. */
	return r->waiting || r->at < r->npair ? missing : NULL;
}

void
reduce_sum(const struct reduce *r, struct reduce_sum *s)
{
	*s = r->sum;
	s->memory = r->pair_cap * sizeof(*r->pair) +
	    (r->early == NULL ? 0 : r->npair * sizeof(*r->early)) +
	    r->kept_cap * sizeof(*r->kept);
	s->disk = r->disk.end;
}
