#ifndef DEDUPE_STATE_H
#define DEDUPE_STATE_H

#include <stdint.h>

#include "print.h"
#include "spool.h"

/*
 * The state file (-S): the entries of the spool, kept over runs.
 *
 * Head, 128 bytes: what all entries were made with, and two slots that say
 * where the first entry is that is not forgotten; written in turn, so that one
 * of them is always good.  Then entries, only ever appended to: records, and
 * after each write to standard output a commit, which says what has been
 * acknowledged, that is, written there.
 *
 * An entry is in the file before its record is written out.  So after a
 * crash every acknowledged record is known, and of the entries behind the
 * last commit it is not known whether their records got out: they are
 * pending, which the next run notes in an entry of its own.  A pending record
 * that comes again, with the same id, passes once more, rather twice than
 * never, and gets a new entry, which is not pending.
 */
#define STATE_VERSION	1

struct state {
	const char	*path;
	uint32_t	 turn;		/* of the slot written last */
	uint64_t	 seq;		/* records read, over all runs */
	int64_t		 clock;		/* the latest date */
	uint64_t	 acked;		/* entries before this offset */
	uint64_t	*pending;	/* but for these: from, to, from, to */
	size_t		 npending;
	size_t		 pending_cap;
	uint64_t	 done;		/* end of the last commit, its seq */
	uint64_t	 done_seq;
};

/*
 * Open, lock and check; data becomes the file.  Each good record is then
 * given to `take', with its offset.  A torn end is cut off, with a message;
 * damage before the end, other options, another process end the program with
 * status 3.
 */
void	state_open(struct state *, const char *path, const struct plan *,
	    struct spool *, void (*take)(void *, const struct spool_item *,
	    uint64_t off), void *);

/* Everything kept so far is now acknowledged. */
void	state_commit(struct state *, struct spool *);

/* The record at an offset is pending. */
int	state_pending(const struct state *, uint64_t off);

/* Entries before the spool's start are about to be given back. */
void	state_forget(struct state *, struct spool *, uint64_t start);

/* A last commit, made durable. */
void	state_close(struct state *, struct spool *);

#endif
