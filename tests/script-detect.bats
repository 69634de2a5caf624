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
