#ifndef DHARA_CPU_H
#define DHARA_CPU_H

/*
 * What the vector kernels may use.  Levels are ordered: a kernel for a lower
 * one is good on a higher one.  DHARA_CPU=scalar|avx2|avx512 in the
 * environment lowers the level (for tests and benchmarks), never raises it.
 * A kernel is one static function pointer that starts at a chooser.
 */
enum cpu {
	CPU_SCALAR,
	CPU_AVX2,		/* AVX2, BMI1, BMI2, POPCNT */
	CPU_AVX512		/* F BW VL VBMI (Ice Lake, Zen 4) */
};

enum cpu cpu_level(void);

#endif
