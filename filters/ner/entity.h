#ifndef DHARA_ENTITY_H
#define DHARA_ENTITY_H

#include "calendar.h"
#include "date.h"
#include "lexicon.h"
#include "tag.h"
#include "token.h"

/* Who found it. */
enum entity_by { BY_MODEL, BY_LIST, BY_USER, BY_RULE, BY_DOC };

/* Names, dates and addresses found in a text, in order of place. */
struct entity {
	size_t		 from;		/* tokens */
	size_t		 to;
	enum entity_by	 by;
	size_t		 start;		/* bytes */
	size_t		 end;
	const char	*type;		/* static, or the model's */
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
	struct tagger		*tagger;
	struct lexicon		*lexicon;
	struct calendar		*calendar;
	struct day		 today;		/* of the record, or none */
	struct str		 lang;		/* the same; ISO 639 */
};

/* All zero is an empty one; replaces what it held. */
void	entity_find(struct entities *, const struct finder *,
	    struct str text);
/* Add one that is just these tokens; its place in order is the caller's. */
void	entity_add(struct entities *, size_t from, size_t to,
	    const char *type);

/*
 * How sure the model is of what it found, 0 to 1; of what the user's lists and
 * the rules found, 1.
 */
double	entity_sure(const struct entities *, const struct finder *,
	    struct str text, size_t i);

/* Append the name of a PER, LOC or ORG: the mention without its suffix. */
void	entity_name(const struct entities *, const struct finder *,
	    struct str mention, struct buf *);
void	entity_free(struct entities *);

#endif
