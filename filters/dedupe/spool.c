/*
 * The spool.  Files are appended to through a buffer and read with pread(2);
 * what is still in the buffer is read there.  Layer 5: it does I/O, and
 * belongs to dedupe alone.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "msg.h"
#include "spool.h"

#define BLOCK	((size_t)256 << 10)
#define UNIT	16		/* offsets count these: 64 GiB in 32 bits */

struct file {
	int		 fd;
	uint64_t	 base;		/* written so far */
	struct buf	 b;		/* not yet */
};

struct spool {
	struct file	 data;
	struct file	 keys;
	uint32_t	*at;		/* in data, in units */
	size_t		 cap;
	uint32_t	 n;
	size_t		 width;		/* bytes of one record's keys */
	struct buf	 got;
	struct buf	 block;		/* of keys, read ahead */
	uint32_t	 first;		/* its records */
	uint32_t	 end;
};

struct head {
	uint32_t	 n;
	uint32_t	 id;
};

static void
file_open(struct file *f)
{
	const char *dir = getenv("TMPDIR");
	struct buf path = { 0 };

	buf_cstr(&path, dir != NULL && *dir != '\0' ? dir : "/tmp");
	buf_put(&path, "/dedupe.XXXXXXXXXX", 19);
	if ((f->fd = mkstemp(path.p)) == -1)
		msg_die("%s: %s", path.p, strerror(errno));
	if (unlink(path.p) == -1)
		msg_die("%s: %s", path.p, strerror(errno));
	buf_free(&path);
}

struct spool *
spool_open(unsigned int bands)
{
	struct spool *s = mem_alloc(1, sizeof(*s));

	s->width = bands * sizeof(uint64_t);
	file_open(&s->data);
	file_open(&s->keys);
	return s;
}

void
spool_close(struct spool *s)
{
	if (s == NULL)
		return;
	close(s->data.fd);
	close(s->keys.fd);
	buf_free(&s->data.b);
	buf_free(&s->keys.b);
	buf_free(&s->got);
	buf_free(&s->block);
	free(s->at);
	free(s);
}

static void
flush(struct file *f)
{
	const char *p = f->b.p;
	size_t left = f->b.n;
	ssize_t n;

	while (left > 0) {
		if ((n = write(f->fd, p, left)) >= 0) {
			p += n;
			left -= (size_t)n;
			f->base += (uint64_t)n;
		} else if (errno != EINTR)
			msg_die("spool in $TMPDIR: %s", strerror(errno));
	}
	buf_clear(&f->b);
	if (f->b.cap > 16 * BLOCK)
		buf_free(&f->b);
}

/* Read n bytes at an offset, from the file or from what is to go there. */
static void
get(struct file *f, uint64_t off, char *p, size_t n)
{
	ssize_t r;

	if (off >= f->base) {
		memcpy(p, f->b.p + (off - f->base), n);
		return;
	}
	if (off + n > f->base)
		flush(f);
	while (n > 0) {
		r = pread(f->fd, p, n, (off_t)off);
		if (r == 0 || (r == -1 && errno != EINTR))
			msg_die("spool in $TMPDIR: %s",
			    r == 0 ? "cut short" : strerror(errno));
		if (r > 0) {
			p += r;
			n -= (size_t)r;
			off += (uint64_t)r;
		}
	}
}

void
spool_add(struct spool *s, const uint32_t *set, size_t n, struct str id,
    const uint64_t *key)
{
	static const char zero[UNIT];
	struct head h = { (uint32_t)n, (uint32_t)id.n };
	struct file *f = &s->data;

	if ((f->base + f->b.n) / UNIT > UINT32_MAX)
		msg_die("spool is over 64 GiB");
	if (s->n == s->cap) {
		s->cap += s->cap / 16 + 1024;
		s->at = mem_resize(s->at, s->cap, sizeof(*s->at));
	}
	s->at[s->n++] = (uint32_t)((f->base + f->b.n) / UNIT);
	buf_put(&f->b, (const char *)&h, sizeof(h));
	buf_put(&f->b, (const char *)set, n * sizeof(*set));
	buf_str(&f->b, id);
	buf_put(&f->b, zero, -(f->base + f->b.n) % UNIT);
	if (f->b.n >= BLOCK)
		flush(f);
	buf_put(&s->keys.b, (const char *)key, s->width);
	if (s->keys.b.n >= BLOCK)
		flush(&s->keys);
}

void
spool_get(struct spool *s, uint32_t rec, const uint32_t **set, size_t *n,
    struct str *id)
{
	uint64_t off = (uint64_t)s->at[rec] * UNIT, end;
	struct head h;
	size_t size;
	char *p;

	end = rec + 1 < s->n ? (uint64_t)s->at[rec + 1] * UNIT :
	    s->data.base + s->data.b.n;
	buf_clear(&s->got);
	p = buf_reserve(&s->got, (size_t)(end - off));
	get(&s->data, off, p, (size_t)(end - off));
	memcpy(&h, p, sizeof(h));
	p += sizeof(h);
	size = h.n * sizeof(**set);
	*set = (const uint32_t *)(const void *)p;
	*n = h.n;
	*id = (struct str){ p + size, h.id };
}

const uint64_t *
spool_keys(struct spool *s, uint32_t rec)
{
	size_t n;

	if (rec < s->first || rec >= s->end) {
		s->first = rec;
		s->end = rec + (uint32_t)(BLOCK / s->width);
		if (s->end > s->n)
			s->end = s->n;
		n = (s->end - rec) * s->width;
		buf_clear(&s->block);
		flush(&s->keys);
		get(&s->keys, rec * s->width, buf_reserve(&s->block, n), n);
	}
	return (const uint64_t *)(const void *)
	    (s->block.p + (rec - s->first) * s->width);
}

size_t
spool_bytes(const struct spool *s)
{
	return s->cap * sizeof(*s->at);
}
