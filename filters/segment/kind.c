/*
 * What kind of unit it is.  Form first (a bare time, a link, a date, a
 * phrase that scrapers leave), then neighbours (a line under a video time is
 * its caption; the lines above "— Name (@handle)" are its tweet), and last:
 * a line without a terminator is a heading.
 */
#include <stdint.h>

#include "sentence.h"
#include "uni.h"
#include "utf8.h"

/* Whole lines or their beginnings (a trailing '*'), lower case. */
static const char *const boiler[] = {
	"leave a reply", "please enter*", "related articles", "latest articles",
	"also read*", "read more*", "read also*", "share this*", "share",
	"follow us*", "subscribe*", "advertisement", "click here*", "comments",
	"| tweet*", "tweet", "save my name*", "you must be logged in*",
	"यह भी पढ़ें*", "ये भी पढ़ें*", "इसे भी पढ़ें*", "और पढ़ें*", "संबंधित खबरें*", "शेयर करें*",
	"विज्ञापन", "यहां क्लिक करें*", "टिप्पणी करें*", "ताजा खबरें",
	"આ પણ વાંચો*", "વધુ વાંચો*", "શેર કરો*", "જાહેરાત", "અહીં ક્લિક કરો*",
	"हेही वाचा*", "हे पण वाचा*", "अधिक वाचा*", "जाहिरात", "आणखी वाचा*",
	"আরও পড়ুন*", "আরও পড়ুন*", "আরো পড়ুন*", "আরো পড়ুন*", "বিজ্ঞাপন", "শেয়ার করুন*",
	"ਇਹ ਵੀ ਪੜ੍ਹੋ*", "ਹੋਰ ਪੜ੍ਹੋ*", "ଅଧିକ ପଢ଼ନ୍ତୁ*", "ଏହା ବି ପଢ଼ନ୍ତୁ*",
	"மேலும் படிக்க*", "இதையும் படியுங்கள்*", "விளம்பரம்", "ఇవి కూడా చదవండి*",
	"ఇది కూడా చదవండి*", "మరింత చదవండి*", "ಇದನ್ನೂ ಓದಿ*", "ಹೆಚ್ಚು ಓದಿ*", "ಜಾಹೀರಾತು",
	"ഇതും വായിക്കുക*", "കൂടുതൽ വായിക്കുക*", "പരസ്യം", "یہ بھی پڑھیں*",
	"مزید پڑھیں*", "اشتہار"
};

static const char *const watch[] = {
	"देखें:*", "वीडियो:*", "फोटो:*", "तस्वीर:*", "watch:*", "photo:*", "video:*",
	"image:*", "જુઓ:*", "તસવીર:*", "ફોટો:*", "વીડિયો:*", "पाहा:*", "छायाचित्र:*"
};

static const char *const months[] = {
	"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december", "jan",
	"feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
	"nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday", "sunday", "am", "pm", "ist", "of", "at", "on", "updated",
	"जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त",
	"सितंबर", "अक्टूबर", "नवंबर", "दिसंबर", "सोमवार", "मंगलवार", "बुधवार",
	"गुरुवार", "शुक्रवार", "शनिवार", "रविवार", "જાન્યુઆરી", "ફેબ્રુઆરી", "માર્ચ",
	"એપ્રિલ", "મે", "જૂન", "જુલાઈ", "ઓગસ્ટ", "સપ્ટેમ્બર", "ઓક્ટોબર",
	"નવેમ્બર", "ડિસેમ્બર", "સોમવાર", "મંગળવાર", "બુધવાર", "ગુરુવાર",
	"શુક્રવાર", "શનિવાર", "રવિવાર"
};

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

static unsigned int
head_hash(const char *p)
{
	return (((unsigned int)lower(p[0]) & 0xff) * 7 +
	    ((unsigned int)lower(p[1]) & 0xff) * 29 +
	    ((unsigned int)lower(p[2]) & 0xff) * 13) & 63;
}

static int
among(struct str s, const char *const *w, size_t n)
{
	while (n-- > 0)
		if (matches(s, w[n]))
			return 1;
	return 0;
}

/*
 * Can one of the phrases start like this text?  A bit for each hash of three
 * first bytes, made on first use: nearly all units stop here.
 */
static int
may_match(struct str s, const char *const *w, size_t n, uint64_t *bits)
{
	size_t i;

	if (*bits == 0)
		for (i = 0; i < n; i++)
			*bits |= UINT64_C(1) << head_hash(w[i]);
	if (s.n < 3)
		return 1;
	return *bits >> head_hash(s.p) & 1;
}

#define AMONG(s, a)	among((s), (a), sizeof(a) / sizeof((a)[0]))

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

/* "01:04", "1:02:33" */
static int
is_time(struct str s)
{
	size_t i, colons = 0;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == ':')
			colons++;
		else if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
	return colons > 0 && s.n <= 8;
}

/* Only digits, names of months and days, and what stands between them; at
 * least one digit. */
static int
is_date(struct str s)
{
	const char *p = s.p, *e = s.p + s.n, *w, *q;
	int digits = 0, named = 0, seps = 0;
	uint32_t c;

	if (s.n > 160)
		return 0;
	while (p < e) {
		w = q = p;
		c = utf8_step(&q);
		if (uni_digit(c) >= 0) {
			digits++;
			p = q;
		} else if (c < 0x80 && c != 0 && strchr(" ,:/-.|()", (int)c)) {
			seps += c == '/' || c == '-' || c == '.';
			p = q;
		} else {
			while (q < e && strchr(" ,:/-.|()", *q) == NULL)
				q++;
			if (!AMONG(((struct str){ w, (size_t)(q - w) }),
			    months))
				return 0;
			named = 1;
			p = q;
		}
	}
	return digits >= 2 && (named || (seps >= 2 && digits >= 6));
}

static int
words(struct str s)
{
	size_t i;
	int n = 1;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	return n;
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

static int
is_caption(struct str s)
{
	static uint64_t bits;

	return (may_match(s, watch, sizeof(watch) / sizeof(watch[0]), &bits) &&
	    AMONG(s, watch)) || (find(s, "![") && words(s) > 3);
}

static struct str
slice(const struct unit *u, struct str text)
{
	return (struct str){ text.p + u->start, u->end - u->start };
}

static enum unit_kind
by_form(const struct unit *u, struct str s)
{
	static uint64_t bits;

	if (is_time(s) || (may_match(s, boiler,
	    sizeof(boiler) / sizeof(boiler[0]), &bits) && AMONG(s, boiler)))
		return KIND_BOILERPLATE;
	if (is_signature(s) || is_link(s))
		return KIND_TWEET;
	if (!u->ended && is_date(s))
		return KIND_DATE;
	if (is_caption(s))
		return KIND_CAPTION;
	if (find(s, "![") && words(s) <= 3)
		return KIND_BOILERPLATE;
	return u->ended || words(s) > 40 ? KIND_SENTENCE : KIND_HEADING;
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

/* The first unit of a line, a few words with their own full stop, near the
 * top of the article: अस्तान। */
static int
is_dateline(const struct units *us, size_t i, struct str text)
{
	const struct unit *u = &us->u[i];

	return u->ended && u->para <= 3 && i + 1 < us->n &&
	    us->u[i + 1].para == u->para && us->u[i + 1].kind ==
	    KIND_SENTENCE && (i == 0 || (us->u[i - 1].para < u->para &&
	    us->u[i - 1].kind != KIND_SENTENCE)) &&
	    u->end - u->start <= 60 && words(slice(u, text)) <= 2;
}

void
kind_mark(struct units *us, struct str text)
{
	struct unit *u;
	struct str s;
	size_t i;

	for (i = 0; i < us->n; i++) {
		u = &us->u[i];
		s = slice(u, text);
		if (u->ended && s.n > 120)
			u->kind = KIND_SENTENCE;
		else
			u->kind = by_form(u, s);
		if (u->kind == KIND_HEADING && i > 0 &&
		    us->u[i - 1].para < u->para &&
		    is_time(slice(&us->u[i - 1], text)))
			u->kind = KIND_CAPTION;
		if (u->kind == KIND_TWEET && is_signature(s))
			mark_tweet(us, i, text);
	}
	for (i = 0; i < us->n && us->u[i].para <= 3; i++)
		if (us->u[i].kind == KIND_SENTENCE && is_dateline(us, i, text))
			us->u[i].kind = KIND_DATELINE;
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
