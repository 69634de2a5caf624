#ifndef DHARA_ENTITY_H
#define DHARA_ENTITY_H

#include "lexicon.h"
#include "tag.h"
#include "token.h"

/* Names, dates and addresses found in a text, in order of place. */
struct entity {
	size_t		 start;		/* bytes */
	size_t		 end;
	const char	*type;		/* static */
	struct str	 id;		/* of a list, or empty */
};

struct entities {
	struct entity	*e;
	size_t		 n;
	size_t		 cap;
	struct tokens	 tokens;
	struct tag_hint	*hint;
	unsigned char	*tag;
	size_t		 room;
};

/* All zero is an empty one; replaces what it held. */
void	entity_find(struct entities *, const struct tagger *,
	    const struct lexicon *, struct str text);
void	entity_free(struct entities *);

#endif
