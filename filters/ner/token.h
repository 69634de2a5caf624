#ifndef DHARA_TOKEN_H
#define DHARA_TOKEN_H

#include <stdint.h>

#include "buf.h"

/* Tokens of a text with their places. */
enum token_kind {
	TOK_WORD, TOK_NUMBER, TOK_PUNCT, TOK_HANDLE, TOK_HASHTAG, TOK_URL,
	TOK_EMAIL
};

#define TOKEN_LETTERS	40		/* folded letters that are kept */

struct token {
	size_t		start;		/* bytes */
	size_t		end;
	enum token_kind	kind;
	int		brk;		/* a line or sentence ends before it */
	uint16_t	f[TOKEN_LETTERS];	/* token_fold of it */
	uint16_t	n;
	uint16_t	stem;		/* letters without a case suffix */
};

struct tokens {
	struct token	*t;
	size_t		 n;
	size_t		 cap;
};

/* All zero is an empty list; replaces what it held.  Valid UTF-8. */
void	token_cut(struct tokens *, struct str text);

/* As token_cut, from byte `at' on, `most' tokens if there are so many; `brk'
 * is that of the first.  Returns the byte where it stopped. */
size_t	token_cut_from(struct tokens *, struct str text, size_t at, int brk,
	    size_t most);
void	token_free(struct tokens *);

/* A decimal digit of any script?  As uni_digit, mostly without a call. */
int	token_is_digit(uint32_t c);

/*
 * Spelling variants made one: the nine Brahmi blocks fold onto Devanagari,
 * nukta and joiners go, candrabindu and a nasal before a consonant of its
 * class become anusvara, Latin is lower case.  At most TOKEN_LETTERS; returns
 * how many.
 */
uint16_t token_fold(struct str word, uint16_t *out);

#endif
