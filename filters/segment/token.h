#ifndef DHARA_TOKEN_H
#define DHARA_TOKEN_H

#include "buf.h"
#include "words.h"

struct token {
	size_t	start;			/* bytes, inclusive */
	size_t	end;			/* bytes, exclusive */
};

/* All zero is an empty list; reuse it. */
struct tokens {
	struct token	*v;
	size_t		 n;
	size_t		 cap;
};

/*
 * Cut a unit, valid UTF-8, into words, numbers, dates, addresses and marks;
 * replaces what the list held.  All but white space is in a token; none
 * starts or ends inside a grapheme cluster.  UAX #29's word boundaries, but:
 * short forms keep their stop (डॉ. U.S. वि॰), compounds with a hyphen, times,
 * dates, addresses, #tags and @handles are whole, a stop between letters of
 * Indian scripts cuts, a run of one mark (... !! ॥) is whole.
 */
void	token_cut(struct tokens *, struct str unit, langs hint);
void	token_free(struct tokens *);

#endif
