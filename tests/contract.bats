load helper

# What all four filters must do alike.  Each test runs over all of them.

# Plain calls, no && and ||: under those bats would miss a failure inside.
each() {
	for f in $FILTERS; do
		echo "in $f"
		command -v "$f"
		F=$f
		"$@"
	done
}

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	printf '{"id":"a","text":"नमस्ते।"}\n' >good
}

usage_() {
	run --separate-stderr -2 "$F" -Q
	[ -z "$output" ]
	[[ $stderr == *"usage: $F "* ]]
	run --separate-stderr -2 "$F" -i nothing
	[ -z "$output" ]
	[[ $stderr == "$F: -i: unknown format: nothing"* ]]
	run --separate-stderr -2 "$F" -o nothing
	run --separate-stderr -2 "$F" -c a
	[[ $stderr == "$F: -c needs -o tsv"* ]]
	run --separate-stderr -2 "$F" -f ''
}
@test "a wrong call is status 2, usage on standard error, no output" { each usage_; }

help_() {
	run --separate-stderr -0 "$F" -h
	[[ $output == "usage: $F "* ]]
	[ -z "$stderr" ]
	h=$output
	run --separate-stderr -0 "$F" --help
	same "$h"
	run --separate-stderr -0 "$F" -V
	[[ $output == "$F (dhara) "[0-9]* ]]
	v=$output
	run --separate-stderr -0 "$F" --version
	same "$v"
}
@test "-h, --help, -V and --version print and end with 0" { each help_; }

missing_() {
	run --separate-stderr -1 "$F" none good
	says "$F: none: No such file or directory"
	[[ $output == *'"id":"a'* ]]
	run --separate-stderr -1 "$F" . good
	[[ $stderr == "$F: .: "* ]]
	[[ $output == *'"id":"a'* ]]
}
@test "a file that cannot be read is named, the rest is done, status 1" { each missing_; }

empty_() {
	run --separate-stderr -0 "$F" </dev/null
	[ -z "$output" ]
	[ -z "$stderr" ]
	run --separate-stderr -0 "$F" -- - <good
	one=$output
	run --separate-stderr -0 "$F" good
	same "$one"
	run --separate-stderr -0 bash -c "printf '%s' \"\$(cat good)\" | $F"
	same "$one"
	run --separate-stderr -0 bash -c "sed 's/\$/\\r/' good | $F"
	same "$one"
	run --separate-stderr -0 bash -c "{ printf '\\357\\273\\277'; cat good; } | $F"
	same "$one"
	run --separate-stderr -0 bash -c "{ echo; cat good; echo '  '; } | $F"
	same "$one"
}
@test "no newline at the end, CR, a byte order mark, empty lines: all good" { each empty_; }

bad() {		# bad BYTE REASON PRINTF-TEXT
	# shellcheck disable=SC2059
	printf "$3\n" >in
	run --separate-stderr -1 "$F" in
	[ -z "$output" ]
	says "$F: in:1:$1: $2"
}
bad_() {
	bad 1 'not a JSON object' 'x'
	bad 1 'not a JSON object' '[1]'
	bad 11 'string not closed' '{"text":"x'
	bad 12 'text after the object' '{"text":1} {"text":2}'
	bad 9 'the member to read is not a string' '{"text":1}'
	bad 9 'the member to read is not a string' '{"text":[]}'
	bad 10 'invalid UTF-8' '{"text":"\300\200"}'
	bad 10 'invalid UTF-8' '{"text":"\340\200\237"}'
	bad 10 'invalid UTF-8' '{"text":"\355\240\200"}'
	bad 10 'invalid UTF-8' '{"text":"\340\244"}'
	bad 10 'invalid UTF-8' '{"text":"\364\220\200\200"}'
	bad 10 'invalid UTF-8' '{"text":"\377"}'
	bad 13 'invalid UTF-8' '{"text":"\340\244\225\312x"}'
	bad 10 'lone high surrogate' '{"text":"\\ud800"}'
	bad 10 'lone low surrogate' '{"text":"\\udc00"}'
	bad 10 'control character in string' '{"text":"\001"}'
	bad 10 'control character in string' '{"text":"\000"}'
	bad 9 'not a JSON value' '{"text":\000}'
	bad 10 'unknown escape' '{"text":"\\x"}'
	bad 6 'number with a leading zero' '{"a":01}'
	bad 8 'member name missing' '{"a":1,}'
}
@test "each kind of bad record has its place and reason, and is not written" { each bad_; }

deep_() {
	open=$(printf '[%.0s' $(seq 63)) close=$(printf ']%.0s' $(seq 63))
	run --separate-stderr -0 "$F" <<<"{\"a\":$open$close}"
	run --separate-stderr -1 "$F" <<<"{\"a\":[$open$close]}"
	says "$F: <stdin>:1:69: nested over 64 deep"
}
@test "64 levels are good, 65 are bad" { each deep_; }

goes_on_() {
	printf '{"id":1,"text":"क"}\nx\n{"id":2,"text":"ख"}\ny\n' >in
	run --separate-stderr -1 "$F" -r rej in
	[ "$(wc -l <<<"$output")" -eq 2 ]
	[ "$(cat rej)" = "$(printf 'x\ny')" ]
	run --separate-stderr -3 "$F" -s in
	[ "$(wc -l <<<"$output")" -eq 1 ]
	says "$F: in:2:1: not a JSON object"
	seq 30 | run --separate-stderr -1 "$F"
	seq 30 >in
	run --separate-stderr -1 "$F" in
	[ "$(wc -l <<<"$stderr")" -eq 21 ]
	[ "${stderr##*$'\n'}" = "$F: 30 bad records, 20 shown" ]
}
@test "a bad record stops nothing but -s; -r keeps it; 20 are shown" { each goes_on_; }

rejects_() {
	printf 'a\r\n\377b\n{"text":1}' >in
	run --separate-stderr -1 "$F" -r rej in
	cmp in rej
}
@test "rejects are byte for byte what came" { each rejects_; }

lossless_() {
	printf '%s\n' '{ "z" : 1.0e+2 ,"a":"\u0041\/","a":[ ],"n":-0,"é":null,"\u0074ext2":"x" }' >in
	run --separate-stderr -0 "$F" in
	same "$(cat in)"
	printf '%s\n' '{"z":1.50,"text":"\u0928मस्ते।","z":{ },"id":"q"}' >in
	run --separate-stderr -0 "$F" in
	[[ $output == '{"z":1.50,"text":"'*'"z":{ },"id":"q'* ]]
}
@test "members that are not set keep bytes, order, spelling, duplicates" { each lossless_; }

last_() {
	run --separate-stderr -0 "$F" <<<'{"text":5,"text":"एक।"}'
	[[ $output == '{"text":5,"text":"एक।"'* ]]
	run --separate-stderr -0 "$F" <<<'{"\u0074ext":"एक।","text":null}'
	same '{"\u0074ext":"एक।","text":null}'
}
@test "of two members of one name the last counts" { each last_; }

full_() {
	[ -e /dev/full ] || skip
	run --separate-stderr -3 bash -c "$F good >/dev/full"
	says "$F: <stdout>: No space left on device"
	run --separate-stderr -3 bash -c "$F good >&-"
	[[ $stderr == "$F: <stdout>: "* ]]
	run --separate-stderr -1 bash -c "$F <&-"
	[[ $stderr == "$F: <stdin>: "* ]]
}
@test "a full device and a closed output are 3, a closed input is 1" { each full_; }

gone_() {
	for i in 1 2 3 4 5 6 7 8 9 10; do cat good good good good; done >many
	for i in 1 2 3 4 5 6 7 8 9 10; do cat many many many many many; done >more
	cat more more more more more more >many
	# dedupe would drop them all: let it mark them.
	all=$F
	[ "$F" != dedupe ] || all='dedupe -m'
	run --separate-stderr bash -c "$all many | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}"
	same 141
	says ''
	run --separate-stderr bash -c "trap '' PIPE; $all -u many | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}"
	same 3
	says ''
}
@test "a reader that leaves ends us in silence" { each gone_; }

live_() {
	# The pipe stays open until the answer is there: no clock decides.
	rm -f fifo
	mkfifo fifo
	"$F" <fifo >answer &
	pid=$!
	exec 9>fifo
	cat good >&9
	for i in $(seq 500); do
		[ -s answer ] && break
		sleep .02
	done
	[ -s answer ]
	ok=$?
	exec 9>&-
	wait "$pid"
	return "$ok"
}
@test "output leaves when the input pauses" { each live_; }

locale_() {
	a=$(LC_ALL=C "$F" good | od -c) b=$(LC_ALL=C.UTF-8 "$F" good | od -c)
	[ "$a" = "$b" ]
}
@test "the locale changes no byte" { each locale_; }

long_() {
	run --separate-stderr -1 bash -c "{ head -c 70000000 /dev/zero | tr '\\0' a; echo; cat good; } | $F -r rej"
	says "$F: <stdin>:1:67108865: line is longer than 64 MiB"
	[[ $output == *'"id":"a'* ]]
	[ "$(wc -c <rej)" -eq 70000001 ]
	rm -f rej
}
@test "a line over 64 MiB is one bad record" { each long_; }

tsv_() {
	run --separate-stderr -0 "$F" -o tsv -c id,none good
	[ "${lines[0]}" = "$(printf 'id\tnone')" ]
	[[ ${lines[1]} == a* ]]
	printf 'id\ttext\n1\tएक।\\n\n2\n' >in
	run --separate-stderr -1 "$F" -i tsv in
	says "$F: in:3:2: fewer cells than the header"
	[[ $output == *'"id":"1'*'"text":"एक।'* ]]
}
@test "tables come in and go out" { each tsv_; }

small_() {
	# 16 MB in; then, while the pipe is still open, what is held.
	rm -f fifo answer
	mkfifo fifo
	"$F" <fifo >answer &
	pid=$!
	exec 9>fifo
	cat big >&9
	echo '{"id":"last","text":"अंतिम शब्द।"}' >&9
	for i in $(seq 1000); do
		! grep -q '"id":"last' answer || break
		sleep .02
	done
	kb=$(awk '/^RssAnon/ { print $2 }' "/proc/$pid/status")
	exec 9>&-
	wait "$pid"
	echo "$kb kB"
	[ "$kb" -lt 20000 ]
}
@test "memory does not grow with the stream" {
	[ -e /proc/self/status ] || skip 'no /proc'
	case ${DHARA_BUILD-} in *san*) skip 'a sanitizer takes its own' ;; esac
	text=$(printf 'यह दिल्ली का एक वाक्य है। %.0s' $(seq 100))
	for i in $(seq 250); do
		printf '{"id":%d,"text":"%s"}\n' "$i" "$text"
	done >part
	for i in $(seq 10); do cat part; done >big
	each small_
}
