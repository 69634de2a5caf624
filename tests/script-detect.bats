load helper

@test "Hindi and Gujarati are named with script and language" {
	run --separate-stderr -0 script-detect -i lines -c script,lang,mixed -o tsv <<-'X'
	विदेश मंत्री ने बुधवार को बैठक की।
	વિદેશ મંત્રીએ બુધવારે બેઠક યોજી હતી.
	X
	same "$(printf 'script\tlang\tmixed\nDeva\thi\tfalse\nGujr\tgu\tfalse')"
}

@test "shares are largest first and add up" {
	run --separate-stderr -0 script-detect -L <<<'{"text":"शंघाई सहयोग संगठन (SCO)"}'
	same '{"text":"शंघाई सहयोग संगठन (SCO)","script":"Deva","scripts":{"Deva":0.833,"Latn":0.167},"mixed":true}'
}

@test "-S gives runs in code points, -b in bytes" {
	run --separate-stderr -0 script-detect -LS <<<'{"text":"यह SCO। वह"}'
	[[ $output == *'"runs":[["Deva",0,3],["Latn",3,6],["Deva",6,10]]'* ]]
	run --separate-stderr -0 script-detect -LSb <<<'{"text":"यह SCO। वह"}'
	[[ $output == *'"runs":[["Deva",0,7],["Latn",7,10],["Deva",10,20]]'* ]]
}

@test "-S names the language of each run" {
	run --separate-stderr -0 script-detect -S <<<'{"text":"मैंने कहा The meeting was held in the capital today"}'
	[ "$(jq -c .run_langs <<<"$output")" = '["hi","en"]' ]
}

@test "-n gives the best guesses, most likely first" {
	run --separate-stderr -0 script-detect -n 3 <<<'{"text":"उसने कहा कि वह कल आएगा"}'
	[ "$(jq '.lang_alt | length' <<<"$output")" = 3 ]
	[ "$(jq '.lang_alt[0][0] == .lang' <<<"$output")" = true ]
	run --separate-stderr -0 script-detect -n 1 <<<'{"text":"उसने कहा कि वह कल आएगा"}'
	[ "$(jq -c '[.lang_alt[][0]]' <<<"$output")" = '["hi"]' ]
}

@test "-n takes 1 to 16" {
	for n in 0 17 99999 -1 x ''; do
		run --separate-stderr -2 script-detect -n "$n" <<<'{"text":"क"}'
		[ -z "$output" ]
		[[ $stderr == "script-detect: -n: value is "* ]]
	done
	run --separate-stderr -0 script-detect -n 16 <<<'{"text":"क"}'
}

@test "a model with a byte that cannot be in a code is damaged" {
	model="$(dirname "$(command -v script-detect)")/../share/dhara/lang.model"
	# The second letter of the first code: magic 8, groups 4, head 16.
	for byte in '"' '\377' '\001' 'A'; do
		{ head -c 29 "$model"; printf "$byte"
		  tail -c +31 "$model"; } >"$BATS_TEST_TMPDIR/m"
		run --separate-stderr -3 script-detect -m "$BATS_TEST_TMPDIR/m" </dev/null
		says "script-detect: $BATS_TEST_TMPDIR/m: language model is damaged"
	done
	for n in 20 800 1000 100000; do
		head -c "$n" "$model" >"$BATS_TEST_TMPDIR/m"
		run --separate-stderr -3 script-detect -m "$BATS_TEST_TMPDIR/m" </dev/null
		says "script-detect: $BATS_TEST_TMPDIR/m: language model is damaged"
	done
}

@test "a text without letters has no language" {
	run --separate-stderr -0 script-detect <<<'{"text":"2024 ..."}'
	same '{"text":"2024 ...","script":"Zyyy","scripts":{},"mixed":false,"lang":"und","lang_score":0}'
}

@test "a record without text passes as it is" {
	run --separate-stderr -0 script-detect <<<'{"id" : 7}'
	same '{"id" : 7}'
}

@test "a model that is none is status 3" {
	echo hello >"$BATS_TEST_TMPDIR/m"
	run --separate-stderr -3 script-detect -m "$BATS_TEST_TMPDIR/m" </dev/null
	says "script-detect: $BATS_TEST_TMPDIR/m: not a language model"
	run --separate-stderr -3 script-detect -m "$BATS_TEST_TMPDIR/none" </dev/null
	[ -z "$output" ]
}

@test "the cases of the gold keep their script, mixing and runs" {
	gold="$ROOT/tests/gold/script.jsonl"
	jq -c 'select(has("text")) | {id, text}' "$gold" | script-detect -LSb |
	    jq -c '[.id, .script, .mixed, .runs]' >"$BATS_TEST_TMPDIR/got"
	jq -c 'select(has("text")) | [.id, .expect.script, .expect.mixed, .expect.runs]' \
	    "$gold" >"$BATS_TEST_TMPDIR/want"
	run diff "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
	[ "$status" -eq 0 ]
	[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -ge 63 ]
}

# shares TEXT: its scripts.
shares() {
	jq -cn --arg t "$1" '{text: $t}' | script-detect -L "${@:2}" |
	    jq -c .scripts
}

@test "addresses do not count towards shares, with -U they do" {
	while IFS=$(printf '\t') read -r want all text; do
		[ "$(shares "$text")" = "$want" ] || { echo "$text"; return 1; }
		[ "$(shares "$text" -U)" = "$all" ] || { echo "-U $text"; return 1; }
	done <<-'X'
	{"Deva":1}	{"Latn":0.767,"Deva":0.233}	पढ़ें https://www.example.com/a.html पर
	{"Deva":1}	{"Latn":0.737,"Deva":0.263}	देखें www.bbc.com/hindi
	{"Deva":1}	{"Latn":0.667,"Deva":0.333}	देखेंHTTPS://X.IN/a?b=c#defgh। फिर
	{"Gujr":1}	{"Gujr":0.5,"Latn":0.5}	વાત facebook.comની અને વાત
	{"Gujr":1}	{"Latn":0.667,"Gujr":0.333}	ના @FM_Saidov ને
	{"Gujr":1}	{"Latn":0.667,"Gujr":0.333}	ના @FM_Saidovને
	{"Deva":1}	{"Latn":0.889,"Deva":0.111}	है name.l@example.co.in।
	{"Latn":1}	{"Latn":0.667,"Deva":0.333}	trending #भारत
	{"Latn":1}	{"Latn":0.7,"Deva":0.3}	read hi.w.org/wiki/भारत_का
	{}	{"Latn":1}	http://example.org
	X
}

@test "what only looks like an address counts" {
	while IFS=$(printf '\t') read -r want text; do
		[ "$(shares "$text")" = "$want" ] || { echo "$text"; return 1; }
	done <<-'X'
	{"Deva":1}	और/या
	{"Deva":0.667,"Latn":0.333}	कक C#
	{"Latn":0.857,"Deva":0.143}	U.S. e.g क 3.5kg
	{"Latn":1}	a @ b # c / d
	{"Deva":0.75,"Latn":0.25}	हती.X
	{"Latn":1}	AT&T &#x91C;
	X
}

@test "the language is that of the text outside the addresses" {
	run --separate-stderr -0 script-detect <<<'{"text":"આ સમાચાર https://timesofindia.indiatimes.com/city/ahmedabad/articleshow"}'
	[ "$(jq -c '[.script, .lang]' <<<"$output")" = '["Gujr","gu"]' ]
	run --separate-stderr -0 script-detect <<<'{"text":"https://www.example.com/the/whole/news"}'
	[ "$(jq -c '[.script, .lang]' <<<"$output")" = '["Zyyy","und"]' ]
}

@test "with -S all of the text counts, for runs have all of it" {
	run --separate-stderr -0 script-detect -LS <<<'{"text":"ના @FM_Saidov ને"}'
	[ "$(jq -c '[.script, .mixed]' <<<"$output")" = '["Latn",true]' ]
}

@test "-w flags what it should and nothing else: 40 texts each way" {
	grep -v '^#' "$ROOT/tests/gold/flags.tsv" >"$BATS_TEST_TMPDIR/want"
	[ "$(grep -c "^-" "$BATS_TEST_TMPDIR/want")" -ge 40 ]
	[ "$(grep -cv "^-" "$BATS_TEST_TMPDIR/want")" -ge 40 ]
	cut -f 2 "$BATS_TEST_TMPDIR/want" | script-detect -Lw -i lines |
	    jq -r '[(.flags | map("\(.text):\(.why)") | join(" ") |
	    if . == "" then "-" else . end), .text] | join("\t")' \
	    >"$BATS_TEST_TMPDIR/got"
	diff "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "-w gives offsets in code points, with -b in bytes" {
	run --separate-stderr -0 script-detect -Lw <<<'{"text":"यह है৷ \"क\""}'
	[[ $output == *'"flags":[{"text":"है৷","start":3,"end":6,"why":"danda"}]}' ]]
	run --separate-stderr -0 script-detect -Lwb <<<'{"text":"यह है৷"}'
	[[ $output == *'"flags":[{"text":"है৷","start":7,"end":16,"why":"danda"}]}' ]]
	run --separate-stderr -0 script-detect -Lw <<<'{"text":"SCOમાં"}'
	[[ $output == *'"flags":[]}' ]]
}

@test "-l restricts the choice" {
	t='{"text":"उसने कहा कि वह कल आएगा"}'
	[ "$(script-detect <<<"$t" | jq -r .lang)" = hi ]
	[ "$(script-detect -l mr,gu <<<"$t" | jq -r .lang)" = mr ]
	[ "$(script-detect -l gu,en <<<"$t" | jq -c '[.lang, .lang_score]')" = '["und",0]' ]
	[ "$(script-detect -l hi,mr,ne -n 9 <<<"$t" | jq -r '[.lang_alt[][0]] | sort | join(" ")')" = "hi mr ne" ]
	[ "$(script-detect -l gu <<<'{"text":"ગુજરાત"}' | jq -r .lang)" = gu ]
	[ "$(script-detect -l hi <<<'{"text":"ગુજરાત"}' | jq -r .lang)" = und ]
}

@test "-l with a language that is not known is a wrong call" {
	for l in xx hi,xx hi, '' ,hi HI; do
		run --separate-stderr -2 script-detect -l "$l" <<<'{"text":"क"}'
		[ -z "$output" ]
		[[ $stderr == "script-detect: -l: unknown language: "* ]]
	done
}

@test "too little to tell is und" {
	run --separate-stderr -0 script-detect -i lines -o tsv -c lang <<-'X'
	क
	ab
	१२३ ... !
	मैं घर जा रहा हूँ
	X
	same "$(printf 'lang\nund\nund\nund\nhi')"
}

@test "each language is known by a sentence of its own" {
	while IFS=$(printf '\t') read -r lang text; do
		got=$(jq -cn --arg t "$text" '{text: $t}' | script-detect | jq -r .lang)
		[ "$got" = "$lang" ] || { echo "$lang $got $text"; return 1; }
	done <<-'X'
	hi	मैं आज शाम को घर पर खाना बनाऊँगा
	mr	मी आज संध्याकाळी घरी जेवण बनवणार आहे
	ne	म आज साँझ घरमा खाना पकाउँछु र तिमीलाई दिन्छु
	sa	अहं प्रतिदिनं विद्यालयं गच्छामि पाठं च पठामि
	mai	हम आइ साँझ घर पर भोजन बनाएब आ अहाँ केँ देब अछि
	bho	हम आज साँझ के घरे खाना बनाइब आ रउआ के देब बानी
	gom	हांव आज सांजवेळा घरांत जेवण रांदतलों आनी तुका दितलों
	brx	आं दिनै बेलासियाव न'आव जाग्रा एखागोन आरो नोंनो होगोन
	doi	में अज्ज संझां घर रुट्टी बनांग ते तुसेंगी देग ऐ
	sd	मां अॼु शाम जो घर में मानी ठाहींदुसि ऐं तोखे ॾींदुसि
	bn	আমি আজ সন্ধ্যায় বাড়িতে রান্না করব
	as	মই আজি সন্ধিয়া ঘৰত ভাত ৰান্ধিম আৰু তোমাক দিম
	ur	میں آج شام کو گھر پر کھانا بناؤں گا
	sd	مان اڄ شام جو گهر ۾ ماني ٺاهيندس ۽ توکي ڏيندس
	fa	من امشب در خانه غذا می‌پزم و به تو می‌دهم
	ar	سوف أطبخ الطعام في البيت هذا المساء
	en	I will cook dinner at home this evening
	hi	main aaj shaam ko ghar par khana banaunga
	gu	hu aaje sanje ghare rasoi banavish ane tamne aapish
	ta	naan indru maalai veettil samaikkiren ungalukku tharuven
	bn	ami aaj sondhyay barite ranna korbo ar tomake debo
	te	nenu ee roju sayantram intlo vanta chestanu mariyu neeku istanu
	kn	naanu ivattu sanje maneyalli adige maaduttene mattu ninage koduttene
	ml	njan innu vaikunneram veettil bhakshanam undakkum ninakku tharum
	mr	mi aaj sandhyakali ghari jevan banavnar aahe ani tula denar
	pa	main ajj shaam nu ghar vich roti banavanga te tuhanu deyanga
	sat	ᱤᱧ ᱫᱚ ᱛᱮᱦᱮᱧ ᱚᱲᱟᱜ ᱨᱮ
	mni	ꯑꯩ ꯉꯁꯤ ꯌꯨꯃꯗ
	bo	ང་དེ་རིང་དགོང་མོ་ནང་ལ་ཟས་བཟོ་གི་ཡིན།
	X
}

@test "invalid UTF-8 of the gold is a bad record, each with its byte" {
	n=0
	while IFS=$(printf '\t') read -r hex byte; do
		printf '{"text":"%b"}\n{"text":"क"}\n' \
		    "$(sed 's/../\\x&/g' <<<"$hex")" >"$BATS_TEST_TMPDIR/in"
		run --separate-stderr -1 script-detect -L "$BATS_TEST_TMPDIR/in"
		same '{"text":"क","script":"Deva","scripts":{"Deva":1},"mixed":false}'
		says "script-detect: $BATS_TEST_TMPDIR/in:1:$byte: invalid UTF-8"
		n=$((n + 1))
	done < <(jq -r 'select(has("hex")) | .hex + "\t" + ({
	    "bad-trunc-end": "13", "bad-overlong": "13",
	    "bad-e0-overlong": "10", "bad-latin1": "10"}[.id])' \
	    "$ROOT/tests/gold/script.jsonl")
	[ "$n" -eq 4 ]
}

@test "each kernel gives the same bytes" {
	cut -f 3 "$ROOT/tests/gold/lang.own.tsv" >"$BATS_TEST_TMPDIR/in"
	cat "$ROOT"/seeds/*.txt >>"$BATS_TEST_TMPDIR/in"
	for cpu in scalar avx2 avx512; do
		DHARA_CPU=$cpu script-detect -i lines -Sw \
		    "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/$cpu"
	done
	[ -s "$BATS_TEST_TMPDIR/scalar" ]
	cmp "$BATS_TEST_TMPDIR/scalar" "$BATS_TEST_TMPDIR/avx2"
	cmp "$BATS_TEST_TMPDIR/scalar" "$BATS_TEST_TMPDIR/avx512"
}

@test "ICU made the tables, but is not loaded at every start" {
	command -v ldd >/dev/null || skip 'no ldd'
	run ldd "$(command -v script-detect)"
	[ "$status" -eq 0 ]
	[[ $output != *libicu* ]]
}
