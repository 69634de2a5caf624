load helper

@test "the seeds are cut as the gold says" {
	jq -c '[.id, .start, .end, .text]' "$ROOT/tests/gold/segment.seeds.jsonl" \
	    >"$BATS_TEST_TMPDIR/want"
	segment -i file "$ROOT"/seeds/*.txt | jq -c '[.doc, .start, .end, .text]' \
	    >"$BATS_TEST_TMPDIR/got"
	run diff "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
	same ''
}

@test "the rules of twelve languages hold" {
	cd "$BATS_TEST_TMPDIR"
	jq -c '.expect' "$ROOT/tests/gold/segment.rules.jsonl" >want
	jq -c '{text}' "$ROOT/tests/gold/segment.rules.jsonl" | segment |
	    jq -s -c 'group_by(.doc | tonumber) | map(map(.text)) | .[]' >got
	run diff want got
	same ''
	[ "$(wc -l <got)" -eq 161 ]
}

@test "-k keeps kinds, numbers stay" {
	printf 'शहर में भारी बारिश\nलोग घर लौटे।\n' >"$BATS_TEST_TMPDIR/a.txt"
	run --separate-stderr -0 bash -c "segment -i file -k sentence '$BATS_TEST_TMPDIR/a.txt' | jq -c '[.id,.kind]'"
	same '["a#2","sentence"]'
	run --separate-stderr -2 segment -k verse
	[[ $stderr == "segment: -k: unknown kind: verse"* ]]
}

@test "-p gives paragraphs" {
	run --separate-stderr -0 bash -c "segment -p -o text -i file <<<$'एक। दो।\nतीन।'"
	same $'एक। दो।\nतीन।'
}

@test "no text, no units; no member, no change" {
	run --separate-stderr -0 segment <<<$'{"text":""}\n{"text":" \\n "}\n{"x":1}\n{"text":null}'
	same $'{"x":1}\n{"text":null}'
}

# rules FILE [option ...]: the texts that are not cut as expected, as lines of
# JSON; those marked "open" are known.
rules() {
	file=$1
	shift
	jq -c 'select(.open | not) | .expect | map(gsub("\\s+"; " "))' "$file" \
	    >want
	jq -c 'select(.open | not) | {lang, text}' "$file" | segment "$@" |
	    jq -s -c 'group_by(.doc | tonumber) |
		map(map(.text | gsub("\\s+"; " "))) | .[]' >got
	diff want got
}

@test "the rules written apart from the program hold" {
	cd "$BATS_TEST_TMPDIR"
	for f in own blind news; do
		run rules "$ROOT/tests/gold/segment.$f.jsonl"
		same ''
	done
	[ "$(jq -c 'select(.open)' "$ROOT"/tests/gold/segment.blind.jsonl |
	    wc -l)" -lt 20 ]
}

@test "-w gives words" {
	gold=$ROOT/tests/gold/segment.tokens.txt
	cd "$BATS_TEST_TMPDIR"
	grep -v '^#' "$gold" | jq -R -c 'split("\t") |
	    {lang: .[0], text: .[1] | gsub("·"; "")}' >in
	grep -v '^#' "$gold" | jq -R -c 'split("\t") | .[1] |
	    split("[ ·]"; null)' >want
	segment -aw in | jq -c '.text as $t |
	    [.segments[].tokens[] | $t[.[0]:.[1]]]' >got
	run diff want got
	same ''
	# In the record of a unit they count from the unit's start.
	run --separate-stderr -0 bash -c "echo 'एक। दो तीन।' | segment -w -i lines | jq -c '[.start, .tokens]'"
	same $'[0,[[0,2],[2,3]]]\n[4,[[0,2],[3,6],[6,7]]]'
	run --separate-stderr -0 bash -c "echo 'एक। दो' | segment -bw -i lines | jq -c '[.start, .tokens]'"
	same $'[0,[[0,6],[6,9]]]\n[10,[[0,6]]]'
}

@test "-l, or the record's lang, picks the short forms" {
	run --separate-stderr -0 segment -l mr -i lines -o text <<<'ना. गडकरी आए।'
	same 'ना. गडकरी आए।'
	run --separate-stderr -0 segment -l hi -i lines -o text <<<'ना. गडकरी आए।'
	same $'ना.\nगडकरी आए।'
	run --separate-stderr -0 segment -o text <<<$'{"lang":"mr","text":"ना. गडकरी आए।"}\n{"lang":"hi","text":"ना. गडकरी आए।"}\n{"lang":"gu","text":"ना. गडकरी आए।"}'
	same $'ना. गडकरी आए।\nना.\nगडकरी आए।\nना. गडकरी आए।'
	run --separate-stderr -2 segment -l tlh
	[[ $stderr == "segment: -l: no lists for language: tlh"* ]]
}

@test "-n joins lines up to a blank one, offsets hold" {
	printf 'यह पहली पंक्ति\nटूटी है। दूसरा\r\n  वाक्य है।\n \t\nनया अनुच्छेद\n' \
	    >"$BATS_TEST_TMPDIR/w.txt"
	run --separate-stderr -0 bash -c "segment -n -i file '$BATS_TEST_TMPDIR/w.txt' | jq -c '[.para, .start, .end, .text]'"
	same $'[1,0,23,"यह पहली पंक्ति टूटी है।"]\n[1,24,42,"दूसरा वाक्य है।"]\n[2,46,58,"नया अनुच्छेद"]'
	run --separate-stderr -0 bash -c "segment -nw -i file '$BATS_TEST_TMPDIR/w.txt' | jq -c '.text as \$t | [.tokens[] | \$t[.[0]:.[1]]]'"
	same $'["यह","पहली","पंक्ति","टूटी","है","।"]\n["दूसरा","वाक्य","है","।"]\n["नया","अनुच्छेद"]'
}

@test "| is a danda where the text shows it" {
	run --separate-stderr -0 segment -i lines -o text <<<'राम घर गया | सीता आई | सब खुश हुए |'
	same $'राम घर गया |\nसीता आई |\nसब खुश हुए |'
	for t in 'होम | समाचार | खेल' 'भारत ने मैच जीता | खेल समाचार' \
	    '| नाम | आयु |' 'दिल्ली | मुंबई | कोलकाता | चेन्नई'; do
		run --separate-stderr -0 segment -i lines -o text <<<"$t"
		same "$t"
	done
}

@test "-x adds phrases, -x none drops all" {
	cd "$BATS_TEST_TMPDIR"
	printf '\357\273\277# ours\r\nअपना अख़बार पढ़ें*\r\n\nछवि:*\tcaption\n' >own
	printf 'अपना अख़बार पढ़ें रोज़\nछवि: एक पेड़\nविज्ञापन\nLEAVE A REPLY\n' >a.txt
	kinds() { segment -i file "$@" a.txt | jq -r .kind | tr '\n' ' '; }
	[ "$(kinds)" = 'heading heading boilerplate boilerplate ' ]
	[ "$(kinds -x own)" = 'boilerplate caption boilerplate boilerplate ' ]
	[ "$(kinds -x none -x own)" = 'boilerplate caption heading heading ' ]
	[ "$(kinds -x none -x <(cat own))" = \
	    'boilerplate caption heading heading ' ]
	[ "$(kinds -x none -x /dev/null)" = 'heading heading heading heading ' ]
	printf 'a\tb\n' >bad
	run --separate-stderr -3 segment -x bad </dev/null
	says 'segment: bad:1: no kind: boilerplate, caption or date'
	printf 'x\n--\n' >bad
	run --separate-stderr -3 segment -x bad </dev/null
	says 'segment: bad:2: phrase without a letter at its start'
	printf '%s\342\200\215\n' ---------------- >bad
	run --separate-stderr -3 segment -x none -x bad </dev/null
	says 'segment: bad:1: phrase without a letter at its start'
	printf 'a\0b\n' >bad
	run --separate-stderr -3 segment -x bad </dev/null
	says 'segment: bad:1: NUL in a phrase'
	# Later lists overrule earlier ones, and the program's.
	printf 'Leave a Reply\tcaption\n' >over
	[ "$(kinds -x over)" = 'heading heading boilerplate caption ' ]
	printf 'x\n\377\n' >bad
	run --separate-stderr -3 segment -x bad </dev/null
	says 'segment: bad:2: not valid UTF-8'
	run --separate-stderr -3 segment -x absent </dev/null
	says 'segment: absent: No such file or directory'
	run --separate-stderr -3 segment -x . </dev/null
	says 'segment: .: Is a directory'
}

@test "kinds in the large languages" {
	cd "$BATS_TEST_TMPDIR"
	cat >a.txt <<-'EOF'
	यह भी पढ़ें: आज की खबर
	આ પણ વાંચો
	► हेही वाचा - नवी बातमी
	আরও পড়ুন | নতুন খবর
	இதையும் படிக்க: செய்தி
	ఇది కూడా చదవండి: వార్త
	ಇದನ್ನೂ ಓದಿ: ಸುದ್ದಿ
	ഇതും വായിക്കുക: വാർത്ത
	ਇਹ ਵੀ ਪੜ੍ਹੋ: ਖ਼ਬਰ
	ଏହା ବି ପଢ଼ନ୍ତୁ: ଖବର
	یہ بھی پڑھیں: خبر
	Please enter your name here
	०१:०४
	![](a.png)
	EOF
	run --separate-stderr -0 bash -c 'segment -i file a.txt | jq -r .kind | sort | uniq -c'
	[ "$(echo $output)" = '14 boilerplate' ]
	printf '%s\n' '4 જુલાઈ 2024' '১২ অক্টোবর ২০২১, মঙ্গলবার' '12 Oct 2021 10:30 AM IST' \
	    '4 ஜூலை 2024' '04/07/2024' >a.txt
	run --separate-stderr -0 bash -c 'segment -i file a.txt | jq -r .kind | uniq -c'
	[ "$(echo $output)" = '5 date' ]
}

@test "units have the kinds that were written down apart from the program" {
	cd "$BATS_TEST_TMPDIR"
	grep -v '^#' "$ROOT/tests/gold/segment.kinds.tsv" >gold
	[ "$(wc -l <gold)" -gt 100 ]
	# Not at the start of an article, where datelines are.
	jq -R -c 'split("\t") | {lang: .[1],
	    text: ("पहली पंक्ति है।\n\n" * 4 + .[2])}' gold |
	    segment | jq -r 'select(.n == 5) | [.kind, .lang, .text] | @tsv' \
	    >got
	run diff gold got
	same ''
}

# kinds_of TEXT: the kinds of its units, as words.
kinds_of() {
	jq -nc --arg t "$1" '{text: $t}' | segment | jq -r .kind | xargs
}

@test "a dateline is a place before the news, no greeting, reply or verb" {
	for t in 'अस्तान। कजाकिस्तान में कल एक बड़ी बैठक हुई।' \
	    'नई दिल्ली। प्रधानमंत्री ने कहा कि वे जाएँगे।' \
	    'रायपुर, छत्तीसगढ़। राज्य में आज तेज बारिश हुई।' \
	    'વડોદરા. શહેરમાં આજે સવારથી વરસાદ પડી રહ્યો છે.' \
	    'মেদিনীপুর। জেলায় আজ সকাল থেকে বৃষ্টি হচ্ছে।' \
	    'மதுரை. நகரில் இன்று காலை முதல் மழை பெய்தது.' \
	    'کراچی۔ شہر میں آج صبح سے بارش ہو رہی ہے۔' \
	    'New Delhi. The minister said on Monday he would go.'; do
		[ "$(kinds_of "$t")" = 'dateline sentence' ]
	done
	for t in 'नमस्ते। वे गए।' 'नमस्ते। आज हम एक नई कहानी सुनेंगे।' \
	    'हाँ। कल शाम को हम सब वहाँ जाएँगे।' 'अस्तान। वे गए।' \
	    'बारिश थमी। लोग शाम को अपने घरों को लौट आए।' \
	    'वह गया। लोग शाम को अपने घरों को लौट आए।' \
	    'આભાર. તમે આજે અહીં આવ્યા તે અમને ગમ્યું.' \
	    'வணக்கம். இன்று நாம் ஒரு புதிய கதை கேட்போம்.' \
	    'నమస్కారం. ఈరోజు మనం ఒక కొత్త కథ విందాం.' \
	    'ਧੰਨਵਾਦ। ਤੁਸੀਂ ਅੱਜ ਸਾਰੇ ਇੱਥੇ ਆਏ ਹੋ।' \
	    'شکریہ۔ آپ آج سب یہاں آئے ہیں۔' \
	    'Hello. The minister said on Monday he would go.' \
	    'It works. The minister said on Monday he would go.' \
	    '"अस्तान।" कजाकिस्तान में कल एक बड़ी बैठक हुई।'; do
		[ "$(kinds_of "$t")" = 'sentence sentence' ]
	done
	# Only the first sentence of an article can be behind one.
	[ "$(kinds_of $'बारिश\nलखनऊ। राजधानी में आज तेज आँधी चली।')" = \
	    'heading dateline sentence' ]
	[ "$(kinds_of $'वे लौट आए।\nलखनऊ। राजधानी में आज तेज आँधी चली।')" = \
	    'sentence sentence sentence' ]
}

@test "a heading stands alone on its line" {
	[ "$(kinds_of 'उसने कहा "ठीक है।" फिर वे गए')" = 'sentence sentence' ]
	[ "$(kinds_of 'ताज़ा खबर')" = 'heading' ]
	[ "$(kinds_of $'वह आया।\nदूसरी पंक्ति\nवह गया। और फिर')" = \
	    'sentence heading sentence sentence' ]
}

@test "hostile input takes linear time and loses nothing" {
	for c in . '"' '(' 'a.' '?' "$(printf '\314\201')" '“' 'कि.' '॥ 1 ' \
	    'है | ' '| ' 'ए۔' 'a@' 'a+' '#' '-' 'http://a' '".' '۔ '; do
		yes "$c" | head -n 300000 | tr -d '\n' |
		    segment -nw -i file -o text | tr -d '\n ' | cksum \
		    >"$BATS_TEST_TMPDIR/out"
		yes "$c" | head -n 300000 | tr -d '\n ' | cksum \
		    >"$BATS_TEST_TMPDIR/in"
		cmp "$BATS_TEST_TMPDIR/in" "$BATS_TEST_TMPDIR/out"
	done
}
