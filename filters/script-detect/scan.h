#ifndef DHARA_SCAN_H
#define DHARA_SCAN_H

#include "script.h"

/*
 * The counting kernels of script.c.  All give the same counts, order and
 * flags; scan_best is the best this processor has (cpu.h).
 */
void	scan_scalar(struct script_count *, struct str);
void	scan_best(struct script_count *, struct str);

#endif
