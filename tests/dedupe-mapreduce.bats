# dedupe -M, -P and -R, and scripts/dedupe-parallel: what comes out is what
# the filter says when it reads the whole.

load helper

B=${DHARA_BUILD:-$ROOT/build}
SIX='[-0-9A-Z_a-z]'

# in.ndjson: generated records with copies of many kinds, short ones, records
# without text, and the seeds.
setup_file() {
	cd "$BATS_FILE_TMPDIR"
	cat "$ROOT"/seeds/*.txt | tr -cs 'A-Za-z0-9\200-\377' '\n' |
	    "$B/tool/dedupe-gen" 800 7 truth >in.ndjson
	segment -i file "$ROOT"/seeds/*.txt >>in.ndjson
	awk 'BEGIN { for (i = 0; i < 400; i++)
	    printf "{\"id\":\"s%d\",\"text\":\"w%d of a few\"}\n", i, i % 150
	    print "{\"id\":\"none\"}\n{\"id\":\"empty\",\"text\":\"\"}" }' \
	    >>in.ndjson
	split -n l/8 -d in.ndjson part.
}

stream() {
	dedupe -m "$@" "$BATS_FILE_TMPDIR/in.ndjson" |
	    jq -c '{id, dup_of, sim, cluster}' >"$BATS_TEST_TMPDIR/want"
	[ "$(grep -c '"dup_of":"' "$BATS_TEST_TMPDIR/want")" -gt 50 ]
}

# maps OPTION ...: the lines of all eight parts.
maps() {
	i=0
	for p in "$BATS_FILE_TMPDIR"/part.*; do
		dedupe -M $i "$@" "$p"
		i=$((i + 1))
	done
}

@test "map, sort, reduce is the filter" {
	cd "$BATS_FILE_TMPDIR"
	for o in "" "-n 2 -t .5" "-e"; do
		stream $o
		dedupe -M 0 $o in.ndjson | sort | dedupe -R -m $o |
		    cmp - "$BATS_TEST_TMPDIR/want"
	done
}

@test "over eight maps too" {
	for o in "" "-n 2 -t .5" "-e"; do
		stream $o
		maps $o | sort | dedupe -R -m $o | cmp - "$BATS_TEST_TMPDIR/want"
	done
}

@test "over eight maps and five reducers that each see some keys" {
	cd "$BATS_TEST_TMPDIR"
	for o in "" "-n 2 -t .5"; do
		stream $o
		rm -f part.*
		maps $o | awk -F '\t' '{ n = 0
		    for (i = 1; i <= length($1); i++)
			n = n * 7 + index("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", substr($1, i, 1))
		    print >("part." n % 5) }'
		for p in part.?; do sort "$p" | dedupe -P $o; done |
		    sort | dedupe -R -m $o | cmp - want
	done
}

@test "-R alone, -d, -m and -dm write what the filter would of the ids" {
	cd "$BATS_FILE_TMPDIR"
	maps | sort >"$BATS_TEST_TMPDIR/lines"
	for o in "" -d -m -dm; do
		dedupe $o in.ndjson | jq -c '{id, dup_of, sim, cluster} |
		    if '"$([[ "$o" = *m ]] && echo true || echo false)"'
		    then . else {id} end' >"$BATS_TEST_TMPDIR/want"
		dedupe -R $o "$BATS_TEST_TMPDIR/lines" |
		    cmp - "$BATS_TEST_TMPDIR/want"
	done
}

@test "lines are a key, a tab, and what is of it" {
	run --separate-stderr -0 sh -c 'echo "{\"id\":\"a\",\"text\":\"k\"}" |
	    dedupe -M 3'
	[ "${lines[0]}" = "A$(printf '\t')dedupe 1 jaccard n=5 t=0.8" ]
	[ "$(grep -cE "^B$SIX{11}	$SIX{32}$" <<<"$output")" -eq 6 ]
	[ "$(grep -cE "^R$SIX{10}	s\"a\"	$SIX{16}$" <<<"$output")" -eq 1 ]
	[ "${#lines[@]}" -eq 8 ]
}

@test "a record without an id is its split and line" {
	run --separate-stderr -0 sh -c '{ printf "a\nb\n" | dedupe -M 0 -i lines
	    printf "c\na\n" | dedupe -M 7 -i lines; } | sort | dedupe -R -m'
	same '{"id":1,"dup_of":null,"sim":null,"cluster":1}
{"id":2,"dup_of":null,"sim":null,"cluster":2}
{"id":"7:1","dup_of":null,"sim":null,"cluster":"7:1"}
{"id":"7:2","dup_of":1,"sim":1,"cluster":1}'
}

@test "what would give a wrong answer is refused" {
	cd "$BATS_TEST_TMPDIR"
	printf 'a\nb\n' | dedupe -M 0 -i lines >lines
	run --separate-stderr -3 dedupe -R lines
	[[ "$stderr" == *": lines are not sorted: LC_ALL=C sort" ]]
	sort lines lines >twice
	run --separate-stderr -3 dedupe -R twice
	[[ "$stderr" == *"two records in one place"* ]]
	sort lines | sed '/^R/d' | dedupe -P >few
	run --separate-stderr -0 dedupe -R few
	same ""
	printf 'a\na\n' | dedupe -M 0 -i lines | sort | sed '$d' >cut
	run --separate-stderr -3 dedupe -R cut
	says "dedupe: a record without its set: lines are missing"
	sort lines >good
	run --separate-stderr -3 dedupe -R -t .7 good
	says "dedupe: good:1: -e, -n or -t is not that of -M"
	run --separate-stderr -3 dedupe -R "$ROOT/seeds/README"
	[[ "$stderr" == *"no line of dedupe -M or -P" ]]
	run --separate-stderr -3 dedupe -R none
	says "dedupe: none: No such file or directory"
}

@test "bad records of a map are reported, the rest goes on" {
	run --separate-stderr -1 sh -c 'printf "x\n{\"text\":\"a\"}\n" |
	    dedupe -M 0'
	[ "$(grep -c '^R' <<<"$output")" -eq 1 ]
	says "dedupe: <stdin>:1:1: not a JSON object"
}

@test "options that need the whole stream are refused" {
	for o in "-M 0 -C" "-M 0 -W 3" "-R -T 5" "-R -S f" "-P -R" "-M 0 -R" \
	    "-M x" "-M -1" "-M 1048576" "-M 0 -K k" "-R -o tsv"; do
		run --separate-stderr -2 dedupe $o
		same ""
		[ -n "$stderr" ]
	done
}

@test "-v of a reduce" {
	run --separate-stderr -0 sh -c 'printf "a\na\nb\n" |
	    dedupe -M 0 -i lines | sort | dedupe -R -v'
	[ "${stderr_lines[0]}" = \
	    "dedupe: 3 records, 1 duplicates (1 exact, 0 near)" ]
	[[ "${stderr_lines[1]}" == "dedupe: "*" candidates, "*" of disk" ]]
}

@test "a full disk is status 3" {
	run --separate-stderr -3 sh -c 'dedupe -M 0 "$1" >/dev/full' sh \
	    "$BATS_FILE_TMPDIR/in.ndjson"
	says "dedupe: <stdout>: No space left on device"
}

@test "copies by the thousand do not make pairs by the million" {
	awk 'BEGIN { for (i = 0; i < 20000; i++) print "the same few words" }' |
	    dedupe -M 0 -i lines | sort >"$BATS_TEST_TMPDIR/lines"
	run --separate-stderr -0 dedupe -R -v "$BATS_TEST_TMPDIR/lines"
	same '{"id":1}'
	pairs=${stderr_lines[1]#dedupe: }
	[ "${pairs%% *}" -lt 130000 ]
}

@test "dedupe-parallel: the same as the filter" {
	command -v parallel >/dev/null || skip "no GNU parallel"
	cd "$BATS_FILE_TMPDIR"
	stream
	"$ROOT/scripts/dedupe-parallel" -m in.ndjson |
	    cmp - "$BATS_TEST_TMPDIR/want"
	"$ROOT/scripts/dedupe-parallel" -m -j 3 part.* |
	    cmp - "$BATS_TEST_TMPDIR/want"
	"$ROOT/scripts/dedupe-parallel" -m <in.ndjson |
	    cmp - "$BATS_TEST_TMPDIR/want"
	dedupe in.ndjson | jq -c '{id}' >kept
	"$ROOT/scripts/dedupe-parallel" in.ndjson | cmp - kept
}

@test "dedupe-parallel: statuses" {
	command -v parallel >/dev/null || skip "no GNU parallel"
	run --separate-stderr -0 "$ROOT/scripts/dedupe-parallel" </dev/null
	same ""
	run --separate-stderr -1 sh -c 'printf "x\n{\"id\":1,\"text\":\"a\"}\n" |
	    "$1"' sh "$ROOT/scripts/dedupe-parallel"
	same '{"id":1}'
	run --separate-stderr -1 "$ROOT/scripts/dedupe-parallel" /nonexistent
	same ""
	run --separate-stderr -2 "$ROOT/scripts/dedupe-parallel" -x
	run --separate-stderr -3 env PATH="$(dirname "$(command -v sh)")/../none:$BATS_TEST_TMPDIR" \
	    "$(command -v sh)" "$ROOT/scripts/dedupe-parallel" </dev/null
	[[ "$stderr" == *"GNU parallel is needed"* ]]
}

@test "the Slurm form of the page" {
	cd "$BATS_TEST_TMPDIR"
	i=0
	for p in "$BATS_FILE_TMPDIR"/part.*; do
		cp "$p" in.$i
		i=$((i + 1))
	done
	# The displays of the section, each run for all tasks of its array.
	awk '/^\.Ss / { on = /Slurm/ } on && /^\.Bd/ { n++; lit = 1; next }
	    /^\.Ed/ { lit = 0 } on && lit { gsub(/\\e/, "\\"); print >("do." n) }' \
	    "$ROOT/man/dedupe.1"
	sed -n '/./!q; p' do.2 >reduce
	sed '1,/^$/d' do.2 >last
	for n in $(seq 0 7); do SLURM_ARRAY_TASK_ID=$n sh do.1; done
	for n in $(seq 0 15); do SLURM_ARRAY_TASK_ID=$n sh reduce; done
	sh last
	dedupe -dm "$BATS_FILE_TMPDIR/in.ndjson" |
	    jq -c '{id, dup_of, sim, cluster}' | cmp - dups
}

@test "a map that reads its number first, as the Spark form of the page does" {
	run --separate-stderr -0 sh -c '{ echo 5; echo a; } |
	    sh -c "read -r n; exec dedupe -M \$n -i lines" | sort | dedupe -R'
	same '{"id":"5:1"}'
}
