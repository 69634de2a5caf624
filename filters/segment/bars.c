/*
 * Is | a danda in this text?  Bars also part a title from the name of its
 * site, the entries of a menu and the cells of a table, so the text must show
 * it: a verb that ends clauses before a bar, a bar that ends a line of
 * several words.
 */
#include <string.h>

#include "abbrev.h"
#include "brahmi.h"
#include "line.h"
#include "look.h"

/* What the bars of a text say. */
struct tally {
	size_t	verbs;		/* behind a verb that ends clauses */
	size_t	finals;		/* behind others, at the end of a line */
	size_t	ends;		/* of the two, at the end of a line, or in one
				 * with a danda */
	size_t	cells;		/* between single words, or in a table */
};

static int
words(const char *p, const char *e)
{
	int n = 0, in = 0;

	for (; p < e && n < 4; p++) {
		int space = (unsigned char)*p <= ' ';

		n += in == 0 && !space;
		in = !space;
	}
	return n;
}

static int
has_danda(const char *p, const char *e)
{
	for (; (p = memchr(p, 0xa5, (size_t)(e - p))) != NULL; p++)
		if (e - p > 1 && (unsigned char)p[-1] == 0xe0 &&
		    (unsigned char)p[1] == 0xa4)
			return 1;
	return 0;
}

/* One line: its bars. */
static void
line_bars(struct tally *t, const char *p, const char *e, langs hint)
{
	const char *from = p = look_skip(p, e), *bar, *q;
	int table, prose;

	e = look_trim(p, e);
	table = p < e && *p == '|';
	prose = has_danda(p, e);
	for (; (bar = memchr(p, '|', (size_t)(e - p))) != NULL; from = p) {
		q = look_trim(from, bar);
		for (p = bar; p < e && *p == '|';)
			p++;
		if (table || !brahmi_is(look_before(from, q)))
			t->cells++;
		else if (words_find(abbrev_word(from, q), q, hint) &
		    WORDS_VERB) {
			t->verbs++;
			t->ends += p == e || prose;
		} else if (p == e && words(from, q) > 2) {
			t->finals++;
			t->ends++;
		} else if (words(from, q) < 3)
			t->cells++;
	}
}

int
bars_are_dandas(const char *p, const char *e, langs hint)
{
	struct tally t = { 0, 0, 0, 0 };
	const char *nl;

	for (; p < e; p = nl + 1) {
		if ((nl = memchr(p, '\n', (size_t)(e - p))) == NULL)
			nl = e;
		line_bars(&t, p, nl, hint);
	}
	/* A verb may stand at the end of a title too: one is not enough. */
	return t.verbs + t.finals > t.cells && (t.ends > 0 || t.verbs > 1);
}
