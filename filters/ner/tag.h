#ifndef DHARA_TAG_H
#define DHARA_TAG_H

#include <stdint.h>

#include "feat.h"
#include "lexicon.h"
#include "map.h"
#include "model.h"
#include "token.h"

/*
 * The tagger: BIO labels by a conditional random field (crf.h).  What a word
 * adds to the scores of the tokens around it is kept for the next time that
 * the word comes up.
 */
#define TAG_LONGEST	400		/* tokens of a sentence */

struct tagger;

/* The model and the lists must stay, and no list be added. */
struct tagger *tag_new(const struct model *, const struct lexicon *);
void	tag_free(struct tagger *);
const struct model *tag_model(const struct tagger *);

/* What the lists say of each token; h has room for ts->n. */
void	tag_hints(const struct lexicon *, const struct tokens *,
	    struct tag_hint *);

/* Where the sentence ends that begins at token `from'. */
size_t	tag_sentence(const struct tokens *, size_t from);

/* Label all tokens, sentence by sentence, and say what the lists say; both
 * have room for ts->n.  `mr': Devanagari is Marathi. */
void	tag_run(struct tagger *, const struct tokens *, struct str text, int mr,
	    struct tag_hint *, unsigned char *out);

/* The probability that just the tokens [from, to) have the labels that they
 * have, as one name.  *at is where a sentence begins at or before `from', 0 at
 * first, and then where the one of `from' does. */
double	tag_sure(struct tagger *, const struct tokens *, struct str text,
	    int mr, const struct tag_hint *, const unsigned char *label,
	    size_t from, size_t to, size_t *at);

#endif
