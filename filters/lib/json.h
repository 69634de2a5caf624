#ifndef DHARA_JSON_H
#define DHARA_JSON_H

#include "buf.h"

/*
 * A scanner, not a tree (RFC 8259, strict): it checks one line and notes
 * where the members of its object are.  The line must be valid UTF-8
 * (utf8_valid first).  Slices point into the line.
 */
#define JSON_DEPTH	64

struct json_member {
	struct str	key;		/* between the quotes, still escaped */
	struct str	val;		/* the whole value, quotes and all */
	int		key_esc;	/* the key has a backslash */
	int		val_esc;	/* a string that has a backslash */
};

struct json {
	struct json_member	*m;
	size_t			 n;
	size_t			 cap;
	size_t			 open;	/* offset after '{' */
	size_t			 close;	/* offset of '}' */
	size_t			 at;	/* on failure: offset of the fault */
	const char		*why;	/* on failure: constant text */
};

/* 0, or -1 with at and why.  Reuse one struct; json_free at the end. */
int	json_object(struct json *, struct str line);
void	json_free(struct json *);

/* Is this the name of the member?  Decodes the key if it must. */
int	json_named(const struct json_member *, struct str name);

/*
 * The items of an array that json_object has accepted: *rest is the array at
 * first, then what is left of it.  0 after the last.
 */
int	json_item(struct str *rest, struct str *item);

/* Append what a string value stands for; raw has its quotes. */
void	json_decode(struct buf *, struct str raw);

/* Append a string value: quotes, and escapes only where RFC 8259 section 7
 * wants them.  s is valid UTF-8. */
void	json_encode(struct buf *, struct str s);

/* First byte of [p, e) that is '"', '\\' or below 0x20; e if none. */
const char *json_plain(const char *p, const char *e);

#endif
