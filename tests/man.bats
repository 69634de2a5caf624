load helper

# The pages: clean, true to the programs, and their examples run.

@test "the pages are clean" {
	command -v mandoc >/dev/null
	cd "$ROOT/man"
	run bash -c "mandoc -T lint -W style ./*.[157] 2>&1 |
	    grep -Ev 'referenced manual not found|mandoc.db'"
	same ''
}

synopsis() {	# what the page says, on one line
	mandoc -T ascii "$ROOT/man/$1.1" |
	    sed "s/.$(printf '\010')//g" |
	    sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' |
	    tr -s ' \n\t' ' ' | sed 's/^ //; s/ $//'
}

@test "usage is the synopsis" {
	for f in $FILTERS ner-train; do
		want="usage: $(synopsis "$f")"
		got=$("$f" -h | tr -s ' \n' ' ' | sed 's/ $//')
		[ "$got" = "$want" ] || { echo "$got"; echo "$want"; return 1; }
	done
}

@test "each option has its entry" {
	for f in $FILTERS ner-train; do
		for o in $("$f" -h | tr -s ' \n' ' ' | grep -o '\[-[A-Za-z]*' |
		    sed 's/\[-//; s/./& /g'); do
			grep -q "^\.It Fl $o" "$ROOT/man/$f.1" ||
			    { echo "$f -$o"; return 1; }
		done
	done
}

# Commands and what they print, of the examples of one page, run in order.
examples() {
	cd "$BATS_TEST_TMPDIR"
	cp -r "$ROOT/seeds" .
	# Literal displays of the source, mdoc's \e made a backslash.
	awk '/^\.Sh / { in_ex = /EXAMPLES/ }
	    in_ex && /^\.Bd -literal/ { lit = 1; next }
	    /^\.Ed/ { lit = 0 }
	    in_ex && lit { gsub(/\\e/, "\\"); print }' "$ROOT/man/$1" >lines
	[ -s lines ]
	awk '/^\$ / { n++; cmd = substr($0, 3); print cmd >n ".cmd"; next }
	    /^> / { print substr($0, 3) >n ".cmd"; next }
	    { print >n ".want" }' lines
	for c in *.cmd; do
		n=${c%.cmd}
		bash "$c" >"$n.got" 2>"$n.err" ||
		    { echo "status $?"; cat "$c" "$n.err"; return 1; }
		[ ! -e "$n.want" ] || diff "$n.want" "$n.got" ||
		    { cat "$c"; return 1; }
	done
}

@test "the examples of dhara-record(5) run" { examples dhara-record.5; }
@test "the examples of dhara(7) run" { examples dhara.7; }
@test "the examples of segment(1) run" { examples segment.1; }
@test "the examples of script-detect(1) run" { examples script-detect.1; }
@test "the examples of ner(1) run" { examples ner.1; }
@test "the examples of ner-train(1) run" { examples ner-train.1; }
@test "the examples of dedupe(1) run" { examples dedupe.1; }

@test "each reason a record can be bad has its entry" {
	lib=$ROOT/filters/lib
	{
		grep -o 'fault(j, [a-z]*, .*"' "$lib/json.c"
		grep -A 3 'reject(r, ' "$lib/rec.c"
		grep -A 3 'msg_bad(in_name' "$lib/rec.c"
		grep 'rec_bad(r, ' "$lib/recout.c"
	} | grep -o '"[^"]*"' | tr -d '"' | sort -u >"$BATS_TEST_TMPDIR/why"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/why")" -ge 20 ]
	while read -r why; do
		why=${why#\\\\u }
		grep -qF "$why" "$ROOT/man/dhara-record.5" ||
		    { echo "$why"; return 1; }
	done <"$BATS_TEST_TMPDIR/why"
}

# Indented lines of the README: those behind "$ " up to the first that does
# not end in | are the command, the rest is what it prints.
@test "the pipeline of the README prints what it says" {
	cd "$ROOT"
	sed -n '/^    \$ segment/,/^$/p' README.md | sed '/^$/d; s/^    //' \
	    >"$BATS_TEST_TMPDIR/lines"
	awk -v d="$BATS_TEST_TMPDIR" '!out { sub(/^\$ /, ""); print >d "/cmd"
	    out = !/\|$/; next } { print >d "/want" }' "$BATS_TEST_TMPDIR/lines"
	bash "$BATS_TEST_TMPDIR/cmd" >"$BATS_TEST_TMPDIR/got"
	diff "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}
