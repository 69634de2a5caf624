/*
 * What a letter is, by its place in its block: ISCII's order, kept by
 * Unicode for the nine blocks from Devanagari to Malayalam.
 */
#include "brahmi.h"

#define S BRAHMI_SIGN
#define V BRAHMI_VOWEL
#define C BRAHMI_CONSONANT
#define N BRAHMI_NUKTA
#define M BRAHMI_MATRA
#define H BRAHMI_VIRAMA
#define D BRAHMI_DIGIT
#define P BRAHMI_PUNCT
#define O BRAHMI_OTHER

static const unsigned char place[128] = {
	S, S, S, S, V, V, V, V, V, V, V, V, V, V, V, V,	/* 00 */
	V, V, V, V, V, C, C, C, C, C, C, C, C, C, C, C,	/* 10 */
	C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,	/* 20 */
	C, C, C, C, C, C, C, C, C, C, M, M, N, O, M, M,	/* 30 */
	M, M, M, M, M, M, M, M, M, M, M, M, M, H, M, M,	/* 40 */
	O, O, O, O, O, M, M, M, C, C, C, C, C, C, C, C,	/* 50 */
	V, V, M, M, P, P, D, D, D, D, D, D, D, D, D, D,	/* 60 */
	P, O, V, V, V, V, V, V, C, C, C, C, C, C, C, C	/* 70 */
};

/*
 * From place 70 on the blocks go their own ways: Gurmukhi has addak and
 * vowel bearers, Bengali rupee and number marks, Tamil and Malayalam
 * numbers, Malayalam chillus (7A-7F) ...
 */
static enum brahmi_class
above(enum brahmi_block b, unsigned int at)
{
	switch (b) {
	case BRAHMI_DEVA:
		return (enum brahmi_class)place[at];
	case BRAHMI_BENG:		/* U+09F0 U+09F1: Assamese ra, wa */
		return at == 0x70 || at == 0x71 ? C :
		    at == 0x7c ? S : at == 0x7e ? M : O;
	case BRAHMI_GURU:		/* tippi, addak; iri, ura */
		return at == 0x70 || at == 0x71 ? S :
		    at == 0x72 || at == 0x73 ? V : at == 0x75 ? M : O;
	case BRAHMI_GUJR:		/* abbreviation sign; zha */
		return at == 0x70 ? P : at == 0x79 ? C :
		    at >= 0x7a ? M : O;
	case BRAHMI_ORYA:		/* U+0B71: wa */
		return at == 0x71 ? C : O;
	case BRAHMI_KNDA:		/* jihvamuliya, upadhmaniya */
		return at == 0x71 || at == 0x72 ? C : O;
	case BRAHMI_MLYM:		/* chillus are dead consonants */
		return at >= 0x7a ? C : O;
	case BRAHMI_TAML:
	case BRAHMI_TELU:
		break;
	}
	return O;
}

/* Below 70 only these few stand in another's place. */
static enum brahmi_class
below(uint32_t c)
{
	switch (c) {
	case 0x9ce:			/* khanda ta */
	case 0xd3a:			/* ttta */
	case 0xd4e:			/* dot reph */
	case 0xd54: case 0xd55: case 0xd56:	/* chillus */
		return C;
	case 0xc04: case 0xd04:		/* anusvara above, vedic anusvara */
		return S;
	case 0xc84: case 0xd4f:		/* siddham, para sign */
		return O;
	default:			/* Malayalam fractions */
		return c >= 0xd58 && c <= 0xd5e ? O :
		    (enum brahmi_class)place[c & 0x7f];
	}
}

enum brahmi_class
brahmi_class(uint32_t c)
{
	unsigned int at = c & 0x7f;

	if (!brahmi_is(c))
		return O;
	if (at >= 0x70)
		return above(brahmi_block(c), at);
	return below(c);
}

uint32_t
brahmi_nasal(uint32_t c)
{
	unsigned int at = c & 0x7f;

	if (!brahmi_is(c) || at < 0x15 || at > 0x2e || at == 0x29)
		return 0;
	if (at < 0x1a)
		return 0x919;
	if (at < 0x1f)
		return 0x91e;
	if (at < 0x24)
		return 0x923;
	return at < 0x29 ? 0x928 : 0x92e;
}
