#ifndef DHARA_MODEL_H
#define DHARA_MODEL_H

#include <stdint.h>

#include "crf.h"
#include "feat.h"
#include "map.h"

/*
 * A model as it lies in its file, mapped.  Weights of a feature are one row
 * of signed bytes, one a label, times a scale.  Rows stand by eights in
 * lines: 8 bytes of fingerprints (0: no row), then the rows; a line of 7
 * labels is 64 bytes, so a look-up touches one line of the cache.  A feature
 * that was pruned is met as another one with odds of 1 in 40.
 *
 * The file, little-endian: magic 8; a mark of the byte order 8; a checksum
 * of all that follows 8; its size 8; types, groups, lines, words in classes,
 * scale in 2^-24ths, sounds, 0, 0 at 4 each; a name of 16 bytes for each type,
 * ended by NULs; transitions [from][to] at 2 each; the lines, 8 bytes, the
 * hashes of the classes' words at 4, their numbers at 2, the same of the
 * sounds.  Each of these begins at a multiple of 64.
 */
#define MODEL_MAGIC	"DHARANR2"
#define MODEL_NAME	16
#define MODEL_ROWS	8

struct model {
	const char	*name;		/* [types][MODEL_NAME] */
	int		 types;
	int		 labels;
	unsigned int	 groups;	/* of features */
	double		 scale;
	const int16_t	*trans;
	const unsigned char *line;
	size_t		 nline;
	size_t		 width;		/* bytes of a line */
	struct feat_tables tables;
};

/* Where things stand in the file. */
struct model_plan {
	size_t	trans;
	size_t	line;
	size_t	hash[2];		/* of classes and sounds */
	size_t	number[2];
	size_t	all;
};

#define MODEL_HEAD	64

void	model_plan(struct model_plan *, size_t types, size_t lines,
	    size_t words, size_t sounds);

/* Sum of the file from byte 24 on. */
uint64_t model_check(const unsigned char *, size_t n);

/* -1 and why; the map must stay. */
int	model_open(struct model *, const struct map *, const char **why);

/* Is there such a type? */
int	model_has(const struct model *, struct str type);

/* The line that feature h, of 63 bits, stands in, and its fingerprint. */
static inline size_t
model_line(uint64_t h, size_t lines)
{
	return (size_t)((h >> 31) * lines >> 32);
}

static inline unsigned char
model_print(uint64_t h)
{
	return (unsigned char)((h & 0xffff) % 255 + 1);
}

/* The weights of feature h, or NULL.  There are 8 bytes behind the last. */
static inline const signed char *
model_row(const struct model *m, uint64_t h)
{
	const unsigned char *l = m->line + model_line(h, m->nline) * m->width;
	uint64_t x, f = model_print(h) * UINT64_C(0x0101010101010101);

	memcpy(&x, l, 8);
	x ^= f;
	/* The lowest byte that is 0 (Mycroft). */
	x = (x - UINT64_C(0x0101010101010101)) & ~x &
	    UINT64_C(0x8080808080808080);
	if (x == 0)
		return NULL;
	return (const signed char *)(l + MODEL_ROWS + (size_t)m->labels *
	    ((size_t)__builtin_ctzll(x) / 8));
}

#endif
