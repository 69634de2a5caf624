#ifndef DEDUPE_SPOOL_H
#define DEDUPE_SPOOL_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "disk.h"

/*
 * What kept records must be remembered by, on disk: an entry each, in the
 * state file or a temporary one, and their keys, in a temporary one.  Entries
 * stand at multiples of 16 bytes, in the machine's byte order; a place is
 * that number modulo 2^32, so what is known at a time is under 64 GiB.
 */
#define SPOOL_UNIT	16

enum spool_kind {
	SPOOL_RECORD = 0x44524543,
	SPOOL_COMMIT = 0x434f4d54,
	SPOOL_PENDING = 0x444e4550
};

struct spool_head {
	uint32_t	 crc;		/* CRC-32C of all behind it */
	uint32_t	 kind;
	uint32_t	 size;		/* of the entry, head and padding too */
	uint32_t	 id;		/* bytes */
	uint32_t	 n;		/* members of the set, each once */
	uint32_t	 keys;
	uint64_t	 bits;		/* the signature */
	uint64_t	 whole;		/* hash of all of it, in order */
	uint64_t	 seq;		/* records read before this one */
	int64_t		 date;		/* seconds since 1970, or 0 */
};

/* An entry: behind the head stand keys, set and id. */
struct spool_item {
	struct spool_head h;
	const uint64_t	*key;
	const uint32_t	*set;
	const char	*id;
};

struct spool {
	struct disk	 data;
	struct disk	 keys;
	unsigned int	 nkeys;
	uint64_t	 n;		/* records ever added */
	int		 sum;		/* entries get their checksum */
};

/* Open the key file, before the sandbox; then data is to be opened. */
void	spool_open(struct spool *, unsigned int nkeys);
void	spool_close(struct spool *);

/* Append a record: its place.  spool_know tells of one that is in the data
 * already. */
uint32_t spool_add(struct spool *, const struct spool_item *);
uint32_t spool_know(struct spool *, const struct spool_item *, uint64_t off);

/* The entry at a place; its slices live until the next call. */
void	spool_get(struct spool *, uint32_t place, struct spool_item *);

/* Is this the kind of an entry? */
int	spool_is_kind(uint32_t kind);

/* The entry that p, of at most n bytes, starts with: 0 if it is none or
 * (with sum) its checksum is wrong. */
int	spool_parse(const char *p, size_t n, int sum, struct spool_item *);

/* Append an entry of any kind; what its head says of sizes is filled in. */
void	spool_put(struct spool *, const struct spool_item *);

/* A place is an offset modulo 2^36: the one of those that are known now. */
uint64_t spool_offset(const struct spool *, uint32_t place);

/* What is known of every record in order: for windows, and to build the
 * index anew.  rec counts as `n' does, modulo 2^32. */
struct spool_key {
	uint64_t	 seq;
	int64_t		 date;
	uint32_t	 place;
	uint32_t	 pad;
	uint64_t	 key[];		/* nkeys */
};

struct spool_walk {
	struct buf	 block;
	uint64_t	 first;
	uint64_t	 end;
};

const struct spool_key *spool_walk(struct spool *, struct spool_walk *,
	    uint32_t rec);

/* Records before this one are not asked for any more. */
void	spool_forget(struct spool *, uint32_t rec, uint32_t place);

#endif
