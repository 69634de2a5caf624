#ifndef DHARA_TAP_H
#define DHARA_TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The Test Anything Protocol, in a page.  main ends in `return tap_end();`. */
static int tap_n, tap_bad;

static inline void __attribute__((format(printf, 2, 3)))
ok(int pass, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	printf("%sok %d - ", pass ? "" : "not ", ++tap_n);
	vprintf(fmt, ap);
	putchar('\n');
	va_end(ap);
	tap_bad += !pass;
}

static inline int
tap_end(void)
{
	printf("1..%d\n", tap_n);
	return tap_bad > 0;
}

/* A copy in a block of just its size, so that a tool sees an overread. */
static inline char *
fresh(const char *p, size_t n)
{
	char *q = malloc(n > 0 ? n : 1);

	if (q == NULL)
		abort();
	if (n == 0) {
		free(q);
		return NULL;
	}
	memcpy(q, p, n);
	return q;
}

#endif
