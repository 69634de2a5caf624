/*
 * dedupe's fold against a slow reference: NFKD by ICU, then the rules of
 * dedupe(1), THE FOLD, one after the other.
 */
#include <stdint.h>

#include "brahmi.h"
#include "fold.h"
#include "mem.h"
#include "tap.h"
#include "uni.h"
#include "utf8.h"

struct points {
	uint32_t	*p;
	size_t		 n;
	size_t		 cap;
};

static void
add(struct points *v, uint32_t c)
{
	v->p = mem_grow(v->p, &v->cap, v->n + 1, sizeof(*v->p));
	v->p[v->n++] = c;
}

static void
urdu_and_dead_letters(struct points *v, uint32_t c)
{
	static const uint32_t chillu[] = { 0xd23, 0xd28, 0xd30, 0xd32, 0xd33,
	    0xd15 };

	if (c == 0x643)
		add(v, 0x6a9);
	else if (c == 0x647)
		add(v, 0x6c1);
	else if (c == 0x649 || c == 0x64a)
		add(v, 0x6cc);
	else if (c == 0x629)
		add(v, 0x6c3);
	else if (c == 0x9ce) {
		add(v, 0x9a4);
		add(v, 0x9cd);
	} else if (c >= 0xd7a && c <= 0xd7f) {
		add(v, chillu[c - 0xd7a]);
		add(v, 0xd4d);
	} else if (c >= 0xd54 && c <= 0xd56) {
		add(v, c == 0xd54 ? 0xd2e : c == 0xd55 ? 0xd2f : 0xd34);
		add(v, 0xd4d);
	} else
		add(v, uni_lower(c));
}

static void
one(struct points *v, uint32_t c)
{
	const char *cat = uni_category2(c);

	if (uni_ccc(c) == 7 || strcmp(cat, "Cf") == 0 || c == 0x640 ||
	    (c >= 0x64b && c <= 0x652) || c == 0x670 ||
	    (c >= 0xfe00 && c <= 0xfe0f))
		return;
	if (strchr("PSZC", *cat) != NULL)
		add(v, ' ');
	else if (strcmp(cat, "Nd") == 0)
		add(v, '0' + (uint32_t)uni_digit(c));
	else if (c >= 0x900 && c < 0xd80 && (c & 0x7f) == 1 && c != 0xb81)
		add(v, c + 1);
	else
		urdu_and_dead_letters(v, c);
}

/* Canonical order again: what was left out may have stood between marks. */
static void
sort_marks(struct points *v)
{
	uint32_t c;
	size_t i, k;

	for (i = 1; i < v->n; i++)
		for (k = i; k > 0 && uni_ccc(v->p[k]) > 0 &&
		    uni_ccc(v->p[k - 1]) > uni_ccc(v->p[k]); k--) {
			c = v->p[k];
			v->p[k] = v->p[k - 1];
			v->p[k - 1] = c;
		}
}

/* Nasal, virama, another consonant of its class: the anusvara. */
static void
nasals(struct points *v)
{
	const uint32_t *p = v->p;
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (i + 2 < v->n && brahmi_is(p[i]) && p[i] != p[i + 2] &&
		    p[i + 1] == ((p[i] & ~0x7fu) | 0x4d) &&
		    (p[i] ^ p[i + 2]) < 0x80 &&
		    brahmi_nasal(p[i]) == brahmi_deva(p[i]) &&
		    brahmi_nasal(p[i + 2]) == brahmi_deva(p[i])) {
			v->p[n++] = (p[i] & ~0x7fu) | 2;
			i++;
		} else
			v->p[n++] = p[i];
	v->n = n;
}

/* Does fold_text say the same as without its memory, again and again? */
static int
remembers(struct str text, const struct fold *want)
{
	struct fold f = { 0 };
	int i, good = 1;

	for (i = 0; i < 3; i++) {
		if (i < 2)
			fold_text(&f, text);
		else
			fold_text_plain(&f, text);
		good &= f.n == want->n && (f.n == 0 || memcmp(f.word,
		    want->word, f.n * sizeof(*f.word)) == 0);
	}
	fold_free(&f);
	return good;
}

/* Does fold_text say the same as the reference? */
static int
agrees(const char *text, size_t len)
{
	static struct points v;
	struct fold f = { 0 };
	struct buf b = { 0 };
	const char *p, *e;
	char *copy = fresh(text, len);
	size_t i, from, k = 0;
	int good = 1;

	uni_norm(UNI_NFKD, (struct str){ text, len }, &b);
	v.n = 0;
	for (p = b.p, e = p + b.n; p < e; )
		one(&v, utf8_step(&p));
	sort_marks(&v);
	nasals(&v);
	add(&v, ' ');
	fold_text(&f, (struct str){ copy, len });
	for (i = from = 0; i < v.n; i++) {
		if (v.p[i] != ' ')
			continue;
		if (i > from) {
			good &= k < f.n &&
			    f.word[k] == fold_word(v.p + from, i - from);
			k++;
		}
		from = i + 1;
	}
	good &= k == f.n;
	good &= remembers((struct str){ copy, len }, &f);
	free(copy);
	fold_free(&f);
	buf_free(&b);
	return good;
}

static int
same(const char *a, const char *b)
{
	struct fold f = { 0 }, g = { 0 };
	int r;

	fold_text(&f, str_of(a));
	fold_text(&g, str_of(b));
	r = f.n == g.n && f.n > 0 &&
	    memcmp(f.word, g.word, f.n * sizeof(*f.word)) == 0;
	fold_free(&f);
	fold_free(&g);
	return r;
}

static void
every_code_point(void)
{
	char text[16];
	size_t n, bad = 0;
	uint32_t c;

	for (c = 0; c < 0x110000; c++) {
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		text[0] = 'x';
		n = 1 + utf8_put(text + 1, c);
		text[n++] = 'y';
		if (!agrees(text, n)) {
			if (bad++ < 10)
				printf("# U+%04X\n", (unsigned int)c);
		}
	}
	ok(bad == 0, "every code point folds as the reference says");
}

/* Letters of one block, so that rules that look back come into play. */
static void
random_text(void)
{
	static const uint32_t extra[] = { 0x20, 0x200d, 0x200b, 0x964, 0x41,
	    0x2019, 0xac01, 0x661, 0x4e00, 0x640, 0x6cc };
	static const uint32_t nasal[] = { 0x19, 0x1e, 0x23, 0x28, 0x2e, 1 };
	uint64_t x = 1;
	char text[256];
	size_t n, bad = 0;
	uint32_t c, block;
	int i, k;

	for (i = 0; i < 20000; i++) {
		block = i % 10 == 9 ? 0x600 : 0x900 + 0x80 * (uint32_t)(i % 10);
		for (n = 0, k = 0; k < 40; k++) {
			x = x * UINT64_C(6364136223846793005) + 1;
			c = block + (uint32_t)(x >> 33) % 128;
			if (x >> 60 == 0)
				c = extra[(x >> 40) % 11];
			else if (x >> 61 == 1)
				c = block + 0x4d;
			else if (x >> 61 == 2)
				c = block + nasal[(x >> 40) % 6];
			/* Accents are said to be sorted two by two only. */
			if (block == 0x600 ? (uni_ccc(c) > 0 &&
			    (c < 0x64b || c > 0x652) && c != 0x670) :
			    uni_ccc(c) > 9)
				c = block + 0x3e;
			n += utf8_put(text + n, c);
		}
		if (!agrees(text, n) && bad++ < 3)
			printf("# %.*s\n", (int)n, text);
	}
	ok(bad == 0, "20000 random texts in nine scripts and Urdu do too");
}

/* Runs between spaces: every length, every end, and the kernel's twin. */
static void
spans(void)
{
	char text[200] = "", *p;
	uint64_t a[4], b[4];
	size_t n, i, bad = 0;
	uint64_t x = 7;

	for (n = 0; n < 120; n++) {
		for (i = 0; i < n; i++) {
			x = x * UINT64_C(6364136223846793005) + 1;
			text[i] = x >> 59 < 2 ? "  \n\t"[x >> 40 & 3] :
			    (char)('!' + (x >> 40) % 94);
		}
		bad += !agrees(text, n);
		memset(text, 'a', n);
		bad += !agrees(text, n);
		if (n < 32)
			continue;
		text[n % 37 % n] = (char)(n % 34);
		p = fresh(text, 32);
		bad += fold_span(p, a) != fold_span_scalar(p, b) ||
		    memcmp(a, b, sizeof(a)) != 0;
		free(p);
	}
	ok(bad == 0, "runs of all lengths, and the kernel's twin");
}

int
main(void)
{
	every_code_point();
	random_text();
	spans();
	ok(same("सम्बन्ध", "संबंध"), "nasal of the class is anusvara");
	ok(same("સમ્બન્ધ", "સંબંધ"), "in Gujarati too");
	ok(!same("अन्न", "अंन"), "a doubled nasal is not");
	ok(same("चाँद", "चांद"), "candrabindu is anusvara");
	ok(same("ज़रूर", "जरूर"), "nukta is left out");
	ok(same("क्‍ष", "क्ष"), "so is the zero-width joiner");
	ok(same("१२३ रु.", "123 रु"), "digits and stops");
	ok(same("कहा।", "कहा ॥"), "danda is a space");
	ok(!same("है", "हैं"), "a nasal sign is not left out");
	ok(!same("हे", "है"), "nor is a vowel sign");
	ok(!same("की", "कि"), "nor its length");
	ok(same("كتابي", "کتابی"), "Arabic and Urdu keyboards");
	ok(same("اُردُو", "اردو"), "harakat are left out");
	ok(same("ൻ", "ന്‍"), "chillu and its old spelling");
	ok(same("MODI Straße", "modi straße"), "case");
	ok(agrees("", 0), "no text, no words");
	return tap_end();
}
