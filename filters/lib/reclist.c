/*
 * Records: members that are arrays of strings.
 */
#include "mem.h"
#include "rec.h"
#include "rec_priv.h"

int
rec_strings(struct rec *r, int slot, const struct str **v, size_t *n)
{
	struct str raw, one;
	size_t i, at = 0;

	*n = 0;
	if (!rec_raw(r, slot, &raw) || *raw.p == 'n')
		return 0;
	if (*raw.p != '[')
		return -1;
	buf_clear(&r->items);
	/* The buffer may move while it grows: lengths first, places after. */
	while (json_item(&raw, &one)) {
		if (*one.p != '"')
			return -1;
		r->item = mem_grow(r->item, &r->item_cap, *n + 1,
		    sizeof(*r->item));
		at = r->items.n;
		json_decode(&r->items, one);
		r->item[(*n)++].n = r->items.n - at;
	}
	for (i = 0, at = 0; i < *n; at += r->item[i++].n)
		r->item[i].p = r->items.p + at;
	*v = r->item;
	return 1;
}
