#ifndef DHARA_CORPUS_H
#define DHARA_CORPUS_H

#include <stdint.h>

#include "crf.h"
#include "feat.h"
#include "lexicon.h"
#include "model.h"
#include "token.h"

/*
 * Labelled text, as ner-train keeps it: each different word once, with what
 * features ask of it; of each token its word, the labels that it may have,
 * and the features that are not its words' own.
 */
struct corpus_sentence {
	size_t	from;			/* tokens [from, from + n) */
	size_t	n;
	float	weight;
};

struct corpus {
	struct feat_word *word;
	uint32_t	*freq;		/* of each word */
	size_t		 nword;
	uint32_t	*of;		/* the word of a token */
	uint32_t	*allow;		/* its labels, a set of bits */
	size_t		*near;		/* where its features begin in h */
	uint64_t	*h;
	size_t		 n;		/* tokens; near has one more */
	size_t		 nh;
	struct corpus_sentence *s;
	size_t		 ns;
	/* Inside. */
	struct corpus_slot *slot;
	size_t		 nslot;
	size_t		 cap[7];
};

/* The types, in the order in which they came up. */
struct types {
	char	name[CRF_TYPES][MODEL_NAME];
	int	n;
};

/* What corpus_add needs to know of a file. */
struct corpus_how {
	const struct lexicon	*lexicon;
	const struct feat_tables *tables;
	unsigned int		 groups;
	float			 weight;
	int			 mr;	/* Devanagari is Marathi */
	int			 dev;	/* unknown types are O */
};

/* Add a sentence: words joined by a space, where each ends, and the set of
 * labels that each may have. */
void	corpus_add(struct corpus *, const struct corpus_how *, struct str text,
	    const size_t *end, const uint32_t *allow, size_t n);

/*
 * Add a file of lines token ... TAB tag, a blank line between sentences; NULL
 * is standard input.  Ends the program at a line that is wrong.
 */
void	corpus_read(struct corpus *, const struct corpus_how *, struct types *,
	    const char *path);

void	corpus_free(struct corpus *);

#endif
