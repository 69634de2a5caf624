/*
 * script-detect: which scripts a text is written in, and which language.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "address.h"
#include "flag.h"
#include "json.h"
#include "lang.h"
#include "map.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "script.h"
#include "script_tab.h"
#include "utf8.h"

static const char usage[] =
    "script-detect [-bhLSsUuVw] [-c columns] [-f field] [-i format]\n"
    "                     [-l languages] [-m model] [-n number] [-o format]\n"
    "                     [-r file] [file ...]";

#define ALT_MAX	16

static struct opt	 opt;
static int		 Lflag, Sflag, Uflag, wflag;
static size_t		 best;		/* -n, or 0 */

static struct slots {
	int	script, scripts, mixed, lang, score, alt, runs, langs, flags;
} slot;

/* One text, with its addresses and without them. */
struct view {
	struct str		 text;
	struct str		 plain;		/* without; in cut, or text */
	struct buf		 cut;
	struct script_count	 all;
	struct script_count	 fewer;		/* of plain, if it is in cut */
	const struct script_count *count;	/* of plain */
	struct script_runs	 runs;
	struct flags		 flags;
};

static void	look(struct view *, struct str);
static void	open_model(struct lang_model *, struct map *, const char *,
		    const char *);
static void	set_slots(struct rec *);
static void	put_scripts(struct rec *, const struct view *);
static void	put_shares(struct buf *, const struct script_count *);
static void	put_runs(struct buf *, const struct view *);
static void	put_flags(struct buf *, const struct view *);
static void	put_lang(struct rec *, const struct lang_model *,
		    const struct view *);
static void	put_run_langs(struct buf *, const struct lang_model *,
		    const struct view *);

int
main(int argc, char *argv[])
{
	const char *model = NULL, *languages = NULL;
	struct lang_model m = { .n = 0 };
	static struct view v;
	struct map map = { 0 };
	struct str text;
	struct rec *r;
	int ch;

	opt_init(&opt, argv[0], usage);
	/* ICU made the tables and is not linked: it takes 3 ms to start. */
	opt.libs = script_tab_unicode;
	while ((ch = opt_next(&opt, argc, argv, "Ll:m:n:SUw")) != -1)
		switch (ch) {
		case 'L':
			Lflag = 1;
			break;
		case 'l':
			languages = optarg;
			break;
		case 'm':
			model = optarg;
			break;
		case 'n':
			best = (size_t)opt_number(&opt, ch, optarg, 1, ALT_MAX);
			break;
		case 'S':
			Sflag = 1;
			break;
		case 'U':
			Uflag = 1;
			break;
		case 'w':
			wflag = 1;
			break;
		}
	if (!Lflag)
		open_model(&m, &map, model, languages);
	r = rec_open(&opt, argv + optind);
	set_slots(r);
	while (rec_next(r)) {
		if (rec_text(r, &text)) {
			look(&v, text);
			put_scripts(r, &v);
			if (!Lflag)
				put_lang(r, &m, &v);
			if (Sflag)
				put_runs(rec_set(r, slot.runs), &v);
			if (Sflag && !Lflag)
				put_run_langs(rec_set(r, slot.langs), &m, &v);
			if (wflag)
				put_flags(rec_set(r, slot.flags), &v);
		}
		rec_write(r);
	}
	script_runs_free(&v.runs);
	flag_free(&v.flags);
	buf_free(&v.cut);
	map_close(&map);
	return rec_close(r);
}

static void
open_model(struct lang_model *m, struct map *map, const char *path,
    const char *only)
{
	const char *why;
	struct str bad;

	if (path == NULL)
		map_data(map, "lang.model");
	else if (map_open(map, path) == -1)
		msg_die("%s: cannot be read", path);
	if (lang_load(m, map, &why) == -1)
		msg_die("%s: %s", path == NULL ? "lang.model" : path, why);
	if (only != NULL && lang_only(m, only, &bad) == -1)
		msg_usage(usage, "-l: unknown language: %.*s",
		    bad.n < 40 ? (int)bad.n : 40, bad.p);
}

/* In the order in which they are added. */
static void
set_slots(struct rec *r)
{
	slot.script = rec_adds(r, "script");
	slot.scripts = rec_adds(r, "scripts");
	slot.mixed = rec_adds(r, "mixed");
	slot.lang = rec_adds(r, "lang");
	slot.score = rec_adds(r, "lang_score");
	slot.alt = rec_adds(r, "lang_alt");
	slot.runs = rec_adds(r, "runs");
	slot.langs = rec_adds(r, "run_langs");
	slot.flags = rec_adds(r, "flags");
}

static void
look(struct view *v, struct str text)
{
	v->text = v->plain = text;
	script_count(&v->all, text);
	v->count = &v->all;
	buf_clear(&v->cut);
	if (v->all.signs && !Uflag && address_cut(text, &v->cut) > 0) {
		v->plain = buf_slice(&v->cut);
		script_count(&v->fewer, v->plain);
		v->count = &v->fewer;
	}
	if (Sflag)
		script_runs(&v->runs, text);
	if (wflag)
		flag_words(&v->flags, text);
}

/* Runs have all of the text, so beside them all of it counts. */
static void
put_scripts(struct rec *r, const struct view *v)
{
	const struct script_count *c = Sflag ? &v->all : v->count;
	struct buf *b = rec_set(r, slot.script);

	buf_putc(b, '"');
	buf_put(b, script_name(script_main(c)), 4);
	buf_putc(b, '"');
	put_shares(rec_set(r, slot.scripts), c);
	buf_cstr(rec_set(r, slot.mixed), script_mixed(c) ? "true" : "false");
}

/* {"Deva":0.93,"Latn":0.07} */
static void
put_shares(struct buf *b, const struct script_count *c)
{
	unsigned char order[SCRIPT_MAX], x;
	size_t total = 0;
	int i, j;

	/* Largest first, the first met among equals; they are few. */
	for (i = 0; i < c->nseen; i++) {
		x = c->seen[i];
		total += c->n[x];
		for (j = i; j > 0 && c->n[order[j - 1]] < c->n[x]; j--)
			order[j] = order[j - 1];
		order[j] = x;
	}
	buf_putc(b, '{');
	for (i = 0; i < c->nseen; i++) {
		if (i > 0)
			buf_putc(b, ',');
		buf_putc(b, '"');
		buf_put(b, script_name(order[i]), 4);
		buf_put(b, "\":", 2);
		if (c->nseen == 1) {
			buf_putc(b, '1');	/* most texts */
			break;
		}
		buf_real(b, (double)c->n[order[i]] / (double)total, 3);
	}
	buf_putc(b, '}');
}

/* [["Deva",0,7],["Latn",7,10]] */
static void
put_runs(struct buf *b, const struct view *v)
{
	const struct script_runs *s = &v->runs;
	struct utf8_pos pos = { v->text.p, 0, 0 };
	const struct script_run *run;
	size_t i;

	buf_putc(b, '[');
	for (i = 0; i < s->n; i++) {
		run = &s->r[i];
		buf_cstr(b, i > 0 ? ",[\"" : "[\"");
		buf_cstr(b, script_name(run->script));
		buf_cstr(b, "\",");
		buf_num(b, opt.bytes ? run->start :
		    utf8_point(&pos, run->start));
		buf_putc(b, ',');
		buf_num(b, opt.bytes ? run->end : utf8_point(&pos, run->end));
		buf_putc(b, ']');
	}
	buf_putc(b, ']');
}

/* [{"text":"है৷","start":3,"end":6,"why":"danda"}] */
static void
put_flags(struct buf *b, const struct view *v)
{
	struct utf8_pos pos = { v->text.p, 0, 0 };
	const struct flag *f;
	size_t i;

	buf_putc(b, '[');
	for (i = 0; i < v->flags.n; i++) {
		f = &v->flags.f[i];
		buf_cstr(b, i > 0 ? ",{\"text\":" : "{\"text\":");
		json_encode(b, (struct str){ v->text.p + f->start,
		    f->end - f->start });
		buf_cstr(b, ",\"start\":");
		buf_num(b, opt.bytes ? f->start : utf8_point(&pos, f->start));
		buf_cstr(b, ",\"end\":");
		buf_num(b, opt.bytes ? f->end : utf8_point(&pos, f->end));
		buf_cstr(b, ",\"why\":\"");
		buf_cstr(b, flag_name(f->why));
		buf_cstr(b, "\"}");
	}
	buf_putc(b, ']');
}

static void
put_lang(struct rec *r, const struct lang_model *m, const struct view *v)
{
	struct lang_guess g[ALT_MAX];
	struct buf *b;
	size_t i, n;

	n = lang_guess(m, v->plain, script_main(v->count), g,
	    best > 0 ? best : 1);
	rec_set_string(r, slot.lang, str_of(g[0].name));
	buf_real(rec_set(r, slot.score), g[0].score, 3);
	if (best == 0)
		return;
	b = rec_set(r, slot.alt);
	buf_putc(b, '[');
	for (i = 0; i < n; i++) {
		buf_cstr(b, i > 0 ? ",[\"" : "[\"");
		buf_cstr(b, g[i].name);
		buf_cstr(b, "\",");
		buf_real(b, g[i].score, 3);
		buf_putc(b, ']');
	}
	buf_putc(b, ']');
}

/* ["hi","en","hi"]: one for each run */
static void
put_run_langs(struct buf *b, const struct lang_model *m,
    const struct view *v)
{
	const struct script_runs *s = &v->runs;
	struct lang_guess g;
	size_t i;

	buf_putc(b, '[');
	for (i = 0; i < s->n; i++) {
		const struct script_run *run = &s->r[i];

		(void)lang_guess(m, (struct str){ v->text.p + run->start,
		    run->end - run->start }, run->script, &g, 1);
		buf_cstr(b, i > 0 ? ",\"" : "\"");
		buf_cstr(b, g.name);
		buf_putc(b, '"');
	}
	buf_putc(b, ']');
}
