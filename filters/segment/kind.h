#ifndef DHARA_KIND_H
#define DHARA_KIND_H

#include "phrase.h"
#include "sentence.h"

/* Give each unit its kind, by its form, the phrases and its neighbours. */
void	kind_mark(struct units *, struct str text, const struct phrases *);
const char *kind_name(enum unit_kind);

#endif
