/*
 * Files that grow at one end and are freed at the other.  Layer 5: it does
 * I/O, and belongs to dedupe alone.
 */
#if defined(__linux__)
#define _GNU_SOURCE		/* fallocate */
#endif
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "disk.h"
#include "msg.h"

#define BLOCK	((size_t)256 << 10)	/* written at once */
#define TAIL	((size_t)4 << 20)	/* kept in memory at most, and a half */
#define HOLE	((uint64_t)1 << 20)	/* given back at once */

void
disk_temp(struct disk *d)
{
	const char *dir = getenv("TMPDIR");
	struct buf path = { 0 };

	memset(d, 0, sizeof(*d));
	d->name = "spool in $TMPDIR";
	buf_cstr(&path, dir != NULL && *dir != '\0' ? dir : "/tmp");
	buf_put(&path, "/dedupe.XXXXXXXXXX", 19);
	if ((d->fd = mkstemp(path.p)) == -1)
		msg_die("%s: %s", path.p, strerror(errno));
	if (unlink(path.p) == -1)
		msg_die("%s: %s", path.p, strerror(errno));
	buf_free(&path);
}

void
disk_use(struct disk *d, int fd, const char *name, uint64_t size)
{
	memset(d, 0, sizeof(*d));
	d->fd = fd;
	d->name = name;
	d->end = d->written = size;
}

void
disk_close(struct disk *d)
{
	close(d->fd);
	buf_free(&d->tail);
	buf_free(&d->got);
}

void
disk_flush(struct disk *d)
{
	size_t left = (size_t)(d->end - d->written), keep;
	const char *p = d->tail.p + (d->tail.n - left);
	ssize_t n;

	while (left > 0) {
		n = pwrite(d->fd, p, left, (off_t)d->written);
		if (n >= 0) {
			p += n;
			left -= (size_t)n;
			d->written += (uint64_t)n;
		} else if (errno != EINTR)
			msg_die("%s: %s", d->name, strerror(errno));
	}
	if (d->tail.n <= TAIL + TAIL / 2)
		return;
	keep = TAIL / 2;
	if (d->tail.cap > 4 * TAIL) {
		buf_free(&d->tail);	/* one huge entry does not stay */
		return;
	}
	memmove(d->tail.p, d->tail.p + (d->tail.n - keep), keep);
	d->tail.n = keep;
}

void
disk_put(struct disk *d, const void *p, size_t n)
{
	buf_put(&d->tail, p, n);
	d->end += n;
	if (d->end - d->written >= BLOCK)
		disk_flush(d);
}

static void
read_at(struct disk *d, char *p, uint64_t off, size_t n)
{
	ssize_t r;

	while (n > 0) {
		r = pread(d->fd, p, n, (off_t)off);
		if (r == 0 || (r == -1 && errno != EINTR))
			msg_die("%s: %s", d->name,
			    r == 0 ? "cut short" : strerror(errno));
		if (r > 0) {
			p += r;
			n -= (size_t)r;
			off += (uint64_t)r;
		}
	}
}

const char *
disk_get(struct disk *d, uint64_t off, size_t n)
{
	if (off >= d->end - d->tail.n)
		return d->tail.p + (off - (d->end - d->tail.n));
	if (off + n > d->written)
		disk_flush(d);
	buf_clear(&d->got);
	read_at(d, buf_reserve(&d->got, n), off, n);
	return d->got.p;
}

int
disk_due(const struct disk *d, uint64_t off)
{
	return off >= d->freed + HOLE;
}

void
disk_forget(struct disk *d, uint64_t off)
{
	d->start = off;
	if (off > d->written)
		off = d->written;
	if (!disk_due(d, off))
		return;
#if defined(FALLOC_FL_PUNCH_HOLE)
	/* A refusal costs room, nothing else. */
	(void)fallocate(d->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
	    (off_t)d->freed, (off_t)(off - d->freed));
#endif
	d->freed = off;
}

uint64_t
disk_room(const struct disk *d)
{
	struct stat st;

	return fstat(d->fd, &st) == -1 ? 0 : (uint64_t)st.st_blocks * 512;
}
