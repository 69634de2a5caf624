/*
 * dedupe: drop records whose text has been seen before, or nearly so.  A
 * record is compared with those that were kept, never with dropped ones, so
 * that likeness does not creep along a chain.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fold.h"
#include "index.h"
#include "mem.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "sketch.h"
#include "spool.h"
#include "uni.h"

static const char usage[] =
    "dedupe [-bdehmsuVv] [-c columns] [-f field] [-i format] [-n words]\n"
    "              [-o format] [-r file] [-t threshold] [file ...]";

/* A text of fewer words is only ever the same as itself: one word changed in
 * nine leaves a third of the shingles, and may turn the meaning round. */
#define SHORT	10

/* Signatures are trusted to be this much off: of pairs at the threshold one
 * in two hundred is further off. */
#define SLACK	.20

static int dflag, eflag, mflag, vflag;
static long long gram = 5;
static double threshold = .8;
static unsigned int bands = 1, rows, far;

static struct index *ix;
static struct spool *spool;
static struct fold fold;
static uint32_t *set;			/* of the record at hand */
static size_t nset, set_cap;
static uint64_t key[SKETCH_BANDS], bits;
static int slot_id, slot_of, slot_sim, slot_cluster;
static size_t nrec, nexact, nnear;

static void	setup(struct rec *);
static void	dedupe(struct rec *);
static void	summary(void);

int
main(int argc, char *argv[])
{
	struct opt opt;
	struct rec *r;
	int ch, status;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	while ((ch = opt_next(&opt, argc, argv, "demn:t:v")) != -1)
		switch (ch) {
		case 'd':
			dflag = 1;
			break;
		case 'e':
			eflag = 1;
			break;
		case 'm':
			mflag = 1;
			break;
		case 'n':
			gram = opt_number(&opt, ch, optarg, 1, 100);
			break;
		case 't':
			threshold = opt_real(&opt, ch, optarg, .2, 1);
			break;
		case 'v':
			vflag = 1;
			break;
		}
	if (!eflag) {
		sketch_plan(threshold, &bands, &rows);
		far = (unsigned int)((1 - (threshold - SLACK)) / 2 *
		    SKETCH_K + .5);
	}
	ix = index_new(bands);
	spool = spool_open(bands);
	r = rec_open(&opt, argv + optind);
	setup(r);
	while (rec_next(r))
		dedupe(r);
	status = rec_close(r);
	if (vflag)
		summary();
	index_free(ix);
	spool_close(spool);
	fold_free(&fold);
	free(set);
	return status;
}

static void
setup(struct rec *r)
{
	slot_id = rec_slot(r, "id");
	slot_of = rec_adds(r, "dup_of");
	slot_sim = rec_adds(r, "sim");
	slot_cluster = rec_adds(r, "cluster");
}

/* Keys and signature of the words at hand. */
static void
make_keys(void)
{
	struct sketch s;
	unsigned int i;
	uint64_t whole = sketch_whole(fold.word, fold.n);
	int all = fold.n < SHORT || fold.n < (size_t)gram;

	if (eflag) {
		/* The signature is the hash: all 64 bits are compared. */
		nset = 0;
		key[0] = bits = whole;
		return;
	}
	nset = all ? SKETCH_SHORT : fold.n - (size_t)gram + 1;
	set = mem_grow(set, &set_cap, nset, sizeof(*set));
	if (all)
		sketch_short(whole, set);
	else
		sketch_shingles(fold.word, fold.n, (size_t)gram, set);
	sketch_make(&s, set, nset);
	bits = sketch_bits(&s);
	for (i = 0; i < bands; i++)
		key[i] = sketch_band(&s, i, rows);
}

/* The kept record that is most like the one at hand, the first of equals;
 * *sim below the threshold if there is none. */
static uint32_t
search(double *sim)
{
	static struct sketch_set mine;
	const uint32_t *rec, *other;
	uint32_t best = 0;
	size_t i, n, m;
	struct str id;
	double j;

	*sim = -1;
	n = index_find(ix, key, bits, far, &rec);
	for (i = 0; i < n; i++) {
		if (i == 0 && !eflag)
			sketch_set(&mine, set, nset);
		j = 1;
		if (!eflag) {
			spool_get(spool, rec[i], &other, &m, &id);
			j = sketch_jaccard(&mine, other, m);
		}
		if (j > *sim || (j == *sim && rec[i] < best)) {
			*sim = j;
			best = rec[i];
		}
	}
	return best;
}

/* The record's id as JSON: its own, or the number of its line. */
static struct str
json_id(struct rec *r)
{
	struct str v;

	if (rec_raw(r, slot_id, &v) && (*v.p == '"' || *v.p == '-' ||
	    (*v.p >= '0' && *v.p <= '9')))
		return v;
	return rec_id(r);
}

static void
keep(struct rec *r)
{
	uint32_t i, n;

	if (index_full(ix)) {
		index_grow(ix);
		n = index_count(ix);
		for (i = 0; i < n; i++)
			index_insert(ix, i, spool_keys(spool, i));
	}
	spool_add(spool, set, nset, json_id(r), key);
	index_insert(ix, index_add(ix, bits), key);
}

/* Members of -m; of is the kept record's id, no slice for a kept one. */
static void
marks(struct rec *r, struct str of, double sim)
{
	struct str own = json_id(r);

	if (of.p == NULL) {
		buf_cstr(rec_set(r, slot_of), "null");
		buf_cstr(rec_set(r, slot_sim), "null");
		buf_str(rec_set(r, slot_cluster), own);
		return;
	}
	buf_str(rec_set(r, slot_of), of);
	buf_real(rec_set(r, slot_sim), sim, 4);
	buf_str(rec_set(r, slot_cluster), of);
}

static void
dedupe(struct rec *r)
{
	const uint32_t *other;
	struct str text, of = { NULL, 0 };
	double sim = -1;
	uint32_t best = 0;
	size_t n;

	nrec++;
	fold.n = 0;
	if (rec_text(r, &text))
		fold_text(&fold, text);
	if (fold.n > 0) {
		make_keys();
		best = search(&sim);
	}
	if (sim >= (eflag ? 1 : threshold)) {
		spool_get(spool, best, &other, &n, &of);
		*(sim == 1 ? &nexact : &nnear) += 1;
	} else if (fold.n > 0)
		keep(r);
	if (mflag)
		marks(r, of, sim);
	if (mflag ? !dflag || of.p != NULL : dflag == (of.p != NULL))
		rec_write(r);
}

static void
summary(void)
{
	size_t dropped = nexact + nnear;
	uint32_t n = index_count(ix);

	msg_note("%zu records, %zu duplicates (%zu exact, %zu near)", nrec,
	    dropped, nexact, nnear);
	if (n > 0)
		msg_note("index: %zu bytes, %.1f for each of %u kept",
		    index_bytes(ix) + spool_bytes(spool),
		    (double)(index_bytes(ix) + spool_bytes(spool)) / n, n);
	if (dropped > nrec / 2)
		msg_note("over half of the records are duplicates: "
		    "is the field right, the threshold too low?");
}
