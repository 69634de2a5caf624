/*
 * libFuzzer target: the bytes of a model and of a compiled list, as they come
 * and with a head that is taken, so that what stands behind it is used.
 * Whatever is taken must do no harm.
 */
#include <stdlib.h>

#include "canon.h"
#include "doc.h"
#include "entity.h"
#include "map.h"
#include "trie.h"
#include "utf8.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char text[] = "नरेन्द्र मोदी ने New Delhi में कहा (a b)। અમદાવાદમાં @x 3 મે. "
    "Sergey Lavrov. शांघाई सहयोग संगठन (एससीओ), मोदी 😀";

static void
put32(unsigned char *p, size_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> 8 * i & 0xff);
}

static void
use(const struct model *m, struct lexicon *l)
{
	static struct calendar *calendar;
	struct finder f = { .lexicon = l, .tagger = tag_new(m, l) };
	struct entities es = { 0 };
	struct canon canon = { 0 };
	struct str s = STR(text);
	size_t i;

	if (calendar == NULL)
		calendar = calendar_new(STR(""));
	f.calendar = calendar;
	entity_begin(&es, &f, s);
	while (entity_more(&es, &f, s)) {
		doc_find(&es);
		entity_sure(&es, &f, s);
	}
	canon_find(&canon, &es, &f, s);
	for (i = 0; i < es.n; i++)
		if (!(es.e[i].p >= 0 && es.e[i].p <= 1.001f) ||
		    utf8_valid(es.e[i].id) < es.e[i].id.n ||
		    utf8_valid(str_of(es.e[i].type)) < strlen(es.e[i].type))
			abort();
	canon_free(&canon);
	entity_free(&es);
	tag_free(f.tagger);
}

/* Sizes from the first bytes, the rest over and over. */
static void
model(const uint8_t *data, size_t n, int headed)
{
	struct lexicon *l = lexicon_new();
	struct model_plan plan;
	struct model m;
	struct map map;
	const char *why;
	unsigned char *p;
	uint64_t v = UINT64_C(0x0102030405060708);
	size_t i, types, lines, words, sounds;

	types = data[0] % 17u;
	lines = data[1] % 8u + 1;
	words = data[2] % 32u;
	sounds = data[3] % 32u;
	model_plan(&plan, types, lines, words, sounds);
	if (!headed)
		plan.all = n;
	p = malloc(plan.all);
	for (i = 0; i < plan.all; i++)
		p[i] = data[i % n];
	if (headed) {
		memcpy(p, MODEL_MAGIC, 8);
		memcpy(p + 8, &v, 8);
		v = plan.all;
		memcpy(p + 24, &v, 8);
		put32(p + 32, types);
		put32(p + 40, lines);
		put32(p + 44, words);
		put32(p + 52, sounds);
		v = model_check(p, plan.all);
		memcpy(p + 16, &v, 8);
	}
	map = (struct map){ p, plan.all };
	if (model_open(&m, &map, &why) == 0)
		use(&m, l);
	lexicon_free(l);
	free(p);
}

/* One or two words of the text as a name, or every slot full. */
static void
fill(unsigned char *p, size_t slots, const uint8_t *data, size_t n)
{
	struct trie_node node = { 0 };
	struct tokens ts = { 0 };
	uint64_t h = 0;
	size_t i, k;

	memset(p + 24 + slots * sizeof(node), 0xff, slots);
	token_cut(&ts, STR(text));
	for (i = 0; i + 8 <= n; i += 8) {
		k = data[i] % ts.n;
		h = trie_path(data[i] & 128 ? h : 0, ts.t[k].f,
		    data[i] & 64 ? ts.t[k].stem : ts.t[k].n);
		node.h = h;
		memcpy(&node.bits, data + i + 1, 4);
		node.id = (uint32_t)(data[i + 5] | data[i + 6] << 8);
		for (k = 0; k < 4; k++)
			memcpy(p + 24 + ((h + k) & (slots - 1)) * sizeof(node),
			    &node, sizeof(node));
	}
	token_free(&ts);
}

static void
list(const struct model *m, const uint8_t *data, size_t n, int headed)
{
	struct lexicon *l = lexicon_new();
	uint64_t order = UINT64_C(0x0102030405060708);
	size_t slots = 1024, ids = 256, all, i;
	unsigned char *p;
	const char *why;

	all = headed ? 24 + slots * (sizeof(struct trie_node) + 1) + ids : n;
	p = malloc(all);
	for (i = 0; i < all; i++)
		p[i] = n > 1 && data[1] & 1 ? 0 : data[i % n];
	if (headed) {
		memcpy(p, TRIE_MAGIC, 8);
		put32(p + 8, 10);
		put32(p + 12, ids);
		memcpy(p + 16, &order, 8);
		fill(p, slots, data, n);
		for (i = 0; i < ids; i++)
			p[all - ids + i] = data[i % n];
	}
	if (lexicon_map(l, (struct str){ (char *)p, all }, &why) == 0)
		use(m, l);
	lexicon_free(l);
	free(p);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct map file;
	static struct model m;
	const char *why;

	if (n < 8)
		return 0;
	if (file.p == NULL) {
		map_data(&file, "ner.model");
		if (model_open(&m, &file, &why) == -1)
			abort();
	}
	if (*data & 1)
		model(data + 1, n - 1, *data & 2);
	else
		list(&m, data + 1, n - 1, *data & 2);
	return 0;
}
