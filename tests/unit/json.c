/*
 * json: a corpus in three kinds, y (must be taken), n (must be refused, at
 * this byte), and what strings decode and encode to; all vector levels run
 * the same through DHARA_CPU in tests/json.bats.
 */
#include "json.h"
#include "tap.h"
#include "utf8.h"

struct yes {
	const char	*text;
	size_t		 members;
};

static const struct yes yes[] = {
	{ "{}", 0 },
	{ " { } ", 0 },
	{ "\t{\r}\t", 0 },
	{ "{\"a\":1}", 1 },
	{ "{\"\":1}", 1 },
	{ "{\"a\":1,\"a\":2}", 2 },
	{ "{\"a\" : 1 , \"b\" : 2 }", 2 },
	{ "{\"a\":0}", 1 },
	{ "{\"a\":-0}", 1 },
	{ "{\"a\":0.0}", 1 },
	{ "{\"a\":-0.5e-10}", 1 },
	{ "{\"a\":1E400}", 1 },
	{ "{\"a\":1e+2}", 1 },
	{ "{\"a\":123456789012345678901234567890}", 1 },
	{ "{\"a\":true,\"b\":false,\"c\":null}", 3 },
	{ "{\"a\":[]}", 1 },
	{ "{\"a\":[ ]}", 1 },
	{ "{\"a\":{}}", 1 },
	{ "{\"a\":[1,2,3]}", 1 },
	{ "{\"a\":[[],{},[{}]]}", 1 },
	{ "{\"a\":{\"b\":{\"c\":[1,{\"d\":2}]}},\"e\":[]}", 2 },
	{ "{\"a\":\"\"}", 1 },
	{ "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", 1 },
	{ "{\"a\":\"\\u0000\"}", 1 },
	{ "{\"a\":\"\\u0928\\u092E\"}", 1 },
	{ "{\"a\":\"\\ud83d\\ude00\"}", 1 },
	{ "{\"a\":\"\\uDBFF\\uDFFF\"}", 1 },
	{ "{\"a\":\"\x7f\"}", 1 },
	{ "{\"a\":\"\xe2\x80\xa8\"}", 1 },
	{ "{\"a\":\"\xef\xbf\xbf\"}", 1 },
	{ "{\"\\u0061\":1}", 1 },
	{ "{\"a\":\"{[,:]}\"}", 1 },
	{ "{\"नाम\":\"अस्ताना\"}", 1 },
	{ "{\"a\":[\"x\",\"y\\n\"],\"b\":\"z\"}", 2 }
};

struct no {
	const char	*text;
	size_t		 at;
};

static const struct no no[] = {
	{ "", 0 }, { "1", 0 }, { "[]", 0 }, { "\"a\"", 0 }, { "null", 0 },
	{ "{", 1 }, { "{,}", 1 }, { "{a:1}", 1 }, { "{'a':1}", 1 },
	{ "{\"a\"}", 4 }, { "{\"a\":}", 5 }, { "{\"a\":1", 6 },
	{ "{\"a\":1,}", 7 }, { "{\"a\":1,,\"b\":2}", 7 },
	{ "{\"a\":1 \"b\":2}", 7 }, { "{\"a\"::1}", 5 }, { "{\"a\" 1}", 5 },
	{ "{\"a\":1}}", 7 }, { "{\"a\":1} {}", 8 }, { "{}x", 2 },
	{ "{\"a\":01}", 5 }, { "{\"a\":-01}", 6 }, { "{\"a\":00}", 5 },
	{ "{\"a\":+1}", 5 }, { "{\"a\":.5}", 5 }, { "{\"a\":1.}", 7 },
	{ "{\"a\":-}", 6 }, { "{\"a\":1e}", 7 }, { "{\"a\":1e+}", 8 },
	{ "{\"a\":1.e1}", 7 }, { "{\"a\":0x1}", 6 }, { "{\"a\":1a}", 6 },
	{ "{\"a\":NaN}", 5 }, { "{\"a\":Infinity}", 5 },
	{ "{\"a\":-Infinity}", 6 }, { "{\"a\":tru}", 5 },
	{ "{\"a\":True}", 5 }, { "{\"a\":nul}", 5 }, { "{\"a\":truex}", 9 },
	{ "{\"a\":\"}", 7 }, { "{\"a\":\"\\\"}", 9 }, { "{\"a\":\"\\x41\"}", 6 },
	{ "{\"a\":\"\\a\"}", 6 }, { "{\"a\":\"\\", 7 },
	{ "{\"a\":\"\\u12\"}", 6 }, { "{\"a\":\"\\u123g\"}", 6 },
	{ "{\"a\":\"\\uD800\"}", 6 }, { "{\"a\":\"\\uDC00\"}", 6 },
	{ "{\"a\":\"\\uD800\\n\"}", 6 }, { "{\"a\":\"\\uD800\\uD800\"}", 6 },
	{ "{\"a\":\"\\uD800x\"}", 6 }, { "{\"a\":\"\t\"}", 6 },
	{ "{\"a\":\"x\ny\"}", 7 }, { "{\"a\":\"\x1f\"}", 6 },
	{ "{\"a\t\":1}", 3 }, { "{\"\\q\":1}", 2 },
	{ "{\"a\":[}", 6 }, { "{\"a\":[1}", 7 }, { "{\"a\":[1,]}", 8 },
	{ "{\"a\":[,1]}", 6 }, { "{\"a\":[1 2]}", 8 }, { "{\"a\":[1", 7 },
	{ "{\"a\":{]}", 6 }, { "{\"a\":{\"b\"}}", 9 },
	{ "{\"a\":{\"b\":1]}", 11 }, { "{\"a\":{\"b\":1,}}", 12 },
	{ "{\"a\":{1:1}}", 6 }, { "{\"a\":[1}]", 7 }, { "{\"a\":{", 6 },
	{ "{\"a\":[", 6 }, { "{\"a\":[[[", 8 }, { "{\"a\":]}", 5 },
	{ "{\"a\":1]", 6 }, { "{\"a\":/**/1}", 5 }, { "{\"a\":1//\n}", 6 },
	{ "{\"a\":\xc2\xa0""1}", 5 }, { "\xef\xbb\xbf{}", 0 },
	{ "{\f}", 1 }, { "{\"a\":1;}", 6 }, { "{{}}", 1 }, { "{[]}", 1 },
	{ "{null:1}", 1 }, { "{1:1}", 1 }, { "{\"a\":\"b\"c}", 8 },
	{ "{\"a\":\"b\"\"c\"}", 8 }, { "{\"a\":'b'}", 5 }
};

static int
parse(struct json *j, const char *text, size_t n)
{
	char *p = fresh(text, n);
	int r;

	r = json_object(j, (struct str){ p, n });
	free(p);
	return r;
}

static void
deep(struct json *j)
{
	char text[512];
	size_t i, n, depth;

	for (depth = 62; depth < 68; depth++) {
		n = 0;
		memcpy(text, "{\"a\":", n = 5);
		for (i = 1; i < depth; i++)
			text[n++] = '[';
		for (i = 1; i < depth; i++)
			text[n++] = ']';
		text[n++] = '}';
		ok((parse(j, text, n) == 0) == (depth <= JSON_DEPTH),
		    "%zu levels", depth);
	}
}

static void
coding(void)
{
	static const struct {
		const char	*raw;
		struct str	 text;
	} t[] = {
		{ "\"\"", { "", 0 } },
		{ "\"\\u0000\"", { "", 1 } },
		{ "\"a\\nb\"", { "a\nb", 3 } },
		{ "\"\\\"\\\\\"", { "\"\\", 2 } },
		{ "\"\\b\\f\\r\\t\\u001f\"", { "\b\f\r\t\x1f", 5 } },
		{ "\"नमस्ते\"", { "नमस्ते", 18 } }
	};
	struct buf b = { 0 }, back = { 0 };
	size_t i;

	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		buf_clear(&b);
		buf_clear(&back);
		json_decode(&b, str_of(t[i].raw));
		json_encode(&back, t[i].text);
		ok(str_eq(buf_slice(&b), t[i].text), "decode %zu", i);
		ok(str_eq(buf_slice(&back), str_of(t[i].raw)), "encode %zu", i);
	}
	buf_clear(&b);
	json_decode(&b, STR("\"\\ud83d\\ude00\\/\\u0915\""));
	ok(str_eq(buf_slice(&b), STR("\xf0\x9f\x98\x80/\xe0\xa4\x95")),
	    "surrogates, solidus, three bytes");
	buf_free(&b);
	buf_free(&back);
}

/* Every stop byte at every place of a vector. */
static void
stops(void)
{
	static const char stop[] = "\"\\\n\x1f";
	size_t n, at, bad = 0;
	char *p;
	int s;

	for (n = 0; n < 150; n++)
		for (at = 0; at <= n; at++)
			for (s = 0; s < 5; s++) {
				if ((p = malloc(n + 1)) == NULL)
					abort();
				p = realloc(p, n > 0 ? n : 1);
				if (p == NULL)
					abort();
				memset(p, s & 1 ? 0x20 : 0xff, n);
				if (at < n)
					p[at] = s < 4 ? stop[s] : '\0';
				bad += json_plain(p, p + n) != p + at;
				free(p);
			}
	ok(bad == 0, "json_plain stops where it must");
}

/* Each value of the member "a", in its own block; what json_item says, with
 * bars behind the items. */
static void
items(void)
{
	static const struct {
		const char *array, *want;
	} c[] = {
		{ "[]", "" },
		{ "[ \t]", "" },
		{ "[1]", "1|" },
		{ "[ \"a\" , \"b\"]", "\"a\"|\"b\"|" },
		{ "[\"]\",\",\",\"\\\"\",\"\\\\\"]",
		    "\"]\"|\",\"|\"\\\"\"|\"\\\\\"|" },
		{ "[[1,2], {\"b\":[\"]\"]} ,null]",
		    "[1,2]|{\"b\":[\"]\"]}|null|" }
	};
	struct str rest, item;
	struct buf got = { 0 };
	size_t i;
	char *p;

	for (i = 0; i < sizeof(c) / sizeof(c[0]); i++) {
		rest.n = strlen(c[i].array);
		rest.p = p = fresh(c[i].array, rest.n);
		buf_clear(&got);
		while (json_item(&rest, &item)) {
			buf_str(&got, item);
			buf_putc(&got, '|');
		}
		ok(str_eq(buf_slice(&got), str_of(c[i].want)), "items %s",
		    c[i].array);
		free(p);
	}
	buf_free(&got);
}

int
main(void)
{
	struct json j = { 0 };
	size_t i;

	for (i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		ok(parse(&j, yes[i].text, strlen(yes[i].text)) == 0 &&
		    j.n == yes[i].members, "y %zu", i);
	for (i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ok(parse(&j, no[i].text, strlen(no[i].text)) == -1 &&
		    j.at == no[i].at && j.why != NULL, "n %zu at %zu", i,
		    no[i].at);
	ok(parse(&j, "{\"a\":\0}", 7) == -1 && j.at == 5, "NUL as a value");
	ok(parse(&j, "{\"a\":\"\0\"}", 9) == -1 && j.at == 6, "NUL in a string");
	for (i = 0; i < 0x20; i++) {
		char text[] = "{\"a\":\"xyz\"}";

		text[7] = (char)i;
		ok(parse(&j, text, sizeof(text) - 1) == -1 && j.at == 7,
		    "n control character %02zx", i);
	}
	deep(&j);
	json_free(&j);
	coding();
	stops();
	items();
	return tap_end();
}
