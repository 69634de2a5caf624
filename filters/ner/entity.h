#ifndef DHARA_ENTITY_H
#define DHARA_ENTITY_H

#include "calendar.h"
#include "date.h"
#include "lexicon.h"
#include "tag.h"
#include "token.h"

/* Names, dates and addresses found in a text, in order of place. */
struct entity {
	size_t		 start;		/* bytes */
	size_t		 end;
	const char	*type;		/* static */
	struct str	 id;		/* of a list, or empty */
	size_t		 value;		/* where it begins in values */
	size_t		 nvalue;	/* its bytes, 0 if there is none */
	struct str	 unit;		/* of a number, or empty */
};

struct entities {
	struct entity	*e;
	size_t		 n;
	size_t		 cap;
	struct buf	 values;	/* of dates and numbers */
	int		 mr;		/* Devanagari is Marathi here */
	struct tokens	 tokens;
	struct tag_hint	*hint;
	unsigned char	*tag;
	size_t		 room;
};

/* What it is found with. */
struct finder {
	struct tagger		 tagger;
	struct lexicon		*lexicon;
	struct calendar		*calendar;
	struct day		 today;		/* of the record, or none */
	struct str		 lang;		/* the same; ISO 639 */
};

/* All zero is an empty one; replaces what it held. */
void	entity_find(struct entities *, const struct finder *,
	    struct str text);
/* Append the name of a PER, LOC or ORG: the mention without its suffix. */
void	entity_name(const struct entities *, const struct finder *,
	    struct str mention, struct buf *);
void	entity_free(struct entities *);

#endif
