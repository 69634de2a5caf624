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
	uint32_t	 from;		/* tokens of the piece */
	uint32_t	 to;
	enum entity_by	 by;
	float		 p;		/* entity_sure's */
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
	/* Where the next one begins. */
	size_t		 at;		/* bytes */
	int		 brk;
	int		 ready;		/* it is in tokens already */
};

/*
 * A text is looked at in pieces of so many tokens, cut where a sentence ends,
 * so that no text is too long for the memory.  What all but books have is one
 * piece.
 */
#define ENTITY_PIECE	131072

/* What it is found with. */
struct finder {
	struct tagger		*tagger;
	struct lexicon		*lexicon;
	struct calendar		*calendar;
	struct day		 today;		/* of the record, or none */
	struct str		 lang;		/* the same; ISO 639 */
};

/* All zero is an empty one.  Begin, then entity_more finds what is in the next
 * piece, in place of what it held, until it returns 0. */
void	entity_begin(struct entities *, const struct finder *,
	    struct str text);
int	entity_more(struct entities *, const struct finder *,
	    struct str text);

/* Add one that is just these tokens; its place in order is the caller's. */
void	entity_add(struct entities *, size_t from, size_t to,
	    const char *type);

/*
 * Fill in p of those of the piece: how sure the model is of what it found, 0
 * to 1; of what the user's lists and the rules found, 1.
 */
void	entity_sure(struct entities *, const struct finder *,
	    struct str text);

/* Append the name of a PER, LOC or ORG: the mention without its suffix. */
void	entity_name(const struct entities *, const struct finder *,
	    struct str mention, struct buf *);
void	entity_free(struct entities *);

#endif
