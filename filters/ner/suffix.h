#ifndef DHARA_SUFFIX_H
#define DHARA_SUFFIX_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/* Letters of a folded word (token_fold) without its case suffix; n if it has
 * none.  Loose: for features. */
size_t	suffix_stem(const uint16_t *f, size_t n);

/*
 * A name without its case suffix, by its script's language; in place of what
 * b held.  Devanagari is taken for Hindi, with `mr' for Marathi.  A suffix
 * that may be the name's own end comes off only where `known' (or NULL) has
 * what is left, and a name that it has stays whole.
 */
void	suffix_name(struct buf *b, struct str name, int mr,
	    int (*known)(const void *arg, struct str), const void *arg);

#endif
