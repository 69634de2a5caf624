/*
 * Texts for langtrain.  kind is
 *
 *	NULL			a text a line
 *	hi:Latn			three columns: language, script, text
 *	conll			a token a line, a blank line after a sentence
 *	roman=LEXICON		a text a line, romanised (romantrain.c)
 *	roman-conll=LEXICON	tokens, romanised
 *	respell=TABLE		a text a line, made another language's
 *	words			texts put together from a list of words
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "msg.h"
#include "train.h"
#include "utf8.h"

struct loader {
	void		(*take)(void *, struct str);
	void		 *arg;
	struct roman	 *roman;
	struct buf	  made;
};

static FILE *
open_file(const char *path, const char *dir)
{
	struct buf b = { 0 };
	FILE *f;

	if (strncmp(path, "./", 2) == 0) {
		buf_cstr(&b, dir);
		buf_putc(&b, '/');
	}
	buf_put(&b, path, strlen(path) + 1);
	if ((f = fopen(b.p, "r")) == NULL)
		msg_die("%s: cannot open", b.p);
	buf_free(&b);
	return f;
}

static void
give(struct loader *l, struct str s)
{
	if (utf8_valid(s) < s.n)
		return;
	if (l->roman != NULL) {
		buf_clear(&l->made);
		roman_text(l->roman, s, &l->made);
		s = buf_slice(&l->made);
	}
	l->take(l->arg, s);
}

/* What stands behind "hi<TAB>Latn<TAB>", if the line begins so. */
static int
behind(struct str *line, const char *filter)
{
	size_t i, n = strlen(filter);

	if (line->n <= n || line->p[n] != '\t')
		return 0;
	for (i = 0; i < n; i++)
		if (line->p[i] != (filter[i] == ':' ? '\t' : filter[i]))
			return 0;
	line->p += n + 1;
	line->n -= n + 1;
	return 1;
}

static void
load_lines(struct loader *l, FILE *f, const char *filter)
{
	char *line = NULL;
	size_t cap = 0;
	struct str s;
	ssize_t n;

	while ((n = getline(&line, &cap, f)) > 0) {
		s = (struct str){ line, (size_t)n - (line[n - 1] == '\n') };
		if (filter == NULL || behind(&s, filter))
			give(l, s);
	}
	free(line);
}

static void
load_conll(struct loader *l, FILE *f)
{
	struct buf b = { 0 };
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&line, &cap, f)) > 0) {
		if (line[0] != '\n') {
			if (b.n > 0)
				buf_putc(&b, ' ');
			buf_put(&b, line, strcspn(line, "\t\n"));
			continue;
		}
		give(l, buf_slice(&b));
		buf_clear(&b);
	}
	give(l, buf_slice(&b));
	buf_free(&b);
	free(line);
}

/*
 * Respelling: a text of a neighbour becomes one of a language that has no
 * text to be had, word by word: Hindi has most of Dogri's nouns, and Sindhi
 * in Arabic letters is Sindhi.  Rows are FROM TAB TO: a word, then endings
 * ("ों$"), then letters, also at the start only ("^ا").  TO may be several
 * with | between, one of which is drawn, and is "-" for nothing.
 */
struct respell {
	struct buf	 text;
	struct str	*from;
	struct str	*to;
	size_t		 n, fcap, tcap;
};

static void
respell_open(struct respell *r, const char *path, const char *dir)
{
	FILE *f = open_file(path, dir);
	char *p, *tab;
	int ch;

	while ((ch = getc(f)) != EOF)
		buf_putc(&r->text, (char)ch);
	buf_putc(&r->text, '\0');
	(void)fclose(f);
	for (p = r->text.p; *p != '\0'; p += strcspn(p, "\n") + 1) {
		if (*p == '#' || (tab = strchr(p, '\t')) == NULL)
			continue;
		r->from = mem_grow(r->from, &r->fcap, r->n + 1,
		    sizeof(*r->from));
		r->to = mem_grow(r->to, &r->tcap, r->n + 1, sizeof(*r->to));
		r->from[r->n] = (struct str){ p, (size_t)(tab - p) };
		r->to[r->n++] = (struct str){ tab + 1, strcspn(tab, "\n") - 1 };
		p = tab;
	}
}

static void
put_choice(struct str to, struct buf *b)
{
	const char *p = to.p, *e = to.p + to.n, *q;
	size_t n = 1, skip;

	for (q = p; q < e; q++)
		n += *q == '|';
	for (skip = n > 1 ? train_chance(n) : 0; skip > 0; skip--)
		p = (const char *)memchr(p, '|', (size_t)(e - p)) + 1;
	q = memchr(p, '|', (size_t)(e - p));
	to = (struct str){ p, (size_t)((q == NULL ? e : q) - p) };
	if (!str_eq(to, STR("-")))
		buf_str(b, to);
}

/* Append what s becomes, if there is a row for it. */
static int
respell_row(const struct respell *r, struct str s, struct buf *b)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (str_eq(r->from[i], s)) {
			put_choice(r->to[i], b);
			return 1;
		}
	return 0;
}

/* The row of the longest ending that s has behind two letters of three bytes
 * or more; r->n for none. */
static size_t
respell_ending(const struct respell *r, struct str s)
{
	size_t best = r->n, i, n;

	for (i = 0; i < r->n; i++) {
		n = r->from[i].n;
		if (n < 2 || r->from[i].p[n - 1] != '$' || s.n < n - 1 + 6 ||
		    memcmp(s.p + s.n - (n - 1), r->from[i].p, n - 1) != 0)
			continue;
		if (best == r->n || n > r->from[best].n)
			best = i;
	}
	return best;
}

static void
respell_letters(const struct respell *r, struct str s, struct buf *b)
{
	const char *p = s.p, *e = s.p + s.n, *q;
	struct str letter;
	char first[5] = "^";

	for (; p < e; p = q) {
		q = p;
		(void)utf8_step(&q);
		letter = (struct str){ p, (size_t)(q - p) };
		if (p == s.p) {
			memcpy(first + 1, p, letter.n > 3 ? 3 : letter.n);
			if (respell_row(r, str_of(first), b))
				continue;
		}
		/* What has no row stays if it is ASCII or Devanagari. */
		if (letter.n == 1 || (!respell_row(r, letter, b) &&
		    letter.n == 3 && (unsigned char)*p == 0xe0))
			buf_str(b, letter);
	}
}

/* Length of s without the marks at its end. */
static size_t
bare(struct str s)
{
	static const struct str mark[] = {
		{ ".", 1 }, { ",", 1 }, { ")", 1 }, { "?", 1 }, { "!", 1 },
		{ "\"", 1 }, { ":", 1 }, { ";", 1 }, { "।", 3 }, { "۔", 2 },
		{ "،", 2 }
	};
	size_t i;

	for (i = 0; i < sizeof(mark) / sizeof(mark[0]); i++)
		if (s.n >= mark[i].n && memcmp(s.p + s.n - mark[i].n,
		    mark[i].p, mark[i].n) == 0) {
			s.n -= mark[i].n;
			i = (size_t)-1;
		}
	return s.n;
}

static void
respell_word(const struct respell *r, struct str s, struct buf *b)
{
	struct str word = { s.p, bare(s) };
	size_t row;

	if (word.n > 0 && !respell_row(r, word, b)) {
		row = respell_ending(r, word);
		if (row < r->n)
			word.n -= r->from[row].n - 1;
		respell_letters(r, word, b);
		if (row < r->n)
			put_choice(r->to[row], b);
	}
	buf_put(b, s.p + bare(s), s.n - bare(s));
	buf_putc(b, ' ');
}

static void
load_respelt(struct loader *l, FILE *f, const char *table, const char *dir)
{
	struct respell r = { .n = 0 };
	struct buf b = { 0 };
	char *line = NULL, *p, *word;
	size_t cap = 0;

	respell_open(&r, table, dir);
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		buf_clear(&b);
		if (utf8_valid(str_of(line)) < strlen(line))
			continue;
		for (p = line; (word = strsep(&p, " ")) != NULL;)
			respell_word(&r, str_of(word), &b);
		give(l, buf_slice(&b));
	}
	free(line);
	free(r.from);
	free(r.to);
	buf_free(&r.text);
	buf_free(&b);
}

/*
 * Words: lines of a class and its words.  F function words, N nouns with the
 * endings S (and none), V verb stems with the endings T, A anything else.
 */
#define CLASSES	"FNSVTA"
#define MADE	3000		/* texts */

struct words {
	char	**w;
	size_t	  n;
	size_t	  cap;
};

static void
put_word(const struct words *w, struct buf *b)
{
	if (w->n > 0)
		buf_cstr(b, w->w[train_chance(w->n)]);
}

static void
make_text(const struct words *w, struct buf *b)
{
	size_t i, n = 4 + train_chance(12), x;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(b, ' ');
		x = train_chance(100);
		if (x < 40 || (x < 80 && w[1].n == 0))
			put_word(&w[0], b);
		else if (x < 65) {
			put_word(&w[1], b);
			if (train_chance(10) < 6)
				put_word(&w[2], b);
		} else if (x < 85 && w[3].n > 0) {
			put_word(&w[3], b);
			put_word(&w[4], b);
		} else
			put_word(w[5].n > 0 ? &w[5] : &w[1], b);
	}
}

static void
load_words(struct loader *l, FILE *f)
{
	struct words w[sizeof(CLASSES) - 1] = { { NULL, 0, 0 } };
	struct words *to;
	struct buf b = { 0 };
	char *line = NULL, *p, *word;
	const char *class;
	size_t cap = 0, i;

	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || *line == '\0')
			continue;
		if ((class = strchr(CLASSES, *line)) == NULL || line[1] != ' ')
			msg_die("a line of words begins with one of " CLASSES);
		to = &w[class - CLASSES];
		for (p = line + 2; (word = strsep(&p, " ")) != NULL;)
			if (*word != '\0') {
				to->w = mem_grow(to->w, &to->cap, to->n + 1,
				    sizeof(*to->w));
				to->w[to->n] = mem_alloc(strlen(word) + 1, 1);
				memcpy(to->w[to->n++], word, strlen(word));
			}
	}
	for (i = 0; i < MADE; i++) {
		buf_clear(&b);
		make_text(w, &b);
		give(l, buf_slice(&b));
	}
	buf_free(&b);
	free(line);
}

void
train_load(const char *path, const char *kind, const char *dir,
    void (*take)(void *, struct str), void *arg)
{
	struct loader l = { take, arg, NULL, { NULL, 0, 0 } };
	FILE *f = open_file(path, dir);

	if (kind != NULL && strncmp(kind, "roman", 5) == 0 &&
	    strchr(kind, '=') != NULL)
		l.roman = roman_open(strchr(kind, '=') + 1);
	if (kind != NULL && strstr(kind, "conll") != NULL)
		load_conll(&l, f);
	else if (kind != NULL && strcmp(kind, "words") == 0)
		load_words(&l, f);
	else if (kind != NULL && strncmp(kind, "respell=", 8) == 0)
		load_respelt(&l, f, kind + 8, dir);
	else
		load_lines(&l, f, l.roman != NULL ? NULL : kind);
	(void)fclose(f);
	if (l.roman != NULL)
		roman_free(l.roman);
	buf_free(&l.made);
}
