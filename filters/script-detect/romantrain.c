/*
 * Romanisation as people type it.  Each native letter, in the context of what
 * follows it (end, mark, letter), becomes none to three Latin letters; their
 * probabilities come from a lexicon of attested spellings by expectation and
 * maximisation over all monotone alignments (Baum and others 1970).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "msg.h"
#include "train.h"
#include "uni.h"
#include "utf8.h"

#define CHARS	256		/* code points of a block, or of two */
#define CONTEXT	3
#define STATES	(CHARS * CONTEXT)
#define SUBS	19683		/* 27^3: none to three letters */
#define SUB_MAX	3
#define WORD	24		/* native letters */
#define SPELL	40		/* Latin ones */
#define ROUNDS	4
#define PAIRS	12000		/* enough to learn from */
#define CHOICES	12		/* of each state, when writing */

struct pair {
	struct str	 native;
	struct str	 latin;
	unsigned	 count;
};

struct choice {
	float		 p;
	int		 sub;
};

struct roman {
	struct buf	 text;		/* what pairs point into */
	struct pair	*pair;
	size_t		 n;
	size_t		 cap;
	struct choice	 choice[STATES][CHOICES];
};

/* One word for the alignment. */
struct word {
	int	state[WORD];
	int	n;
	int	latin[SPELL];		/* 1 to 26 */
	int	m;
};

static int
char_index(uint32_t c)
{
	if (c >= 0x600 && c < 0x700)
		return (int)(c - 0x600);
	return c >= 0x900 && c < 0xe00 ? (int)(c & 0x7f) : -1;
}

/* States of a native word; returns how many, 0 if it is too long. */
static int
states(struct str s, int *out)
{
	const char *p = s.p, *e = s.p + s.n;
	uint32_t c;
	int before = -1, i, n = 0;

	while (p < e) {
		c = utf8_step(&p);
		if ((i = char_index(c)) == -1)
			continue;
		if (n == WORD)
			return 0;
		if (before != -1)
			out[n - 1] = before * CONTEXT +
			    (uni_category(c) == 'M' ? 1 : 2);
		before = i;
		out[n++] = i * CONTEXT;
	}
	return n;
}

static int
spelling(struct str s, int *out)
{
	size_t i;
	int n = 0;

	for (i = 0; i < s.n; i++)
		if (s.p[i] >= 'a' && s.p[i] <= 'z') {
			if (n == SPELL)
				return 0;
			out[n++] = s.p[i] - 'a' + 1;
		}
	return n;
}

static int
sub_of(const int *latin, int n)
{
	int i, v = 0;

	for (i = n - 1; i >= 0; i--)
		v = v * 27 + latin[i];
	return v;
}

/* Add the expected counts of one pair, times its weight. */
static void
expect(const struct word *w, const float *prob, float *count, float weight)
{
	static double f[WORD + 1][SPELL + 1], b[WORD + 1][SPELL + 1];
	const float *row;
	double x;
	int i, j, k;

	memset(f, 0, sizeof(f));
	memset(b, 0, sizeof(b));
	f[0][0] = b[w->n][w->m] = 1;
	for (i = 0; i < w->n; i++)
		for (j = 0; j <= w->m; j++)
			for (k = 0; k <= SUB_MAX && j + k <= w->m; k++)
				f[i + 1][j + k] += f[i][j] * (double)
				    prob[w->state[i] * SUBS + sub_of(w->latin +
				    j, k)];
	if (f[w->n][w->m] <= 0)
		return;
	for (i = w->n - 1; i >= 0; i--) {
		row = prob + w->state[i] * SUBS;
		for (j = 0; j <= w->m; j++)
			for (k = 0; k <= SUB_MAX && j + k <= w->m; k++) {
				x = (double)row[sub_of(w->latin + j, k)] *
				    b[i + 1][j + k];
				b[i][j] += x;
				count[w->state[i] * SUBS + sub_of(w->latin + j,
				    k)] += (float)(f[i][j] * x /
				    f[w->n][w->m]) * weight;
			}
	}
}

static void
maximise(float *prob, float *count)
{
	float sum, *c, *p;
	int i, k;

	for (i = 0; i < STATES; i++) {
		c = count + i * SUBS;
		p = prob + i * SUBS;
		for (sum = 0, k = 0; k < SUBS; k++)
			sum += c[k];
		for (k = 0; k < SUBS && sum > 0; k++)
			p[k] = c[k] / sum;
	}
	memset(count, 0, STATES * SUBS * sizeof(*count));
}

/* The likeliest spellings of each state, kept for writing. */
static void
choose(struct roman *r, const float *prob)
{
	struct choice *c;
	int i, j, k;

	for (i = 0; i < STATES; i++) {
		c = r->choice[i];
		for (k = 0; k < SUBS; k++) {
			float p = prob[i * SUBS + k];

			if (p < .02f)
				continue;
			/* Squared when drawn: rare ones are mostly noise. */
			p *= p;
			if (p <= c[CHOICES - 1].p)
				continue;
			for (j = CHOICES - 1; j > 0 && c[j - 1].p < p; j--)
				c[j] = c[j - 1];
			c[j] = (struct choice){ p, k };
		}
	}
}

static void
learn(struct roman *r)
{
	static const float start[] = { .15f, .5f / 26, .3f / 676,
	    .05f / 17576 };
	float *prob, *count;
	struct word w;
	size_t step = r->n / PAIRS + 1, i;
	int k, round;

	prob = mem_alloc(STATES * SUBS, sizeof(*prob));
	count = mem_alloc(STATES * SUBS, sizeof(*count));
	for (i = 0; i < STATES * SUBS; i++) {
		k = (int)(i % SUBS);
		prob[i] = start[(k > 0) + (k > 26) + (k > 728)];
	}
	for (round = 0; round < ROUNDS; round++) {
		for (i = 0; i < r->n; i += step) {
			w.n = states(r->pair[i].native, w.state);
			w.m = spelling(r->pair[i].latin, w.latin);
			if (w.n > 0 && w.m > 0)
				expect(&w, prob, count,
				    (float)r->pair[i].count);
		}
		maximise(prob, count);
	}
	choose(r, prob);
	free(prob);
	free(count);
}

static int
compare(struct str a, struct str b)
{
	int d = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);

	return d != 0 ? d : (a.n > b.n) - (a.n < b.n);
}

static int
by_native(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	int d = compare(a->native, b->native);

	return d != 0 ? d : compare(a->latin, b->latin);
}

struct roman *
roman_open(const char *path)
{
	struct roman *r = mem_alloc(1, sizeof(*r));
	char *line = NULL, *p, *tab;
	size_t cap = 0, at = 0;
	FILE *f;
	int ch;

	if ((f = fopen(path, "r")) == NULL)
		msg_die("%s: cannot open", path);
	while ((ch = getc(f)) != EOF)
		buf_putc(&r->text, (char)ch);
	(void)fclose(f);
	buf_putc(&r->text, '\0');
	for (line = r->text.p; *line != '\0'; line = p) {
		struct pair x;

		p = line + strcspn(line, "\n");
		if (*p != '\0')
			*p++ = '\0';
		if ((tab = strchr(line, '\t')) == NULL)
			continue;
		x.native = (struct str){ line, (size_t)(tab - line) };
		x.latin = (struct str){ tab + 1, strcspn(tab + 1, "\t") };
		tab = strchr(tab + 1, '\t');
		x.count = tab == NULL ? 1 : (unsigned)atoi(tab + 1);
		if (utf8_valid(x.native) < x.native.n || x.count == 0)
			continue;
		r->pair = mem_grow(r->pair, &cap, at + 1, sizeof(x));
		r->pair[at++] = x;
	}
	r->n = at;
	qsort(r->pair, r->n, sizeof(*r->pair), by_native);
	learn(r);
	return r;
}

void
roman_free(struct roman *r)
{
	buf_free(&r->text);
	free(r->pair);
	free(r);
}

/* One of the attested spellings: 0 if there is none. */
static int
attested(const struct roman *r, struct str word, struct buf *out)
{
	size_t lo = 0, hi = r->n, mid, i;
	uint64_t sum = 0, x;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (compare(r->pair[mid].native, word) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (i = lo; i < r->n && str_eq(r->pair[i].native, word); i++)
		sum += r->pair[i].count;
	if (sum == 0)
		return 0;
	x = train_chance(sum);
	for (i = lo; x >= r->pair[i].count; i++)
		x -= r->pair[i].count;
	buf_str(out, r->pair[i].latin);
	return 1;
}

static void
spell(const struct roman *r, struct str word, struct buf *out)
{
	const struct choice *c;
	int i, n, state[WORD], sub;
	float sum, x;
	size_t k;

	n = states(word, state);
	for (i = 0; i < n; i++) {
		c = r->choice[state[i]];
		for (sum = 0, k = 0; k < CHOICES; k++)
			sum += c[k].p;
		if (sum <= 0)
			continue;
		x = sum * (float)train_chance(1 << 20) / (float)(1 << 20);
		for (k = 0; k + 1 < CHOICES && x >= c[k].p; k++)
			x -= c[k].p;
		for (sub = c[k].sub; sub > 0; sub /= 27)
			buf_putc(out, (char)('a' + sub % 27 - 1));
	}
}

void
roman_text(const struct roman *r, struct str text, struct buf *out)
{
	const char *p = text.p, *e = text.p + text.n, *at, *word = NULL;
	struct str s;
	uint32_t c;
	int digit, in;

	for (;;) {
		at = p;
		c = p < e ? utf8_step(&p) : 0;
		digit = uni_digit(c);
		in = c >= 0x80 && digit == -1 && c != 0x964 && c != 0x6d4 &&
		    (char_index(c) != -1 || c == 0x200c || c == 0x200d) &&
		    (uni_is_alpha(c) || uni_category(c) == 'M' || c >= 0x2000);
		if (in && word == NULL)
			word = at;
		if (in)
			continue;
		if (word != NULL) {
			s = (struct str){ word, (size_t)(at - word) };
			if (!attested(r, s, out))
				spell(r, s, out);
			word = NULL;
		}
		if (at == e)
			break;
		if (c < 0x80)
			buf_putc(out, (char)c);
		else
			buf_putc(out, digit >= 0 ? (char)('0' + digit) :
			    c == 0x964 || c == 0x6d4 ? '.' : ' ');
	}
}
