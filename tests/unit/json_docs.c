/*
 * json-docs SEED COUNT: that many lines, each a JSON object or one that was
 * broken in up to three places.  No line is empty or holds NUL, a byte order
 * mark or over 60 levels, and none ends in CR: those are not JSON's business
 * but the record's.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM	(1 << 16)

static uint64_t	 state;
static char	 doc[ROOM + 64];
static size_t	 n;

static void	value(int depth);

/* xorshift64*, below m */
static size_t
below(size_t m)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)((state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % m;
}

static void
put(const char *s)
{
	size_t m = strlen(s);

	if (n + m > ROOM)
		return;
	memcpy(doc + n, s, m);
	n += m;
}

/* One of a list. */
#define ANY(list)	put(list[below(sizeof(list) / sizeof(list[0]))])

static void
space(void)
{
	static const char *const s[] = { " ", "\t", "\r", "  ", " \r\t" };

	if (below(6) == 0)
		ANY(s);
}

static void
string(void)
{
	static const char *const part[] = {
		"a", "B", " ", "नमस्ते", "ગુજ", "é", "😀", "\x7f", "\xe2\x80\xa8",
		"\xf4\x8f\xbf\xbf", "\xef\xbf\xbf", "\\\"", "\\\\", "\\/",
		"\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u0915",
		"\\uABcd", "\\ud83d\\ude00", "\\uDBFF\\uDFFF", "{", "]", ":",
		",", "true", "'", "text", "id", "0123456789abcdefghijklmnop",
		"एक बहुत लंबा वाक्य जो किसी भी सदिश से लंबा होना चाहिए।"
	};
	size_t k;

	put("\"");
	for (k = below(below(20) == 0 ? 40 : 5); k > 0; k--)
		ANY(part);
	put("\"");
}

static void
number(void)
{
	static const char *const whole[] = {
		"0", "1", "9", "10", "42", "123456789012345678901234567890"
	};
	static const char *const rest[] = {
		"", "", "", ".0", ".5", ".00100", "e1", "E+2", "e-10",
		".25e+3", "e400"
	};

	if (below(3) == 0)
		put("-");
	ANY(whole);
	ANY(rest);
}

static void
list(int depth, int named)
{
	size_t k = below(5);

	put(named ? "{" : "[");
	space();
	for (; k > 0; k--) {
		if (named) {
			string();
			space();
			put(":");
			space();
		}
		value(depth + 1);
		space();
		if (k > 1) {
			put(",");
			space();
		}
	}
	put(named ? "}" : "]");
}

static void
value(int depth)
{
	static const char *const word[] = { "true", "false", "null" };
	size_t k = below(10), i;

	if (k < 2 && depth < 8)
		list(depth, (int)k);
	else if (k == 2 && depth < 8 && below(20) == 0) {
		for (i = 0; i < 48; i++)
			put("[");
		for (i = 0; i < 48; i++)
			put("]");
	} else if (k < 6)
		string();
	else if (k < 8)
		number();
	else
		ANY(word);
}

/* Break it, or nearly: some of these leave it good. */
static void
fault(void)
{
	static const char *const bad[] = {
		"{", "}", "[", "]", ",", ":", "\"", "\\", "\\x", "\\u12",
		"\\ud800", "\\udc00", "\\ud800\\ud800", "0", "00", "-", "+",
		".", "e", "1.", ".5", "NaN", "nan", "Infinity", "tru", "nul",
		"True", "'", "/", "//", "/**/", "#", ";", " ", "\t", "\r",
		"\f", "\v", "\x01", "\x1f", "\x7f", "\xc2\xa0", "\xc0\x80",
		"\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff",
		"\x80", "\xe0\xa4", "क", "{}", "[]", "null", "1", "\"a\":1",
		",\"a\":1", "[[[[", "]]]]"
	};
	size_t at = below(n + 1), m;
	const char *s = bad[below(sizeof(bad) / sizeof(bad[0]))];

	switch (below(4)) {
	case 0:				/* put it in */
		m = strlen(s);
		memmove(doc + at + m, doc + at, n - at);
		memcpy(doc + at, s, m);
		n += m;
		break;
	case 1:				/* a byte less */
		if (at < n) {
			memmove(doc + at, doc + at + 1, n - at - 1);
			n--;
		}
		break;
	case 2:				/* a byte changed */
		if (at < n)
			doc[at] = (char)(below(255) + 1);
		break;
	default:			/* two bytes swapped, or the end cut */
		if (below(4) == 0)
			n = at;
		else if (at + 1 < n) {
			char c = doc[at];

			doc[at] = doc[at + 1];
			doc[at + 1] = c;
		}
	}
}

/* Not a line of its own, or not JSON's business? */
static int
unfit(void)
{
	size_t i, open = 0, ink = 0;

	for (i = 0; i < n; i++) {
		if (doc[i] == '\n')
			return 1;
		open += doc[i] == '[' || doc[i] == '{';
		ink |= (unsigned char)doc[i] > ' ';
	}
	return !ink || open > 60 || doc[n - 1] == '\r' ||
	    memcmp(doc, "\xef\xbb\xbf", 3) == 0;
}

int
main(int argc, char *argv[])
{
	size_t count, k;

	if (argc != 3) {
		fputs("usage: json-docs seed count\n", stderr);
		return 2;
	}
	state = strtoull(argv[1], NULL, 10) * 2 + 1;
	for (count = strtoul(argv[2], NULL, 10); count > 0;) {
		n = 0;
		space();
		list(0, 1);
		if (below(8) == 0)
			put(" ");
		if (below(3) > 0)
			for (k = below(3) + 1; k > 0; k--)
				fault();
		if (n == 0 || unfit())
			continue;
		doc[n++] = '\n';
		fwrite(doc, 1, n, stdout);
		count--;
	}
	return fflush(stdout) == EOF;
}
