#ifndef DEDUPE_DISK_H
#define DEDUPE_DISK_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/*
 * A file that is appended to at the end and forgotten from the beginning.
 * What was appended last stays in memory as well, so that a look at it costs
 * no system call.  What fails ends the program with status 3.
 */
struct disk {
	int		 fd;
	const char	*name;		/* for messages */
	uint64_t	 end;		/* bytes, with those not written yet */
	uint64_t	 written;
	uint64_t	 start;		/* what is before is forgotten */
	uint64_t	 freed;		/* and given back up to here */
	struct buf	 tail;		/* the last bytes up to `end' */
	struct buf	 got;
};

/* A nameless file below $TMPDIR; open it before the sandbox. */
void	disk_temp(struct disk *);

/* A file that is open, of `size' bytes. */
void	disk_use(struct disk *, int fd, const char *name, uint64_t size);
void	disk_close(struct disk *);

void	disk_put(struct disk *, const void *, size_t n);
void	disk_flush(struct disk *);

/* Bytes at an offset; they live until the next call for this file. */
const char *disk_get(struct disk *, uint64_t off, size_t n);

/* Is there enough before `off' for disk_forget to give back? */
int	disk_due(const struct disk *, uint64_t off);

/* Bytes before `off' are not wanted any more: the file system has them back
 * where it can make holes. */
void	disk_forget(struct disk *, uint64_t off);

/* Bytes that it takes on the disk, holes not counted. */
uint64_t disk_room(const struct disk *);

#endif
