/*
 * ner's cores: keys over scripts, case suffixes, tokens that cover a text,
 * lists.
 */
#include "entity.h"
#include "key.h"
#include "lexicon.h"
#include "pack.h"
#include "tag.h"
#include "tap.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"

static void
same_key(const char *a, const char *b)
{
	struct buf x = { 0 }, y = { 0 };
	char *p = fresh(a, strlen(a)), *q = fresh(b, strlen(b));

	key_name(&x, (struct str){ p, strlen(a) });
	key_name(&y, (struct str){ q, strlen(b) });
	ok(x.n > 0 && str_eq(buf_slice(&x), buf_slice(&y)),
	    "%s and %s: %.*s %.*s", a, b, (int)x.n, x.p, (int)y.n, y.p);
	free(p);
	free(q);
	buf_free(&x);
	buf_free(&y);
}

static void
keys(void)
{
	struct buf x = { 0 }, y = { 0 };

	same_key("लावरोव", "લવરોવ");
	same_key("लावरोव", "Lavrov");
	same_key("एस जयशंकर", "S. Jaishankar");
	same_key("जयशंकर", "જયશંકર");
	same_key("एंतोनियो गुतारेस", "એન્ટોનિયો ગુટેરેસ");
	same_key("मुंबई", "Mumbai");
	same_key("मुम्बई", "মুম্বাই");
	same_key("कजाकिस्तान", "Kazakhstan");
	same_key("नरेन्द्र मोदी", "Narendra Modi");
	same_key("लाहौर", "لاہور");
	key_name(&x, STR("पुतिन"));
	key_name(&y, STR("पटेल"));
	ok(!str_eq(buf_slice(&x), buf_slice(&y)), "Putin is not Patel");
	buf_free(&x);
	buf_free(&y);
}

/* Tokens follow each other, hold no space, and leave only space out. */
static void
cover(void)
{
	static const char *const text[] = {
		"यह हिंद-प्रशांत है। 3.5% a@b.in, http://x.in/?a=1. @FM_Saidov #हम",
		"SCOમાં \xe2\x80\x8d", "", "\n\n..", "e-mail - x", "ௐ𑄟ꯀ"
	};
	struct tokens ts = { 0 };
	size_t k, i, at, bad = 0, n;
	char *p;

	for (k = 0; k < sizeof(text) / sizeof(text[0]); k++) {
		n = strlen(text[k]);
		p = fresh(text[k], n);
		token_cut(&ts, (struct str){ p, n });
		for (i = at = 0; i < ts.n; at = ts.t[i++].end) {
			bad += ts.t[i].start < at ||
			    ts.t[i].end <= ts.t[i].start;
			for (; at < ts.t[i].start; at++)
				bad += p[at] != ' ' && p[at] != '\n';
		}
		free(p);
	}
	ok(bad == 0, "tokens cover their text");
	/* Letters beyond the BMP are left out; no token before shows. */
	token_cut(&ts, STR("रु"));
	token_cut(&ts, STR("\xf0\x9f\x98\x80"));
	ok(ts.n == 1 && ts.t[0].n == 0 && ts.t[0].f[0] == 0,
	    "a token without letters");
	ok(token_cut_from(&ts, STR("a b  c"), 2, 0, 1) == 3 && ts.n == 1 &&
	    ts.t[0].start == 2 && !ts.t[0].brk, "tokens from a place on");
	token_cut(&ts, STR("हिंद-प्रशांत में 1,250.50 रु. a.b@c.in"));
	ok(ts.n == 6 && ts.t[0].kind == TOK_WORD &&
	    ts.t[2].kind == TOK_NUMBER && ts.t[5].kind == TOK_EMAIL,
	    "kinds of tokens: %zu", ts.n);
	token_free(&ts);
}

static void
lists(void)
{
	struct lexicon *l = lexicon_new();
	struct tokens ts = { 0 };
	struct str id;
	size_t len;

	ok(lexicon_add(l, STR("# c\nनई दिल्ली\tLOC\thi\tDelhi\nदिल्ली\tLOC\thi\tD\n"),
	    0) == 0, "a list is taken");
	ok(lexicon_add(l, STR("x\tLOC\ty\nbad line\n"), 1) == 2,
	    "a wrong line has its number");
	token_cut(&ts, STR("वह नई दिल्ली में है"));
	ok(lexicon_find(l, &ts, 1, &len, &id) == LEX_LOC && len == 2 &&
	    str_eq(id, STR("Delhi")), "the longest phrase wins");
	token_cut(&ts, STR("નઈ દિલ્લીમાં"));
	ok(lexicon_find(l, &ts, 0, &len, &id) == LEX_LOC,
	    "another script and a suffix are no hindrance");
	token_free(&ts);
	lexicon_free(l);
}

/* What a list of one's own says of a text's first name. */
static void
says(const struct lexicon *l, const char *text, unsigned int bits,
    size_t tokens, const char *id)
{
	struct tokens ts = { 0 };
	struct str got;
	unsigned int b;
	size_t len;

	token_cut(&ts, str_of(text));
	b = lexicon_find(l, &ts, 0, &len, &got);
	ok(b == bits && len == tokens && str_eq(got, str_of(id)),
	    "%s: %u %zu %.*s", text, b, len, (int)got.n, got.p);
	token_free(&ts);
}

#define OWN	"\xef\xbb\xbf# names\r\n\r\nगोवा\tORG\tg\r\nनई दिल्ली\tLOC\r\n" \
		"દિલ્હી\tPER\tx\nદિલ્હી\tLOC\ty"

/* The lists that come with the program, as a file to be mapped. */
static void
packed(void)
{
	static const char text[] = "गोवा\tLOC\thi\tGA\nमई\tMONTH\thi\tM05\n"
	    "किमी\tUNIT\thi\tu:km\nदिल्ली\tLOC\thi\tD\n";
	struct lexicon *l = lexicon_new();
	struct buf b = { 0 };
	size_t n, taken = 0;
	char *p;

	ok(lexicon_pack(STR("गोवा\tLOC\thi\nbad\n"), &b) == 2 && b.n == 0,
	    "a wrong line has its number, and nothing is made");
	ok(lexicon_pack(str_of(text), &b) == 0, "lists are packed");
	ok(str_eq(lexicon_lines(buf_slice(&b)),
	    STR("मई\tMONTH\thi\tM05\nकिमी\tUNIT\thi\tu:km\n")),
	    "the words of dates stay text");
	ok(str_eq(lexicon_lines(STR("x\ty\n")), STR("x\ty\n")),
	    "text is text");
	ok(lexicon_add(l, buf_slice(&b), 0) == 0, "they are mapped");
	says(l, "गोवा", LEX_LOC, 1, "GA");
	says(l, "ગોવામાં", LEX_LOC, 1, "GA");
	says(l, "मई", LEX_MONTH, 1, "M05");
	says(l, "किमी", 0, 0, "");
	ok(lexicon_knows(l, STR("गोवा")) && !lexicon_knows(l, STR("मई")),
	    "names are known");
	ok(lexicon_add(l, STR("गोवा\tORG\thi\tclub\n"), 0) == 0, "text too");
	says(l, "गोवा", LEX_ORG, 1, "club");
	says(l, "दिल्ली", LEX_LOC, 1, "D");
	lexicon_free(l);
	for (n = 0; n < b.n; n += n < 300 ? 1 : 97) {
		p = fresh(b.p, n);
		l = lexicon_new();
		taken += n >= 16 && lexicon_add(l, (struct str){ p, n },
		    0) == 0;
		lexicon_free(l);
		free(p);
	}
	ok(taken == 0, "a truncated one is refused");
	buf_free(&b);
}

static void
compiled(void)
{
	struct lexicon *l = lexicon_new();
	struct buf b = { 0 };
	const char *why;
	unsigned char *p;
	size_t n, taken = 0;

	ok(lexicon_user(l, STR(OWN), &why) == 0, "a list is taken");
	lexicon_compile(l, &b);
	lexicon_free(l);
	l = lexicon_new();
	ok(lexicon_is_compiled(buf_slice(&b)), "and known for one");
	lexicon_add(l, STR("गोवा\tLOC\thi\tGA\nदिल्ली उच्च न्यायालय\tORG\thi\tHC\n"),
	    0);
	ok(lexicon_map(l, buf_slice(&b), &why) == 0, "it is mapped");
	says(l, "गोवा", LEX_ORG | LEX_USER, 1, "g");
	says(l, "ગોવામાં", LEX_ORG | LEX_USER, 1, "g");
	says(l, "नई दिल्ली", LEX_LOC | LEX_USER, 2, "");
	says(l, "દિલ્હી", LEX_LOC | LEX_USER, 1, "y");
	says(l, "नई", 0, 0, "");
	says(l, "दिल्ली उच्च न्यायालय", LEX_ORG, 3, "HC");
	/* A list in text after it has the last word. */
	ok(lexicon_user(l, STR("गोवा\tLOC\tagain\n"), &why) == 0, "text too");
	says(l, "गोवा", LEX_LOC | LEX_USER, 1, "again");
	lexicon_free(l);
	for (n = 0; n < 200; n++) {
		p = (unsigned char *)fresh(b.p, n);
		l = lexicon_new();
		taken += lexicon_map(l, (struct str){ (char *)p, n },
		    &why) == 0;
		lexicon_free(l);
		free(p);
	}
	ok(taken == 0, "a truncated one is refused");
	/* Damage that the head does not tell: found names or none, no harm. */
	for (n = 24; n < b.n; n += 7) {
		b.p[n] = (char)~b.p[n];
		l = lexicon_new();
		if (lexicon_map(l, buf_slice(&b), &why) == 0) {
			struct tokens ts = { 0 };
			struct str id;
			size_t len;

			token_cut(&ts, STR("गोवा"));
			if (lexicon_find(l, &ts, 0, &len, &id) != 0 &&
			    id.n > 0)
				taken += id.p[id.n - 1] == 0;
			token_free(&ts);
		}
		lexicon_free(l);
		b.p[n] = (char)~b.p[n];
	}
	ok(1, "a damaged one does no harm: %zu", taken);
	buf_free(&b);
}

static void
wrong(const char *text, size_t line, const char *want)
{
	struct lexicon *l = lexicon_new();
	const char *why;
	size_t n = lexicon_user(l, str_of(text), &why);

	ok(n == line && why != NULL && strcmp(why, want) == 0,
	    "line %zu: %s", n, why == NULL ? "" : why);
	lexicon_free(l);
}

static void
wrong_lists(void)
{
	wrong("a\tPER\t1\nb PER\n", 2, "want surface TAB type TAB id");
	wrong("\n\n\tPER\t1\n", 3, "want surface TAB type TAB id");
	wrong("a\tCITY\t1\n", 1, "want surface TAB type TAB id");
	wrong("a\tTITLE\t1\n", 1, "want surface TAB type TAB id");
	wrong("a\tPER \t1\n", 1, "want surface TAB type TAB id");
	wrong("  \tPER\t1", 1, "the name has no word");
	wrong("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\tORG\t1", 1,
	    "the name has over 16 words");
}

/* A model of three types and no weights. */
static void
empty_model(struct buf *b)
{
	struct types types = { { "PER", "LOC", "ORG" }, 3 };
	struct feat_tables none = { 0 };
	struct learned l = { .labels = 7, .stride = 8 };

	pack(b, &l, &(struct pack_room){ &types, &none, 1 << 16 }, FEAT_ALL);
}

/* What is found, as "TYPE:text:id ", by a tagger that finds nothing. */
static void
finds(const struct finder *f, const char *text, const char *want)
{
	struct entities es = { 0 };
	struct buf b = { 0 };
	char *p = fresh(text, strlen(text));
	size_t i;

	entity_begin(&es, f, (struct str){ p, strlen(text) });
	(void)entity_more(&es, f, (struct str){ p, strlen(text) });
	for (i = 0; i < es.n; i++) {
		buf_cstr(&b, es.e[i].type);
		buf_putc(&b, ':');
		buf_put(&b, p + es.e[i].start, es.e[i].end - es.e[i].start);
		buf_putc(&b, ':');
		buf_str(&b, es.e[i].id);
		buf_putc(&b, ' ');
	}
	ok(str_eq(buf_slice(&b), str_of(want)), "%s: %.*s", text, (int)b.n,
	    b.p);
	entity_free(&es);
	buf_free(&b);
	free(p);
}

static void
rules(void)
{
	struct lexicon *l = lexicon_new();
	struct buf b = { 0 };
	struct model m;
	const char *why;
	struct finder f = { 0 };

	f.lexicon = l;
	f.calendar = calendar_new(STR("मई\tMONTH\thi\tM05\n"));
	empty_model(&b);
	ok(model_open(&m, &(struct map){ (unsigned char *)b.p, b.n }, &why) ==
	    0, "a model without weights");
	f.tagger = tag_new(&m, l);
	/* The user's list may come first or last. */
	lexicon_add(l, STR("गोवा\tORG\tg\n"), 1);
	lexicon_add(l, STR("गोवा\tLOC\thi\tGA\n"
	    "वन\tLOC\thi\nकिन\tLOC\thi\tK\nकिन\tPER\thi\n"
	    "मई\tMONTH\thi\nरूसी\tMISC\thi\n"), 0);
	lexicon_add(l, STR("ऊन\tPER\tu1\nऊन\tLOC\tu2\n"), 1);
	finds(&f, "वन में किन ने", "");
	finds(&f, "गोवा ऊन", "ORG:गोवा:g LOC:ऊन:u2 ");
	finds(&f, "3 मई 2024, रूसी", "DATE:3 मई 2024: MISC:रूसी: ");
	finds(&f, "12/10/2021 3/4 @a_b", "DATE:12/10/2021: HANDLE:@a_b: ");
	finds(&f, "", "");
	lexicon_free(l);
	calendar_free(f.calendar);
	tag_free(f.tagger);
	buf_free(&b);
}

static void
digits(void)
{
	uint32_t c, wrong = 0;

	for (c = 0; c < 0x110000; c++)
		wrong += token_is_digit(c) != (uni_digit(c) >= 0);
	ok(wrong == 0, "digits are those of ICU");
}

int
main(void)
{
	keys();
	digits();
	cover();
	lists();
	packed();
	compiled();
	wrong_lists();
	rules();
	return tap_end();
}
