/*
 * ICU's uscript_getScript for each code point: the script that most have.
 */
#include <string.h>

#include "peer.h"
#include "uni.h"
#include "utf8.h"

#define SCRIPTS	256

const char peer_member[] = "script";

const char *
peer_label(const char *p, size_t n)
{
	static size_t count[SCRIPTS];
	const char *e = p + n;
	int best = -1, i, neutral[3];

	neutral[0] = uni_script_of("Zyyy");
	neutral[1] = uni_script_of("Zinh");
	neutral[2] = uni_script_of("Zzzz");
	memset(count, 0, sizeof(count));
	while (p < e) {
		i = uni_script(utf8_step(&p));
		if (i >= 0 && i < SCRIPTS)
			count[i]++;
	}
	for (i = 0; i < SCRIPTS; i++)
		if (count[i] > 0 && i != neutral[0] && i != neutral[1] &&
		    i != neutral[2] && (best == -1 || count[i] > count[best]))
			best = i;
	return best == -1 ? "Zyyy" : uni_script_name(best);
}
