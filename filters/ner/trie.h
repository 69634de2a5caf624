#ifndef DHARA_TRIE_H
#define DHARA_TRIE_H

#include <stdint.h>

#include "buf.h"

/*
 * A trie over the words of names, packed flat: a node stands in an open table
 * under the hash of the path to it, 16 bytes each, so there are no pointers
 * and the whole can be written to a file and mapped.  64-bit hashes stand for
 * the paths; that two of a million meet has odds of 1 in 30 million.
 *
 * The file: magic 8, log2 of the slots 4, bytes of the ids 4 (both little-
 * endian), a mark of the byte order 8, the slots, a Bloom filter of one byte
 * a slot, the ids.
 */
#define TRIE_MAGIC	"DHARANL1"

struct trie;

struct trie_node {
	uint64_t	h;		/* 0: empty */
	uint32_t	bits;
	uint32_t	id;		/* where in the ids, plus 1; 0: none */
};

/* Bits of a node: names go on from here. */
#define TRIE_MORE	(UINT32_C(1) << 31)

/* With room for n names; it grows. */
struct trie *trie_new(size_t n);

/* One that trie_pack made, checked; the bytes must stay.  NULL and why. */
struct trie *trie_open(struct str file, const char **why);
void	trie_free(struct trie *);

/* The path grows word by word from 0. */
uint64_t trie_path(uint64_t h, const uint16_t *letters, size_t n);

/* What stands at the end of a path; a node of no bits if nothing. */
const struct trie_node *trie_at(const struct trie *, uint64_t h);

/* trie_at will be asked soon. */
void	trie_ask(const struct trie *, uint64_t h);
struct str trie_id(const struct trie *, const struct trie_node *);

/* The node of a path, made if it must be; until the next call. */
struct trie_node *trie_make(struct trie *, uint64_t h);

/* Give the node an id, at most 65,535 bytes; -1 if it is longer, or there are
 * 4 GiB of them. */
int	trie_set_id(struct trie *, struct trie_node *, struct str id);

/* Append the file. */
void	trie_pack(const struct trie *, struct buf *);

#endif
