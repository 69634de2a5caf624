#ifndef DHARA_MAP_H
#define DHARA_MAP_H

#include "buf.h"

/* A read-only file in memory. */
struct map {
	const unsigned char	*p;
	size_t			 n;
};

/* -1 and errno if it cannot be had; an empty file has n 0. */
int	map_open(struct map *, const char *path);
void	map_close(struct map *);

/*
 * One of dhara's own data files (a model, a compiled list) by base name:
 * looked for in $DHARA_DATA if that is set, else beside the program in
 * ../share/dhara, else in the installed folder.  Ends the program with
 * status 3 if it is in none.
 */
void	map_data(struct map *, const char *name);

#endif
