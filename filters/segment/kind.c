/*
 * What kind of unit it is.  Form first (a bare time, a link, a date, a
 * phrase that scrapers leave), then neighbours (a line under a video time is
 * its caption; the lines above "— Name (@handle)" are its tweet), and last:
 * a line of one unit without a terminator is a heading.
 */
#include <stdint.h>

#include "kind.h"
#include "look.h"
#include "utf8.h"

/* A Latin letter of the text in lower case; others as they are. */
static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static int
matches(struct str s, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++) {
		if (word[i] == '*' && word[i + 1] == '\0')
			return 1;
		if (i == s.n || lower(s.p[i]) != word[i])
			return 0;
	}
	return i == s.n;
}

static int
find(struct str s, const char *what)
{
	const char *p = s.p, *e = s.p + s.n;
	size_t n = strlen(what);

	while ((p = memchr(p, *what, (size_t)(e - p))) != NULL) {
		if ((size_t)(e - p) >= n && memcmp(p, what, n) == 0)
			return 1;
		p++;
	}
	return 0;
}

/* "01:04", "१:०२:३३" */
static int
is_time(struct str s)
{
	const char *p = s.p, *e = s.p + s.n;
	int colons = 0, digits = 0;
	uint32_t c;

	while (p < e && digits < 7) {
		c = utf8_step(&p);
		if (c == ':')
			colons++;
		else if (look_digit(c))
			digits++;
		else
			return 0;
	}
	return p == e && colons > 0 && digits > 1;
}

/* Only digits, names of months and days, and what stands between them; at
 * least one digit. */
static int
is_date(struct str s, const struct phrases *ph)
{
	const char *p = s.p, *e = s.p + s.n, *w, *q;
	int digits = 0, named = 0, seps = 0;
	uint32_t c;

	if (s.n > 160)
		return 0;
	while (p < e) {
		w = q = p;
		c = utf8_step(&q);
		if (look_digit(c)) {
			digits++;
			p = q;
		} else if (c < 0x80 && c != 0 && strchr(" ,:/-.|()", (int)c)) {
			seps += c == '/' || c == '-' || c == '.';
			p = q;
		} else {
			while (q < e && strchr(" ,:/-.|()", *q) == NULL)
				q++;
			if (!phrase_date(ph,
			    (struct str){ w, (size_t)(q - w) }))
				return 0;
			named = 1;
			p = q;
		}
	}
	return digits >= 2 && (named || (seps >= 2 && digits >= 6));
}

/* Are there more words than n? */
static int
wordy(struct str s, size_t n)
{
	const char *p = s.p, *e = s.p + s.n;

	if (s.n <= n)
		return 0;
	while ((p = memchr(p, ' ', (size_t)(e - p))) != NULL && --n > 0)
		p++;
	return p != NULL;
}

static int
is_link(struct str s)
{
	return memchr(s.p, ' ', s.n) == NULL && (matches(s, "http*") ||
	    matches(s, "pic.twitter.com*"));
}

/* "— Dr. S. Jaishankar (@DrSJaishankar) October 12, 2021" */
static int
is_signature(struct str s)
{
	return (matches(s, "—*") || matches(s, "–*")) && find(s, "(@");
}

static struct str
slice(const struct unit *u, struct str text)
{
	return (struct str){ text.p + u->start, u->end - u->start };
}

static enum unit_kind
by_form(const struct unit *u, struct str s, const struct phrases *ph, int image)
{
	enum phrase_kind phrase = phrase_unit(ph, s);

	if (phrase == PHRASE_BOILERPLATE || is_time(s))
		return KIND_BOILERPLATE;
	if (u->ended && s.n > 120)
		return KIND_SENTENCE;
	if (is_signature(s) || is_link(s))
		return KIND_TWEET;
	if (!u->ended && is_date(s, ph))
		return KIND_DATE;
	image = image && find(s, "![");
	if (phrase == PHRASE_CAPTION || (image && wordy(s, 3)))
		return KIND_CAPTION;
	if (image)
		return KIND_BOILERPLATE;
	return u->ended || wordy(s, 40) ? KIND_SENTENCE : KIND_HEADING;
}

/* The lines above a signature belong to its tweet, as far as they are in
 * Latin script: two paragraphs at the most. */
static void
mark_tweet(struct units *us, size_t at, struct str text)
{
	size_t para = us->u[at].para, i;

	for (i = at; i-- > 0;) {
		struct str s = slice(&us->u[i], text);

		if (para - us->u[i].para > 2 || (unsigned char)s.p[0] >= 0xd8)
			return;
		if (us->u[i].kind != KIND_SENTENCE &&
		    us->u[i].kind != KIND_HEADING)
			return;
		us->u[i].kind = KIND_TWEET;
	}
}

/* A word of letters that no list has; of Latin ones with a capital. */
static int
is_name(const char *p, const char *e, langs hint)
{
	const char *q = p;
	uint32_t c;

	if (p == e || look_lower(look_at(p, e)))
		return 0;
	while (q < e) {
		c = utf8_step(&q);
		if (look_digit(c) || (c < 0x80 && c != '-' && !look_word(c)) ||
		    (c > 0x200d && c < 0x2c00))
			return 0;
	}
	return words_find(p, e, hint) == 0;
}

/* May [p, e) be a place: "लखनऊ", "नई दिल्ली", "रायपुर, छत्तीसगढ़"?  Most sentences of
 * two words are no shorter than that, so the first must say it. */
static int
is_place(const char *p, const char *e, langs hint)
{
	const char *q = memchr(p, ' ', (size_t)(e - p));

	if (q == NULL)
		return is_name(p, e, hint);
	if (q > p && q[-1] == ',')
		return is_name(p, q - 1, hint) && is_name(q + 1, e, hint);
	return (words_find(p, q, hint) & WORDS_PLACE) != 0 &&
	    is_name(q + 1, e, hint);
}

/*
 * Is the first sentence of the text a dateline: अस्तान।?  It opens its line, is
 * a place with a full stop or danda, and the news of five words or more stand
 * behind it on the line.
 */
static int
is_dateline(const struct units *us, size_t i, struct str text, langs hint)
{
	const struct unit *u = &us->u[i];
	struct str s = slice(u, text);
	const char *e = s.p + s.n;
	uint32_t c = look_before(s.p, e);

	if (!u->ended || s.n > 90 || i + 1 == us->n ||
	    us->u[i + 1].para != u->para ||
	    us->u[i + 1].kind != KIND_SENTENCE ||
	    !wordy(slice(&us->u[i + 1], text), 4) ||
	    (i > 0 && us->u[i - 1].para == u->para))
		return 0;
	if (c != '.' && c != 0x964 && c != 0x6d4)
		return 0;
	do
		e--;
	while (((unsigned char)*e & 0xc0) == 0x80);
	return is_place(s.p, e, hint);
}

/* Does the unit stand alone on its line? */
static int
alone(const struct units *us, size_t i)
{
	return (i == 0 || us->u[i - 1].para != us->u[i].para) &&
	    (i + 1 == us->n || us->u[i + 1].para != us->u[i].para);
}

void
kind_mark(struct units *us, struct str text, const struct phrases *ph,
    langs hint)
{
	struct unit *u;
	struct str s;
	size_t i;
	int image = us->n > 0 && find(text, "![");

	for (i = 0; i < us->n; i++) {
		u = &us->u[i];
		s = slice(u, text);
		u->kind = by_form(u, s, ph, image);
		if (u->kind == KIND_HEADING && !alone(us, i))
			u->kind = KIND_SENTENCE;
		if (u->kind == KIND_HEADING && i > 0 &&
		    is_time(slice(&us->u[i - 1], text)))
			u->kind = KIND_CAPTION;
		if (u->kind == KIND_TWEET && is_signature(s))
			mark_tweet(us, i, text);
	}
	for (i = 0; i < us->n && us->u[i].para <= 3; i++)
		if (us->u[i].kind == KIND_SENTENCE) {
			if (is_dateline(us, i, text, hint))
				us->u[i].kind = KIND_DATELINE;
			break;
		}
}

const char *
kind_name(enum unit_kind k)
{
	static const char *const name[] = {
		"sentence", "heading", "caption", "dateline", "boilerplate",
		"tweet", "date"
	};

	return name[k];
}
