/*
 * utf8: the vector validators against the scalar rule, on every short
 * sequence at every place of a vector, and against each other by DHARA_CPU.
 */
#include "tap.h"
#include "utf8.h"

/* RFC 3629 section 4, written out a second time, as a grammar. */
static size_t
slow(const unsigned char *p, size_t n)
{
	size_t i = 0, k;

	while (i < n) {
		unsigned char a = p[i];
		unsigned char b = i + 1 < n ? p[i + 1] : 0;

		if (a <= 0x7f)
			k = 1;
		else if (a >= 0xc2 && a <= 0xdf)
			k = 2;
		else if (a == 0xe0 && b >= 0xa0 && b <= 0xbf)
			k = 3;
		else if (((a >= 0xe1 && a <= 0xec) || a == 0xee ||
		    a == 0xef) && b >= 0x80 && b <= 0xbf)
			k = 3;
		else if (a == 0xed && b >= 0x80 && b <= 0x9f)
			k = 3;
		else if (a == 0xf0 && b >= 0x90 && b <= 0xbf)
			k = 4;
		else if (a >= 0xf1 && a <= 0xf3 && b >= 0x80 && b <= 0xbf)
			k = 4;
		else if (a == 0xf4 && b >= 0x80 && b <= 0x8f)
			k = 4;
		else
			return i;
		if (i + k > n)
			return i;
		for (size_t j = 1; j < k; j++)
			if ((p[i + j] & 0xc0) != 0x80)
				return i;
		i += k;
	}
	return n;
}

/* Each pair of bytes, and each third after an interesting pair, in long text
 * at a changing place. */
static size_t
all_pairs(void)
{
	static const unsigned char third[] = {
		0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xf0
	};
	static const char deva[] = "\xe0\xa4\x95";
	unsigned char *t;
	size_t bad = 0, n = 192, at, i, a, b, c;

	for (a = 0; a < 256; a++)
		for (b = 0; b < 256; b++)
			for (c = 0; c < sizeof(third); c++) {
				at = (a * 7 + b * 3 + c) % 150;
				t = malloc(n);
				if (t == NULL)
					abort();
				for (i = 0; i < n; i++)
					t[i] = at < 75 ? 'x' :
					    (unsigned char)deva[(i + n -
					    (at + 4) % 3) % 3];
				for (i = 0; at >= 75 && i < (at + 4) % 3; i++)
					t[i] = 'y';
				t[at] = (unsigned char)a;
				t[at + 1] = (unsigned char)b;
				t[at + 2] = third[c];
				t[at + 3] = c & 1 ? 0x80 : 'z';
				bad += utf8_valid((struct str){ (char *)t,
				    n }) != slow(t, n);
				free(t);
			}
	return bad;
}

static size_t
random_text(unsigned int seed)
{
	static const char *const piece[] = {
		"a", "\xe0\xa4\x95", "\xc3\xa9", "\xf0\x9f\x98\x80", "\xed\x9f\xbf",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghij",
		"\xe0\xaa\x86\xe0\xaa\x9c", "\xf4\x8f\xbf\xbf", "\xc2\x80"
	};
	char buf[4096], *t;
	size_t n = 0, k, bad = 0, round, chars, i;

	for (round = 0; round < 3000; round++, n = 0) {
		size_t want = (seed = seed * 1103515245u + 12345u) >> 16 & 511;

		while (n < want) {
			seed = seed * 1103515245u + 12345u;
			k = seed >> 16 & 0xff;
			k %= sizeof(piece) / sizeof(piece[0]);
			memcpy(buf + n, piece[k], strlen(piece[k]));
			n += strlen(piece[k]);
		}
		seed = seed * 1103515245u + 12345u;
		if (n > 0 && (round & 1))
			buf[(seed >> 8) % n] = (char)(seed >> 24);
		t = fresh(buf, n);
		k = utf8_valid((struct str){ t, n });
		bad += k != slow((unsigned char *)t, n);
		for (i = chars = 0; i < k; i++)
			chars += (t[i] & 0xc0) != 0x80;
		bad += utf8_count(t, k) != chars;
		free(t);
	}
	return bad;
}

static void
decoder(void)
{
	static const struct {
		const char	*bytes;
		size_t		 n, len;
		uint32_t	 c;
	} t[] = {
		{ "A", 1, 1, 'A' },
		{ "\xe0\xa4\x95", 3, 3, 0x915 },
		{ "\xf0\x9f\x98\x80", 4, 4, 0x1f600 },
		{ "\xc0\x80", 2, 1, UTF8_BAD },
		{ "\xe0\x80\x9f", 3, 1, UTF8_BAD },
		{ "\xed\xa0\x80", 3, 1, UTF8_BAD },
		{ "\xe0\xa4", 2, 2, UTF8_BAD },
		{ "\xf0\x9f\x98", 3, 3, UTF8_BAD },
		{ "\xf4\x90\x80\x80", 4, 1, UTF8_BAD },
		{ "\xff", 1, 1, UTF8_BAD }
	};
	size_t i, len;
	uint32_t c, u;
	char *p, out[4];

	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		p = fresh(t[i].bytes, t[i].n);
		c = utf8_next(p, p + t[i].n, &len);
		ok(c == t[i].c && len == t[i].len, "decode case %zu", i);
		free(p);
	}
	for (u = 0, i = 0; u < 0x110000; u++) {
		if (u >= 0xd800 && u < 0xe000)
			continue;
		len = utf8_put(out, u);
		p = out;
		i += utf8_next(out, out + len, &len) != u;
		{
			const char *q = out;

			i += utf8_step(&q) != u;
		}
	}
	ok(i == 0, "every scalar value comes back from its encoding");
}

int
main(void)
{
	struct utf8_pos pos = { "क a ख", 0, 0 };

	decoder();
	ok(all_pairs() == 0, "pairs of bytes in long text");
	ok(random_text(1) == 0, "random text, broken and whole");
	ok(utf8_point(&pos, 6) == 4 && utf8_point(&pos, 3) == 1 &&
	    utf8_point(&pos, 8) == 5, "offsets, up and down");
	return tap_end();
}
