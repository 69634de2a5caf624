#ifndef DEDUPE_STORE_H
#define DEDUPE_STORE_H

#include <stdint.h>

#include "buf.h"
#include "print.h"

/*
 * The kept records: an index in memory, the rest on disk, a window that
 * forgets.  Layer 5: it does I/O.
 */
struct store;

struct store_opt {
	const struct plan *plan;
	uint64_t	 last;		/* -W: records, or 0 */
	int64_t		 within;	/* -T: seconds, or 0 */
	const char	*state;		/* -S: path, or NULL */
};

/* Opens all files: before the sandbox. */
struct store *store_open(const struct store_opt *);
void	store_close(struct store *);

/* A record comes in: the window moves on.  store_clock is the latest date. */
void	store_next(struct store *, int64_t date);
int64_t	store_clock(const struct store *);

/*
 * The kept record that is most like this one, the first of equals: how alike
 * they are, and its id, which lives until the next call; below the threshold
 * -1.  So too if that record is this one, `own' its id, and it is not sure
 * that it was written before a crash.
 */
double	store_find(struct store *, const struct print *, struct str own,
	    struct str *id);

/* Keep this record, known by its id; repeats in its set are left out. */
void	store_keep(struct store *, struct print *, struct str id);

/* Before and after records are written to standard output. */
void	store_before(void *store);
void	store_after(void *store);

struct store_sum {
	uint64_t	 kept;		/* known now */
	uint64_t	 forgotten;
	uint64_t	 memory;	/* bytes of index */
	uint64_t	 peak;		/* of them, ever */
	uint64_t	 disk;		/* bytes */
};

void	store_sum(const struct store *, struct store_sum *);

#endif
