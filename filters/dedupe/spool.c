/*
 * The spool: entries and keys of kept records.  Layer 5, as disk.c.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "msg.h"
#include "spool.h"

#define BLOCK	((size_t)256 << 10)
#define GUESS	((size_t)2048)		/* an entry is seldom longer */

static size_t
key_size(const struct spool *s)
{
	return sizeof(struct spool_key) + s->nkeys * sizeof(uint64_t);
}

void
spool_open(struct spool *s, unsigned int nkeys)
{
	memset(s, 0, sizeof(*s));
	s->nkeys = nkeys;
	disk_temp(&s->keys);
}

void
spool_close(struct spool *s)
{
	disk_close(&s->data);
	disk_close(&s->keys);
}

static uint32_t
padded(size_t n)
{
	if (n > UINT32_MAX - SPOOL_UNIT)
		msg_die("a record of over 4 GiB");
	return (uint32_t)((n + SPOOL_UNIT - 1) / SPOOL_UNIT * SPOOL_UNIT);
}

uint32_t
spool_know(struct spool *s, const struct spool_item *i, uint64_t off)
{
	struct spool_key k = { i->h.seq, i->h.date,
	    (uint32_t)(off / SPOOL_UNIT), 0 };

	if ((s->data.end - s->data.start) / SPOOL_UNIT > UINT32_MAX)
		msg_die("%s: over 64 GiB", s->data.name);
	disk_put(&s->keys, &k, sizeof(k));
	disk_put(&s->keys, i->key, s->nkeys * sizeof(*i->key));
	s->n++;
	return k.place;
}

static uint32_t
checksum(const struct spool_head *h, const char *rest)
{
	size_t from = offsetof(struct spool_head, kind);
	uint32_t crc;

	crc = hash_crc32c(0, (const char *)h + from, sizeof(*h) - from);
	return hash_crc32c(crc, rest, h->size - sizeof(*h));
}

void
spool_put(struct spool *s, const struct spool_item *i)
{
	static const char zero[SPOOL_UNIT];
	static struct buf b;
	struct spool_head h = i->h;

	buf_clear(&b);
	buf_put(&b, (const char *)i->key, h.keys * sizeof(*i->key));
	buf_put(&b, (const char *)i->set, h.n * sizeof(*i->set));
	buf_put(&b, i->id, h.id);
	h.size = padded(sizeof(h) + b.n);
	buf_put(&b, zero, h.size - sizeof(h) - b.n);
	h.crc = s->sum ? checksum(&h, b.p) : 0;
	disk_put(&s->data, &h, sizeof(h));
	disk_put(&s->data, b.p, b.n);
}

uint32_t
spool_add(struct spool *s, const struct spool_item *i)
{
	struct spool_item with = *i;
	uint32_t place;

	place = spool_know(s, i, s->data.end);
	with.h.kind = SPOOL_RECORD;
	with.h.keys = s->sum ? s->nkeys : 0;
	spool_put(s, &with);
	return place;
}

int
spool_is_kind(uint32_t kind)
{
	return kind == SPOOL_RECORD || kind == SPOOL_COMMIT ||
	    kind == SPOOL_PENDING;
}

int
spool_parse(const char *p, size_t n, int sum, struct spool_item *i)
{
	size_t want;

	if (n < sizeof(i->h))
		return 0;
	memcpy(&i->h, p, sizeof(i->h));
	if (!spool_is_kind(i->h.kind) || i->h.size > n ||
	    i->h.size % SPOOL_UNIT != 0)
		return 0;
	want = sizeof(i->h) + i->h.keys * sizeof(*i->key) +
	    i->h.n * sizeof(*i->set) + i->h.id;
	if (want > i->h.size || i->h.size - want >= SPOOL_UNIT)
		return 0;
	p += sizeof(i->h);
	if (sum && checksum(&i->h, p) != i->h.crc)
		return 0;
	i->key = (const uint64_t *)(const void *)p;
	p += i->h.keys * sizeof(*i->key);
	i->set = (const uint32_t *)(const void *)p;
	i->id = p + i->h.n * sizeof(*i->set);
	return 1;
}

uint64_t
spool_offset(const struct spool *s, uint32_t place)
{
	uint64_t from = s->data.start / SPOOL_UNIT;

	return (from + (uint32_t)(place - (uint32_t)from)) * SPOOL_UNIT;
}

void
spool_get(struct spool *s, uint32_t place, struct spool_item *i)
{
	uint64_t off = spool_offset(s, place);
	size_t n = GUESS;
	const char *p;

	if (n > s->data.end - off)
		n = (size_t)(s->data.end - off);
	p = disk_get(&s->data, off, n);
	memcpy(&i->h, p, sizeof(i->h));
	if (i->h.size > n) {
		n = i->h.size;
		if (n > s->data.end - off)
			msg_die("%s: damaged at byte %llu", s->data.name,
			    (unsigned long long)off + 1);
		p = disk_get(&s->data, off, n);
	}
	if (!spool_parse(p, n, 0, i))
		msg_die("%s: damaged at byte %llu", s->data.name,
		    (unsigned long long)off + 1);
}

const struct spool_key *
spool_walk(struct spool *s, struct spool_walk *w, uint32_t rec)
{
	uint64_t at = s->n - (uint32_t)((uint32_t)s->n - rec);
	size_t size = key_size(s), n;

	if (at < w->first || at >= w->end) {
		w->first = at;
		w->end = at + BLOCK / size;
		if (w->end > s->n)
			w->end = s->n;
		n = (size_t)(w->end - at) * size;
		buf_clear(&w->block);
		buf_put(&w->block, disk_get(&s->keys, at * size, n), n);
	}
	return (const struct spool_key *)(const void *)
	    (w->block.p + (at - w->first) * size);
}

void
spool_forget(struct spool *s, uint32_t rec, uint32_t place)
{
	disk_forget(&s->data, spool_offset(s, place));
	disk_forget(&s->keys,
	    (s->n - (uint32_t)((uint32_t)s->n - rec)) * key_size(s));
}
