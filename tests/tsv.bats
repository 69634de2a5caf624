load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	printf 'text\tx\nA b.\t1\n' >a.tsv
}

@test "a bad header makes its table bad, and takes no name from the last" {
	printf 'x\377\ttext\nq\tc d.\n' >b.tsv
	run --separate-stderr -1 segment -i tsv -o tsv -c x,text -r rej \
	    a.tsv b.tsv a.tsv
	same $'x\ttext\n1\tA b.\n1\tA b.'
	says $'segment: b.tsv:1:2: invalid UTF-8
segment: b.tsv:2:1: the header of the table is bad'
	cmp rej b.tsv
}

@test "an empty table after a good one is no error" {
	: >b.tsv
	run --separate-stderr -0 segment -i tsv -o text a.tsv b.tsv
	same 'A b.'
	says ''
}

@test "-i file -f id has one id" {
	printf 'A b.' >g.txt
	run --separate-stderr -0 script-detect -L -i file -f id g.txt
	same '{"id":"A b.","script":"Latn","scripts":{"Latn":1},"mixed":false}'
}
