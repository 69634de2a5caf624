/*
 * libFuzzer target: bytes of a state file as an entry, a date, and a text
 * whose fold must not depend on what was folded before.
 */
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "fold.h"
#include "spool.h"
#include "utf8.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
folds(struct str s)
{
	static struct fold a, b;

	fold_text(&a, s);
	fold_text_plain(&b, s);
	if (a.n != b.n || (a.n > 0 &&
	    memcmp(a.word, b.word, a.n * sizeof(*a.word)) != 0))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct spool_item i;
	struct str s = { (const char *)data, n };
	volatile uint64_t sum = 0;
	int64_t sec;
	uint32_t k;

	/* Checksums off: past them is where the lengths are looked at. */
	if (spool_parse(s.p, n, 0, &i)) {
		for (k = 0; k < i.h.keys; k++)
			sum += i.key[k];
		for (k = 0; k < i.h.n; k++)
			sum += i.set[k];
		for (k = 0; k < i.h.id; k++)
			sum += (unsigned char)i.id[k];
	}
	(void)sum;
	if (n >= 2 || (n == 1 && *data != '"'))
		(void)date_parse(s, &sec);
	s.n = utf8_valid(s);
	folds(s);
	return 0;
}
