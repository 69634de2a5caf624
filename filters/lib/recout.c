/*
 * Records: writing one.  Same format in and out means the same bytes, but for
 * the members that were set.
 */
#include <string.h>

#include "mem.h"
#include "msg.h"
#include "rec.h"
#include "rec_priv.h"

/* More would be looked up one by one for too long. */
#define COLUMNS	1024

/* "name": */
static void
put_key(struct buf *b, struct str name)
{
	json_encode(b, name);
	buf_putc(b, ':');
}

/* The slot that sets member i, or NULL. */
static const struct rec_slot *
setter(const struct rec *r, size_t i)
{
	const struct rec_slot *s;

	if (r->owner[i] == 0)
		return NULL;
	s = &r->slot[r->owner[i] - 1];
	return s->set ? s : NULL;
}

/* As buf_put; most keys and values are short, and a copy of known length
 * needs no call. */
static inline void
put_short(struct buf *b, const struct buf *v)
{
	if (v->n > 32 || v->cap < 32) {
		buf_str(b, buf_slice(v));
		return;
	}
	memcpy(buf_reserve(b, 32), v->p, 32);
	b->n += v->n;
}

/* Members that the input does not have. */
static void
put_added(struct rec *r, struct buf *b, int comma)
{
	const struct rec_slot *s;
	int i;

	for (i = 0; i < r->nslots; i++) {
		s = &r->slot[i];
		if (!s->set || s->at != REC_NONE)
			continue;
		if (comma)
			put_short(b, &s->key);
		else
			buf_put(b, s->key.p + 1, s->key.n - 1);
		comma = 1;
		if (s->val.n >= OUT_LARGE)
			out_put(&r->out, buf_slice(&s->val));
		else
			put_short(b, &s->val);
	}
}

/* JSON in, JSON out: copy the line around what is set. */
static void
json_to_json(struct rec *r, struct buf *b)
{
	const char *from = r->line.p, *end = r->line.p + r->line.n;
	const struct rec_slot *s;
	struct str v;
	size_t i;

	for (i = 0; r->nset > 0 && i < r->n; i++) {
		if ((s = setter(r, i)) == NULL)
			continue;
		v = r->json.m[i].val;
		out_put(&r->out, (struct str){ from, (size_t)(v.p - from) });
		out_put(&r->out, buf_slice(&s->val));
		from = v.p + v.n;
	}
	if (r->nset > 0) {
		/* Right behind the last value, or after the bracket. */
		const char *last = r->line.p + r->json.open;

		if (r->n > 0) {
			v = r->json.m[r->n - 1].val;
			last = v.p + v.n;
		}
		out_put(&r->out, (struct str){ from, (size_t)(last - from) });
		put_added(r, b, r->n > 0);
		from = last;
	}
	out_put(&r->out, (struct str){ from, (size_t)(end - from) });
	buf_putc(b, '\n');
}

/* The input has no JSON: every member is a string. */
static void
cells_to_json(struct rec *r, struct buf *b)
{
	static struct buf cell;
	const struct rec_slot *s;
	struct str v;
	size_t i, k;

	buf_putc(b, '{');
	for (k = 0; k < r->n; k++) {
		/* A file's id stands before its text. */
		i = r->opt->in == FMT_FILE ? r->n - 1 - k : k;
		if (k > 0)
			buf_putc(b, ',');
		put_key(b, rec_member_name(r, i));
		if ((s = setter(r, i)) != NULL)
			buf_str(b, buf_slice(&s->val));
		else if (r->opt->in == FMT_TSV) {
			buf_clear(&cell);
			tsv_decode(&cell, r->cells.cell[i]);
			json_encode(b, buf_slice(&cell));
		} else {
			v = i == 0 ? r->line : r->stem;
			json_encode(b, v);
		}
	}
	put_added(r, b, r->n > 0);
	buf_put(b, "}\n", 2);
}

/* A value in a cell: a string's meaning, else the JSON; null is empty. */
static void
put_cell(struct buf *b, struct str json, int plain)
{
	static struct buf meaning;

	if (json.n > 0 && *json.p == '"') {
		buf_clear(&meaning);
		if (plain)
			buf_put(&meaning, json.p + 1, json.n - 2);
		else
			json_decode(&meaning, json);
		tsv_encode(b, buf_slice(&meaning));
	} else if (json.n > 0 && *json.p != 'n')
		tsv_encode(b, json);
}

static void
put_member(struct rec *r, struct buf *b, size_t i)
{
	const struct rec_slot *s;

	if ((s = setter(r, i)) != NULL)
		put_cell(b, buf_slice(&s->val), 0);
	else if (r->opt->in == FMT_NDJSON)
		put_cell(b, r->json.m[i].val, !r->json.m[i].val_esc);
	else if (r->opt->in == FMT_TSV)
		buf_str(b, r->cells.cell[i]);
	else
		tsv_encode(b, i == 0 ? r->line : r->stem);
}

/* Is member i of this record called so? */
static int
named(const struct rec *r, size_t i, struct str name)
{
	if (r->opt->in == FMT_NDJSON)
		return json_named(&r->json.m[i], name);
	return str_eq(rec_member_name(r, i), name);
}

static void
add_column(struct rec *r, struct str name)
{
	struct tsv *t = &r->cols;
	size_t i, at = r->col_names.n;

	for (i = 0; i < t->n; i++)
		if (str_eq(name, (struct str){ r->col_names.p +
		    (size_t)(uintptr_t)t->cell[i].p, t->cell[i].n }))
			return;
	buf_str(&r->col_names, name);
	t->cell = mem_grow(t->cell, &t->cap, t->n + 1, sizeof(*t->cell));
	/* An offset until all names are in: the buffer may move. */
	t->cell[t->n++] = (struct str){ (const char *)(uintptr_t)at, name.n };
}

/* -c, or else the members of the first record that is written. */
static void
make_columns(struct rec *r)
{
	struct buf name = { 0 };
	const char *p, *q;
	size_t i;
	int k;

	if ((p = r->opt->columns) != NULL)
		for (;; p = q + 1) {
			q = p + strcspn(p, ",");
			add_column(r, (struct str){ p, (size_t)(q - p) });
			if (*q == '\0')
				break;
		}
	else {
		for (i = 0; i < r->n; i++) {
			struct str key = rec_member_name(r, i);

			buf_clear(&name);
			if (r->opt->in == FMT_NDJSON) {
				json_decode(&name,
				    (struct str){ key.p - 1, key.n + 2 });
				key = buf_slice(&name);
			}
			add_column(r, key);
		}
		for (k = 0; k < r->nslots; k++)
			if (r->slot[k].set && r->slot[k].at == REC_NONE)
				add_column(r, r->slot[k].name);
	}
	for (i = 0; i < r->cols.n; i++)
		r->cols.cell[i].p = r->col_names.p +
		    (size_t)(uintptr_t)r->cols.cell[i].p;
	buf_free(&name);
	r->have_cols = 1;
}

/* The header of the table goes out before the first record; with -c also
 * when there is none. */
void
recout_head(struct rec *r)
{
	size_t i;

	if (r->opt->out != FMT_TSV || r->head_done ||
	    (!r->have_cols && r->opt->columns == NULL))
		return;
	if (!r->have_cols)
		make_columns(r);
	for (i = 0; i < r->cols.n; i++) {
		if (i > 0)
			buf_putc(&r->out.b, '\t');
		tsv_encode(&r->out.b, r->cols.cell[i]);
	}
	buf_putc(&r->out.b, '\n');
	r->head_done = 1;
}

/* Does every member have a column?  With -c the user chose. */
static int
fits(const struct rec *r)
{
	size_t i, c;
	int k;

	if (r->opt->columns != NULL)
		return 1;
	for (i = 0; i < r->n; i++) {
		for (c = 0; c < r->cols.n; c++)
			if (named(r, i, r->cols.cell[c]))
				break;
		if (c == r->cols.n)
			return 0;
	}
	for (k = 0; k < r->nslots; k++) {
		if (!r->slot[k].set || r->slot[k].at != REC_NONE)
			continue;
		for (c = 0; c < r->cols.n; c++)
			if (str_eq(r->slot[k].name, r->cols.cell[c]))
				break;
		if (c == r->cols.n)
			return 0;
	}
	return 1;
}

static void
put_column(struct rec *r, struct buf *b, struct str name)
{
	size_t i;
	int k;

	for (k = 0; k < r->nslots; k++)
		if (r->slot[k].set && str_eq(r->slot[k].name, name)) {
			put_cell(b, buf_slice(&r->slot[k].val), 0);
			return;
		}
	for (i = r->n; i-- > 0;)		/* the last one counts */
		if (named(r, i, name)) {
			put_member(r, b, i);
			return;
		}
}

static void
to_tsv(struct rec *r, struct buf *b)
{
	size_t c;

	if (r->n > COLUMNS && r->opt->columns == NULL) {
		rec_bad(r, "too many members for a table: use -c");
		return;
	}
	if (!r->have_cols)
		make_columns(r);
	recout_head(r);
	if (!fits(r)) {
		rec_bad(r, "a member has no column in the table: use -c");
		return;
	}
	for (c = 0; c < r->cols.n; c++) {
		if (c > 0)
			buf_putc(b, '\t');
		put_column(r, b, r->cols.cell[c]);
	}
	buf_putc(b, '\n');
}

static void
to_text(struct rec *r, struct buf *b)
{
	const struct rec_slot *s = &r->slot[r->field];
	struct str v;

	if (s->set && s->val.n > 0 && *s->val.p == '"')
		json_decode(b, buf_slice(&s->val));
	else if (rec_text(r, &v))
		buf_str(b, v);
	else
		return;
	buf_putc(b, '\n');
}

static void
to_conll(struct rec *r, struct buf *b)
{
	if (r->conll.n == 0)
		return;
	buf_str(b, buf_slice(&r->conll));
	buf_putc(b, '\n');
	buf_clear(&r->conll);
}

void
rec_write(struct rec *r)
{
	struct buf *b = &r->out.b;

	if (r->bad)
		return;
	if (r->opt->out == FMT_TSV)
		to_tsv(r, b);
	else if (r->opt->out == FMT_TEXT)
		to_text(r, b);
	else if (r->opt->out == FMT_CONLL)
		to_conll(r, b);
	else if (r->opt->in == FMT_NDJSON)
		json_to_json(r, b);
	else
		cells_to_json(r, b);
	out_end(&r->out);
}
