#ifndef DEDUPE_LINES_H
#define DEDUPE_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "print.h"

/*
 * The lines by which map and reduce talk (dedupe(1), MAP AND REDUCE): a key,
 * a tab, the rest; numbers in digits of six bits that sort as they count.
 *
 *	A TAB settings
 *	B key TAB seq bits class	a band of a record
 *	R seq TAB c seq			the earlier one is a candidate
 *	R seq TAB l			the record is a candidate of a later one
 *	R seq TAB s id TAB set		its id as JSON, and its set
 *
 * A record is known by its place in the whole: the number of its split, then
 * its own in there.
 */
#define LINES_SPLITS	(1 << 20)
#define LINES_RECORDS	(UINT64_C(1) << 40)

enum lines_kind {
	LINES_SETTINGS,
	LINES_BAND,
	LINES_CANDIDATE,
	LINES_LEFT,
	LINES_SET
};

struct lines {
	enum lines_kind	 kind;
	struct str	 settings;
	uint64_t	 key;		/* of a band */
	uint64_t	 seq;		/* the record */
	uint64_t	 bits;		/* its signature */
	uint64_t	 class;		/* equal for equal texts */
	uint64_t	 other;		/* the earlier record */
	struct str	 id;
	struct str	 set;		/* as it stands in the line */
};

/* Append a line, its newline too; lines_record several.  A record that has
 * nothing to compare has no print (NULL). */
void	lines_settings(struct buf *, const struct plan *);
void	lines_record(struct buf *, const struct plan *,
	    const struct print *, uint64_t seq, struct str id);
void	lines_candidate(struct buf *, uint64_t seq, uint64_t other);
void	lines_left(struct buf *, uint64_t seq);

/* Take a line apart: 0, or -1 if it is none of these. */
int	lines_parse(struct lines *, struct str line);

/* The set of LINES_SET, appended as 32-bit numbers of this machine; how many,
 * SIZE_MAX if it is not made of digits (lines_parse does not look). */
size_t	lines_set(struct buf *, struct str set);

#endif
