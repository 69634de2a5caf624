/*
 * Parts of names that languages translate and do not spell: उत्तर कोरिया,
 * North Korea; पुणे जिल्हा, Pune District.  One line a meaning, in all
 * languages; looked up by a hash of the folded word, as nukta and joiners
 * come and go.
 */
#include <stdint.h>
#include <string.h>

#include "brahmi.h"
#include "hash.h"
#include "utf8.h"
#include "word.h"

#define LONG	64			/* bytes of a word, folded */

static const struct {
	enum word	 kind;
	const char	*words;		/* the first is the spelling */
} meaning[] = {
	{ WORD_TRANSLATED, "north northern uttar उत्तर उत्तरी উত্তর উত্তরী ਉੱਤਰ "
	    "ਉੱਤਰੀ ઉત્તર ઉત્તરી ଉତ୍ତର வடக்கு வட ఉత్తర ಉತ್ತರ വടക്കൻ വടക്കന്‍ "
	    "ഉത്തര شمالی شمال উত্তৰ नॉर्थ नार्थ નોર્થ নর্থ ਨੌਰਥ நார்த் నార్త్ "
	    "ನಾರ್ತ್ നോര്‍ത്ത് നോർത്ത്" },
	{ WORD_TRANSLATED, "south southern dakshin dakshina दक्षिण दक्षिणी "
	    "দক্ষিণ দক্ষিন দক্ষিণী ਦੱਖਣ ਦੱਖਣੀ દક્ષિણ દક્ષિણી ଦକ୍ଷିଣ தெற்கு தென் "
	    "దక్షిణ ದಕ್ಷಿಣ തെക്കൻ തെക്കന്‍ ദക്ഷിണ جنوبی جنوب साउथ સાઉથ সাউথ "
	    "ਸਾਊਥ சவுத் సౌత్ ಸೌತ್ സൌത്ത് സൗത്ത്" },
	{ WORD_TRANSLATED, "east eastern purba purbi poorvi पूर्व पूर्वी পূর্ব "
	    "পূর্বী ਪੂਰਬ ਪੂਰਬੀ પૂર્વ પૂર્વીય પૂર્વી ପୂର୍ବ கிழக்கு తూర్పు ಪೂರ್ವ "
	    "കിഴക്കൻ കിഴക്കന്‍ مشرقی مشرق पुर्व ईस्ट ઈસ્ટ ઇસ્ટ ইস্ট ਈਸਟ ஈஸ்ட் "
	    "ఈస్ట్ ಈಸ್ಟ್ ഈസ്റ്റ്" },
	{ WORD_TRANSLATED, "west western paschim pashchim पश्चिम पश्चिमी পশ্চিম "
	    "পশ্চিমী ਪੱਛਮ ਪੱਛਮੀ પશ્ચિમ પશ્ચિમી ପଶ୍ଚିମ மேற்கு పశ్చిమ ಪಶ್ಚಿಮ "
	    "പടിഞ്ഞാറൻ പടിഞ്ഞാറന്‍ مغربی مغرب वेस्ट વેસ્ટ ওয়েস্ট ਵੈਸਟ வெஸ்ட் "
	    "వెస్ట్ ವೆಸ್ಟ್ വെസ്റ്റ്" },
	{ WORD_TRANSLATED, "central middle madhya मध्य সেন্ট্রাল মধ্য ਮੱਧ "
	    "મધ્ય ମଧ୍ୟ மத்திய మధ్య ಮಧ್ಯ മദ്ധ്യ മധ്യ وسطی केंद्रीय केन्द्रीय "
	    "સેન્ટ્રલ सेंट्रल सेन्ट्रल কেন্দ্রীয় ਕੇਂਦਰੀ சென்ட்ரல் సెంట్రల్ ಸೆಂಟ್ರಲ್ "
	    "സെൻട്രൽ سنٹرل" },
	{ WORD_TRANSLATED, "new nai navi naya नई नया नवी नवा નવી નવું নতুন নয়া "
	    "ਨਵੀਂ ਨਵਾਂ ନୂଆ புது புதிய కొత్త న్యూ ನವ ಹೊಸ ന്യൂ പുതിയ نئی نیا "
	    "نیو न्यू न्यु ન્યૂ ન્યુ নিউ ਨਿਊ ନ୍ୟୁ ନ୍ଯୁ நியூ ನ್ಯೂ" },
	{ WORD_TRANSLATED, "saint st sint सेंट सेन्ट सैंट સેંટ સેન્ટ સંત সেন্ট "
	    "ছেন্ট ਸੇਂਟ ସେଣ୍ଟ செயின்ட் செய்ன்ட் సెయింట్ సేంట్ సేంట ಸೇಂಟ್ ಸೈಂಟ್ "
	    "സെയിന്റ് സെന്റ് سینٹ" },
	{ WORD_TRANSLATED, "lake झील तलाव સરોવર লেক হ্রদ ਝੀਲ ହ୍ରଦ ஏரி லேக் "
	    "చెరువు సరస్సు ಸರೋವರ ಲೇಕ್ തടാകം جھیل लेक લેક ਲੇਕ" },
	{ WORD_TRANSLATED, "river नदी નદી নদী রিভার ਨਦੀ ନଦୀ நதி ஆறு ரிவர் నది "
	    "ನದಿ ರಿವರ್ നദി دریا रिवर" },
	{ WORD_TRANSLATED, "island islands द्वीप द्वीपसमूह टापू बेटे બેટ ટાપુ "
	    "ટાપુઓ দ্বীপ দ্বীপপুঞ্জ ਟਾਪੂ ଦ୍ବୀପ ଦ୍ୱୀପ ଦ୍ବୀପପୁଞ୍ଜ தீவு தீவுகள் "
	    "దీవి దీవులు ದ್ವೀಪ ದ್ವೀಪಗಳು ദ്വീപ് ദ്വീപുകൾ ദ്വീപുകള്‍ جزیرہ جزائر "
	    "आइलैंड आइलैंड्स आयलंड આઇલેન્ડ આઇલેન્ડ્સ আইল্যান্ড ਆਈਲੈਂਡ ಐಲ್ಯಾಂಡ್ "
	    "ಐಲ್ಯಾಂಡ್ಸ್ ఐలాండ్ ఐలాండ్స్ آئلینڈز" },
	{ WORD_TRANSLATED, "sea सागर समुद्र সাগর সমুদ্র સમુદ્ર સાગર ਸਾਗਰ ସାଗର "
	    "கடல் సముద్రం ಸಮುದ್ರ കടൽ سمندر" },
	{ WORD_TRANSLATED, "ocean महासागर মহাসাগর મહાસાગર ਮਹਾਸਾਗਰ ମହାସାଗର "
	    "பெருங்கடல் మహాసముద్రం ಮಹಾಸಾಗರ മഹാസമുദ്രം" },
	{ WORD_TRANSLATED, "bay gulf खाड़ी खाडी ખાડી উপসাগর ਖਾੜੀ ଉପସାଗର வளைகுடா "
	    "ಕೊಲ್ಲಿ خلیج" },
	{ WORD_TRANSLATED, "united संयुक्त সংযুক্ত যুক্ত ਸੰਯੁਕਤ સંયુક્ત ଯୁକ୍ତ "
	    "ஐக்கிய సంయుక్త ಸಂಯುಕ್ತ ഐക്യ متحدہ" },
	{ WORD_TRANSLATED, "nations राष्ट्र রাষ্ট্র ਰਾਸ਼ਟਰ રાષ્ટ્ર રાષ્ટ્રો ରାଷ୍ଟ୍ର "
	    "நாடுகள்" },
	{ WORD_TRANSLATED, "city सिटी शहर শহর সিটি ਸ਼ਹਿਰ ਸਿਟੀ શહેર સીટી સિટી "
	    "நகரம் சிட்டி నగరం సిటీ ನಗರ ಸಿಟಿ സിറ്റി നഗരം شہر سٹی চিটি" },
	{ WORD_TRANSLATED, "valley घाटी ঘাটি ઘાટી ખીણ ਘਾਟੀ பள்ளத்தாக்கு ಕಣಿವೆ "
	    "లోయ താഴ്‌വര وادی" },
	{ WORD_KIND, "district जिला जिल्हा জেলা জিলা ਜ਼ਿਲ੍ਹਾ ਜਿਲਾ જિલ્લો જીલ્લો "
	    "જિલ્લા ଜିଲ୍ଲା மாவட்டம் జిల్లా ಜಿಲ್ಲೆ ಜಿಲ್ಲಾ ജില്ല ضلع डिस्ट्रिक्ट "
	    "ಡಿಸ್ಟ್ರಿಕ್ಟ್" },
	{ WORD_KIND, "province pradesh प्रांत प्रान्त प्रदेश প্রদেশ ਸੂਬਾ ਪ੍ਰਾਂਤ પ્રાંત "
	    "પ્રદેશ ପ୍ରଦେଶ மாகாணம் பிரதேசம் ప్రావిన్స్ ప్రదేశ్ ಪ್ರಾಂತ್ಯ ಪ್ರದೇಶ "
	    "പ്രവിശ്യ പ്രദേശം പ്രദേശ് صوبہ پردیش सूबा প্রভিন্স" },
	{ WORD_KIND, "state rajya राज्य রাজ্য অঙ্গরাজ্য ਰਾਜ રાજ્ય સ્ટેટ ରାଜ୍ୟ "
	    "மாநிலம் రాష్ట్రం ರಾಜ್ಯ സംസ്ഥാനം ریاست स्टेट స్టేట్" },
	{ WORD_KIND, "region area क्षेत्र অঞ্চল ਖੇਤਰ ક્ષેત્ર વિસ્તાર ଅଞ୍ଚଳ "
	    "பகுதி பிராந்தியம் ప్రాంతం പ്രദേശം മേഖല علاقہ ریجن रीजन" },
	{ WORD_KIND, "division department विभाग বিভাগ વિભાગ துறை డిపార్ట్మెంట్ "
	    "ಇಲಾಖೆ محکمہ ڈویژن" },
	{ WORD_KIND, "county काउंटी काउन्टी কাউন্টি કાઉન્ટી ਕਾਉਂਟੀ கவுண்டி కౌంటీ "
	    "ಕೌಂಟಿ കൌണ്ടി കൗണ്ടി کاؤنٹی" },
	{ WORD_KIND, "municipality नगरपालिका पालिका म्युन्सिपाल्टी পৌরসভা "
	    "મ્યુનિસિપાલિટી નગરપાલિકા நகராட்சி மாநகராட்சி మున్సిపాలిటీ ಪುರಸಭೆ "
	    "بلدیہ میونسپلٹی" },
	{ WORD_KIND, "prefecture प्रीफेक्चर પ્રીફેકચર প্রিফেকচার ப்ரீபெக்ட்டுர் "
	    "ப்ரீபெக்ட்டுறே ప్రిఫెక్చర్ ಪ್ರಿಫೆಕ್ಚರ್ پریفیکچر پریفیکچور" },
	{ WORD_KIND, "governorate गवर्नरेट मुहाफ़ज़ाह गव्हर्नोरेट গভর্নোরেট "
	    "ગવર્નોરેટ கோவெர்னோரே கோவெர்னோரேட் கோவெர்னோராட் గవర్నరేట్ ಗವರ್ನೇಟ್ "
	    "محافظہ" },
	{ WORD_KIND, "oblast ओब्लास्ट ओबलास्ट ओब्लास्त ઓબ્લાસ્ટ ওব্লাস্ট ஒப்லாஸ்து "
	    "ஒப்ளாஸ்ட் ఓబ్లాస్ట్ ಒಬ್ಲಾಸ್ಟ್ اوبلاست" },
	{ WORD_KIND, "parish पैरिश पॅरीश પૅરિશ প্যারিশ பரிஷ் పారిష్ ಪ್ಯಾರಿಷ್ "
	    "پیرش" },
	{ WORD_KIND, "canton कैन्टन कैंटन ক্যান্টন કેન્ટન కాంటన్ ಕ್ಯಾಂಟನ್ کینٹن" },
	{ WORD_KIND, "voivodeship वाइवोडीशिप ভয়ভোডেশিপ ஓய்வோடேஷிப் "
	    "వోయివోడెషిప్" },
	{ WORD_KIND, "republic रिपब्लिक गणराज्य गणतंत्र प्रजासत्ताक প্রজাতন্ত্র "
	    "প্ৰজাতন্ত্ৰ ਗਣਰਾਜ રીપબ્લિક રિપબ્લિક ପ୍ରଜାତନ୍ତ୍ର ଗଣତନ୍ତ୍ର குடியரசு "
	    "రిపబ్లిక్ గణతంత్ర ಗಣರಾಜ್ಯ റിപ്പബ്ലിക് റിപ്പബ്ലിക്ക് جمہوریہ" },
	{ WORD_TITLE, "of the and or & ऑफ ऑफ़ द और एवं व आणि तथा ઓફ અને ધ ও এবং "
	    "ਅਤੇ ਤੇ ਆਫ ଏବଂ மற்றும் ஆப் మరియు ఆఫ్ ಮತ್ತು ಆಫ್ ഓഫ് اور و آف আৰু" },
	{ WORD_TITLE, "mr mrs ms dr prof sir shri sri smt late lt gen col डॉ डॉ. "
	    "डॉक्टर श्री श्रीमती श्रीमान प्रो प्रोफेसर पं स्व मो सर जी सुश्री डा "
	    "ડૉ ડો ડોક્ટર શ્રી શ્રીમતી પ્રો સ્વ জনাব শ্রী শ্রীমতী ডঃ ডা ড মো "
	    "ਡਾ ਸ੍ਰੀ ਸ਼੍ਰੀ ਸ੍ਰੀਮਤੀ ਜੀ ଡ ଡଃ ଡାକ୍ତର ଶ୍ରୀ ଶ୍ରୀମତୀ திரு திருமதி "
	    "டாக்டர் డాక్టర్ డా శ్రీ శ్రీమతి గారు ಡಾ ಶ್ರೀ ಶ್ರೀಮತಿ ഡോ ശ്രീ "
	    "ശ്രീമതി ڈاکٹر جناب محترمہ پروفیسر" },
	/* The names of Latin letters, as initials are spoken. */
	{ WORD_TITLE, "ए बी सी डी ई एफ जी एच आई आय जे के एल एम एन ओ पी क्यू आर एस "
	    "टी यू वी डब्ल्यू डब्लू एक्स वाई वाय जेड झेड એ બી સી ડી ઈ એફ જી એચ આઈ "
	    "જે કે એલ એમ એન ઓ પી ક્યુ આર એસ ટી યુ વી ડબલ્યુ એક્સ વાય ઝેડ "
	    "এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি আর এস টি ইউ ভি "
	    "ਏ ਬੀ ਸੀ ਡੀ ਈ ਐਫ ਜੀ ਐਚ ਆਈ ਜੇ ਕੇ ਐਲ ਐਮ ਐਨ ਓ ਪੀ ਆਰ ਐਸ ਟੀ ਯੂ ਵੀ "
	    "ஏ பி சி டி ஈ எஃப் ஜி எச் ஐ ஜே கே எல் எம் என் ஓ பி ஆர் எஸ் டி யூ வி "
	    "ఎ ఏ బి సి డి ఇ ఎఫ్ జి హెచ్ ఐ జె కె ఎల్ ఎం ఎన్ ఓ పి ఆర్ ఎస్ టి యు వి "
	    "ಎ ಬಿ ಸಿ ಡಿ ಇ ಎಫ್ ಜಿ ಎಚ್ ಐ ಜೆ ಕೆ ಎಲ್ ಎಂ ಎನ್ ಓ ಪಿ ಆರ್ ಎಸ್ ಟಿ ಯು ವಿ "
	    "എ ബി സി ഡി ഇ എഫ് ജി എച്ച് ഐ ജെ കെ എൽ എം എൻ ഒ പി ആർ എസ് ടി യു വി" }
};

#define MEANINGS	(sizeof(meaning) / sizeof(meaning[0]))
#define SLOTS		2048		/* four times the words */

static struct slot {
	uint64_t	h;		/* 0: empty */
	unsigned char	m;
} slots[SLOTS];

/* Blocks onto Devanagari, no nukta, joiners, addak; lower case. */
static uint64_t
word_hash(struct str w)
{
	char out[LONG];
	const char *p = w.p, *e = w.p + w.n;
	size_t n = 0;
	uint32_t c;
	uint64_t h;

	while (p < e && n + 4 <= sizeof(out)) {
		c = utf8_step(&p);
		if (c == 0x200c || c == 0x200d || c == 0xa71 || c == '\'')
			continue;
		if (c >= 'A' && c <= 'Z')
			c += 32;
		else if (brahmi_is(c)) {
			if (brahmi_class(c) == BRAHMI_NUKTA)
				continue;
			/* ஃ is no visarga; chillu n as the n with a virama. */
			if (c == 0xd7b) {
				n += utf8_put(out + n, 0x928);
				c = 0xd4d;
				if (n + 4 > sizeof(out))
					return 0;
			}
			/* Letters that have their nukta in them. */
			if (c == 0xa33 || c == 0xa36)
				c = c == 0xa33 ? 0x932 : 0x938;
			c = brahmi_deva(c);
			if (c >= 0x958 && c <= 0x95f)
				c = 0x900 + (uint32_t)"\x15\x16\x17\x1c\x21"
				    "\x22\x2b\x2f"[c - 0x958];
			if (c == 0x901)
				c = 0x902;
		}
		n += utf8_put(out + n, c);
	}
	if (p < e)
		return 0;
	h = hash_bytes(out, n, 7);
	return h == 0 ? 1 : h;
}

static struct slot *
slot(uint64_t h)
{
	size_t i = h & (SLOTS - 1);

	while (slots[i].h != 0 && slots[i].h != h)
		i = (i + 1) & (SLOTS - 1);
	return &slots[i];
}

static void
fill(void)
{
	const char *p;
	struct slot *s;
	uint64_t h;
	size_t i, n;

	for (i = 0; i < MEANINGS; i++)
		for (p = meaning[i].words; *p != '\0'; p += n + (p[n] == ' ')) {
			n = strcspn(p, " ");
			h = word_hash((struct str){ p, n });
			s = slot(h);
			if (s->h == 0) {
				s->h = h;
				s->m = (unsigned char)i;
			}
		}
}

enum word
word_kind(struct str w, const char **as)
{
	static int filled;
	const struct slot *s;
	uint64_t h;

	if (!filled) {
		fill();
		filled = 1;
	}
	*as = NULL;
	if (w.n <= 1)
		return WORD_TITLE;
	if ((h = word_hash(w)) == 0 || (s = slot(h))->h == 0)
		return WORD_NAME;
	*as = meaning[s->m].words;
	return meaning[s->m].kind;
}
