#ifndef DHARA_FEAT_H
#define DHARA_FEAT_H

#include <stdint.h>

#include "buf.h"
#include "lexicon.h"
#include "token.h"

/*
 * Features of a token, as 63-bit hashes.  All languages share them, since
 * the fold has brought their letters together.  Most depend on one word and
 * how far off it stands, so that their scores can be kept by word; the rest,
 * on pairs of words and on what the lists say here.
 */
#define FEAT_REACH	2		/* words to each side */
#define FEAT_WORD_MAX	64		/* features of one word at one place */
#define FEAT_GRAMS	8		/* inner ones of a word */
#define FEAT_PAIRS_MAX	64		/* the rest, of one token */

/* The bit of a feature that only words have which training has seen. */
#define FEAT_IDENTITY	UINT64_C(1)

/* Groups, to leave out when it is measured what they are worth. */
enum {
	FEAT_AFFIX = 1, FEAT_STEM = 2, FEAT_FOLD = 4, FEAT_KEY = 8,
	FEAT_LANG = 16, FEAT_PAIR = 32, FEAT_CONTENT = 64, FEAT_LIST = 128,
	FEAT_CLUSTER = 256, FEAT_GRAM = 512, FEAT_ALL = 1023
};

/* Numbers of words, by a hash; sorted by hash. */
struct feat_table {
	const uint32_t	*hash;
	const uint16_t	*number;
	size_t		 n;
};

/* What a model knows of words: classes of stems, the upper bits of a number
 * coarser; and of which types the lists have a name that sounds so (name
 * keys), bits that feat_sound_bit tells. */
struct feat_tables {
	struct feat_table	class;
	struct feat_table	sound;
};

/* 10 bits of a number; 8 and 6 for the coarser. */
#define CLUSTER_BITS	10

/* What pairs of words ask of one; short, as it is kept for many words. */
struct feat_near {
	uint64_t	word;		/* folded letters */
	uint64_t	stem;		/* without a case suffix */
	uint64_t	suf3;		/* the last three letters, or 0 */
	uint16_t	cluster;	/* 1 and up; 0: of none */
	uint16_t	sounds;		/* bits: names of lists sound so */
	unsigned char	weak;		/* a postposition or so */
	unsigned char	begins;		/* the tagger's: may begin a phrase */
};

/* All that is asked of one word. */
struct feat_word {
	struct feat_near near;
	uint64_t	rough;		/* the stem, vowels made alike */
	uint64_t	key;		/* the sound of it, any script; or 0 */
	uint64_t	key3;		/* its first three classes */
	uint64_t	tail;		/* the case suffix */
	uint64_t	pre[5];
	uint64_t	suf[5];
	uint64_t	gram[FEAT_GRAMS]; /* three letters inside */
	uint32_t	shape;
	uint32_t	lang;		/* script, or Marathi */
	uint16_t	affixes;
	uint16_t	grams;
	uint16_t	nkey;		/* classes of sound */
};

/* Of no word: before the first and after the last of a sentence. */
extern const struct feat_word feat_edge;

void	feat_word(struct feat_word *, const struct token *, struct str raw,
	    int mr, const struct feat_tables *);

/* The hash that a stem has in the classes. */
uint32_t feat_cluster_hash(const uint16_t *f, size_t n);

/* The hash that a word has in the sounds; 0: it is too short. */
uint32_t feat_sound_hash(struct str word);

/* The bit of a word of a name: LEX_* type, the first of several, the last,
 * or the only one; 0 for types that are no names. */
uint16_t feat_sound_bit(unsigned int type, int first, int last);

/* Features of the word that stands d from a token, -2 to 2. */
size_t	feat_at(const struct feat_word *, int d, unsigned int groups,
	    uint64_t *out);

/*
 * feat_at in parts: what hangs on the word itself, and what hangs on a value
 * that many words share, so that its scores can be kept by feat_share().
 */
enum feat_part {
	FEAT_OF_WORD, FEAT_OF_CLASS, FEAT_OF_SHAPE, FEAT_OF_SOUND,
	FEAT_OF_TAIL, FEAT_PARTS
};
size_t	feat_part(const struct feat_word *, int d, unsigned int groups,
	    enum feat_part, uint64_t *out);

/* Words for which this is equal have the same features in a part, which is
 * not FEAT_OF_WORD. */
uint64_t feat_share(const struct feat_word *, enum feat_part);

/* What the lists say of a token. */
struct tag_hint {
	uint32_t	bits;		/* LEX_* of a phrase that begins here */
	uint32_t	inside;		/* LEX_* of a phrase begun before */
	uint32_t	last;		/* LEX_* of a phrase that ends here */
};

/* The rest, of token i of [from, to); w[k] is the word of token k. */
size_t	feat_pairs(const struct feat_near *const *w, const struct tag_hint *,
	    size_t from, size_t to, size_t i, unsigned int groups,
	    uint64_t *out);

#endif
