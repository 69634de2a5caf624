#ifndef DHARA_BRAHMI_H
#define DHARA_BRAHMI_H

#include <stdint.h>

/*
 * The nine Indian blocks from Devanagari U+0900 to Malayalam U+0D7F are laid
 * out alike (ISCII, 1988): the same letter has the same low seven bits.  So
 * one table, that of Devanagari, serves them all.  Sinhala U+0D80 is not laid
 * out so and is not covered.
 */
enum brahmi_block {
	BRAHMI_DEVA, BRAHMI_BENG, BRAHMI_GURU, BRAHMI_GUJR, BRAHMI_ORYA,
	BRAHMI_TAML, BRAHMI_TELU, BRAHMI_KNDA, BRAHMI_MLYM
};

enum brahmi_class {
	BRAHMI_OTHER,		/* unassigned, or no letter */
	BRAHMI_SIGN,		/* candrabindu, anusvara, visarga: 00-03 */
	BRAHMI_VOWEL,		/* independent vowel: 04-14, 60-61, 72-77 */
	BRAHMI_CONSONANT,	/* 15-39, 58-5F, 78-7F */
	BRAHMI_NUKTA,		/* 3C */
	BRAHMI_MATRA,		/* dependent vowel: 3A 3B 3E-4C ... */
	BRAHMI_VIRAMA,		/* 4D */
	BRAHMI_DIGIT,		/* 66-6F */
	BRAHMI_PUNCT		/* danda 64 65, abbreviation sign 70 */
};

static inline int
brahmi_is(uint32_t c)
{
	return c - 0x900 < 0x480;
}

/* Which of the nine blocks; brahmi_is(c) must hold. */
static inline enum brahmi_block
brahmi_block(uint32_t c)
{
	return (enum brahmi_block)((c - 0x900) >> 7);
}

/* The letter in the Devanagari block that stands in the same place. */
static inline uint32_t
brahmi_deva(uint32_t c)
{
	return 0x900 | (c & 0x7f);
}

/* By place in the block; exceptions of single blocks (BENGALI RUPEE MARK
 * ...) are in brahmi.c. */
enum brahmi_class brahmi_class(uint32_t c);

/*
 * The nasal of a consonant's class (varga), folded to Devanagari: U+0919 for
 * ka to ga .. U+092E for pa to ma; 0 for a consonant of none.
 */
uint32_t brahmi_nasal(uint32_t c);

#endif
