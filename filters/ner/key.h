#ifndef DHARA_KEY_H
#define DHARA_KEY_H

#include "buf.h"

/*
 * Append the key of a name: equal for one name in Devanagari, Gujarati, the
 * other Brahmi scripts, Urdu and Latin.  Part by part, in order, a space
 * between.  Initials, titles, "and", "of" go, and the kind of a place
 * (district, জেলা) where its name stays; a few words that languages translate
 * (north, উত্তর) are keyed as in English.  A part's key is its consonants by
 * class, upper case: the aspirates with their plain ones, dental with
 * retroflex, sh with s, z with j, bh with v; no h or y but at the start, no
 * doubles; a first vowel is A.  (After the phonetic keys of Russell and of
 * Philips, but for the sounds of India.)
 */
void	key_name(struct buf *, struct str name);

#endif
