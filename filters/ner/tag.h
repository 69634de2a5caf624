#ifndef DHARA_TAG_H
#define DHARA_TAG_H

#include <stdint.h>

#include "lexicon.h"
#include "map.h"
#include "token.h"

/*
 * The tagger: BIO tags by a linear model over hashed features, best path by
 * Viterbi (Collins 2002).  ner-train and ner share the features.
 */
enum tag {
	TAG_O, TAG_B_PER, TAG_I_PER, TAG_B_LOC, TAG_I_LOC, TAG_B_ORG,
	TAG_I_ORG
};
#define TAGS		7
#define TAG_BITS	18
#define TAG_BUCKETS	((size_t)1 << TAG_BITS)
#define TAG_FEATURES	64		/* of one token, at most */
#define TAG_MAGIC	"DHARANR1"

/* Weights: [bucket][8], then the transitions [8][8] (from, to). */
struct tagger {
	const int16_t	*w;
	const int16_t	*trans;
};

/* magic 8, bits 4, tags 4, then the weights, little-endian. */
int	tag_load(struct tagger *, const struct map *, const char **why);

/* What is known of each token alone: what the lists say, and the hashes that
 * the features of up to five tokens around share. */
struct tag_hint {
	uint32_t	bits;		/* LEX_* of a phrase that begins here */
	uint32_t	inside;		/* LEX_* of a phrase begun before */
	uint64_t	word;
	uint64_t	stem;
	uint32_t	shape;
};

void	tag_hints(const struct lexicon *, const struct tokens *,
	    struct tag_hint *);

/* Buckets of token i's features in the sentence [from, to). */
size_t	tag_features(const struct tokens *, const struct tag_hint *,
	    size_t from, size_t to, size_t i, uint32_t *bucket);

/* Tag all tokens, sentence by sentence; out has room for ts->n. */
void	tag_run(const struct tagger *, const struct tokens *,
	    const struct tag_hint *, unsigned char *out);

/* How sure it is of the tags of tokens [from, to), 0 to 1: the surest other
 * tag of the least sure token, as a share. */
double	tag_sure(const struct tagger *, const struct tokens *,
	    const struct tag_hint *, const unsigned char *tags, size_t from,
	    size_t to);

/* May `to' follow `from'?  I only after B or I of its type. */
int	tag_follows(int from, int to);

#endif
