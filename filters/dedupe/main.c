/*
 * dedupe: drop records whose text has been seen before, or nearly so.  A
 * record is compared with those that were kept, never with dropped ones, so
 * that likeness does not creep along a chain.
 */
#include <time.h>
#include <unistd.h>

#include "date.h"
#include "fold.h"
#include "lines.h"
#include "main.h"
#include "msg.h"
#include "opt.h"
#include "print.h"
#include "rec.h"
#include "store.h"
#include "uni.h"

static const char usage[] =
    "dedupe [-bCdehmPRsuVv] [-c columns] [-D field] [-f field] [-i format]\n"
    "              [-K field] [-k file] [-M split] [-n words] [-o format]\n"
    "              [-r file] [-S file] [-T seconds] [-t threshold]\n"
    "              [-W records] [file ...]";

/* Seconds that a date may be ahead of this machine's clock. */
#define AHEAD	86400

/* How alike a duplicate is, without -t. */
#define TEXT_ALIKE	.8
#define SETS_ALIKE	.25

static int dflag, mflag, Pflag, Rflag, vflag;
static const char *date_field;
static const char *set_field, *set_counts;	/* -K, -k */
static long long split = -1;			/* -M */
static struct plan plan = { .gram = 5 };
static struct store_opt how = { .plan = &plan };

static struct store *store;
static struct fold fold;
static struct print print;		/* of the record at hand */
static int slot_set, slot_id, slot_of, slot_sim, slot_cluster, slot_date;
static size_t nrec, nexact, nnear;

static void	options(struct opt *, int, char *[]);
static void	check(const struct opt *);
static void	setup(struct rec *);
static void	dedupe(struct rec *);
static void	map(struct rec *);
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
	if (Pflag || Rflag)
		return main_reduce(&opt, &plan, Pflag ? REDUCE_CANDIDATES :
		    dflag ? mflag ? REDUCE_MARKED : REDUCE_DUPLICATES :
		    mflag ? REDUCE_MARKS : REDUCE_KEPT, vflag, argv + optind);
	if (split >= 0)
		main_map_open(&opt, &plan);
	else if (set_field != NULL)
		main_sets_open(set_counts, how.last);
	else
		store = store_open(&how);
	r = rec_open(&opt, argv + optind);
	setup(r);
	while (rec_next(r))
		split >= 0 ? map(r) : dedupe(r);
	if (split >= 0)
		main_map_end();
	status = rec_close(r);
	if (vflag && split < 0)
		summary();
	if (set_field != NULL)
		main_sets_close();
	if (store != NULL)
		store_close(store);
	fold_free(&fold);
	print_free(&print);
	return status;
}

static void
options(struct opt *o, int argc, char *argv[])
{
	int ch;

	while ((ch = opt_next(o, argc, argv, "CD:deK:k:M:mn:PRS:T:t:vW:")) !=
	    -1)
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
		case 'K':
			set_field = optarg;
			break;
		case 'k':
			set_counts = optarg;
			break;
		case 'M':
			split = opt_number(o, ch, optarg, 0, LINES_SPLITS - 1);
			break;
		case 'm':
			mflag = 1;
			break;
		case 'n':
			plan.gram = (size_t)opt_number(o, ch, optarg, 1, 100);
			break;
		case 'P':
			Pflag = 1;
			break;
		case 'R':
			Rflag = 1;
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

/* What does not go together. */
static void
check(const struct opt *o)
{
	if ((split >= 0) + Pflag + Rflag + (set_field != NULL) > 1)
		msg_usage(o->usage, "of -K, -M, -P and -R only one");
	if ((split >= 0 || Pflag || Rflag) && (plan.by == PLAN_INSIDE ||
	    how.last != 0 || how.within != 0 || how.state != NULL))
		msg_usage(o->usage, "-M, -P and -R go without -C, -S, -T "
		    "and -W");
	if ((split >= 0 || Pflag || Rflag) && o->out != FMT_NDJSON)
		msg_usage(o->usage, "-M, -P and -R go without -o");
	if (set_counts != NULL && set_field == NULL)
		msg_usage(o->usage, "-k needs -K");
	if (set_field == NULL)
		return;
	if (*set_field == '\0')
		msg_usage(o->usage, "-K: empty name");
	if (o->in != FMT_NDJSON)
		msg_usage(o->usage, "-K needs -i ndjson");
	if (plan.by != PLAN_JACCARD || how.within != 0 || how.state != NULL)
		msg_usage(o->usage, "-K goes without -C, -e, -S and -T");
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

/* Find the text among the kept ones, or keep it: as main_sets_find. */
static double
look(struct rec *r, struct str *of)
{
	int64_t date;
	double sim;

	if (!get_date(r, &date))
		return -2;
	store_next(store, date);
	if (!make_print(r))
		return -1;
	sim = store_find(store, &print, json_id(r), of);
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

/* The lines of a record.  A number of a line names no record of the whole
 * unless it says of which split. */
static void
map(struct rec *r)
{
	static struct buf own;
	struct str id = json_id(r), v;

	if (split > 0 && !rec_raw(r, slot_id, &v)) {
		buf_clear(&own);
		buf_putc(&own, '"');
		buf_num(&own, (uint64_t)split);
		buf_putc(&own, ':');
		buf_str(&own, id);
		buf_putc(&own, '"');
		id = buf_slice(&own);
	}
	if (nrec == LINES_RECORDS)
		msg_die("over 2^40 records in a split");
	main_map(&plan, make_print(r) ? &print : NULL,
	    (uint64_t)split * LINES_RECORDS + nrec++, id);
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
	if (s.forgotten > 0)
		msg_note("window: %llu forgotten; at most %llu bytes of "
		    "index, now %llu on disk", (unsigned long long)s.forgotten,
		    (unsigned long long)s.peak, (unsigned long long)s.disk);
	if (dropped > nrec / 2)
		msg_note("over half of the records are duplicates: "
		    "is the field right, the threshold too low?");
}
