/*
 * The options that all filters share.  A filter's loop sees only its own
 * letters; the shared ones are taken in here, so that they cannot differ.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "mem.h"
#include "msg.h"
#include "opt.h"

#define SHARED	"bc:f:hi:o:r:suV"

struct format {
	const char	*name;
	enum opt_format	 fmt;
	int		 reads;
	int		 writes;
};

static const struct format formats[] = {
	{ "conll",	FMT_CONLL,	1, 1 },
	{ "file",	FMT_FILE,	1, 0 },
	{ "lines",	FMT_LINES,	1, 0 },
	{ "ndjson",	FMT_NDJSON,	1, 1 },
	{ "text",	FMT_TEXT,	0, 1 },
	{ "tsv",	FMT_TSV,	1, 1 }
};

/*
 * A file opened later must not land on a standard descriptor that our parent
 * has closed: messages would go into it.
 */
static void
guard_descriptors(void)
{
	int fd;

	if (fcntl(STDOUT_FILENO, F_GETFD) == -1)
		msg_die("<stdout>: %s", strerror(errno));
	/* Write-only, so that reading standard input still fails. */
	if (fcntl(STDIN_FILENO, F_GETFD) == -1)
		(void)open("/dev/null", O_WRONLY);
	if (fcntl(STDERR_FILENO, F_GETFD) == -1)
		do
			fd = open("/dev/null", O_WRONLY);
		while (fd != -1 && fd < STDERR_FILENO);
}

void
opt_init(struct opt *o, const char *argv0, const char *usage)
{
	msg_init(argv0);
	guard_descriptors();
	memset(o, 0, sizeof(*o));
	o->usage = usage;
	o->field = "text";
	o->in = o->out = FMT_NDJSON;
}

static enum opt_format
format(const struct opt *o, int ch, const char *name)
{
	const struct format *f;
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		f = &formats[i];
		if (strcmp(f->name, name) == 0 &&
		    (ch == 'i' ? f->reads : f->writes) &&
		    (f->fmt != FMT_CONLL || o->conll))
			return f->fmt;
	}
	msg_usage(o->usage, "-%c: unknown format: %s", ch, name);
}

static void
version(const struct opt *o)
{
	struct buf b = { 0 };

	buf_cstr(&b, getprogname());
	buf_cstr(&b, " (dhara) " VERSION);
	if (o->libs != NULL) {
		buf_cstr(&b, ", ");
		buf_cstr(&b, o->libs);
	}
	buf_put(&b, "\n", 2);			/* and the NUL */
	msg_print(b.p);
}

static void
help(const struct opt *o)
{
	struct buf b = { 0 };

	buf_cstr(&b, "usage: ");
	buf_cstr(&b, o->usage);
	buf_put(&b, "\n", 2);
	msg_print(b.p);
}

/* Is it one of the shared options?  Then it is taken in. */
static int
shared(struct opt *o, int ch)
{
	if (o->alone && strchr("hV", ch) == NULL)
		return 0;
	switch (ch) {
	case 'b':
		o->bytes = 1;
		return 1;
	case 'c':
		o->columns = optarg;
		return 1;
	case 'f':
		o->field = optarg;
		return 1;
	case 'h':
		help(o);
		return 1;
	case 'i':
		o->in = format(o, ch, optarg);
		return 1;
	case 'o':
		o->out = format(o, ch, optarg);
		return 1;
	case 'r':
		o->reject = optarg;
		return 1;
	case 's':
		o->strict = 1;
		return 1;
	case 'u':
		o->eager = 1;
		return 1;
	case 'V':
		version(o);
		return 1;
	default:
		return 0;
	}
}

int
opt_next(struct opt *o, int argc, char *argv[], const char *letters)
{
	static const struct option words[] = {
		{ "help",	no_argument,	NULL, 'h' },
		{ "version",	no_argument,	NULL, 'V' },
		{ NULL,		0,		NULL, 0 }
	};
	struct buf all = { 0 };
	int ch;

	buf_putc(&all, '+');		/* stop at the first operand */
	buf_cstr(&all, o->alone ? "hV" : SHARED);
	buf_put(&all, letters, strlen(letters) + 1);
	do
		ch = getopt_long(argc, argv, all.p, words, NULL);
	while (ch != -1 && ch != '?' && shared(o, ch));
	buf_free(&all);
	if (ch == '?')
		msg_usage(o->usage, NULL);	/* getopt said why */
	if (ch == -1 && o->columns != NULL && o->out != FMT_TSV)
		msg_usage(o->usage, "-c needs -o tsv");
	if (ch == -1 && o->columns != NULL && (*o->columns == '\0' ||
	    *o->columns == ',' || strstr(o->columns, ",,") != NULL ||
	    o->columns[strlen(o->columns) - 1] == ','))
		msg_usage(o->usage, "-c: empty name");
	if (ch == -1 && *o->field == '\0')
		msg_usage(o->usage, "-f: empty name");
	return ch;
}

long long
opt_number(const struct opt *o, int ch, const char *arg, long long lo,
    long long hi)
{
	const char *why;
	long long n;

	n = strtonum(arg, lo, hi, &why);
	if (why != NULL)
		msg_usage(o->usage, "-%c: value is %s: %s", ch, why, arg);
	return n;
}

double
opt_real(const struct opt *o, int ch, const char *arg, double lo, double hi)
{
	char *end;
	double v;

	errno = 0;
	v = strtod(arg, &end);
	if (end == arg || *end != '\0' || errno != 0 || !isfinite(v))
		msg_usage(o->usage, "-%c: value is invalid: %s", ch, arg);
	if (v < lo)
		msg_usage(o->usage, "-%c: value is too small: %s", ch, arg);
	if (v > hi)
		msg_usage(o->usage, "-%c: value is too large: %s", ch, arg);
	return v;
}
