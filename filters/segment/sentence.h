#ifndef DHARA_SENTENCE_H
#define DHARA_SENTENCE_H

#include "buf.h"

/*
 * Sentence units of a text: the smallest stretches that a reader would take
 * as one sentence, heading, caption, tweet line, date line or line of
 * boilerplate.  Pure: text in, offsets out.
 */
enum unit_kind {
	KIND_SENTENCE, KIND_HEADING, KIND_CAPTION, KIND_DATELINE,
	KIND_BOILERPLATE, KIND_TWEET, KIND_DATE
};

struct unit {
	size_t		start;		/* bytes, inclusive */
	size_t		end;		/* bytes, exclusive */
	size_t		para;		/* from 1 */
	enum unit_kind	kind;
	int		ended;		/* has a terminator of its own */
};

/* All zero is an empty list; reuse it. */
struct units {
	struct unit	*u;
	size_t		 n;
	size_t		 cap;
};

/* Cut valid UTF-8 into units; replaces what the list held. */
void	sentence_cut(struct units *, struct str text);
void	sentence_free(struct units *);

/* Give each unit its kind, by its form and its neighbours. */
void	kind_mark(struct units *, struct str text);
const char *kind_name(enum unit_kind);

#endif
