/*
 * Messages and the exit status.  Bad records are counted here so that every
 * filter reports them alike: the first 20 in full, then a total.
 */
#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "msg.h"

#define SHOWN	20

static void	say(const char *, va_list)
		    __attribute__((format(printf, 1, 0)));

static size_t	nbad;
static int	worst = ST_OK;

void
msg_init(const char *argv0)
{
	setprogname(argv0);
}

/*
 * One message, one write: filters of a pipeline share standard error, and
 * lines of theirs must not mix.
 */
static void
say(const char *fmt, va_list ap)
{
	char line[1024];
	int n, m;

	n = snprintf(line, sizeof(line), "%s: ", getprogname());
	if (n < 0 || (size_t)n >= sizeof(line))
		return;
	m = vsnprintf(line + n, sizeof(line) - (size_t)n, fmt, ap);
	if (m < 0)
		return;
	n += m;
	if ((size_t)n > sizeof(line) - 2)
		n = sizeof(line) - 2;
	line[n++] = '\n';
	(void)fwrite(line, 1, (size_t)n, stderr);
	(void)fflush(stderr);
}

void
msg_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
msg_bad(const char *file, size_t line, size_t byte, const char *why)
{
	worst = ST_SOME;
	if (nbad++ < SHOWN)
		msg_note("%s:%zu:%zu: %s", file, line, byte, why);
}

void
msg_file(const char *file, int err)
{
	worst = ST_SOME;
	msg_note("%s: %s", file, strerror(err));
}

size_t
msg_bad_count(void)
{
	return nbad;
}

int
msg_status(void)
{
	if (nbad > SHOWN)
		msg_note("%zu bad records, %d shown", nbad, SHOWN);
	return worst;
}

void
msg_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	exit(ST_FATAL);
}

void
msg_usage(const char *usage, const char *fmt, ...)
{
	va_list ap;

	if (fmt != NULL) {
		va_start(ap, fmt);
		say(fmt, ap);
		va_end(ap);
	}
	fprintf(stderr, "usage: %s\n", usage);
	exit(ST_USAGE);
}

void
msg_print(const char *text)
{
	if (fputs(text, stdout) == EOF || fclose(stdout) == EOF)
		err(ST_FATAL, "<stdout>");
	exit(ST_OK);
}

void
msg_gone(void)
{
	exit(ST_FATAL);
}
