/*
 * The wall to ICU.  UTF-16 stays below this line; above it there are code
 * points, UTF-8 and byte offsets.
 */
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ureldatefmt.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#include "mem.h"
#include "msg.h"
#include "uni.h"

struct uni_break {
	UBreakIterator	*bi;
	UText		*ut;
	int		 words;
};

struct uni_translit {
	UTransliterator	*t;
};

/* A growable row of UTF-16 units, reused from call to call. */
struct wide {
	UChar	*p;
	size_t	 cap;
	int32_t	 n;
};

static void
check(UErrorCode ec, const char *call)
{
	if (U_FAILURE(ec))
		msg_die("%s: %s", call, u_errorName(ec));
}

static int32_t
size32(size_t n)
{
	if (n > INT32_MAX / 4)
		msg_die("text too long for ICU");
	return (int32_t)n;
}

static void
widen(struct wide *w, struct str s)
{
	UErrorCode ec = U_ZERO_ERROR;

	w->p = mem_grow(w->p, &w->cap, s.n + 1, sizeof(*w->p));
	u_strFromUTF8(w->p, size32(w->cap), &w->n, s.p, size32(s.n), &ec);
	check(ec, "u_strFromUTF8");
}

static void
narrow(struct buf *b, const UChar *p, int32_t n)
{
	UErrorCode ec = U_ZERO_ERROR;
	int32_t len = 0, room;

	room = n * 3 + 1;
	u_strToUTF8(buf_reserve(b, (size_t)room), room, &len, p, n, &ec);
	check(ec, "u_strToUTF8");
	b->n += (size_t)len;
}

const char *
uni_version(void)
{
	return "ICU " U_ICU_VERSION ", Unicode " U_UNICODE_VERSION;
}

int
uni_script(uint32_t c)
{
	UErrorCode ec = U_ZERO_ERROR;
	UScriptCode sc;

	sc = uscript_getScript((UChar32)c, &ec);
	check(ec, "uscript_getScript");
	return (int)sc;
}

int
uni_script_ext(uint32_t c, int *set, int max)
{
	UScriptCode sc[64];
	UErrorCode ec = U_ZERO_ERROR;
	int i, n;

	n = uscript_getScriptExtensions((UChar32)c, sc, 64, &ec);
	check(ec, "uscript_getScriptExtensions");
	for (i = 0; i < n && i < max; i++)
		set[i] = (int)sc[i];
	return n;
}

const char *
uni_script_name(int script)
{
	return uscript_getShortName((UScriptCode)script);
}

int
uni_script_of(const char *name)
{
	return u_getPropertyValueEnum(UCHAR_SCRIPT, name);
}

const char *
uni_category2(uint32_t c)
{
	static const char name[][3] = {
		"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd",
		"Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs", "Pd",
		"Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
	};

	return name[u_charType((UChar32)c)];
}

int
uni_category(uint32_t c)
{
	return uni_category2(c)[0];
}

int
uni_is_space(uint32_t c)
{
	return u_isUWhiteSpace((UChar32)c);
}

int
uni_is_alpha(uint32_t c)
{
	return u_isUAlphabetic((UChar32)c);
}

int
uni_is_upper(uint32_t c)
{
	return u_isUUppercase((UChar32)c);
}

int
uni_is_lower(uint32_t c)
{
	return u_isULowercase((UChar32)c);
}

enum uni_word_class
uni_word_class(uint32_t c)
{
	if (u_isUWhiteSpace((UChar32)c))
		return UNI_WORD_SPACE;
	if (u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK) ==
	    U_GCB_PREPEND)
		return UNI_WORD_PREPEND;
	if (c == 0xe33 || c == 0xeb3)	/* SARA AM: GCB SpacingMark */
		return UNI_WORD_EXTEND;
	switch (u_getIntPropertyValue((UChar32)c, UCHAR_WORD_BREAK)) {
	case U_WB_EXTEND:
	case U_WB_FORMAT:
	case U_WB_ZWJ:
		return UNI_WORD_EXTEND;
	case U_WB_ALETTER:
	case U_WB_HEBREW_LETTER:
		return UNI_WORD_LETTER;
	case U_WB_NUMERIC:
		return UNI_WORD_DIGIT;
	case U_WB_EXTENDNUMLET:
		return UNI_WORD_JOIN;
	case U_WB_REGIONAL_INDICATOR:
		return UNI_WORD_FLAG;
	case U_WB_KATAKANA:
		return UNI_WORD_COMPLEX;
	default:
		break;
	}
	if (u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) ==
	    U_LB_COMPLEX_CONTEXT || u_hasBinaryProperty((UChar32)c,
	    UCHAR_IDEOGRAPHIC) || u_getIntPropertyValue((UChar32)c,
	    UCHAR_SCRIPT) == USCRIPT_HIRAGANA)
		return UNI_WORD_COMPLEX;
	return UNI_WORD_OTHER;
}

int
uni_is_sterm(uint32_t c)
{
	return u_hasBinaryProperty((UChar32)c, UCHAR_S_TERM);
}

int
uni_digit(uint32_t c)
{
	return u_charDigitValue((UChar32)c);
}

int
uni_ccc(uint32_t c)
{
	return u_getCombiningClass((UChar32)c);
}

uint32_t
uni_lower(uint32_t c)
{
	return (uint32_t)u_tolower((UChar32)c);
}

uint32_t
uni_bracket(uint32_t c, int *opens)
{
	int32_t type;

	type = u_getIntPropertyValue((UChar32)c,
	    UCHAR_BIDI_PAIRED_BRACKET_TYPE);
	if (type == U_BPT_NONE)
		return 0;
	*opens = type == U_BPT_OPEN;
	return (uint32_t)u_getBidiPairedBracket((UChar32)c);
}

static const UNormalizer2 *
normalizer(enum uni_form form)
{
	UErrorCode ec = U_ZERO_ERROR;
	const UNormalizer2 *n = NULL;

	switch (form) {
	case UNI_NFC:
		n = unorm2_getNFCInstance(&ec);
		break;
	case UNI_NFD:
		n = unorm2_getNFDInstance(&ec);
		break;
	case UNI_NFKC:
		n = unorm2_getNFKCInstance(&ec);
		break;
	case UNI_NFKD:
		n = unorm2_getNFKDInstance(&ec);
		break;
	case UNI_NFKC_FOLD:
		n = unorm2_getNFKCCasefoldInstance(&ec);
		break;
	}
	check(ec, "unorm2_getInstance");
	return n;
}

void
uni_norm(enum uni_form form, struct str s, struct buf *b)
{
	static struct wide in, out;
	const UNormalizer2 *norm = normalizer(form);
	UErrorCode ec = U_ZERO_ERROR;

	widen(&in, s);
	for (;;) {
		out.n = unorm2_normalize(norm, in.p, in.n, out.p,
		    (int32_t)out.cap, &ec);
		if (ec != U_BUFFER_OVERFLOW_ERROR)
			break;
		ec = U_ZERO_ERROR;
		out.p = mem_grow(out.p, &out.cap, (size_t)out.n + 1,
		    sizeof(*out.p));
	}
	check(ec, "unorm2_normalize");
	narrow(b, out.p, out.n);
}

void
uni_skeleton(struct str s, struct buf *b)
{
	static USpoofChecker *checker;
	static struct wide in, out;
	UErrorCode ec = U_ZERO_ERROR;

	if (checker == NULL)
		checker = uspoof_open(&ec);
	check(ec, "uspoof_open");
	widen(&in, s);
	for (;;) {
		out.n = uspoof_getSkeleton(checker, 0, in.p, in.n, out.p,
		    (int32_t)out.cap, &ec);
		if (ec != U_BUFFER_OVERFLOW_ERROR)
			break;
		ec = U_ZERO_ERROR;
		out.p = mem_grow(out.p, &out.cap, (size_t)out.n + 1,
		    sizeof(*out.p));
	}
	check(ec, "uspoof_getSkeleton");
	narrow(b, out.p, out.n);
}

struct uni_break *
uni_break_new(enum uni_kind kind, const char *locale)
{
	static const UBreakIteratorType type[] = {
		UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE
	};
	UErrorCode ec = U_ZERO_ERROR;
	struct uni_break *b;

	b = mem_alloc(1, sizeof(*b));
	b->words = kind == UNI_WORDS;
	b->bi = ubrk_open(type[kind], locale, NULL, 0, &ec);
	check(ec, "ubrk_open");
	return b;
}

void
uni_break_free(struct uni_break *b)
{
	if (b == NULL)
		return;
	utext_close(b->ut);
	ubrk_close(b->bi);
	free(b);
}

void
uni_break_text(struct uni_break *b, struct str s)
{
	UErrorCode ec = U_ZERO_ERROR;

	b->ut = utext_openUTF8(b->ut, s.n > 0 ? s.p : "", (int64_t)s.n, &ec);
	check(ec, "utext_openUTF8");
	ubrk_setUText(b->bi, b->ut, &ec);
	check(ec, "ubrk_setUText");
}

size_t
uni_break_next(struct uni_break *b, int *word)
{
	int32_t at;

	if ((at = ubrk_next(b->bi)) == UBRK_DONE)
		return 0;
	if (word != NULL)
		*word = b->words &&
		    ubrk_getRuleStatus(b->bi) >= UBRK_WORD_NONE_LIMIT;
	return (size_t)at;
}

/* Root's names are codes or English; a locale without its own has none. */
static int
owned(UErrorCode ec)
{
	return U_SUCCESS(ec) && ec != U_USING_DEFAULT_WARNING;
}

int
uni_country(const char *lang, const char *iso, struct buf *b)
{
	UChar name[256];
	char region[8] = "und_";
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n;

	if (strlen(iso) > 3)
		return 0;
	memcpy(region + 4, iso, strlen(iso) + 1);
	n = uloc_getDisplayCountry(region, lang, name, 256, &ec);
	if (!owned(ec) || n > 256)
		return 0;
	narrow(b, name, n);
	return 1;
}

int
uni_language(const char *lang, const char *iso, struct buf *b)
{
	UChar name[256];
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n;

	n = uloc_getDisplayLanguage(iso, lang, name, 256, &ec);
	if (!owned(ec) || n > 256)
		return 0;
	narrow(b, name, n);
	return 1;
}

/* Does ICU's locale data know this language at all? */
static int
known_locale(const char *lang)
{
	int32_t i;

	for (i = 0; i < uloc_countAvailable(); i++)
		if (strcmp(uloc_getAvailable(i), lang) == 0)
			return 1;
	return 0;
}

static int
symbol(const char *lang, UDateFormatSymbolType type, int32_t at,
    struct buf *b)
{
	UErrorCode ec = U_ZERO_ERROR;
	UDateFormat *f;
	UChar name[128];
	int32_t n;

	if (!known_locale(lang))
		return 0;
	f = udat_open(UDAT_DEFAULT, UDAT_DEFAULT, lang, NULL, 0, NULL, 0, &ec);
	check(ec, "udat_open");
	n = udat_getSymbols(f, type, at, name, 128, &ec);
	udat_close(f);
	if (U_FAILURE(ec) || n > 128 || n == 0)
		return 0;
	narrow(b, name, n);
	return 1;
}

int
uni_month(const char *lang, int month, enum uni_width width, struct buf *b)
{
	return symbol(lang, width == UNI_WIDE ? UDAT_STANDALONE_MONTHS :
	    UDAT_STANDALONE_SHORT_MONTHS, month - 1, b);
}

int
uni_weekday(const char *lang, int day, enum uni_width width, struct buf *b)
{
	/* ICU counts from Sunday, 1. */
	return symbol(lang, width == UNI_WIDE ? UDAT_STANDALONE_WEEKDAYS :
	    UDAT_STANDALONE_SHORT_WEEKDAYS, day % 7 + 1, b);
}

int
uni_relative(const char *lang, char unit, int offset, struct buf *b)
{
	URelativeDateTimeFormatter *f;
	UErrorCode ec = U_ZERO_ERROR;
	UChar out[128];
	int32_t n;

	f = ureldatefmt_open(lang, NULL, UDAT_STYLE_LONG,
	    UDISPCTX_CAPITALIZATION_NONE, &ec);
	check(ec, "ureldatefmt_open");
	n = ureldatefmt_format(f, offset, unit == 'D' ? UDAT_REL_UNIT_DAY :
	    unit == 'W' ? UDAT_REL_UNIT_WEEK : unit == 'M' ?
	    UDAT_REL_UNIT_MONTH : UDAT_REL_UNIT_YEAR, out, 128, &ec);
	ureldatefmt_close(f);
	check(ec, "ureldatefmt_format");
	narrow(b, out, n);
	return 1;
}

const char *const *
uni_countries(void)
{
	return uloc_getISOCountries();
}

struct uni_translit *
uni_translit_new(const char *id)
{
	struct uni_translit *t;
	struct wide w = { 0 };
	UErrorCode ec = U_ZERO_ERROR;

	t = mem_alloc(1, sizeof(*t));
	widen(&w, str_of(id));
	t->t = utrans_openU(w.p, w.n, UTRANS_FORWARD, NULL, 0, NULL, &ec);
	check(ec, "utrans_openU");
	free(w.p);
	return t;
}

void
uni_translit_free(struct uni_translit *t)
{
	if (t == NULL)
		return;
	utrans_close(t->t);
	free(t);
}

void
uni_translit(struct uni_translit *t, struct str s, struct buf *b)
{
	static struct wide w;
	UErrorCode ec;
	size_t want = s.n * 4 + 64;
	int32_t n, limit;

	for (;;) {
		widen(&w, s);
		w.p = mem_grow(w.p, &w.cap, want, sizeof(*w.p));
		n = limit = w.n;
		ec = U_ZERO_ERROR;
		utrans_transUChars(t->t, w.p, &n, (int32_t)w.cap, 0, &limit,
		    &ec);
		if (ec != U_BUFFER_OVERFLOW_ERROR)
			break;
		want = (size_t)n + 1;
	}
	check(ec, "utrans_transUChars");
	narrow(b, w.p, n);
}
