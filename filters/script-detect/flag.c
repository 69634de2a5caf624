/*
 * Words whose letters do not belong together.  Latin with a native suffix or
 * the other way round (SCOમાં, MP3को, भारतGDP) is how people write, so one
 * border between Latin and another script proves nothing; two borders do, and
 * so do letters that look like those beside them (UTS #39), if the text shows
 * no other use of their script.
 *
 * A first pass reads words and keeps those with more than one script, or with
 * a sign that no word has; only they, one in a thousand, are taken apart.
 */
#include <stdlib.h>
#include <string.h>

#include "flag.h"
#include "mem.h"
#include "script.h"
#include "script_tab.h"
#include "utf8.h"

#define RUNS	12		/* of a word; the rest is not looked at */
#define BENGALI_NUMERATOR_FOUR	0x9f7

/* Scripts by family: those that share letters with Latin, and those that are
 * written without spaces, so that our words are none. */
enum family { NATIVE, LATIN, WESTERN, UNSPACED };

struct run {
	int		 script;
	enum family	 family;
	uint64_t	 look[3];	/* scripts that all of it looks like */
	size_t		 letters;
	int		 latin1;	/* no letter of it is ASCII */
	int		 digits;	/* nothing but digits */
	int		 small;		/* a lower-case Greek letter but ο */
};

struct finder {
	struct flags	*out;
	const char	*base;
	const char	*end;
	const char	*word;		/* its start, or NULL outside */
	int		 script;	/* of the word so far */
	int		 odd;		/* the word has to be looked at */
	uint32_t	 zero;		/* of the digit just read, or 0 */
	uint32_t	 last;		/* the last character but spaces */
	uint64_t	 real[3];	/* scripts with letters all their own */
	int		 scripts;	/* of the text: 0, 1, 2 for more */
	int		 first;
};

static const char *const names[] = {
	"inside", "two-scripts", "legacy", "danda", "lookalike", "digits"
};

const char *
flag_name(enum flag_why why)
{
	return names[why];
}

static inline int
in_set(const uint64_t *set, int script)
{
	return set[script >> 6] >> (script & 63) & 1;
}

static enum family
family_of(int script)
{
	static const uint32_t western[] = { 0x430, 0x3b1, 0x561, 0x2c80,
	    0x13a0, 0x10d0, 0xa4d0, 0x10330 };
	static const uint32_t unspaced[] = { 0x4e00, 0x3042, 0x30a2, 0xac00,
	    0x3105, 0xa000, 0xe01, 0xe81, 0x1780, 0x1000, 0xf40 };
	static unsigned char known[SCRIPT_MAX];
	size_t i;

	if (known[0] == 0) {
		known[script_of('a')] = LATIN;
		for (i = 0; i < sizeof(western) / sizeof(western[0]); i++)
			known[script_of(western[i])] = WESTERN;
		for (i = 0; i < sizeof(unspaced) / sizeof(unspaced[0]); i++)
			known[script_of(unspaced[i])] = UNSPACED;
		known[0] = 1;
	}
	return (enum family)known[script];
}

/* The scripts that have a letter like c; the empty set if none has. */
static const uint64_t *
looks(uint32_t c)
{
	int hi = script_looks, lo = 0, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (script_look[mid][0] == c)
			return script_look_set[script_look[mid][1]];
		if (script_look[mid][0] < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return script_look_set[0];
}

/* Zero of the system that the digit c is of, or 0. */
static uint32_t
digit_zero(uint32_t c)
{
	static const uint32_t zero[] = { '0', 0x660, 0x6f0, 0xf20, 0x1040,
	    0x1c50, 0xabf0 };
	size_t i;

	/* The nine blocks and Sinhala have theirs in the same place. */
	if (c >= 0x900 && c < 0xe00 && (c & 0x7f) >= 0x66 && (c & 0x7f) <= 0x6f)
		return (c & ~UINT32_C(0x7f)) + 0x66;
	for (i = 0; i < sizeof(zero) / sizeof(zero[0]); i++)
		if (c >= zero[i] && c <= zero[i] + 9)
			return zero[i];
	return 0;
}

/* What Latin-1 and Windows-1252 have and Latin words of India's press have
 * only beside ASCII letters. */
static int
is_latin1(uint32_t c)
{
	return (c >= 0xaa && c <= 0xff) || c == 0x152 || c == 0x153 ||
	    c == 0x160 || c == 0x161 || c == 0x178 || c == 0x17d ||
	    c == 0x17e || c == 0x192;
}

/* Signs of Latin-1 that stand in no word: ¡ ¢ £ ... but not the no-break
 * space, « » · ° ² ³ ¹ ¼ ½ ¾ and the soft hyphen. */
static int
is_latin1_sign(uint32_t c)
{
	return (c >= 0xa1 && c <= 0xbf && c != 0xab && c != 0xad &&
	    (c < 0xb0 || c > 0xb3) && c != 0xb7 && c != 0xb9 && c < 0xbb) ||
	    c == 0xbf || c == 0xd7 || c == 0xf7;
}

static void
add(struct finder *k, const char *from, const char *to, enum flag_why why,
    int script)
{
	struct flags *o = k->out;

	o->f = mem_grow(o->f, &o->cap, o->n + 1, sizeof(*o->f));
	o->f[o->n++] = (struct flag){ (size_t)(from - k->base),
	    (size_t)(to - k->base), why, script };
}

static void
run_add(struct run *r, uint32_t c)
{
	const uint64_t *set = looks(c);
	int i;

	for (i = 0; i < 3; i++)
		r->look[i] &= set[i];
	r->letters++;
	r->latin1 &= is_latin1(c);
	r->digits &= digit_zero(c) != 0;
	r->small |= c >= 0x3b1 && c <= 0x3c9 && c != 0x3bf;
}

/* Cut a word into runs; *sign tells of a Latin-1 sign inside, *mixed of a
 * number in two systems. */
static int
runs_of(const char *p, const char *e, struct run *r, int *sign, int *mixed)
{
	uint32_t c, zero, before = 0;
	unsigned v;
	int n = 0, pending = 0, s;

	for (*sign = *mixed = 0; p < e;) {
		c = utf8_step(&p);
		v = script_tab(c);
		s = (int)(v & 0xff);
		zero = digit_zero(c);
		*mixed |= zero != 0 && before != 0 && zero != before;
		before = zero;
		pending |= is_latin1_sign(c) && n > 0;
		if (s < SCRIPT_STRONG || is_latin1_sign(c))
			continue;
		*sign |= pending;
		if (n > 0 && (r[n - 1].script == s || script_has(c,
		    r[n - 1].script))) {
			run_add(&r[n - 1], c);
			continue;
		}
		if (n == RUNS)
			break;
		r[n] = (struct run){ s, family_of(s), { ~UINT64_C(0),
		    ~UINT64_C(0), ~UINT64_C(0) }, 0, 1, 1, 0 };
		run_add(&r[n++], c);
	}
	return n;
}

/* Two runs side by side: does one pass for the other's script?  A small Greek
 * letter beside Latin is a symbol: αs, νm. */
static int
alike(const struct run *a, const struct run *b)
{
	return (in_set(a->look, b->script) && !a->small) ||
	    (in_set(b->look, a->script) && !b->small);
}

/* A b A: the middle is either a look-alike or just foreign.  Between numbers
 * only a look-alike counts: ୧୫x୬ is how sizes are written. */
static int
inside(const struct run *r, int n, enum flag_why *why)
{
	int alike, i;

	for (i = 1; i + 1 < n; i++) {
		if (r[i - 1].script != r[i + 1].script ||
		    r[i - 1].family == UNSPACED || r[i].family == UNSPACED)
			continue;
		alike = in_set(r[i].look, r[i - 1].script) ||
		    in_set(r[i - 1].look, r[i].script);
		if (!alike && r[i - 1].digits && r[i + 1].digits)
			continue;
		*why = alike ? FLAG_LOOK : FLAG_INSIDE;
		return 1;
	}
	return 0;
}

/* a B, once. */
static int
border(const struct run *a, const struct run *b, enum flag_why *why)
{
	*why = FLAG_LOOK;
	if (a->family == UNSPACED || b->family == UNSPACED)
		return 0;
	/* २O: a letter where a digit belongs. */
	if (a->family == NATIVE && a->digits && b->family == LATIN)
		return in_set(b->look, a->script);
	if (a->family == LATIN && b->family == NATIVE && b->digits)
		return in_set(a->look, b->script);
	if (a->family == NATIVE && b->family == NATIVE) {
		if (!alike(a, b))
			*why = FLAG_TWO;
		return 1;
	}
	if (a->family != NATIVE && b->family != NATIVE)
		return a->letters + b->letters > 2 && alike(a, b);
	return 0;
}

static int
legacy(const struct run *r, int n, int sign)
{
	int i, native = 0;

	for (i = 0; i < n; i++)
		native |= r[i].family == NATIVE;
	for (i = 0; i < n && native; i++)
		if (r[i].family == LATIN && r[i].latin1)
			return 1;
	return native && sign && r[0].family == NATIVE &&
	    r[n - 1].family == NATIVE;
}

/* All of the word passes for Latin, and is of a script that the text shows no
 * other letter of: ѕсоре.  Whether it does, the end of the text will tell. */
static int
passes(const struct run *r, int n)
{
	static const size_t least[] = { 1, 3, 2 };	/* Cyrl Grek Armn */
	static const uint32_t of[] = { 0x430, 0x3b1, 0x561 };
	int i;

	if (n != 1 || !in_set(r->look, script_of('a')))
		return 0;
	for (i = 0; i < 3; i++)
		if (r->script == script_of(of[i]))
			return r->letters >= least[i];
	return 0;
}

static void
judge(struct finder *k, const char *p, const char *e)
{
	struct run r[RUNS];
	enum flag_why why;
	int i, mixed, n, sign;

	n = runs_of(p, e, r, &sign, &mixed);
	if (n == 0)
		return;
	if (legacy(r, n, sign))
		add(k, p, e, FLAG_LEGACY, SCRIPT_NONE);
	else if (mixed)
		add(k, p, e, FLAG_DIGITS, SCRIPT_NONE);
	else if (inside(r, n, &why))
		add(k, p, e, why, SCRIPT_NONE);
	else if (passes(r, n))
		add(k, p, e, FLAG_LOOK, r->script);
	else
		for (i = 0; i + 1 < n; i++)
			if (border(&r[i], &r[i + 1], &why)) {
				add(k, p, e, why, SCRIPT_NONE);
				break;
			}
}

static void
word_end(struct finder *k, const char *e)
{
	if (k->word != NULL && k->odd)
		judge(k, k->word, e);
	k->word = NULL;
	k->odd = 0;
	k->zero = 0;
	k->script = SCRIPT_NONE;
}

/*
 * ৷ is a numerator of the Bengali currency, after a digit (৫৷); elsewhere it
 * was meant for a danda.  Some type it twice.
 */
static const char *
danda(struct finder *k, const char *at, const char *p)
{
	const char *from = k->word != NULL ? k->word : at;

	word_end(k, at);
	while (k->end - p >= 3 && memcmp(p, "\xe0\xa7\xb7", 3) == 0)
		p += 3;
	if (k->last != 0 && digit_zero(k->last) == 0 &&
	    (k->last < 0x9f2 || k->last > 0x9fb))
		add(k, from, p, FLAG_DANDA, SCRIPT_NONE);
	k->last = BENGALI_NUMERATOR_FOUR;
	return p;
}

/* A letter or mark of script s. */
static void
letter(struct finder *k, uint32_t c, int s, const char *at)
{
	enum family f = family_of(s);

	if (k->word == NULL)
		k->word = at;
	if (k->script == SCRIPT_NONE)
		k->script = s;
	else if (k->script != s && !script_has(c, k->script))
		k->odd = 1;
	if (f == WESTERN) {
		k->odd = 1;
		if (!in_set(looks(c), script_of('a')))
			k->real[s >> 6] |= UINT64_C(1) << (s & 63);
	}
	if (k->scripts == 0) {
		k->scripts = 1;
		k->first = s;
	} else if (s != k->first)
		k->scripts = 2;
}

/* Take back the words of a script that has its own letters in this text, or
 * that all of the text is in. */
static void
settle(struct finder *k)
{
	struct flags *o = k->out;
	size_t i, n = 0;

	for (i = 0; i < o->n; i++)
		if (o->f[i].script == SCRIPT_NONE || (k->scripts > 1 &&
		    !in_set(k->real, o->f[i].script)))
			o->f[n++] = o->f[i];
	o->n = n;
}

/* Digits, marks and joiners go on with a word, signs of Latin-1 too (their
 * place is looked at later); others end it. */
static int
goes_on(uint32_t c, int s)
{
	return (c >= '0' && c <= '9') || s == SCRIPT_ZINH || c == 0xad ||
	    (c != 0xa0 && is_latin1_sign(c));
}

void
flag_words(struct flags *out, struct str text)
{
	struct finder k = { .out = out, .base = text.p, .script = SCRIPT_NONE };
	const char *p = text.p, *at;
	uint32_t c, zero;
	int s;

	out->n = 0;
	k.end = text.p + text.n;
	while (p < k.end) {
		at = p;
		c = utf8_step(&p);
		s = script_of(c);
		zero = digit_zero(c);
		if (c == BENGALI_NUMERATOR_FOUR) {
			p = danda(&k, at, p);
			continue;
		}
		if (s >= SCRIPT_STRONG && !is_latin1_sign(c))
			letter(&k, c, s, at);
		else if (!goes_on(c, s))
			word_end(&k, at);
		else if (k.word == NULL && zero != 0)
			k.word = at;
		else if (c >= 0x80 && s != SCRIPT_ZINH && c != 0xad)
			k.odd = 1;
		if (zero != 0) {
			k.odd |= k.zero != 0 && zero != k.zero;
			k.zero = zero;
		} else
			k.zero = 0;
		if (c != ' ')
			k.last = c;
	}
	word_end(&k, k.end);
	settle(&k);
}

void
flag_free(struct flags *f)
{
	free(f->f);
	memset(f, 0, sizeof(*f));
}
