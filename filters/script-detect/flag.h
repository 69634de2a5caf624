#ifndef DHARA_FLAG_H
#define DHARA_FLAG_H

#include "buf.h"

/*
 * Words that a reader should look at: what is written is probably not what
 * was meant.  Pure, linear in the text; valid UTF-8.
 */
enum flag_why {
	FLAG_INSIDE,		/* another script between two of one */
	FLAG_TWO,		/* two scripts that are both not Latin */
	FLAG_LEGACY,		/* Latin-1 left over by a font conversion */
	FLAG_DANDA,		/* U+09F7 typed for U+0964 */
	FLAG_LOOK,		/* letters of another script that look alike */
	FLAG_DIGITS		/* one number in two systems of digits */
};

struct flag {
	size_t		start;		/* bytes */
	size_t		end;
	enum flag_why	why;
	int		script;		/* used while looking */
};

struct flags {
	struct flag	*f;
	size_t		 n;
	size_t		 cap;
};

/* In the order of the text; what was in the struct before is forgotten. */
void	flag_words(struct flags *, struct str text);
void	flag_free(struct flags *);

/* "inside", "two-scripts", ...; a static string. */
const char *flag_name(enum flag_why);

#endif
