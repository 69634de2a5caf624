/*
 * Finding addresses by their shape (RFC 3986, RFC 5322, and what people type):
 *
 *	URL		scheme://..., www...., host.tld/..., host.com
 *	e-mail		local@host
 *	handle		@name, not after a letter
 *	hashtag		#word, not after a letter
 *
 * A URL ends at a space or at what can stand in none (danda, quotation mark);
 * letters of any script may stand in its path: hi.wikipedia.org/wiki/भारत.  A
 * handle or a bare host ends with its ASCII: in facebook.comની the case suffix
 * ની is the text's own.
 */
#include "address.h"
#include "scan.h"
#include "utf8.h"

/* Ends of hosts that are taken for one without a path behind them. */
static const char tld[][6] = {
	"ai", "app", "bd", "biz", "bt", "co", "com", "dev", "edu", "gov", "in",
	"info", "int", "io", "lk", "me", "mil", "mobi", "net", "news", "np",
	"org", "pk", "tv", "uk", "xyz"
};

static int
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
is_alnum(char c)
{
	return is_alpha(c) || (c >= '0' && c <= '9');
}

/* What may stand before "://" or "@", and in a host. */
static int
is_local(char c)
{
	return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
	    c == '%';
}

/* Length of the letter, mark or joiner at p, if it is beyond ASCII; else 0. */
static size_t
wide(const char *p, const char *e)
{
	const char *q = p;
	uint32_t c;
	int s;

	if (p == e || (unsigned char)*p < 0x80)
		return 0;
	c = utf8_step(&q);
	s = script_of(c);
	/* ۔ the Urdu full stop and ॰ are Arab and Deva, but no letters. */
	if (c == 0x6d4 || c == 0x970)
		return 0;
	if (s >= SCRIPT_STRONG || s == SCRIPT_ZINH || c == 0x640)
		return (size_t)(q - p);
	return 0;
}

/* Skip what a URL may hold. */
static const char *
url_end(const char *p, const char *e)
{
	size_t n;

	for (; p < e; p += n) {
		if ((unsigned char)*p < 0x80) {
			if (*p <= ' ' || *p == '"' || *p == '<' || *p == '>' ||
			    *p == '\\' || *p == '^' || *p == '`' ||
			    *p >= '{')
				break;
			n = 1;
		} else if ((n = wide(p, e)) == 0)
			break;
	}
	return p;
}

/* Skip the name of a handle (ASCII first: ASCII only), or of a hashtag. */
static const char *
name_end(const char *p, const char *e, int tag)
{
	size_t n;
	int ascii = p < e && (unsigned char)*p < 0x80;

	for (; p < e; p += n) {
		if ((unsigned char)*p >= 0x80) {
			if ((ascii && !tag) || (n = wide(p, e)) == 0)
				break;
		} else if (is_alnum(*p) || *p == '_' ||
		    (!tag && (*p == '.' || *p == '-')))
			n = 1;
		else
			break;
	}
	return p;
}

/* Is [p, e) a host with a dot in it, its last label one to be believed? */
static int
is_host(const char *p, const char *e, int path)
{
	const char *q;
	size_t i, n;

	while (e > p && e[-1] == '.')		/* end of a sentence */
		e--;
	for (q = e; q > p && q[-1] != '.'; q--)
		if (!is_alpha(q[-1]))
			return 0;
	n = (size_t)(e - q);
	if (q <= p + 1 || n < 2 || !is_alnum(q[-2]))
		return 0;
	if (path)
		return n <= 24;
	for (i = 0; i < sizeof(tld) / sizeof(tld[0]); i++)
		if (strlen(tld[i]) == n && memcmp(tld[i], q, n) == 0)
			return 1;
	return 0;
}

static int
is_www(const char *p, const char *e)
{
	return e - p > 4 && (p[0] | 32) == 'w' && (p[1] | 32) == 'w' &&
	    (p[2] | 32) == 'w' && p[3] == '.';
}

/*
 * At p, the start of a word; j is the end of its is_local characters.  The end
 * of the address there, or NULL, and *from its start.
 */
static const char *
at_word(const char *p, const char *j, const char *e, const char **from)
{
	const char *q;

	*from = p;
	if (e - j > 3 && memcmp(j, "://", 3) == 0 && j > p) {
		while (*from < j && !is_alpha(**from))
			++*from;
		return *from < j ? url_end(j, e) : NULL;
	}
	if (j < e && *j == '@' && j > p) {
		q = name_end(j + 1, e, 0);
		return q > j + 1 ? q : NULL;
	}
	if (is_www(p, j) || (j < e && (*j == '/' || *j == ':') &&
	    is_host(p, j, *j == '/')))
		return url_end(j, e);
	return is_host(p, j, 0) ? j : NULL;
}

/*
 * The address that begins at p, or NULL: its end, and *from its start.  If
 * there is none, *next is where to look next.  p is the start of a word, or
 * what follows one.
 */
static const char *
at_point(const char *p, const char *base, const char *e, const char **from,
    const char **next)
{
	const char *end = NULL, *j = p;
	size_t n;

	*from = p;
	if (is_local(*p)) {
		while (j < e && is_local(*j))
			j++;
		end = at_word(p, j, e, from);
		/* C#minor, a@: the sign belongs to the word before it. */
		if (j < e && (*j == '#' || *j == '@') &&
		    (is_alnum(j[-1]) || j[-1] == '_'))
			j++;
	} else if ((n = wide(p, e)) != 0) {
		for (; n != 0; n = wide(j, e))
			j += n;
		if (j < e && *j == '@' && wide(j + 1, e) != 0)
			end = name_end(j + 1, e, 0);
		else if (j < e && (*j == '@' || *j == '#'))
			j++;
	} else if ((*p == '@' || *p == '#') && p + 1 < e) {
		end = name_end(p + 1, e, *p == '#');
		if (end == p + 1 || (p > base && p[-1] == '&'))
			end = NULL;
	}
	if (j == p)
		(void)utf8_step(&j);
	*next = j;
	return end;
}

int
address_next(struct str text, size_t *at, struct str *found)
{
	const char *p = text.p + *at, *e = text.p + text.n, *sign, *end, *from;

	while ((sign = scan_sign(p, e)) < e) {
		/* From the start of its word: back to a space at most. */
		for (from = sign; from > p && (unsigned char)from[-1] > ' ';)
			from--;
		for (p = from; p <= sign;) {
			end = at_point(p, text.p, e, &from, &p);
			if (end == NULL)
				continue;
			*found = (struct str){ from, (size_t)(end - from) };
			*at = (size_t)(end - text.p);
			return 1;
		}
	}
	*at = text.n;
	return 0;
}

size_t
address_cut(struct str text, struct buf *out)
{
	size_t at = 0, done = 0, n = 0, from;
	struct str a;

	while (address_next(text, &at, &a)) {
		from = (size_t)(a.p - text.p);
		buf_put(out, text.p + done, from - done);
		buf_putc(out, ' ');
		done = at;
		n++;
	}
	if (n > 0)
		buf_put(out, text.p + done, text.n - done);
	return n;
}
