/*
 * Allocation.  Nothing above this file tests for NULL: a filter that is out
 * of memory cannot go on, and says so with status 3.
 */
#include <sys/mman.h>

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "msg.h"

void *
mem_alloc(size_t n, size_t size)
{
	void *p;

	if ((p = calloc(n > 0 ? n : 1, size)) == NULL)
		msg_die("memory: %s", strerror(errno));
	return p;
}

#define PAGE	4096
#define LARGE	(1 << 21)

void *
mem_alloc_large(size_t n, size_t size)
{
	void *p = mem_alloc(n, size);
#if defined(MADV_HUGEPAGE)
	uintptr_t from = ((uintptr_t)p + PAGE - 1) / PAGE * PAGE;
	uintptr_t end = ((uintptr_t)p + n * size) / PAGE * PAGE;

	if (end > from && end - from >= LARGE)
		(void)madvise((void *)from, end - from, MADV_HUGEPAGE);
#endif
	return p;
}

void *
mem_resize(void *p, size_t n, size_t size)
{
	if ((p = reallocarray(p, n > 0 ? n : 1, size)) == NULL)
		msg_die("memory: %s", strerror(errno));
	return p;
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n;

	if (need <= *cap)
		return p;
	n = *cap < 16 ? 16 : *cap;
	while (n < need) {
		if (n > SIZE_MAX / 2)
			msg_die("memory: %s", strerror(ENOMEM));
		n += n / 2;
	}
	p = mem_resize(p, n, size);
	*cap = n;
	return p;
}
