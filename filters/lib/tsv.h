#ifndef DHARA_TSV_H
#define DHARA_TSV_H

#include "buf.h"

/*
 * Tab-separated values: a header line, one record a line, and in a cell
 * \t \n \r \\ for the characters that would break the table.
 */
struct tsv {
	struct str	*cell;
	size_t		 n;
	size_t		 cap;
};

/* Cut a line at its tabs; slices point into the line, still escaped. */
void	tsv_split(struct tsv *, struct str line);
void	tsv_free(struct tsv *);

/* Append a cell's meaning; an unknown escape stays as it is. */
void	tsv_decode(struct buf *, struct str cell);
void	tsv_encode(struct buf *, struct str s);

#endif
