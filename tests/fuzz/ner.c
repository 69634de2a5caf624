/*
 * libFuzzer target: any valid UTF-8 is cut into tokens in order, with only
 * space between; what is found in it lies in order inside it, does not
 * overlap, and has names, keys and values that are UTF-8.  The first byte
 * picks how.  Needs the model and lists in ../share/dhara.
 */
#include <stdlib.h>

#include "canon.h"
#include "doc.h"
#include "entity.h"
#include "key.h"
#include "map.h"
#include "utf8.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct finder	 finder;

static void
start(void)
{
	static struct map lists, file;
	static struct model model;
	const char *why;

	map_data(&lists, "ner.lex");
	map_data(&file, "ner.model");
	finder.lexicon = lexicon_new();
	if (lexicon_add(finder.lexicon, (struct str){ (const char *)lists.p,
	    lists.n }, 0) != 0 || model_open(&model, &file, &why) == -1)
		abort();
	finder.calendar = calendar_new((struct str){ (const char *)lists.p,
	    lists.n });
	finder.tagger = tag_new(&model, finder.lexicon);
}

static void
utf8(struct str s)
{
	if (utf8_valid(s) < s.n)
		abort();
}

static void
tokens(struct str s)
{
	static struct tokens ts;
	size_t i, at = 0;

	token_cut(&ts, s);
	for (i = 0; i < ts.n; i++) {
		if (ts.t[i].start < at || ts.t[i].end <= ts.t[i].start ||
		    ts.t[i].end > s.n || ts.t[i].n > TOKEN_LETTERS ||
		    ts.t[i].stem > ts.t[i].n)
			abort();
		utf8((struct str){ s.p + at, ts.t[i].start - at });
		at = ts.t[i].end;
	}
}

/* A number is one of JSON, a date has digits and the signs of ISO 8601. */
static void
value(const struct entities *es, const struct entity *e)
{
	const char *p = es->values.p + e->value;
	size_t i;

	for (i = 0; i < e->nvalue; i++)
		if (strchr(*e->type == 'D' ? "0123456789-/WX" : "0123456789.",
		    p[i]) == NULL)
			abort();
	if (*e->type == 'N' && e->nvalue > 1 && *p == '0' && p[1] != '.')
		abort();
	utf8(e->unit);
}

static void
entities(struct str s, unsigned int how)
{
	static struct entities es;
	static struct canon canon;
	const struct entity *e;
	size_t i, at = 0;

	entity_begin(&es, &finder, s);
	while (entity_more(&es, &finder, s)) {
		if (how & 1)
			doc_find(&es);
		if (how & 2)
			entity_sure(&es, &finder, s);
	}
	canon_find(&canon, &es, &finder, s);
	for (i = 0; i < es.n; i++) {
		e = &es.e[i];
		if (e->start < at || e->end <= e->start || e->end > s.n ||
		    !(e->p >= 0 && e->p <= 1.001f))
			abort();
		at = e->end;
		utf8((struct str){ s.p + e->start, e->end - e->start });
		utf8(canon_name(&canon, i));
		utf8(canon_key(&canon, i));
		utf8(canon_full(&canon, i));
		utf8(e->id);
		value(&es, e);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct day days[] = {
		{ 0, 0, 0 }, { 2024, 2, 29 }, { 1, 1, 1 }, { 9999, 12, 31 }
	};
	static struct buf key;
	struct str s = { (const char *)data + 1, n - 1 };

	if (n == 0)
		return 0;
	if (finder.tagger == NULL)
		start();
	s.n = utf8_valid(s);
	finder.today = days[*data >> 2 & 3];
	finder.lang = *data & 16 ? STR("mr") : (struct str){ NULL, 0 };
	tokens(s);
	entities(s, *data);
	buf_clear(&key);
	key_name(&key, s);
	utf8(buf_slice(&key));
	return 0;
}
