#ifndef DHARA_SCRIPT_H
#define DHARA_SCRIPT_H

#include "buf.h"

/*
 * Scripts of a text by UAX #24: how many letters each has, and runs.  Pure:
 * no I/O.  All text is valid UTF-8.  A script is a small number, the index
 * of its ISO 15924 code in script_tab.c; the first three are no scripts.
 */
enum {
	SCRIPT_ZYYY,		/* Common */
	SCRIPT_ZINH,		/* Inherited */
	SCRIPT_ZZZZ,		/* Unknown: private use, unassigned */
	SCRIPT_STRONG		/* the first real one */
};

#define SCRIPT_MAX	192
#define SCRIPT_NONE	(-1)

/* Code points of each strong script, in the order they were met. */
struct script_count {
	size_t		n[SCRIPT_MAX];
	unsigned char	seen[SCRIPT_MAX];
	int		nseen;
	int		unknown;	/* Zzzz was met */
	int		signs;		/* of an address; see scan_sign */
};

struct script_run {
	size_t	start;		/* bytes */
	size_t	end;
	int	script;
};

struct script_runs {
	struct script_run	*r;
	size_t			 n;
	size_t			 cap;
};

/* "Deva"; a static string.  And back: SCRIPT_NONE if there is none. */
const char *script_name(int script);
int	script_of_name(struct str iso15924);

/* sc of a code point, and whether `script' is in its scx (UAX #24 section
 * 5.2; a code point without a set of its own has {sc}). */
int	script_of(uint32_t c);
int	script_has(uint32_t c, int script);

/*
 * Count into c, which is all zero or was used before.  A strong character
 * whose scx holds the script before it counts for that one: a Devanagari
 * digit in a Kaithi text.
 */
void	script_count(struct script_count *c, struct str text);

/* The same without vector instructions, to compare with. */
void	script_count_scalar(struct script_count *c, struct str text);

/* The script with the most letters, the first met among equals; Zyyy or Zzzz
 * when there are none. */
int	script_main(const struct script_count *c);
int	script_mixed(const struct script_count *c);

/*
 * Cut the text into runs of one script.  Neutral characters stay with the
 * run before them, leading ones go to the first strong one; a danda whose
 * scx does not hold the script before it goes to the next run if it may; a
 * closing bracket or quote gets the script of its opener (as in Pango).
 */
void	script_runs(struct script_runs *, struct str text);
void	script_runs_free(struct script_runs *);

#endif
