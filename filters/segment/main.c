/*
 * segment: cut each article into sentences, headings and the rest; one
 * record per unit.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "in.h"
#include "json.h"
#include "kind.h"
#include "look.h"
#include "map.h"
#include "mem.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "sentence.h"
#include "token.h"
#include "uni.h"
#include "utf8.h"

static const char usage[] =
    "segment [-abhnpsuVw] [-c columns] [-f field] [-i format] [-k kinds]\n"
    "               [-l lang] [-o format] [-r file] [-x file] [file ...]";

static struct opt	 opt;
static int		 aflag, pflag, wflag;
static unsigned int	 kinds = ~0u;
static langs		 lflag;
static struct cut	 how;
static struct phrases	 phrases;
static struct tokens	 tokens;

/* The members that are read and written. */
static struct slots {
	int	lang;
	int	text, id, doc, n, para, start, end, kind, tokens, segments;
} slot;

static void		options(int, char *[]);
static unsigned int	parse_kinds(const char *);
static langs		parse_lang(const char *);
static void		open_phrases(void);
static void		add_phrases(const char *);
static void		set_slots(struct rec *);
static void		set_lang(struct rec *);
static void		paragraphs(struct units *);
static void		article(struct rec *, struct str, struct units *);
static void		annotate(struct rec *, struct str, struct units *);

int
main(int argc, char *argv[])
{
	struct units us = { 0 };
	struct str text;
	struct rec *r;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	options(argc, argv);
	r = rec_open(&opt, argv + optind);
	set_slots(r);
	while (rec_next(r)) {
		if (!rec_text(r, &text)) {
			rec_write(r);
			continue;
		}
		set_lang(r);
		sentence_cut(&us, text, &how);
		kind_mark(&us, text, &phrases, how.hint);
		if (pflag)
			paragraphs(&us);
		if (aflag)
			annotate(r, text, &us);
		else
			article(r, text, &us);
	}
	sentence_free(&us);
	phrase_free(&phrases);
	token_free(&tokens);
	return rec_close(r);
}

static void
options(int argc, char *argv[])
{
	const char **lists = mem_alloc((size_t)argc, sizeof(*lists));
	size_t i, n = 0;
	int ch, none = 0;

	while ((ch = opt_next(&opt, argc, argv, "ak:l:npwx:")) != -1)
		switch (ch) {
		case 'a':
			aflag = 1;
			break;
		case 'k':
			kinds = parse_kinds(optarg);
			break;
		case 'l':
			lflag = parse_lang(optarg);
			break;
		case 'n':
			how.join = 1;
			break;
		case 'p':
			pflag = 1;
			break;
		case 'w':
			wflag = 1;
			break;
		case 'x':
			lists[n++] = optarg;
			if (strcmp(optarg, "none") == 0) {
				none = 1;
				n = 0;
			}
			break;
		}
	/* A phrase of a later list overrules that of an earlier one. */
	if (!none)
		open_phrases();
	for (i = 0; i < n; i++)
		add_phrases(lists[i]);
	free(lists);
}

/* -l, or any language that the lists know. */
static langs
parse_lang(const char *iso)
{
	langs set = words_lang(iso, strlen(iso));

	if (set == 0)
		msg_usage(usage, "-l: no lists for language: %s", iso);
	return set;
}

static void
load_phrases(struct str data, const char *name)
{
	const char *why;
	size_t line;

	line = phrase_load(&phrases, data, &why);
	if (line != 0)
		msg_die("%s:%zu: %s", name, line, why);
}

static void
open_phrases(void)
{
	struct map m;

	map_data(&m, "segment.phrases");
	load_phrases((struct str){ (const char *)m.p, m.n },
	    "segment.phrases");
	map_close(&m);
}

/* Read, not mapped: the list may come from a pipe. */
static void
add_phrases(const char *path)
{
	struct in *in;
	struct str data;
	int got;

	if ((in = in_open(path)) == NULL)
		msg_die("%s: %s", path, strerror(errno));
	if ((got = in_whole(in, &data)) == IN_ERROR)
		msg_die("%s: %s", path, strerror(errno));
	if (got == IN_LONG)
		msg_die("%s: file is longer than 64 MiB", path);
	load_phrases(data, path);
	in_close(in);
}

/* In the order in which they are added. */
static void
set_slots(struct rec *r)
{
	slot.lang = rec_slot(r, "lang");
	slot.text = rec_slot(r, opt.field);
	slot.id = rec_adds(r, "id");
	slot.doc = rec_adds(r, "doc");
	slot.n = rec_adds(r, "n");
	slot.para = rec_adds(r, "para");
	slot.start = rec_adds(r, "start");
	slot.end = rec_adds(r, "end");
	slot.kind = rec_adds(r, "kind");
	slot.tokens = rec_adds(r, "tokens");
	slot.segments = rec_adds(r, "segments");
}

/* The language of the record at hand: -l, or what it says itself. */
static void
set_lang(struct rec *r)
{
	struct str lang;

	how.hint = lflag;
	if (lflag == 0 && rec_string(r, slot.lang, &lang))
		how.hint = words_lang(lang.p, lang.n);
}

/* "sentence,heading" as a set of bits. */
static unsigned int
parse_kinds(const char *list)
{
	unsigned int set = 0;
	const char *name;
	size_t n;
	int k;

	for (;; list += n + 1) {
		n = strcspn(list, ",");
		for (k = KIND_SENTENCE; k <= KIND_DATE; k++) {
			name = kind_name((enum unit_kind)k);
			if (strlen(name) == n && memcmp(name, list, n) == 0)
				break;
		}
		if (k > KIND_DATE)
			msg_usage(usage, "-k: unknown kind: %.*s", (int)n,
			    list);
		set |= 1u << k;
		if (list[n] == '\0')
			return set;
	}
}

/* Join the units of each paragraph; its kind is that of its first unit. */
static void
paragraphs(struct units *us)
{
	size_t i, n = 0;

	for (i = 0; i < us->n; i++)
		if (n > 0 && us->u[n - 1].para == us->u[i].para)
			us->u[n - 1].end = us->u[i].end;
		else
			us->u[n++] = us->u[i];
	us->n = n;
}

static size_t
offset(struct utf8_pos *pos, size_t byte)
{
	return opt.bytes ? byte : utf8_point(pos, byte);
}

/*
 * The text of a unit: a slice of the article's, or with -n a copy in which
 * white space that breaks a line is one space.
 */
static struct str
unit_text(struct str text, const struct unit *u)
{
	static struct buf b;
	struct str s = { text.p + u->start, u->end - u->start };
	const char *p, *e = s.p + s.n, *nl, *q;

	if (!how.join || memchr(s.p, '\n', s.n) == NULL)
		return s;
	buf_clear(&b);
	for (p = s.p; (nl = memchr(p, '\n', (size_t)(e - p))) != NULL;
	    p = look_skip(nl, e)) {
		q = look_trim(p, nl);
		buf_put(&b, p, (size_t)(q - p));
		buf_putc(&b, ' ');
	}
	buf_put(&b, p, (size_t)(e - p));
	return buf_slice(&b);
}

/* [[start,end],...], offsets from the start of s, or of `base' in a text. */
static void
put_tokens(struct buf *b, struct str s, struct utf8_pos *pos, size_t base)
{
	size_t i;

	token_cut(&tokens, s, how.hint);
	buf_putc(b, '[');
	for (i = 0; i < tokens.n; i++) {
		buf_cstr(b, i > 0 ? ",[" : "[");
		buf_num(b, offset(pos, base + tokens.v[i].start));
		buf_putc(b, ',');
		buf_num(b, offset(pos, base + tokens.v[i].end));
		buf_putc(b, ']');
	}
	buf_putc(b, ']');
}

static void
put_kind(struct buf *b, enum unit_kind kind)
{
	buf_putc(b, '"');
	buf_cstr(b, kind_name(kind));
	buf_putc(b, '"');
}

static void
article(struct rec *r, struct str text, struct units *us)
{
	struct utf8_pos pos = { text.p, 0, 0 };
	static struct buf stem;
	struct buf *id;
	struct str s;
	size_t i;

	rec_set_string(r, slot.doc, rec_id(r));
	buf_clear(&stem);
	json_encode(&stem, rec_id(r));
	stem.p[stem.n - 1] = '#';		/* the closing quote */
	for (i = 0; i < us->n; i++) {
		const struct unit *u = &us->u[i];

		if ((kinds >> u->kind & 1) == 0)
			continue;
		s = unit_text(text, u);
		rec_set_string(r, slot.text, s);
		id = rec_set(r, slot.id);
		buf_str(id, buf_slice(&stem));
		buf_num(id, i + 1);
		buf_putc(id, '"');
		rec_set_number(r, slot.n, i + 1);
		rec_set_number(r, slot.para, u->para);
		rec_set_number(r, slot.start, offset(&pos, u->start));
		rec_set_number(r, slot.end, offset(&pos, u->end));
		put_kind(rec_set(r, slot.kind), u->kind);
		if (wflag) {
			struct utf8_pos here = { s.p, 0, 0 };

			put_tokens(rec_set(r, slot.tokens), s, &here, 0);
		}
		rec_write(r);
	}
}

/* -a: the article stays whole and gets an array. */
static void
annotate(struct rec *r, struct str text, struct units *us)
{
	struct utf8_pos pos = { text.p, 0, 0 }, here;
	struct buf *b = rec_set(r, slot.segments);
	size_t i;
	int comma = 0;

	buf_putc(b, '[');
	for (i = 0; i < us->n; i++) {
		const struct unit *u = &us->u[i];

		if ((kinds >> u->kind & 1) == 0)
			continue;
		buf_cstr(b, comma ? ",{\"n\":" : "{\"n\":");
		comma = 1;
		buf_num(b, i + 1);
		buf_cstr(b, ",\"para\":");
		buf_num(b, u->para);
		buf_cstr(b, ",\"start\":");
		buf_num(b, offset(&pos, u->start));
		here = pos;
		buf_cstr(b, ",\"end\":");
		buf_num(b, offset(&pos, u->end));
		buf_cstr(b, ",\"kind\":");
		put_kind(b, u->kind);
		if (wflag) {
			buf_cstr(b, ",\"tokens\":");
			put_tokens(b, (struct str){ text.p + u->start,
			    u->end - u->start }, &here, u->start);
		}
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
	rec_write(r);
}
