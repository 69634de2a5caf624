#ifndef DHARA_LANG_H
#define DHARA_LANG_H

#include <stdint.h>

#include "buf.h"
#include "map.h"

/*
 * Language of a text whose script is known.  Most scripts have one language;
 * the others have a linear model over hashed character n-grams (1 to 5) and
 * words, read from a mapped file: lang.model, made by langtrain.  A script is
 * a number of script.h.
 */
#define LANG_CLASSES	24		/* per script */
#define LANG_GROUPS	16
#define LANG_LANES	8		/* rows are padded to as many classes */
#define LANG_MAGIC	"DHARALM2"

/* One script's model.  weight points into the mapped file. */
struct lang_group {
	int		 script;
	uint32_t	 bits;		/* 2^bits buckets */
	uint32_t	 nclass;
	uint32_t	 stride;	/* of a row: nclass, padded */
	uint32_t	 only;		/* classes that may be chosen */
	char		 name[LANG_CLASSES][8];
	float		 scale[LANG_CLASSES];
	float		 bias[LANG_CLASSES];
	const int8_t	*weight;	/* [bucket][stride] */
};

struct lang_model {
	struct lang_group group[LANG_GROUPS];
	size_t		 n;
	struct str	 only;		/* "hi,gu,en"; p NULL: any */
};

/* 0, or -1 with a reason if the bytes are no model. */
int	lang_load(struct lang_model *, const struct map *, const char **why);

/*
 * Choose among these languages only: codes with commas between, which must
 * live as long as the model.  0, or -1 and in *bad the first that is not
 * known.
 */
int	lang_only(struct lang_model *, const char *list, struct str *bad);

struct lang_guess {
	char		 name[8];	/* ISO 639, or "und" */
	double		 score;		/* probability among the model's */
};

/*
 * The best languages, at most max (1 or more); returns how many.  script is
 * the text's main one.  Under LANG_LETTERS letters of it, or under LANG_SCORE,
 * the only guess is "und".
 */
#define LANG_LETTERS	3
#define LANG_SCORE	.3

size_t	lang_guess(const struct lang_model *, struct str text, int script,
	    struct lang_guess *, size_t max);

/*
 * The buckets of a text's features, for trainer and guesser alike: at most
 * LANG_FEATURES, repeats included, of its first LANG_LETTERS_MAX letters or
 * so.  *letters counts those that were used.
 */
#define LANG_LETTERS_MAX 400
#define LANG_FEATURES	((LANG_LETTERS_MAX + 64) * 7)

size_t	lang_features(struct str text, int script, uint32_t bits,
	    uint32_t *bucket, size_t *letters);

/* Sums of the weights of n buckets, one for each class; the second without
 * vector instructions, to compare with. */
void	lang_sum(const struct lang_group *, const uint32_t *bucket, size_t n,
	    int32_t *sum);
void	lang_sum_scalar(const struct lang_group *, const uint32_t *bucket,
	    size_t n, int32_t *sum);

#endif
