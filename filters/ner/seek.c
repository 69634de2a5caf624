/*
 * Hashes in sorted tables.
 */
#include "seek.h"

#define NEAR	64			/* entries to look through */

/*
 * As the hashes of a table are evenly spread, where one stands can be
 * guessed, and better from the first guess.
 */
static size_t
guess(const struct seek *a, int step)
{
	long long at = (long long)a->at, n = (long long)a->t->n, off;

	if (n <= NEAR)
		return 0;
	off = (long long)a->hash - (step == 0 ? 0 : a->t->hash[at]);
	at += off * n / ((long long)UINT32_MAX + 1);
	return at < 0 ? 0 : at >= n ? (size_t)n - 1 : (size_t)at;
}

/* The first entry that is not below the hash, near the guess; in a table of
 * another make by halving. */
static size_t
lower(const struct feat_table *t, uint32_t hash, size_t mid)
{
	size_t lo = 0, hi = t->n, k;

	for (k = 0; k < NEAR && mid < t->n && t->hash[mid] < hash; k++)
		mid++;
	for (; k < NEAR && mid > 0 && t->hash[mid - 1] >= hash; k++)
		mid--;
	if (k < NEAR)
		return mid;
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (t->hash[mid] < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Step by step for all, as each step waits for memory. */
void
seek_all(struct seek *a, size_t n)
{
	size_t i;
	int step;

	for (i = 0; i < n; i++)
		a[i].at = 0;
	for (step = 0; step < 2; step++)
		for (i = 0; i < n; i++) {
			if (a[i].t->n == 0)
				continue;
			a[i].at = guess(&a[i], step);
			__builtin_prefetch(&a[i].t->hash[a[i].at]);
		}
	for (i = 0; i < n; i++) {
		a[i].at = lower(a[i].t, a[i].hash, a[i].at);
		if (a[i].at == a[i].t->n)
			continue;
		if (a[i].t->hash[a[i].at] == a[i].hash)
			__builtin_prefetch(&a[i].t->number[a[i].at]);
		else
			a[i].at = a[i].t->n;
	}
}
