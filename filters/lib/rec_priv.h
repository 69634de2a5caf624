#ifndef DHARA_REC_PRIV_H
#define DHARA_REC_PRIV_H

#include "in.h"
#include "json.h"
#include "out.h"
#include "rec.h"
#include "tsv.h"

/* What rec.c (reading, slots) and recout.c (writing) share; nobody else. */
struct rec_slot {
	struct str	 name;
	struct buf	 key;		/* ,"name": */
	int		 next;		/* slot + 1 of such a length, or 0 */
	size_t		 at;		/* member of this record, or REC_NONE */
	int		 set;		/* val replaces or adds it */
	int		 decoded;	/* dec holds the string's meaning */
	struct buf	 val;		/* JSON */
	struct buf	 dec;
};

#define REC_NONE	SIZE_MAX
#define REC_LENGTHS	64		/* the last is all that are longer */

struct rec {
	const struct opt *opt;
	char *const	*operand;	/* the next one */
	int		 started;
	int		 stop;		/* -s met a bad record */
	int		 bad;		/* this record was reported */
	int		 rej_open;	/* the last reject had no newline */
	struct in	*in;
	size_t		 before;	/* lines of the inputs before this */
	struct str	 line;
	struct str	 stem;		/* -i file: the id */
	struct json	 json;
	struct tsv	 head;		/* -i tsv: names, decoded */
	struct buf	 names;		/* what head points into */
	struct tsv	 cells;
	size_t		 n;		/* members of this record */
	size_t		*owner;		/* member: slot + 1 that may set it */
	size_t		 owner_cap;
	struct rec_slot	 slot[REC_SLOTS];
	int		 nslots;
	int		 nset;		/* slots set now */
	int		 first[REC_LENGTHS];	/* by length: slot + 1, or 0 */
	int		 field;		/* slot of -f */
	int		 id;		/* slot of "id" */
	struct buf	 idnum;
	struct out	 out;
	struct out	 rej;
	struct tsv	 cols;		/* -o tsv */
	struct buf	 col_names;
	int		 have_cols;
	int		 head_done;
	struct buf	 block;		/* -i conll: the lines, each with \n */
	size_t		 block_line;	/* number of the first */
	struct buf	 text;		/* their words, joined by spaces */
	struct rec_word	*word;
	size_t		 nwords;
	size_t		 word_cap;
	struct buf	 conll;		/* -o conll: what is to be written */
	struct buf	 items;		/* rec_strings: meanings, end to end */
	struct str	*item;
	size_t		 item_cap;
};

/* The name of a member of the input, still escaped if it is JSON. */
struct str rec_member_name(const struct rec *, size_t i);

/* -i conll: the lines up to a blank one are the record; IN_LINE, or as
 * in_line.  A bad one: the byte of it where it is bad, all of it kept. */
int	recconll_next(struct rec *);
void	recconll_reject(struct rec *, size_t byte, const char *why);

/* A member of the input is what its slot or its JSON or cell says: append
 * its meaning as a cell of -o tsv. */
void	recout_head(struct rec *);

#endif
