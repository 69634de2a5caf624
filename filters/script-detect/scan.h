#ifndef DHARA_SCAN_H
#define DHARA_SCAN_H

#include "cpu.h"
#include "script.h"

/*
 * The counting kernels of script.c.  All give the same counts, order and
 * flags; scan_best is the best this processor has (cpu.h).
 */
void	scan_scalar(struct script_count *, struct str);
void	scan_best(struct script_count *, struct str);

/*
 * One kernel by its level, to compare it with the scalar one; 0, or -1 if this
 * processor cannot run it.
 */
int	scan_with(enum cpu, struct script_count *, struct str);
int	scan_sign_with(enum cpu, const char **p, const char *e);

/*
 * The first byte in [p, e) that an address has and ordinary text seldom: '@',
 * '#', '/', or a '.' with an ASCII letter behind it; e if there is none.
 * script_count's `signs' tells whether a text has one.
 */
const char *scan_sign(const char *p, const char *e);
const char *scan_sign_scalar(const char *p, const char *e);

#endif
