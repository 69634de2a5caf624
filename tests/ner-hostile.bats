load helper

# Texts and files that are made to break ner.

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

# The sanitizers want more memory than any limit leaves.
limit() {
	case ${DHARA_BUILD:-} in
	*san*) skip "no limit of memory under the sanitizers" ;;
	esac
	ulimit -v "$1"
}

copies() {	# N FILE
	for ((i = 0; i < $1; i++)); do
		cat "$2"
	done
}

@test "a long text is looked at in pieces, and nothing is lost between" {
	cat "$ROOT"/seeds/*.txt >one
	c=$(($(wc -c <one) * 10))
	copies 60 one >many
	ner -i file one | jq -c '.entities[] | [.text, .type]' >want
	[ -s want ]
	n=$(ner -i file -o conll one | grep -c .)
	[ $((n * 60)) -gt 131072 ]
	ner -i file -b many >out
	jq -c '.entities[] | [.text, .type]' out >got
	copies 60 want | cmp - got
	# Ten copies on, they stand so many bytes on.
	n=$(($(wc -l <want) * 10))
	jq '.entities[].start' out | awk -v n="$n" -v c="$c" '{ at[NR] = $1 }
	    NR > n && $1 != at[NR - n] + c { print NR, $1 }' >bad
	[ ! -s bad ]
	# The same tokens and tags, whatever is written.
	ner -i file -o conll one >want
	ner -i file -o conll many >got
	copies 60 want | grep . | cmp - <(grep . got)
	ner -i conll -o conll got | cut -f 1,2 | cmp - got
	tr -s '\n' <got >block
	ner -i conll -o conll block | cut -f 1,2 | grep . | cmp - block
}

@test "memory is bounded by the record's length, not its tokens" {
	limit 600000
	head -c 16000000 /dev/zero | tr '\000' . >in
	run --separate-stderr -0 bash -c 'ner -i lines in | tail -c 18'
	same '."'',"entities":[]}'
	head -c 4000000 in | sed 's/\./5 km /g' >many
	run --separate-stderr -0 bash -c 'ner -i lines -o conll many | tail -n 4'
	same $'km\tI-NUM\n5\tB-NUM\nkm\tI-NUM'
}

@test "-p takes linear time in the number of sentences" {
	n=400000
	case ${DHARA_BUILD:-} in
	*san*) n=10000 ;;
	esac
	yes 'मोदी।' | head -n "$n" | tr -d '\n' >in
	timeout 60 ner -p -i lines in | jq '.entities | length > 1000' >out
	[ "$(cat out)" = true ]
}

@test "what White_Space says is no token; U+2028 ends a line" {
	printf 'a\302\205b\342\200\250c\342\200\257d\343\200\200e\n' >in
	run --separate-stderr -0 ner -i lines -o conll in
	same $'a\tO\nb\tO\n\nc\tO\nd\tO\ne\tO'
}

@test "a pipe as a list is read, as a model it is refused" {
	mkfifo p
	run --separate-stderr -3 timeout 20 ner -m p </dev/null
	says 'ner: p: not a regular file'
	printf 'नीली झील\tLOC\tl\n' >p &
	echo 'नीली झील' | timeout 20 ner -g p -i lines >out
	run -0 jq -r '.entities[].id' out
	same l
	run --separate-stderr -3 ner -m . </dev/null
	says 'ner: .: Is a directory'
	run --separate-stderr -3 ner -g . </dev/null
	says 'ner: .: Is a directory'
}

dates() {	# the values of the dates in a text, told on a day
	printf '{"date":"%s","text":"%s"}\n' "$1" "$2" | ner -t DATE |
	    jq -c '[.entities[] | [.text, .value]]'
}

@test "no year is written as 0000 or 10000" {
	while IFS='|' read -r day text want; do
		got=$(dates "$day" "$text")
		[ "$got" = "$want" ] || { echo "$text: $got"; return 1; }
	done <<-'END'
	9999-12-31|जनवरी में|[["जनवरी",null]]
	9999-12-31|अगले साल जुलाई|[["अगले साल जुलाई",null]]
	0001-01-01|पिछले साल जुलाई|[["पिछले साल जुलाई",null]]
	0001-01-05|25 December|[["25 December",null]]
	9999-07-01|next January|[["next January",null]]
	0001-07-01|last December|[["last December",null]]
	9999-11-11|25 December - 5 January|[["25 December","9999-12-25"],["5 January",null]]
	2024-07-04|next 9000 years|[["next 9000 years",null]]
	END
}

@test "an interval has days that there are, the first before the last" {
	while IFS='|' read -r day text want; do
		got=$(dates "$day" "$text")
		[ "$got" = "$want" ] || { echo "$text: $got"; return 1; }
	done <<-'END'
	2024-07-04|30 से 31 फरवरी|[["31 फरवरी",null]]
	2024-07-04|31 जून से 5 जुलाई|[["31 जून",null],["5 जुलाई","2024-07-05"]]
	2024-07-04|5 July 2024 to 3 July 2024|[["5 July 2024","2024-07-05"],["3 July 2024","2024-07-03"]]
	2024-07-04|28 से 29 फरवरी|[["28 से 29 फरवरी","2024-02-28/2024-02-29"]]
	2023-07-04|28 से 29 फरवरी|[["29 फरवरी",null]]
	x|28 से 29 फरवरी|[["28 से 29 फरवरी","XXXX-02-28/XXXX-02-29"]]
	x|28 दिसंबर से 3 जनवरी|[["28 दिसंबर से 3 जनवरी","XXXX-12-28/XXXX-01-03"]]
	x|December 2024 to February|[["December 2024 to February","2024-12/2025-02"]]
	x|दिसंबर से फरवरी 2025|[["दिसंबर से फरवरी 2025","2024-12/2025-02"]]
	x|July 2024 to March 2024|[["July 2024","2024-07"],["March 2024","2024-03"]]
	END
}

@test "-a: an acronym that is a person's name, too, is found once" {
	printf 'विश्व लोक संगठन\tORG\nराम कमल\tPER\n' >own
	echo 'राम कमल बोले। विश्व लोक संगठन (कमल) में।' >in
	run -0 bash -c "ner -a -p -g own -i lines in |
	    jq -c '[.entities[] | [.text, .type, .p]]'"
	same '[["राम कमल","PER",1],["विश्व लोक संगठन","ORG",1],["कमल","ORG",0.5]]'
}

@test "a damaged list may cost names, but its ids are UTF-8 or none" {
	printf 'नीली झील\tLOC\tab\n' >own
	ner-train -G -o list own
	cp list bad
	printf '\377\376' | dd of=bad bs=1 conv=notrunc \
	    seek=$(($(wc -c <list) - 2)) 2>err
	echo 'नीली झील' >in
	run -0 bash -c "ner -g list -i lines in | jq -c '.entities[0].id'"
	same '"ab"'
	run --separate-stderr -0 ner -g bad -i lines in
	[[ $output != *'"id"'* && $output == *'"LOC"'* ]]
}
