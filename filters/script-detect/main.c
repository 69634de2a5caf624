/*
 * script-detect: which scripts a text is written in, and which language.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "lang.h"
#include "map.h"
#include "msg.h"
#include "opt.h"
#include "rec.h"
#include "script.h"
#include "uni.h"
#include "utf8.h"

static const char usage[] =
    "script-detect [-bhLSsuV] [-c columns] [-f field] [-i format]\n"
    "                     [-m model] [-n number] [-o format] [-r file]\n"
    "                     [file ...]";

#define ALT_MAX	16

static struct opt	 opt;
static int		 Lflag, Sflag;
static size_t		 best = 1;

static struct slots {
	int	script, scripts, mixed, lang, score, alt, runs, langs;
} slot;

static void	open_model(struct lang_model *, struct map *, const char *);
static void	set_slots(struct rec *);
static void	put_scripts(struct buf *, const struct script_count *);
static void	put_runs(struct buf *, const struct script_runs *, struct str);
static void	put_lang(struct rec *, const struct lang_model *, struct str,
		    int);
static void	put_run_langs(struct buf *, const struct lang_model *,
		    const struct script_runs *, struct str);

int
main(int argc, char *argv[])
{
	const char *model = NULL;
	struct lang_model m = { .n = 0 };
	struct script_count count = { .nseen = 0 };
	struct script_runs runs = { 0 };
	struct map map = { 0 };
	struct str text;
	struct rec *r;
	int ch, main_script;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	while ((ch = opt_next(&opt, argc, argv, "Lm:n:S")) != -1)
		switch (ch) {
		case 'L':
			Lflag = 1;
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
		}
	if (!Lflag)
		open_model(&m, &map, model);
	r = rec_open(&opt, argv + optind);
	set_slots(r);
	while (rec_next(r)) {
		if (!rec_text(r, &text)) {
			rec_write(r);
			continue;
		}
		script_count(&count, text);
		main_script = script_main(&count);
		if (Sflag)
			script_runs(&runs, text);
		rec_set_string(r, slot.script,
		    str_of(script_name(main_script)));
		put_scripts(rec_set(r, slot.scripts), &count);
		buf_cstr(rec_set(r, slot.mixed), script_mixed(&count) ?
		    "true" : "false");
		if (!Lflag)
			put_lang(r, &m, text, main_script);
		if (Sflag)
			put_runs(rec_set(r, slot.runs), &runs, text);
		if (Sflag && !Lflag)
			put_run_langs(rec_set(r, slot.langs), &m, &runs, text);
		rec_write(r);
	}
	script_runs_free(&runs);
	map_close(&map);
	return rec_close(r);
}

static void
open_model(struct lang_model *m, struct map *map, const char *path)
{
	const char *why;

	if (path == NULL)
		map_data(map, "lang.model");
	else if (map_open(map, path) == -1)
		msg_die("%s: cannot be read", path);
	if (lang_load(m, map, &why) == -1)
		msg_die("%s: %s", path == NULL ? "lang.model" : path, why);
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
}

/* {"Deva":0.93,"Latn":0.07} */
static void
put_scripts(struct buf *b, const struct script_count *c)
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
		buf_cstr(b, i > 0 ? ",\"" : "\"");
		buf_cstr(b, script_name(order[i]));
		buf_cstr(b, "\":");
		buf_real(b, (double)c->n[order[i]] / (double)total, 3);
	}
	buf_putc(b, '}');
}

/* [["Deva",0,7],["Latn",7,10]] */
static void
put_runs(struct buf *b, const struct script_runs *s, struct str text)
{
	struct utf8_pos pos = { text.p, 0, 0 };
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

static void
put_lang(struct rec *r, const struct lang_model *m, struct str text,
    int script)
{
	struct lang_guess g[ALT_MAX];
	struct buf *b;
	size_t i, n;

	n = lang_guess(m, text, script_name(script), g, best);
	rec_set_string(r, slot.lang, str_of(g[0].name));
	buf_real(rec_set(r, slot.score), g[0].score, 3);
	if (best == 1)
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
    const struct script_runs *s, struct str text)
{
	struct lang_guess g;
	size_t i;

	buf_putc(b, '[');
	for (i = 0; i < s->n; i++) {
		const struct script_run *run = &s->r[i];

		(void)lang_guess(m, (struct str){ text.p + run->start,
		    run->end - run->start }, script_name(run->script), &g, 1);
		buf_cstr(b, i > 0 ? ",\"" : "\"");
		buf_cstr(b, g.name);
		buf_putc(b, '"');
	}
	buf_putc(b, ']');
}
