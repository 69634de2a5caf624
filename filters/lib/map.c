/*
 * Files that are mapped, not read: models and compiled lists.  A page that is
 * never touched is never loaded, so start-up costs nothing.
 */
#include <sys/mman.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "map.h"
#include "mem.h"
#include "msg.h"

int
map_open(struct map *m, const char *path)
{
	struct stat st;
	void *p = NULL;
	int fd, e;

	m->p = NULL;
	m->n = 0;
	/* Before it is opened: a pipe may have no writer yet, and one that has
	 * would lose its reader when this file is closed again. */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		return -1;
	}
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return -1;
	if (fstat(fd, &st) == -1)
		goto fail;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		goto fail;
	}
	if (st.st_size > 0) {
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd,
		    0);
		if (p == MAP_FAILED)
			goto fail;
	}
	close(fd);
	m->p = p;
	m->n = (size_t)st.st_size;
	return 0;
fail:
	e = errno;
	close(fd);
	errno = e;
	return -1;
}

void
map_close(struct map *m)
{
	union {			/* munmap takes no const */
		const unsigned char	*in;
		void			*out;
	} u = { m->p };

	if (m->p != NULL)
		munmap(u.out, m->n);
	m->p = NULL;
	m->n = 0;
}

/* dir/tail, to free. */
static char *
join(const char *dir, size_t n, const char *tail)
{
	char *path;

	path = mem_alloc(n + strlen(tail) + 2, 1);
	memcpy(path, dir, n);
	path[n] = '/';
	memcpy(path + n + 1, tail, strlen(tail));
	return path;
}

/* ../share/dhara/NAME beside the folder of the program; NULL if unknown. */
static char *
beside(const char *name)
{
	char exe[4096], *path, *tail;
	ssize_t n;

	if ((n = readlink("/proc/self/exe", exe, sizeof(exe))) <= 0 ||
	    (size_t)n == sizeof(exe))
		return NULL;
	while (n > 0 && exe[n - 1] != '/')
		n--;
	tail = join("../share/dhara", strlen("../share/dhara"), name);
	path = join(exe, (size_t)n, tail);
	free(tail);
	return path;
}

void
map_data(struct map *m, const char *name)
{
	const char *dir;
	char *path;
	int r = -1;

	if ((dir = getenv("DHARA_DATA")) != NULL && *dir != '\0') {
		path = join(dir, strlen(dir), name);
		if (map_open(m, path) == -1)
			msg_die("%s: %s", path, strerror(errno));
		free(path);
		return;
	}
	if ((path = beside(name)) != NULL)
		r = map_open(m, path);
	free(path);
	if (r == -1) {
		path = join(DATADIR, strlen(DATADIR), name);
		if (map_open(m, path) == -1)
			msg_die("%s: %s", path, strerror(errno));
		free(path);
	}
}
