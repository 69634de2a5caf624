/*
 * Lists of words, folded and hashed on first use.  The words themselves are
 * in words_tab.c.
 */
#include <string.h>

#include "brahmi.h"
#include "utf8.h"
#include "words.h"
#include "words_tab.h"

#define SLOTS	8192		/* a power of two; under half are in use */

static const struct {
	char	iso[4];
	langs	set;
} tongues[] = {
	{ "hi", HI }, { "mr", MR }, { "ne", NE }, { "sa", SA }, { "gu", GU },
	{ "bn", BN }, { "as", AS }, { "pa", PA }, { "or", OR }, { "ta", TA },
	{ "te", TE }, { "kn", KN }, { "ml", ML }, { "si", SI }, { "ur", UR },
	{ "sd", SD }, { "ks", KS }, { "en", EN },
	/* Kin. */
	{ "mai", HI }, { "bho", HI }, { "awa", HI }, { "mag", HI },
	{ "hne", HI }, { "doi", HI }, { "raj", HI }, { "brx", HI },
	{ "gom", MR }, { "kok", MR }, { "pi", SA }, { "new", NE },
	{ "mni", BN }, { "bpy", BN }, { "pnb", UR }, { "skr", UR },
	/* ISO 639-2 and -3. */
	{ "hin", HI }, { "mar", MR }, { "nep", NE }, { "npi", NE },
	{ "san", SA }, { "guj", GU }, { "ben", BN }, { "asm", AS },
	{ "pan", PA }, { "ori", OR }, { "ory", OR }, { "tam", TA },
	{ "tel", TE }, { "kan", KN }, { "mal", ML }, { "sin", SI },
	{ "urd", UR }, { "snd", SD }, { "kas", KS }, { "eng", EN }
};

static struct slot {
	struct word	word;
	langs		set;
	unsigned int	list;
} table[SLOTS];
static uint32_t hashes[SLOTS];	/* of the words; 0: empty */
static int ready;

static uint16_t
letter(uint32_t c)
{
	if (brahmi_is(c))
		return (uint16_t)brahmi_deva(c);
	if (c >= 'A' && c <= 'Z')
		return (uint16_t)(c + ('a' - 'A'));
	return c < 0x10000 ? (uint16_t)c : 0xffff;
}

int
words_fold(struct word *w, const char *p, const char *e)
{
	uint32_t c;

	w->n = 0;
	while (p < e) {
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d || ((c & 0x7f) == 0x3c &&
		    brahmi_is(c) && brahmi_class(c) == BRAHMI_NUKTA))
			continue;
		/* Letters that have their nukta built in. */
		if (c >= 0x958 && c <= 0x95f)
			c = (const unsigned char[]){ 0x15, 0x16, 0x17, 0x1c,
			    0x21, 0x22, 0x2b, 0x2f }[c - 0x958] | 0x900u;
		else if (c == 0x9dc || c == 0x9dd)
			c -= 0x3b;
		else if (c == 0x9df)
			c = 0x9af;
		if (w->n == WORD_LETTERS)
			return -1;
		w->c[w->n++] = letter(c);
	}
	return 0;
}

static uint32_t
hash_of(const struct word *w)
{
	uint32_t h = 0;
	size_t i;

	for (i = 0; i < w->n; i++)
		h = (h ^ w->c[i]) * 0x9e3779b1u;
	return h | 1;
}

/* Where a word of this hash is, if it is. */
static unsigned int
slot_of(uint32_t h)
{
	return h >> 19 & (SLOTS - 1);
}

static void
enter(const char *p, const char *e, langs set, unsigned int list)
{
	struct word w;
	unsigned int s;
	uint32_t h;

	if (words_fold(&w, p, e) == -1)
		return;			/* the unit test says there is none */
	h = hash_of(&w);
	for (s = slot_of(h); hashes[s] != 0;)
		s = (s + 1) & (SLOTS - 1);
	hashes[s] = h;
	table[s].word = w;
	table[s].set = set;
	table[s].list = list;
}

static void
build(void)
{
	const struct words_row *r;
	const char *p, *q;

	for (r = words_tab; r->list != 0; r++)
		for (p = r->words; *p != '\0'; p = q + (*q == ' ')) {
			q = p + strcspn(p, " ");
			enter(p, q, r->set, r->list);
		}
	ready = 1;
}

unsigned int
words_lists(const struct word *w, langs set)
{
	unsigned int s, lists = 0;
	uint32_t h = hash_of(w);

	if (!ready)
		build();
	for (s = slot_of(h); hashes[s] != 0; s = (s + 1) & (SLOTS - 1))
		if (hashes[s] == h && (table[s].set & set) != 0 &&
		    table[s].word.n == w->n &&
		    memcmp(table[s].word.c, w->c, w->n * sizeof(w->c[0])) == 0)
			lists |= table[s].list;
	return lists;
}

langs
words_lang(const char *iso, size_t n)
{
	char low[4] = "";
	size_t i;

	/* "hi-IN" and "HI" are "hi". */
	for (i = 0; i < n && i < sizeof(low) && iso[i] != '-' && iso[i] != '_';
	    i++)
		low[i] = (char)(iso[i] >= 'A' && iso[i] <= 'Z' ?
		    iso[i] + ('a' - 'A') : iso[i]);
	for (i = 0; i < sizeof(tongues) / sizeof(tongues[0]); i++)
		if (memcmp(tongues[i].iso, low, sizeof(low)) == 0)
			return tongues[i].set;
	return 0;
}

langs
words_langs(uint32_t c, langs hint)
{
	static const langs block[] = {
		HI | MR | NE | SA, BN | AS, PA, GU, OR, TA, TE, KN, ML
	};
	langs all = 0;

	if (brahmi_is(c))
		all = block[brahmi_block(c)];
	else if (c < 0x250)
		all = EN;
	else if (c >= 0x600 && c < 0x780)
		all = UR | SD | KS;
	else if (c >= 0xd80 && c < 0xe00)
		all = SI;
	return (all & hint) != 0 ? all & hint : all;
}

unsigned int
words_find(const char *p, const char *e, langs hint)
{
	const char *q = p;
	struct word w;

	if (p == e || words_fold(&w, p, e) == -1)
		return 0;
	return words_lists(&w, words_langs(utf8_step(&q), hint));
}
