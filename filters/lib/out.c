/*
 * Output.  A record is in the buffer whole before any of it is written, so a
 * reader never sees a part of one unless the machine fails.
 */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "msg.h"
#include "out.h"

void
out_init(struct out *o, int fd, const char *name, int eager)
{
	memset(o, 0, sizeof(*o));
	o->fd = fd;
	o->name = name;
	o->eager = eager;
}

static void
write_all(const struct out *o, const char *p, size_t left)
{
	struct pollfd pfd = { .fd = o->fd, .events = POLLOUT };
	ssize_t n;

	while (left > 0) {
		if ((n = write(o->fd, p, left)) >= 0) {
			p += n;
			left -= (size_t)n;
		} else if (errno == EAGAIN)	/* O_NONBLOCK was left on */
			(void)poll(&pfd, 1, -1);
		else if (errno == EPIPE)
			msg_gone();	/* our parent ignores SIGPIPE */
		else if (errno != EINTR)
			msg_die("%s: %s", o->name, strerror(errno));
	}
}

void
out_flush(struct out *o)
{
	if (o->b.n == 0)
		return;
	if (o->before != NULL)
		o->before(o->arg);
	write_all(o, o->b.p, o->b.n);
	if (o->after != NULL)
		o->after(o->arg);
	buf_clear(&o->b);
	if (o->b.cap > 16 * OUT_FULL)
		buf_free(&o->b);	/* one huge record does not stay */
}

void
out_put(struct out *o, struct str s)
{
	if (s.n < OUT_LARGE || o->before != NULL) {
		buf_str(&o->b, s);
		return;
	}
	out_flush(o);
	write_all(o, s.p, s.n);
}

void
out_close(struct out *o)
{
	out_flush(o);
	if (close(o->fd) == -1 && errno != EINTR)
		msg_die("%s: %s", o->name, strerror(errno));
	buf_free(&o->b);
}
