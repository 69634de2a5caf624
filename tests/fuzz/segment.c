/*
 * libFuzzer target: any valid UTF-8 is cut into units that hold all of it in
 * order, and the whole into tokens likewise.  The first byte picks how.
 */
#include <stdlib.h>

#include "kind.h"
#include "look.h"
#include "scan.h"
#include "sentence.h"
#include "token.h"
#include "utf8.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Nothing but white space between two places. */
static void
blank(struct str s, size_t from, size_t to)
{
	if (from > to || to > s.n ||
	    look_skip(s.p + from, s.p + to) != s.p + to)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct units us;
	static struct tokens ts;
	static struct phrases none;
	struct cut how = { 0, 0 };
	struct str s;
	size_t i, at = 0;

	if (n == 0)
		return 0;
	how.join = *data & 1;
	how.hint = *data & 2 ? words_lang("mr", 2) : 0;
	s.p = (const char *)data + 1;
	s.n = n - 1;
	s.n = utf8_valid(s);
	sentence_cut(&us, s, &how);
	kind_mark(&us, s, &none, how.hint);
	for (i = 0; i < us.n; i++) {
		blank(s, at, us.u[i].start);
		at = us.u[i].end;
	}
	blank(s, at, s.n);
	token_cut(&ts, s, how.hint);
	for (i = at = 0; i < ts.n; i++) {
		blank(s, at, ts.v[i].start);
		at = ts.v[i].end;
	}
	blank(s, at, s.n);
	if (scan_next(s.p, s.p + s.n) != scan_scalar(s.p, s.p + s.n))
		abort();
	return 0;
}
