# The work of mksent, which see.  Standard input: the files to read, each
# behind it an octet FS (\034).  -v lang times x.  Bytes, not characters
# (LC_ALL=C): mawk knows no others.

BEGIN {
	RS = "\034"
	# Second and third octet of each Brahmi block; the dandas of
	# Devanagari are everyone's.
	split("hi mr ne kok sa mai bho doi brx:\244\245 bn as mni:\246\247 " \
	    "pa:\250\251 gu:\252\253 or:\254\255 ta:\256\257 te:\260\261 " \
	    "kn:\262\263 ml:\264\265", f, " ")
	for (i = 1; i in f; i++) {
		a = f[i]
		sub(/:.*/, "", a)
		waiting = waiting " " a
		if (f[i] ~ /:/) {
			sub(/.*:/, "", f[i])
			n = split(waiting, w, " ")
			while (n > 0)
				block[w[n--]] = f[i]
			waiting = ""
		}
	}
	own = lang in block ? "\340[" block[lang] "][\200-\277]" : ""
	arabic = lang == "ur" || lang == "sd" || lang == "ks"
	# Marathi and Nepali share Hindi's script, and most spellings.
	also = lang ~ /^(mr|ne|kok|mai|bho|doi)$/ ? "hi" : ""
	name["P"] = "PER"; name["S"] = "PER"; name["G"] = "PER"
	name["L"] = "LOC"; name["C"] = "LOC"; name["D"] = "LOC"
	name["O"] = "ORG"
	name["W"] = name["H"] = name["N"] = "O"
	x = (x * 2 + 1) % 2147483647
}

$0 != "" { file[++files] = $0 }

END {
	RS = "\n"
	for (k = 1; k <= files; k++) {
		fn = file[k]
		kind = fn
		sub(/.*\./, "", kind)
		n = 0
		while ((getline s < fn) > 0) {
			n++
			if (s == "" || s ~ /^#/)
				continue
			if (kind == "tsv")
				list(s)
			else if (kind == "names")
				listed(s)
			else if (kind == "txt")
				sentence(s)
			else
				pattern(s)
		}
		close(fn)
	}
	exit bad
}

function fail(why) {
	printf "%s:%d: %s\n", fn, n, why > "/dev/stderr"
	bad = 1
}

function keep(slot, s) {
	# No list needs a name twice.
	if (!((slot, s) in have)) {
		have[slot, s] = 1
		pick[slot, ++count[slot]] = s
	}
}

# A line of lexicon/*.tsv: surface, type, language, id.
function list(s,   c) {
	if (split(s, c, "\t") < 3)
		return
	if (c[2] == "TITLE")
		title[c[1]] = 1
	if (c[3] != lang && c[3] != also || foreign(c[1]) ||
	    c[1] ~ /[(,;:0-9]| - |\302|\342\200[\230-\237]/)
		return
	# Capitals of Latin letters only; 3 octets are one letter.
	if (lang == "en" ? c[1] !~ /^[A-Z]/ : length(c[1]) < 7)
		return
	if (c[2] == "PER") {
		if (c[1] ~ / /)
			whole[++wholes] = c[1]
	} else if (c[2] == "GIVEN")
		keep("G", c[1])
	else if (c[2] == "SURNAME")
		keep("S", c[1])
	else if (c[2] == "ORG")
		keep("O", c[1])
	else if (c[2] == "LOC")
		keep(c[4] ~ /^IN-/ ? "D" : c[4] ~ /^[A-Z][A-Z]$/ ? "C" : "L",
		    c[1])
}

# A line of LANG.names: slot, name.
function listed(s,   c) {
	if (split(s, c, "\t") != 2 || !(c[1] in name))
		fail("not slot TAB name")
	else if (foreign(c[2]))
		fail("a letter of another script")
	else if (c[1] == "P")
		whole[++wholes] = c[2]
	else
		keep(c[1], c[2])
}

# Whether s has letters of a script that is not lang's; Latin may be.
function foreign(s) {
	if (own != "")
		gsub(own, "", s)
	gsub(/\340\245[\244\245]/, "", s)
	return s ~ /\340[\244-\267]/ || !arabic && s ~ /[\330-\333][\200-\277]/
}

function sentence(s,   why) {
	why = foreign(s) ? "a letter of another script" : cut(s)
	if (why != "")
		fail(why)
	else
		printf "%s\n", made
}

# Cut s into tokens with tags, in made; what is wrong with s, or "".
function cut(s,   i, c, w, tag, in_name, first, glue) {
	made = ""
	tag = "O"
	for (i = 1; i <= length(s); ) {
		c = substr(s, i, 1)
		if (c == "[") {
			if (in_name)
				return "bracket in bracket"
			c = substr(s, i + 1, 1)
			if (c !~ /[PLO]/ || substr(s, i + 2, 1) != " ")
				return "no label after ["
			if (glue)
				return "a letter before ["
			tag = name[c]
			in_name = first = 1
			i += 3
		} else if (c == "]") {
			if (!in_name)
				return "] without ["
			if (first)
				return "a name without letters"
			in_name = 0
			tag = "O"
			i++
			glue = 0
			# What is glued behind is the same word to token.c.
			if (substr(s, i) ~ /^-?\[/ ||
			    substr(s, i, 1) == "-" && word(substr(s, i + 1)) > 0 ||
			    word(substr(s, i)) > 0)
				return "a letter behind ]"
		} else if (c ~ /[ \t]/) {
			glue = 0
			i++
		} else if (c == "{" || c == "}")
			return "a brace"
		else {
			w = word(substr(s, i))
			glue = w > 0
			if (w == 0)
				w = sign(substr(s, i))
			made = made substr(s, i, w) "\t" \
			    (tag == "O" ? "O" : (first ? "B-" : "I-") tag) "\n"
			first = 0
			i += w
		}
	}
	if (in_name)
		return "[ without ]"
	return made == "" ? "no words" : ""
}

# Octets of the sign s begins with.
function sign(s,   c) {
	c = substr(s, 1, 1)
	return c < "\300" ? 1 : c < "\340" ? 2 : c < "\360" ? 3 : 4
}

# Octets of the letter (digit, mark) s begins with, or 0.
function letter(s) {
	if (s ~ /^[A-Za-z0-9_]/)
		return 1
	# Not: the signs times and divided; Arabic , ; ? % and full stop.
	if (s ~ /^\303[\227\267]/ || s ~ /^\330[\214\233\237]/ ||
	    s ~ /^\331[\252-\255]/ || s ~ /^\333\224/)
		return 0
	if (s ~ /^[\303-\337][\200-\277]/)
		return 2
	if (s ~ /^\340\245[\244\245\260]/)
		return 0
	if (s ~ /^[\340\341\352\357]/ || s ~ /^\342\200[\214\215]/)
		return 3
	return 0
}

function word(s,   n, w, c, digit) {
	for (n = 0; n < length(s); n += w) {
		w = letter(substr(s, n + 1))
		c = substr(s, n + 1, 1)
		if (w == 0 && c ~ /[.,:\/]/ && digit)
			w = number(substr(s, n + 2)) > 0
		else if (w == 0 && c == "-" && n > 0)
			w = letter(substr(s, n + 2)) > 0
		if (w == 0)
			break
		digit = number(substr(s, n + 1)) > 0
	}
	return n
}

# Octets of the digit s begins with, or 0.
function number(s) {
	return s ~ /^[0-9]/ ? 1 : s ~ /^\340[\244-\265][\246-\257]/ && \
	    s ~ /^\340[\245\247\251\253\255\257\261\263\265]/ ? 3 : 0
}

function dice(n) {
	x = (x * 16807) % 2147483647
	return x % n + 1
}

# Where s may be cut in two: the last place in its middle third or behind it
# where a consonant begins, not one of a cluster; 0 if there is none.
function seam(s,   i, step, c, cutat) {
	step = lang == "en" ? 1 : 3
	for (i = 1 + 2 * step; i + step <= length(s); i += step) {
		c = substr(s, i, step)
		if (step == 1 && (c !~ /[bdfgklmnprstvz]/ ||
		    substr(s, i - 1, 1) !~ /[aeiou]/))
			continue
		if (step == 3 && (c !~ /^\340[\244-\265][\225-\271]$/ ||
		    substr(s, i - 3, 3) ~ /\340[\244-\265]\215/))
			continue
		cutat = i
		if (i * 2 > length(s))
			break
	}
	return cutat
}

# A name nobody has: the beginning of one and the end of another, so that
# not all names are in the lists, as they are not in a newspaper.
function blend(a, b,   i, k) {
	i = seam(a)
	k = seam(b)
	if (i == 0 || k == 0 || (a b) ~ /[ .-]/)
		return a
	return substr(a, 1, i - 1) substr(b, k)
}

function any(slot) {
	return count[slot] == 0 ? "" : pick[slot, dice(count[slot])]
}

function filler(slot,   g, t) {
	if (slot ~ /[SGL]/ && dice(3) == 1)
		return blend(any(slot), any(slot))
	if (slot != "P")
		return any(slot)
	# A third of them known people, the rest of two names.
	while (wholes > 0 && (count["S"] == 0 || dice(3) == 1)) {
		g = whole[dice(wholes)]
		t = g
		sub(/ .*/, "", t)
		if (!(t in title))
			return g
	}
	g = filler("G")
	t = filler("S")
	return g == "" || t == "" ? "" : g " " t
}

function pattern(s,   i, why, out, rest, slot, w, suffix, cutat, seen) {
	why = foreign(s) ? "a letter of another script" : ""
	for (i = 1; i <= times && why == ""; i++) {
		out = ""
		rest = s
		split("", seen)
		while (match(rest, /\{[^}]*\}/)) {
			slot = substr(rest, RSTART + 1, RLENGTH - 2)
			if (!(slot in name)) {
				why = "unknown slot {" slot "}"
				break
			}
			out = out substr(rest, 1, RSTART - 1)
			rest = substr(rest, RSTART + RLENGTH)
			cutat = word(rest)
			suffix = substr(rest, 1, cutat)
			rest = substr(rest, cutat + 1)
			w = filler(slot)
			if (w in seen)
				w = filler(slot)
			if (w == "") {
				why = "no list for {" slot "}"
				break
			}
			seen[w] = 1
			w = glued(w, suffix)
			# In a name of more words it is bare, and a word is
			# no name.
			if (name[slot] != "O" && out !~ /\[[^]]*$/)
				w = "[" substr(name[slot], 1, 1) " " w "]"
			out = out w
		}
		if (why == "")
			why = cut(out rest)
		if (why == "")
			printf "%s\n", made
	}
	if (why != "")
		fail(why)
}
