/*
 * The fold: one pass from UTF-8 to word hashes.  A word's hash goes over
 * its folded code points in the manner of FNV-1a (exclusive or, multiply), with
 * a longer multiplier, and is mixed at the end.
 *
 * Two rules look back.  A nasal with virama before a consonant of its own
 * class (varga) is the anusvara, सम्बन्ध = संबंध (U+092E U+094D U+092C); and marks
 * that come in the wrong order are sorted by combining class.  For these the
 * hash before the last code point is kept.
 */
#include <stdlib.h>
#include <string.h>

#include "brahmi.h"
#include "fold.h"
#include "hash.h"
#include "mem.h"
#include "utf8.h"

#define BASIS	UINT64_C(0xcbf29ce484222325)	/* FNV-1a, 64 bits */
#define SPREAD	UINT64_C(0x9e3779b97f4a7c15)	/* 2^64 / golden ratio */

/* Below here the table is laid flat: all scripts of India, Latin, Arabic and
 * general punctuation; 48 KiB, of which a text touches a few lines. */
#define FLAT	0x3000

#define VIRAMA	9		/* its combining class */

static uint32_t flat[FLAT];

struct state {
	uint64_t	 h;		/* hash of the word so far */
	uint64_t	 before;	/* the same without `last' */
	uint64_t	 nasal_h;	/* the same before nasal and virama */
	uint32_t	 last;
	uint32_t	 nasal;		/* a nasal and a virama just passed */
	uint32_t	 ccc;		/* combining class of `last' */
	int		 in;		/* inside a word */
};

static uint32_t
lookup(uint32_t c)
{
	return fold_act[fold_cell[(size_t)fold_page[c / FOLD_PAGE] *
	    FOLD_PAGE + c % FOLD_PAGE]];
}

static void
lay_flat(void)
{
	uint32_t c, a;

	for (c = 0; c < FLAT; c++) {
		a = lookup(c);
		if (a >> 24 == FOLD_SELF || a >> 24 == FOLD_VIRAMA)
			a |= c;
		flat[c] = a;
	}
}

static inline uint64_t
step(uint64_t h, uint32_t c)
{
	return (h ^ c) * SPREAD;
}

uint64_t
fold_word(const uint32_t *c, size_t n)
{
	uint64_t h = BASIS;
	size_t i;

	for (i = 0; i < n; i++)
		h = step(h, c[i]);
	return hash_word(h);
}

static inline void
letter(struct state *s, uint32_t c)
{
	if (s->nasal != 0) {
		if (((c ^ s->nasal) & ~UINT32_C(0x7f)) == 0 &&
		    brahmi_nasal(c) == brahmi_deva(s->nasal) &&
		    c != s->nasal)	/* अन्न is not written अंन */
			s->h = step(s->nasal_h,
			    (s->nasal & ~UINT32_C(0x7f)) | 0x02);
		s->nasal = 0;
	}
	s->before = s->h;
	s->h = step(s->h, c);
	s->last = c;
	s->ccc = 0;
	s->in = 1;
}

/* Canonical order (Unicode 3.11, D109) for two marks; a third that would
 * have to pass both stays behind the first. */
static void
mark(struct state *s, uint32_t c, uint32_t ccc)
{
	uint32_t last = s->last, over = s->in ? s->ccc : 0;

	if (over > ccc) {
		s->h = s->before;
		letter(s, c);
		letter(s, last);
		s->ccc = over;
	} else {
		letter(s, c);
		s->ccc = ccc;
	}
}

static void
virama(struct state *s, uint32_t c)
{
	uint64_t h = s->before;
	uint32_t last = s->in ? s->last : 0;

	if (s->ccc > VIRAMA) {
		mark(s, c, VIRAMA);
		return;
	}
	letter(s, c);
	if (brahmi_is(last) && brahmi_nasal(last) == brahmi_deva(last)) {
		s->nasal = last;
		s->nasal_h = h;
	}
}

static inline void
space(struct state *s, struct fold *f)
{
	if (!s->in)
		return;
	f->word = f->n < f->cap ? f->word :
	    mem_grow(f->word, &f->cap, f->n + 1, sizeof(*f->word));
	f->word[f->n++] = hash_word(s->h);
	s->h = BASIS;
	s->in = 0;
	s->nasal = 0;
	s->ccc = 0;
	s->last = 0;
}

/* UAX #15, Hangul decomposition (Unicode 3.12). */
static void
hangul(struct state *s, uint32_t c)
{
	c -= 0xac00;
	letter(s, 0x1100 + c / 588);
	letter(s, 0x1161 + c % 588 / 28);
	if (c % 28 != 0)
		letter(s, 0x11a7 + c % 28);
}

/* All that is not a plain letter. */
static void
other(struct state *s, struct fold *f, uint32_t c, uint32_t a)
{
	const uint32_t *q, *e;

	switch ((enum fold_kind)(a >> 24)) {
	case FOLD_SELF:
		letter(s, c);
		break;
	case FOLD_MAP:
		letter(s, a & 0xffffff);
		break;
	case FOLD_VIRAMA:
		virama(s, c);
		break;
	case FOLD_MARK:
		mark(s, c, a & 0xff);
		break;
	case FOLD_SPACE:
		space(s, f);
		break;
	case FOLD_DROP:
		break;
	case FOLD_SEQ:
		q = fold_seq + (a & 0xffffff) / 32;
		for (e = q + a % 32; q < e; q++)
			other(s, f, *q, lookup(*q));
		break;
	case FOLD_HANGUL:
		hangul(s, c);
		break;
	}
}

/* Letter by letter, from one space to another. */
static void
plain(struct fold *f, const char *p, const char *e)
{
	struct state s = { .h = BASIS };
	uint32_t c, a;

	while (p < e) {
		c = utf8_step(&p);
		a = c < FLAT ? flat[c] : lookup(c);
		if (a >> 24 == FOLD_SPACE)
			space(&s, f);
		else if (a >> 24 <= FOLD_MAP && c < FLAT)
			letter(&s, a & 0xffffff);
		else
			other(&s, f, c, a);
	}
	space(&s, f);
}

/*
 * Few words are new: what a run of bytes between two ASCII spaces gave the
 * last time is remembered, in lines of one cache line each.  An ASCII space
 * ends every rule that looks back, so runs fold alike wherever they stand.
 * Runs are cut a batch at a time, so that their lines have been asked for
 * before they are looked at.
 */
#define RUN		40		/* bytes, a multiple of 8 */
#define MEMO		16384
#define BATCH		32

struct memo {
	char		 raw[RUN];
	uint32_t	 len;		/* bytes; 0 is a free line */
	uint32_t	 n;		/* words it gave */
	uint64_t	 word[2];
};

struct run {
	const char	*p;
	size_t		 len;
	struct memo	*m;		/* NULL: too long for one */
};

static struct memo memo[MEMO];

static uint64_t
load(const char *p)
{
	uint64_t v;

	memcpy(&v, p, sizeof(v));
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	v = __builtin_bswap64(v);
#endif
	return v;
}

/*
 * The run at p, of which RUN + 8 bytes can be read, and its line.  Eight
 * bytes at a time: in x - 21h.. the high bit of a byte says that it was at
 * most a space, if it was not set before, and no borrow comes from below the
 * first such byte.
 */
static void
cut(struct run *r, const char *p, const char *e)
{
	uint64_t x, less, h = 0;
	size_t i, k;

	r->p = p;
	for (i = 0; i <= RUN; i += 8) {
		x = load(p + i);
		less = (x - UINT64_C(0x2121212121212121)) & ~x &
		    UINT64_C(0x8080808080808080);
		if (less == 0) {
			h = (h ^ x) * SPREAD;
			h ^= h >> 29;
			continue;
		}
		k = (size_t)__builtin_ctzll(less) / 8;
		x = k == 0 ? 0 : x & ~UINT64_C(0) >> (64 - 8 * k);
		if ((r->len = i + k) > RUN)
			break;
		r->m = &memo[((h ^ x) * SPREAD >> 32) % MEMO];
		__builtin_prefetch(r->m);
		return;
	}
	r->m = NULL;
	for (p += RUN; p < e && (unsigned char)*p > ' '; )
		p++;
	r->len = (size_t)(p - r->p);
}

/* What a run gives, and remember it. */
static void
learn(struct fold *f, const struct run *r)
{
	size_t n = f->n;

	plain(f, r->p, r->p + r->len);
	n = f->n - n;
	if (r->m == NULL || n > 2)
		return;
	memcpy(r->m->raw, r->p, r->len);
	r->m->len = (uint32_t)r->len;
	r->m->n = (uint32_t)n;
	memcpy(r->m->word, f->word + f->n - n, n * sizeof(*f->word));
}

static void
take(struct fold *f, const struct run *r)
{
	const struct memo *m = r->m;

	if (m == NULL || m->len != r->len || memcmp(m->raw, r->p, r->len)) {
		learn(f, r);
		return;
	}
	if (f->n + 2 > f->cap)
		f->word = mem_grow(f->word, &f->cap, f->n + 2,
		    sizeof(*f->word));
	memcpy(f->word + f->n, m->word, sizeof(m->word));
	f->n += m->n;
}

void
fold_text(struct fold *f, struct str text)
{
	const char *p = text.p, *e = p + text.n;
	struct run r[BATCH];
	size_t i, n;

	if (flat['A'] == 0)
		lay_flat();
	f->n = 0;
	if (text.n == 0)
		return;
	do {
		for (n = 0; n < BATCH && e - p >= RUN + 8; ) {
			if ((unsigned char)*p <= ' ') {
				p++;
				continue;
			}
			cut(&r[n], p, e);
			p += r[n++].len;
		}
		for (i = 0; i < n; i++)
			take(f, &r[i]);
	} while (n == BATCH);
	plain(f, p, e);
}

void
fold_text_plain(struct fold *f, struct str text)
{
	if (flat['A'] == 0)
		lay_flat();
	f->n = 0;
	if (text.n > 0)
		plain(f, text.p, text.p + text.n);
}

void
fold_free(struct fold *f)
{
	free(f->word);
	*f = (struct fold){ 0 };
}
