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

@test "hostile input takes linear time and loses nothing" {
	for c in . '"' '(' 'a.' '?' "$(printf '\314\201')" '“' 'कि.' '॥ 1 '; do
		yes "$c" | head -n 300000 | tr -d '\n' |
		    segment -i file -o text | tr -d '\n ' | cksum \
		    >"$BATS_TEST_TMPDIR/out"
		yes "$c" | head -n 300000 | tr -d '\n ' | cksum \
		    >"$BATS_TEST_TMPDIR/in"
		cmp "$BATS_TEST_TMPDIR/in" "$BATS_TEST_TMPDIR/out"
	done
}
