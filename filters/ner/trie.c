/*
 * Names by the hashes of their words; see trie.h.
 */
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"
#include "msg.h"
#include "trie.h"

#define HEAD		24		/* bytes before the slots */
#define ORDER		UINT64_C(0x0102030405060708)
#define LEAST		10		/* log2 of the slots */
#define MOST		28

struct trie {
	/* Made here, or in a file that is mapped. */
	struct trie_node	*node;
	const struct trie_node	*slot;
	const uint64_t		*may;	/* 8 bits a slot: is a path here? */
	uint64_t		*own_may;
	size_t			 n;
	unsigned int		 log;
	struct str		 ids;	/* 2 bytes of length, then the id */
	struct buf		 own_ids;
	size_t			 last;	/* the id given last, in own_ids */
};

static size_t
slots(const struct trie *t)
{
	return (size_t)1 << t->log;
}

static void
make_room(struct trie *t, unsigned int log)
{
	t->log = log;
	t->node = mem_alloc(slots(t), sizeof(*t->node));
	t->slot = t->node;
	t->own_may = mem_alloc(slots(t) / 8, sizeof(*t->own_may));
	t->may = t->own_may;
}

struct trie *
trie_new(size_t n)
{
	struct trie *t = mem_alloc(1, sizeof(*t));
	unsigned int log = LEAST;

	/* A name has about one node of its own and one that it shares. */
	while (log < MOST && (size_t)1 << log < n + n / 2)
		log++;
	make_room(t, log);
	return t;
}

static uint32_t
get32(const char *p)
{
	const unsigned char *s = (const unsigned char *)p;

	return s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
	    (uint32_t)s[3] << 24;
}

struct trie *
trie_open(struct str file, const char **why)
{
	struct trie *t;
	uint32_t log, ids;
	uint64_t order;
	size_t size;

	*why = "not a compiled list of names";
	if (file.n < HEAD || memcmp(file.p, TRIE_MAGIC, 8) != 0)
		return NULL;
	*why = "list of names is damaged or of another version";
	log = get32(file.p + 8);
	ids = get32(file.p + 12);
	memcpy(&order, file.p + 16, sizeof(order));
	if (log < LEAST || log > MOST || order != ORDER)
		return NULL;
	size = (size_t)1 << log;
	/* A slot's worth of the filter is one byte. */
	if (file.n != HEAD + size * (sizeof(struct trie_node) + 1) + ids)
		return NULL;
	t = mem_alloc(1, sizeof(*t));
	t->log = log;
	t->slot = (const void *)(file.p + HEAD);
	t->may = (const void *)(file.p + HEAD + size * sizeof(*t->slot));
	t->ids.p = file.p + file.n - ids;
	t->ids.n = ids;
	return t;
}

void
trie_free(struct trie *t)
{
	if (t == NULL)
		return;
	free(t->node);
	free(t->own_may);
	buf_free(&t->own_ids);
	free(t);
}

uint64_t
trie_path(uint64_t h, const uint16_t *letters, size_t n)
{
	h = hash_bytes(letters, n * sizeof(*letters), h);
	return h == 0 ? 1 : h;
}

/* Of a table that is four fifths full a walk of 4,096 slots has odds of
 * e^-94 (Knuth 6.4: a run of n has about e^-.023n). */
#define WALK	4096

/* The slot of a path, or the empty one where it belongs; a damaged file may
 * have neither. */
static size_t
find(const struct trie *t, uint64_t h)
{
	size_t mask = slots(t) - 1, i = h & mask, n;

	for (n = 0; t->slot[i].h != 0 && t->slot[i].h != h &&
	    (n < WALK || t->node != NULL); n++)
		i = (i + 1) & mask;
	return i;
}

/* The filter is small enough for the cache; most words are in no list. */
static size_t
filter_bit(const struct trie *t, uint64_t h)
{
	return (h >> 20) & (slots(t) * 8 - 1);
}

void
trie_ask(const struct trie *t, uint64_t h)
{
	__builtin_prefetch(&t->may[filter_bit(t, h) / 64]);
}

const struct trie_node *
trie_at(const struct trie *t, uint64_t h)
{
	static const struct trie_node none;
	const struct trie_node *node;
	size_t at = filter_bit(t, h);

	if ((t->may[at / 64] >> at % 64 & 1) == 0)
		return &none;
	node = &t->slot[find(t, h)];
	return node->h == h ? node : &none;
}

struct str
trie_id(const struct trie *t, const struct trie_node *node)
{
	struct str id = { NULL, 0 };
	size_t at = node->id;

	if (at == 0 || at + 1 > t->ids.n)
		return id;
	id.n = (size_t)(unsigned char)t->ids.p[at - 1] |
	    (size_t)(unsigned char)t->ids.p[at] << 8;
	if (id.n > t->ids.n - at - 1)
		return (struct str){ NULL, 0 };
	id.p = t->ids.p + at + 1;
	return id;
}

static void
mark(struct trie *t, uint64_t h)
{
	size_t at = filter_bit(t, h);

	t->own_may[at / 64] |= UINT64_C(1) << at % 64;
}

static void
grow(struct trie *t)
{
	struct trie_node *old = t->node;
	size_t i, size = slots(t);

	if (t->log == MOST)
		msg_die("over %zu million names", slots(t) >> 20);
	free(t->own_may);
	make_room(t, t->log + 1);
	for (i = 0; i < size; i++)
		if (old[i].h != 0) {
			t->node[find(t, old[i].h)] = old[i];
			mark(t, old[i].h);
		}
	free(old);
}

struct trie_node *
trie_make(struct trie *t, uint64_t h)
{
	struct trie_node *node;

	if (t->n + t->n / 4 >= slots(t))
		grow(t);
	node = &t->node[find(t, h)];
	if (node->h == 0) {
		t->n++;
		node->h = h;
		mark(t, h);
	}
	return node;
}

int
trie_set_id(struct trie *t, struct trie_node *node, struct str id)
{
	struct buf *b = &t->own_ids;

	if (id.n > 0xffff || b->n + id.n + 3 > UINT32_MAX)
		return -1;
	if (b->n == 0 || !str_eq(id, (struct str){ b->p + t->last + 2,
	    b->n - t->last - 2 })) {
		t->last = b->n;
		buf_putc(b, (char)(id.n & 0xff));
		buf_putc(b, (char)(id.n >> 8));
		buf_str(b, id);
		t->ids = buf_slice(b);
	}
	node->id = (uint32_t)t->last + 1;
	return 0;
}

static void
put32(struct buf *b, uint32_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		buf_putc(b, (char)(v >> (8 * i) & 0xff));
}

void
trie_pack(const struct trie *t, struct buf *b)
{
	uint64_t order = ORDER;

	buf_cstr(b, TRIE_MAGIC);
	put32(b, t->log);
	put32(b, (uint32_t)t->ids.n);
	buf_put(b, (const char *)&order, sizeof(order));
	buf_put(b, (const char *)t->slot, slots(t) * sizeof(*t->slot));
	buf_put(b, (const char *)t->may, slots(t));
	buf_str(b, t->ids);
}
