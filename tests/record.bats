load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

@test "-i lines: each line is a text" {
	run --separate-stderr -0 script-detect -L -i lines -o text <<<$'एक "दो"\nthree'
	same $'एक "दो"\nthree'
	run --separate-stderr -0 script-detect -L -i lines <<<'a"b\c'
	same '{"text":"a\"b\\c","script":"Latn","scripts":{"Latn":1},"mixed":false}'
}

@test "-i file: each operand is a record; its id is its name without ending" {
	mkdir d
	printf 'पहला।\nदूसरा।\n' >d/x.y.txt
	run --separate-stderr -0 segment -i file d/x.y.txt
	[ "$(jq -c '[.id,.doc,.para,.start,.end]' <<<"$output")" = \
	    "$(printf '["x.y#1","x.y",1,0,5]\n["x.y#2","x.y",2,6,12]')" ]
	run --separate-stderr -0 segment -i file <d/x.y.txt
	[ "$(jq -r .id <<<"${lines[0]}")" = "1#1" ]
}

@test "a record without an id has the number of its line over all inputs" {
	printf '{"text":"क।"}\n' >a
	cp a b
	run --separate-stderr -0 bash -c 'segment a b | jq -r .doc | tr "\n" " "'
	same '1 2 '
	run --separate-stderr -0 bash -c 'echo "{\"id\":12.50,\"text\":\"क।\"}" | segment | jq -r .id'
	same '12.50#1'
}

@test "-f reads another member" {
	run --separate-stderr -0 script-detect -L -f body <<<'{"text":"abc","body":"કખ"}'
	same '{"text":"abc","body":"કખ","script":"Gujr","scripts":{"Gujr":1},"mixed":false}'
}

@test "escapes are read, and written only where they must be" {
	run --separate-stderr -0 segment <<<'{"text":"\u0928\u092e\u0938\u094d\u0924\u0947 \"\\\/\u0001\u2028।"}'
	[[ $output == *'"text":"नमस्ते \"\\/\u0001'$'\342\200\250''।"'* ]]
}

@test "-o tsv escapes what would break the table" {
	run --separate-stderr -0 script-detect -L -o tsv -c text,script <<<'{"text":"a\tb\nc\\d"}'
	same $'text\tscript\na\\tb\\nc\\\\d\tLatn'
	run --separate-stderr -0 script-detect -L -o tsv -c script </dev/null
	same 'script'
}

@test "-o tsv without -c takes the first record's members; others do not fit" {
	printf '{"text":"a"}\n{"text":"b","x":1}\n{"text":"c"}\n' >in
	run --separate-stderr -1 script-detect -L -o tsv in
	same $'text\tscript\tscripts\tmixed\na\tLatn\t{"Latn":1}\tfalse\nc\tLatn\t{"Latn":1}\tfalse'
	says 'script-detect: in:2:9: a member has no column in the table: use -c'
}

@test "offsets are code points, -b bytes; jq agrees" {
	printf '%s\n' '{"text":"😀 पहला। दूसरा।"}' >in
	run --separate-stderr -0 bash -c 'segment -a in | jq -r ".text as \$t | .segments[] | \$t[.start:.end]"'
	same $'😀 पहला।\nदूसरा।'
	run --separate-stderr -0 bash -c 'segment -b in | jq -c "[.start,.end]"'
	same $'[0,20]\n[21,39]'
}

@test "what is there already is replaced where it stands" {
	run --separate-stderr -0 script-detect -L <<<'{"script":"X","text":"a","mixed":7}'
	same '{"script":"Latn","text":"a","mixed":false,"scripts":{"Latn":1}}'
}

@test "-r that cannot be opened is status 3" {
	run --separate-stderr -3 segment -r none/x </dev/null
	says 'segment: none/x: No such file or directory'
}

@test "a big stream takes no memory" {
	printf '{"text":"%s"}\n' "$(printf 'यह एक वाक्य है। %.0s' $(seq 200))" >one
	for i in 1 2 3 4 5 6 7; do cat one one one one >two; mv two one; done
	[ "$(wc -c <one)" -gt 100000000 ]
	# 64 MiB of address space beyond what ICU's data takes is plenty.
	case $DHARA_BUILD in *san*) skip 'a sanitizer takes its own' ;; esac
	run --separate-stderr -0 bash -c 'ulimit -v 120000; segment one | wc -l'
	[ "$output" -gt 1000000 ]
}

@test "the vector kernels agree with the scalar ones on whole programs" {
	for f in segment script-detect ner; do
		a=$(DHARA_CPU=scalar $f -i file "$ROOT"/seeds/*.txt | cksum)
		b=$(DHARA_CPU=avx2 $f -i file "$ROOT"/seeds/*.txt | cksum)
		c=$($f -i file "$ROOT"/seeds/*.txt | cksum)
		[ "$a" = "$b" ]
		[ "$b" = "$c" ]
	done
}

@test "the pipeline of the demo ties names over scripts" {
	run --separate-stderr -0 bash -c "segment -i file '$ROOT'/seeds/*.txt |
	    script-detect | ner | dedupe -m | '$ROOT/scripts/digest'"
	[ -z "$stderr" ]
	[[ $output == *"जयशंकर"*"in 000 001 002 003 004"* ]]
}

@test "lines, tables and files with invalid UTF-8 are bad, by place" {
	printf 'क\n\340\244x\n\000 \n' >in
	run --separate-stderr -1 script-detect -L -i lines -o text -r rej in
	says 'script-detect: in:2:1: invalid UTF-8'
	[ "$(od -c <rej)" = "$(printf '\340\244x\n' | od -c)" ]
	printf 'text\tx\nक\t\377\nख\ty\n' >in
	run --separate-stderr -1 script-detect -L -i tsv -o tsv -c x in
	says 'script-detect: in:2:5: invalid UTF-8'
	same $'x\ny'
	printf 'क\nख\355\240\200' >in
	run --separate-stderr -1 script-detect -L -i file in
	[ -z "$output" ]
	[[ $stderr == 'script-detect: in:'*': invalid UTF-8' ]]
}

@test "a table goes in and out unchanged" {
	printf 'id\ttext\tz\n1\ta\\tb\\\\n\\n\tक\n2\t\t\n' >in
	run --separate-stderr -0 script-detect -f absent -i tsv -o tsv in
	same "$(cat in)"
	run --separate-stderr -0 bash -c 'script-detect -f absent -i tsv in | script-detect -f absent -o tsv'
	same "$(cat in)"
}

@test "(record; sleep) | segment | head -n 1 answers before the sleep ends" {
	# What comes first is seen in one file that both append to.
	run bash -c '{ echo "{\"text\":\"नमस्ते।\"}"; sleep 1; echo slept >>log; } |
	    segment | { head -n 1 >/dev/null; echo answered >>log; }'
	[ "$(head -n 1 log)" = answered ]
}

@test "-r never empties an input" {
	printf '{"text":"a"}\nbad\n' >in
	for f in $FILTERS; do
		run --separate-stderr -2 "$f" -r in in
		[[ $stderr == "$f: -r: in is an input"* ]]
		run --separate-stderr -2 bash -c "$f -r in <in"
		[[ $stderr == "$f: -r: in is the input"* ]]
	done
	[ "$(wc -l <in)" -eq 2 ]
	printf 'old\nold\nold\n' >rej
	run --separate-stderr -1 segment -r rej in
	[ "$(cat rej)" = bad ]
}

@test "-f cannot name what is written" {
	run --separate-stderr -2 segment -f id </dev/null
	[[ $stderr == "segment: -f: id is what is written"* ]]
	run --separate-stderr -2 script-detect -f lang </dev/null
	run --separate-stderr -2 ner -f entities </dev/null
	run --separate-stderr -2 dedupe -f dup_of </dev/null
	[ -z "$output" ]
}

@test "a file over 64 MiB is kept whole by -r, newlines and all" {
	yes 'abcdefghi jkl' | head -c 71000000 >big
	run --separate-stderr -1 bash -c 'cat big | segment -i file -r rej'
	cmp big rej
	rm -f big rej
}

@test "rejects of two files stay two lines" {
	printf '{"a":1' >x
	printf '{"b":2\n' >y
	run --separate-stderr -1 segment -r rej x y
	[ "$(cat rej)" = $'{"a":1\n{"b":2' ]
}

@test "-c has no empty names, a table no thousand columns of its own" {
	run --separate-stderr -2 segment -o tsv -c a,,b </dev/null
	[[ $stderr == 'segment: -c: empty name'* ]]
	run --separate-stderr -2 segment -o tsv -c '' </dev/null
	{
		printf '{"text":"a"'
		for i in $(seq 1100); do printf ',"m%s":1' "$i"; done
		echo '}'
	} >wide
	run --separate-stderr -1 script-detect -L -o tsv wide
	[[ $stderr == *'too many members for a table: use -c' ]]
	run --separate-stderr -0 script-detect -L -o tsv -c script,m1099 wide
	same $'script\tm1099\nLatn\t1'
}

@test "a file whose name is not UTF-8 goes by its number" {
	name=$(printf 'a\377.txt')
	echo 'x' >"$name" || skip 'no such names here'
	run --separate-stderr -0 bash -c 'segment -i file "$1" | jq -r .doc' sh "$name"
	same '1'
}
