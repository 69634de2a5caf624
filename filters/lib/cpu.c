/*
 * Which vector kernels this processor can run.
 */
#include <stdlib.h>
#include <string.h>

#include "cpu.h"

static enum cpu
probe(void)
{
#if defined(__x86_64__) && defined(__GNUC__)
	__builtin_cpu_init();
	if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
	    !__builtin_cpu_supports("bmi2") ||
	    !__builtin_cpu_supports("popcnt"))
		return CPU_SCALAR;
	if (!__builtin_cpu_supports("avx512f") ||
	    !__builtin_cpu_supports("avx512bw") ||
	    !__builtin_cpu_supports("avx512vl") ||
	    !__builtin_cpu_supports("avx512vbmi"))
		return CPU_AVX2;
	return CPU_AVX512;
#else
	return CPU_SCALAR;
#endif
}

enum cpu
cpu_level(void)
{
	static const char *const name[] = { "scalar", "avx2", "avx512" };
	const char *s;
	enum cpu best;
	int i;

	best = probe();
	if ((s = getenv("DHARA_CPU")) == NULL)
		return best;
	for (i = 0; i < (int)best; i++)
		if (strcmp(s, name[i]) == 0)
			return (enum cpu)i;
	return best;
}
