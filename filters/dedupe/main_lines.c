/*
 * dedupe -M, -P and -R: lines out, lines in.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "in.h"
#include "lines.h"
#include "main.h"
#include "msg.h"
#include "out.h"
#include "sandbox.h"

static struct out out;
static struct sketch_set scratch;

void
main_map_open(const struct opt *opt, const struct plan *plan)
{
	out_init(&out, STDOUT_FILENO, "<stdout>", opt->eager);
	lines_settings(&out.b, plan);
}

void
main_map(const struct plan *plan, struct print *f, uint64_t seq,
    struct str id)
{
	if (f != NULL)
		f->n = sketch_once(&scratch, f->set, f->n);
	lines_record(&out.b, plan, f, seq, id);
	out_end(&out);
}

void
main_map_end(void)
{
	out_flush(&out);
	buf_free(&out.b);
	sketch_set_free(&scratch);
}

/* Half an input would give a wrong answer, not half of one: what cannot be
 * read is the end. */
static void
reduce_file(struct reduce *r, const char *path)
{
	struct in *in = in_open(path);
	struct str line;
	const char *why;
	int got;

	if (in == NULL)
		msg_die("%s: %s", path == NULL ? "<stdin>" : path,
		    strerror(errno));
	while ((got = in_line(in, &line)) == IN_LINE) {
		if ((why = reduce_line(r, line, &out.b)) != NULL)
			msg_die("%s:%zu: %s", in_name(in), in_lineno(in), why);
		out_end(&out);
	}
	if (got == IN_LONG)
		msg_die("%s:%zu: line is longer than 64 MiB", in_name(in),
		    in_lineno(in));
	if (got == IN_ERROR)
		msg_die("%s: %s", in_name(in), strerror(errno));
	in_close(in);
}

static void
summary(const struct reduce *r, enum reduce_to to)
{
	struct reduce_sum s;

	reduce_sum(r, &s);
	if (to != REDUCE_CANDIDATES)
		msg_note("%zu records, %zu duplicates (%zu exact, %zu near)",
		    s.records, s.exact + s.near, s.exact, s.near);
	msg_note("%zu candidates, %zu bytes of memory, %llu of disk",
	    s.pairs, s.memory, (unsigned long long)s.disk);
}

int
main_reduce(const struct opt *opt, const struct plan *plan, enum reduce_to to,
    int verbose, char *const operands[])
{
	struct reduce *r = reduce_new(plan, to);
	const char *why;

	out_init(&out, STDOUT_FILENO, "<stdout>", opt->eager);
	sandbox_enter(*operands == NULL ? SANDBOX_STDIO : SANDBOX_READ);
	do
		reduce_file(r, *operands);
	while (*operands != NULL && *++operands != NULL);
	if ((why = reduce_end(r)) != NULL)
		msg_die("%s", why);
	out_close(&out);
	if (verbose)
		summary(r, to);
	reduce_free(r);
	return msg_status();
}
