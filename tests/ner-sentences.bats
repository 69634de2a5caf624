load helper

MKSENT=$ROOT/filters/ner/mksent

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	mkdir own
}

# languages: those for which there are sentences or patterns of our own.
languages() {
	for f in "$ROOT"/filters/ner/sentences/*.txt \
	    "$ROOT"/filters/ner/sentences/*.pat; do
		f=${f##*/}
		echo "${f%.*}"
	done | sort -u
}

@test "every language's sentences make well-formed CoNLL" {
	[ "$(languages | wc -l)" -ge 6 ]
	for l in $(languages); do
		"$MKSENT" "$l" >"$l"
		awk -F '\t' -v l="$l" '
		    NF == 0 { if (last == "") bad++; last = ""; next }
		    NF != 2 || $1 == "" || $1 ~ / / ||
		    $2 !~ /^(O|[BI]-(PER|LOC|ORG))$/ { bad++ }
		    $2 ~ /^I/ && last !~ "[BI]" substr($2, 2) { bad++ }
		    { last = $2 }
		    $2 ~ /^B/ { names++ }
		    END { if (bad || last != "" || !names) {
			print l ": " bad + 0 " bad lines, " names " names"
			exit 1 } }' "$l"
	done
}

@test "the same files give the same bytes; another seed gives others" {
	for l in $(languages); do
		"$MKSENT" "$l" | cksum >one
		"$MKSENT" "$l" | cksum >two
		cmp one two
	done
	echo '{P}એ કહ્યું.' >own/gu.pat
	"$MKSENT" -d own -n 20 gu >one
	"$MKSENT" -d own -n 20 -r 2 gu >two
	run ! cmp -s one two
}

@test "names, suffixes and punctuation become tokens and tags" {
	cat >own/gu.txt <<-'END'
	# a comment

	"[P નરેન્દ્ર મોદીએ]" [L સુરતમાં] ([O ભાજપ]) 1,250.5 કહ્યું. 10-15%
	END
	run --separate-stderr -0 "$MKSENT" -d own gu
	says ''
	same $'"\tO
નરેન્દ્ર\tB-PER
મોદીએ\tI-PER
"\tO
સુરતમાં\tB-LOC
(\tO
ભાજપ\tB-ORG
)\tO
1,250.5\tO
કહ્યું\tO
.\tO
10-15\tO
%\tO'
}

@test "a pattern is filled -n times, its suffix glued to the name" {
	mkdir lex
	printf '%s\tSURNAME\tgu\n' શેખ >lex/a.tsv
	printf 'L\tસુરત\n' >own/gu.names
	echo '{S}એ [O {L} પોલીસને].' >own/gu.pat
	run --separate-stderr -0 "$MKSENT" -d own -x lex -n 2 gu
	says ''
	one=$'શેખે\tB-PER\nસુરત\tB-ORG\nપોલીસને\tI-ORG\n.\tO'
	same "$one"$'\n\n'"$one"
}

# cases LANG PATTERN NAME...: each NAME in PATTERN, as words.
cases() {
	local lang=$1 pattern=$2
	shift 2
	mkdir -p none
	for name; do
		printf 'D\t%s\n' "$name" >"own/$lang.names"
		echo "$pattern" >"own/$lang.pat"
		"$MKSENT" -d own -x none -n 1 "$lang" | cut -f1 | paste -s -d ' ' -
	done
}

@test "a suffix is spelled as the end of its name asks" {
	run -0 cases bn '{D}এর {D}এ' ঢাকা দিল্লি লন্ডন হংকং
	same 'ঢাকার ঢাকায় 
দিল্লির দিল্লিতে 
লন্ডনের লন্ডনে 
হংকংয়ের হংকংয়ে '
	run -0 cases as '{D}এ {D}ৰ' শৰ্মা মোদী ৰাহুল
	same 'শৰ্মাই শৰ্মাৰ 
মোদীয়ে মোদীৰ 
ৰাহুলে ৰাহুলৰ '
	run -0 cases ta '{D}இல் {D}இன் {D}உக்கு' சென்னை லண்டன் சேலம் \
	    தமிழ்நாடு இந்தியா சிபிஐ
	same 'சென்னையில் சென்னையின் சென்னைக்கு 
லண்டனில் லண்டனின் லண்டனுக்கு 
சேலத்தில் சேலத்தின் சேலத்துக்கு 
தமிழ்நாட்டில் தமிழ்நாட்டின் தமிழ்நாட்டுக்கு 
இந்தியாவில் இந்தியாவின் இந்தியாவுக்கு 
சிபிஐயில் சிபிஐயின் சிபிஐக்கு '
	run -0 cases te '{D}కు {D}ను {D}లో' ఢిల్లీ గుంటూరు లండన్ సీబీఐ
	same 'ఢిల్లీకి ఢిల్లీని ఢిల్లీలో 
గుంటూరుకు గుంటూరును గుంటూరులో 
లండన్‌కు లండన్‌ను లండన్‌లో 
సీబీఐకి సీబీఐని సీబీఐలో '
	run -0 cases kn '{D}ಅಲ್ಲಿ {D}ಅ {D}ಗೆ' ದೆಹಲಿ ಕೋಲಾರ ಮೈಸೂರು ಲಂಡನ್ ಅಸ್ಸಾಂ
	same 'ದೆಹಲಿಯಲ್ಲಿ ದೆಹಲಿಯ ದೆಹಲಿಗೆ 
ಕೋಲಾರದಲ್ಲಿ ಕೋಲಾರದ ಕೋಲಾರಕ್ಕೆ 
ಮೈಸೂರಿನಲ್ಲಿ ಮೈಸೂರಿನ ಮೈಸೂರಿಗೆ 
ಲಂಡನ್‌ನಲ್ಲಿ ಲಂಡನ್‌ನ ಲಂಡನ್‌ಗೆ 
ಅಸ್ಸಾಂನಲ್ಲಿ ಅಸ್ಸಾಂನ ಅಸ್ಸಾಂಗೆ '
	run -0 cases ml '{D}ഇൽ {D}ഉടെ {D}ക്ക്' ഡൽഹി ഇന്ത്യ കൊല്ലം തൃശൂർ \
	    ലണ്ടൻ പാരിസ് ബെംഗളൂരു
	same 'ഡൽഹിയിൽ ഡൽഹിയുടെ ഡൽഹിക്ക് 
ഇന്ത്യയിൽ ഇന്ത്യയുടെ ഇന്ത്യയ്ക്ക് 
കൊല്ലത്തിൽ കൊല്ലത്തിന്റെ കൊല്ലത്തിന് 
തൃശൂരിൽ തൃശൂരിന്റെ തൃശൂരിന് 
ലണ്ടനിൽ ലണ്ടന്റെ ലണ്ടന് 
പാരിസിൽ പാരിസിന്റെ പാരിസിന് 
ബെംഗളൂരുവിൽ ബെംഗളൂരുവിന്റെ ബെംഗളൂരുവിന് '
}

@test "a word in a pattern has no tag" {
	printf 'W\tશાળા\nL\tસુરત\n' >own/gu.names
	mkdir lex
	echo '{W}માં [O {L} {W}એ]' >own/gu.pat
	run --separate-stderr -0 "$MKSENT" -d own -x lex -n 1 gu
	says ''
	same $'શાળામાં\tO\nસુરત\tB-ORG\nશાળાએ\tI-ORG'
}

@test "a bad line is reported by file and line, and nothing is written" {
	while IFS='|' read -r line why; do
		printf '[P મોદી] આવ્યા.\n%s\n' "$line" >own/gu.txt
		run --separate-stderr -1 "$MKSENT" -d own gu
		same ''
		says "own/gu.txt:2: $why"
	done <<-'END'
	[P મોદી આવ્યા.|[ without ]
	મોદી] આવ્યા.|] without [
	[P મોદી [L સુરત]]|bracket in bracket
	[X મોદી] આવ્યા.|no label after [
	[P ] આવ્યા.|a name without letters
	[P મોદી]એ કહ્યું.|a letter behind ]
	[P मोदी] આવ્યા.|a letter of another script
	[P مودی] આવ્યા.|a letter of another script
	કહે[P મોદી] આવ્યા.|a letter before [
	[L ભારત]-ચીન સરહદ.|a letter behind ]
	{P} આવ્યા.|a brace
	END
	rm own/gu.txt
	echo '{Q} આવ્યા.' >own/gu.pat
	run --separate-stderr -1 "$MKSENT" -d own gu
	says 'own/gu.pat:1: unknown slot {Q}'
	mkdir lex
	echo '{O} આવ્યા.' >own/gu.pat
	run --separate-stderr -1 "$MKSENT" -d own -x lex gu
	says 'own/gu.pat:1: no list for {O}'
	echo 'મોદી' >own/gu.names
	run --separate-stderr -1 "$MKSENT" -d own gu
	says 'own/gu.names:1: not slot TAB name'
}

@test "usage" {
	run --separate-stderr -2 "$MKSENT"
	says 'usage: mksent [-n times] [-r seed] [-d dir] [-x lexdir] LANG'
	run --separate-stderr -2 "$MKSENT" -n x gu
	same ''
	run --separate-stderr -2 "$MKSENT" xx
	[[ $stderr == "mksent: "*": no xx.txt and no xx.pat" ]]
}
