#ifndef DHARA_ABBREV_H
#define DHARA_ABBREV_H

#include <stddef.h>

/*
 * Is the full stop at text[dot] part of the word before it: an initial, a
 * title, a unit?  `from' is where to stop looking back; `next' points at the
 * next character that is no space, `end' behind the text.
 */
int	abbrev_before(const char *text, size_t from, size_t dot,
	    const char *next, const char *end);

/* Does the stretch [from, to) hold no more than what opens a list item or
 * a chapter: "12", "१", "iv", "अध्याय 3"? */
int	abbrev_list_number(const char *text, size_t from, size_t to);

/* Is the last word of [from, to) a verb of saying ("पूछा", "said")? */
int	abbrev_says(const char *text, size_t from, size_t to);

#endif
