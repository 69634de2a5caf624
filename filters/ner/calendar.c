/*
 * The words of dates and numbers: a lexicon of its own, so that what the
 * tagger knows of a word does not hang on them.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "hash.h"
#include "lexicon.h"
#include "mem.h"
#include "suffix.h"

#define CUTS	1024			/* a power of two */

/* What is left of a long word without its suffix, from the last time. */
struct cut {
	uint64_t	h;		/* of the word as it stands; 0: empty */
	struct cal_word	w;
};

struct calendar {
	struct lexicon	*l;
	/* First words by three letters and their length, and by the letters
	 * alone for months and weekdays, which may have a suffix; most words
	 * are none of ours. */
	uint64_t	 may[1024];
	uint64_t	 long_may[256];
	struct cut	*cut;
};

static unsigned int
head(const uint16_t *f, size_t n)
{
	uint32_t h = f[0];

	h = h * 61 + (n > 1 ? f[1] : 0);
	h = h * 61 + (n > 2 ? f[2] : 0);
	return (h * 31 + (uint32_t)n) * UINT32_C(0x9e3779b1) >> 16;
}

static unsigned int
long_head(const struct token *t)
{
	return t->n < 3 ? 0 : (((unsigned int)t->f[0] * 61 + t->f[1]) * 61 +
	    t->f[2]) & 16383;
}

static int
has(const uint64_t *bits, unsigned int at)
{
	return (int)(bits[at / 64] >> at % 64 & 1);
}

/* May lexicon_find find something, or a suffix hide it? */
static int
may_begin(const struct calendar *c, const struct token *t)
{
	return t->n > 0 && (has(c->may, head(t->f, t->n)) ||
	    (t->stem < t->n && has(c->may, head(t->f, t->stem))));
}

static int
may_hide(const struct calendar *c, const struct token *t)
{
	return t->kind == TOK_WORD && t->n >= 5 && t->f[0] >= 0x900 &&
	    has(c->long_may, long_head(t));
}

int
calendar_may(const struct calendar *c, const struct token *t)
{
	return may_begin(c, t) || may_hide(c, t);
}

struct calendar *
calendar_new(struct str lists)
{
	struct calendar *c = mem_alloc(1, sizeof(*c));
	struct str text = lexicon_lines(lists);
	const char *p = text.p, *e = p + text.n, *nl;
	struct tokens ts = { 0 };
	unsigned int h, bit;

	c->l = lexicon_new();
	c->cut = mem_alloc(CUTS, sizeof(*c->cut));
	(void)lexicon_take(c->l, text, LEX_CALENDAR);
	for (; p < e; p = nl + 1) {
		if ((nl = memchr(p, '\n', (size_t)(e - p))) == NULL)
			nl = e;
		bit = lexicon_line((struct str){ p, (size_t)(nl - p) },
		    LEX_CALENDAR);
		if (bit == 0)
			continue;
		token_cut(&ts, (struct str){ p, strcspn(p, "\t\n") });
		if (ts.n > 0) {
			h = head(ts.t[0].f, ts.t[0].n);
			c->may[h / 64] |= UINT64_C(1) << h % 64;
			h = bit & LEX_UNIT ? 0 : long_head(&ts.t[0]);
			c->long_may[h / 64] |= UINT64_C(1) << h % 64;
		}
	}
	token_free(&ts);
	return c;
}

void
calendar_free(struct calendar *c)
{
	if (c == NULL)
		return;
	lexicon_free(c->l);
	free(c->cut);
	free(c);
}

int
calendar_digit(uint16_t c)
{
	/* ASCII, the folded Brahmi blocks, Arabic, Persian, Ol Chiki, Meetei
	 * Mayek. */
	static const uint16_t zero[] = {
		'0', 0x966, 0x660, 0x6f0, 0x1c50, 0xabf0
	};
	size_t i;

	if (c >= 0x900 && c < 0x1c50)
		return c >= 0x966 && c <= 0x96f ? c - 0x966 : -1;
	for (i = 0; i < sizeof(zero) / sizeof(zero[0]); i++)
		if (c - zero[i] >= 0 && c - zero[i] <= 9)
			return c - zero[i];
	return -1;
}

static int
number(const char *p, size_t n)
{
	int v = 0, neg = n > 0 && *p == '-';

	for (p += neg, n -= (size_t)neg; n > 0 && *p >= '0' && *p <= '9';
	    p++, n--)
		v = v * 10 + (*p - '0');
	return neg ? -v : v;
}

/* "M07", "m05" (weak), "U:D", "P:-1", "R:-1M", "x5", "u:km", "n:2.5". */
static struct cal_word
read_id(struct str id, size_t len)
{
	struct cal_word w = { 0 };

	if (id.n == 0)
		return w;
	w.len = len;
	w.kind = *id.p;
	if (w.kind == 'm' || w.kind == 'd') {
		w.kind = (char)(w.kind - 32);
		w.weak = 1;
	}
	if (id.n > 2 && id.p[1] == ':') {
		id.p += 2;
		id.n -= 2;
		w.text = id;
		if (w.kind == 'R')
			w.n = number(id.p, id.n - 1);
		else if (w.kind == 'P')
			w.n = number(id.p, id.n);
		w.unit = id.p[id.n - 1];
	} else if (id.n > 1)
		w.n = number(id.p + 1, id.n - 1);
	return w;
}

/* Is it a word of ours, just so? */
static int
is_ours(const void *arg, struct str name)
{
	const struct calendar *c = arg;
	struct token t = { 0 };
	struct tokens one = { &t, 1, 1 };
	struct str id;
	size_t len;

	t.n = t.stem = token_fold(name, t.f);
	return lexicon_find(c->l, &one, 0, &len, &id) != 0;
}

/* জুলাইয়ের, ஜூலையில்: a word of ours when that is off which names have off. */
static struct cal_word
without_suffix(const struct calendar *c, const struct token *t,
    struct str raw)
{
	static struct buf left;
	struct cal_word none = { 0 };
	struct token cut = *t;
	struct tokens one = { &cut, 1, 1 };
	struct str id;
	size_t len;

	suffix_name(&left, raw, 1, is_ours, c);
	if (left.n == raw.n)
		return none;
	cut.n = cut.stem = token_fold(buf_slice(&left), cut.f);
	return lexicon_find(c->l, &one, 0, &len, &id) != 0 ?
	    read_id(id, 1) : none;
}

struct cal_word
calendar_word(const struct calendar *c, const struct tokens *ts,
    struct str text, size_t i)
{
	const struct token *t = &ts->t[i];
	struct cal_word none = { 0 };
	struct cut *cut;
	struct str id, raw;
	size_t len;
	uint64_t h;

	if (may_begin(c, t) && lexicon_find(c->l, ts, i, &len, &id) != 0)
		return read_id(id, len);
	if (!may_hide(c, t))
		return none;
	raw = (struct str){ text.p + t->start, t->end - t->start };
	h = hash_bytes(raw.p, raw.n, 1) | 1;
	cut = &c->cut[h / 2 % CUTS];
	if (cut->h != h) {
		cut->w = without_suffix(c, t, raw);
		cut->h = h;
	}
	return cut->w;
}
