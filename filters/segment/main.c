/*
 * segment: cut each article into sentences, headings and the rest; one
 * record per unit.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "sentence.h"
#include "uni.h"
#include "utf8.h"

static const char usage[] =
    "segment [-abhpsuV] [-c columns] [-f field] [-i format] [-k kinds]\n"
    "               [-o format] [-r file] [file ...]";

static struct opt	 opt;
static int		 aflag, pflag;
static unsigned int	 kinds = ~0u;

/* The members that are written. */
static struct slots {
	int	text, id, doc, n, para, start, end, kind, segments;
} slot;

static unsigned int	parse_kinds(const char *);
static void		paragraphs(struct units *);
static void		article(struct rec *, struct str, struct units *);
static void		annotate(struct rec *, struct str, struct units *);

int
main(int argc, char *argv[])
{
	struct units us = { 0 };
	struct str text;
	struct rec *r;
	int ch;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	while ((ch = opt_next(&opt, argc, argv, "ak:p")) != -1)
		switch (ch) {
		case 'a':
			aflag = 1;
			break;
		case 'k':
			kinds = parse_kinds(optarg);
			break;
		case 'p':
			pflag = 1;
			break;
		}
	r = rec_open(&opt, argv + optind);
	slot.text = rec_slot(r, opt.field);
	slot.id = rec_adds(r, "id");
	slot.doc = rec_adds(r, "doc");
	slot.n = rec_adds(r, "n");
	slot.para = rec_adds(r, "para");
	slot.start = rec_adds(r, "start");
	slot.end = rec_adds(r, "end");
	slot.kind = rec_adds(r, "kind");
	slot.segments = rec_adds(r, "segments");
	while (rec_next(r)) {
		if (!rec_text(r, &text)) {
			rec_write(r);
			continue;
		}
		sentence_cut(&us, text);
		kind_mark(&us, text);
		if (pflag)
			paragraphs(&us);
		if (aflag)
			annotate(r, text, &us);
		else
			article(r, text, &us);
	}
	sentence_free(&us);
	return rec_close(r);
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

static void
article(struct rec *r, struct str text, struct units *us)
{
	struct utf8_pos pos = { text.p, 0, 0 };
	struct buf *id;
	struct str doc;
	size_t i;

	doc = rec_id(r);
	rec_set_string(r, slot.doc, doc);
	for (i = 0; i < us->n; i++) {
		const struct unit *u = &us->u[i];

		if ((kinds >> u->kind & 1) == 0)
			continue;
		rec_set_string(r, slot.text, (struct str){ text.p + u->start,
		    u->end - u->start });
		id = rec_set(r, slot.id);
		json_encode(id, doc);
		id->n--;			/* the closing quote */
		buf_putc(id, '#');
		buf_num(id, i + 1);
		buf_putc(id, '"');
		rec_set_number(r, slot.n, i + 1);
		rec_set_number(r, slot.para, u->para);
		rec_set_number(r, slot.start, offset(&pos, u->start));
		rec_set_number(r, slot.end, offset(&pos, u->end));
		rec_set_string(r, slot.kind, str_of(kind_name(u->kind)));
		rec_write(r);
	}
}

/* -a: the article stays whole and gets an array. */
static void
annotate(struct rec *r, struct str text, struct units *us)
{
	struct utf8_pos pos = { text.p, 0, 0 };
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
		buf_cstr(b, ",\"end\":");
		buf_num(b, offset(&pos, u->end));
		buf_cstr(b, ",\"kind\":\"");
		buf_cstr(b, kind_name(u->kind));
		buf_cstr(b, "\"}");
	}
	buf_putc(b, ']');
	rec_write(r);
}
