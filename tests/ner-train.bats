load helper

# Learning a model: made-up words, types of one's own.

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	for b in mirka tolvu sanne ugrik; do
		for r in Belu Okka Varda; do
			printf '%s\tB-BEAST\nlo\tO\n%s\tB-RIVER\nne\tO\n\n' $b $r
		done
	done >zo
}

@test "types of one's own are learned and found" {
	run --separate-stderr -0 ner-train -e 20 -o m zo
	same ''
	[[ $stderr == *'zo: 48 tokens'* ]]
	[[ $stderr == *'epoch 20: loss'* ]]
	echo 'ugrik lo Nevu ne' | ner -m m -i lines >out
	run -0 jq -c '[.entities[] | [.type, .text]]' out
	same '[["BEAST","ugrik"],["RIVER","Nevu"]]'
	echo 'ugrik lo Nevu ne' | ner -m m -t RIVER -p -i lines >out
	run -0 jq -c '[.entities[] | [.type, .p > 0.5, .p <= 1]]' out
	same '[["RIVER",true,true]]'
	run --separate-stderr -2 ner -t RIVER </dev/null
	[[ $stderr == *'-t: unknown type in: RIVER'* ]]
}

@test "the same bytes from the same input; a seed changes them" {
	ner-train -o a zo 2>err
	ner-train zo >b 2>err
	cmp a b
	ner-train -S 7 -o c zo 2>err
	run -1 cmp -s a c
}

@test "a question mark is a tag that nothing is learned from" {
	sed 's/^tolvu.*/tolvu\t?/; s/^Okka.*/Okka\t?/' zo >part
	ner-train -e 20 -o m part 2>err
	echo 'sanne lo Okka ne' | ner -m m -i lines >out
	run -0 jq -c '[.entities[] | [.type, .text]]' out
	same '[["BEAST","sanne"],["RIVER","Okka"]]'
}

@test "development text: the best is kept, scores are told by type" {
	run --separate-stderr -0 ner-train -e 9 -d zo -o m zo
	[[ $stderr == *'dev F1 1.0000'* ]]
	[[ $stderr == *'BEAST           P 1.000 R 1.000 F1 1.000 of 12'* ]]
	[[ $stderr == *'RIVER           P 1.000 R 1.000 F1 1.000 of 12'* ]]
	[[ $stderr != *'epoch 9'* ]]
}

@test "weights, a list of files, standard input" {
	printf '# a comment\n2\ten\tzo\n.5\tmr\tzo\n' >list
	run --separate-stderr -0 ner-train -e 1 -l list -o m
	[[ $stderr == *'24 sentences'* ]]
	run --separate-stderr -0 ner-train -e 1 -o m 0.5:zo:- <zo
	[[ $stderr == *'-: 48 tokens'* ]]
	printf '2\tzo\n' >list
	run --separate-stderr -3 ner-train -l list
	says 'ner-train: list:1: want weight TAB language TAB file'
	run --separate-stderr -2 ner-train 0:zo:zo
	[[ $stderr == *'weight from 0 to 1000: 0:zo:zo'* ]]
}

@test "a wrong line is named" {
	bad() {
		printf '%b' "$1" >f
		run --separate-stderr -3 ner-train f
		says "ner-train: f:$2"
	}
	bad 'a\tO\nb\n' '2: want a token, a tab and a tag'
	bad 'a\tO\n\nb\tPER\n' \
	    '3: want O, ?, B-TYPE or I-TYPE as the last column'
	bad 'a\tB-\n' '1: want O, ?, B-TYPE or I-TYPE as the last column'
	bad '\377\tO\n' '1: invalid UTF-8'
	bad 'a\tB-SIXTEEN_LETTERS_\n' '1: a type has 1 to 15 letters, and no space, comma, quote or backslash'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
		printf 'a\tB-T%d\n' "$i"
	done >f
	run --separate-stderr -3 ner-train f
	says 'ner-train: f:16: over 15 types'
	printf 'a\tO\n' >f
	run --separate-stderr -3 ner-train f
	[[ $stderr == *'no B tag in all the files'* ]]
	run --separate-stderr -3 ner-train none
	says 'ner-train: none: No such file or directory'
	run --separate-stderr -2 ner-train
	[[ $stderr == *'nothing to learn from'* ]]
	run --separate-stderr -2 ner-train -x nothing zo
	[[ $stderr == *'-x: unknown group in: nothing'* ]]
	run --separate-stderr -3 ner-train -o /dev/full zo
	[[ $stderr == *'/dev/full: No space left on device'* ]]
}

@test "a small model: what it has room for is learned on; the mean of runs" {
	for i in 1 2 3 4 5 6 7 8; do
		sed "s/^\([a-z]*\)	/\1$i	/" zo
	done >more
	run --separate-stderr -0 ner-train -e 20 -r 2 -z 4096 -o m zo more
	[[ $stderr == *' features stay'* ]]
	[ "$(grep -c 'epoch 20: ' <<<"$stderr")" -eq 2 ]
	[ "$(wc -c <m)" -le 4096 ]
	echo 'ugrik lo Nevu ne' | ner -m m -i lines >out
	run -0 jq -c '[.entities[] | [.type, .text]]' out
	same '[["BEAST","ugrik"],["RIVER","Nevu"]]'
	# Those that stay are learned on, however good all of them were.
	run --separate-stderr -0 ner-train -e 10 -z 4096 -d zo -o m zo more
	[[ $stderr == *' features stay'*'epoch 6: '* ]]
	ner-train -o one zo 2>err
	run ! grep stay err
	ner-train -r 3 -o three zo 2>err
	run -1 cmp -s one three
}

@test "a tag that ner would refuse, or with NUL, is refused here" {
	for t in '\0-X' 'B-\001' 'B-X\0Y' 'Q-X' 'B-X"'; do
		printf "a\\t$t\\n" >f
		run --separate-stderr -3 ner-train f
		[[ $stderr == 'ner-train: f:1: '* ]]
	done
	: >f
	run --separate-stderr -3 ner-train f
	[[ $stderr == *'ner-train: no token in all the files' ]]
}

@test "what is wrong with -o and -z is told before the learning" {
	run --separate-stderr -3 ner-train -o none/m zo
	says 'ner-train: none/m: No such file or directory'
	run --separate-stderr -2 ner-train -G -K zo
	[[ $stderr == 'ner-train: -G and -K are two things'* ]]
	seq 9999 | awk '{ printf "w%d\t%d\n", $1, $1 % 1024 }' >classes
	run --separate-stderr -3 ner-train -C classes -z 4096 -o m zo
	[[ $stderr == *'ner-train: -z: types and words alone take '*' bytes' ]]
	[[ $stderr != *epoch* ]]
	ner-train -e 1 -z 4096 -o m zo 2>err
	[ "$(wc -c <m)" -le 4096 ]
	# What was there goes, however long it was.
	head -c 99999 /dev/zero >old
	ner-train -e 1 -z 4096 -o old zo 2>err
	cmp m old
}

@test "a line of over 64 MiB is an error in every file" {
	head -c 67200000 /dev/zero | tr '\000' a >long
	for o in -C -g; do
		run --separate-stderr -3 ner-train $o long zo
		says 'ner-train: long:1: line too long'
	done
	run --separate-stderr -3 ner-train -l long
	says 'ner-train: long: cannot read'
	rm long
}

@test "15 types" {
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		printf 'x%d\tB-T%d\ny%d\tI-T%d\nand\tO\n\n' $i $i $i $i
		printf 'see\tO\nx%d\tB-T%d\ny%d\tI-T%d\n\n' $i $i $i $i
	done >f
	ner-train -e 30 -o m f 2>err
	echo 'see x13 y13' | ner -m m -i lines >out
	run -0 jq -c '[.entities[] | [.type, .text]]' out
	same '[["T13","x13 y13"]]'
}

@test "word classes from text, and a model that has them" {
	for i in 1 2 3 4 5 6; do
		cut -f 1 zo | tr '\n' ' '
		echo
	done >text
	run --separate-stderr -0 ner-train -K -o classes text
	same ''
	grep -q '^mirka	[0-9]*$' classes
	ner-train -C classes -e 3 -o m zo 2>err
	ner-train -e 3 -o n zo 2>err
	run -1 cmp -s m n
	printf 'a\t1024\n' >classes
	run --separate-stderr -3 ner-train -C classes zo
	says 'ner-train: classes:1: not a number from 0 to 1023'
	printf 'a\n' >classes
	run --separate-stderr -3 ner-train -C classes zo
	says 'ner-train: classes:1: want a word, a tab and a number'
}

@test "names of a list are known by their sound, in any script" {
	printf 'Mirka\tPER\nOkka\tLOC\n' >names
	ner-train -g names -o m zo 2>err
	ner-train -o n zo 2>err
	[ "$(wc -c <m)" -ge "$(wc -c <n)" ]
	run -1 cmp -s m n
	printf 'Mirka\n' >names
	run --separate-stderr -3 ner-train -g names zo
	says 'ner-train: names:1: want surface TAB type'
}

@test "a cut or changed model is refused with status 3" {
	ner-train -e 2 -o m zo 2>err
	size=$(wc -c <m)
	for n in 1 7 8 31 63 64 65 100 400 $((size / 2)) $((size - 1)); do
		head -c "$n" m >cut
		run --separate-stderr -3 ner -m cut </dev/null
		[[ $stderr == 'ner: cut: '* ]]
	done
	for n in 0 8 16 24 32 36 40 44 48 52 64 200 $((size - 1)); do
		cp m cut
		printf '\245' | dd of=cut bs=1 seek="$n" conv=notrunc 2>err
		run --separate-stderr -3 ner -m cut </dev/null
		[[ $stderr == 'ner: cut: '* ]]
	done
	cat m m >cut
	run --separate-stderr -3 ner -m cut </dev/null
	says 'ner: cut: model is damaged or of another version'
}
