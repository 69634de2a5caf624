#ifndef DHARA_WORD_H
#define DHARA_WORD_H

#include "buf.h"

/* What a part of a name is. */
enum word {
	WORD_NAME,		/* to be spelled */
	WORD_TRANSLATED,	/* north, उत्तर, উত্তর: one word for all */
	WORD_KIND,		/* district, जिला: the kind of place */
	WORD_TITLE		/* Dr, श्री, an initial, "and" */
};

/* *as is its one spelling if it is WORD_TRANSLATED.  Valid UTF-8. */
enum word word_kind(struct str, const char **as);

#endif
