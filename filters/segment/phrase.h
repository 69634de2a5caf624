#ifndef DHARA_PHRASE_H
#define DHARA_PHRASE_H

#include "buf.h"

/*
 * Phrases that give a whole unit its kind: what scrapers leave behind
 * ("यह भी पढ़ें"), what opens a caption ("देखें:"), the words of dates.  They are
 * data: a list of lines
 *
 *	phrase			boilerplate
 *	phrase TAB kind		boilerplate, caption or date
 *
 * A phrase stands for the whole unit, or for its start when punctuation
 * follows; with * at its end for the start of any unit.  Case, nukta,
 * joiners and the punctuation around a unit do not count.
 */
enum phrase_kind {
	PHRASE_NONE, PHRASE_BOILERPLATE, PHRASE_CAPTION, PHRASE_DATE
};

/* All zero is an empty list. */
struct phrases {
	struct phrase_node *node;	/* a trie; 0 is its root */
	size_t		 n;
	size_t		 cap;
	struct phrase_edge *edge;	/* a hash table of all edges */
	size_t		 nedges;
	size_t		 mask;
	unsigned char	*opens;		/* a set of bits: first letters */
};

#define PHRASE_OPENS	32768		/* bits of it */

/*
 * Add the lines of a list; what it says overrules what was there.  Empty
 * lines and those that start with # are none; CR at an end and a byte order
 * mark are forgiven.  Returns 0, or the number of the line that is wrong and
 * why.
 */
size_t	phrase_load(struct phrases *, struct str data, const char **why);
void	phrase_free(struct phrases *);

/* The kind of the unit: boilerplate or caption; or none. */
enum phrase_kind phrase_unit(const struct phrases *, struct str unit);

/* Is this word one of those that make up dates? */
int	phrase_date(const struct phrases *, struct str word);

#endif
