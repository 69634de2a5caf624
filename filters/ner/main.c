/*
 * ner: find people, places, organisations, dates and addresses, and give
 * each name a key that is the same in every script.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "canon.h"
#include "doc.h"
#include "entity.h"
#include "json.h"
#include "key.h"
#include "lexicon.h"
#include "list.h"
#include "map.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "tag.h"
#include "uni.h"
#include "utf8.h"

static const char usage[] =
    "ner [-abhKpsuV] [-c columns] [-f field] [-g file] [-i format]\n"
    "           [-m model] [-o format] [-r file] [-t types] [file ...]";

static struct opt	 opt;
static struct finder	 finder;
static int		 aflag, pflag, persons;
static const char	*types;		/* -t, or NULL for all */

static void	open_model(struct model *, struct map *, const char *);
static int	check_types(const char *);
static int	wanted(const char *);
static void	find(struct entities *, struct str, struct rec *, int);
static void	put_entities(struct buf *, const struct entities *,
		    struct str, struct utf8_pos *);
static void	put_tokens(struct buf *, const struct entities *, struct str);
static void	put_lines(struct rec *, const struct entities *, size_t end,
		    size_t *);

int
main(int argc, char *argv[])
{
	struct entities es = { 0 };
	struct map lists, file;
	struct model model;
	const char *path = NULL;
	struct str text, date;
	struct buf key = { 0 };
	struct rec *r;
	int ch, Kflag = 0, slot, dated, lang;

	opt_init(&opt, argv[0], usage);
	finder.lexicon = lexicon_new();
	opt.libs = uni_version();
	opt.conll = 1;
	while ((ch = opt_next(&opt, argc, argv, "ag:Km:pt:")) != -1)
		switch (ch) {
		case 'a':
			aflag = 1;
			break;
		case 'g':
			list_add(finder.lexicon, optarg);
			break;
		case 'K':
			Kflag = 1;
			break;
		case 'm':
			path = optarg;
			break;
		case 'p':
			pflag = 1;
			break;
		case 't':
			types = optarg;
			break;
		}
	if (Kflag && opt.out == FMT_CONLL)
		msg_usage(usage, "-K has no -o conll");
	if (!Kflag) {
		map_data(&lists, "ner.lex");
		text = (struct str){ (const char *)lists.p, lists.n };
		if (lexicon_add(finder.lexicon, text, 0) > 0)
			msg_die("ner.lex: damaged");
		finder.calendar = calendar_new(text);
		open_model(&model, &file, path);
		finder.tagger = tag_new(&model, finder.lexicon);
		persons = model_has(&model, STR("PER")) &&
		    model_has(&model, STR("ORG"));
	}
	if (types != NULL && !check_types(types))
		msg_usage(usage, "-t: unknown type in: %s", types);
	r = rec_open(&opt, argv + optind);
	slot = rec_adds(r, Kflag ? "key" : "entities");
	dated = rec_slot(r, "date");
	lang = rec_slot(r, "lang");
	while (rec_next(r)) {
		if (!rec_text(r, &text)) {
			rec_write(r);
			continue;
		}
		if (Kflag) {
			buf_clear(&key);
			key_name(&key, text);
			rec_set_string(r, slot, buf_slice(&key));
		} else {
			finder.today.y = 0;
			if (rec_string(r, dated, &date))
				(void)day_read(date, &finder.today);
			if (!rec_string(r, lang, &finder.lang))
				finder.lang = (struct str){ NULL, 0 };
			find(&es, text, r, slot);
		}
		rec_write(r);
	}
	entity_free(&es);
	tag_free(finder.tagger);
	lexicon_free(finder.lexicon);
	calendar_free(finder.calendar);
	buf_free(&key);
	return rec_close(r);
}

/* Find, and set what is written, piece by piece. */
static void
find(struct entities *es, struct str text, struct rec *r, int slot)
{
	struct utf8_pos pos = { text.p, 0, 0 };
	struct buf *b = opt.out == FMT_CONLL ? rec_conll(r) : rec_set(r, slot);
	size_t line = 0;

	if (opt.out != FMT_CONLL)
		buf_putc(b, '[');
	entity_begin(es, &finder, text);
	while (entity_more(es, &finder, text)) {
		if (aflag && persons)
			doc_find(es);
		if (pflag)
			entity_sure(es, &finder, text);
		if (opt.out != FMT_CONLL)
			put_entities(b, es, text, &pos);
		else if (opt.in == FMT_CONLL)
			put_lines(r, es, es->at, &line);
		else
			put_tokens(b, es, text);
	}
	if (opt.out != FMT_CONLL)
		buf_putc(b, ']');
	else if (opt.in == FMT_CONLL)		/* what is no word */
		put_lines(r, es, SIZE_MAX, &line);
}

static void
open_model(struct model *t, struct map *m, const char *path)
{
	const char *why;

	if (path == NULL)
		map_data(m, "ner.model");
	else if (map_open(m, path) == -1)
		msg_die("%s: %s", path, errno == EINVAL ?
		    "not a regular file" : strerror(errno));
	if (model_open(t, m, &why) == -1)
		msg_die("%s: %s", path == NULL ? "ner.model" : path, why);
}

static const char *const all_types[] = {
	"PER", "LOC", "ORG", "MISC", "DATE", "NUM", "HANDLE", "URL", "EMAIL"
};

/* Is every name in the list a type, by rule or of the model? */
static int
check_types(const char *list)
{
	size_t i, n;

	for (;; list += n + 1) {
		n = strcspn(list, ",");
		for (i = 0; i < sizeof(all_types) / sizeof(all_types[0]); i++)
			if (strlen(all_types[i]) == n &&
			    memcmp(all_types[i], list, n) == 0)
				break;
		if (i == sizeof(all_types) / sizeof(all_types[0]) &&
		    (finder.tagger == NULL || !model_has(tag_model(
		    finder.tagger), (struct str){ list, n })))
			return 0;
		if (list[n] == '\0')
			return 1;
	}
}

static int
wanted(const char *type)
{
	const char *p = types;
	size_t n;

	if (p == NULL)
		return 1;
	for (;; p += n + 1) {
		n = strcspn(p, ",");
		if (strlen(type) == n && memcmp(type, p, n) == 0)
			return 1;
		if (p[n] == '\0')
			return 0;
	}
}

/* Names have a form without the case suffix, a key, and the fullest form of
 * it in the record; others are as they stand. */
static void
put_name(struct buf *b, const struct canon *c, const struct entities *es,
    size_t i)
{
	buf_cstr(b, ",\"name\":");
	json_encode(b, canon_name(c, i));
	buf_cstr(b, ",\"key\":");
	json_encode(b, canon_key(c, i));
	if (canon_is_name(&es->e[i])) {
		buf_cstr(b, ",\"canon\":");
		json_encode(b, canon_full(c, i));
	}
}

/* A date's value is a string, a number's a number. */
static void
put_value(struct buf *b, const struct entity *e, const struct entities *es)
{
	struct str v = { es->values.p + e->value, e->nvalue };

	if (v.n > 0) {
		buf_cstr(b, ",\"value\":");
		if (*e->type == 'D')
			json_encode(b, v);
		else
			buf_str(b, v);
	}
	if (e->unit.n > 0) {
		buf_cstr(b, ",\"unit\":");
		json_encode(b, e->unit);
	}
}

/* Those of one piece, behind those of the pieces before in b. */
static void
put_entities(struct buf *b, const struct entities *es, struct str text,
    struct utf8_pos *pos)
{
	static struct canon canon;
	const struct entity *e;
	struct str mention;
	size_t i;

	canon_find(&canon, es, &finder, text);
	for (i = 0; i < es->n; i++) {
		e = &es->e[i];
		if (!wanted(e->type))
			continue;
		mention = (struct str){ text.p + e->start, e->end - e->start };
		buf_cstr(b, b->n > 1 ? ",{\"text\":" : "{\"text\":");
		json_encode(b, mention);
		buf_cstr(b, ",\"type\":\"");
		buf_cstr(b, e->type);
		buf_cstr(b, "\",\"start\":");
		buf_num(b, opt.bytes ? e->start : utf8_point(pos, e->start));
		buf_cstr(b, ",\"end\":");
		buf_num(b, opt.bytes ? e->end : utf8_point(pos, e->end));
		put_name(b, &canon, es, i);
		put_value(b, e, es);
		if (pflag) {
			buf_cstr(b, ",\"p\":");
			buf_real(b, e->p, 3);
		}
		if (e->id.n > 0) {
			buf_cstr(b, ",\"id\":");
			json_encode(b, e->id);
		}
		buf_putc(b, '}');
	}
}

/* The tag of the bytes [start, end), in the scheme BIO; *e is the entity that
 * ends last before them, and is moved on. */
static void
put_tag(struct buf *b, const struct entities *es, size_t *e, size_t start,
    size_t end, size_t *begun)
{
	while (*e < es->n && (es->e[*e].end <= start ||
	    !wanted(es->e[*e].type)))
		++*e;
	if (*e == es->n || es->e[*e].start >= end) {
		buf_putc(b, 'O');
		return;
	}
	buf_cstr(b, *begun == *e + 1 ? "I-" : "B-");
	buf_cstr(b, es->e[*e].type);
	*begun = *e + 1;
}

/* -o conll of other input: our tokens, a blank line between sentences; those
 * of a piece, behind what b has of the record. */
static void
put_tokens(struct buf *b, const struct entities *es, struct str text)
{
	const struct token *t;
	size_t i, e = 0, begun = 0;

	for (i = 0; i < es->tokens.n; i++) {
		t = &es->tokens.t[i];
		if (b->n > 0 && t->brk)
			buf_putc(b, '\n');
		buf_put(b, text.p + t->start, t->end - t->start);
		buf_putc(b, '\t');
		put_tag(b, es, &e, t->start, t->end, &begun);
		buf_putc(b, '\n');
	}
}

/* -i conll -o conll: the lines as they came, the tag as a last column; from
 * *line on, those that begin before the byte `end'. */
static void
put_lines(struct rec *r, const struct entities *es, size_t end, size_t *line)
{
	const struct rec_word *w;
	struct buf *b = rec_conll(r);
	struct str lines;
	size_t i, n, e = 0, begun = 0;

	w = rec_words(r, &n, &lines);
	for (i = *line; i < n && w[i].start < end; i++) {
		buf_put(b, lines.p + w[i].at, w[i].n);
		if (w[i].end > w[i].start) {
			/* Columns are parted as they came. */
			buf_putc(b, memchr(lines.p + w[i].at, '\t',
			    w[i].n) == NULL && memchr(lines.p + w[i].at, ' ',
			    w[i].n) != NULL ? ' ' : '\t');
			put_tag(b, es, &e, w[i].start, w[i].end, &begun);
		}
		buf_putc(b, '\n');
	}
	*line = i;
}
