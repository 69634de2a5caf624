#ifndef DHARA_MEM_H
#define DHARA_MEM_H

#include <stddef.h>

/*
 * Allocation that cannot fail: out of memory ends the program with status 3.
 * Products are checked for overflow.
 */
void	*mem_alloc(size_t n, size_t size);	/* zeroed; free(3) */
void	*mem_alloc_large(size_t n, size_t size);	/* the same */
void	*mem_resize(void *, size_t n, size_t size);

/*
 * mem_alloc_large asks for large pages, if the system has them: for tables
 * where every look goes to another page, and with small ones is a miss in the
 * tables of pages too.
 *
 * Make room for `need' items of `size' bytes in a block that has room for
 * *cap; grows by half again.  Returns the block, perhaps moved.
 */
void	*mem_grow(void *, size_t *cap, size_t need, size_t size);

#endif
