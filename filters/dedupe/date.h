#ifndef DEDUPE_DATE_H
#define DEDUPE_DATE_H

#include <stdint.h>

#include "buf.h"

/*
 * Seconds since 1970 of a JSON value: a number of seconds, or a string that
 * has such a number, a date and time (RFC 3339; a blank for the T, a comma or
 * more digits in the fraction do no harm), or a date alone, which is its
 * midnight in UTC.  0 if it is neither.  Fractions are cut off.
 */
int	date_parse(struct str json, int64_t *sec);

#endif
