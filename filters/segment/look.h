#ifndef DHARA_LOOK_H
#define DHARA_LOOK_H

#include <stddef.h>
#include <stdint.h>

/* Characters of valid UTF-8, looked at one by one. */

/* White space; a line feed too, for lines may be joined; a byte order mark,
 * for files are. */
int	look_space(uint32_t c);

/* The character at p, or before it; 0 at the end, or at from. */
uint32_t look_at(const char *p, const char *e);
uint32_t look_before(const char *from, const char *p);

/* Behind the character at p; behind white space; before it. */
const char *look_step(const char *p);
const char *look_skip(const char *p, const char *e);
const char *look_trim(const char *from, const char *e);

/*
 * Over marks and joiners that a terminator typed before them has swallowed
 * (थे।ि, or U+FE0F in an emoji's !!): no unit ends inside what a reader sees
 * as one character (UAX #29 GB9, GB9a).
 */
const char *look_marks(const char *p, const char *e);

int	look_upper(uint32_t c);
int	look_lower(uint32_t c);
int	look_digit(uint32_t c);
int	look_word(uint32_t c);		/* letter or digit */
int	look_sterm(uint32_t c);		/* Sentence_Terminal */

/* A letter or mark of an Indian or the Arabic script, or of any other
 * without case. */
int	look_native(uint32_t c);

#endif
