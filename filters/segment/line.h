#ifndef DHARA_LINE_H
#define DHARA_LINE_H

#include "words.h"

/* One line (or paragraph, when lines are joined) of a text, and what has
 * been seen of it. */
struct line {
	const char	*text;		/* all of it, to text_end */
	const char	*text_end;
	const char	*p;		/* where the scan is */
	const char	*e;
	const char	*start;		/* of the open unit */
	const char	*open;		/* the last opening quote, or NULL */
	const char	*blank;		/* no letter from start to here */
	const char	*last;		/* behind the last letter of the line */
	int		 quotes;	/* ASCII double quotes before here */
	int		 bars;		/* | is a danda; -1: not known yet */
	langs		 hint;		/* the text's language, or 0 */
};

/* How far back or ahead a choice looks at most: what keeps hostile text
 * linear. */
#define REACH	2048

/* Does this character end sentences?  0 if not. */
int	end_mark(struct line *, uint32_t c);

/*
 * A terminator starts at p: where its unit ends, or NULL if none ends there;
 * *pp moves behind what was looked at.
 */
const char *end_decide(struct line *, const char *p, const char **pp);

/* Does the text [p, e) have | for danda (bad OCR, old keyboards)?  A part of
 * end_mark, in bars.c. */
int	bars_are_dandas(const char *p, const char *e, langs hint);

#endif
