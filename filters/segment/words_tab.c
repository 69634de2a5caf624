/*
 * The words, by list and language.  Only what the rule of one syllable
 * (abbrev.c) cannot tell needs to be here.  Facts of the languages, written
 * down for this project.
 */
#include "words_tab.h"

#define DEVA	(HI | MR | NE | SA)
#define NORTH	(DEVA | GU)

const struct words_row words_tab[] = {
/* Titles, ranks, offices and the like that are cut short. */
{ WORDS_SHORT, NORTH,
    "प्रफ प्रोफ प्रोफे प्राध्या प्रिंसि इंजि इंजी एडवो एड एडव एडि अॅड ऍड ॲड "
    "कैप्ट कैप लेफ्टि लेफ्ट ले ब्रिगे कर्न मेज कमां इंस्पे इन्स्पे सुश्री श्रीम कुमा "
    "मिस मिसे मिसि संपा संक पृष्ठ क्रमां क्रमा उदा इत्या अनु अध्या अधि उपा "
    "लिमि नंब टेलि मोबा दूर सेक मिन कार्या महा पूर्व उप हि ईस ता जि सुपरिं "
    "हवाल असि जूनि सीनि राजी रेव रेव्ह रेवड" },
{ WORDS_SHORT, MR, "ना आ खा मा का मे चि गं द मु पो रा सौ कै हभप श्रीमं प्राचा" },
{ WORDS_SHORT, NE, "सुब्बा प्राडा उपप्रा कप्तान बिसं सेन्ट सिने" },
{ WORDS_SHORT, GU,
    "એડ એડવો ઇજ ઈજ ઈજનેર પ્રિન્સિ આચા અધ્યા કેપ્ટ લેફ્ટ લેફ્ટિ ઇન્સ્પે ઇન્સ "
    "કમિ મિસિસ ડાયરે મહા ટેલિ મોબા અનુ સંપા પ્રકા રેવ રેપ સેન ડીસ" },
{ WORDS_SHORT, BN | AS,
    "প্রফে প্রফ অধ্যা অধ্যাপ রেভা ইঞ্জি ব্যারি অ্যাড এড এডভো অ্যাডভো মোঃ ডঃ মোছাঃ "
    "মোসাঃ লিমি মুহা মোহা মিসে উদা ইত্যা সম্পা পৃঃ নংঃ শ্রীম কৰ্ণ অধ্যক্" },
{ WORDS_SHORT, PA, "ਐਡ ਐਡਵੋ ਇੰਜੀ ਇੰਜ ਪ੍ਰੋਫੈ ਪ੍ਰੋਫ ਪ੍ਰਿੰਸੀ ਜਥੇ ਕੈਪ ਲੈਫ ਬ੍ਰਿਗੇ ਇੰਸ ਸ੍ਰੀਮ ਨੰਬ ਉਦਾ ਰੈਵ ਰਿਪ ਮਿਸ" },
{ WORDS_SHORT, OR, "ଇଂଜି ଇଞ୍ଜି ପ୍ରଫେ ପ୍ରଫ ଆଡ ଏଡ ଆଡଭୋ ଅଧ୍ୟା ଶ୍ରୀମ ଡଃ ମିଃ ମୋଃ ଲିମି ଉଦା ନଂ" },
{ WORDS_SHORT, TA,
    "திரு திருமதி செல்வி பேரா டாக் எண் வழ அட் முனை மாண்பு பொறி இன்ஸ் லிமி "
    "உதா கேப் லெப் மேஜ் தொலை பக் ரெவ் மிஸ் செனட் சென் டெட் திருமிகு மேதகு" },
{ WORDS_SHORT, TE,
    "డాక్ శ్రీమ ప్రొఫె ప్రొఫ అడ్వ ఇంజ ఇంజి కెప్ మేజ లెఫ్ట్ ఉదా లిమి నెంబ చిరం "
    "కుమా పేజ ఆచా మిస్ రెవ్ సెన్" },
{ WORDS_SHORT, KN, "ಶ್ರೀಮ ಅಡ್ವ ಪ್ರೊಫೆ ಪ್ರೊಫ ಪ್ರಾಧ್ಯಾ ಇಂಜಿ ಕ್ಯಾಪ್ಟ ಮೇಜ ಉದಾ ಲಿಮಿ ಕುಮಾ ಸಂಪಾ ಪುಟ ರೆಪ್ ಮಿಸ್ ರೆವ್ ಡೆಟ್ ಸೆನ್" },
{ WORDS_SHORT, ML,
    "അഡ്വ പ്രൊഫ പ്രഫ ശ്രീമ ക്യാപ് ക്യാപ്റ്റ റവ ഫാദ മിസ് മിസിസ് എഞ്ചി എൻജി ഉദാ "
    "ലിമി ഇൻസ് ബ്രിഗ കേണ മേജ" },
{ WORDS_SHORT, SI, "ගරු පූජ්‍ය අංක මහ ආචා මහා පිටු ලිමි" },
{ WORDS_SHORT, UR | SD | KS, "پروف انج ایڈو لیفٹ کیپ ص ج ھ ء ہجری لمیٹ" },

/* Months, days, numbers: short only next to a figure. */
{ WORDS_NUMBERED, NORTH,
    "जन जनव फर फेब्रु अप्रै मई जुला अग सित सप्टें अक्टू अक्तू ऑक्टो नव नवं दिस "
    "डिसें सोम मंग बुध गुरु शुक्र शनि रवि संख्या नंबर क्रमांक धारा कलम पान पृष्ठ" },
{ WORDS_NUMBERED, GU, "જાન્યુ ફેબ્રુ સપ્ટે ઑક્ટો ઓક્ટો નવે ડિસે ઑગ ઓગ નંબર પાન કલમ" },
{ WORDS_NUMBERED, BN | AS, "জানু ফেব্রু সেপ্টে অক্টো নভে ডিসে আগ নম্বর পৃষ্ঠা" },
{ WORDS_NUMBERED, OR, "ଜାନୁ ଫେବୃ ସେପ୍ଟେ ଅକ୍ଟୋ ନଭେ ଡିସେ" },
{ WORDS_NUMBERED, PA, "ਜਨ ਫਰ ਅਪ੍ਰੈ ਅਗ ਸਤੰ ਅਕਤੂ ਨਵੰ ਦਸੰ" },
{ WORDS_NUMBERED, TA, "ஜன பிப் ஏப் ஆக செப் அக் நவ டிச பக் டிசம் ஜன நவம் அக்டோ செப்டம் பிப்" },
{ WORDS_NUMBERED, TE, "జన ఫిబ్ర ఏప్రి ఆగ సెప్టె అక్టో నవం డిసెం" },
{ WORDS_NUMBERED, KN, "ಜನ ಫೆಬ್ರ ಏಪ್ರಿ ಆಗ ಸೆಪ್ಟೆಂ ಅಕ್ಟೋ ನವೆಂ ಡಿಸೆಂ ಸಂಖ್ಯೆ" },
{ WORDS_NUMBERED, ML, "ജനു ഫെബ്രു ഏപ്രി ആഗ സെപ് സെപ്റ്റം ഒക്ടോ നവം ഡിസം നമ്പർ" },

/* Latin letters that are not one open syllable; in Arabic script all. */
{ WORDS_LETTER, NORTH,
    "एस एम एफ एच एल एन आर एक्स वाई वाय वाइ आई आइ आय जेड झेड डब्ल्यू डबल्यू "
    "डब्लू डब्ल्यु डबल्यु" },
{ WORDS_LETTER, BN | AS,
    "ডব্লিউ ডাব্লিউ এইচ আই এক্স এস এম এল এন আর এফ ওয়াই জেড কিউ ইউ" },
{ WORDS_LETTER, PA,
    "ਐਸ ਐਮ ਐੱਸ ਐੱਮ ਐਚ ਐੱਚ ਐਲ ਐੱਲ ਐਨ ਐੱਨ ਆਰ ਐਫ ਐੱਫ ਆਈ ਵਾਈ ਐਕਸ ਕਿਊ ਡਬਲਯੂ "
    "ਡਬਲਿਊ ਜੈੱਡ ਜੈਡ" },
{ WORDS_LETTER, OR,
    "ଏସ ଏମ ଏଲ ଏନ ଆର ଏଫ ଏଚ ଆଇ ୱାଇ ଏସ୍ ଏମ୍ ଏଲ୍ ଏନ୍ ଆର୍ ଏଫ୍ ଏଚ୍ ଏକ୍ସ ଏକ୍ସ୍ ଜେଡ୍ "
    "ଡବ୍ଲ୍ୟୁ ଡବଲ୍ୟୁ କ୍ୟୁ ୱାଏ" },
{ WORDS_LETTER, TA,
    "எஸ் எம் எல் என் ஆர் எஃப் எப் எச் ஹெச் ஐ ஒய் எக்ஸ் கியூ டபிள்யூ டபுள்யூ இசட்" },
{ WORDS_LETTER, TE,
    "ఎస్ ఎం ఎమ్ ఎల్ ఎన్ ఆర్ ఎఫ్ హెచ్ ఎచ్ ఐ వై ఎక్స్ జెడ్ డబ్ల్యూ డబ్ల్యు డబ్లు" },
{ WORDS_LETTER, KN,
    "ಎಸ್ ಎಂ ಎಮ್ ಎಲ್ ಎನ್ ಆರ್ ಎಫ್ ಎಚ್ ಹೆಚ್ ವೈ ಎಕ್ಸ್ ಜೆಡ್ ಡಬ್ಲ್ಯು ಡಬ್ಲ್ಯೂ ಐ" },
{ WORDS_LETTER, ML,
    "എസ് എം എൽ എൻ ആർ എഫ് എച്ച് ഐ വൈ എക്സ് സെഡ് ഇസഡ് ഡബ്ല്യു ഡബ്ള്യു ഡബ്ല്യൂ "
    "എല് എന് ആര് എല്‍ എന്‍ ആര്‍" },
{ WORDS_LETTER, SI,
    "එස් එම් එල් එන් ආර් එෆ් එච් අයි වයි කිව් එක්ස් ඩබ්ලිව් ඩබ්ලියු ඉසෙඩ්" },
{ WORDS_LETTER, UR | SD | KS,
    "ایس ایم کے بی سی ڈی ای ایف ایچ جے ایل این او کیو آر ٹی یو وی ڈبلیو "
    "ایکس وائی زیڈ اے مسٹر مسز ايس ايم ڪي بي سي ڊي اي ايف "
    "ايڇ جي آئي ايل اين پي آر ٽي وي يو ايڪس اي م ن س ع ا ب ج د ر ش ط ق ف ک "
    "گ ل و ہ ی ح خ" },

/* One syllable, and yet a word that ends a sentence. */
{ WORDS_ENDER, HI,
    "है हैं था थे थी थीं हो हूँ हूं हों की का को ही भी दी दीं दे दो दूँ दूं ली "
    "लीं लो लूँ लूं गा गी गे जा आ या ना हा हाँ हां में से तो वो ये सो खा रो लें दें "
    "न छः क्या क्यों मैं तू खो धो बो" },
{ WORDS_ENDER, MR,
    "हो जा ये घे दे या मी ती तो ते हे ही हा न ना च का दो की से ने ला ली ले घ्या द्या" },
{ WORDS_ENDER, NE, "छ छन् छु छौ न हो भो यो त्यो को मा ले जा खा दे ल नि है गो गे" },
{ WORDS_ENDER, SA, "च न वा हि तु किम् ते मे सः सा तत् यत् स्म" },
{ WORDS_ENDER, GU,
    "છે છો છું હા ના જા લો દો થા તો બે સો ને નો જ ત્યાં જ્યાં હું તું તે મેં દે લે છ માં "
    "ખા જો રે ની નું ના ક્યાં શું હો યે" },
{ WORDS_ENDER, BN | AS, "না যা যে সে তো নে হ নয় দে খা কি কী ও হে নি" },
{ WORDS_ENDER, PA, "ਹੈ ਹਾਂ ਹੋ ਸਾਂ ਸੋ ਦੋ ਨੇ ਨਾ ਵੀ ਦੀ ਦਾ ਦੇ ਨੂੰ ਜਾ ਲੈ ਗਾ ਗੀ ਗੇ ਕੀ ਤੋਂ ਛੇ ਸਨ" },
{ WORDS_ENDER, OR, "ନା ହଁ ଯା ଦେ ନେ ଖା ତ କି ଥା" },
{ WORDS_ENDER, TA, "வா போ தா நீ பூ தீ கை டா" },
{ WORDS_ENDER, TE, "రా పో నా లే దా కా వా" },
{ WORDS_ENDER, KN, "ಬಾ ಹೋ ಹೌ ತಾ ನೀ ನಾ" },
{ WORDS_ENDER, ML, "വാ പോ താ നീ" },
{ WORDS_ENDER, SI, "වේ නෑ බෑ ද ය යි කි වූ දේ මේ හා" },

/* Letter names and titles that are such words too: short forms only beside
 * initials or at the start. */
{ WORDS_LETTER | WORDS_ENDER, PA, "ਸੀ" },
{ WORDS_LETTER | WORDS_ENDER, UR | SD | KS, "آئی جی پی ڈاکٹر پروفیسر ڈاڪٽر" },
{ WORDS_LETTER | WORDS_ENDER, NORTH,
    "डॉक्टर डाक्टर प्रोफेसर ડૉક્ટર ડોક્ટર પ્રોફેસર એડવોકેટ एडवोकेट" },
{ WORDS_LETTER | WORDS_ENDER, BN | AS, "ডাক্তার ডক্টর অধ্যাপক" },
{ WORDS_LETTER | WORDS_ENDER, TA | TE | KN | ML,
    "டாக்டர் பேராசிரியர் డాక్టర్ ప్రొఫెసర్ ಡಾಕ್ಟರ್ ಪ್ರೊಫೆಸರ್ ഡോക്ടർ പ്രൊഫസർ" },

/* "हाँ जी." is no initial. */
{ WORDS_YES, DEVA | GU | PA, "हाँ हां हा नहीं ना હા ના ਹਾਂ ਨਹੀਂ ਨਾ" },

/* Verbs of saying that close a reporting clause. */
{ WORDS_SAYS, HI,
    "कहा पूछा बोला बोली बोले बोलीं बताया चिल्लाया चिल्लाई चिल्लाए पुकारा कहते "
    "कहती कहता समझाया सुनाया लिखा दोहराया फुसफुसाया टोका माँगा" },
{ WORDS_SAYS, MR,
    "म्हणाला म्हणाली म्हणाले म्हणाल्या विचारले विचारलं विचारला सांगितले सांगितलं "
    "ओरडला ओरडली म्हटले म्हटलं उद्गारले" },
{ WORDS_SAYS, NE, "भने भनिन् भन्यो सोधे सोधिन् सोध्यो भन्छ भन्नुभयो सोध्नुभयो बोले" },
{ WORDS_SAYS, SA, "अवदत् अपृच्छत् उवाच अब्रवीत् आह अकथयत् पप्रच्छ" },
{ WORDS_SAYS, GU,
    "કહ્યું પૂછ્યું બોલ્યો બોલી બોલ્યા બોલ્યું જણાવ્યું ઉમેર્યું કહે પૂછે કહેતા લખ્યું" },
{ WORDS_SAYS, BN | AS,
    "বলল বললেন বললো বলে বলেন বললাম বলেছেন বলেছিলেন শুধাল শুধালেন জিজ্ঞেস জিজ্ঞাসা "
    "করল করলেন করলো চেঁচাল জানান জানালেন ক’লে ক'লে কলে সুধিলে কয় কৈছিল" },
{ WORDS_SAYS, PA, "ਕਿਹਾ ਪੁੱਛਿਆ ਬੋਲਿਆ ਬੋਲੀ ਬੋਲੇ ਦੱਸਿਆ ਆਖਿਆ" },
{ WORDS_SAYS, OR, "କହିଲେ ପଚାରିଲେ କହିଲା ପଚାରିଲା କହିଥିଲେ କହିଛନ୍ତି ବୋଲି" },
{ WORDS_SAYS, TA,
    "கேட்டார் கேட்டான் கேட்டாள் கேட்டாா் கூறினார் கூறினாள் கூறினான் சொன்னார் "
    "என்றார் என்றான் என்றாள் சொன்னான் சொன்னாள் கேட்டனர்" },
{ WORDS_SAYS, TE,
    "అడిగాడు అడిగింది అన్నాడు అన్నారు అడిగారు చెప్పారు అంది చెప్పాడు చెప్పింది "
    "అన్నది పలికాడు ప్రశ్నించారు ప్రశ్నించాడు" },
{ WORDS_SAYS, KN,
    "ಕೇಳಿದರು ಕೇಳಿದ ಕೇಳಿದಳು ಕೇಳಿದನು ಹೇಳಿದರು ಹೇಳಿದ ಹೇಳಿದಳು ಹೇಳಿದನು ಎಂದರು ಎಂದ "
    "ಎಂದಳು ಪ್ರಶ್ನಿಸಿದರು" },
{ WORDS_SAYS, ML, "ചോദിച്ചു പറഞ്ഞു പറഞ്ഞിരുന്നു എന്നു അറിയിച്ചു" },
{ WORDS_SAYS, UR | SD | KS,
    "کہا پوچھا بولا بولی بولے بتایا کہتے چلایا لکھا چيو پڇيو چيائين ووٛن" },
{ WORDS_SAYS, SI, "ඇසුවේය කීවේය ඇසුවා ඇහුවා කිව්වා ඇසීය කීය පැවසීය පැවසුවේය" },
{ WORDS_SAYS, EN,
    "asked said replied added shouted cried answered exclaimed says whispered "
    "demanded wondered" },

/* What may stand before the number of a chapter at the start of a unit. */
{ WORDS_CHAPTER, NORTH,
    "अध्याय भाग खंड खण्ड धारा अनुच्छेद पाठ प्रकरण परिच्छेद कलम सर्ग परिशिष्ट "
    "अनुसूची तालिका चित्र આંકડો અધ્યાય પ્રકરણ કલમ ભાગ ખંડ" },
{ WORDS_CHAPTER, BN | AS, "পরিচ্ছেদ অধ্যায় ভাগ খণ্ড ধারা অনুচ্ছেদ" },
{ WORDS_CHAPTER, PA, "ਅਧਿਆਇ ਭਾਗ ਪਾਠ ਧਾਰਾ ਕਾਂਡ" },
{ WORDS_CHAPTER, OR, "ଅଧ୍ୟାୟ ଭାଗ ଖଣ୍ଡ ଧାରା ଅନୁଚ୍ଛେଦ" },
{ WORDS_CHAPTER, TA, "அத்தியாயம் பகுதி பிரிவு பாகம் அதிகாரம்" },
{ WORDS_CHAPTER, TE, "అధ్యాయం భాగం సెక్షన్ ప్రకరణం" },
{ WORDS_CHAPTER, KN, "ಅಧ್ಯಾಯ ಭಾಗ ಪರಿಚ್ಛೇದ ಪ್ರಕರಣ" },
{ WORDS_CHAPTER, ML, "അധ്യായം അദ്ധ്യായം ഭാഗം വകുപ്പ്" },
{ WORDS_CHAPTER, SI, "පරිච්ඡේදය කොටස" },
{ WORDS_CHAPTER, UR | SD | KS, "باب حصہ فصل دفعہ" },
{ WORDS_CHAPTER, EN, "chapter section part article schedule annex appendix" },

/* Verb forms that end clauses: what shows that a bar is a danda. */
{ WORDS_VERB, HI,
    "है हैं था थे थी थीं हो हूँ हूं गया गई गयी गए गये आया आई आयी आए दिया दी किया की "
    "किए लिया रहा रही रहे होगा होगी होंगे करेगा करेंगे जाएगा नहीं कहा बताया हुआ हुई हुए "
    "चाहिए सका सके लगा लगी लगे" },
{ WORDS_VERB, MR,
    "आहे आहेत होता होती होते होत्या नाही नाहीत केले केली केला गेला गेली गेले झाला "
    "झाली झाले दिला दिली दिले आला आली आले सांगितले म्हणाले असे" },
{ WORDS_VERB, NE, "छ छन् छु थियो थिए हो हुन् भयो गर्यो गरे भने छैन पर्छ गर्छ हुन्छ" },
{ WORDS_VERB, SA, "अस्ति सन्ति भवति आसीत् उवाच गच्छति वदति" },
{ WORDS_VERB, BN | AS,
    "ছিল ছিলেন করেন করে হয় হয়েছে আছে নেই নয় না গেল গেছে বলেন করেছেন করেছে হবে "
    "আছিল কৰে হৈছে নাই" },
{ WORDS_VERB, PA,
    "ਹੈ ਹਨ ਸੀ ਸਨ ਹਾਂ ਹੋ ਗਿਆ ਗਈ ਗਏ ਕਿਹਾ ਦਿੱਤਾ ਦਿੱਤੀ ਕੀਤਾ ਕੀਤੀ ਨਹੀਂ ਹੋਇਆ ਹੋਈ ਰਿਹਾ "
    "ਰਹੀ ਰਹੇ ਆਇਆ ਲਿਆ ਹੋਵੇਗਾ ਹੋਵੇਗੀ" },
{ WORDS_VERB, OR, "ଅଛି ଅଛନ୍ତି ଥିଲା ଥିଲେ କରିଛନ୍ତି ହୋଇଛି ନାହିଁ ଗଲା ଗଲେ କହିଛନ୍ତି ହେବ" },

/* The last part of a degree: बी.कॉम. */
{ WORDS_DEGREE, NORTH,
    "कॉम काम कोम एससी टेक फिल एड पीएच एलएल डिप लिट लिब फार्म आर्क एससि फील आनर्स ऑनर्स" },
{ WORDS_DEGREE, BN | AS, "কম এসসি টেক ফিল এড পিএইচ এলএল" },
{ WORDS_DEGREE, PA, "ਕਾਮ ਐੱਸਸੀ ਟੈਕ ਫਿਲ ਐੱਡ ਐਡ ਪੀਐੱਚ ਪੀਐਚ ਐੱਲਐੱਲ" },
{ WORDS_DEGREE, OR, "କମ ଏସସି ଟେକ ଫିଲ ଏଡ ପିଏଚ" },
{ WORDS_DEGREE, TA, "காம் கம் எஸ்சி எஸ்ஸி டெக் ஃபில் பில் எட் பிஎச்" },
{ WORDS_DEGREE, TE, "కామ్ ఎస్సీ టెక్ ఫిల్ ఎడ్ పీహెచ్ ఎల్ఎల్" },
{ WORDS_DEGREE, KN, "ಕಾಂ ಕಾಮ್ ಎಸ್ಸಿ ಟೆಕ್ ಫಿಲ್ ಎಡ್ ಪಿಎಚ್ ಎಲ್‌ಎಲ್" },
{ WORDS_DEGREE, ML, "കോം എസ്‌സി എസ്സി ടെക് ഫിൽ എഡ് പിഎച്ച് എൽഎൽ" },

/* What opens a sentence and hardly ever goes on after a short form. */
{ WORDS_OPENER, HI,
    "अब वह वे वो उसने उन्होंने उसका उसकी उसके उनका उनकी उनके उसे उन्हें उससे उनसे "
    "यह ये इसने इन्होंने इसका इसकी इसके इससे फिर तब हम मैं मैंने हमने तुम आप आपने "
    "हालांकि हालाँकि इसलिए वहाँ वहां यहाँ यहां" },
{ WORDS_OPENER, MR,
    "आता तो ती ते त्याने तिने त्यांनी त्याचा त्याची त्याचे त्यांचा त्यांची त्यांचे हा ही हे "
    "याने यांनी मग तेव्हा नंतर आम्ही मी त्यामुळे तिथे येथे मात्र" },
{ WORDS_OPENER, NE,
    "अब ऊ उनी उनले उसले उनीहरू उनको उसको यो त्यो यसले त्यसपछि तर म मैले हामी" },
{ WORDS_OPENER, GU,
    "હવે તે તેઓ તેણે તેમણે તેનો તેની તેનું તેના તેમનો તેમની તેમનું તેમના આ એણે એમણે "
    "પછી ત્યારે હું મેં અમે તમે આથી જોકે તેથી ત્યાં અહીં ત્યારબાદ" },
{ WORDS_OPENER, BN | AS,
    "এখন সে তিনি তারা তাঁরা তার তাঁর তাদের তাঁদের এই এটি এটা এর তখন পরে আমি আমরা "
    "তুমি আপনি তবে তাই সেখানে এখানে তেওঁ তেওঁলোক সি ইয়াৰ" },
{ WORDS_OPENER, PA,
    "ਹੁਣ ਉਹ ਉਸਨੇ ਉਸ ਉਨ੍ਹਾਂ ਇਹ ਇਸ ਇਨ੍ਹਾਂ ਫਿਰ ਤਦ ਮੈਂ ਅਸੀਂ ਤੁਸੀਂ ਉੱਥੇ ਇੱਥੇ ਹਾਲਾਂਕਿ" },
{ WORDS_OPENER, OR, "ଏବେ ସେ ସେମାନେ ତାଙ୍କ ତାଙ୍କର ତାହା ଏହା ଏହି ତାପରେ ମୁଁ ଆମେ ତେବେ ସେଠାରେ" },
{ WORDS_OPENER, TA,
    "இப்போது அவர் அவன் அவள் அவர்கள் அவரது அது இது பின்னர் பிறகு நான் நாங்கள் நாம் "
    "ஆனால் எனவே அங்கு இங்கு அதன் இதன்" },
{ WORDS_OPENER, TE,
    "ఇప్పుడు అతను ఆయన ఆమె వారు అది ఇది తర్వాత తరువాత నేను మేము మనం కానీ అందుకే అక్కడ "
    "ఇక్కడ అతని ఆయనకు" },
{ WORDS_OPENER, KN,
    "ಈಗ ಅವರು ಅವನು ಅವಳು ಅದು ಇದು ನಂತರ ಬಳಿಕ ನಾನು ನಾವು ಆದರೆ ಹೀಗಾಗಿ ಅಲ್ಲಿ ಇಲ್ಲಿ ಅವರ ಆತ" },
{ WORDS_OPENER, ML,
    "ഇപ്പോൾ അദ്ദേഹം അയാൾ അവൻ അവൾ അവർ അത് ഇത് പിന്നീട് ഞാൻ ഞങ്ങൾ എന്നാൽ അതിനാൽ "
    "അവിടെ ഇവിടെ" },
{ WORDS_OPENER, SI, "ඔහු ඇය ඔවුන් එය මෙය දැන් පසුව මම අපි" },
{ WORDS_OPENER, UR | SD | KS,
    "اب وہ اس اُس انہوں اُنہوں یہ پھر تب میں ہم تاہم اسے انھیں انہیں اسی وہاں یہاں هاڻي هو "
    "هوءَ اهو پوءِ" },

/* English, lower case. */
{ WORDS_SHORT, EN,
    "dr mr mrs ms prof st gen col capt lt maj sgt rev hon gov sen rep adv smt "
    "shri sri messrs mt dept univ govt ph brig cmdr "
    "ed eds supt insp fr pres sec atty dist engr er md kum pt ch cdr adm "
    "pp vol fig eq chap mlle mme sens reps govs det insps gens profs drs" },
{ WORDS_SHORT | WORDS_YES, EN, "vs viz cf ca approx rs re ie eg" },
{ WORDS_NUMBERED, EN,
    "no nos vol fig eq pp p pg ch sec art para jan feb mar apr jun jul aug sep "
    "sept oct nov dec km ft kg cm sq tel ext st cl ver est" },
{ WORDS_FINAL, EN, "co corp inc ltd pvt bros jr sr al llp ft km" },
{ WORDS_ETC, EN, "etc" },
{ WORDS_OPENER, EN,
    "the he she it they we in on at but and this that these those his her their "
    "its as if when after for there i you however while then so yet now nobody "
    "some many most all both each my our your what who where why how since "
    "until still police officials according no an a to by with from before "
    "during despite although though because" },
{ WORDS_CLOCK, EN,
    "ist gmt utc est pst edt pdt cst bst monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september "
    "october november december" },
{ 0, 0, NULL }
};
