# dedupe -K: sets of names; scripts/same-story.

load helper

sets() {
	run --separate-stderr -"$1" sh -c 'in=$1; shift
	    printf "%b" "$in" | dedupe -K k "$@"' sh "${@:2}"
}

@test "the same set is a duplicate, whatever its order and repeats" {
	sets 0 '{"id":1,"k":["a","b","c"]}\n{"id":2,"k":["c","a","b","a"]}\n{"id":3,"k":["d","e","f"]}\n' -m
	same '{"id":1,"k":["a","b","c"],"dup_of":null,"sim":null,"cluster":1}
{"id":2,"k":["c","a","b","a"],"dup_of":1,"sim":1,"cluster":1}
{"id":3,"k":["d","e","f"],"dup_of":null,"sim":null,"cluster":3}'
	says ""
}

@test "-d, -t and the default of -t" {
	in='{"id":1,"k":["a","b","c","d","e","f","g","h"]}\n{"id":2,"k":["a","b","c","s","t","x","y","z"]}\n'
	sets 0 "$in" -d
	same ""
	sets 0 "$in" -dm -t .2		# 3 of 13, and these weigh less
	[ "$(jq -c '[.dup_of, .sim]' <<<"$output")" = '[1,0.2087]' ]
}

@test "one element alone ties nothing" {
	sets 0 '{"id":1,"k":["भारत"]}\n{"id":2,"k":["भारत"]}\n' -d
	same ""
}

@test "what is in every record ties nothing, what is rare does" {
	for i in $(seq 200); do
		echo "{\"id\":$i,\"k\":[\"IN\",\"Jaishankar\",\"p$i\",\"q$i\"]}"
	done >"$BATS_TEST_TMPDIR/in"
	echo '{"id":"x","k":["IN","Jaishankar","r"]}' >>"$BATS_TEST_TMPDIR/in"
	echo '{"id":"y","k":["p7","q7","r"]}' >>"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -K k -dm "$BATS_TEST_TMPDIR/in"
	[ "${#lines[@]}" -eq 1 ]
	[ "$(jq -c '[.id, .dup_of]' <<<"$output")" = '["y",7]' ]
}

@test "-k: weights from a file of counts, and they stay" {
	printf '\t1000\nIN\t900\nJaishankar\t300\nNurtleu\t2\nVenue\t3\n' \
	    >"$BATS_TEST_TMPDIR/counts"
	in='{"id":1,"k":["IN","Jaishankar","Nurtleu","Venue"]}\n{"id":2,"k":["IN","Jaishankar"]}\n{"id":3,"k":["IN","Jaishankar"]}\n{"id":4,"k":["Nurtleu","Venue"]}\n'
	sets 0 "$in" -dm -k "$BATS_TEST_TMPDIR/counts"
	[ "$(jq -c '[.id, .dup_of]' <<<"$output")" = '[4,1]' ]
	sets 3 "" -k "$BATS_TEST_TMPDIR/none"
	[[ "$stderr" == *"/none: No such file or directory" ]]
	printf 'a\t1\nb 2\n' >"$BATS_TEST_TMPDIR/counts"
	sets 3 "" -k "$BATS_TEST_TMPDIR/counts"
	[[ "$stderr" == *"/counts:2: not an element, a tab and a count" ]]
}

@test "no set, null and an empty set pass; other types are bad records" {
	good='{"id":1}\n{"id":2,"k":null}\n{"id":3,"k":[]}\n{"id":4,"k":[]}\n'
	sets 0 "$good"
	same "$(printf "$good")"
	sets 1 '{"k":"a"}\n{"k":[1]}\n{"k":["a",["b"]]}\n{"k":{}}\n{"k":["a"]}\n'
	same '{"k":["a"]}'
	[ "${stderr_lines[0]}" = \
	    "dedupe: <stdin>:1:6: the member to read is not an array of strings" ]
	[ "${#stderr_lines[@]}" -eq 4 ]
}

@test "escapes in elements are what they stand for" {
	cat >"$BATS_TEST_TMPDIR/in" <<-'EOF'
	{"id":1,"k":["\u0905","a\"b","]"]}
	{"id":2,"k":[ "]" , "अ","a\u0022b" ]}
	EOF
	run -0 dedupe -K k -dm "$BATS_TEST_TMPDIR/in"
	[ "$(jq -c '[.dup_of, .sim]' <<<"$output")" = '[1,1]' ]
}

@test "-K goes with what it can" {
	for o in "-K k -e" "-K k -C" "-K k -T 3" "-K k -i lines" "-k f" "-K "; do
		run --separate-stderr -2 dedupe ${o% } ${o:+$([ "$o" = "-K " ] && echo "")}
		same ""
		[ -n "$stderr" ]
	done
	run --separate-stderr -2 dedupe -K ""
	[ "${stderr_lines[0]}" = "dedupe: -K: empty name" ]
}

@test "-W forgets sets" {
	in='{"id":1,"k":["a","b","c"]}\n{"id":2}\n{"id":3,"k":["a","b","c"]}\n{"id":4,"k":["x"]}\n{"id":5,"k":["a","b","c"]}\n'
	sets 0 "$in" -d
	[ "${#lines[@]}" -eq 2 ]
	sets 0 "$in" -dm -W 2
	[ "$(jq -c '[.id, .dup_of]' <<<"$output")" = '[3,1]' ]
	seq 20000 | awk '{ printf "{\"id\":%d,\"k\":[\"a%d\",\"b%d\",\"c\"]}\n",
	    $1, $1, $1 }' >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -K k -W 100 -d -v "$BATS_TEST_TMPDIR/in"
	same ""
	bytes=${stderr_lines[1]#dedupe: index: }
	[ "${bytes%% *}" -lt 100000 ]
}

@test "-v counts sets too" {
	sets 0 '{"k":["a","b","c"]}\n{"k":["a","b","c"]}\n' -v
	[ "${stderr_lines[0]}" = \
	    "dedupe: 2 records, 1 duplicates (1 exact, 0 near)" ]
}

@test "a story told a thousand times stays one" {
	for i in $(seq 1000); do
		echo "{\"id\":$i,\"k\":[\"a\",\"b\",\"c\"]}"
	done >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -K k "$BATS_TEST_TMPDIR/in"
	same '{"id":1,"k":["a","b","c"]}'
}

@test "same-story: the five articles are three stories" {
	cd "$ROOT"
	run --separate-stderr -0 scripts/same-story seeds/*.txt
	[ "$(cut -f 1,2 <<<"$output" | sed 's/_[0-9a-f]*//g' | tr '\t\n' ': ')" = \
	    "000:000 000:001 000:002 003:003 004:004 " ]
}

@test "same-story: the order of the articles does not matter" {
	cd "$ROOT"
	scripts/same-story seeds/*.txt | sort >"$BATS_TEST_TMPDIR/a"
	scripts/same-story seeds/002* seeds/004* seeds/001* seeds/003* \
	    seeds/000* | sort | cmp - "$BATS_TEST_TMPDIR/a"
}

@test "same-story: stories in three languages fall together, others apart" {
	cd "$ROOT"
	for part in tuned held undated; do
		run -0 scripts/score-stories tests/gold/stories.ndjson $part
		[[ "$output" == *"articles, "*"precision "* ]]
	done
	[ "$(jq -r .story tests/gold/stories.ndjson | sort -u | wc -l)" -ge 20 ]
}

@test "same-story: a filter that fails makes it fail" {
	cd "$ROOT"
	run --separate-stderr -1 scripts/same-story /nonexistent
	same ""
	run --separate-stderr -2 scripts/same-story -x
	[[ "$stderr" == *"usage: same-story"* ]]
}
