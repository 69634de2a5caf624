#ifndef DHARA_TABLE_H
#define DHARA_TABLE_H

#include "feat.h"

/* Word classes from lines of word TAB number; ends the program at a line
 * that is wrong. */
void	table_classes(struct feat_table *, const char *path);

/* The sounds of names from the text of a lexicon. */
void	table_sounds(struct feat_table *, struct str lexicon);

#endif
