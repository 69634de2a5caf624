# Case suffixes behind a name, for mksent: spelled as the name's end asks.
# A pattern writes the suffix in one form (the first of each pair below),
# this finds the one behind this name: {L}ഇൽ is കൊച്ചിയിൽ, കൊല്ലത്തിൽ,
# ലണ്ടനിൽ.  Bytes, not characters; a letter has 3 octets.

# Suffixes behind stems of class c: pairs of what is written and what it is.
function forms(l, c, s,   i, n, w) {
	n = split(s, w, /[ :]/)
	for (i = 1; i < n; i += 2)
		form[l, c, w[i]] = w[i + 1]
}

# The vowel letter v as it is written on a consonant.
function vowels(s,   i, n, w) {
	n = split(s, w, /[ :]/)
	for (i = 1; i < n; i += 2)
		matra[w[i]] = w[i + 1]
}

function glue_init() {
	# મોદીએ, but જયશંકરે
	forms("gu", "c", "એ:ે")
	# ঢাকার, লন্ডনের, হংকংয়ের; ঢাকায়, দিল্লিতে, লন্ডনে
	forms("bn", "c", "এর:ের এ:ে")
	forms("bn", "a", "এর:র এ:য়")
	forms("bn", "v", "এর:র এ:তে")
	forms("bn", "n", "এর:য়ের এ:য়ে")
	# ৰাহুলে, শৰ্মাই, মোদীয়ে, বৰুৱাই
	forms("as", "c", "এ:ে")
	forms("as", "a", "এ:ই")
	forms("as", "v", "এ:য়ে")
	forms("as", "n", "এ:এ")
	# మోదీకి, మోదీని, but రావుకు, హైదరాబాద్‌కు
	forms("te", "i", "కు:కి ను:ని")
	forms("te", "h", "కు:‌కు ను:‌ను లో:‌లో తో:‌తో పై:‌పై గా:‌గా")
	# ಲಂಡನ್‌ನಲ್ಲಿ, ಕೋಲಾರದಲ್ಲಿ, ಅಮೆರಿಕಾದಲ್ಲಿ, ದೆಹಲಿಯಲ್ಲಿ, ಬೆಂಗಳೂರಿನಲ್ಲಿ
	forms("kn", "h", "ಅಲ್ಲಿ:‌ನಲ್ಲಿ ಅ:‌ನ ಗೆ:‌ಗೆ ಇಂದ:‌ನಿಂದ")
	forms("kn", "n", "ಅಲ್ಲಿ:ನಲ್ಲಿ ಅ:ನ ಗೆ:ಗೆ ಇಂದ:ನಿಂದ")
	forms("kn", "c", "ಅಲ್ಲಿ:ದಲ್ಲಿ ಅ:ದ ಗೆ:ಕ್ಕೆ ಇಂದ:ದಿಂದ")
	forms("kn", "a", "ಅಲ್ಲಿ:ದಲ್ಲಿ ಅ:ದ ಗೆ:ಗೆ ಇಂದ:ದಿಂದ")
	forms("kn", "i", "ಅಲ್ಲಿ:ಯಲ್ಲಿ ಅ:ಯ ಗೆ:ಗೆ ಇಂದ:ಯಿಂದ")
	forms("kn", "u", "ಅಲ್ಲಿ:ಿನಲ್ಲಿ ಅ:ಿನ ಗೆ:ಿಗೆ ಇಂದ:ಿನಿಂದ")
	# കേരളത്തിൽ, രാമന്റെ, ജോർജിന്റെ, മോദിയുടെ, നെഹ്റുവിന്റെ,
	# മോദിക്ക്, ഇന്ത്യയ്ക്ക്
	forms("ml", "m", "ഇലെ:ത്തിലെ ഇലേക്ക്:ത്തിലേക്ക് ഇൽ:ത്തിൽ " \
	    "ഉടെ:ത്തിന്റെ ക്ക്:ത്തിന് എ:ത്തെ ഓട്:ത്തോട് ഉം:വും")
	forms("ml", "n", "ഇലെ:നിലെ ഇലേക്ക്:നിലേക്ക് ഇൽ:നിൽ " \
	    "ഉടെ:ന്റെ ക്ക്:ന് എ:നെ ഓട്:നോട് ഉം:നും")
	forms("ml", "h", "ഇലെ:ിലെ ഇലേക്ക്:ിലേക്ക് ഇൽ:ിൽ " \
	    "ഉടെ:ിന്റെ ക്ക്:ിന് എ:ിനെ ഓട്:ിനോട് ഉം:ും")
	forms("ml", "u", "ഇലെ:വിലെ ഇലേക്ക്:വിലേക്ക് ഇൽ:വിൽ " \
	    "ഉടെ:വിന്റെ ക്ക്:വിന് എ:വിനെ ഓട്:വിനോട് ഉം:വും")
	forms("ml", "i", "ഇലെ:യിലെ ഇലേക്ക്:യിലേക്ക് ഇൽ:യിൽ " \
	    "ഉടെ:യുടെ എ:യെ ഓട്:യോട് ഉം:യും")
	forms("ml", "a", "ഇലെ:യിലെ ഇലേക്ക്:യിലേക്ക് ഇൽ:യിൽ " \
	    "ഉടെ:യുടെ ക്ക്:യ്ക്ക് എ:യെ ഓട്:യോട് ഉം:യും")
	chillu_of["ർ"] = "ര"
	chillu_of["ൽ"] = "ല"
	chillu_of["ൾ"] = "ള"
	chillu_of["ൺ"] = "ണ"
	vowels("ஆ:ா இ:ி ஈ:ீ உ:ு ஏ:ே ஐ:ை ஓ:ோ")
	glue_ready = 1
}

# Cut w's end off as far as it changes, into stem; what is left of the
# suffix's choice is the class.
function ending(w,   e, p) {
	stem = w
	e = substr(w, length(w) - 2)
	p = substr(w, 1, length(w) - 3)
	if (lang == "gu")
		return e ~ /^\340\252[\225-\271]$/ ? "c" : ""
	if (lang == "bn" || lang == "as") {
		if (e == "া")
			return "a"
		if (e == "ং")
			return "n"
		# Letters, nukta, the letters with it; ro and wo of as.
		return e ~ /^\340\246[\225-\271\274]$/ ||
		    e ~ /^\340\247[\234-\237\260\261]$/ ? "c" : "v"
	}
	if (lang == "te")
		return e == "్" ? "h" : e ~ /^(ి|ీ|ె|ే|ై|ఇ|ఈ|ఎ|ఏ|ఐ)$/ ? "i" : ""
	if (lang == "kn") {
		if (e == "್")
			return "h"
		if (e == "ಂ")
			return "n"
		if (e ~ /^\340\262[\225-\271]$/)
			return "c"
		if (e == "ು") {
			stem = p
			return "u"
		}
		return e ~ /^(ಿ|ೀ|ೆ|ೇ|ೈ|ಇ|ಈ|ಎ|ಏ|ಐ)$/ ? "i" : "a"
	}
	if (lang == "ml") {
		stem = p
		if (e == "ം")
			return "m"
		if (e == "ൻ")
			return "n"
		if (e == "്")
			return "h"
		if (e in chillu_of) {
			stem = p chillu_of[e]
			return "h"
		}
		stem = w
		if (e ~ /^(ു|ൂ|ോ|ൊ|ൗ)$/)
			return "u"
		return e ~ /^(ി|ീ|െ)$/ ? "i" : "a"
	}
	return ""
}

# Tamil: சென்னையில், லண்டனில், சேலத்தில், தமிழ்நாட்டில், இந்தியாவில்;
# மோடிக்கு, but ஸ்டாலினுக்கு.
function glued_ta(w, suffix,   e, v) {
	v = substr(suffix, 1, 3)
	if (!(v in matra))
		return w suffix
	e = substr(w, length(w) - 2)
	suffix = matra[v] substr(suffix, 4)
	if (w ~ /\340\256[\225-\271]ம்$/)
		return substr(w, 1, length(w) - 6) "த்த" suffix
	if (e == "்")
		return substr(w, 1, length(w) - 3) suffix
	if (w ~ /(நா|ரோ)டு$/)
		return substr(w, 1, length(w) - 3) "்ட" suffix
	if (e ~ /^(ி|ீ|ை|ே|ெ|இ|ஈ|ஏ|ஐ)$/)
		return w (suffix ~ /^ுக்கு/ ? substr(suffix, 4) : "ய" suffix)
	return w "வ" suffix
}

function glued(w, suffix,   c, k) {
	if (!glue_ready)
		glue_init()
	if (lang == "ta")
		return glued_ta(w, suffix)
	# Odia leaves out the virama of a foreign name (ବହରିନ୍, but ବହରିନରେ).
	if (lang == "or" && suffix != "")
		sub(/\340\255\215(\342\200\214)?$/, "", w)
	c = ending(w)
	for (k = length(suffix); k > 0; k -= 3)
		if ((lang, c, substr(suffix, 1, k)) in form)
			return stem form[lang, c, substr(suffix, 1, k)] \
			    substr(suffix, k + 1)
	return w suffix
}
