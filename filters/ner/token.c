/*
 * Tokens: runs of letters, marks and digits; hyphens inside stay, since
 * हिंद-प्रशांत is one word; a number keeps its points and commas.
 */
#include <stdlib.h>
#include <string.h>

#include "brahmi.h"
#include "mem.h"
#include "suffix.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"

#define EMAIL	254			/* longest, RFC 5321 4.5.3.1.3 */

uint16_t
token_fold(struct str word, uint16_t *out)
{
	const char *p = word.p, *e = word.p + word.n;
	uint16_t n = 0;
	uint32_t c;

	while (p < e && n < TOKEN_LETTERS) {
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d || c > 0xffff)
			continue;
		if (c < 0x80)
			c = c >= 'A' && c <= 'Z' ? c + 32 : c;
		else if (brahmi_is(c)) {
			c = brahmi_deva(c);
			if (c == 0x93c)
				continue;
			if (c >= 0x958 && c <= 0x95f)
				c = (uint32_t)("\x15\x16\x17\x1c\x21\x22\x2b"
				    "\x2f"[c - 0x958]) + 0x900;
			if (c == 0x901 || c == 0x970)
				c = 0x902;
			if (n >= 2 && out[n - 1] == 0x94d &&
			    out[n - 2] == brahmi_nasal(c)) {
				out[n - 2] = 0x902;
				n--;
			}
		} else if (c >= 0xc0 && c < 0x250)
			c = uni_lower(c);
		out[n++] = (uint16_t)c;
	}
	return n;
}

static int
is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z') || c == '_';
	if (brahmi_is(c))
		return c != 0x964 && c != 0x965 && c != 0x970;
	if (c == 0x200c || c == 0x200d)
		return 1;
	return uni_is_alpha(c) || strchr("MN", uni_category(c)) != NULL;
}

/* The blocks from Devanagari to Sinhala have their digits in one place. */
int
token_is_digit(uint32_t c)
{
	if (c < 0x80)
		return c >= '0' && c <= '9';
	if (c >= 0x900 && c < 0xe00)
		return (c & 0x7f) >= 0x66 && (c & 0x7f) <= 0x6f;
	return uni_digit(c) >= 0;
}

/* White_Space (UAX #44), control characters, and U+200B. */
static int
is_space(uint32_t c)
{
	if (c < 0x1680)
		return c <= ' ' || c == 0xa0 || c == 0x85;
	return c == 0x1680 || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static uint32_t
peek(const char *p, const char *e)
{
	return p < e ? utf8_step(&p) : 0;
}

static int
begins(const char *p, const char *e, const char *what)
{
	size_t n = strlen(what);

	return (size_t)(e - p) >= n && memcmp(p, what, n) == 0;
}

/* Up to white space, without punctuation at the end. */
static const char *
address_end(const char *p, const char *e)
{
	const char *q = p;

	while (q < e && (unsigned char)*q > ' ' && (unsigned char)*q < 0x80 &&
	    *q != '"' && *q != '<' && *q != '>' && *q != ')' && *q != '|')
		q++;
	while (q > p && strchr(".,;:!?'", q[-1]) != NULL)
		q--;
	return q;
}

static int
is_email(const char *p, const char *q)
{
	const char *at = memchr(p, '@', (size_t)(q - p));

	return at != NULL && at > p && q - at > 3 &&
	    memchr(at, '.', (size_t)(q - at)) != NULL;
}

/* A word or a number from p; *number if it is nothing but a number. */
static const char *
word_end(const char *p, const char *e, int *number)
{
	const char *q = p, *r;
	uint32_t c, next;
	int prev_digit = 0;

	*number = 1;
	while (q < e) {
		r = q;
		c = utf8_step(&r);
		next = peek(r, e);
		if (is_word(c)) {
			prev_digit = token_is_digit(c);
			*number &= prev_digit;
		} else if ((c == '.' || c == ',' || c == ':' || c == '/') &&
		    prev_digit && token_is_digit(next))
			;
		else if ((c == '-' || c == 0x2011) && q > p && is_word(next))
			*number &= token_is_digit(next);
		else
			break;
		q = r;
	}
	return q;
}

static void
add(struct tokens *ts, struct str text, const char *p, const char *q,
    enum token_kind kind, int brk)
{
	struct token *t;

	ts->t = mem_grow(ts->t, &ts->cap, ts->n + 1, sizeof(*ts->t));
	t = &ts->t[ts->n++];
	t->start = (size_t)(p - text.p);
	t->end = (size_t)(q - text.p);
	t->kind = kind;
	t->brk = brk;
	t->f[0] = 0;		/* stays, if all letters are left out: 😀 */
	t->n = token_fold((struct str){ p, (size_t)(q - p) }, t->f);
	t->stem = (uint16_t)suffix_stem(t->f, t->n);
}

/* One token at p, which is no space: where it ends, and its kind. */
static const char *
one(const char *p, const char *e, enum token_kind *kind)
{
	const char *q;
	uint32_t c = peek(p, e);
	int number;

	if ((c == '@' || c == '#') && is_word(peek(p + 1, e))) {
		*kind = c == '@' ? TOK_HANDLE : TOK_HASHTAG;
		for (q = p + 1; q < e && is_word(peek(q, e));)
			(void)utf8_step(&q);
		return q;
	}
	if (begins(p, e, "http://") || begins(p, e, "https://") ||
	    begins(p, e, "www.") || begins(p, e, "pic.twitter.com/")) {
		*kind = TOK_URL;
		return address_end(p, e);
	}
	if (c < 0x80 && is_word(c)) {
		/* Not all of a long run again for each word in it. */
		q = address_end(p, e - p > EMAIL ? p + EMAIL : e);
		if (q - p < EMAIL && is_email(p, q)) {
			*kind = TOK_EMAIL;
			return q;
		}
	}
	if (is_word(c)) {
		q = word_end(p, e, &number);
		*kind = number ? TOK_NUMBER : TOK_WORD;
		return q;
	}
	*kind = TOK_PUNCT;
	(void)utf8_step(&p);
	return p;
}

size_t
token_cut_from(struct tokens *ts, struct str text, size_t at, int brk,
    size_t most)
{
	const char *p = text.p + at, *e = text.p + text.n, *q;
	enum token_kind kind;
	uint32_t c;

	ts->n = 0;
	while (p < e && ts->n < most) {
		q = p;
		c = utf8_step(&q);
		if (is_space(c)) {
			brk |= c == '\n' || c == 0x2028 || c == 0x2029;
			p = q;
			continue;
		}
		q = one(p, e, &kind);
		add(ts, text, p, q, kind, brk);
		brk = c == 0x964 || c == 0x6d4 || c == '?' || c == '!';
		p = q;
	}
	return (size_t)(p - text.p);
}

void
token_cut(struct tokens *ts, struct str text)
{
	if (text.n > 0)
		(void)token_cut_from(ts, text, 0, 1, SIZE_MAX);
	else
		ts->n = 0;
}

void
token_free(struct tokens *ts)
{
	free(ts->t);
	memset(ts, 0, sizeof(*ts));
}
