#ifndef DHARA_SENTENCE_H
#define DHARA_SENTENCE_H

#include "buf.h"
#include "words.h"

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

/* How to cut: all zero is each line by itself, language by script. */
struct cut {
	langs	hint;			/* the text's language, or 0 */
	int	join;			/* lines, up to a blank one */
};

/* Cut valid UTF-8 into units; replaces what the list held. */
void	sentence_cut(struct units *, struct str text, const struct cut *);
void	sentence_free(struct units *);

#endif
