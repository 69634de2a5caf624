/*
 * dedupe -K: the set to compare is a member of the record.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "in.h"
#include "main.h"
#include "msg.h"
#include "sets.h"

static struct sets *sets;

/* All of s is digits, and small enough: its value in *n. */
static int
number(struct str s, uint32_t *n)
{
	uint64_t v = 0;
	size_t i;

	for (i = 0; i < s.n && i < 10 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v * 10 + (uint64_t)(s.p[i] - '0');
	*n = (uint32_t)v;
	return s.n > 0 && i == s.n && v <= UINT32_MAX;
}

/*
 * A file of counts: element TAB count, a line each; the line whose element is
 * empty tells of how many records.
 */
static void
read_counts(const char *path)
{
	struct in *in = in_open(path);
	struct str line, name;
	const char *tab;
	uint32_t n, most = 0;
	int got, total = 0;

	if (in == NULL)
		msg_die("%s: %s", path, strerror(errno));
	while ((got = in_line(in, &line)) == IN_LINE) {
		tab = line.n == 0 ? NULL : memchr(line.p, '\t', line.n);
		name = (struct str){ line.p,
		    tab == NULL ? 0 : (size_t)(tab - line.p) };
		if (tab == NULL || !number((struct str){ tab + 1,
		    line.n - name.n - 1 }, &n))
			msg_die("%s:%zu: not an element, a tab and a count",
			    path, in_lineno(in));
		if (name.n == 0) {
			sets_total(sets, n);
			total = 1;
		} else
			sets_count(sets, name, n);
		most = n > most ? n : most;
	}
	if (got == IN_ERROR)
		msg_die("%s: %s", path, strerror(errno));
	if (got == IN_LONG)
		msg_die("%s: line is longer than 64 MiB", path);
	if (!total)
		sets_total(sets, most);
	in_close(in);
}

void
main_sets_open(const char *counts, uint64_t last)
{
	sets = sets_new(last);
	if (counts != NULL)
		read_counts(counts);
}

void
main_sets_close(void)
{
	sets_free(sets);
}

double
main_sets_find(struct rec *r, int slot, double threshold, struct str own,
    struct str *id)
{
	const struct str *v;
	long long rec;
	double sim;
	size_t i, n;

	if (rec_strings(r, slot, &v, &n) == -1) {
		rec_bad_at(r, slot, "the member to read is not an array "
		    "of strings");
		return -2;
	}
	sets_begin(sets);
	if (n == 0)
		return -1;
	for (i = 0; i < n; i++)
		sets_put(sets, v[i]);
	rec = sets_find(sets, threshold, &sim);
	if (rec == -1) {
		sets_keep(sets, own);
		return -1;
	}
	*id = sets_id(sets, (uint32_t)rec);
	return sim;
}

uint32_t
main_sets_kept(size_t *bytes)
{
	*bytes = sets_bytes(sets);
	return sets_kept(sets);
}
