#ifndef DHARA_TABLE_H
#define DHARA_TABLE_H

#include "feat.h"

/* Word classes from lines of word TAB number; ends the program at a line
 * that is wrong. */
void	table_classes(struct feat_table *, const char *path);

/*
 * The sounds of the names in lists, from the files at paths (NULL after the
 * last): lines of surface TAB type; columns behind these do not matter, nor
 * do lines of types that are no names or titles, or that begin with #.
 */
void	table_sounds(struct feat_table *, const char *const *path);

#endif
