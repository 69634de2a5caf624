/*
 * dedupe-onion N T <records: what onion (Pomikalek, "Removing boilerplate and
 * duplicate content from web corpora", 2011) does, in a page: a set of all
 * word N-grams seen; a record of whose N-grams at least T were seen is a
 * duplicate, and its id is printed.  Words are runs of bytes between blanks,
 * as they stand.  A peer to measure dedupe against.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t *slot;
static size_t mask = (1 << 20) - 1, used;

static size_t
place(uint64_t h)
{
	size_t i = (size_t)(h * UINT64_C(0x9e3779b97f4a7c15) >> 20) & mask;

	while (slot[i] != 0 && slot[i] != h)
		i = (i + 1) & mask;
	return i;
}

static void
add(uint64_t h)
{
	uint64_t *old = slot;
	size_t i, n = mask + 1;

	if (used * 2 > mask) {
		mask = mask * 2 + 1;
		if ((slot = calloc(mask + 1, sizeof(*slot))) == NULL)
			abort();
		for (i = 0; i < n; i++)
			if (old[i] != 0)
				slot[place(old[i])] = old[i];
		free(old);
	}
	i = place(h);
	used += slot[i] == 0;
	slot[i] = h;
}

static uint64_t
word(const char *p, const char *e)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	while (p < e)
		h = (h ^ (unsigned char)*p++) * UINT64_C(0x100000001b3);
	return h;
}

/* Bytes of the blank at p, perhaps as JSON writes it. */
static size_t
blank(const char *p)
{
	if (*p == ' ')
		return 1;
	return *p == '\\' && p[1] != '\0' && strchr("nrt", p[1]) ? 2 : 0;
}

/* The words of the text member of a line of JSON. */
static size_t
words(const char *p, uint64_t **w, size_t *cap)
{
	const char *q;
	size_t n = 0;

	if ((p = strstr(p, "\"text\":\"")) == NULL)
		return 0;
	for (p += 8; *p != '"' && *p != '\0'; p = q) {
		for (q = p; blank(q) == 0 && *q != '"' && *q != '\0'; )
			q += *q == '\\' && q[1] != '\0' ? 2 : 1;
		if (n == *cap) {
			*cap = *cap * 2 + 1024;
			if ((*w = realloc(*w, *cap * sizeof(**w))) == NULL)
				abort();
		}
		if (q > p)
			(*w)[n++] = word(p, q);
		q += blank(q);
	}
	return n;
}

int
main(int argc, char *argv[])
{
	size_t gram, cap = 0, size = 0, i, k, n, m, seen;
	uint64_t *w = NULL, *g;
	char *line = NULL, *id;
	double t;

	if (argc != 3) {
		fprintf(stderr, "usage: dedupe-onion n threshold <records\n");
		return 2;
	}
	gram = strtoul(argv[1], NULL, 10);
	t = strtod(argv[2], NULL);
	if ((slot = calloc(mask + 1, sizeof(*slot))) == NULL)
		abort();
	while (getline(&line, &size, stdin) > 0) {
		n = words(line, &w, &cap);
		m = n < gram ? n > 0 : n - gram + 1;
		g = w;
		for (i = seen = 0; i < m; i++) {
			uint64_t h = 1;

			for (k = i; k < i + gram && k < n; k++)
				h = (h ^ w[k]) * UINT64_C(0x9e3779b97f4a7c15);
			g[i] = h | 1;	/* over a word not needed again */
			seen += slot[place(g[i])] != 0;
		}
		if (m > 0 && (double)seen >= t * (double)m) {
			if ((id = strstr(line, "\"id\":\"")) != NULL)
				printf("%.*s\n", (int)strcspn(id + 6, "\""),
				    id + 6);
			continue;
		}
		for (i = 0; i < m; i++)
			add(g[i]);
	}
	free(line);
	free(w);
	free(slot);
	return fflush(stdout) != 0;
}
