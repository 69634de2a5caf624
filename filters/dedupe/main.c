/*
 * dedupe: drop records whose text has been seen before, or nearly so.  A
 * record is compared with those that were kept, never with dropped ones, so
 * that likeness does not creep along a chain.
 */
#include <time.h>
#include <unistd.h>

#include "date.h"
#include "fold.h"
#include "msg.h"
#include "opt.h"
#include "print.h"
#include "rec.h"
#include "store.h"
#include "uni.h"

static const char usage[] =
    "dedupe [-bCdehmsuVv] [-c columns] [-D field] [-f field] [-i format]\n"
    "              [-n words] [-o format] [-r file] [-S file] [-T seconds]\n"
    "              [-t threshold] [-W records] [file ...]";

/* Seconds that a date may be ahead of this machine's clock. */
#define AHEAD	86400

static int dflag, mflag, vflag;
static const char *date_field;
static struct plan plan = { .gram = 5, .threshold = .8 };
static struct store_opt how = { .plan = &plan };

static struct store *store;
static struct fold fold;
static struct print print;		/* of the record at hand */
static int slot_id, slot_of, slot_sim, slot_cluster, slot_date;
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

	while ((ch = opt_next(o, argc, argv, "CD:demn:S:T:t:vW:")) != -1)
		switch (ch) {
		case 'C':
			plan.by = PLAN_INSIDE;
			break;
		case 'D':
			date_field = optarg;
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
		case 'S':
			how.state = optarg;
			break;
		case 'T':
			how.within = opt_number(o, ch, optarg, 1,
			    INT64_C(100000000000));
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
	if (date_field != NULL && how.within == 0)
		msg_usage(usage, "-D needs -T");
	if (date_field == NULL)
		date_field = "date";
}

static void
setup(struct rec *r)
{
	slot_id = rec_slot(r, "id");
	slot_of = rec_adds(r, "dup_of");
	slot_sim = rec_adds(r, "sim");
	slot_cluster = rec_adds(r, "cluster");
	slot_date = rec_slot(r, date_field);
	if (how.state != NULL)
		rec_around(r, store_before, store_after, store);
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

/*
 * The date of the record, or without one the latest that was seen.  One far
 * ahead of its time would make the window forget all before it.
 */
static int
get_date(struct rec *r, int64_t *date)
{
	static time_t now;
	struct str v;

	*date = store_clock(store);
	if (how.within == 0 || !rec_raw(r, slot_date, &v) || *v.p == 'n')
		return 1;
	if (!date_parse(v, date)) {
		rec_bad(r, "the date is neither RFC 3339 nor seconds");
		return 0;
	}
	if (*date - AHEAD > now && *date - AHEAD > (now = time(NULL))) {
		rec_bad(r, "the date is in the future");
		return 0;
	}
	return 1;
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
	/* Only what is the same rounds to 1. */
	buf_real(rec_set(r, slot_sim), sim < 1 && sim > .9999 ? .9999 : sim,
	    4);
	buf_str(rec_set(r, slot_cluster), of);
}

static void
dedupe(struct rec *r)
{
	struct str of = { NULL, 0 };
	double sim = -1;
	int64_t date;

	if (!get_date(r, &date))
		return;
	nrec++;
	store_next(store, date);
	if (make_print(r)) {
		sim = store_find(store, &print, json_id(r), &of);
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
	if (s.forgotten > 0)
		msg_note("window: %llu forgotten; at most %llu bytes of "
		    "index, now %llu on disk", (unsigned long long)s.forgotten,
		    (unsigned long long)s.peak, (unsigned long long)s.disk);
	if (dropped > nrec / 2)
		msg_note("over half of the records are duplicates: "
		    "is the field right, the threshold too low?");
}
