#ifndef DHARA_CRF_H
#define DHARA_CRF_H

#include <stddef.h>
#include <stdint.h>

/*
 * Linear-chain conditional random fields (Lafferty, McCallum, Pereira 2001)
 * over BIO labels: label 0 is O, 2k + 1 is B and 2k + 2 is I of type k.
 * A sequence begins as if after O; an I follows only B or I of its type.
 */
#define CRF_TYPES	15
#define CRF_LABELS	(2 * CRF_TYPES + 1)

int	crf_follows(int from, int to);

/* What the work needs, kept from one sequence to the next; all zero. */
struct crf_work {
	double	*alpha;
	double	*beta;
	double	*score;
	size_t	 cap[3];
};

void	crf_free(struct crf_work *);

/*
 * The logarithm of the sum over all paths through score[n][labels] with the
 * transitions trans[from][to]; where allow is given, of paths whose label
 * at i is in the bit set allow[i] alone.  Adds `sign' times the probability
 * of each label at each place to node[n][labels], and of each transition to
 * edge[labels][labels], where they are not NULL.
 */
double	crf_sum(struct crf_work *, const float *score, size_t n, int labels,
	    const float *trans, const uint32_t *allow, double sign,
	    float *node, double *edge);

/* The best path; back has room for n * labels, out for n. */
void	crf_best(const float *score, size_t n, int labels,
	    const float *trans, unsigned char *back, unsigned char *out);

#endif
