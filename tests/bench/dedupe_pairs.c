/*
 * dedupe-pairs GRAM T <texts: all pairs of lines that are alike, with no
 * sketch: the sets of word GRAM-grams after dedupe's fold are counted out
 * against each other.  Prints "later TAB earlier TAB jaccard TAB containment
 * TAB words of the shorter" for pairs of which either reaches T.  Lines count
 * from 1.  A text shorter than GRAM is one gram.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "hash.h"
#include "mem.h"
#include "sketch.h"

struct gram {
	uint64_t	 hash;
	uint32_t	 doc;
};

struct doc {
	size_t		 words;
	size_t		 n;		/* different grams */
};

static struct gram *gram;
static struct doc *doc;
static size_t ngram, gram_cap, ndoc, doc_cap;

static int
order(const void *a, const void *b)
{
	const struct gram *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->doc < y->doc ? -1 : x->doc > y->doc;
}

static void
add(const struct fold *f, size_t len)
{
	size_t i, n = f->n < len ? f->n > 0 : f->n - len + 1;

	for (i = 0; i < n; i++) {
		gram = mem_grow(gram, &gram_cap, ngram + 1, sizeof(*gram));
		gram[ngram].hash = hash_bytes(f->word + i,
		    (f->n < len ? f->n : len) * sizeof(*f->word), 7);
		gram[ngram++].doc = (uint32_t)ndoc;
	}
	doc = mem_grow(doc, &doc_cap, ndoc + 1, sizeof(*doc));
	doc[ndoc++] = (struct doc){ f->n, 0 };
}

/* Where each document's grams are, after sorting. */
static size_t *
places(size_t **start)
{
	size_t *at = mem_alloc(ngram, sizeof(*at));
	size_t *next = mem_alloc(ndoc + 1, sizeof(*next));
	size_t i;

	*start = mem_alloc(ndoc + 1, sizeof(**start));
	for (i = 0; i < ngram; i++)
		(*start)[gram[i].doc + 1]++;
	for (i = 0; i < ndoc; i++)
		(*start)[i + 1] += (*start)[i];
	memcpy(next, *start, (ndoc + 1) * sizeof(*next));
	for (i = 0; i < ngram; i++)
		at[next[gram[i].doc]++] = i;
	free(next);
	return at;
}

static void
report(uint32_t a, const uint32_t *both, double t)
{
	double less, j;
	uint32_t b;

	for (b = 0; b < a; b++) {
		if (both[b] == 0)
			continue;
		less = (double)(doc[a].n < doc[b].n ? doc[a].n : doc[b].n);
		j = both[b] / ((double)(doc[a].n + doc[b].n) - both[b]);
		if (j >= t || both[b] / less >= t)
			printf("%u\t%u\t%.4f\t%.4f\t%zu\n", a + 1, b + 1, j,
			    both[b] / less, doc[a].words < doc[b].words ?
			    doc[a].words : doc[b].words);
	}
}

int
main(int argc, char *argv[])
{
	struct fold f = { 0 };
	size_t size = 0, len, i, k, m, *start, *at;
	uint32_t *both, d;
	char *line = NULL;
	ssize_t n;

	if (argc != 3) {
		fprintf(stderr, "usage: dedupe-pairs gram threshold <texts\n");
		return 2;
	}
	len = strtoul(argv[1], NULL, 10);
	while ((n = getline(&line, &size, stdin)) > 0) {
		fold_text(&f, (struct str){ line, (size_t)n });
		add(&f, len);
	}
	qsort(gram, ngram, sizeof(*gram), order);
	for (i = k = 0; i < ngram; i++)		/* each once */
		if (k == 0 || gram[i].hash != gram[k - 1].hash ||
		    gram[i].doc != gram[k - 1].doc)
			gram[k++] = gram[i];
	ngram = k;
	for (i = 0; i < ngram; i++)
		doc[gram[i].doc].n++;
	at = places(&start);
	both = mem_alloc(ndoc, sizeof(*both));
	for (d = 0; d < ndoc; d++) {
		memset(both, 0, d * sizeof(*both));
		for (i = start[d]; i < start[d + 1]; i++)
			for (m = at[i]; m-- > 0 &&
			    gram[m].hash == gram[at[i]].hash; )
				both[gram[m].doc]++;
		report(d, both, strtod(argv[2], NULL));
	}
	free(both);
	free(at);
	free(start);
	free(gram);
	free(doc);
	free(line);
	fold_free(&f);
	return fflush(stdout) != 0;
}
