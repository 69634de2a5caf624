#ifndef DHARA_KEY_H
#define DHARA_KEY_H

#include "buf.h"

/*
 * Append the key of a name: equal for one name in Devanagari, Gujarati, the
 * other Brahmi scripts, Urdu and Latin.  Part by part, in order, a space
 * between; initials go unless nothing else is there.  A part's key is its
 * consonants by class, upper case: the aspirates with their plain ones, dental
 * with retroflex, sh with s, z with j; no h or y, no doubles; a first vowel is
 * A.  (After the phonetic keys of Russell and of Philips, but for the sounds
 * of India.)
 */
void	key_name(struct buf *, struct str name);

#endif
