#ifndef DHARA_UNI_H
#define DHARA_UNI_H

#include "buf.h"

/*
 * The wall to ICU: uni.c is the only file that includes <unicode/...>.  Above
 * it there are code points, UTF-8 and byte offsets.  An ICU error ends the
 * program with status 3 and names the call.
 */

/* "ICU 72.1, Unicode 15.0" */
const char *uni_version(void);

/* Scripts, as small numbers (UScriptCode). */
int	uni_script(uint32_t c);			/* sc (UAX #24) */
int	uni_script_ext(uint32_t c, int *set, int max);	/* scx; the count */
const char *uni_script_name(int script);	/* ISO 15924: "Deva" */
int	uni_script_of(const char *iso15924);	/* -1 if there is none */

/* Character properties. */
int	uni_category(uint32_t c);		/* 'L' 'M' ... 'C' */
const char *uni_category2(uint32_t c);		/* "Lu" "Mn" ... */
int	uni_is_space(uint32_t c);		/* White_Space */
int	uni_is_alpha(uint32_t c);		/* Alphabetic */
int	uni_is_upper(uint32_t c);
int	uni_is_lower(uint32_t c);
int	uni_is_sterm(uint32_t c);		/* Sentence_Terminal */
int	uni_digit(uint32_t c);			/* 0-9; -1: no digit */
int	uni_ccc(uint32_t c);			/* canonical combining class */
uint32_t uni_lower(uint32_t c);			/* simple lower case */

/* Word_Break (UAX #29), as far as words need it. */
enum uni_word_class {
	UNI_WORD_OTHER,
	UNI_WORD_SPACE,			/* White_Space */
	UNI_WORD_LETTER,		/* ALetter, Hebrew_Letter */
	UNI_WORD_DIGIT,			/* Numeric */
	UNI_WORD_JOIN,			/* ExtendNumLet: _ */
	UNI_WORD_EXTEND,		/* Extend, Format, ZWJ */
	UNI_WORD_COMPLEX,		/* a script without spaces */
	UNI_WORD_FLAG,			/* Regional_Indicator */
	UNI_WORD_PREPEND		/* parts not from what follows */
};
enum uni_word_class uni_word_class(uint32_t c);
uint32_t uni_bracket(uint32_t c, int *opens);	/* its pair; 0: no bracket */

/* Normalisation; appends to the buffer. */
enum uni_form { UNI_NFC, UNI_NFD, UNI_NFKC, UNI_NFKD, UNI_NFKC_FOLD };
void	uni_norm(enum uni_form, struct str, struct buf *);

/* UTS #39 skeleton: equal for texts that look alike.  Appends. */
void	uni_skeleton(struct str, struct buf *);

/* Boundaries by UAX #29. */
enum uni_kind { UNI_CHARS, UNI_WORDS, UNI_SENTENCES };
struct uni_break;

struct uni_break *uni_break_new(enum uni_kind, const char *locale);
void	uni_break_free(struct uni_break *);

/* The text must stay until the next uni_break_text; valid UTF-8. */
void	uni_break_text(struct uni_break *, struct str);

/* The next boundary's byte offset, 0 after the last; for words, *word tells
 * whether what ends there holds letters, kana, ideographs or digits. */
size_t	uni_break_next(struct uni_break *, int *word);

/*
 * Names in the locale data (CLDR).  Each appends UTF-8 and returns 1, or
 * returns 0 if the locale has no name of its own.  lang is like "gu".
 */
enum uni_width { UNI_WIDE, UNI_ABBREVIATED };
int	uni_country(const char *lang, const char *iso3166, struct buf *);
int	uni_month(const char *lang, int month, enum uni_width,
	    struct buf *);			/* month 1-12 */
int	uni_weekday(const char *lang, int day, enum uni_width,
	    struct buf *);			/* day 1 Monday - 7 Sunday */
/* "yesterday", "last month": the words for offset units (D W M Y) from now,
 * with digits where the locale has no word. */
int	uni_relative(const char *lang, char unit, int offset, struct buf *);
int	uni_language(const char *lang, const char *iso639, struct buf *);

/* The ISO 3166 two-letter codes that ICU knows, ends in NULL. */
const char *const *uni_countries(void);

/* ICU transliteration, e.g. "Gujarati-Latin". Appends. */
struct uni_translit;
struct uni_translit *uni_translit_new(const char *id);
void	uni_translit_free(struct uni_translit *);
void	uni_translit(struct uni_translit *, struct str, struct buf *);

#endif
