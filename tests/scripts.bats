load helper

# The pipelines in scripts/, on texts that are not in seeds/.

@test "who-met-whom: people, place and date, one name for all scripts" {
	cd "$BATS_TEST_TMPDIR"
	echo 'प्रधानमंत्री नरेन्द्र मोदी ने 5 मई 2021 को दिल्ली में जो बाइडेन से मुलाकात की।' >a.txt
	echo 'વડાપ્રધાન નરેન્દ્ર મોદીએ અમદાવાદમાં વ્લાદિમીર પુતિન સાથે મુલાકાત કરી.' >b.txt
	echo 'नरेन्द्र मोदी ने दिल्ली में कहा। व्लादिमीर पुतिन मास्को में हैं।' >c.txt
	run --separate-stderr -0 "$ROOT/scripts/who-met-whom" a.txt b.txt c.txt
	[ "${#lines[@]}" -eq 2 ]
	IFS=$'\t' read -r doc when where one two id <<<"${lines[0]}"
	[ "$doc $when $where $id" = "a 2021-05-05 दिल्ली a#1" ]
	IFS=$'\t' read -r doc2 _ where2 one2 two2 id2 <<<"${lines[1]}"
	[ "$doc2 $where2 $id2" = "b અમદાવાદ b#1" ]
	# The same person by the same name, though the scripts differ.
	[ "$one" = "$one2" ]
	[ "$two" != "$two2" ]
	jq -R '{id: "n", text: .}' a.txt | jq -c . >in
	run --separate-stderr -0 "$ROOT/scripts/who-met-whom" -n in
	[[ $output == n$'\t'2021-05-05$'\t'* ]]
}

@test "show: brackets, and nothing that a terminal would obey" {
	cd "$BATS_TEST_TMPDIR"
	cat >in <<-'END'
	{"id":"a#1","kind":"sentence","lang":"hi","text":"वे दिल्ली\nगए\u001b[31m","entities":[{"text":"दिल्ली","type":"LOC","start":3,"end":9}]}
	{"text":"x"}
	END
	run --separate-stderr -0 "$ROOT/scripts/show" <in
	same $'a#1 sentence hi\tवे [LOC दिल्ली] गए?[31m\n- - -\tx'
	run --separate-stderr -2 "$ROOT/scripts/show" -z </dev/null
	[ -z "$output" ]
}

@test "completion: each option that the usage tells, and formats" {
	# shellcheck source=/dev/null
	. "$ROOT/scripts/completion.bash"
	for p in $FILTERS ner-train; do
		_dhara "$p" - "$p"
		[ "${#COMPREPLY[@]}" -gt 9 ]
		[[ " ${COMPREPLY[*]} " == *' -h '* ]]
		for o in "${COMPREPLY[@]}"; do
			grep -q "^\.It Fl ${o#-}" "$ROOT/man/$p.1"
		done
	done
	_dhara segment t -i
	[ "${COMPREPLY[*]}" = tsv ]
	_dhara segment ts -o
	[ "${COMPREPLY[*]}" = tsv ]
	cd "$BATS_TEST_TMPDIR"
	: >tsfile
	_dhara ner-train ts -o
	[ "${COMPREPLY[*]}" = tsfile ]
	_dhara ner P -t
	[ "${COMPREPLY[*]}" = PER ]
}
