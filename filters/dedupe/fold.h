#ifndef DEDUPE_FOLD_H
#define DEDUPE_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/*
 * What two texts must agree in to be the same: every code point is folded
 * (dedupe(1), THE FOLD), words are the runs between spaces, and each word
 * becomes a 64-bit hash, all in one pass.  Hashes are the same on every
 * machine and may go into files.
 */
#define FOLD_VERSION	1	/* one more when any hash changes */

struct fold {
	uint64_t	*word;
	size_t		 n;
	size_t		 cap;
};

/* The words of valid UTF-8, in order; what was there before is gone. */
void	fold_text(struct fold *, struct str);
void	fold_free(struct fold *);

/* The same without a memory of words, for tests. */
void	fold_text_plain(struct fold *, struct str);

/* Bytes from p, of which 32 can be read, that are more than a space, at most
 * 32; they go to raw, with zeros behind.  A vector kernel and its twin. */
size_t	fold_span(const char *p, uint64_t raw[4]);
size_t	fold_span_scalar(const char *p, uint64_t raw[4]);

/* The hash of one word that is folded already, as code points. */
uint64_t fold_word(const uint32_t *, size_t n);

/*
 * The table, by code point: what the pass looks up.  Kind in the high byte,
 * below it the code point that it becomes, the place in fold_seq (times 32,
 * plus the length), or the combining class.
 */
enum fold_kind {
	FOLD_SELF,		/* becomes itself */
	FOLD_MAP,		/* becomes another one */
	FOLD_VIRAMA,		/* itself; may turn a nasal to anusvara */
	FOLD_MARK,		/* itself; has a combining class to sort by */
	FOLD_SPACE,		/* ends a word */
	FOLD_DROP,		/* is not there */
	FOLD_SEQ,		/* becomes several */
	FOLD_HANGUL		/* a syllable: becomes two or three jamo */
};

#define FOLD_PAGE	128	/* code points a page */

extern const uint16_t	fold_page[0x110000 / FOLD_PAGE];
extern const uint16_t	fold_cell[];
extern const uint32_t	fold_act[];
extern const uint32_t	fold_seq[];

#endif
