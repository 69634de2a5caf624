# dedupe: what passes, what is dropped, what is marked.

load helper

long="एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस"

ded() {
	run --separate-stderr -"$1" sh -c 'in=$1; shift
	    printf "%b" "$in" | dedupe "$@"' sh "${@:2}"
}

@test "the first passes, the same again is dropped" {
	ded 0 "$long\n$long\nअन्य\n" -i lines -o text
	same "$long
अन्य"
	says ""
}

@test "a text that is nearly the same is dropped, one less so is not" {
	ded 0 "$long\nशून्य $long\n" -i lines -o text
	same "$long"
	ded 0 "$long\nशून्य ${long#* * * } अंत और कुछ\n" -i lines -o text
	[ "${#lines[@]}" -eq 2 ]
	ded 0 "$long\nशून्य ${long#* * * } अंत और कुछ\n" -i lines -o text -t .5
	[ "${#lines[@]}" -eq 1 ]
}

@test "-m marks and keeps all; ids are repeated as they stand" {
	ded 0 '{"id":7,"text":"a b"}\n{"text":"A, b!","id":"x\\u0041"}\n{"text":"c"}\n' -m
	same '{"id":7,"text":"a b","dup_of":null,"sim":null,"cluster":7}
{"text":"A, b!","id":"x\u0041","dup_of":7,"sim":1,"cluster":7}
{"text":"c","dup_of":null,"sim":null,"cluster":3}'
}

@test "-m: ids that are missing, no string or number, or not unique" {
	ded 0 '{"text":"a"}\n{"id":5,"text":"b"}\n{"id":5,"text":"c"}\n{"id":null,"text":"A"}\n{"id":[1],"text":"d"}\n{"id":true,"text":"D!"}\n{"id":"5","text":"c"}\n' -m
	[ "$(printf '%s\n' "$output" | jq -c '[.id,.dup_of,.cluster]' |
	    tr '\n' ' ')" = '[null,null,1] [5,null,5] [5,null,5] [null,1,1] [[1],null,5] [true,5,5] ["5",5,5] ' ]
}

@test "-d writes the duplicates only, -dm with their marks" {
	ded 0 '{"id":"p","text":"k"}\n{"id":"q","text":"k"}\n{"id":"r","text":"l"}\n' -d
	same '{"id":"q","text":"k"}'
	ded 0 '{"id":"p","text":"k"}\n{"id":"q","text":"k"}\n' -dm
	same '{"id":"q","text":"k","dup_of":"p","sim":1,"cluster":"p"}'
}

@test "records are compared with kept ones only: no chains" {
	# b is like a, c is like b but not like a.
	a=$long b="शून्य क $long" c="ख ग घ ङ च शून्य क $long"
	ded 0 "$a\n$b\n$c\n" -i lines -m
	[ "$(printf '%s\n' "$output" | jq -c '[.cluster]' | tr '\n' ' ')" = \
	    '[1] [1] [3] ' ]
}

@test "a short text is the same only if all its words are" {
	nine="एक दो तीन चार पाँच छह सात आठ नौ"
	ded 0 "$nine\n$nine दस\n${nine% *}\n" -i lines -o text -t .5
	[ "${#lines[@]}" -eq 3 ]
}

@test "-e drops what is the same after the fold, and no more" {
	ded 0 "$long\n$long!\n$long अंत\n" -i lines -o text -e
	same "$long
$long अंत"
}

@test "-n: shorter runs of words are more alike" {
	other=$(printf %s "$long" | sed 's/दस/X/;s/बीस/Y/')
	ded 0 "$long\n$other\n" -i lines -o text
	[ "${#lines[@]}" -eq 2 ]
	ded 0 "$long\n$other\n" -i lines -o text -n 1
	[ "${#lines[@]}" -eq 1 ]
}

@test "-C: a copy that was cut, and an article inside a longer one" {
	half=$(printf %s "$long" | cut -d ' ' -f 1-15)
	more="आगे पीछे और भी कुछ शब्द यहाँ $long और वहाँ भी कुछ शब्द और बहुत कुछ और"
	ded 0 "$long\n$half\n" -i lines -o text
	[ "${#lines[@]}" -eq 2 ]
	ded 0 "$long\n$half\n$more\n" -i lines -m -C
	[ "$(printf '%s\n' "$output" | jq -c '[.cluster,.sim]' | tr '\n' ' ')" = \
	    '[1,null] [1,1] [1,1] ' ]
	ded 0 "$half\n$long\n" -i lines -o text -C
	same "$half"
	# Under ten words nothing is inside of anything.
	ded 0 "$long\n${long%% ग्यारह*}\n${long%% दस*}\n" -i lines -m -C
	[ "$(printf '%s\n' "$output" | jq -c .cluster | tr '\n' ' ')" = '1 1 3 ' ]
}

@test "-W: only the last so many records are known" {
	ded 0 'a\nb\nc\na\nb\n' -i lines -o text -W 3
	same 'a
b
c'
	ded 0 'a\nb\nc\na\nb\n' -i lines -o text -W 2 -v
	same 'a
b
c
a
b'
	[[ "${stderr_lines[2]}" == "dedupe: window: 2 forgotten; at most "*" bytes of index, now "*" on disk" ]]
}

@test "-T: only the last so many seconds, by a date in either form" {
	in='{"text":"a","date":1000}\n{"text":"b","date":"1970-01-01T00:20:00Z"}\n{"text":"a","date":"1970-01-01T05:50:00+05:30"}\n{"text":"a","date":1301}\n'
	ded 0 "$in" -T 300 -o tsv -c text,date
	same 'text	date
a	1000
b	1970-01-01T00:20:00Z
a	1301'
	ded 0 "$in" -T 301 -o tsv -c text
	[ "${#lines[@]}" -eq 3 ]
	# Another member; none at all is the latest date seen.
	ded 0 '{"text":"a","d":1}\n{"text":"x","d":90}\n{"text":"a","d":null}\n{"text":"a"}\n' -T 50 -D d -o text
	same 'a
x
a'
	# Out of order: what is more than -T younger is not compared.
	ded 0 '{"text":"a","date":900}\n{"text":"a","date":100}\n{"text":"a","date":850}\n' -T 100
	[ "${#lines[@]}" -eq 2 ]
}

@test "-T: bad dates and dates to come are bad records" {
	ded 1 '{"text":"a","date":"soon"}\n{"text":"a","date":[]}\n{"text":"a","date":99999999999}\n{"text":"a","date":5}\n' -T 50
	same '{"text":"a","date":5}'
	[ "${#stderr_lines[@]}" -eq 3 ]
	[ "${stderr_lines[0]}" = "dedupe: <stdin>:1:9: the date is neither RFC 3339 nor seconds" ]
	[ "${stderr_lines[2]}" = "dedupe: <stdin>:3:9: the date is in the future" ]
	run --separate-stderr -2 dedupe -D d
	[ "${stderr_lines[0]}" = "dedupe: -D needs -T" ]
}

@test "records without text or words pass" {
	in='{"id":1}\n{"id":2}\n{"id":3,"text":null}\n{"id":4,"text":""}\n{"id":5,"text":""}\n{"id":6,"text":"!"}\n{"id":7,"text":"?"}\n'
	ded 0 "$in"
	same "$(printf "$in")"
}

@test "-v sums up, and warns when over half goes" {
	ded 0 'a\nb\na\n' -i lines -v
	[ "${stderr_lines[0]}" = \
	    "dedupe: 3 records, 1 duplicates (1 exact, 0 near)" ]
	[ "${#stderr_lines[@]}" -eq 2 ]
	ded 0 'a\na\na\n' -i lines -v
	[ "${stderr_lines[2]}" = "dedupe: over half of the records are duplicates: is the field right, the threshold too low?" ]
}

@test "values out of range are refused" {
	for o in "-t 0.1" "-t 1.1" "-t x" "-n 0" "-n 101" "-W 0" "-W -1" "-W 1.5" "-W 99999999999999999999" "-W x" "-T 0" "-T -1"; do
		run --separate-stderr -2 dedupe $o
		same ""
		[ -n "$stderr" ]
	done
}

@test "the largest windows are no windows" {
	ded 0 'a\nb\na\n' -i lines -o text -W 9223372036854775807 -T 100000000000
	same 'a
b'
}

@test "no folder for temporary files is status 3" {
	TMPDIR=/nonexistent run --separate-stderr -3 dedupe </dev/null
	same ""
	[[ "$stderr" == "dedupe: /nonexistent/dedupe."*": No such file or directory" ]]
}

@test "nothing is left in TMPDIR" {
	mkdir "$BATS_TEST_TMPDIR/t"
	TMPDIR=$BATS_TEST_TMPDIR/t ded 0 'a\nb\na\n' -i lines -o text
	same "a
b"
	[ -z "$(ls -A "$BATS_TEST_TMPDIR/t")" ]
}

@test "a full disk under the spool is status 3" {
	seq 1 40000 >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -3 sh -c 'trap "" XFSZ; ulimit -f 64
	    dedupe -i lines -o text "$1" | wc -l >/dev/null
	    dedupe -i lines -o text "$1" >/dev/null' sh "$BATS_TEST_TMPDIR/in"
	[ "${stderr_lines[0]}" = \
	    "dedupe: spool in \$TMPDIR: File too large" ]
}

@test "similarity is 1 for what is the same only" {
	seq 1 40000 | tr '\n' ' ' >"$BATS_TEST_TMPDIR/one"
	(cat "$BATS_TEST_TMPDIR/one"; echo; cat "$BATS_TEST_TMPDIR/one"
	    echo more) >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -i lines -md -o tsv -c sim \
	    "$BATS_TEST_TMPDIR/in"
	[ "${lines[1]}" = 0.9999 ]
}

# 600 records of one frame and nothing else in common: the frame is what most
# look-ups hit, and the copy is found all the same.
@test "-C: a piece of a record is found among many with the same frame" {
	awk 'function own(i, from,  k) {
		for (k = from; k < 60; k++)
			printf "w%d ", i * 60 + k
	    }
	    function frame(k) {
		for (k = 0; k < 60; k++)
			printf "frame%d ", k
	    }
	    BEGIN {
		for (i = 0; i < 600; i++) {
			own(i, 0); frame(); print ""
		}
		own(500, 30); print ""
	    }' >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -C -i lines -md -o tsv -c id,dup_of,sim \
	    "$BATS_TEST_TMPDIR/in"
	[ "${lines[1]}" = "	501	1" ] && [ "${#lines[@]}" -eq 2 ]
}

@test "the index grows without losing anything, every kernel alike" {
	awk 'BEGIN { for (i = 0; i < 60000; i++) print "w" i % 30000 }' \
	    >"$BATS_TEST_TMPDIR/in"
	run --separate-stderr -0 dedupe -i lines -o text "$BATS_TEST_TMPDIR/in"
	same "$(head -n 30000 "$BATS_TEST_TMPDIR/in")"
	full=$(dedupe -i lines -m "$ROOT"/seeds/*.txt | cksum)
	for c in scalar avx2; do
		[ "$(DHARA_CPU=$c dedupe -i lines -m "$ROOT"/seeds/*.txt |
		    cksum)" = "$full" ]
	done
}

@test "the table of the fold is what its program writes" {
	tool=${DHARA_BUILD:-$ROOT/build}/tool/mkfold
	[ "$("$tool" | head -n 1)" = \
	    "$(head -n 1 "$ROOT/filters/dedupe/fold_tab.c")" ] ||
	    skip "another version of ICU"
	"$tool" | cmp - "$ROOT/filters/dedupe/fold_tab.c"
}
