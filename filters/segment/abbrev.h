#ifndef DHARA_ABBREV_H
#define DHARA_ABBREV_H

#include "words.h"

/* A full stop and where it stands. */
struct stop {
	const char	*from;		/* do not look back behind here */
	const char	*dot;		/* the stop itself */
	const char	*behind;	/* of the stop */
	const char	*next;		/* the next character, no space */
	const char	*end;		/* of the line */
	langs		 hint;		/* the text's language, or 0 */
};

/* Is the stop part of the word before it: an initial, a title, a unit? */
int	abbrev_before(const struct stop *);

/* Does the stretch [from, dot) hold no more than what opens a list item or
 * a chapter: "12", "२.३", "iv", "अध्याय 3"? */
int	abbrev_list_number(const struct stop *);

/* Is the first word of [p, e), the last or the last but one a verb of saying
 * ("पूछा", "said"), or are the last two like "जवाब दिया"? */
int	abbrev_says(const char *p, const char *e, langs hint);

/* Does the last word of [p, e) open a quotation: a verb, or "that" (कि)? */
int	abbrev_quotes(const char *p, const char *e, langs hint);

/* Is the word at p "and" or "or"? */
int	abbrev_joins(const char *p, const char *e, langs hint);

/* Is the word at p a postposition, which opens no sentence ("में")? */
int	abbrev_after(const char *p, const char *e, langs hint);

/* Is the word at p one that goes on behind a quotation ("என்று", "ने")? */
int	abbrev_that(const char *p, const char *e, langs hint);

/* Where the word starts that ends at e, not before from. */
const char *abbrev_word(const char *from, const char *e);

#endif
