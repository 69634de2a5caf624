load helper

# found FILTER-ARGS...: type, name, key of all that is in standard input.
found() {
	ner -i lines "$@" | jq -c '.entities[] | [.type, .name, .key]'
}

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

@test "a name has one key in Devanagari, Gujarati and Latin" {
	cat >names <<-'END'
	लावरोव	લવરોવ	Lavrov
	अस्ताना	અસ્તાના	Astana
	नरेन्द्र मोदी	નરેન્દ્ર મોદી	Narendra Modi
	मुंबई	મુંબઈ	Mumbai
	एस जयशंकर	એસ જયશંકર	S. Jaishankar
	END
	while IFS='	' read -r a b c; do
		printf '%s\n' "$a" "$b" "$c" | ner -K -i lines -o tsv -c key |
		    tail -n +2 | sort | uniq -c | awk '{ print $1 }'
	done <names >got
	[ "$(sort -u got)" = 3 ]
	[ "$(wc -l <got)" -eq 5 ]
}

@test "-K keys the text and finds nothing" {
	run --separate-stderr -0 ner -K <<<'{"text":"Lavrov"}'
	same '{"text":"Lavrov","key":"LVRV"}'
	says ''
	run --separate-stderr -0 ner -K <<<'{"text":""}'
	same '{"text":"","key":""}'
}

@test "people and places in Hindi, Gujarati and English" {
	run --separate-stderr -0 found <<<'प्रधानमंत्री नरेन्द्र मोदी ने दिल्ली में कहा।'
	same $'["PER","नरेन्द्र मोदी","NRNDR MD"]\n["LOC","दिल्ली","DL"]'
	run --separate-stderr -0 found <<<'વિદેશ મંત્રી જયશંકરે અમદાવાદમાં કહ્યું.'
	[[ $output == *'"PER","જયશંકર",'* ]]
	[[ $output == *'"LOC","અમદાવાદ",'* ]]
	run --separate-stderr -0 found <<<'Prime Minister Narendra Modi arrived in Mumbai.'
	[[ $output == *'"PER","Narendra Modi","NRNDR MD"'* ]]
	[[ $output == *'"LOC","Mumbai",'* ]]
}

@test "addresses and handles" {
	run --separate-stderr -0 found \
	    <<<'@DrSJaishankar, http://x.in/?a=1. लिखें a.b@c.in, www.d.in'
	same $'["HANDLE","@DrSJaishankar",""]\n["URL","http://x.in/?a=1",""]\n["EMAIL","a.b@c.in",""]\n["URL","www.d.in",""]'
}

@test "dates, in the months and weekdays of ICU" {
	run --separate-stderr -0 found -t DATE <<<'बुधवार, 3 जुलाई 2024 को'
	same '["DATE","बुधवार, 3 जुलाई 2024",""]'
	run --separate-stderr -0 found -t DATE <<<'૩ જુલાઈ ૨૦૨૪ એ'
	same '["DATE","૩ જુલાઈ ૨૦૨૪",""]'
	run --separate-stderr -0 found -t DATE <<<'on 12/10/2021.'
	same '["DATE","12/10/2021",""]'
	run --separate-stderr -0 found -t DATE <<<'3 मई नहीं 25 लोग'
	same '["DATE","3 मई",""]'
}

@test "a date may hold a postposition, its year a suffix" {
	run --separate-stderr -0 found -t DATE <<<'वर्ष 2023 के दिसंबर महीने में'
	same '["DATE","वर्ष 2023 के दिसंबर महीने",""]'
	run --separate-stderr -0 found -t DATE <<<'ડિસેમ્બર 2023માં મળ્યા'
	same '["DATE","ડિસેમ્બર 2023માં",""]'
	run --separate-stderr -0 found -t DATE <<<'दिसंबर के 25000 लोग, 3 मई, , 2024'
	same $'["DATE","दिसंबर",""]\n["DATE","3 मई",""]'
}

@test "a country stands though the model passes it by" {
	run --separate-stderr -0 found -t LOC <<<'કઝાકિસ્તાનની'
	same '["LOC","કઝાકિસ્તાન","KJKSTN"]'
}

@test "offsets are code points, with -b bytes, and cut the text" {
	printf '{"text":"😀 वे दिल्ली गए"}\n' >in
	run --separate-stderr -0 bash -c "ner in | jq -c '.entities[0] | [.start, .end]'"
	same '[5,11]'
	run --separate-stderr -0 bash -c "ner -b in | jq -c '.entities[0] | [.start, .end]'"
	same '[12,30]'
	ner -i file "$ROOT"/seeds/*.txt | jq -r '.text as $t | .entities[] |
	    select(.text != $t[.start:.end])' >bad
	[ ! -s bad ]
}

@test "entities are in order and do not overlap" {
	ner -i file "$ROOT"/seeds/*.txt | jq -c '.entities | [.[:-1], .[1:]] |
	    transpose | .[] | select(.[0].end > .[1].start)' >bad
	[ ! -s bad ]
}

@test "-t keeps types" {
	printf 'दिल्ली में बुधवार को @x\n' >in
	run --separate-stderr -0 found -t HANDLE,DATE <in
	same $'["DATE","बुधवार",""]\n["HANDLE","@x",""]'
	for t in CITY '' PER, ,PER per; do
		run --separate-stderr -2 ner -t "$t"
		[ -z "$output" ]
		[[ $stderr == "ner: -t: unknown type in: $t"* ]]
	done
}

@test "-g adds names, overrules, and gives ids" {
	printf 'नीली झील\tLOC\tlake-1\nदिल्ली\tORG\td\n' >own
	run --separate-stderr -0 bash -c "echo 'वे નીલી ઝીલ और दिल्ली गए' |
	    ner -g own -i lines | jq -c '.entities[] | [.text, .type, .id]'"
	same $'["નીલી ઝીલ","LOC","lake-1"]\n["दिल्ली","ORG","d"]'
	printf 'x\tORG\t1\n' >more
	run --separate-stderr -0 bash -c "echo 'x नीली झील' |
	    ner -g own -g more -i lines | jq -r '.entities[].id'"
	same $'1\nlake-1'
}

@test "a list that is wrong is named with its line; nothing is read" {
	printf 'a\tPER\t1\nb PER\n' >own
	run --separate-stderr -3 ner -g own </dev/null
	says 'ner: own:2: want surface TAB type TAB id'
	run --separate-stderr -3 ner -g none </dev/null
	says 'ner: none: No such file or directory'
	printf '\377\tPER\t1\n' >own
	run --separate-stderr -3 ner -g own </dev/null
	says 'ner: own:1: invalid UTF-8'
	printf '# a comment\n\nऊषापुर\tLOC\tu' >own
	run --separate-stderr -0 ner -g own </dev/null
}

@test "a model that is none is refused" {
	printf 'x' >m
	run --separate-stderr -3 ner -m m </dev/null
	says 'ner: m: not a model of ner'
	printf 'DHARANR2%064d' 0 >m
	run --separate-stderr -3 ner -m m </dev/null
	says 'ner: m: model is damaged or of another version'
}

@test "no text, no change; empty text, no entities" {
	run --separate-stderr -0 ner <<<$'{"x":1}\n{"text":null}\n{"text":""}\n{"text":" \\n."}'
	same $'{"x":1}\n{"text":null}\n{"text":"","entities":[]}\n{"text":" \\n.","entities":[]}'
}

@test "hostile input takes linear time" {
	for c in @ a. 'www.' 'a-' 'में' '1,' 'a@' '3 मई '; do
		yes "$c" | head -n 100000 | tr -d '\n' |
		    timeout 20 ner -i file >out
		jq -e '.entities | length >= 0' out >/dev/null
	done
}

@test "dates and numbers: value and unit, in every language" {
	gold=$ROOT/tests/gold/ner.dates.tsv
	grep -v '^#' "$gold" | cut -f 1 >texts
	grep -v '^#' "$gold" | cut -f 2- | tr '\t' '|' | sed 's/|*$//' >want
	[ "$(grep -c = want)" -ge 150 ]
	jq -R '{date: "2024-07-04T10:00:00+05:30", text: .}' texts | jq -c . |
	    ner | jq -r '[.entities[] | select(.type | IN("PER", "ORG") | not) |
	    .type + ":" + .text +
	    (if has("value") then "=" + (.value | tostring) else "" end) +
	    (if has("unit") then " " + .unit else "" end)] | join("|")' >got
	# Places are told of where the row wants them.
	paste want got | awk -F '\t' '$1 !~ /LOC/ { gsub(/LOC:[^|]*\|?/, "", $2)
	    sub(/\|$/, "", $2) } { print $1 == $2, $0 }' | grep '^0' >bad || true
	[ ! -s bad ] || { cat bad; return 1; }
}

@test "without a date member, what today must tell has no value" {
	run --separate-stderr -0 bash -c "printf '%s\n' 'आज' '4 जुलाई' 'दिसंबर में' \
	    'बुधवार' 'पिछले महीने' '3 से 5 जुलाई' 'मई 2020' |
	    ner -i lines | jq -c '[.entities[] | .value]'"
	same $'[null]\n["XXXX-07-04"]\n["XXXX-12"]\n[null]\n[null]\n["XXXX-07-03/XXXX-07-05"]\n["2020-05"]'
	for d in '"x"' '"2024-13-01"' '"2024-02-30"' '""' 7 null '"2024-07-031"' '"0000-01-01"'; do
		run --separate-stderr -0 bash -c "ner | jq -c '.entities[0].value'" \
		    <<<"{\"date\":$d,\"text\":\"आज\"}"
		same null
	done
}

@test "the last days of the calendar do not wrap" {
	for d in 9999-12-31 0001-01-01 2024-02-29 2024-12-31; do
		printf '{"date":"%s","text":"%s"}\n' "$d" 'कल, अगले साल, पिछले साल, next week, last month, tomorrow, 99999 दिन बाद, 99999 साल पहले, अगले बुधवार, 29 फरवरी'
	done | ner | jq -c '[.entities[] | .value]' >got
	diff got - <<-'END'
	[null,null,"9998",null,"9999-11",null,null,null,null,null]
	[null,"0002",null,"0001-W02",null,"0001-01-02","0274-10-16",null,"0001-01-03",null]
	[null,"2025","2023","2024-W10","2024-01","2024-03-01","2297-12-13",null,"2024-03-06","2024-02-29"]
	[null,"2025","2023","2025-W02","2024-11","2025-01-01","2298-10-15",null,"2025-01-01",null]
	END
}

@test "conll in and out: the tag is one more column" {
	printf '# remark\nनई\tB-LOC\nदिल्ली\tI-LOC\nमें\tO\n\n\n\nLavrov NNP B-PER\n@x_y NN O\nमुंबई' >in
	run --separate-stderr -0 ner -i conll -o conll -t PER,LOC in
	same $'# remark\nनई\tB-LOC\tB-LOC\nदिल्ली\tI-LOC\tI-LOC\nमें\tO\tO\n\nLavrov NNP B-PER B-PER\n@x_y NN O O\nमुंबई\tB-LOC'
	run --separate-stderr -0 bash -c "ner -i conll -t LOC in | jq -c '[.text, .entities[].text]'"
	same $'["नई दिल्ली में","नई दिल्ली"]\n["Lavrov @x_y मुंबई","मुंबई"]'
	printf '%s\r\n' 'a' '' 'b' >in
	run --separate-stderr -0 ner -i conll -o conll in
	same $'a\tO\n\nb\tO'
	run --separate-stderr -0 ner -i conll -o conll /dev/null
	same ''
}

@test "conll out of text: tokens, sentences, records" {
	printf '{"text":"वे दिल्ली गए। 3 मई को"}\n{"x":1}\n{"text":""}\n{"text":"a"}\n' >in
	run --separate-stderr -0 ner -o conll in
	same $'वे\tO\nदिल्ली\tB-LOC\nगए\tO\n।\tO\n\n3\tB-DATE\nमई\tI-DATE\nको\tO\n\na\tO'
	run --separate-stderr -2 ner -K -o conll
	[ -z "$output" ]
}

@test "a bad block of conll is reported by line and kept whole" {
	printf 'a\tO\n\nb\tO\nc\377d\tO\ne\tO\n\nf\tO\n' >in
	run --separate-stderr -1 ner -i conll -o conll -r rej in
	same $'a\tO\tO\n\nf\tO\tO'
	says 'ner: in:4:2: invalid UTF-8'
	cmp rej <(printf 'b\tO\nc\377d\tO\ne\tO\n\n')
	run --separate-stderr -3 ner -i conll -o conll -s in
	same $'a\tO\tO'
}

@test "the fullest form of a name, in any script, by key, bracket or id" {
	canon() {
		ner -i lines "$@" | jq -c '[.entities[] |
		    select(.canon) | [.name, .canon]]'
	}
	own=$BATS_TEST_TMPDIR/own
	printf '%s\tPER\n' 'सर्गेई लावरोव' लावरोव Lavrov >"$own"
	printf '%s\tORG\n' 'शंघाई सहयोग संगठन' एससीओ 'राहुल' >>"$own"
	printf '%s\tPER\n' 'राहुल गांधी' 'सोनिया गांधी' गांधी एक्स शाह 'अमित शाह' 'एस शाह' >>"$own"
	run --separate-stderr -0 canon -g "$own" <<<'सर्गेई लावरोव, फिर लावरोव, Lavrov'
	same '[["सर्गेई लावरोव","सर्गेई लावरोव"],["लावरोव","सर्गेई लावरोव"],["Lavrov","सर्गेई लावरोव"]]'
	run --separate-stderr -0 canon -g "$own" <<<'Lavrov, फिर सर्गेई लावरोव'
	same '[["Lavrov","सर्गेई लावरोव"],["सर्गेई लावरोव","सर्गेई लावरोव"]]'
	# Of two the nearest before.
	run --separate-stderr -0 canon -g "$own" <<<'राहुल गांधी, सोनिया गांधी, गांधी'
	same '[["राहुल गांधी","राहुल गांधी"],["सोनिया गांधी","सोनिया गांधी"],["गांधी","सोनिया गांधी"]]'
	run --separate-stderr -0 canon -g "$own" <<<'शंघाई सहयोग संगठन (एससीओ), एससीओ'
	same '[["शंघाई सहयोग संगठन","शंघाई सहयोग संगठन"],["एससीओ","शंघाई सहयोग संगठन"],["एससीओ","शंघाई सहयोग संगठन"]]'
	# Another type is another thing.
	run --separate-stderr -0 canon -g "$own" <<<'राहुल गांधी, राहुल'
	same '[["राहुल गांधी","राहुल गांधी"],["राहुल","राहुल"]]'
	run --separate-stderr -0 canon -g "$own" <<<'अमित शाह, शाह'
	same '[["अमित शाह","अमित शाह"],["शाह","अमित शाह"]]'
	# By the id of a list, the form of more parts, not of more bytes; of as
	# many, each script keeps its own.
	run --separate-stderr -0 canon <<<'Sergey Lavrov, लावरोव, एस जयशंकर, S. Jaishankar'
	[[ $output == *'["लावरोव","Sergey Lavrov"]'* ]]
	[[ $output == *'["Sergey Lavrov","Sergey Lavrov"]'* ]]
	[[ $output == *'["एस जयशंकर","एस जयशंकर"]'* ]]
}

@test "no name goes on behind a full stop, but for initials" {
	ner -i lines -t PER,LOC <<-'END' | jq -r '.entities[].text' >got
	Rahul Gandhi met Priyanka Gandhi Vadra. Gandhi said so.
	He met S. Jaishankar.
	END
	! grep -q 'Vadra\. ' got
	grep -qx 'S\. Jaishankar' got
}

@test "each person in two scripts in the five articles has one key" {
	ner -i file "$ROOT"/seeds/*.txt | jq -r '.entities[] |
	    select(.type == "PER") | [.key, .name] | @tsv' | sort -u >keys
	for k in 'JSNKR:जयशंकर:જયશંકર' 'SRG LVRV:सर्गेई लावरोव:સેર્ગેઈ લવરોવ' \
	    'MTM GND:महात्मा गांधी:મહાત્મા ગાંધી'; do
		IFS=: read -r key a b <<<"$k"
		grep -qxF "$key	$a" keys
		grep -qxF "$key	$b" keys
	done
	# By the gold, whatever the tagger finds; see tests/unit/ner_key.c.
	jq -r '.entities[] | select(.type == "PER") | .text' \
	    "$ROOT/tests/gold/ner.seeds.jsonl" | sort -u |
	    jq -R '{text: .}' | jq -c . | ner -K | jq -r .key >all
	[ "$(grep -c '^SRJDN MRDN' all)" -ge 2 ]
	[ "$(grep -c '^MKSM RJNKV' all)" -ge 2 ]
	[ "$(grep -c '^ANTN GTRS' all)" -ge 2 ]
	[ "$(grep -c '^MRT NRTL' all)" -ge 2 ]
}

@test "-a: evidence of the whole article" {
	cat >in <<-'END'
	{"text":"विदेश मंत्री टिंगटोंग मल्होत्रा ने कहा। बाद में मल्होत्रा दिल्ली गए। मल्होत्रा बोले।"}
	END
	ner in | jq -c '.entities | length' >plain
	ner -a in | jq -c '.entities | length' >all
	[ "$(cat all)" -ge "$(cat plain)" ]
	ner -a -i file "$ROOT"/seeds/*.txt | jq -c '.entities | [.[:-1], .[1:]] |
	    transpose | .[] | select(.[0].end > .[1].start)' >bad
	[ ! -s bad ]
	for t in '' 'a' '()' ' '; do
		run --separate-stderr -0 ner -a -i lines <<<"$t"
	done
}

@test "-p gives a share of one, and only then" {
	echo 'नरेन्द्र मोदी 3 मई को दिल्ली में' >in
	run --separate-stderr -0 bash -c "ner -p -i lines in |
	    jq -c '[.entities[].p | . > 0 and . <= 1] | all and length == 3'"
	same true
	run --separate-stderr -0 bash -c "ner -i lines in | jq '[.entities[] | has(\"p\")] | any'"
	same false
}

@test "lists: what is named in several scripts has one id" {
	cd "$ROOT/filters/ner/lexicon"
	cat people.tsv bodies.tsv places.tsv districts.tsv world.tsv \
	    surnames.tsv given.tsv foreign.tsv nations.tsv words.tsv hand.tsv \
	    >"$BATS_TEST_TMPDIR/all"
	cd - >/dev/null
	for row in 'Kazakhstan कजाकिस्तान કઝાકિસ્તાન' 'Moscow मॉस्को મોસ્કો' \
	    'UNESCO यूनेस्को યુનેસ્કો' 'Gujarat गुजरात ગુજરાત' \
	    'IAEA आईएईए આઈએઈએ'; do
		for w in $row; do
			awk -F '\t' -v w="$w" '$1 == w { print $4 }' all
		done | sort -u >ids
		[ "$(wc -l <ids)" -eq 1 ] || { echo "$row"; cat ids; return 1; }
		[ -n "$(cat ids)" ]
	done
	# Every line is one that ner takes; no name twice with a type.
	awk -F '\t' '!/^#/ && (NF < 3 || NF > 5 || $1 == "" ||
	    $1 ~ /^ | $/)' "$ROOT"/filters/ner/lexicon/*.tsv >bad
	[ ! -s bad ]
	[ "$(cut -f 1,2 all | grep -v '^#' | sort | uniq -d | wc -l)" -eq 0 ]
}

@test "lists: at least so many names of a type in three scripts" {
	# An id counts if it is named in English, Hindi and Gujarati; a name
	# without one, if it stands in all three as often.  One id of fifty may
	# lack a language; of nations, which began in English, one of four.
	cd "$ROOT/filters/ner/lexicon"
	awk -F '\t' '/^#/ { next }
	    $4 != "" { have[$2, $4, $3] = 1; id[$2, $4] = $2; next }
	    { n[$2, $3]++ }
	    END {
		for (k in id)
			if ((k, "en") in have && (k, "hi") in have &&
			    (k, "gu") in have)
				full[id[k]]++
			else
				part[id[k]]++
		for (t in full) print t, full[t], part[t] + 0
		split("GIVEN SURNAME TITLE HONORIFIC SPEECH MISC", type, " ")
		for (i in type) {
			t = type[i]
			m = n[t, "en"]
			if (n[t, "hi"] < m) m = n[t, "hi"]
			if (n[t, "gu"] < m) m = n[t, "gu"]
			print t, m, 0
		} }' hand.tsv people.tsv bodies.tsv places.tsv districts.tsv \
	    surnames.tsv given.tsv foreign.tsv nations.tsv words.tsv \
	    icu.tsv | sort >"$BATS_TEST_TMPDIR/n"
	cd - >/dev/null
	cat n
	while read -r type least share; do
		awk -v t="$type" -v least="$least" -v share="${share:-50}" '
		    $1 == t && $2 >= least && $3 * share <= $2 { good = 1 }
		    END { exit !good }' n ||
		    { echo "$type: under $least, or not in three scripts"; return 1; }
	done <<-'END'
	GIVEN 2200
	HONORIFIC 5
	LOC 1900
	MISC 190 4
	ORG 550
	PER 1350
	SPEECH 25
	SURNAME 2400
	TITLE 120
	END
}

@test "lists: every country and its capital, every state of India" {
	cd "$ROOT/filters/ner/lexicon"
	for lang in en hi gu; do
		awk -F '\t' -v l=$lang '$2 == "LOC" && $3 == l &&
		    $4 ~ /^[A-Z][A-Z]$/ { print $4 }' icu.tsv hand.tsv |
		    sort -u | wc -l
		awk -F '\t' -v l=$lang '$3 == l && $4 ~ /^IN-/ { print $4 }' \
		    hand.tsv places.tsv districts.tsv | sort -u | wc -l
	done | xargs >"$BATS_TEST_TMPDIR/got"
	read -r c1 s1 c2 s2 c3 s3 <"$BATS_TEST_TMPDIR/got"
	for n in "$c1" "$c2" "$c3"; do [ "$n" -ge 253 ]; done
	# Delhi, Goa and Chandigarh are cities too, under their own names.
	for n in "$s1" "$s2" "$s3"; do [ "$n" -ge 33 ]; done
	# A capital is a place with an id in all three.
	for w in Kabul Tirana Algiers Luanda Canberra Vienna Baku Dhaka \
	    Brussels Thimphu Brasilia Ottawa Santiago Beijing Bogota Prague \
	    Copenhagen Cairo Helsinki Paris Berlin Athens Budapest Delhi \
	    Jakarta Tehran Baghdad Dublin Jerusalem Rome Tokyo Amman Astana \
	    Nairobi Seoul Bishkek Beirut Male PortLouis MexicoCity \
	    Ulaanbaatar Naypyidaw Kathmandu Wellington Abuja Oslo Muscat \
	    Islamabad Lima Manila Warsaw Lisbon Doha Bucharest Moscow Riyadh \
	    Belgrade Colombo Pretoria Madrid Stockholm Bern Damascus \
	    Dushanbe Bangkok Ankara Ashgabat Kyiv AbuDhabi London \
	    Washington Tashkent Caracas Hanoi Sanaa Harare; do
		awk -F '\t' -v i="$w" '$4 == i { have[$3] = 1 }
		    END { exit !(have["en"] && have["hi"] && have["gu"]) }' \
		    hand.tsv places.tsv districts.tsv icu.tsv ||
		    { echo "$w"; return 1; }
	done
}

@test "-g forgives a BOM and CR, and reads a pipe" {
	printf '\357\273\277नीली झील\tLOC\tlake-1\r\nऊषापुर\tPER\r\n' >own
	run --separate-stderr -0 bash -c "echo 'वे नीली झील और ऊषापुर' |
	    ner -g own -i lines | jq -c '.entities[] | [.text, .type, .id]'"
	same $'["नीली झील","LOC","lake-1"]\n["ऊषापुर","PER",null]'
	run --separate-stderr -0 bash -c "echo 'वे नीली झील गए' |
	    ner -g <(cat own) -i lines | jq -r '.entities[].id'"
	same lake-1
}

@test "-g takes a compiled list; a truncated one is refused" {
	printf 'नीली झील\tLOC\tlake-1\nFoo Bar\tORG\tfb\n' >own
	printf 'नीली झील\tORG\tlake-2\n' >more
	ner-train -G own more >lex
	run --separate-stderr -0 bash -c "echo 'નીલી ઝીલમાં Foo Bar' |
	    ner -g lex -i lines | jq -c '.entities[] | [.type, .id]'"
	same $'["ORG","lake-2"]\n["ORG","fb"]'
	n=$(wc -c <lex)
	for k in 8 9 15 16 23 24 25 100 1000 $((n / 2)) $((n - 1)); do
		head -c "$k" lex >cut
		run --separate-stderr -3 ner -g cut </dev/null
		[[ $stderr == 'ner: cut: list of names is damaged'* ]] ||
		    [[ $k -lt 24 && $stderr == 'ner: cut: not a compiled'* ]]
	done
	# Damage that the head does not show changes names at most.
	for k in 8 12 16 24 31 40 200 17000 "$((n - 3))"; do
		cp lex bad
		printf '\377\377\377' | dd of=bad bs=1 seek="$k" conv=notrunc \
		    status=none
		run bash -c "echo 'नीली झील Foo Bar में' | ner -g bad -i lines"
		[ "$status" -eq 0 ] || [ "$status" -eq 3 ]
	done
}
