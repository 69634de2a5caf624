#ifndef DHARA_OPT_H
#define DHARA_OPT_H

#include <stddef.h>

/* The options that all filters share; the same letters, the same words. */
enum opt_format {
	FMT_NDJSON,
	FMT_TSV,
	FMT_LINES,		/* input only */
	FMT_FILE,		/* input only */
	FMT_TEXT,		/* output only */
	FMT_CONLL		/* ner only */
};

struct opt {
	const char	*usage;		/* equal to SYNOPSIS, no newline */
	const char	*libs;		/* for -V: uni_version(), or NULL */
	const char	*field;		/* -f: the member that is read */
	const char	*columns;	/* -c a,b,c or NULL */
	const char	*reject;	/* -r FILE or NULL */
	enum opt_format	 in;		/* -i */
	enum opt_format	 out;		/* -o */
	int		 bytes;		/* -b: offsets in bytes */
	int		 strict;	/* -s: stop at the first bad record */
	int		 eager;		/* -u: write each record at once */
	int		 conll;		/* the filter knows FMT_CONLL */
	int		 alone;		/* no filter: shares only -h, -V */
};

/* Give the shared options their defaults; sets the program's name. */
void	opt_init(struct opt *, const char *argv0, const char *usage);

/*
 * The next option that is the filter's own, -1 after the last (operands then
 * start at argv[optind]).  `letters' are the filter's own, in getopt's form.
 * Shared options are taken in on the way; -h, -V, --help and --version print
 * and end; a wrong one prints the usage and ends with status 2.
 */
int	opt_next(struct opt *, int argc, char *argv[], const char *letters);

/* A whole number from lo to hi, or status 2 with a message. */
long long opt_number(const struct opt *, int ch, const char *arg,
	    long long lo, long long hi);

/* A real number from lo to hi, or status 2 with a message. */
double	opt_real(const struct opt *, int ch, const char *arg, double lo,
	    double hi);

#endif
