#ifndef DHARA_LIST_H
#define DHARA_LIST_H

#include "buf.h"
#include "lexicon.h"

/*
 * Files of a user's own names.  A file that cannot be had or has a wrong line
 * is named with its line, and the program ends with status 3.
 */

/* Add a list, as text or compiled. */
void	list_add(struct lexicon *, const char *path);

/* Append to `file' the lists at the paths (NULL after the last), compiled
 * into one: of a name that is in two the last one counts. */
void	list_compile(char **path, struct buf *file);

#endif
