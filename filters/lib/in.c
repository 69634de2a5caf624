/*
 * Lines by read(2) into one buffer.  The buffer keeps what was read and not
 * yet given out; it grows only when one line does not fit, and shrinks back
 * after such a line.
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "in.h"
#include "mem.h"

/* 256 KiB stays in the second level cache with the output beside it. */
#define BLOCK	((size_t)256 << 10)

struct in {
	int		 fd;
	int		 own;		/* fd is ours to close */
	int		 waits;		/* not a regular file: poll first */
	int		 eof;
	int		 resting;	/* inside a line that was too long */
	int		 whole;		/* of a file that was: to its end */
	const char	*name;
	char		*p;
	size_t		 cap;
	size_t		 at;		/* first byte not given out */
	size_t		 end;		/* first byte not read */
	size_t		 lineno;
	struct str	 eol;
	void		(*idle)(void *);
	void		*idle_arg;
};

static int	more(struct in *);

struct in *
in_open(const char *path)
{
	struct in *in;
	struct stat st;
	int fd = STDIN_FILENO;

	if (path != NULL && strcmp(path, "-") != 0) {
		if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
			return NULL;
	} else
		path = NULL;
	if (fstat(fd, &st) == -1)
		return NULL;		/* standard input is closed */
	if (S_ISDIR(st.st_mode)) {
		if (path != NULL)
			close(fd);
		errno = EISDIR;
		return NULL;
	}
	in = mem_alloc(1, sizeof(*in));
	in->fd = fd;
	in->own = path != NULL;
	in->name = path == NULL ? "<stdin>" : path;
	in->waits = !S_ISREG(st.st_mode);
	in->cap = BLOCK;
	in->p = mem_alloc(in->cap, 1);
	return in;
}

void
in_close(struct in *in)
{
	if (in == NULL)
		return;
	if (in->own)
		close(in->fd);
	free(in->p);
	free(in);
}

const char *
in_name(const struct in *in)
{
	return in->name;
}

size_t
in_lineno(const struct in *in)
{
	return in->lineno;
}

struct str
in_eol(const struct in *in)
{
	return in->eol;
}

void
in_idle(struct in *in, void (*fn)(void *), void *arg)
{
	in->idle = fn;
	in->idle_arg = arg;
}

/* A mark before the first character says nothing in UTF-8 (RFC 3629, 6). */
static void
skip_bom(struct in *in)
{
	if (in->end - in->at >= 3 &&
	    memcmp(in->p + in->at, "\xef\xbb\xbf", 3) == 0)
		in->at += 3;
}

/* Make room behind `end': move the rest down, or grow up to the limit. */
static void
make_room(struct in *in)
{
	size_t held = in->end - in->at;

	if (in->at > 0) {
		memmove(in->p, in->p + in->at, held);
		in->at = 0;
		in->end = held;
	}
	if (in->cap > BLOCK && held < BLOCK / 2) {
		in->cap = BLOCK;
		in->p = mem_resize(in->p, in->cap, 1);
	} else if (in->cap - held < BLOCK / 2) {
		in->cap *= 2;
		in->p = mem_resize(in->p, in->cap, 1);
	}
}

/* Read once: 1 if there is more, 0 at the end, -1 and errno. */
static int
more(struct in *in)
{
	struct pollfd pfd = { .fd = in->fd, .events = POLLIN };
	ssize_t n;

	if (in->eof)
		return 0;
	make_room(in);
	if (in->waits && in->idle != NULL && poll(&pfd, 1, 0) != 1)
		in->idle(in->idle_arg);
	for (;;) {
		n = read(in->fd, in->p + in->end, in->cap - in->end);
		if (n >= 0)
			break;
		if (errno == EAGAIN) {		/* O_NONBLOCK was left on */
			(void)poll(&pfd, 1, -1);
			continue;
		}
		if (errno != EINTR)
			return -1;
	}
	if (n == 0) {
		in->eof = 1;
		return 0;
	}
	in->end += (size_t)n;
	return 1;
}

/* Give out [at, at + len) and step over it and the newline. */
static void
give(struct in *in, struct str *line, size_t len, size_t step)
{
	static const char crlf[] = "\r\n";

	line->p = in->p + in->at;
	line->n = len;
	in->eol = (struct str){ crlf + 1, step - len };
	if (step > len && len > 0 && line->p[len - 1] == '\r') {
		line->n--;
		in->eol = (struct str){ crlf, 2 };
	}
	in->at += step;
}

/* The mark of a file that is read for the first time; it may come in parts. */
static int
first_bytes(struct in *in)
{
	int r;

	while (in->end < 3 && (in->end == 0 ||
	    memcmp(in->p, "\xef\xbb\xbf", in->end) == 0))
		if ((r = more(in)) != 1) {
			if (r == -1)
				return -1;
			break;
		}
	skip_bom(in);
	return 0;
}

int
in_line(struct in *in, struct str *line)
{
	size_t seen = 0, held;
	struct str rest;
	char *nl;
	int r;

	while (in->resting)
		if ((r = in_rest(in, &rest)) == IN_ERROR)
			return IN_ERROR;
	if (in->lineno == 0 && in->end == 0 && first_bytes(in) == -1)
		return IN_ERROR;
	in->lineno++;
	for (;;) {
		held = in->end - in->at;
		nl = held > seen ?
		    memchr(in->p + in->at + seen, '\n', held - seen) : NULL;
		if (nl != NULL) {
			seen = (size_t)(nl - (in->p + in->at));
			if (seen <= IN_LINE_MAX) {
				give(in, line, seen, seen + 1);
				return IN_LINE;
			}
			held = seen;
		}
		if (held > IN_LINE_MAX) {
			in->resting = 1;
			give(in, line, IN_LINE_MAX, IN_LINE_MAX);
			return IN_LONG;
		}
		seen = held;
		if ((r = more(in)) == -1)
			return IN_ERROR;
		if (r == 0)
			break;
	}
	if (held == 0) {
		in->lineno--;
		return IN_END;
	}
	give(in, line, held, held);
	return IN_LINE;
}

int
in_rest(struct in *in, struct str *part)
{
	size_t held;
	char *nl;
	int r;

	if (!in->resting)
		return IN_END;
	if (in->at == in->end && (r = more(in)) != 1) {
		in->resting = 0;
		return r == -1 ? IN_ERROR : IN_END;
	}
	held = in->end - in->at;
	if (!in->whole &&
	    (nl = memchr(in->p + in->at, '\n', held)) != NULL) {
		held = (size_t)(nl - (in->p + in->at)) + 1;
		in->resting = 0;
	}
	*part = (struct str){ in->p + in->at, held };
	in->at += held;
	return IN_LINE;
}

int
in_whole(struct in *in, struct str *text)
{
	int r;

	if (in->lineno > 0)
		return IN_END;
	in->lineno = 1;
	in->whole = 1;
	while ((r = more(in)) == 1)
		if (in->end > IN_LINE_MAX + 3) {
			in->resting = 1;
			break;
		}
	if (r == -1)
		return IN_ERROR;
	skip_bom(in);
	in->eol = (struct str){ "", 0 };
	*text = (struct str){ in->p + in->at, in->end - in->at };
	in->at = in->end;
	return r == 1 ? IN_LONG : IN_LINE;
}
