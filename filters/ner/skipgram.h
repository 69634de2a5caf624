#ifndef DHARA_SKIPGRAM_H
#define DHARA_SKIPGRAM_H

#include "buf.h"

/*
 * Classes of words by the company that they keep, from plain text: vectors
 * by skip-grams with negative samples (Mikolov 2013), the words to the left
 * and to the right apart (Ling 2015), then spherical k-means, 64 classes,
 * each cut in four, and these in four.  Case suffixes are words of their own,
 * so that text of all the languages goes together.
 */
struct skipgram;

struct skipgram *skipgram_new(void);
void	skipgram_add(struct skipgram *, struct str line);

/* Append lines of word TAB class, the class below 1024; words that come up
 * at least 5 times, at most 65,536 of them. */
void	skipgram_classes(struct skipgram *, unsigned int seed, struct buf *);
void	skipgram_free(struct skipgram *);

#endif
