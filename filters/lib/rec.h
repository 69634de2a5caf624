#ifndef DHARA_REC_H
#define DHARA_REC_H

#include "buf.h"
#include "opt.h"

/*
 * One record, whatever the format: dhara-record(5).  A filter names the
 * members it reads and writes once (slots); then, for every record, it looks
 * at slots, sets slots, and writes.  Members that it does not set keep their
 * bytes, order and duplicates; one that it sets is replaced where it stands
 * (the last, if there are several), else added at the end in slot order.
 */
struct rec;

/*
 * Call after all models and lists are open: this opens -r and enters the
 * sandbox.  operands ends in NULL; none is standard input.
 */
struct rec *rec_open(const struct opt *, char *const operands[]);

/* As rec_open, but leaves the sandbox to the caller. */
struct rec *rec_open_bare(const struct opt *, char *const operands[]);

/*
 * The next good record; 0 at the end, or after a bad one under -s.  Bad
 * records are reported, and kept by -r, in here.  All slices that were given
 * out end their lives.
 */
int	rec_next(struct rec *);

/* Register a member by name; before the first rec_next.  The same name gives
 * the same slot.  At most REC_SLOTS. */
#define REC_SLOTS	64

int	rec_slot(struct rec *, const char *name);

/* The same for a member that the filter writes: reading it too (-f) is a
 * wrong call, status 2. */
int	rec_adds(struct rec *, const char *name);

/* The text that the filter reads (-f): 0 if the record has none or null, then
 * rec_write it as it is. */
int	rec_text(struct rec *, struct str *);

/* A member of the input: its JSON, or what its string stands for.  0 if it is
 * not there (or, for rec_string, no string).  tsv cells are strings. */
int	rec_raw(struct rec *, int slot, struct str *);
int	rec_string(struct rec *, int slot, struct str *);

/*
 * A member that is an array of strings: what they stand for, in order, until
 * the next call.  0 if it is not there, or null; -1 if it is anything else.
 */
int	rec_strings(struct rec *, int slot, const struct str **, size_t *n);

/* The record's own id: the member `id' (a string's meaning, a number's
 * spelling), or the number of its line over all operands. */
struct str rec_id(struct rec *);

/* Set a member: an empty buffer to write its JSON into.  rec_unset takes one
 * back, rec_reset all, so that one record can be written many times. */
struct buf *rec_set(struct rec *, int slot);
void	rec_set_string(struct rec *, int slot, struct str);
void	rec_set_number(struct rec *, int slot, uint64_t);
void	rec_unset(struct rec *, int slot);
void	rec_reset(struct rec *);

/* Write the record with what was set. */
void	rec_write(struct rec *);

/* Call these around each time that records leave for standard output: all
 * that were written since the last time. */
void	rec_around(struct rec *, void (*before)(void *),
	    void (*after)(void *), void *);

/* Report the record as bad: at a byte of the decoded text, or 0 for none. */
void	rec_bad(struct rec *, const char *why);

/* The same, at another member than the one of -f. */
void	rec_bad_at(struct rec *, int slot, const char *why);

/* Flush, close, check; the status that main returns. */
int	rec_close(struct rec *);

/*
 * CoNLL: a record is the lines up to a blank one, its text their words (what
 * stands before the first tab, or space if there is no tab), joined by
 * spaces.  A line of "# ..." without a tab is a remark, not a word.
 */
struct rec_word {
	size_t		start;		/* bytes of the text; for a remark */
	size_t		end;		/* both are the same */
	size_t		at;		/* the line, in rec_lines */
	size_t		n;
};

/* -i conll: the words of this record; *lines is what `at' counts in. */
const struct rec_word *rec_words(const struct rec *, size_t *n,
	    struct str *lines);

/* -o conll: the lines that rec_write is to write, empty at first; it puts a
 * blank one behind them. */
struct buf *rec_conll(struct rec *);

#endif
