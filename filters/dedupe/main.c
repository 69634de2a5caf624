/*
 * dedupe: drop records whose text has been seen before, or nearly so.  A
 * record is compared with those that were kept, never with dropped ones, so
 * that likeness does not creep along a chain.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fold.h"
#include "main.h"
#include "msg.h"
#include "opt.h"
#include "print.h"
#include "rec.h"
#include "store.h"
#include "uni.h"

static const char usage[] =
    "dedupe [-bCdehmsuVv] [-c columns] [-f field] [-i format] [-K field]\n"
    "              [-k file] [-n words] [-o format] [-r file] [-t threshold]\n"
    "              [-W records] [file ...]";

/* How alike a duplicate is, without -t. */
#define TEXT_ALIKE	.8
#define SETS_ALIKE	.25

static int dflag, mflag, vflag;
static const char *set_field, *set_counts;	/* -K, -k */
static struct plan plan = { .gram = 5 };
static struct store_opt how = { .plan = &plan };

static struct store *store;
static struct fold fold;
static struct print print;		/* of the record at hand */
static int slot_set, slot_id, slot_of, slot_sim, slot_cluster;
static size_t nrec, nexact, nnear;

static void	options(struct opt *, int, char *[]);
static void	check(const struct opt *);
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
	check(&opt);
	if (plan.threshold == 0)
		plan.threshold = set_field != NULL ? SETS_ALIKE : TEXT_ALIKE;
	plan_make(&plan);
	if (set_field != NULL)
		main_sets_open(set_counts);
	else
		store = store_open(&how);
	r = rec_open(&opt, argv + optind);
	setup(r);
	while (rec_next(r))
		dedupe(r);
	status = rec_close(r);
	if (vflag)
		summary();
	if (set_field != NULL)
		main_sets_close();
	else
		store_close(store);
	fold_free(&fold);
	print_free(&print);
	return status;
}

static void
options(struct opt *o, int argc, char *argv[])
{
	int ch;

	while ((ch = opt_next(o, argc, argv, "CdeK:k:mn:t:vW:")) != -1)
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
		case 'K':
			set_field = optarg;
			break;
		case 'k':
			set_counts = optarg;
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

/* What does not go together. */
static void
check(const struct opt *o)
{
	if (set_counts != NULL && set_field == NULL)
		msg_usage(o->usage, "-k needs -K");
	if (set_field == NULL)
		return;
	if (*set_field == '\0')
		msg_usage(o->usage, "-K: empty name");
	if (o->in != FMT_NDJSON)
		msg_usage(o->usage, "-K needs -i ndjson");
	if (plan.by != PLAN_JACCARD || how.last != 0)
		msg_usage(o->usage, "-K compares sets: no -C, -e or -W");
}

static void
setup(struct rec *r)
{
	if (set_field != NULL)
		slot_set = rec_slot(r, set_field);
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

/* Find the text among the kept ones, or keep it. */
static double
look(struct rec *r, struct str *of)
{
	double sim;

	store_next(store, 0);
	if (!make_print(r))
		return -1;
	sim = store_find(store, &print, of);
	if (sim < 0)
		store_keep(store, &print, json_id(r));
	return sim;
}

static void
dedupe(struct rec *r)
{
	struct str of = { NULL, 0 };
	double sim;

	sim = set_field == NULL ? look(r, &of) : main_sets_find(r, slot_set,
	    plan.threshold, json_id(r), &of);
	if (sim == -2)
		return;			/* a bad record */
	nrec++;
	if (of.p != NULL)
		*(sim == 1 ? &nexact : &nnear) += 1;
	if (mflag)
		marks(r, of, sim);
	if (mflag ? !dflag || of.p != NULL : dflag == (of.p != NULL))
		rec_write(r);
}

static void
summary(void)
{
	size_t dropped = nexact + nnear;
	struct store_sum s = { 0 };
	size_t bytes;

	if (set_field != NULL) {
		s.kept = main_sets_kept(&bytes);
		s.memory = bytes;
	} else
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
