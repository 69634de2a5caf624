#ifndef DEDUPE_REDUCE_H
#define DEDUPE_REDUCE_H

#include "buf.h"
#include "print.h"

/*
 * The reduce side of lines.h: sorted lines in, lines or records out.  Layer
 * 5: sets wait for their pairs on disk.
 *
 * Bands become candidates: two records that share a band and whose signatures
 * are near.  Then, record by record in the order of the whole, each is
 * compared with those of its candidates that were kept, which is what the
 * filter does when it reads the records themselves.
 */
struct reduce;

/* Of so many records with one band, later ones are compared: the same bound
 * as that of a run of lines in the index. */
#define REDUCE_LEFTS	160

enum reduce_to {
	REDUCE_CANDIDATES,	/* bands to lines; other lines pass */
	REDUCE_KEPT,		/* all to records: ids of what is kept, */
	REDUCE_DUPLICATES,	/* of what is not, */
	REDUCE_MARKS,		/* or all with dup_of, sim, cluster, */
	REDUCE_MARKED		/* or the duplicates with them */
};

/* Opens a temporary file: before the sandbox. */
struct reduce *reduce_new(const struct plan *, enum reduce_to);
void	reduce_free(struct reduce *);

/*
 * The next line; what it leads to is appended.  NULL, or why it cannot go on:
 * a line that is none, out of order, made with other options, or without the
 * lines that belong to it.
 */
const char *reduce_line(struct reduce *, struct str line, struct buf *out);

/* After the last: NULL, or as above. */
const char *reduce_end(struct reduce *);

struct reduce_sum {
	size_t		 records;
	size_t		 exact;		/* duplicates of similarity 1 */
	size_t		 near;
	size_t		 pairs;		/* candidates */
	size_t		 memory;	/* bytes */
	uint64_t	 disk;
};

void	reduce_sum(const struct reduce *, struct reduce_sum *);

#endif
