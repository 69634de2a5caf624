#ifndef DHARA_WORDS_H
#define DHARA_WORDS_H

#include <stddef.h>
#include <stdint.h>

/*
 * The words that decide where sentences end, by language.  Letters of the
 * nine Brahmi blocks are folded onto Devanagari, so that one entry can serve
 * several scripts; joiners and nukta do not count; Latin is lower case.
 */

/* Lists, as bits. */
enum {
	WORDS_SHORT = 1,	/* short form of several syllables */
	WORDS_NUMBERED = 2,	/* short form only next to a number */
	WORDS_LETTER = 4,	/* name of a Latin letter */
	WORDS_ENDER = 8,	/* one syllable, and yet ends sentences */
	WORDS_SAYS = 16,	/* verb of saying */
	WORDS_CHAPTER = 32,	/* goes before the number of a chapter */
	WORDS_VERB = 64,	/* verb form that ends clauses */
	WORDS_FINAL = 128,	/* short form that may end a sentence */
	WORDS_OPENER = 256,	/* opens sentences */
	WORDS_YES = 512,	/* "हाँ": before जी, which is then no initial */
	WORDS_CLOCK = 1024,	/* English: goes on after "5 p.m." */
	WORDS_ETC = 2048,	/* ends a sentence before any capital */
	WORDS_DEGREE = 4096,	/* last part of a degree: बी.कॉम. */
	WORDS_ANSWER = 8192,	/* says, with a verb: "जवाब दिया" */
	WORDS_NEVER = 16384,	/* short form that never ends a sentence: vs */
	WORDS_RANK = 32768,	/* goes on after "लेफ्टि." */
	WORDS_THAT = 65536,	/* goes on behind a quotation: "என்று", "ने" */
	WORDS_AFTER = 131072,	/* never opens a sentence: "में" */
	WORDS_STEM = 262144,	/* of a verb of saying: "கூறி", கூறினார் */
	WORDS_CONJ = 524288,	/* goes before a quotation: "कि" */
	WORDS_AND = 1048576,	/* "and", "or" */
	WORDS_ALONE = 2097152,	/* a sentence by itself: "नमस्ते" */
	WORDS_PLACE = 4194304	/* opens names of places: "नई" */
};

#define WORD_LETTERS	24	/* longer words are in no list */

struct word {
	uint16_t	c[WORD_LETTERS];
	size_t		n;
};

/* Languages, as bits; 0 is none in particular. */
typedef uint32_t langs;

/* By ISO 639 code, e.g. "mr", "mar", "mr-IN"; a language without lists of
 * its own counts with its nearest kin.  0 for one that is not known. */
langs	words_lang(const char *iso, size_t n);

/* Those of `hint' that are written in the script of letter c, or all that
 * are if none is. */
langs	words_langs(uint32_t c, langs hint);

/* -1 if [p, e), valid UTF-8, is longer than any word of the lists. */
int	words_fold(struct word *, const char *p, const char *e);

/* The lists that have it for one of these languages. */
unsigned int words_lists(const struct word *, langs);

/* Fold and look up, languages by the first letter's script. */
unsigned int words_find(const char *p, const char *e, langs hint);

#endif
