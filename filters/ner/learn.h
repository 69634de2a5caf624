#ifndef DHARA_LEARN_H
#define DHARA_LEARN_H

#include <stdint.h>

#include "corpus.h"

/*
 * Weights of a conditional random field by stochastic gradients with
 * AdaGrad's steps (Duchi, Hazan, Singer 2011), one sentence at a time; what
 * comes out is the mean of the weights after each epoch from the second on.
 * If a file has no room for all rows, some are left out after half of the
 * epochs; what is left is learned on, so that it makes up for them, and the
 * mean is that of these epochs.
 */
struct learned;

struct learn_how {
	int		 epochs;
	int		 patience;	/* epochs without a better dev score */
	int		 cutoff;	/* times that a feature must come up */
	unsigned int	 seed;
	double		 rate;
	double		 l2;
	double		 drop;		/* share of features left out */
	double		 unknown;	/* u of u + times: a word is made so */
	double		 margin;	/* a wrong label gains it in training */
	double		 miss;		/* O where there is a name, on top */
	unsigned int	 groups;
	int		 runs;		/* trainings that the mean is over */
	/* Which rows of the learned stay, 1 or 0 each; NULL: all. */
	void		(*choose)(const struct learned *, unsigned char *keep,
			    void *arg);
	void		*arg;
};

struct learned {
	int		 labels;
	size_t		 stride;	/* floats of a row: 8, 16 or 32 */
	uint64_t	*h;		/* of each feature */
	unsigned char	*times;		/* that it came up, to 255 */
	float		*w;		/* [n][stride] */
	size_t		 n;
	float		 trans[CRF_LABELS * CRF_LABELS];
};

/* Right, found, and in the text, of each type. */
struct score {
	size_t	right[CRF_TYPES];
	size_t	found[CRF_TYPES];
	size_t	gold[CRF_TYPES];
};

/* F1 of all types together. */
double	score_f1(const struct score *, int types);

/* dev may be empty (n 0).  Reports to standard error. */
void	learn(struct learned *, const struct learn_how *,
	    const struct corpus *, const struct corpus *dev,
	    const struct types *);
void	learned_free(struct learned *);

#endif
