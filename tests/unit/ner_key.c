/*
 * Name keys: one name, one key, in every script; different names, different
 * keys; what is no part of the name is left out.
 */
#include "key.h"
#include "tap.h"

static void
key_of(struct buf *b, const char *name)
{
	size_t n = strlen(name);
	char *p = fresh(name, n);

	buf_clear(b);
	key_name(b, (struct str){ p, n });
	free(p);
}

/* All in a row have the key that is first; NULL ends it. */
static const char *const same[][14] = {
	{ "MMB", "मुंबई", "मुम्बई", "મુંબઈ", "মুম্বাই", "ਮੁੰਬਈ", "ମୁମ୍ବାଇ", "மும்பை",
	    "ముంబై", "ಮುಂಬೈ", "മുംബൈ", "Mumbai", NULL },
	{ "DL", "दिल्ली", "દિલ્હી", "দিল্লি", "ਦਿੱਲੀ", "ଦିଲ୍ଲୀ", "ఢిల్లీ", "ದೆಹಲಿ",
	    "Delhi", "دہلی", NULL },
	{ "AMT S", "अमित शाह", "અમિત શાહ", "অমিত শাহ", "ਅਮਿਤ ਸ਼ਾਹ", "ଅମିତ ଶାହ",
	    "அமித் ஷா", "అమిత్ షా", "ಅಮಿತ್ ಶಾ", "അമിത് ഷാ", "Amit Shah",
	    "امت شاہ", NULL },
	{ "NRNDR MD", "नरेन्द्र मोदी", "नरेंद्र मोदी", "નરેન્દ્ર મોદી", "নরেন্দ্র মোদী",
	    "ਨਰਿੰਦਰ ਮੋਦੀ", "ନରେନ୍ଦ୍ର ମୋଦୀ", "నరేంద్ర మోదీ", "ನರೇಂದ್ರ ಮೋದಿ",
	    "നരേന്ദ്ര മോദി", "Narendra Modi", "نریندر مودی", NULL },
	{ "LVRV", "लावरोव", "લવરોવ", "লাভরোভ", "லாவ்ரோவ்", "లావ్రోవ్", "ಲಾವ್ರೋವ್",
	    "ലാവ്‌റോവ്", "Lavrov", "ਲਾਵਰੋਵ", NULL },
	{ "PTN", "पुतिन", "પુતિન", "পুতিন", "ਪੁਤਿਨ", "ପୁଟିନ", "புதின்", "పుతిన్",
	    "ಪುಟಿನ್", "പുടിൻ", "Putin", "پوتن", NULL },
	{ "BDN", "बाइडन", "બાઈડેન", "বাইডেন", "ਬਾਈਡਨ", "ବାଇଡେନ", "బైడెన్", "ಬೈಡನ್",
	    "ബൈഡൻ", "Biden", "بائیڈن", NULL },
	{ "KRSN", "कृष्ण", "કૃષ્ણ", "কৃষ্ণ", "Krishna", "కృష్ణ", "ಕೃಷ್ಣ", "കൃഷ്ണ",
	    "ਕ੍ਰਿਸ਼ਨ", NULL },
	{ "VSNGTN", "वाशिंगटन", "વોશિંગ્ટન", "ওয়াশিংটন", "వాషింగ్టన్",
	    "ವಾಷಿಂಗ್ಟನ್", "Washington", NULL },
	{ "NRT KR", "उत्तर कोरिया", "ઉત્તર કોરિયા", "উত্তর কোরিয়া", "ਉੱਤਰੀ ਕੋਰੀਆ",
	    "வட கொரியா", "ఉత్తర కొరియా", "ಉತ್ತರ ಕೊರಿಯಾ", "North Korea", NULL },
	{ "N DL", "नई दिल्ली", "નવી દિલ્હી", "নতুন দিল্লি", "ਨਵੀਂ ਦਿੱਲੀ", "న్యూ ఢిల్లీ",
	    "New Delhi", "نئی دہلی", NULL },
	{ "PN", "पुणे", "पुणे जिल्हा", "પુણે જિલ્લો", "পুণে জেলা", "Pune",
	    "Pune District", NULL },
	{ "JM KSMR", "जम्मू और कश्मीर", "जम्मू-कश्मीर", "જમ્મુ અને કાશ્મીર",
	    "ਜੰਮੂ ਤੇ ਕਸ਼ਮੀਰ", "Jammu & Kashmir", "Jammu and Kashmir", NULL },
	{ "JSNKR", "एस जयशंकर", "एस. जयशंकर", "એસ જયશંકર", "S. Jaishankar",
	    "Dr. S. Jaishankar", "डॉ. एस जयशंकर", "श्री जयशंकर",
	    NULL },
	{ "STLN", "மு.க. ஸ்டாலின்", "मु. क. स्टालिन", "एम.के. स्टालिन",
	    "M.K. Stalin", NULL },
	{ "NRT PRVNS", "उत्तर प्रदेश", "ઉત્તર પ્રદેશ", "Uttar Pradesh", NULL },
	{ "KMP", "कैंप", "ক্যাম্প", "Camp", "કેમ્પ", NULL },
	{ "GTML", "ग्वाटेमाला", "Guatemala", "গুয়াতেমালা", NULL },
	{ "MJRM", "मिज़ोरम", "ಮಿಝೋರಂ", "Mizoram", "મિઝોરમ", NULL },
	{ "PTL", "पटेल", "પટેલ", "Patel", "పటేల్", "ಪಟೇಲ್", NULL },
	{ "BNRJ", "बनर्जी", "বানার্জি", "Banerjee", "બેનર્જી", NULL },
	{ "GNDV", "ज्ञानदेव", "ज्ञानदेव ", "Gyandev", NULL },
	/* People who are named in two scripts in the five articles. */
	{ "SRG LVRV", "सर्गेई लावरोव", "સેર્ગેઈ લવરોવ", "સર્ગેઈ લવરોવ",
	    "Sergey Lavrov", NULL },
	{ "SRJDN MRDN", "सिराजुद्दीन मुहरिद्दीन", "સિરોજિદ્દીન મુહરિદ્દીન", NULL },
	{ "MKSM RJNKV", "मैक्सिम रेजेनकोव", "મેક્સિમ રાયઝેન્કોવ", "મેકસીમ રાયઝેન્કોવ",
	    NULL },
	{ "MRT NRTL", "मूरत नुरतुलू", "મુરાત નુર્ટલુ", NULL },
	{ "ANTN GTRS", "एंतोनियो गुतारेस", "એન્ટોનિયો ગુટેરેસ", NULL },
	{ "MTM GND", "महात्मा गांधी", "મહાત્મા ગાંધી", "Mahatma Gandhi", NULL },
};

static const char *const different[][2] = {
	{ "पुतिन", "बाइडन" }, { "Putin", "Patel" }, { "शाह", "झा" },
	{ "जैन", "सेन" }, { "Modi", "Moti" }, { "Gandhi", "Kanti" },
	{ "Tata", "Datta" }, { "Raja", "Rasa" }, { "उत्तर कोरिया", "दक्षिण कोरिया" },
	{ "North Korea", "South Korea" }, { "Singh", "Jung" },
	{ "मनमोहन सिंह", "सिंह मनमोहन" }, { "Rahul Gandhi", "Gandhi" },
	{ "Papua", "Pa" }, { "Kolkata", "Calicut City" }
};

static const char *const forms[][2] = {
	{ "", "" }, { " ", "" }, { "-", "" }, { "S.", "S" }, { "एस", "AS" },
	{ "Dr.", "DR" }, { "ए. पी. जे.", "A P J" }, { "\xe2\x80\x8d", "" },
	{ "ं", "N" }, { "्", "" }, { "ক্", "K" }, { "ന്", "N" }, { "ற்", "R" },
	{ "中国", "A" }, { "Łódź", "LJ" }, { "Çeşme", "CSM" }, { "é", "A" },
	{ "123", "" }, { "District", "DSTRKT" }, { "जिला", "DSTRKT" },
	{ "'", "" }, { "of the", "AF T" }
};

int
main(void)
{
	struct buf b = { 0 }, c = { 0 };
	size_t i, k;

	for (i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		for (k = 1; same[i][k] != NULL; k++) {
			key_of(&b, same[i][k]);
			ok(str_eq(buf_slice(&b), str_of(same[i][0])),
			    "%s: want %s, got %.*s", same[i][k], same[i][0],
			    (int)b.n, b.p);
		}
	for (i = 0; i < sizeof(different) / sizeof(different[0]); i++) {
		key_of(&b, different[i][0]);
		key_of(&c, different[i][1]);
		ok(b.n > 0 && c.n > 0 && !str_eq(buf_slice(&b), buf_slice(&c)),
		    "%s and %s differ: %.*s", different[i][0],
		    different[i][1], (int)b.n, b.p);
	}
	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		key_of(&b, forms[i][0]);
		ok(str_eq(buf_slice(&b), str_of(forms[i][1])),
		    "\"%s\": want %s, got %.*s", forms[i][0], forms[i][1],
		    (int)b.n, b.p);
	}
	buf_free(&b);
	buf_free(&c);
	return tap_end();
}
