#ifndef DHARA_ADDRESS_H
#define DHARA_ADDRESS_H

#include "buf.h"

/*
 * Addresses: URLs, e-mail addresses, handles and hashtags.  Their letters say
 * nothing about the text that they stand in.
 */

/*
 * The next address at or after byte *at of valid UTF-8: 1 with its slice and
 * *at behind it, or 0.  Begin with 0.  All calls together are linear in the
 * length of the text.
 */
int	address_next(struct str text, size_t *at, struct str *found);

/* Append text with a space for every address; returns how many there were.  If
 * there were none, nothing is appended. */
size_t	address_cut(struct str text, struct buf *out);

#endif
