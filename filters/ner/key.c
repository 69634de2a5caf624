/*
 * Name keys.  A letter is worth one class, whatever script it stands in:
 * लावरोव, લવરોવ and Lavrov are all LVRV.  sound.c turns the letters of one
 * part into classes; here a name is cut into parts, and the parts that are no
 * part of the name are left out.
 */
#include <string.h>

#include "brahmi.h"
#include "key.h"
#include "sound.h"
#include "utf8.h"
#include "word.h"

/* Where a part of a name ends: white space, a hyphen, a full stop. */
static int
parts_at(uint32_t c)
{
	return c <= ' ' || c == '-' || c == '.' || c == 0xa0 || c == ',' ||
	    c == '(' || c == ')' || c == '/';
}

/* The next part from *p on, empty after the last. */
static struct str
next_part(const char **p, const char *e)
{
	const char *s = *p, *q;

	while (s < e) {
		q = s;
		if (!parts_at(utf8_step(&q)))
			break;
		s = q;
	}
	for (*p = s; *p < e; *p = q) {
		q = *p;
		if (parts_at(utf8_step(&q)))
			break;
	}
	return (struct str){ s, (size_t)(*p - s) };
}

/*
 * Is the part before `rest' an initial as the languages of the south write
 * it: one syllable and a full stop, with more to follow (மு.க. ஸ்டாலின்)?
 */
static int
is_initial(struct str part, struct str rest)
{
	const char *p = part.p, *e = part.p + part.n;
	uint32_t c = utf8_step(&p);

	if (rest.n < 2 || *rest.p != '.' || !brahmi_is(c) ||
	    (brahmi_class(c) != BRAHMI_CONSONANT &&
	    brahmi_class(c) != BRAHMI_VOWEL))
		return 0;
	return p == e || (brahmi_class(utf8_step(&p)) == BRAHMI_MATRA &&
	    p == e);
}

/* Append the keys of the parts whose kind is at most `most'. */
static void
keys(struct buf *b, struct str name, enum word most)
{
	const char *p = name.p, *e = name.p + name.n, *as;
	size_t from = b->n;
	struct sound sound;
	struct str part;
	enum word kind;

	while ((part = next_part(&p, e)).n > 0) {
		kind = word_kind(part, &as);
		if (kind > most || (kind == WORD_NAME && is_initial(part,
		    (struct str){ p, (size_t)(e - p) })))
			continue;
		if (kind == WORD_TRANSLATED || kind == WORD_KIND)
			part = (struct str){ as, strcspn(as, " ") };
		sound_part(&sound, part);
		if (sound.n > 0 && b->n > from)
			buf_putc(b, ' ');
		buf_put(b, sound.k, sound.n);
	}
}

/* The least kind of part among those of the name. */
static enum word
least(struct str name)
{
	const char *p = name.p, *e = name.p + name.n, *as;
	enum word least_kind = WORD_TITLE, kind;
	struct str part;

	while ((part = next_part(&p, e)).n > 0)
		if ((kind = word_kind(part, &as)) < least_kind)
			least_kind = kind;
	return least_kind;
}

void
key_name(struct buf *b, struct str name)
{
	enum word k = least(name);

	/* Of "Uttar Pradesh" both words stay, of "Pune District" one. */
	keys(b, name, k == WORD_NAME ? WORD_TRANSLATED :
	    k == WORD_TRANSLATED ? WORD_KIND : k);
}
