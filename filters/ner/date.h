#ifndef DHARA_DATE_H
#define DHARA_DATE_H

#include "calendar.h"
#include "day.h"

/*
 * A date from token i on: how many tokens it has, 0 if there is none.
 * Appends its value (ISO 8601-1, 8601-2 for an unknown year: XXXX-07-04), if
 * it can be told; relative ones count from `today'.
 */
size_t	date_at(const struct calendar *, const struct tokens *,
	    struct str text, size_t i, const struct day *today,
	    struct buf *value);

#endif
