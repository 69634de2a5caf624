/*
 * script-detect: the generated table against ICU for every code point, runs
 * that cover every text, features and guesses, and damaged models.
 */
#include "address.h"
#include "lang.h"
#include "scan.h"
#include "script.h"
#include "tap.h"
#include "uni.h"
#include "utf8.h"

static void
table(void)
{
	size_t off = 0, sets = 0;
	int set[64], i, n;
	uint32_t c;

	for (c = 0; c < 0x110000; c++) {
		off += strcmp(script_name(script_of(c)),
		    uni_script_name(uni_script(c))) != 0;
		n = uni_script_ext(c, set, 64);
		for (i = 0; i < n; i++)
			sets += !script_has(c, script_of_name(
			    str_of(uni_script_name(set[i]))));
	}
	ok(off == 0, "Script of every code point is ICU's: %zu off", off);
	ok(sets == 0, "Script_Extensions too: %zu off", sets);
}

/* Runs follow each other without a gap, neighbours differ, and all scripts
 * that were counted have a run. */
static void
cover(void)
{
	static const char *const piece[] = {
		"यह ", "।", "SCO", " (", ")", "“", "”", "বাংলা", "১", "، ", "한",
		"\xf0\x91\x86\x91", "!", "2", "\xe2\x80\x8d", "\xee\x80\x80", "[x]", "꣱"
	};
	struct script_runs s = { 0 };
	unsigned int seed = 7, round, k;
	size_t bad = 0, n, i;
	char text[512], *p;

	for (round = 0; round < 20000; round++) {
		for (n = 0, k = round % 12; k > 0; k--) {
			const char *x;

			seed = seed * 1103515245u + 12345u;
			x = piece[(seed >> 16) %
			    (sizeof(piece) / sizeof(piece[0]))];
			memcpy(text + n, x, strlen(x));
			n += strlen(x);
		}
		p = fresh(text, n);
		script_runs(&s, (struct str){ p, n });
		bad += (s.n == 0) != (n == 0);
		for (i = 0; i < s.n; i++) {
			bad += s.r[i].start != (i > 0 ? s.r[i - 1].end : 0);
			bad += s.r[i].start >= s.r[i].end;
			bad += i > 0 && s.r[i].script == s.r[i - 1].script;
		}
		bad += n > 0 && s.r[s.n - 1].end != n;
		free(p);
	}
	ok(bad == 0, "runs cover the text: %zu faults", bad);
	script_runs_free(&s);
}

/* Texts of one script, of two, and of anything, at every length about the
 * width of a register: all kernels count what the scalar one counts. */
static void
kernels(void)
{
	static const char *const piece[] = {
		"क", "ा", "।", " ", "a", "1", "२", "ક", "૨", "،", "ب", "“", "é",
		"한", "\xf0\x91\x86\x91", "ঌ", "\xee\x80\x80", "\xef\xbf\xbd", "@",
		".", "/"
	};
	static struct script_count a, b;
	unsigned int seed = 11, round, kinds;
	size_t bad = 0, n, most, i;
	char text[400], *p;
	int level;

	for (round = 0; round < 60000; round++) {
		most = round % 300;
		kinds = 1 + round % (sizeof(piece) / sizeof(piece[0]));
		for (n = 0; n < most; n += strlen(piece[i])) {
			seed = seed * 1103515245u + 12345u;
			i = (seed >> 16) % 8 ? (seed >> 20) % (kinds < 4 ?
			    kinds : 4) : (seed >> 20) % kinds;
			memcpy(text + n, piece[i], strlen(piece[i]));
		}
		p = fresh(text, n);
		script_count_scalar(&a, (struct str){ p, n });
		for (level = CPU_AVX2; level <= CPU_AVX512; level++) {
			memset(&b, 0, sizeof(b));
			if (scan_with((enum cpu)level, &b, (struct str){ p,
			    n }) == 0)
				bad += a.nseen != b.nseen || a.signs != b.signs ||
				    a.unknown != b.unknown || memcmp(a.seen,
				    b.seen, (size_t)a.nseen) != 0 || memcmp(a.n,
				    b.n, sizeof(a.n)) != 0;
		}
		free(p);
	}
	ok(bad == 0, "vector kernels up to level %d count alike: %zu off",
	    (int)cpu_level(), bad);
}

/* Signs where the scalar twin finds them; every sign in a block and at its
 * end; and counting tells of them if there are any. */
static void
signs(void)
{
	static const char piece[] = "@#/.aZ.1 [`{\xe0\xa4\x95";
	struct script_count c = { .nseen = 0 };
	unsigned int seed = 3, round;
	size_t bad = 0, n, i;
	char text[200], *p;

	for (round = 0; round < 50000; round++) {
		n = round % 190;
		memset(text, 'x', n);
		for (i = round % 3; i > 0 && n > 3; i--) {
			seed = seed * 1103515245u + 12345u;
			text[(seed >> 8) % (n - 2)] = piece[(seed >> 20) %
			    12];
		}
		p = fresh(text, n);
		bad += scan_sign(p, p + n) != scan_sign_scalar(p, p + n);
		script_count(&c, (struct str){ p, n });
		bad += c.signs != (scan_sign_scalar(p, p + n) < p + n);
		free(p);
	}
	ok(bad == 0, "signs of addresses are found: %zu faults", bad);
}

/* Texts that would take hours if each sign looked back or ahead anew. */
static void
hostile(void)
{
	static const char *const unit[] = { "@", "a@", "#", "a/", "a.b/", "://",
	    ".a", "1://", "\xe0\xa4\x95@", "&#", "a#", "www." };
	size_t at, i, k, n = (size_t)4 << 20, len, found = 0;
	struct str a;
	char *p;

	p = malloc(n);
	if (p == NULL)
		abort();
	for (i = 0; i < sizeof(unit) / sizeof(unit[0]); i++) {
		len = strlen(unit[i]);
		for (k = 0; k + len <= n; k += len)
			memcpy(p + k, unit[i], len);
		for (at = 0; address_next((struct str){ p, k }, &at, &a);)
			found++;
	}
	free(p);
	ok(found > 0, "long runs of signs end: %zu addresses", found);
}

/* The vector sums are the scalar ones, for every number of classes and more
 * features than 16 bits hold the sum of. */
static void
sums(void)
{
	static int8_t w[256 * LANG_CLASSES];
	static uint32_t bucket[2000];
	struct lang_group g = { .bits = 8, .weight = w };
	int32_t a[LANG_CLASSES], b[LANG_CLASSES];
	size_t bad = 0, i, n;

	for (i = 0; i < sizeof(w); i++)
		w[i] = (int8_t)(i % 7 == 0 ? -127 : 127 - (int)(i % 5));
	for (i = 0; i < 2000; i++)
		bucket[i] = (uint32_t)(i * 2654435761u >> 16) & 0xff;
	for (g.nclass = 1; g.nclass <= LANG_CLASSES; g.nclass++) {
		g.stride = (g.nclass + LANG_LANES - 1) / LANG_LANES *
		    LANG_LANES;
		for (n = 0; n <= 2000; n += n < 600 ? 1 : 700) {
			lang_sum(&g, bucket, n, a);
			lang_sum_scalar(&g, bucket, n, b);
			bad += memcmp(a, b, g.nclass * sizeof(a[0])) != 0;
		}
	}
	ok(bad == 0, "sums of weights are the scalar ones: %zu off", bad);
}

/* As many features as fit, whatever the words: no more than LANG_FEATURES. */
static void
features(void)
{
	static uint32_t bucket[LANG_FEATURES];
	size_t len, letters, n, most = 0, i;
	char text[1200], *p;

	for (len = 1; len < 130; len++) {
		for (i = 0; i < sizeof(text); i++)
			text[i] = i % (len + 1) == len ? ' ' : 'a';
		p = fresh(text, sizeof(text));
		n = lang_features((struct str){ p, sizeof(text) },
		    script_of('a'), 12, bucket, &letters);
		most = n > most ? n : most;
		free(p);
	}
	ok(most > 0 && most <= LANG_FEATURES, "features fit: %zu", most);
}

static void
only(struct lang_model *m)
{
	static const char text[] = "उसने कहा कि वह कल दिल्ली जाएगा";
	struct lang_guess g[4];
	struct str bad;
	size_t n;

	ok(lang_only(m, "mr,ne,gu", &bad) == 0, "a list of languages");
	n = lang_guess(m, str_of(text), script_of(0x905), g, 4);
	ok(n == 2 && strcmp(g[0].name, "hi") != 0 &&
	    g[0].score + g[1].score > .999, "only those: %zu", n);
	(void)lang_guess(m, STR("ગુજરાત"), script_of(0xa85), g, 1);
	ok(strcmp(g[0].name, "gu") == 0, "a script's own language if listed");
	(void)lang_guess(m, STR("ಕನ್ನಡ"), script_of(0xc95), g, 1);
	ok(strcmp(g[0].name, "und") == 0, "und if it is not");
	(void)lang_guess(m, STR("the minister said"), script_of('a'), g, 1);
	ok(strcmp(g[0].name, "mr") == 0, "romanised ones are of the list");
	ok(lang_only(m, "hi,xx,gu", &bad) == -1 && str_eq(bad, STR("xx")),
	    "one that is not known is named");
	ok(lang_only(m, "hi,", &bad) == -1 && bad.n == 0, "so is an empty one");
	ok(lang_only(m, "", &bad) == -1, "and an empty list");
}

static void
models(const char *path)
{
	struct lang_model m;
	struct lang_guess g[3];
	struct map whole, part;
	const char *why;
	size_t n, taken = 0;

	if (map_open(&whole, path) == -1) {
		ok(0, "%s can be read", path);
		return;
	}
	ok(lang_load(&m, &whole, &why) == 0, "the model loads");
	n = lang_guess(&m, STR("महाराष्ट्रातील शेतकऱ्यांना पावसामुळे मोठा फटका बसला आहे."),
	    script_of(0x905), g, 3);
	ok(n == 3 && strcmp(g[0].name, "mr") == 0 && g[0].score > g[1].score,
	    "Marathi: %s", g[0].name);
	(void)lang_guess(&m, STR("The minister said that he would not resign."),
	    script_of('a'), g, 1);
	ok(strcmp(g[0].name, "en") == 0, "English");
	(void)lang_guess(&m, STR("क"), script_of(0x905), g, 1);
	ok(strcmp(g[0].name, "und") == 0, "one letter is too little");
	(void)lang_guess(&m, STR("ગુજરાત"), script_of(0xa85), g, 1);
	ok(strcmp(g[0].name, "gu") == 0, "the script decides");
	only(&m);
	/* Cut anywhere in its head, or in its weights, it is refused. */
	for (n = 0; n < 2000; n++) {
		unsigned char *p = malloc(n > 0 ? n : 1);

		if (p == NULL)
			abort();
		memcpy(p, whole.p, n);
		part = (struct map){ p, n };
		taken += lang_load(&m, &part, &why) == 0;
		free(p);
	}
	part = (struct map){ whole.p, whole.n - 1 };
	taken += lang_load(&m, &part, &why) == 0;
	ok(taken == 0, "a truncated model is refused");
	map_close(&whole);
}

int
main(void)
{
	table();
	cover();
	kernels();
	signs();
	hostile();
	sums();
	features();
	models("filters/script-detect/lang.model");
	return tap_end();
}
