/*
 * The words of dates and numbers: a lexicon of its own, so that what the
 * tagger knows of a word does not hang on them.
 */
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "lexicon.h"
#include "mem.h"
#include "suffix.h"

struct calendar {
	struct lexicon	*l;
	/* Heads of two letters, and of three for months and weekdays, which
	 * may have a suffix; most words are none of ours. */
	uint64_t	 may[64];
	uint64_t	 long_may[256];
};

static unsigned int
head(const struct token *t)
{
	return ((unsigned int)t->f[0] * 61 + (t->n > 1 ? t->f[1] : 0)) & 4095;
}

static unsigned int
long_head(const struct token *t)
{
	return t->n < 3 ? 0 : (((unsigned int)t->f[0] * 61 + t->f[1]) * 61 +
	    t->f[2]) & 16383;
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
			h = head(&ts.t[0]);
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

struct cal_word
calendar_word(const struct calendar *c, const struct tokens *ts,
    struct str text, size_t i)
{
	const struct token *t = &ts->t[i];
	unsigned int h = head(t);
	struct cal_word none = { 0 };
	struct token cut;
	struct tokens one = { &cut, 1, 1 };
	static struct buf left;
	struct str id, name;
	size_t len;

	if ((c->may[h / 64] >> h % 64 & 1) == 0)
		return none;
	if (lexicon_find(c->l, ts, i, &len, &id) != 0)
		return read_id(id, len);
	h = long_head(t);
	if (t->kind != TOK_WORD || t->f[0] < 0x900 || t->n < 5 ||
	    (c->long_may[h / 64] >> h % 64 & 1) == 0)
		return none;
	/* জুলাইয়ের, ஜூலையில்: off with what names have off. */
	name = (struct str){ text.p + t->start, t->end - t->start };
	suffix_name(&left, name, 1, is_ours, c);
	if (left.n == name.n)
		return none;
	cut = *t;
	cut.n = cut.stem = token_fold(buf_slice(&left), cut.f);
	return lexicon_find(c->l, &one, 0, &len, &id) != 0 ?
	    read_id(id, 1) : none;
}
