/*
 * dedupe's sets against a reference that looks at every kept record and knows
 * nothing of numbers, chains and prefixes.
 */
#include <math.h>
#include <stdint.h>

#include "hash.h"
#include "sets.h"
#include "tap.h"

#define RECORDS	3000
#define MOST	12
#define NAMES	300

static uint64_t	seed;
static unsigned int rec[RECORDS][MOST], size[RECORDS];
static size_t	kept[RECORDS], nkept;
static double	count[NAMES], total;	/* of the kept, or of a file */

static unsigned int
below(unsigned int n)
{
	return (unsigned int)((hash_word(++seed) >> 32) % n);
}

/* A set of different names, low ones common. */
static void
draw(size_t r)
{
	unsigned int i, k, x;

	size[r] = 1 + below(MOST);
	for (i = 0; i < size[r];) {
		x = below(1 + below(1 + below(NAMES)));
		for (k = 0; k < i && rec[r][k] != x; k++)
			;
		if (k == i)
			rec[r][i++] = x;
	}
	/* Every third is like one before. */
	if (r > 0 && below(3) == 0) {
		k = below((unsigned int)r);
		size[r] = size[k];
		memcpy(rec[r], rec[k], sizeof(rec[r]));
		rec[r][0] = NAMES - 1;
		for (i = 1; i < size[r]; i++)
			if (rec[r][i] == NAMES - 1)
				rec[r][i] = NAMES - 2;
	}
}

static int
has(size_t r, unsigned int x)
{
	unsigned int i;

	for (i = 0; i < size[r]; i++)
		if (rec[r][i] == x)
			return 1;
	return 0;
}

static double
bits(size_t r, unsigned int x, int fixed)
{
	double n = fixed ? total : (double)nkept + 1;
	double d = fixed ? count[x] : count[x] + has(r, x);

	return log2((n + 100) / (d + .5));
}

static double
alike(size_t r, size_t other, int fixed)
{
	double both = 0, either = 0, w;
	unsigned int i;

	for (i = 0; i < size[r]; i++) {
		w = bits(r, rec[r][i], fixed);
		either += w;
		both += has(other, rec[r][i]) ? w : 0;
	}
	for (i = 0; i < size[other]; i++)
		if (!has(r, rec[other][i]))
			either += bits(r, rec[other][i], fixed);
	return both < SETS_BITS ? 0 : both / either;
}

static struct str
name(unsigned int x)
{
	static char b[16];

	return (struct str){ b, (size_t)snprintf(b, sizeof(b), "n%u", x) };
}

/* The oldest of the kept is forgotten. */
static void
forget(int fixed)
{
	unsigned int i;

	for (i = 0; !fixed && i < size[kept[0]]; i++)
		count[rec[kept[0]][i]]--;
	memmove(kept, kept + 1, --nkept * sizeof(*kept));
}

static void
against_all(double threshold, int fixed, size_t window)
{
	struct sets *s = sets_new(window);
	double sim, j, best;
	long long got, want;
	size_t r, k, dups = 0;
	unsigned int i;
	int bad = 0;

	nkept = 0;
	total = fixed ? 2000 : 0;
	for (i = 0; i < NAMES; i++) {
		count[i] = fixed ? 1000 / (i + 1) : 0;
		if (fixed)
			sets_count(s, name(i), 1000 / (i + 1));
	}
	if (fixed)
		sets_total(s, 2000);
	for (r = 0; r < RECORDS; r++) {
		draw(r);
		while (window > 0 && nkept > 0 && r - kept[0] > window)
			forget(fixed);
		sets_begin(s);
		for (i = 0; i < size[r]; i++)
			sets_put(s, name(rec[r][i]));
		sets_put(s, name(rec[r][0]));
		got = sets_find(s, threshold, &sim);
		for (k = 0, best = 0, want = -1; k < nkept; k++)
			if ((j = alike(r, kept[k], fixed)) > best + 1e-9) {
				best = j;
				want = (long long)k;
			}
		if (best < threshold)
			want = -1;
		bad += (got == -1) != (want == -1) ||
		    (got != -1 && (fabs(sim - best) > 1e-9 ||
		    !str_eq(sets_id(s, (uint32_t)got),
		    name((unsigned int)kept[want]))));
		dups += got != -1;
		if (got == -1) {
			sets_keep(s, name((unsigned int)r));
			kept[nkept++] = r;
			for (i = 0; !fixed && i < size[r]; i++)
				count[rec[r][i]]++;
		}
	}
	ok(bad == 0, "as a look at all, threshold %.2f%s, window %zu",
	    threshold, fixed ? ", counts of a file" : "", window);
	ok(dups > 100 && nkept > 2, "%zu duplicates of %d", dups, RECORDS);
	ok(sets_kept(s) == nkept, "all of the kept are known");
	ok(window == 0 || sets_bytes(s) < 100000, "%zu bytes", sets_bytes(s));
	sets_free(s);
}

int
main(void)
{
	against_all(.25, 0, 0);
	against_all(.6, 0, 0);
	against_all(.25, 1, 0);
	against_all(.25, 0, 40);
	against_all(.25, 1, 300);
	return tap_end();
}
