/*
 * The state file.  Layer 5, as disk.c.
 */
#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fold.h"
#include "hash.h"
#include "mem.h"
#include "msg.h"
#include "state.h"

#define HEAD	128		/* where entries start */
#define BLOCK	((size_t)1 << 20)

struct fixed {
	char		 magic[8];
	uint32_t	 order;		/* of bytes: 0x01020304 */
	uint32_t	 version;
	uint32_t	 fold;		/* FOLD_VERSION */
	uint32_t	 by;		/* enum plan_by */
	uint32_t	 gram;
	uint32_t	 threshold;	/* millionths */
	uint32_t	 keys;
	uint32_t	 rows;
	uint32_t	 spare[5];
	uint32_t	 crc;
};

struct slot {
	uint64_t	 start;
	uint32_t	 turn;
	uint32_t	 spare[4];
	uint32_t	 crc;
};

struct head {
	struct fixed	 fixed;
	struct slot	 slot[2];
};

_Static_assert(sizeof(struct head) == HEAD, "the head has no holes");

/* Bytes of the file as it is, for checking. */
struct look {
	const char	*path;
	int		 fd;
	uint64_t	 size;
	uint64_t	 at;
	struct buf	 b;
};

static _Noreturn void
fail(const char *path)
{
	msg_die("%s: %s", path, strerror(errno));
}

static void
write_at(const char *path, int fd, const void *data, size_t n, uint64_t off)
{
	const char *p = data;
	ssize_t w;

	while (n > 0) {
		if ((w = pwrite(fd, p, n, (off_t)off)) >= 0) {
			p += w;
			n -= (size_t)w;
			off += (uint64_t)w;
		} else if (errno != EINTR)
			fail(path);
	}
}

/* n bytes at off, which the file has; they live until the next call. */
static const char *
look(struct look *l, uint64_t off, size_t n)
{
	size_t want = n > BLOCK ? n : BLOCK;
	ssize_t r;

	if (off >= l->at && off + n <= l->at + l->b.n)
		return l->b.p + (off - l->at);
	if (want > l->size - off)
		want = (size_t)(l->size - off);
	buf_clear(&l->b);
	l->at = off;
	while (l->b.n < want) {
		r = pread(l->fd, buf_reserve(&l->b, want - l->b.n),
		    want - l->b.n, (off_t)(off + l->b.n));
		if (r == 0 || (r == -1 && errno != EINTR))
			msg_die("%s: %s", l->path,
			    r == 0 ? "cut short" : strerror(errno));
		if (r > 0)
			l->b.n += (size_t)r;
	}
	return l->b.p;
}

/* The good entry at an offset, or 0. */
static int
entry(struct look *l, uint64_t off, struct spool_item *i)
{
	if (l->size - off < sizeof(i->h))
		return 0;
	memcpy(&i->h, look(l, off, sizeof(i->h)), sizeof(i->h));
	/* Most of what cut() tries is none: not worth a look at its size. */
	if (!spool_is_kind(i->h.kind) || i->h.size > l->size - off)
		return 0;
	return spool_parse(look(l, off, i->h.size), i->h.size, 1, i);
}

static uint32_t
fixed_crc(const struct fixed *f)
{
	return hash_crc32c(0, f, offsetof(struct fixed, crc));
}

static uint32_t
slot_crc(const struct slot *s)
{
	return hash_crc32c(0, s, offsetof(struct slot, crc));
}

static struct head
make_head(const struct plan *p)
{
	struct head h = { .fixed = { .magic = "dh-dedup",
	    .order = 0x01020304, .version = STATE_VERSION,
	    .fold = FOLD_VERSION, .by = (uint32_t)p->by,
	    .gram = (uint32_t)p->gram,
	    .threshold = (uint32_t)(p->threshold * 1e6 + .5),
	    .keys = p->keys, .rows = p->rows } };

	h.fixed.crc = fixed_crc(&h.fixed);
	h.slot[0].start = HEAD;
	h.slot[0].crc = slot_crc(&h.slot[0]);
	return h;
}

static const char *
by_name(uint32_t by)
{
	static const char *const name[] = { "neither -C nor -e", "-C", "-e" };

	return by < sizeof(name) / sizeof(name[0]) ? name[by] : "others";
}

/* The file was made as this run would make it, or the program ends. */
static void
compare(const char *path, const struct fixed *f, const struct fixed *want)
{
	if (memcmp(f->magic, want->magic, sizeof(f->magic)) != 0)
		msg_die("%s: not a state of dedupe", path);
	if (f->order != want->order)
		msg_die("%s: of a machine with another byte order", path);
	if (f->version != want->version)
		msg_die("%s: of version %u, not %u", path, f->version,
		    want->version);
	if (f->crc != fixed_crc(f))
		msg_die("%s: damaged at byte 1", path);
	if (f->fold != want->fold)
		msg_die("%s: made with another fold", path);
	if (f->by != want->by)
		msg_die("%s: made with %s, not with %s", path,
		    by_name(f->by), by_name(want->by));
	if (f->gram != want->gram)
		msg_die("%s: made with -n %u, not %u", path, f->gram,
		    want->gram);
	if (f->threshold != want->threshold)
		msg_die("%s: made with -t %g, not %g", path,
		    f->threshold / 1e6, want->threshold / 1e6);
	if (memcmp(f, want, sizeof(*f)) != 0)
		msg_die("%s: made with other options", path);
}

/* Where entries start; a file that was cut inside its head starts anew. */
static uint64_t
check_head(struct state *s, struct look *l, const struct plan *p)
{
	struct head h, want = make_head(p);
	const struct slot *best = NULL;
	int i;

	if (l->size < HEAD) {
		if (l->size > 0 &&
		    memcmp(look(l, 0, (size_t)l->size), &want,
		    (size_t)l->size) != 0)
			msg_die("%s: not a state of dedupe", l->path);
		write_at(l->path, l->fd, &want, HEAD, 0);
		l->size = HEAD;
		return HEAD;
	}
	memcpy(&h, look(l, 0, HEAD), HEAD);
	compare(l->path, &h.fixed, &want.fixed);
	for (i = 0; i < 2; i++)
		if (h.slot[i].crc == slot_crc(&h.slot[i]) &&
		    h.slot[i].start >= HEAD && h.slot[i].start <= l->size &&
		    (best == NULL || h.slot[i].turn > best->turn))
			best = &h.slot[i];
	if (best == NULL)
		msg_die("%s: damaged at byte %zu", l->path,
		    offsetof(struct head, slot) + 1);
	s->turn = best->turn;
	return best->start;
}

/*
 * What is bad at an offset is the torn end if nothing good comes behind it:
 * a write that was not finished, or not brought to the disk before the power
 * failed.  Else something has damaged the file.
 */
static void
cut(struct look *l, uint64_t off)
{
	struct spool_item i;
	uint64_t o;

	for (o = off + SPOOL_UNIT; o < l->size; o += SPOOL_UNIT)
		if (entry(l, o, &i))
			msg_die("%s: damaged at byte %llu", l->path,
			    (unsigned long long)off + 1);
	msg_note("%s: unfinished entry of %llu bytes at the end: cut off",
	    l->path, (unsigned long long)(l->size - off));
	if (ftruncate(l->fd, (off_t)off) == -1)
		fail(l->path);
	l->size = off;
}

static void
take_commit(struct state *s, const struct spool_item *i, uint64_t off)
{
	s->acked = s->done = off + i->h.size;
	s->seq = s->done_seq = i->h.seq;
	s->clock = i->h.date;
}

/* Entries from one offset to another are pending. */
static void
pend(struct state *s, uint64_t from, uint64_t to)
{
	s->pending = mem_grow(s->pending, &s->pending_cap, s->npending + 2,
	    sizeof(*s->pending));
	s->pending[s->npending++] = from;
	s->pending[s->npending++] = to;
}

static void
take_pending(struct state *s, const struct spool_item *i, uint64_t off)
{
	if (i->h.keys == 2)
		pend(s, i->key[0], i->key[1]);
	s->acked = s->done = off + i->h.size;
}

/* What the last run left: noted, lest a later commit take it for written. */
static void
put_pending(struct state *s, struct spool *sp, uint64_t end)
{
	uint64_t key[2] = { s->acked, end };
	struct spool_item i = { .h = { .kind = SPOOL_PENDING, .keys = 2,
	    .seq = s->seq, .date = s->clock }, .key = key };

	spool_put(sp, &i);
	disk_flush(&sp->data);
	pend(s, s->acked, end);
	s->acked = end;
}

static int
open_locked(const char *path)
{
	struct stat st;
	int fd;

	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1 || fstat(fd, &st) == -1)
		fail(path);
	if (!S_ISREG(st.st_mode))
		msg_die("%s: not a regular file", path);
	if (flock(fd, LOCK_EX | LOCK_NB) == -1) {
		if (errno == EWOULDBLOCK)
			msg_die("%s: in use by another process", path);
		fail(path);
	}
	return fd;
}

void
state_open(struct state *s, const char *path, const struct plan *plan,
    struct spool *sp, void (*take)(void *, const struct spool_item *,
    uint64_t), void *arg)
{
	struct look l = { .path = path, .fd = open_locked(path) };
	struct spool_item i;
	uint64_t off;
	off_t size;

	memset(s, 0, sizeof(*s));
	s->path = path;
	if ((size = lseek(l.fd, 0, SEEK_END)) == -1)
		fail(path);
	l.size = (uint64_t)size;
	off = check_head(s, &l, plan);
	disk_use(&sp->data, l.fd, path, l.size);
	sp->data.start = sp->data.freed = off;
	sp->sum = 1;
	s->acked = off;
	for (; off < l.size; off += i.h.size) {
		if (!entry(&l, off, &i)) {
			cut(&l, off);
			break;
		}
		if (i.h.kind == SPOOL_COMMIT)
			take_commit(s, &i, off);
		else if (i.h.kind == SPOOL_PENDING)
			take_pending(s, &i, off);
		else if (i.h.keys != plan->keys)
			msg_die("%s: damaged at byte %llu", path,
			    (unsigned long long)off + 1);
		else {
			if (i.h.seq > s->seq)
				s->seq = i.h.seq;
			if (i.h.date > s->clock)
				s->clock = i.h.date;
			/* What comes behind is none of a window's yet. */
			sp->data.end = sp->data.written = off + i.h.size;
			take(arg, &i, off);
		}
	}
	sp->data.end = sp->data.written = off;
	if (s->acked < off)
		put_pending(s, sp, off);
	buf_free(&l.b);
}

void
state_commit(struct state *s, struct spool *sp)
{
	struct spool_item i = { .h = { .kind = SPOOL_COMMIT,
	    .seq = s->seq, .date = s->clock } };

	spool_put(sp, &i);
	disk_flush(&sp->data);
	s->done = sp->data.end;
	s->done_seq = s->seq;
}

int
state_pending(const struct state *s, uint64_t off)
{
	size_t k;

	for (k = 0; k < s->npending; k += 2)
		if (off >= s->pending[k] && off < s->pending[k + 1])
			return 1;
	return 0;
}

void
state_forget(struct state *s, struct spool *sp, uint64_t start)
{
	struct slot slot = { .start = start, .turn = ++s->turn };

	disk_flush(&sp->data);
	slot.crc = slot_crc(&slot);
	write_at(s->path, sp->data.fd, &slot, sizeof(slot),
	    sizeof(struct fixed) + (s->turn % 2) * sizeof(slot));
	/* The hole must not be on the disk before the slot is. */
	if (fdatasync(sp->data.fd) == -1)
		fail(s->path);
}

void
state_close(struct state *s, struct spool *sp)
{
	if (s->done != sp->data.end || s->done_seq != s->seq)
		state_commit(s, sp);
	if (fdatasync(sp->data.fd) == -1)
		fail(s->path);
	free(s->pending);
}
