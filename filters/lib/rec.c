/*
 * Records: reading one, whatever the format, and the slots by which a filter
 * looks at its members.  Members are numbered as they stand in the input:
 * those of a JSON object, the cells of a table, or (lines, file) id and text.
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "msg.h"
#include "rec.h"
#include "rec_priv.h"
#include "sandbox.h"
#include "utf8.h"

static void
idle(void *arg)
{
	struct rec *r = arg;

	out_flush(&r->out);
	if (r->opt->reject != NULL)
		out_flush(&r->rej);
}

/* Is this open file the one with that state? */
static int
same_file(const struct stat *a, const struct stat *b)
{
	return S_ISREG(b->st_mode) && a->st_dev == b->st_dev &&
	    a->st_ino == b->st_ino;
}

/* -r must not empty what is to be read; any other file starts anew. */
static void
spare_input(const struct opt *opt, int fd, char *const operands[])
{
	struct stat rej, st;
	int i;

	if (fstat(fd, &rej) == -1)
		msg_die("%s: %s", opt->reject, strerror(errno));
	if (*operands == NULL && fstat(STDIN_FILENO, &st) == 0 &&
	    same_file(&rej, &st))
		msg_usage(opt->usage, "-r: %s is the input", opt->reject);
	for (i = 0; operands[i] != NULL; i++)
		if (stat(operands[i], &st) == 0 && same_file(&rej, &st))
			msg_usage(opt->usage, "-r: %s is an input",
			    opt->reject);
	if (S_ISREG(rej.st_mode) && ftruncate(fd, 0) == -1)
		msg_die("%s: %s", opt->reject, strerror(errno));
}

struct rec *
rec_open_bare(const struct opt *opt, char *const operands[])
{
	struct rec *r;
	int fd = -1;

	if (opt->reject != NULL) {
		fd = open(opt->reject, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
		if (fd == -1)
			msg_die("%s: %s", opt->reject, strerror(errno));
		spare_input(opt, fd, operands);
	}
	r = mem_alloc(1, sizeof(*r));
	r->opt = opt;
	r->operand = operands;
	out_init(&r->out, STDOUT_FILENO, "<stdout>", opt->eager);
	out_init(&r->rej, fd, opt->reject, opt->eager);
	r->field = rec_slot(r, opt->field);
	r->id = rec_slot(r, "id");
	return r;
}

struct rec *
rec_open(const struct opt *opt, char *const operands[])
{
	struct rec *r;

	r = rec_open_bare(opt, operands);
	sandbox_enter(*operands == NULL ? SANDBOX_STDIO : SANDBOX_READ);
	return r;
}

/* Slots are chained by the length of their name. */
static inline size_t
length_of(struct str name)
{
	return name.n < REC_LENGTHS ? name.n : REC_LENGTHS - 1;
}

int
rec_slot(struct rec *r, const char *name)
{
	struct rec_slot *s;
	int i;

	for (i = 0; i < r->nslots; i++)
		if (str_eq(r->slot[i].name, str_of(name)))
			return i;
	if (r->nslots == REC_SLOTS)
		msg_die("over %d members in use", REC_SLOTS);
	s = &r->slot[r->nslots];
	s->name = str_of(name);
	buf_reserve(&s->key, 32);
	buf_reserve(&s->val, 32);
	buf_putc(&s->key, ',');
	json_encode(&s->key, s->name);
	buf_putc(&s->key, ':');
	s->at = REC_NONE;
	i = (int)length_of(s->name);
	s->next = r->first[i];
	r->first[i] = ++r->nslots;
	return r->nslots - 1;
}

int
rec_adds(struct rec *r, const char *name)
{
	if (strcmp(r->opt->field, name) == 0)
		msg_usage(r->opt->usage, "-f: %s is what is written", name);
	return rec_slot(r, name);
}

/* The slot that has this name, or -1. */
static int
find(const struct rec *r, struct str name)
{
	const struct rec_slot *s;
	int i;

	for (i = r->first[length_of(name)]; i > 0; i = s->next) {
		s = &r->slot[i - 1];
		if (name.n == 0 || (*s->name.p == *name.p &&
		    str_eq(s->name, name)))
			return i - 1;
	}
	return -1;
}

/* Member i is called so; the last one of a name counts. */
static void
tie(struct rec *r, size_t i, struct str name)
{
	int s;

	r->owner[i] = 0;
	if ((s = find(r, name)) == -1)
		return;
	if (r->slot[s].at != REC_NONE)
		r->owner[r->slot[s].at] = 0;
	r->slot[s].at = i;
	r->owner[i] = (size_t)s + 1;
}

static void
untie(struct rec *r, size_t n)
{
	int i;

	r->n = n;
	r->owner = mem_grow(r->owner, &r->owner_cap, n + 1, sizeof(*r->owner));
	for (i = 0; i < r->nslots; i++) {
		r->slot[i].at = REC_NONE;
		r->slot[i].decoded = 0;
		r->slot[i].set = 0;
	}
	r->nset = 0;
	r->bad = 0;
}

/* Keep the input line as it came, and report it. */
static void
reject(struct rec *r, size_t byte, const char *why)
{
	struct str eol = in_eol(r->in);

	r->bad = 1;
	if (r->opt->in == FMT_CONLL) {
		recconll_reject(r, byte, why);
		return;
	}
	msg_bad(in_name(r->in), in_lineno(r->in), byte, why);
	r->stop = r->opt->strict;
	if (r->opt->reject == NULL)
		return;
	/* The line before, if it had no end, was the last of its file. */
	if (r->rej_open)
		buf_putc(&r->rej.b, '\n');
	r->rej_open = eol.n == 0;
	buf_str(&r->rej.b, r->line);
	buf_str(&r->rej.b, eol);
	out_end(&r->rej);
}

/* A line over the limit: its first part is r->line, the rest still to come. */
static void
reject_long(struct rec *r)
{
	struct str part;

	msg_bad(in_name(r->in), in_lineno(r->in), IN_LINE_MAX + 1,
	    r->opt->in == FMT_FILE ? "file is longer than 64 MiB" :
	    "line is longer than 64 MiB");
	r->stop = r->opt->strict;
	if (r->opt->reject != NULL) {
		if (r->opt->in == FMT_CONLL)
			buf_str(&r->rej.b, buf_slice(&r->block));
		buf_str(&r->rej.b, r->line);
		out_flush(&r->rej);
	}
	while (in_rest(r->in, &part) == IN_LINE)
		if (r->opt->reject != NULL) {
			buf_str(&r->rej.b, part);
			out_end(&r->rej);
		}
}

static int
parse_json(struct rec *r)
{
	const struct json_member *m;
	struct buf name = { 0 };
	const char *p = r->line.p, *e = p + r->line.n;
	size_t i, at;

	while (p < e && (*p == ' ' || *p == '\t'))
		p++;
	if (p == e)
		return 0;		/* an empty line is no record */
	if (json_object(&r->json, r->line) == -1) {
		reject(r, r->json.at + 1, r->json.why);
		return 0;
	}
	untie(r, r->json.n);
	for (i = 0; i < r->json.n; i++) {
		m = &r->json.m[i];
		if (!m->key_esc) {
			tie(r, i, m->key);
			continue;
		}
		buf_clear(&name);
		json_decode(&name, (struct str){ m->key.p - 1, m->key.n + 2 });
		tie(r, i, buf_slice(&name));
	}
	buf_free(&name);
	if ((at = r->slot[r->field].at) == REC_NONE)
		return 1;
	m = &r->json.m[at];
	if (*m->val.p == '"' || *m->val.p == 'n')	/* string, null */
		return 1;
	reject(r, (size_t)(m->val.p - r->line.p) + 1,
	    "the member to read is not a string");
	return 0;
}

/* The header line of a table: names that stay until the next file. */
static void
parse_head(struct rec *r)
{
	size_t i, n, *len;

	tsv_split(&r->head, r->line);
	len = mem_alloc(r->head.n, sizeof(*len));
	buf_clear(&r->names);
	for (i = 0; i < r->head.n; i++) {
		n = r->names.n;
		tsv_decode(&r->names, r->head.cell[i]);
		len[i] = r->names.n - n;
	}
	for (i = 0, n = 0; i < r->head.n; n += len[i++])
		r->head.cell[i] = (struct str){ r->names.p + n, len[i] };
	free(len);
}

static int
parse_tsv(struct rec *r)
{
	size_t i;

	if (in_lineno(r->in) == 1) {
		parse_head(r);
		return 0;
	}
	if (r->head.n == 0) {
		reject(r, 1, "the header of the table is bad");
		return 0;
	}
	tsv_split(&r->cells, r->line);
	if (r->cells.n != r->head.n) {
		reject(r, r->line.n + 1, r->cells.n < r->head.n ?
		    "fewer cells than the header" :
		    "more cells than the header");
		return 0;
	}
	untie(r, r->cells.n);
	for (i = 0; i < r->cells.n; i++)
		tie(r, i, r->head.cell[i]);
	return 1;
}

/* lines, file: member 0 is the text, member 1 the id if there is one.  With
 * -f id the text is the id, and a file's name has no place. */
static int
parse_text(struct rec *r)
{
	untie(r, r->stem.p != NULL && r->field != r->id ? 2 : 1);
	r->owner[0] = (size_t)r->field + 1;
	r->slot[r->field].at = 0;
	if (r->n == 2) {
		r->owner[1] = (size_t)r->id + 1;
		r->slot[r->id].at = 1;
	}
	return 1;
}

static int
parse(struct rec *r)
{
	size_t good;

	struct str all = r->line;

	if (r->opt->in == FMT_CONLL)
		all = buf_slice(&r->block);
	if ((good = utf8_valid(all)) < all.n) {
		reject(r, good + 1, "invalid UTF-8");
		return 0;
	}
	if (r->opt->in == FMT_NDJSON)
		return parse_json(r);
	if (r->opt->in == FMT_TSV)
		return parse_tsv(r);
	return parse_text(r);
}

/* "dir/name.txt" is "name" (-i file); standard input has no id. */
static void
take_stem(struct rec *r, const char *path)
{
	const char *p, *dot;

	r->stem = (struct str){ NULL, 0 };
	if (r->opt->in != FMT_FILE || path == NULL || strcmp(path, "-") == 0)
		return;
	p = strrchr(path, '/');
	p = p == NULL ? path : p + 1;
	dot = strrchr(p, '.');
	r->stem.p = p;
	r->stem.n = dot == NULL || dot == p ? strlen(p) : (size_t)(dot - p);
	/* A name that is not UTF-8 can be no member: the number serves. */
	if (utf8_valid(r->stem) < r->stem.n)
		r->stem = (struct str){ NULL, 0 };
}

/* Open the next operand that can be opened; 0 after the last. */
static int
next_file(struct rec *r)
{
	const char *path;

	for (;;) {
		if (*r->operand != NULL)
			path = *r->operand++;
		else if (!r->started)
			path = NULL;
		else
			return 0;
		r->started = 1;
		if ((r->in = in_open(path)) != NULL) {
			in_idle(r->in, idle, r);
			take_stem(r, path);
			r->head.n = 0;	/* not that of the file before */
			return 1;
		}
		msg_file(path == NULL || strcmp(path, "-") == 0 ? "<stdin>" :
		    path, errno);
	}
}

/* One line of the open file: 1 if it is a good record, 0 if not, -1 at the
 * end of the file. */
static int
next_line(struct rec *r)
{
	switch (r->opt->in == FMT_FILE ? in_whole(r->in, &r->line) :
	    r->opt->in == FMT_CONLL ? recconll_next(r) :
	    in_line(r->in, &r->line)) {
	case IN_LINE:
		return parse(r);
	case IN_LONG:
		reject_long(r);
		return 0;
	case IN_ERROR:
		msg_file(in_name(r->in), errno);
		break;
	default:
		break;
	}
	r->before += in_lineno(r->in);
	in_close(r->in);
	r->in = NULL;
	return -1;
}

int
rec_next(struct rec *r)
{
	while (!r->stop) {
		if (r->in == NULL && !next_file(r))
			return 0;
		if (next_line(r) == 1)
			return 1;
	}
	return 0;
}

static int
is_json(const struct rec *r)
{
	return r->opt->in == FMT_NDJSON;
}

int
rec_raw(struct rec *r, int slot, struct str *raw)
{
	struct rec_slot *s = &r->slot[slot];
	struct str v;

	if (s->at == REC_NONE)
		return 0;
	if (is_json(r)) {
		*raw = r->json.m[s->at].val;
		return 1;
	}
	if (!rec_string(r, slot, &v))
		return 0;
	/* A table's cell has no JSON of its own: make it, behind the
	 * meaning, which may live in the same buffer. */
	if (!s->decoded) {
		buf_clear(&s->dec);
		buf_str(&s->dec, v);
		s->decoded = 1;
	}
	s->dec.n = v.n;
	buf_reserve(&s->dec, v.n * 6 + 2);
	json_encode(&s->dec, (struct str){ s->dec.p, v.n });
	*raw = (struct str){ s->dec.p + v.n, s->dec.n - v.n };
	s->dec.n = v.n;
	return 1;
}

int
rec_string(struct rec *r, int slot, struct str *v)
{
	struct rec_slot *s = &r->slot[slot];
	const struct json_member *m;

	if (s->at == REC_NONE)
		return 0;
	if (s->decoded) {
		*v = buf_slice(&s->dec);
		return 1;
	}
	if (is_json(r)) {
		m = &r->json.m[s->at];
		if (*m->val.p != '"')
			return 0;
		*v = (struct str){ m->val.p + 1, m->val.n - 2 };
		if (!m->val_esc)
			return 1;
		buf_clear(&s->dec);
		json_decode(&s->dec, m->val);
	} else if (r->opt->in == FMT_TSV) {
		*v = r->cells.cell[s->at];
		if (v->n == 0 || memchr(v->p, '\\', v->n) == NULL)
			return 1;
		buf_clear(&s->dec);
		tsv_decode(&s->dec, *v);
	} else {
		*v = s->at == 0 ? r->line : r->stem;
		return 1;
	}
	s->decoded = 1;
	*v = buf_slice(&s->dec);
	return 1;
}

int
rec_text(struct rec *r, struct str *v)
{
	return rec_string(r, r->field, v);
}

struct str
rec_id(struct rec *r)
{
	struct str v;

	if (rec_string(r, r->id, &v))
		return v;
	if (is_json(r) && rec_raw(r, r->id, &v) &&
	    (*v.p == '-' || (*v.p >= '0' && *v.p <= '9')))
		return v;
	buf_clear(&r->idnum);
	buf_num(&r->idnum, r->before + (r->opt->in == FMT_CONLL ?
	    r->block_line : in_lineno(r->in)));
	return buf_slice(&r->idnum);
}

struct buf *
rec_set(struct rec *r, int slot)
{
	struct rec_slot *s = &r->slot[slot];

	r->nset += !s->set;
	s->set = 1;
	buf_clear(&s->val);
	return &s->val;
}

void
rec_set_string(struct rec *r, int slot, struct str v)
{
	json_encode(rec_set(r, slot), v);
}

void
rec_set_number(struct rec *r, int slot, uint64_t v)
{
	buf_num(rec_set(r, slot), v);
}

void
rec_unset(struct rec *r, int slot)
{
	r->nset -= r->slot[slot].set;
	r->slot[slot].set = 0;
}

void
rec_reset(struct rec *r)
{
	int i;

	for (i = 0; i < r->nslots; i++)
		rec_unset(r, i);
}

struct str
rec_member_name(const struct rec *r, size_t i)
{
	if (is_json(r))
		return r->json.m[i].key;
	if (r->opt->in == FMT_TSV)
		return r->head.cell[i];
	return r->slot[i == 0 ? r->field : r->id].name;
}

void
rec_bad(struct rec *r, const char *why)
{
	rec_bad_at(r, r->field, why);
}

void
rec_bad_at(struct rec *r, int slot, const char *why)
{
	size_t at = r->slot[slot].at, byte = 1;

	if (at != REC_NONE && is_json(r))
		byte = (size_t)(r->json.m[at].val.p - r->line.p) + 1;
	else if (at != REC_NONE && r->opt->in == FMT_TSV)
		byte = (size_t)(r->cells.cell[at].p - r->line.p) + 1;
	reject(r, byte, why);
}

void
rec_around(struct rec *r, void (*before)(void *), void (*after)(void *),
    void *arg)
{
	r->out.before = before;
	r->out.after = after;
	r->out.arg = arg;
}

int
rec_close(struct rec *r)
{
	int i, stop = r->stop;

	recout_head(r);
	out_close(&r->out);
	if (r->opt->reject != NULL)
		out_close(&r->rej);
	in_close(r->in);
	json_free(&r->json);
	tsv_free(&r->head);
	tsv_free(&r->cells);
	tsv_free(&r->cols);
	buf_free(&r->names);
	buf_free(&r->col_names);
	buf_free(&r->idnum);
	buf_free(&r->block);
	buf_free(&r->text);
	buf_free(&r->conll);
	buf_free(&r->items);
	free(r->item);
	free(r->word);
	for (i = 0; i < r->nslots; i++) {
		buf_free(&r->slot[i].key);
		buf_free(&r->slot[i].val);
		buf_free(&r->slot[i].dec);
	}
	free(r->owner);
	free(r);
	i = msg_status();
	return stop ? ST_FATAL : i;
}
