#ifndef DHARA_LANG_H
#define DHARA_LANG_H

#include <stdint.h>

#include "buf.h"
#include "map.h"

/*
 * Language of a text whose script is known.  Most scripts have one language;
 * the others have a linear model over hashed character n-grams (1 to 4) and
 * words, read from a mapped file: lang.model, made by langtrain.
 */
#define LANG_CLASSES	24		/* per script */
#define LANG_MAGIC	"DHARALM1"

/* One script's model.  Slices point into the mapped file. */
struct lang_group {
	char		 script[4];
	uint32_t	 bits;		/* 2^bits buckets */
	uint32_t	 nclass;
	char		 name[LANG_CLASSES][8];
	float		 scale[LANG_CLASSES];
	float		 bias[LANG_CLASSES];
	const int16_t	*weight;	/* [bucket][class] */
};

struct lang_model {
	struct lang_group group[16];
	size_t		 n;
};

/* 0, or -1 with a reason if the bytes are no model. */
int	lang_load(struct lang_model *, const struct map *, const char **why);

struct lang_guess {
	char		 name[8];	/* ISO 639, or "und" */
	double		 score;		/* probability among the model's */
};

/*
 * The best languages, at most max; returns how many.  script is the ISO
 * 15924 name of the text's main script.  Under LANG_LETTERS letters of that
 * script, or under LANG_SCORE, the first guess is "und".
 */
#define LANG_LETTERS	3
#define LANG_SCORE	.35

size_t	lang_guess(const struct lang_model *, struct str text,
	    const char *script, struct lang_guess *, size_t max);

/*
 * The buckets of a text's features, for trainer and guesser alike: at most
 * max, repeats included.  *letters counts the letters that were used.
 */
size_t	lang_features(struct str text, const char *script, uint32_t bits,
	    uint32_t *bucket, size_t max, size_t *letters);

#endif
