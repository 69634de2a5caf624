#ifndef DHARA_TRAIN_H
#define DHARA_TRAIN_H

#include <stdint.h>

#include "buf.h"

/*
 * What the parts of langtrain share.  All of it is deterministic: the same
 * files give the same model.
 */

/* A number below n, n > 0; xorshift64 (Marsaglia 2003). */
uint64_t train_chance(uint64_t n);

/*
 * The texts of one line of lang.list: calls `take' for each, which must copy.
 * kind is its fifth column or NULL; dir the folder of the list, which paths
 * that begin with "./" are in.  Ends the program if a file cannot be read.
 */
void	train_load(const char *path, const char *kind, const char *dir,
	    void (*take)(void *, struct str), void *arg);

/*
 * Romanisation learned from a lexicon of attested spellings: native TAB Latin
 * TAB count.  A word of the lexicon gets one of its spellings, by their
 * counts; another one is spelt letter by letter, as the lexicon spells.
 */
struct roman *roman_open(const char *path);
void	roman_free(struct roman *);
void	roman_text(const struct roman *, struct str native, struct buf *out);

#endif
