#ifndef DHARA_WORDS_TAB_H
#define DHARA_WORDS_TAB_H

#include "words.h"

enum {
	HI = 1 << 0, MR = 1 << 1, NE = 1 << 2, SA = 1 << 3, GU = 1 << 4,
	BN = 1 << 5, AS = 1 << 6, PA = 1 << 7, OR = 1 << 8, TA = 1 << 9,
	TE = 1 << 10, KN = 1 << 11, ML = 1 << 12, SI = 1 << 13,
	UR = 1 << 14, SD = 1 << 15, KS = 1 << 16, EN = 1 << 17
};

struct words_row {
	unsigned int	 list;		/* one of WORDS_*; 0 ends the table */
	langs		 set;
	const char	*words;		/* separated by single spaces */
};

extern const struct words_row words_tab[];

#endif
