#ifndef DHARA_MSG_H
#define DHARA_MSG_H

#include <stddef.h>

/*
 * Messages, and the status they add up to.  Grammar: "prog: file:line:byte:
 * reason", "prog: file: strerror", "prog: reason".  Only this module writes
 * to standard error and only this module ends the program.
 */
enum {
	ST_OK,			/* all read, every record good */
	ST_SOME,		/* all read; some records or files bad */
	ST_USAGE,		/* wrong call; nothing was read */
	ST_FATAL		/* could not go on; whole records only */
};

void	msg_init(const char *argv0);

/* A bad record: counted; the first 20 are printed.  line, byte from 1. */
void	msg_bad(const char *file, size_t line, size_t byte, const char *why);

/* A file that cannot be read: printed with strerror(err); the rest goes on. */
void	msg_file(const char *file, int err);

/* A remark that changes no status. */
void	msg_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The machine failed us, not the input: message, then status 3. */
_Noreturn void msg_die(const char *fmt, ...)
    __attribute__((format(printf, 1, 2)));

/* A wrong call: the reason if there is one, the usage, then status 2. */
_Noreturn void msg_usage(const char *usage, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Print to standard output (help, version), then end with status 0. */
_Noreturn void msg_print(const char *text);

/* End silently: the reader of our output has left. */
_Noreturn void msg_gone(void);

size_t	msg_bad_count(void);

/* Say how many bad records were not printed; return ST_OK or ST_SOME. */
int	msg_status(void);

#endif
