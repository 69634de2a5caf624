/*
 * dedupe: drop records whose text has been seen before, or nearly so.  A
 * record is compared with those that were kept, never with dropped ones, so
 * that likeness does not creep along a chain.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fold.h"
#include "msg.h"
#include "opt.h"
#include "print.h"
#include "rec.h"
#include "store.h"
#include "uni.h"

static const char usage[] =
    "dedupe [-bCdehmsuVv] [-c columns] [-f field] [-i format] [-n words]\n"
    "              [-o format] [-r file] [-t threshold] [-W records]\n"
    "              [file ...]";

static int dflag, mflag, vflag;
static struct plan plan = { .gram = 5, .threshold = .8 };
static struct store_opt how = { .plan = &plan };

static struct store *store;
static struct fold fold;
static struct print print;		/* of the record at hand */
static int slot_id, slot_of, slot_sim, slot_cluster;
static size_t nrec, nexact, nnear;

static void	options(struct opt *, int, char *[]);
static void	setup(struct rec *);
static void	dedupe(struct rec *);
static void	summary(void);

int
main(int argc, char *argv[])
{
	struct opt opt;
	struct rec *r;
	int status;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	options(&opt, argc, argv);
	plan_make(&plan);
	store = store_open(&how);
	r = rec_open(&opt, argv + optind);
	setup(r);
	while (rec_next(r))
		dedupe(r);
	status = rec_close(r);
	if (vflag)
		summary();
	store_close(store);
	fold_free(&fold);
	print_free(&print);
	return status;
}

static void
options(struct opt *o, int argc, char *argv[])
{
	int ch;

	while ((ch = opt_next(o, argc, argv, "Cdemn:t:vW:")) != -1)
		switch (ch) {
		case 'C':
			plan.by = PLAN_INSIDE;
			break;
		case 'd':
			dflag = 1;
			break;
		case 'e':
			plan.by = PLAN_EXACT;
			break;
		case 'm':
			mflag = 1;
			break;
		case 'n':
			plan.gram = (size_t)opt_number(o, ch, optarg, 1, 100);
			break;
		case 't':
			plan.threshold = opt_real(o, ch, optarg, .2, 1);
			break;
		case 'v':
			vflag = 1;
			break;
		case 'W':
			how.last = (uint64_t)opt_number(o, ch, optarg, 1,
			    INT64_MAX);
			break;
		}
}

static void
setup(struct rec *r)
{
	slot_id = rec_slot(r, "id");
	slot_of = rec_adds(r, "dup_of");
	slot_sim = rec_adds(r, "sim");
	slot_cluster = rec_adds(r, "cluster");
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

/* The fingerprint of the record; 0 if there is nothing to compare. */
static int
make_print(struct rec *r)
{
	struct str text;

	if (!rec_text(r, &text))
		return 0;
	fold_text(&fold, text);
	if (fold.n == 0)
		return 0;
	print_words(&print, &plan, fold.word, fold.n);
	return 1;
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
	struct str of = { NULL, 0 };
	double sim = -1;

	nrec++;
	store_next(store, 0);
	if (make_print(r)) {
		sim = store_find(store, &print, &of);
		if (sim < 0)
			store_keep(store, &print, json_id(r));
		else
			*(sim == 1 ? &nexact : &nnear) += 1;
	}
	if (mflag)
		marks(r, of, sim);
	if (mflag ? !dflag || of.p != NULL : dflag == (of.p != NULL))
		rec_write(r);
}

static void
summary(void)
{
	size_t dropped = nexact + nnear;
	struct store_sum s;

	store_sum(store, &s);
	msg_note("%zu records, %zu duplicates (%zu exact, %zu near)", nrec,
	    dropped, nexact, nnear);
	if (s.kept > 0)
		msg_note("index: %llu bytes, %.1f for each of %llu kept",
		    (unsigned long long)s.memory,
		    (double)s.memory / (double)s.kept,
		    (unsigned long long)s.kept);
	if (dropped > nrec / 2)
		msg_note("over half of the records are duplicates: "
		    "is the field right, the threshold too low?");
}
