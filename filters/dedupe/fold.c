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
#if defined(__SSE2__)
#include <emmintrin.h>
#endif
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
#define RUN		32		/* bytes */
#define MEMO		16384
#define BATCH		32

struct memo {
	uint64_t	 raw[RUN / 8];	/* padded with zeros; all: free line */
	uint64_t	 word[2];
	uint32_t	 n;		/* words it gave */
	uint32_t	 pad[3];	/* to 64 bytes */
};

struct run {
	uint64_t	 raw[RUN / 8];	/* as in a line */
	const char	*p;
	size_t		 len;
	struct memo	*m;		/* NULL: too long for one */
};

static struct memo memo[MEMO];

size_t
fold_span_scalar(const char *p, uint64_t raw[4])
{
	unsigned char c[RUN] = { 0 };
	size_t n;

	for (n = 0; n < RUN && (unsigned char)p[n] > ' '; n++)
		c[n] = (unsigned char)p[n];
	memcpy(raw, c, RUN);
	return n;
}

#if defined(__SSE2__)
/* Without a branch: lengths of words are hard to foresee. */
size_t
fold_span(const char *p, uint64_t raw[4])
{
	static const unsigned char keep[2 * RUN] = {
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255
	};
	const __m128i blank = _mm_set1_epi8(' ');
	__m128i a = _mm_loadu_si128((const void *)p);
	__m128i b = _mm_loadu_si128((const void *)(p + 16));
	uint64_t end;
	size_t n;

	/* At most a space: the lesser of it and a space is itself. */
	end = (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(
	    _mm_min_epu8(a, blank), a));
	end |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(
	    _mm_min_epu8(b, blank), b)) << 16;
	n = (size_t)__builtin_ctzll(end | UINT64_C(1) << RUN);
	a = _mm_and_si128(a, _mm_loadu_si128((const void *)(keep + RUN - n)));
	b = _mm_and_si128(b,
	    _mm_loadu_si128((const void *)(keep + RUN + 16 - n)));
	_mm_storeu_si128((void *)raw, a);
	_mm_storeu_si128((void *)(raw + 2), b);
	return n;
}
#else
size_t
fold_span(const char *p, uint64_t raw[4])
{
	return fold_span_scalar(p, raw);
}
#endif

/* The run at p, of which RUN bytes can be read, and its line. */
static inline void
cut(struct run *r, const char *p, const char *e)
{
	uint64_t h;

	r->p = p;
	r->len = fold_span(p, r->raw);
	h = r->raw[0] * SPREAD + r->raw[1] * UINT64_C(0xbf58476d1ce4e5b9) +
	    r->raw[2] * UINT64_C(0x94d049bb133111eb) +
	    r->raw[3] * UINT64_C(0xd6e8feb86659fd93);
	r->m = &memo[(h ^ h >> 29) * SPREAD >> 32 & (MEMO - 1)];
	__builtin_prefetch(r->m);
	if (r->len < RUN)
		return;
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
	memcpy(r->m->raw, r->raw, RUN);
	r->m->n = (uint32_t)n;
	memcpy(r->m->word, f->word + f->n - n, n * sizeof(*f->word));
}

static inline void
take(struct fold *f, const struct run *r)
{
	const struct memo *m = r->m;

	if (m == NULL || ((m->raw[0] ^ r->raw[0]) | (m->raw[1] ^ r->raw[1]) |
	    (m->raw[2] ^ r->raw[2]) | (m->raw[3] ^ r->raw[3])) != 0) {
		learn(f, r);
		return;
	}
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
		for (n = 0; n < BATCH && e - p >= RUN; ) {
			cut(&r[n], p, e);
			p += r[n].len;
			p += p < e;		/* the space */
			n += r[n].len > 0;
		}
		for (i = 0; i < n; i++) {
			/* Only learn() makes room for itself. */
			if (f->n + 2 > f->cap)
				f->word = mem_grow(f->word, &f->cap,
				    f->n + 2, sizeof(*f->word));
			take(f, &r[i]);
		}
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
