/*
 * The tables of words that a model carries.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "in.h"
#include "mem.h"
#include "msg.h"
#include "table.h"
#include "token.h"
#include "utf8.h"

struct entry {
	uint32_t	hash;
	uint16_t	number;
	size_t		line;
};

struct entries {
	struct entry	*e;
	size_t		 n;
	size_t		 cap;
};

static void
add(struct entries *es, uint32_t hash, uint16_t number)
{
	es->e = mem_grow(es->e, &es->cap, es->n + 1, sizeof(*es->e));
	es->e[es->n] = (struct entry){ hash, number, es->n };
	es->n++;
}

static int
by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* Sorted; of one hash the first number, or all bits together. */
static void
finish(struct feat_table *t, struct entries *es, int bits)
{
	uint32_t *hash = mem_alloc(es->n, sizeof(*hash));
	uint16_t *number = mem_alloc(es->n, sizeof(*number));
	size_t i, k;

	if (es->n > 0)
		qsort(es->e, es->n, sizeof(*es->e), by_hash);
	for (i = k = 0; i < es->n; i++) {
		if (k > 0 && hash[k - 1] == es->e[i].hash) {
			if (bits)
				number[k - 1] |= es->e[i].number;
			continue;
		}
		hash[k] = es->e[i].hash;
		number[k++] = es->e[i].number;
	}
	free(es->e);
	*t = (struct feat_table){ hash, number, k };
}

/* After the last line: was it the end of the file? */
static void
check_end(const struct in *in, int got)
{
	if (got == IN_LONG)
		msg_die("%s:%zu: line too long", in_name(in), in_lineno(in));
	if (got == IN_ERROR)
		msg_die("%s: %s", in_name(in), strerror(errno));
}

void
table_classes(struct feat_table *t, const char *path)
{
	struct in *in = in_open(path);
	struct entries es = { 0 };
	uint16_t f[TOKEN_LETTERS], n;
	struct str line;
	const char *tab;
	char *e, digits[8];
	size_t k;
	long v;
	int got;

	if (in == NULL)
		msg_die("%s: %s", path, strerror(errno));
	while ((got = in_line(in, &line)) == IN_LINE) {
		tab = line.n == 0 ? NULL : memchr(line.p, '\t', line.n);
		k = tab == NULL ? 0 : (size_t)(line.p + line.n - tab - 1);
		if (k == 0 || k >= sizeof(digits) || utf8_valid(line) < line.n)
			msg_die("%s:%zu: want a word, a tab and a number",
			    in_name(in), in_lineno(in));
		memcpy(digits, tab + 1, k);
		digits[k] = '\0';
		v = strtol(digits, &e, 10);
		if (*e != '\0' || v < 0 || v >= 1 << CLUSTER_BITS)
			msg_die("%s:%zu: not a number from 0 to %d",
			    in_name(in), in_lineno(in),
			    (1 << CLUSTER_BITS) - 1);
		n = token_fold((struct str){ line.p, (size_t)(tab - line.p) },
		    f);
		add(&es, feat_cluster_hash(f, n), (uint16_t)v);
	}
	check_end(in, got);
	in_close(in);
	finish(t, &es, 0);
}

static void
add_name(struct entries *es, struct tokens *ts, struct str name,
    unsigned int type)
{
	const struct token *w;
	uint32_t hash;
	uint16_t bit;
	size_t i;

	token_cut(ts, name);
	for (i = 0; i < ts->n; i++) {
		w = &ts->t[i];
		bit = feat_sound_bit(type, i == 0, i + 1 == ts->n);
		if (w->kind != TOK_WORD || bit == 0)
			continue;
		hash = feat_sound_hash((struct str){ name.p + w->start,
		    w->end - w->start });
		if (hash != 0)
			add(es, hash, bit);
	}
}

void
table_sounds(struct feat_table *t, const char *const *path)
{
	struct entries es = { 0 };
	struct tokens ts = { 0 };
	struct str line;
	const char *tab;
	unsigned int type;
	struct in *in;
	int got;

	for (; *path != NULL; path++) {
		if ((in = in_open(*path)) == NULL)
			msg_die("%s: %s", *path, strerror(errno));
		while ((got = in_line(in, &line)) == IN_LINE) {
			if (utf8_valid(line) < line.n)
				msg_die("%s:%zu: invalid UTF-8", in_name(in),
				    in_lineno(in));
			if (line.n == 0 || *line.p == '#')
				continue;
			if ((tab = memchr(line.p, '\t', line.n)) == NULL)
				msg_die("%s:%zu: want surface TAB type",
				    in_name(in), in_lineno(in));
			type = lexicon_line(line, LEX_NAMES | LEX_MISC |
			    LEX_TITLE);
			add_name(&es, &ts, (struct str){ line.p, (size_t)(tab -
			    line.p) }, type);
		}
		check_end(in, got);
		in_close(in);
	}
	token_free(&ts);
	finish(t, &es, 1);
}
