#ifndef DHARA_KIND_H
#define DHARA_KIND_H

#include "phrase.h"
#include "sentence.h"

/* Give each unit its kind, by its form, the phrases and its neighbours; hint
 * is the text's language, or 0. */
void	kind_mark(struct units *, struct str text, const struct phrases *,
	    langs hint);
const char *kind_name(enum unit_kind);

#endif
