#ifndef DHARA_SOUND_H
#define DHARA_SOUND_H

#include "buf.h"

/* The sound of one word as upper-case consonant classes. */
#define SOUND_MAX	48

struct sound {
	char	k[SOUND_MAX];
	size_t	n;
	int	vowel;		/* a vowel since the last consonant */
	int	cluster;	/* a virama since it */
	int	aytham;		/* Tamil's sign of foreign sounds */
};

/* Replaces what was there; letters beyond SOUND_MAX classes are left out.
 * Valid UTF-8. */
void	sound_part(struct sound *, struct str word);

#endif
