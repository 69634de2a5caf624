/*
 * dedupe's sketches and index: vector kernels against their scalar twin,
 * estimates against exact Jaccard, the index against what was put in.
 */
#include <math.h>
#include <stdint.h>

#include "hash.h"
#include "index.h"
#include "sketch.h"
#include "tap.h"

#define N	300

static void
twins(void)
{
	struct sketch a, b;
	uint32_t *set, base[N];
	size_t i, n;
	int bad = 0;

	for (i = 0; i < N; i++)
		base[i] = (uint32_t)hash_word(i + 1) | 1;
	for (n = 1; n < N; n += 7) {
		set = (uint32_t *)(void *)fresh((const char *)base,
		    n * sizeof(*set));
		sketch_make(&a, set, n);
		sketch_make_scalar(&b, set, n);
		bad += memcmp(&a, &b, sizeof(a)) != 0;
		free(set);
	}
	ok(bad == 0, "the kernel in use equals the scalar one");
}

/* Pairs of 200 shingles of which `common' are shared. */
static void
estimate(size_t common)
{
	struct sketch a, b;
	struct sketch_set s = { 0 };
	uint32_t x[200], y[200];
	size_t i, k, agree = 0, trials = 400;
	double j = 0, want, sd;

	for (k = 0; k < trials; k++) {
		for (i = 0; i < 200; i++) {
			x[i] = (uint32_t)hash_word(k << 20 | i) | 1;
			y[i] = i < common ? x[i] :
			    (uint32_t)hash_word(k << 20 | i | 1 << 19) | 1;
		}
		sketch_make(&a, x, 200);
		sketch_make(&b, y, 200);
		for (i = 0; i < SKETCH_K; i++)
			agree += a.min[i] == b.min[i];
	}
	sketch_set(&s, x, 200);
	j = (double)sketch_both(&s, y, 200);
	j /= 400 - j;
	sketch_set_free(&s);
	want = (double)common / (double)(400 - common);
	ok(fabs(j - want) < .001, "exact Jaccard %.3f", want);
	sd = sqrt(want * (1 - want) / (double)(trials * SKETCH_K));
	ok(fabs((double)agree / (double)(trials * SKETCH_K) - want) <
	    4 * sd + .001, "minima agree as often");
}

static void
shingles(void)
{
	uint64_t w[12];
	uint32_t a[12], b[12];
	size_t i;
	int bad = 0;

	for (i = 0; i < 12; i++)
		w[i] = hash_word(i % 4 + 1);
	sketch_shingles(w, 12, 5, a);
	for (i = 0; i < 8; i++) {
		sketch_shingles(w + i, 5, 5, b);
		bad += a[i] != b[0];
	}
	ok(bad == 0, "rolling equals starting over");
	ok(a[0] == a[4] && a[0] != a[1], "repeats repeat");
}

static void
table(void)
{
	struct index *x = index_new(6);
	uint64_t key[6];
	const uint32_t *rec;
	size_t n, k;
	uint32_t i, j, want = 40000;
	int lost = 0, strange = 0;

	for (i = 0; i < want; i++) {
		for (k = 0; k < 6; k++)
			key[k] = hash_word(i * 6 + k + 1);
		j = index_add(x, hash_word(i), i);
		if (!index_unfit(x)) {
			index_insert(x, j, key);
			continue;
		}
		index_rebuild(x);
		for (j = 0; j <= i; j++) {
			for (k = 0; k < 6; k++)
				key[k] = hash_word(j * 6 + k + 1);
			index_insert(x, j, key);
		}
	}
	for (i = 0; i < want; i++) {
		for (k = 0; k < 6; k++)
			key[k] = hash_word(i * 6 + k + 1);
		n = index_find(x, key, 6, hash_word(i), 0, &rec);
		lost += n != 1 || rec[0] != i;
		for (k = 0; k < 6; k++)
			key[k] = hash_word(UINT64_C(1) << 40 | (i * 6 + k));
		strange += index_find(x, key, 6, hash_word(i), 5, &rec) != 0 &&
		    rec[0] != i;
	}
	ok(lost == 0, "what was put in is found, each once");
	ok(strange == 0, "nothing else is");
	ok(index_bytes(x) / want <= 68, "at most 68 bytes a record");
	index_free(x);
}

int
main(void)
{
	unsigned int bands, rows;

	twins();
	estimate(178);
	estimate(133);
	estimate(60);
	shingles();
	table();
	sketch_plan(.8, &bands, &rows);
	ok(bands == 6 && rows == 3, "the plan for .8");
	return tap_end();
}
