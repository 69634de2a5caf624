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
