#ifndef DHARA_SUFFIX_H
#define DHARA_SUFFIX_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/* Letters of a folded word (token_fold) without its case suffix; n if it has
 * none.  Loose: for features. */
size_t	suffix_stem(const uint16_t *f, size_t n);

/* Bytes of a name without its case suffix, by its script's language; strict:
 * what is left must look like a name. */
size_t	suffix_cut(struct str name);

#endif
