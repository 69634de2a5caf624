/*
 * dedupe-gen COUNT SEED TRUTH <words: write COUNT records of about 3 KB drawn
 * from the words on standard input, three in ten of them made from one of the
 * 4096 before, and to the file TRUTH "later TAB earlier TAB kind TAB jaccard"
 * for those.  The same arguments give the same bytes.  It is word salad: good
 * for speed, memory and recall at a known likeness, no likeness of the news.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RING	4096
#define MAX	400
#define GRAM	5

enum kind { FRESH, SAME, SPELL, EDIT, CUT, PREFIX, KINDS };

struct doc {
	uint32_t	 id;
	int		 n;
	uint32_t	 w[MAX];
};

static const char *const name[KINDS] = {
	"fresh", "same", "spell", "edit", "cut", "prefix"
};
static struct doc ring[RING];
static char **word;
static uint32_t nword;
static uint64_t state;

static uint32_t
rnd(uint32_t below)
{
	/* splitmix64 (Steele, Lea, Flood, 2014) */
	uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (uint32_t)(((z ^ z >> 31) >> 32) * below >> 32);
}

static void
read_words(void)
{
	static char line[4096];
	size_t cap = 0;

	while (scanf("%4095s", line) == 1) {
		if (strpbrk(line, "\"\\") != NULL)
			continue;
		if (nword == cap) {
			cap = cap * 2 + 1024;
			word = realloc(word, cap * sizeof(*word));
		}
		if (word == NULL || (word[nword++] = strdup(line)) == NULL)
			abort();
	}
	if (nword < 100) {
		fprintf(stderr, "dedupe-gen: too few words\n");
		exit(2);
	}
}

static int
order(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Word 5-grams as a sorted set. */
static int
grams(const struct doc *d, uint64_t *g)
{
	int i, k, n = 0, m = 0;
	uint64_t h;

	for (i = 0; i + GRAM <= d->n; i++) {
		for (h = 0, k = 0; k < GRAM; k++)
			h = (h ^ d->w[i + k]) * UINT64_C(0x9e3779b97f4a7c15);
		g[n++] = h;
	}
	qsort(g, (size_t)n, sizeof(*g), order);
	for (i = 0; i < n; i++)
		if (i == 0 || g[i] != g[i - 1])
			g[m++] = g[i];
	return m;
}

static double
jaccard(const struct doc *a, const struct doc *b)
{
	static uint64_t x[MAX], y[MAX];
	int n = grams(a, x), m = grams(b, y), i = 0, k = 0, both = 0;

	while (i < n && k < m)
		if (x[i] == y[k]) {
			both++;
			i++;
			k++;
		} else if (x[i] < y[k])
			i++;
		else
			k++;
	return (double)both / (n + m - both);
}

static void
fill(struct doc *d, int n)
{
	d->n = n;
	while (n-- > 0)
		d->w[n] = rnd(nword);
}

/* Change d, a copy, in the manner of a kind. */
static void
change(struct doc *d, enum kind k)
{
	int i, n;

	if (k == EDIT)
		for (i = 1 + (int)rnd(16); i > 0; i--)
			d->w[rnd((uint32_t)d->n)] = rnd(nword);
	if (k == CUT)
		d->n -= d->n * (int)rnd(50) / 100;
	if (k == PREFIX) {
		n = (int)rnd(30);
		if (d->n + n > MAX)
			n = MAX - d->n;
		memmove(d->w + n, d->w, (size_t)d->n * sizeof(d->w[0]));
		d->n += n;
		for (i = 0; i < n; i++)
			d->w[i] = rnd(nword);
	}
}

static void
print(const struct doc *d, enum kind k)
{
	int i;

	printf("{\"id\":\"d%07" PRIu32 "\",\"text\":\"", d->id);
	for (i = 0; i < d->n; i++) {
		fputs(word[d->w[i]], stdout);
		if (k == SPELL && rnd(4) == 0)
			fputs("\xe2\x80\x8b", stdout);	/* U+200B */
		fputs(i + 1 == d->n ? "" : k == SPELL && rnd(4) == 0 ?
		    ", " : " ", stdout);
	}
	puts("\"}");
}

int
main(int argc, char *argv[])
{
	struct doc *d, *from;
	uint32_t i, n;
	enum kind k;
	FILE *truth;

	if (argc != 4 || (truth = fopen(argv[3], "w")) == NULL) {
		fprintf(stderr, "usage: dedupe-gen count seed truth <words\n");
		return 2;
	}
	n = (uint32_t)strtoul(argv[1], NULL, 10);
	state = strtoull(argv[2], NULL, 10);
	read_words();
	for (i = 0; i < n; i++) {
		d = &ring[i % RING];
		k = i < 100 || rnd(10) > 2 ? FRESH :
		    (enum kind)(1 + rnd(KINDS - 1));
		if (k == FRESH)
			fill(d, 150 + (int)rnd(150));
		else {
			do
				from = &ring[rnd(i < RING ? i : RING)];
			while (from == d);
			*d = *from;
			change(d, k);
			fprintf(truth, "d%07" PRIu32 "\td%07" PRIu32
			    "\t%s\t%.4f\n", i, from->id, name[k],
			    jaccard(d, from));
		}
		d->id = i;
		print(d, k);
	}
	return fclose(truth) != 0 || fflush(stdout) != 0;
}
