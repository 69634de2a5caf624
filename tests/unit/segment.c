/*
 * segment: what must hold for every text.  Units come in order and do not
 * overlap; between them is white space only, so no text is ever lost; none
 * starts or ends inside a character as a reader sees it (UAX #29 grapheme
 * cluster; but white space parts from the marks on it, and from a sign that
 * goes before its number, as U+0600).  The texts are the gold ones, cut and
 * mutated by a generator with a fixed seed; SEED and ROUNDS in the
 * environment change that.
 */
#include <stdint.h>

#include "buf.h"
#include "json.h"
#include "kind.h"
#include "scan.h"
#include "sentence.h"
#include "tap.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"
#include "words_tab.h"

#define TEXTS	2048
#define POINTS	400		/* code points of a mutated text, at most */

static uint64_t	 state = 1;
static uint32_t	*text[TEXTS];	/* the gold texts, as code points */
static size_t	 len[TEXTS];
static size_t	 ntexts;

/* What breaks rules: terminators, quotes, brackets, marks, joiners, spaces. */
static const uint32_t nasty[] = {
	'.', '.', '?', '!', ',', ';', ':', '"', '\'', '(', ')', '[', ']', '{',
	'}', ' ', ' ', '\n', '\t', '\r', '-', '@', '#', '/', '0', '9', 'a',
	'A', 'z', 0x00, 0x01, 0x0b, 0x0c, 0x7f, 0x85, 0xa0, 0xab, 0xbb, 0xad,
	0x301, 0x308, 0x338, 0x600, 0x61f, 0x6d4, 0x701, 0x903, 0x915, 0x930,
	0x93c, 0x93f, 0x94d, 0x964, 0x964, 0x965, 0x966, 0x970, 0x9f7, 0xabe,
	0xacd, 0xdca, 0xdf4, 0xf08, 0xf0d, 0x104a, 0x1100, 0x1161, 0x11a8,
	0x1362, 0x17d4, 0x1c7e, 0x2003, 0x200b, 0x200c, 0x200d, 0x200e, 0x2014,
	0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x2028, 0x2029, 0x202f, 0x203c,
	0x2060, 0x20e3, 0x2122, 0x3000, 0x3002, 0xa8ce, 0xabeb, 0xfe0f, 0xfeff,
	0xff0e, 0xff61, 0xfffd, 0x11047, 0x110be, 0x111c5, 0x11238, 0x1f1ee,
	0x1f1f3, 0x1f3fd, 0x1f468, 0x1f600, 0xe0020, 0xe007f, 0x10ffff
};

/* xorshift64*, below n */
static size_t
below(size_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)((state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % n;
}

static void
keep(struct str s)
{
	const char *p = s.p, *e = s.p + s.n;

	if (ntexts == TEXTS || s.n == 0)
		return;
	if ((text[ntexts] = malloc(s.n * sizeof(uint32_t))) == NULL)
		abort();
	while (p < e)
		text[ntexts][len[ntexts]++] = utf8_step(&p);
	ntexts++;
}

/* The member `text' of every line of a file. */
static void
load(const char *path)
{
	struct json j = { 0 };
	struct buf b = { 0 };
	char *line = NULL;
	size_t cap = 0, i;
	ssize_t n;
	FILE *f;

	if ((f = fopen(path, "r")) == NULL)
		return;
	while ((n = getline(&line, &cap, f)) > 0) {
		if (json_object(&j, (struct str){ line, (size_t)n }) == -1)
			continue;
		for (i = 0; i < j.n; i++)
			if (json_named(&j.m[i], STR("text"))) {
				buf_clear(&b);
				json_decode(&b, j.m[i].val);
				keep(buf_slice(&b));
			}
	}
	fclose(f);
	free(line);
	buf_free(&b);
	json_free(&j);
}

/* A stretch of a gold text with up to nine faults in it. */
static size_t
mutate(uint32_t *t)
{
	size_t src = below(ntexts), n = len[src], at, k, i;
	uint32_t c;

	at = n > POINTS / 2 ? below(n - POINTS / 2) : 0;
	n = n - at > POINTS / 2 ? POINTS / 2 : n - at;
	memcpy(t, text[src] + at, n * sizeof(*t));
	for (k = below(10); k > 0 && n < POINTS - 20; k--) {
		at = below(n + 1);
		c = nasty[below(sizeof(nasty) / sizeof(nasty[0]))];
		switch (below(4)) {
		case 0:				/* put one in */
			memmove(t + at + 1, t + at, (n - at) * sizeof(*t));
			t[at] = c;
			n++;
			break;
		case 1:				/* take some out */
			i = below(8);
			i = i > n - at ? n - at : i;
			memmove(t + at, t + at + i, (n - at - i) * sizeof(*t));
			n -= i;
			break;
		case 2:				/* another one instead */
			if (at < n)
				t[at] = c;
			break;
		default:			/* a run of one */
			for (i = below(12); i > 0; i--)
				t[n++] = c;
		}
	}
	return n;
}

/* Is all of [p, e) what may stand between units? */
static int
blank(const char *p, const char *e)
{
	uint32_t c;

	while (p < e) {
		c = utf8_step(&p);
		if (!uni_is_space(c) && c != 0xfeff)
			return 0;
	}
	return 1;
}

/* The start of the last character of [p, e). */
static const char *
last(const char *p, const char *e)
{
	while (e > p && ((unsigned char)*--e & 0xc0) == 0x80)
		;
	return e;
}

/* The length of the character that this byte leads. */
static size_t
width(char lead)
{
	unsigned char c = (unsigned char)lead;

	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* NULL if the units of the text are as they must be, else what is wrong. */
static const char *
wrong(const struct units *us, struct str s, struct uni_break *br)
{
	size_t i, at = 0, para = 1, edge = 0;

	uni_break_text(br, s);
	for (i = 0; i < us->n; i++) {
		const struct unit *u = &us->u[i];

		if (u->start < at || u->end <= u->start || u->end > s.n)
			return "order";
		if (!blank(s.p + at, s.p + u->start))
			return "text lost";
		if (blank(s.p + u->start, s.p + u->end))
			return "blank unit";
		if (u->para < para || u->para > para + 1)
			return "paragraph";
		if ((unsigned int)u->kind > KIND_DATE)
			return "kind";
		while (edge < u->start && edge < s.n)
			edge = uni_break_next(br, NULL);
		if (edge != u->start && !blank(last(s.p, s.p + u->start),
		    s.p + u->start))
			return "start inside a character";
		while (edge < u->end && edge < s.n)
			edge = uni_break_next(br, NULL);
		if (edge != u->end && !blank(s.p + u->end,
		    s.p + u->end + width(s.p[u->end])))
			return "end inside a character";
		para = u->para;
		at = u->end;
	}
	return blank(s.p + at, s.p + s.n) ? NULL : "text lost at the end";
}

/* NULL if the tokens of the text are as they must be, else what is wrong. */
static const char *
wrong_tokens(const struct tokens *ts, struct str s, struct uni_break *br)
{
	size_t i, at = 0, edge = 0;

	uni_break_text(br, s);
	for (i = 0; i < ts->n; i++) {
		const struct token *t = &ts->v[i];

		if (t->start < at || t->end <= t->start || t->end > s.n)
			return "token order";
		if (!blank(s.p + at, s.p + t->start))
			return "text in no token";
		while (edge < t->start && edge < s.n)
			edge = uni_break_next(br, NULL);
		if (edge != t->start && !blank(last(s.p, s.p + t->start),
		    s.p + t->start))
			return "token starts inside a character";
		while (edge < t->end && edge < s.n)
			edge = uni_break_next(br, NULL);
		if (edge != t->end && !blank(s.p + t->end,
		    s.p + t->end + width(s.p[t->end])))
			return "token ends inside a character";
		at = t->end;
	}
	return blank(s.p + at, s.p + s.n) ? NULL : "text in no token";
}

/* Does the vector scan stop where the scalar one does? */
static int
same_stops(const char *p, const char *e)
{
	for (; p < e; p++) {
		if (((unsigned char)*p & 0xc0) == 0x80)
			continue;
		if (scan_next(p, e) != scan_scalar(p, e))
			return 0;
	}
	return 1;
}

static int
check(const uint32_t *t, size_t n, struct units *us, struct uni_break *br)
{
	static const struct phrases none;
	static struct tokens ts;
	struct cut how = { 0, 0 };
	char *p, utf8[4 * POINTS];
	const char *why;
	size_t i, m = 0;

	for (i = 0; i < n; i++)
		m += utf8_put(utf8 + m, t[i]);
	p = fresh(utf8, m);
	how.join = below(2) == 1;
	how.hint = below(2) == 1 ? words_lang("mr", 2) : 0;
	sentence_cut(us, (struct str){ p, m }, &how);
	kind_mark(us, (struct str){ p, m }, &none, how.hint);
	why = wrong(us, (struct str){ p, m }, br);
	if (why == NULL) {
		token_cut(&ts, (struct str){ p, m }, how.hint);
		why = wrong_tokens(&ts, (struct str){ p, m }, br);
	}
	if (why == NULL && !same_stops(p, p + m))
		why = "the vector scan stops elsewhere";
	if (n == 0)
		token_free(&ts);
	if (why != NULL) {
		fprintf(stderr, "%s:", why);
		for (i = 0; i < n; i++)
			fprintf(stderr, " %x", (unsigned int)t[i]);
		fputc('\n', stderr);
	}
	free(p);
	return why == NULL;
}

/* Each word of the lists is short enough, and no language has it both as a
 * short form and as a word that ends sentences. */
static void
lists(void)
{
	const struct words_row *r;
	const char *p, *q;
	struct word w;
	size_t n = 0, bad = 0;
	langs one;
	unsigned int got;

	for (r = words_tab; r->list != 0; r++)
		for (p = r->words; *p != '\0'; p = q + (*q == ' '), n++) {
			q = p + strcspn(p, " ");
			if (q == p || words_fold(&w, p, q) == -1) {
				bad++;
				continue;
			}
			for (one = 1; one <= EN; one <<= 1) {
				got = words_lists(&w, one);
				bad += (r->set & one) != 0 &&
				    (got & r->list) != r->list;
				if ((got & WORDS_SHORT) == 0 ||
				    (got & WORDS_ENDER) == 0)
					continue;
				bad++;
				fprintf(stderr, "%.*s: short and ender\n",
				    (int)(q - p), p);
			}
		}
	ok(bad == 0 && n > 1500 && n < 4096, "%zu words, %zu wrong", n, bad);
}

int
main(void)
{
	const char *seed = getenv("SEED"), *count = getenv("ROUNDS");
	size_t i, n, bad = 0, rounds = 40000;
	struct uni_break *br = uni_break_new(UNI_CHARS, "");
	struct units us = { 0 };
	uint32_t t[POINTS + 20];

	if (seed != NULL)
		state = strtoull(seed, NULL, 10) | 1;
	if (count != NULL)
		rounds = strtoul(count, NULL, 10);
	lists();
	load("tests/gold/segment.rules.jsonl");
	load("tests/gold/segment.seeds.jsonl");
	load("tests/gold/segment.own.jsonl");
	load("tests/gold/segment.blind.jsonl");
	load("tests/gold/segment.news.jsonl");
	ok(ntexts > 1500, "%zu gold texts", ntexts);
	for (i = 0; i < ntexts; i++) {
		n = len[i] > POINTS ? POINTS : len[i];
		bad += !check(text[i], n, &us, br);
	}
	ok(bad == 0, "gold texts: units hold all text, %zu fail", bad);
	for (i = bad = 0; ntexts > 0 && i < rounds && bad < 10; i++) {
		n = mutate(t);
		bad += !check(t, n, &us, br);
	}
	ok(bad == 0, "%zu mutated texts: units hold all text, %zu fail", i,
	    bad);
	(void)check(t, 0, &us, br);
	for (i = 0; i < ntexts; i++)
		free(text[i]);
	sentence_free(&us);
	uni_break_free(br);
	return tap_end();
}
