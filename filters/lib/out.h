#ifndef DHARA_OUT_H
#define DHARA_OUT_H

#include "buf.h"

/*
 * Buffered output that leaves at record ends only: at 64 KiB, at every one
 * (unbuffered), or when asked.  A write that fails ends the program: status
 * 3, silent if the reader has gone.
 */
struct out {
	struct buf	 b;
	int		 fd;
	int		 eager;		/* write at every record end */
	const char	*name;		/* for messages */
	void		(*before)(void *); /* around each write, or NULL */
	void		(*after)(void *);
	void		*arg;
};

#define OUT_FULL	((size_t)64 << 10)

void	out_init(struct out *, int fd, const char *name, int eager);
void	out_flush(struct out *);

/*
 * A part of a record that is there in full.  A large one is not copied: it
 * leaves at once, behind what is in o->b.
 */
#define OUT_LARGE	((size_t)1 << 20)

void	out_put(struct out *, struct str);

/* The end of a record whose bytes were put into o->b. */
static inline void
out_end(struct out *o)
{
	if (o->eager || o->b.n >= OUT_FULL)
		out_flush(o);
}

/* Flush, close, check; status 3 if that fails. */
void	out_close(struct out *);

#endif
