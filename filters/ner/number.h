#ifndef DHARA_NUMBER_H
#define DHARA_NUMBER_H

#include "calendar.h"

/*
 * A number from token i on, with what belongs to it (₹, लाख, km, %): how many
 * tokens, 0 if there is none.  Appends its value as a JSON number, if it has
 * one (10-12 has none); *unit is the unit or empty.
 */
size_t	number_at(const struct calendar *, const struct tokens *,
	    struct str text, size_t i, struct buf *value, struct str *unit);

#endif
