/*
 * Lists of names: what a word or phrase is said to be.  The lists that come
 * with the program stand in one trie, the user's in others, asked first.
 */
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "mem.h"
#include "trie.h"

#define PHRASE	16			/* words of the longest name */

#define PACK_HEAD	16		/* bytes of ner.lex before the trie */

struct lexicon {
	struct trie	*own;		/* from text, or NULL */
	struct trie	*base;		/* mapped, or NULL */
	struct trie	**user;		/* those that are asked first */
	size_t		 nuser;
	size_t		 cap;
	int		 open;		/* the last of user may grow */
};

static const struct {
	const char	*name;
	unsigned int	 bit;
} types[] = {
	{ "PER", LEX_PER }, { "LOC", LEX_LOC }, { "ORG", LEX_ORG },
	{ "MISC", LEX_MISC }, { "TITLE", LEX_TITLE }, { "GIVEN", LEX_GIVEN },
	{ "SURNAME", LEX_SURNAME }, { "MONTH", LEX_MONTH },
	{ "WEEKDAY", LEX_WEEKDAY }, { "DATE", LEX_DATE },
	{ "HONORIFIC", LEX_HONORIFIC }, { "SPEECH", LEX_SPEECH },
	{ "CAL", LEX_CAL }, { "UNIT", LEX_UNIT }
};

struct lexicon *
lexicon_new(void)
{
	return mem_alloc(1, sizeof(struct lexicon));
}

void
lexicon_free(struct lexicon *l)
{
	size_t i;

	if (l == NULL)
		return;
	trie_free(l->own);
	trie_free(l->base);
	for (i = 0; i < l->nuser; i++)
		trie_free(l->user[i]);
	free(l->user);
	free(l);
}

static unsigned int
type_of(struct str s)
{
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_eq(s, str_of(types[i].name)))
			return types[i].bit;
	return 0;
}

/* A cell of a line; the rest stays in *line. */
static struct str
cell(struct str *line)
{
	const char *tab = line->n > 0 ? memchr(line->p, '\t', line->n) : NULL;
	struct str c = *line;

	if (tab == NULL) {
		line->p += line->n;
		line->n = 0;
		return c;
	}
	c.n = (size_t)(tab - line->p);
	line->n -= c.n + 1;
	line->p = tab + 1;
	return c;
}

/* A name's words as a path; of two ids of a name the first stays, of a
 * user's the last.  -1 if the id cannot be kept. */
static int
add_phrase(struct trie *t, const struct tokens *ts, unsigned int bits,
    struct str id)
{
	struct trie_node *node = NULL;
	uint64_t h = 0;
	size_t i;

	for (i = 0; i < ts->n; i++) {
		h = trie_path(h, ts->t[i].f, ts->t[i].n);
		node = trie_make(t, h);
		if (i + 1 < ts->n)
			node->bits |= TRIE_MORE;
	}
	if (bits & LEX_USER) {
		node->bits &= TRIE_MORE;
		node->id = 0;
	}
	node->bits |= bits;
	if (id.n > 0 && node->id == 0)
		return trie_set_id(t, node, id);
	return 0;
}

/* The next line, without its end; 0 after the last. */
static int
next_line(struct str *text, struct str *line)
{
	const char *nl;

	if (text->n == 0)
		return 0;
	*line = *text;
	if ((nl = memchr(text->p, '\n', text->n)) != NULL)
		line->n = (size_t)(nl - text->p);
	text->p += line->n + (nl != NULL);
	text->n -= line->n + (nl != NULL);
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	return 1;
}

unsigned int
lexicon_line(struct str line, unsigned int bits)
{
	if (line.n == 0 || *line.p == '#')
		return 0;
	(void)cell(&line);
	return type_of(cell(&line)) & bits;
}

/* Lines of the types in `take' go in; those in `skip' are passed over.  The
 * number of a wrong line and why, or 0. */
static size_t
add_lines(struct trie *t, struct str text, unsigned int take,
    unsigned int skip, unsigned int user, const char **why)
{
	struct tokens ts = { 0 };
	struct str line, surface, id;
	size_t lineno = 0;
	unsigned int bit;

	*why = NULL;
	if (text.n >= 3 && memcmp(text.p, "\xef\xbb\xbf", 3) == 0) {
		text.p += 3;
		text.n -= 3;
	}
	while (*why == NULL && next_line(&text, &line)) {
		lineno++;
		if (line.n == 0 || *line.p == '#')
			continue;
		surface = cell(&line);
		bit = type_of(cell(&line));
		if (bit & skip)
			continue;
		if (!user)
			(void)cell(&line);		/* language */
		id = cell(&line);
		token_cut(&ts, surface);
		if ((bit & take) == 0 || surface.n == 0)
			*why = user ? "want surface TAB type TAB id" :
			    "not a line of a lexicon";
		else if (ts.n == 0)
			*why = "the name has no word";
		else if (ts.n > PHRASE)
			*why = user ? "the name has over 16 words" : NULL;
		else if (add_phrase(t, &ts, bit | user, id) == -1)
			*why = "the id is over 64 KiB, or all are over 4 GiB";
	}
	token_free(&ts);
	return *why != NULL ? lineno : 0;
}

static size_t
lines(struct str text)
{
	const char *p = text.p, *e = p == NULL ? NULL : p + text.n;
	size_t n = 1;

	for (; p < e && (p = memchr(p, '\n', (size_t)(e - p))) != NULL; p++)
		n++;
	return n;
}

size_t
lexicon_user(struct lexicon *l, struct str text, const char **why)
{
	if (!l->open) {
		l->user = mem_grow(l->user, &l->cap, l->nuser + 1,
		    sizeof(*l->user));
		l->user[l->nuser++] = trie_new(lines(text));
		l->open = 1;
	}
	return add_lines(l->user[l->nuser - 1], text, LEX_PER | LEX_LOC |
	    LEX_ORG | LEX_MISC, 0, LEX_USER, why);
}

/* The trie that text goes to. */
static struct trie *
own(struct lexicon *l, struct str text)
{
	if (l->own == NULL)
		l->own = trie_new(lines(text));
	return l->own;
}

static int
is_packed(struct str file)
{
	return file.n >= PACK_HEAD && memcmp(file.p, LEXICON_MAGIC, 8) == 0;
}

/* The bytes of text at the end of a packed file; all of it if it is less. */
static size_t
packed_text(struct str file)
{
	uint64_t n = 0;
	int i;

	for (i = 7; i >= 0; i--)
		n = n << 8 | (unsigned char)file.p[8 + i];
	return n > file.n - PACK_HEAD ? file.n - PACK_HEAD : (size_t)n;
}

struct str
lexicon_lines(struct str lists)
{
	size_t n;

	if (!is_packed(lists))
		return lists;
	n = packed_text(lists);
	return (struct str){ lists.p + lists.n - n, n };
}

size_t
lexicon_add(struct lexicon *l, struct str text, int user)
{
	const char *why;

	if (user)
		return lexicon_user(l, text, &why);
	if (is_packed(text)) {
		trie_free(l->base);
		text.n -= packed_text(text) + PACK_HEAD;
		text.p += PACK_HEAD;
		l->base = trie_open(text, &why);
		return l->base == NULL;
	}
	return add_lines(own(l, text), text,
	    ~(unsigned int)(LEX_CAL | LEX_UNIT), LEX_CAL | LEX_UNIT, 0, &why);
}

size_t
lexicon_take(struct lexicon *l, struct str text, unsigned int bits)
{
	const char *why;

	return add_lines(own(l, (struct str){ NULL, 0 }), text, bits, ~bits, 0,
	    &why);
}

void
lexicon_compile(struct lexicon *l, struct buf *file)
{
	const char *why;

	if (l->nuser == 0)
		(void)lexicon_user(l, (struct str){ NULL, 0 }, &why);
	trie_pack(l->user[0], file);
}

/* Append the lines of the types that calendar_new reads. */
static void
pack_lines(struct str text, struct buf *b)
{
	struct str line;

	while (next_line(&text, &line))
		if (lexicon_line(line, LEX_CALENDAR) != 0) {
			buf_str(b, line);
			buf_putc(b, '\n');
		}
}

size_t
lexicon_pack(struct str text, struct buf *file)
{
	/* The scripts share most names once folded; it grows if need be. */
	struct trie *t = trie_new(lines(text) / 2);
	struct buf words = { 0 };
	const char *why;
	size_t i, line;

	line = add_lines(t, text, ~(unsigned int)(LEX_CAL | LEX_UNIT),
	    LEX_CAL | LEX_UNIT, 0, &why);
	if (line == 0) {
		pack_lines(text, &words);
		buf_cstr(file, LEXICON_MAGIC);
		for (i = 0; i < 8; i++)
			buf_putc(file, (char)(words.n >> (8 * i) & 0xff));
		trie_pack(t, file);
		buf_str(file, buf_slice(&words));
	}
	buf_free(&words);
	trie_free(t);
	return line;
}

int
lexicon_is_compiled(struct str file)
{
	return file.n >= 8 && memcmp(file.p, TRIE_MAGIC, 8) == 0;
}

int
lexicon_map(struct lexicon *l, struct str file, const char **why)
{
	struct trie *t = trie_open(file, why);

	if (t == NULL)
		return -1;
	l->user = mem_grow(l->user, &l->cap, l->nuser + 1, sizeof(*l->user));
	l->user[l->nuser++] = t;
	l->open = 0;
	return 0;
}

/* The longest name of one trie from token i on. */
static unsigned int
find(const struct trie *t, const struct tokens *ts, size_t i, size_t *len,
    struct str *id)
{
	const struct trie_node *node, *best = NULL;
	uint64_t h = 0;
	size_t k;
	int more = 1;

	for (k = i; more && k < ts->n && k < i + PHRASE; k++) {
		const struct token *w = &ts->t[k];
		uint64_t before = h;

		if (k > i && w->brk)
			break;
		h = trie_path(before, w->f, w->n);
		node = trie_at(t, h);
		more = (node->bits & TRIE_MORE) != 0;
		if ((node->bits & ~TRIE_MORE) == 0 && w->stem < w->n)
			node = trie_at(t, trie_path(before, w->f, w->stem));
		if ((node->bits & ~TRIE_MORE) != 0) {
			best = node;
			*len = k - i + 1;
		}
	}
	if (best == NULL)
		return 0;
	*id = trie_id(t, best);
	return best->bits & ~TRIE_MORE;
}

unsigned int
lexicon_find(const struct lexicon *l, const struct tokens *ts, size_t i,
    size_t *len, struct str *id)
{
	unsigned int bits;
	size_t u;

	*len = 0;
	*id = (struct str){ NULL, 0 };
	/* The list given last has the last word. */
	for (u = l->nuser; u-- > 0;)
		if ((bits = find(l->user[u], ts, i, len, id)) != 0)
			return (bits & ((1u << LEX_BITS) - 1)) | LEX_USER;
	if (l->own != NULL && (bits = find(l->own, ts, i, len, id)) != 0)
		return bits;
	return l->base == NULL ? 0 : find(l->base, ts, i, len, id);
}

static int
begins(const struct trie *t, const struct token *w)
{
	return t != NULL && (trie_at(t, trie_path(0, w->f, w->n))->bits != 0 ||
	    (w->stem < w->n && trie_at(t, trie_path(0, w->f, w->stem))->bits !=
	    0));
}

void
lexicon_ask(const struct lexicon *l, const struct token *w)
{
	uint64_t h = trie_path(0, w->f, w->n);

	if (l->base == NULL)
		return;
	trie_ask(l->base, h);
	if (w->stem < w->n)
		trie_ask(l->base, trie_path(0, w->f, w->stem));
}

int
lexicon_begins(const struct lexicon *l, const struct token *w)
{
	size_t u;

	for (u = 0; u < l->nuser; u++)
		if (begins(l->user[u], w))
			return 1;
	return begins(l->own, w) || begins(l->base, w);
}

int
lexicon_knows(const struct lexicon *l, struct str name)
{
	static struct tokens ts;
	uint64_t h = 0;
	size_t i;

	token_cut(&ts, name);
	if (ts.n == 0)
		return 0;
	for (i = 0; i < ts.n; i++)
		h = trie_path(h, ts.t[i].f, ts.t[i].n);
	for (i = 0; i < l->nuser; i++)
		if (trie_at(l->user[i], h)->bits & LEX_NAMES)
			return 1;
	return (l->own != NULL && trie_at(l->own, h)->bits & LEX_NAMES) ||
	    (l->base != NULL && trie_at(l->base, h)->bits & LEX_NAMES);
}
