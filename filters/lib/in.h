#ifndef DHARA_IN_H
#define DHARA_IN_H

#include "buf.h"

/*
 * Lines of a file.  A line is any length up to IN_LINE_MAX bytes; the last
 * newline is optional; a byte order mark at the start of the file and a CR
 * before the newline are left out.  NUL is a byte like any other.
 */
#define IN_LINE_MAX	((size_t)64 << 20)

enum {
	IN_ERROR = -1,		/* read error, errno set */
	IN_END,
	IN_LINE,
	IN_LONG			/* longer than IN_LINE_MAX: the first part */
};

struct in;

/* path NULL or "-" is standard input.  NULL and errno if it cannot open. */
struct in *in_open(const char *path);
void	in_close(struct in *);

/*
 * The next line, without its end; the slice lives until the next call.
 * After IN_LONG, in_rest gives the rest of the same line piece by piece
 * (IN_LINE) until IN_END.
 */
int	in_line(struct in *, struct str *);
int	in_rest(struct in *, struct str *);

/* All of the file at once, to IN_LINE_MAX; IN_LINE or as above. */
int	in_whole(struct in *, struct str *);

const char *in_name(const struct in *);		/* "<stdin>" for that */
size_t	in_lineno(const struct in *);		/* of the last line, from 1 */

/* The ending that in_line left out: "\n", "\r\n" or "". */
struct str in_eol(const struct in *);

/* Called before a read that would have to wait. */
void	in_idle(struct in *, void (*)(void *), void *);

#endif
