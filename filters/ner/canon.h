#ifndef DHARA_CANON_H
#define DHARA_CANON_H

#include <stdint.h>

#include "entity.h"

/*
 * The fullest form of each name in a record: લવરોવ is સેર્ગેઈ લવરોવ if that
 * stands in the same text, whatever its script; एससीओ in brackets is the
 * organisation before them.
 */
struct canon {
	struct buf	 text;		/* names and keys, one after another */
	struct canon_name {
		size_t	 name, nname;	/* in text */
		size_t	 key, nkey;
		size_t	 full;		/* the entity whose name is fullest */
	}		*e;		/* one for each entity */
	struct canon_look {		/* what tells most pairs apart */
		uint64_t own;		/* bits of its id and key */
		uint64_t parts;		/* of what it may be full for */
		uint32_t key;		/* hash of the key, 0: no key */
		uint32_t type;		/* numbers, as they come up */
	}		*look;
	size_t		 nlook;		/* room in look */
	size_t		 n;
	size_t		 cap;
};

/* All zero is an empty one; replaces what it held. */
void	canon_find(struct canon *, const struct entities *,
	    const struct finder *, struct str text);

/* Has it a name, key and fullest form?  Dates, numbers, addresses and
 * nationalities have none. */
int	canon_is_name(const struct entity *);

struct str canon_name(const struct canon *, size_t entity);
struct str canon_key(const struct canon *, size_t entity);

/* The fullest form of its name. */
struct str canon_full(const struct canon *, size_t entity);
void	canon_free(struct canon *);

#endif
