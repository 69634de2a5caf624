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

/* What the letter at a place of a Brahmi block folds to, in Devanagari's;
 * NONE: nothing.  Candrabindu is anusvara, as is U+0970; letters that have
 * their nukta in them lose it; others stay. */
#define NONE	0xff
#define ROW(at)	at, at + 1, at + 2, at + 3, at + 4, at + 5, at + 6, at + 7
static const unsigned char fold_to[128] = {
	0x00, 0x02, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07,
	ROW(0x08), ROW(0x10), ROW(0x18), ROW(0x20), ROW(0x28), ROW(0x30),
	0x38, 0x39, 0x3a, 0x3b, NONE, 0x3d, 0x3e, 0x3f,
	ROW(0x40), ROW(0x48), ROW(0x50),
	0x15, 0x16, 0x17, 0x1c, 0x21, 0x22, 0x2b, 0x2f,
	ROW(0x60), ROW(0x68),
	0x02, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77,
	ROW(0x78)
};

/* Does a letter of the nine Brahmi blocks stand here?  Their three bytes are
 * E0 A4 80 to E0 B5 BF; the second alone tells. */
static int
at_brahmi(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;

	return s[0] == 0xe0 && s[1] - 0xa4u < 0x12;
}

/* The letter, of which at_brahmi holds. */
static uint32_t
brahmi_at(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;

	return 0x900 + ((s[1] - 0xa4u) << 6 | (s[2] & 0x3fu));
}

uint16_t
token_fold(struct str word, uint16_t *out)
{
	const char *p = word.p, *e = word.p + word.n;
	uint16_t n = 0;
	uint32_t c;

	while (p < e && n < TOKEN_LETTERS) {
		if (at_brahmi(p)) {
			c = fold_to[brahmi_at(p) & 0x7f];
			p += 3;
			if (c == NONE)
				continue;
			c |= 0x900;
			if (n >= 2 && out[n - 1] == 0x94d &&
			    out[n - 2] == brahmi_nasal(c)) {
				out[n - 2] = 0x902;
				n--;
			}
			out[n++] = (uint16_t)c;
			continue;
		}
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d || c > 0xffff)
			continue;
		if (c < 0x80)
			c = c >= 'A' && c <= 'Z' ? c + 32 : c;
		else if (c >= 0xc0 && c < 0x250)
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

static int
is_url(const char *p, const char *e)
{
	switch (*p) {
	case 'h':
		return begins(p, e, "http://") || begins(p, e, "https://");
	case 'w':
		return begins(p, e, "www.");
	case 'p':
		return begins(p, e, "pic.twitter.com/");
	default:
		return 0;
	}
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

/* Past the letters of the nine Brahmi blocks, the most of most words. */
static const char *
letters_end(const char *q, const char *e, int *prev_digit, int *number)
{
	uint32_t c;

	for (; q < e && at_brahmi(q); q += 3) {
		c = brahmi_at(q);
		if (c == 0x964 || c == 0x965 || c == 0x970)
			break;
		*prev_digit = (c & 0x7f) - 0x66 <= 9;
		*number &= *prev_digit;
	}
	return q;
}

/* A word or a number from p; *number if it is nothing but a number. */
static const char *
word_end(const char *p, const char *e, int *number)
{
	const char *q = p, *r;
	uint32_t c, next;
	int prev_digit = 0;

	*number = 1;
	for (;; q = r) {
		q = letters_end(q, e, &prev_digit, number);
		if (q == e)
			break;
		r = q;
		c = utf8_step(&r);
		if (is_word(c)) {
			prev_digit = token_is_digit(c);
			*number &= prev_digit;
			continue;
		}
		next = peek(r, e);
		if ((c == '.' || c == ',' || c == ':' || c == '/') &&
		    prev_digit && token_is_digit(next))
			;
		else if ((c == '-' || c == 0x2011) && q > p && is_word(next))
			*number &= token_is_digit(next);
		else
			break;
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
	if (is_url(p, e)) {
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
