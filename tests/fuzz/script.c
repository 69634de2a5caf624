/*
 * libFuzzer target: whatever valid UTF-8 it is, the vector kernels count as
 * the scalar one does, which counts as ICU's properties say; runs have all of
 * the text in order; addresses, flags and features stay inside.
 */
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "flag.h"
#include "lang.h"
#include "scan.h"
#include "script.h"
#include "uni.h"
#include "utf8.h"

#define SETS	64

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
same(const struct script_count *a, const struct script_count *b)
{
	if (a->nseen != b->nseen || a->signs != b->signs ||
	    a->unknown != b->unknown || memcmp(a->n, b->n, sizeof(a->n)) != 0 ||
	    memcmp(a->seen, b->seen, (size_t)a->nseen) != 0)
		abort();
}

/* UAX #24 by ICU: a shared character goes with the script before it. */
static void
by_icu(struct str s, const struct script_count *c)
{
	static size_t n[SCRIPT_MAX];
	int set[SETS], cur = -1, i, k, script;
	const char *p = s.p, *name;
	uint32_t ch;

	memset(n, 0, sizeof(n));
	while (p < s.p + s.n) {
		ch = utf8_step(&p);
		script = uni_script(ch);
		name = uni_script_name(script);
		if (strcmp(name, "Zyyy") == 0 || strcmp(name, "Zinh") == 0 ||
		    strcmp(name, "Zzzz") == 0)
			continue;
		k = uni_script_ext(ch, set, SETS);
		for (i = 0; i < k && k > 1; i++)
			if (set[i] == cur)
				script = cur;
		cur = script;
		n[script_of_name(str_of(uni_script_name(cur)))]++;
	}
	if (memcmp(n, c->n, sizeof(n)) != 0)
		abort();
}

static void
runs(struct str s)
{
	static struct script_runs r;
	size_t i, at = 0;

	script_runs(&r, s);
	for (i = 0; i < r.n; i++) {
		if (r.r[i].start != at || r.r[i].end <= at)
			abort();
		at = r.r[i].end;
	}
	if (at != s.n)
		abort();
}

static void
inside(struct str s)
{
	static uint32_t bucket[LANG_FEATURES];
	static struct flags f;
	static struct buf b;
	struct str a;
	size_t at = 0, i, letters, n;

	while (address_next(s, &at, &a))
		if (a.n == 0 || a.p < s.p || a.p + a.n != s.p + at)
			abort();
	buf_clear(&b);
	(void)address_cut(s, &b);
	if (utf8_valid(buf_slice(&b)) < b.n)
		abort();
	flag_words(&f, s);
	for (i = 0; i < f.n; i++)
		if (f.f[i].start >= f.f[i].end || f.f[i].end > s.n)
			abort();
	n = lang_features(s, script_of(0x905), 12, bucket, &letters);
	for (i = 0; i < n; i++)
		if (n > LANG_FEATURES || bucket[i] >> 12 != 0)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct script_count a, b;
	struct str s = { (const char *)data, size };
	const char *p, *q;
	int level;

	if (size == 0)
		return 0;
	s.n = utf8_valid(s);
	script_count_scalar(&a, s);
	by_icu(s, &a);
	for (level = CPU_SCALAR; level <= CPU_AVX512; level++) {
		memset(&b, 0, sizeof(b));
		p = q = s.p;
		if (scan_with((enum cpu)level, &b, s) == -1 ||
		    scan_sign_with((enum cpu)level, &p, s.p + s.n) == -1)
			break;
		same(&a, &b);
		if (p != scan_sign_scalar(q, s.p + s.n))
			abort();
	}
	runs(s);
	inside(s);
	return 0;
}
