/*
 * Words before a full stop.  Letters of the nine Brahmi blocks are looked up
 * folded onto Devanagari, so one list serves ડૉ. and डॉ.; most short forms
 * need no list, for they are one full syllable: रु. डॉ. पं. స్వ. ക്രി.  What
 * must be listed instead are the one-syllable words that end sentences: છે.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "abbrev.h"
#include "brahmi.h"
#include "uni.h"
#include "utf8.h"

#define KEY	24		/* longer words are no short forms */

struct key {
	uint16_t	c[KEY];
	size_t		n;
};

/* Short forms of more than one syllable, any script. */
static const char *const longer[] = {
	"प्रफ", "इंजि", "एडवो", "एड", "अॅड", "ऍड", "एडव", "कैप्ट", "लेफ्टि",
	"ले", "सुश्री", "श्रीम", "कुमा", "संपा", "पृष्ठ", "क्रमां", "उदा", "इत्या",
	"मिस", "मिसे", "मेज", "ब्रिगे", "अनु", "अध्या", "प्रोफे", "जन", "कर्न",
	"दिस", "सित", "नव", "अक्टू", "फर", "जनव", "अग", "सेक", "मिन",
	"लिमि", "नंब", "टेलि", "मोबा", "पूर्व", "उप", "ता", "जि",
	"એડ", "ઇજ", "લિમિ", "મિસ", "પ્રોફે", "ઇત્યા", "ઉદા", "પ્રિન્સિ",
	"প্রফে", "অধ্যা", "রেভা", "ইঞ্জি", "ব্যারি", "অ্যাড", "মোঃ", "ডঃ", "লিমি",
	"ਐਡ", "ਇੰਜੀ", "ਪ੍ਰੋਫੈ", "ଇଂଜି", "ପ୍ରଫେ", "ଆଡ",
	"திரு", "திருமதி", "செல்வி", "பேரா", "டாக்", "எண்", "வழ", "அட்",
	"డాక్", "శ్రీమ", "ప్రొఫె", "అడ్వ", "నెం", "ಶ್ರೀಮ", "ಅಡ್ವ", "ಪ್ರೊಫೆ", "ನಂ",
	"അഡ്വ", "പ്രൊഫ", "ശ്രീമ", "ക്യാപ്", "റവ", "മിസ്", "എഞ്ചി", "എൻജി",
	/* Names of Latin letters that are not one open syllable. */
	"एस", "एम", "एफ", "एच", "एल", "एन", "आर", "एक्स", "वाई", "वाय", "जेड",
	"झेड", "डब्ल्यू", "डबल्यू", "क्यू", "आई", "आय", "डब्लू", "એચ", "આઈ",
	"વાય", "ઝેડ", "ডব্লিউ", "এইচ", "আই", "এক্স", "এস", "এম", "এল", "এন",
	"আর", "এফ", "ওয়াই", "জেড", "ਐਸ", "ਐਮ", "ਐੱਸ", "ਐੱਮ", "ਐਚ", "ਐੱਚ",
	"ਐਲ", "ਐੱਲ", "ਐਨ", "ਐੱਨ", "ਆਰ", "ਐਫ", "ਐੱਫ", "ਆਈ", "ਵਾਈ",
	"ଏସ", "ଏମ", "ଏଲ", "ଏନ", "ଆର", "ଏଫ", "ଏଚ", "ଆଇ", "ୱାଇ", "ଏସ୍", "ଏମ୍",
	"எஸ்", "எம்", "எல்", "என்", "ஆர்", "எஃப்", "எச்", "ஐ", "ஒய்", "எக்ஸ்",
	"ఎస్", "ఎం", "ఎమ్", "ఎల్", "ఎన్", "ఆర్", "ఎఫ్", "హెచ్", "ఎచ్", "ఐ", "వై",
	"ఎక్స్", "ಎಸ್", "ಎಂ", "ಎಮ್", "ಎಲ್", "ಎನ್", "ಆರ್", "ಎಫ್", "ಎಚ್", "ಹೆಚ್",
	"ವೈ", "എസ്", "എം", "എൽ", "എൻ", "ആർ", "എഫ്", "എച്ച്", "ഐ", "വൈ", "ടി",
	"ආචාර්ය", "මහාචාර්ය", "එස්", "එම්", "එල්", "එන්", "ආර්", "එෆ්", "එච්",
	/* Urdu letter names; not آئی and جی, which end sentences. */
	"ایس", "ایم", "کے", "بی", "سی", "ڈی", "ای", "ایف", "ایچ", "جے", "ایل",
	"این", "او", "پی", "کیو", "آر", "ٹی", "یو", "وی", "ڈبلیو", "ایکس",
	"وائی", "زیڈ", "اے", "ڈاکٹر", "پروفیسر"
};

/* One syllable, and yet a word that ends a sentence. */
static const char *const enders[] = {
	"है", "हैं", "था", "थे", "थी", "थीं", "हो", "हूँ", "हूं", "हों", "की", "का",
	"को", "ही", "भी", "दी", "दीं", "दे", "दो", "दूँ", "ली", "लीं", "लो", "गा", "गी",
	"गे", "जा", "आ", "या", "ना", "हा", "हाँ", "हां", "में", "से", "तो", "वो", "ये",
	"सो", "खा", "रो", "लें", "दें", "छ", "छन्", "न", "નથી", "છે", "છો", "છું", "હા",
	"ના", "જા", "લો", "દો", "થા", "તો", "જી", "હતી", "બે", "સો", "ને", "નો",
	"ઘે", "না", "যা", "যে", "সে", "তো", "নে", "হ", "নয়", "ਹੈ", "ਸੀ",
	"ਹਾਂ", "ਹੋ", "ਸਾਂ", "ਸੋ", "ਦੋ", "ନା", "ହଁ", "வா", "போ", "தா", "நீ",
	"రా", "పో", "నా", "ಬಾ", "ಹೋ", "ಹೌ", "വാ", "പോ"
};

/* Verbs of saying that close a reporting clause. */
static const char *const sayers[] = {
	"कहा", "पूछा", "बोला", "बोली", "बोले", "बताया", "चिल्लाया", "चिल्लाई",
	"पुकारा", "कहते", "म्हणाला", "म्हणाली", "म्हणाले", "विचारले", "विचारलं",
	"सांगितले", "सांगितलं", "भने", "भनिन्", "सोधे", "सोधिन्", "भन्यो", "सोध्यो",
	"अवदत्", "अपृच्छत्", "કહ્યું", "પૂછ્યું", "બોલ્યો", "બોલી", "બોલ્યા", "બોલ્યું",
	"જણાવ્યું", "ઉમેર્યું", "বলল", "বললেন", "বললো", "বলে", "বলেন", "বললাম",
	"শুধাল", "জিজ্ঞেস", "করল", "করলেন", "ক’লে", "সুধিলে", "কলে", "ਕਿਹਾ", "ਪੁੱਛਿਆ",
	"ਬੋਲਿਆ", "ਬੋਲੀ", "ਦੱਸਿਆ", "କହିଲେ", "ପଚାରିଲେ", "କହିଲା", "ପଚାରିଲା",
	"கேட்டார்", "கேட்டான்", "கேட்டாள்", "கூறினார்", "சொன்னார்", "என்றார்",
	"சொன்னான்", "சொன்னாள்", "అడిగాడు", "అడిగింది", "అన్నాడు", "అన్నారు", "అడిగారు",
	"చెప్పారు", "అంది", "చెప్పాడు", "ಕೇಳಿದರು", "ಕೇಳಿದ", "ಕೇಳಿದಳು", "ಹೇಳಿದರು",
	"ಹೇಳಿದ", "ಹೇಳಿದಳು", "ಎಂದರು", "ചോദിച്ചു", "പറഞ്ഞു", "کہا", "پوچھا", "بولا",
	"بولی", "بولے", "بتایا", "ඇසුවේය", "කීවේය", "ඇසුවා", "කිව්වා", "asked", "said",
	"replied", "added", "shouted", "cried", "answered", "exclaimed"
};

/* What may stand before the number of a chapter at the start of a unit. */
static const char *const chapters[] = {
	"अध्याय", "भाग", "खंड", "खण्ड", "धारा", "अनुच्छेद", "पाठ", "प्रकरण", "परिच्छेद",
	"कलम", "અધ્યાય", "પ્રકરણ", "કલમ", "পরিচ্ছেদ", "অধ্যায়", "অধ্যায়", "ਅਧਿਆਇ",
	"ଅଧ୍ୟାୟ", "அத்தியாயம்", "பகுதி", "பிரிவு", "అధ్యాయం", "భాగం", "ಅಧ್ಯಾಯ",
	"അധ്യായം", "ഭാഗം", "باب", "حصہ", "chapter", "section", "part", "article"
};

/* Latin, lower case; '#' in front: only before a number; '$': may also end a
 * sentence. */
static const char *const latin[] = {
	"dr", "mr", "mrs", "ms", "prof", "st", "gen", "col", "capt", "lt",
	"maj", "sgt", "rev", "hon", "gov", "sen", "rep", "adv", "smt",
	"shri", "sri", "km", "messrs", "mt", "ft", "#no", "#nos", "#vol",
	"#fig", "#eq", "#pp", "#ch", "#sec", "#art", "#para", "#jan", "#feb",
	"#mar", "#apr", "#jun", "#jul", "#aug", "#sep", "#sept", "#oct",
	"#nov", "#dec", "$co", "$corp", "$inc", "$ltd", "$pvt", "$bros",
	"$jr", "$sr", "$etc", "dept", "univ", "govt", "vs", "viz", "cf",
	"ca", "approx", "rs", "re", "ph", "$al", "brig", "cmdr", "ed", "eds",
	"supt", "insp"
};

/* Capitalised words that open a sentence, hardly ever go on one. */
static const char *const openers[] = {
	"the", "he", "she", "it", "they", "we", "in", "on", "at", "but", "and",
	"this", "that", "these", "those", "his", "her", "their", "its", "as",
	"if", "when", "after", "for", "there", "i", "you", "however", "while",
	"then", "so", "yet", "now", "nobody", "some", "many", "most", "all",
	"both", "each", "my", "our", "your", "what", "who", "where", "why",
	"how", "since", "until", "still"
};

static uint16_t
letter(uint32_t c)
{
	if (brahmi_is(c))
		return (uint16_t)brahmi_deva(c);
	if (c >= 'A' && c <= 'Z')
		return (uint16_t)(c + ('a' - 'A'));
	return c < 0x10000 ? (uint16_t)c : 0;
}

/* Joiners and nukta do not tell words apart here. */
static int
fold(struct key *k, const char *p, const char *e)
{
	uint32_t c;

	k->n = 0;
	while (p < e) {
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d ||
		    (brahmi_is(c) && brahmi_class(c) == BRAHMI_NUKTA))
			continue;
		if (k->n == KEY)
			return -1;
		k->c[k->n++] = letter(c);
	}
	return 0;
}

static int
same(const struct key *k, const char *word)
{
	const char *e = word + strlen(word);
	struct key w;

	return fold(&w, word, e) == 0 && w.n == k->n &&
	    memcmp(w.c, k->c, w.n * sizeof(w.c[0])) == 0;
}

/* A table of words, folded and hashed on first use. */
struct words {
	const char *const *word;
	size_t		 n;
	unsigned char	 slot[512];	/* index + 1 */
	int		 ready;
};

#define WORDS(a)	{ (a), sizeof(a) / sizeof((a)[0]), { 0 }, 0 }

static struct words longer_words = WORDS(longer);
static struct words ender_words = WORDS(enders);
static struct words sayer_words = WORDS(sayers);
static struct words chapter_words = WORDS(chapters);

static unsigned int
slot_of(const struct key *k)
{
	unsigned int h = 0;
	size_t i;

	for (i = 0; i < k->n; i++)
		h = (h ^ k->c[i]) * 0x9e3779b1u;
	return h >> 23;
}

static int
listed(struct words *w, const struct key *k)
{
	unsigned int s;
	struct key v;
	size_t i;

	if (!w->ready) {
		for (i = 0; i < w->n; i++) {
			(void)fold(&v, w->word[i],
			    w->word[i] + strlen(w->word[i]));
			for (s = slot_of(&v); w->slot[s] != 0;)
				s = (s + 1) & 511;
			w->slot[s] = (unsigned char)(i + 1);
		}
		w->ready = 1;
	}
	for (s = slot_of(k); w->slot[s] != 0; s = (s + 1) & 511)
		if (same(k, w->word[w->slot[s] - 1]))
			return 1;
	return 0;
}

/* Sinhala's block has an order of its own. */
static enum brahmi_class
class_of(uint32_t c)
{
	if (c >= 0xd80 && c < 0xe00) {
		if (c >= 0xd9a && c <= 0xdc6)
			return BRAHMI_CONSONANT;
		if (c >= 0xd85 && c <= 0xd96)
			return BRAHMI_VOWEL;
		if (c == 0xdca)
			return BRAHMI_VIRAMA;
		return c >= 0xdcf ? BRAHMI_MATRA : BRAHMI_SIGN;
	}
	return brahmi_class(c);
}

/* One full syllable: consonants joined by virama, at most one vowel, signs;
 * the last consonant is not dead. */
static int
syllable(const char *p, const char *e)
{
	enum brahmi_class k, last = BRAHMI_OTHER;
	int cores = 0;

	while (p < e) {
		uint32_t c = utf8_step(&p);

		if (c == 0x200c || c == 0x200d)
			continue;
		k = class_of(c);
		if (k == BRAHMI_OTHER || k == BRAHMI_DIGIT || k == BRAHMI_PUNCT)
			return 0;
		if ((k == BRAHMI_CONSONANT && last != BRAHMI_VIRAMA) ||
		    k == BRAHMI_VOWEL)
			cores++;
		last = k;
	}
	return cores == 1 && last != BRAHMI_VIRAMA;
}

static int
is_latin(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Is the next word one that opens a sentence? */
static int
opens(const char *p, const char *e)
{
	const char *q = p;
	struct key k;
	size_t i;

	while (q < e && is_latin((unsigned char)*q))
		q++;
	if (q == p || *p < 'A' || *p > 'Z' || fold(&k, p, q) == -1)
		return 0;
	for (i = 0; i < sizeof(openers) / sizeof(openers[0]); i++)
		if (same(&k, openers[i]))
			return 1;
	return 0;
}

static int
latin_part(const char *p, const char *e, int single, const char *next,
    const char *end)
{
	const char *w;
	struct key k;
	size_t i;

	if (e - p == 1)
		return single || !opens(next, end);
	if (fold(&k, p, e) == -1)
		return 0;
	for (i = 0; i < sizeof(latin) / sizeof(latin[0]); i++) {
		w = latin[i];
		if (!same(&k, w + (*w == '#' || *w == '$')))
			continue;
		if (*w == '#')
			return next < end && *next >= '0' && *next <= '9';
		return *w != '$' || !opens(next, end);
	}
	return 0;
}

/* Is one part of a dotted word, without its stop, a short form? */
static int
part(const char *p, const char *e, int dotted, const char *next,
    const char *end)
{
	const char *q = p;
	uint32_t c;
	struct key k;

	if (p == e)
		return 0;
	c = utf8_step(&q);
	if (c < 0x80) {
		for (q = p; q < e; q++)
			if (!is_latin((unsigned char)*q))
				return 0;
		return latin_part(p, e, dotted, next, end);
	}
	if (fold(&k, p, e) == -1)
		return 0;
	if (listed(&longer_words, &k))
		return 1;
	if (!syllable(p, e))
		return 0;
	/* ਸੀ "was" ends sentences in Punjabi, સી is the letter C. */
	if (k.n == 2 && k.c[0] == 0x938 && k.c[1] == 0x940)
		return dotted || brahmi_block(c) != BRAHMI_GURU;
	return dotted || !listed(&ender_words, &k);
}

/* A longer word is no short form; looking no further back keeps hostile text
 * ("a.a.a. ...") linear. */
#define WORD_BYTES	120

/* Where the word that ends at `to' starts. */
static size_t
word_start(const char *text, size_t from, size_t to)
{
	if (to - from > WORD_BYTES) {
		from = to - WORD_BYTES;
		while (from < to && (text[from] & 0xc0) == 0x80)
			from++;
	}
	while (to > from) {
		unsigned char c = (unsigned char)text[to - 1];

		if (c <= ' ' || c == '(' || c == '[' || c == '"' ||
		    c == '\'' || c == '-' || c == '/' || c == ',' || c == ':')
			break;
		/* “ ” ‘ ’ – — and the no-break space end a word too. */
		if (to - from >= 3 && c >= 0x80 &&
		    memcmp(text + to - 3, "\xe2\x80", 2) == 0 && c >= 0x90 &&
		    c <= 0x9f)
			break;
		if (c == 0xa0 && to - from >= 2 &&
		    (unsigned char)text[to - 2] == 0xc2)
			break;
		to--;
	}
	return to;
}

/* Behind the stop, without a space, another short form with its stop: in
 * से.मी. the first part alone would be a word that ends sentences. */
static int
goes_on(const char *p, const char *e)
{
	const char *q = p;
	struct key k;

	while (q < e && q - p < WORD_BYTES && *q != '.' &&
	    (unsigned char)*q > ' ')
		q++;
	return q < e && *q == '.' && syllable(p, q) && fold(&k, p, q) == 0 &&
	    !listed(&ender_words, &k);
}

int
abbrev_before(const char *text, size_t from, size_t dot, const char *next,
    const char *end)
{
	size_t s = word_start(text, from, dot), a, b;
	int dotted;

	if (s == dot || dot - s > WORD_BYTES - 8)
		return 0;
	dotted = memchr(text + s, '.', dot - s) != NULL ||
	    goes_on(text + dot + 1, end);
	if (dotted && opens(next, end))
		return 0;
	for (a = s; a < dot; a = b + 1) {
		for (b = a; b < dot && text[b] != '.';)
			b++;
		if (!part(text + a, text + b, dotted, next, end))
			return 0;
	}
	return 1;
}

int
abbrev_list_number(const char *text, size_t from, size_t to)
{
	const char *p = text + from, *e = text + to, *q;
	struct key k;
	int digits = 0, roman = 0, n = 0;
	uint32_t c;

	if (e - p > WORD_BYTES)
		return 0;
	for (q = p; q < e && *q != ' ';)
		q++;
	if (q < e && fold(&k, p, q) == 0 && listed(&chapter_words, &k))
		p = q + 1;
	while (p < e) {
		c = utf8_step(&p);
		n++;
		if (uni_digit(c) >= 0)
			digits++;
		else if (c != 0 && c < 0x80 && strchr("ivxlcIVXLC", (int)c))
			roman++;
		else
			return 0;
	}
	return n > 0 && ((digits == n && n <= 3) || (roman == n && n <= 5));
}

int
abbrev_says(const char *text, size_t from, size_t to)
{
	struct key k;
	size_t s;

	while (to > from && (text[to - 1] == ' ' || text[to - 1] == ',' ||
	    text[to - 1] == ':'))
		to--;
	s = word_start(text, from, to);
	return s < to && fold(&k, text + s, text + to) == 0 &&
	    listed(&sayer_words, &k);
}
