load helper

# Labels of Gujarati lines put on aligned lines in another language.

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	mkdir -p raw/ntrex/NTREX-128 ner/dev train
	N=raw/ntrex/NTREX-128/newstest2019-ref
	printf '%s\n' 'મોદી અમદાવાદમાં છે.' 'ઇયુ ગાંધીને મળ્યું.' 'આ નેહરુ છે.' \
	    'તે સુરત છે.' 'અને આ સુરત.' >$N.guj.txt
	printf '%s\n' 'मोदी अहमदाबाद में हैं।' 'यूरोपीय संघ गांधी से मिला।' \
	    'ये नेहरू हैं।' 'वह सूरत है।' 'और यह सूरत।' >$N.hin.txt
	printf '%s\tO\n' તે સુરત છે . >ner/dev/gu-ntrex99.conll
	{
		printf 'મોદી\tB-PER\nઅમદાવાદમાં\tB-LOC\nછે\tO\n.\tO\n\n'
		printf 'ઇયુ\tB-ORG\nગાંધીને\tB-PER\nમળ્યું\tO\n.\tO\n\n'
		printf 'આ\tO\nનેહરુ\tB-PER\nછે\tO\n.\tO\n\n'
	} >train/gu-hand.conll
	printf 'ये\tO\nनेहरू\tB-PER\nहैं\tO\n।\tO\n\n' >train/hi-hand.conll
	: >none
	project=$BATS_TEST_DIRNAME/../scripts/ner-project
}

@test "names of one sound are found; what is not known is a question mark" {
	run -0 "$project" -a none . train hi
	printf '%s\n' 'मोदी	B-PER' 'अहमदाबाद	B-LOC' 'में	O' 'हैं	O' '।	O' '' \
	    'यूरोपीय	?' 'संघ	?' 'गांधी	B-PER' 'से	?' 'मिला	?' '।	?' >want
	same "$(cat want)"
}

@test "names by hand make a line whole" {
	printf '2\tORG\tयूरोपीय संघ\n2\tLOC\t-\n' >hand
	run -0 "$project" -a hand . train hi
	[[ $output == *'यूरोपीय	B-ORG
संघ	I-ORG
गांधी	B-PER
से	O
मिला	O
।	O'* ]]
	printf '1\tLOC\t-\n2\tPER\t-\n' >hand
	run -0 "$project" -a hand . train hi
	[[ $output == *'यूरोपीय	O
संघ	O'* ]]
}

@test "a model's names are taken where as many are missing" {
	for i in 1 2 3 4 5 6; do
		printf 'यूरोपीय\tB-ORG\nसंघ\tI-ORG\nआया\tO\n\n'
		printf 'कल\tO\nमिला\tO\n।\tO\n\n'
	done >more
	ner-train -e 20 -o m more 2>err
	run -0 "$project" -a none -m m . train hi
	[[ $output == *'यूरोपीय	B-ORG
संघ	I-ORG
गांधी	B-PER
से	O'* ]]
}

@test "lines that ner-split holds back are left out with -h" {
	run -0 "$project" -h -a none . train hi
	[[ $output == *'मोदी	B-PER'* ]]
	run ! grep -q 'नेहरू' <<<"$output"
	printf '\n' >train/hi-hand.conll
	run -0 "$project" -a none . train hi
	[[ $output == *'नेहरू	B-PER'* ]]
	run -0 "$project" -h -a none . train hi
	run ! grep -q 'नेहरू' <<<"$output"
}

@test "a file that is missing is an error, not an empty one" {
	for f in train/hi-hand.conll ner/dev/gu-ntrex99.conll $N.hin.txt; do
		mv "$f" gone
		run --separate-stderr -1 "$project" -a none . train hi
		[[ -z $output && $stderr == *"/$(basename "$f"): cannot read" ]]
		mv gone "$f"
	done
	run --separate-stderr -3 "$project" -a none -m gone . train hi
	says 'ner: gone: No such file or directory'
}

@test "ner-split: what it links is found, however DATA is named" {
	mkdir ner/train
	cp train/gu-hand.conll ner/train
	printf 'a\tO\n\n' >ner/train/en-tweets.conll
	"$BATS_TEST_DIRNAME/../scripts/ner-split" . out
	cmp ner/train/en-tweets.conll out/train/en-tweets.conll
	[ -s out/train/gu-hand.conll ]
}

@test "what is marked by hand is well formed" {
	for f in "$BATS_TEST_DIRNAME"/../filters/ner/aligned/*.tsv; do
		run ! grep -nvP '^[0-9]+\t(PER|LOC|ORG)\t\S+( \S+)*$' "$f"
		same ''
	done
}
