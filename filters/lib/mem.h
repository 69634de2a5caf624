#ifndef DHARA_MEM_H
#define DHARA_MEM_H

#include <stddef.h>

/*
 * Allocation that cannot fail: out of memory ends the program with status 3.
 * Products are checked for overflow.
 */
void	*mem_alloc(size_t n, size_t size);	/* zeroed; free(3) */
void	*mem_resize(void *, size_t n, size_t size);

/*
 * Make room for `need' items of `size' bytes in a block that has room for
 * *cap; grows by half again.  Returns the block, perhaps moved.
 */
void	*mem_grow(void *, size_t *cap, size_t need, size_t size);

#endif
