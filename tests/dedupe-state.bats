# dedupe -S: the index over runs, whatever happens to them.

load helper

# In memory where there is such a place: each run ends in fdatasync(2), and a
# busy disk takes its time.
setup() {
	DIR=$BATS_TEST_TMPDIR
	[ ! -w /dev/shm ] || DIR=$(mktemp -d /dev/shm/dedupe.XXXXXX)
	cd "$DIR" || return 1
}

teardown() {
	cd / && rm -rf "$DIR"
}

# records FROM TO: articles of their own, each over forty words.
records() {
	awk -v a="$1" -v b="$2" 'BEGIN {
	    for (i = a; i <= b; i++) {
		printf "{\"id\":\"r%d\",\"text\":\"", i
		for (k = 0; k < 40; k++)
			printf "w%d ", (i * 7919 + k * 104729) % 1000003
		print "\"}"
	    } }'
}

# renamed: the same under other ids.
renamed() {
	sed 's/"id":"r/"id":"s/'
}

@test "what one run kept the next one drops" {
	records 1 30 >in
	run --separate-stderr -0 dedupe -S st in
	same "$(cat in)"
	run --separate-stderr -0 dedupe -S st in
	same ""
	says ""
	records 31 40 >more
	run --separate-stderr -0 dedupe -m -S st - more <<<"$(
	    records 7 7 | renamed)"
	[ "$(jq -r .dup_of <<<"${lines[0]}")" = r7 ]
	[ "$(printf '%s\n' "${lines[@]:1}" | jq -c 'del(.dup_of,.sim,.cluster)')" = \
	    "$(cat more)" ]
}

@test "-C and -e keep states of their own" {
	records 1 20 >in
	for o in -C -e; do
		dedupe $o -S st$o in >out
		cmp in out
		renamed <in >in2
		run --separate-stderr -0 dedupe $o -S st$o in2
		same ""
	done
	run --separate-stderr -3 dedupe -S st-C in
	same ""
	says "dedupe: st-C: made with -C, not with neither -C nor -e"
}

@test "other options, another file, a second process: status 3, untouched" {
	records 1 5 >in
	dedupe -S st in >out
	cp st before
	run --separate-stderr -3 dedupe -S st -n 3 in
	says "dedupe: st: made with -n 5, not 3"
	same ""
	run --separate-stderr -3 dedupe -S st -t .9 in
	says "dedupe: st: made with -t 0.8, not 0.9"
	printf 'a text that is my own, not a state\n' >mine
	cp mine kept
	run --separate-stderr -3 dedupe -S mine in
	says "dedupe: mine: not a state of dedupe"
	cmp mine kept
	run --separate-stderr -3 dedupe -S . in
	[[ "$stderr" == "dedupe: .: "* ]]
	mkfifo hold
	run --separate-stderr -3 dedupe -S hold in
	says "dedupe: hold: not a regular file"
	run --separate-stderr -3 dedupe -S nowhere/st in
	says "dedupe: nowhere/st: No such file or directory"
	dedupe -S st hold >/dev/null &
	exec 9>hold
	until ! flock -n st true; do sleep .01; done
	run --separate-stderr -3 dedupe -S st in
	says "dedupe: st: in use by another process"
	exec 9>&-
	wait
	cmp -n "$(wc -c <before)" st before
}

@test "a state that may not be written is status 3" {
	records 1 5 >in
	dedupe -S st in >/dev/null
	chmod 444 st
	[ ! -w st ] || skip "root may write everything"
	run --separate-stderr -3 dedupe -S st in
	says "dedupe: st: Permission denied"
}

@test "a state made without -T has no dates: too old for -T" {
	echo '{"id":1,"text":"a","date":100}' >in
	dedupe -S st in >/dev/null
	cp st st2
	echo '{"id":2,"text":"a","date":100}' >in2
	[ -z "$(dedupe -S st in2)" ]
	dedupe -T 50 -S st2 in2 | cmp - in2
	echo '{"id":3,"text":"a","date":150}' >in3
	[ -z "$(dedupe -T 50 -S st2 in3)" ]
}

# At every byte: tests/unit/dedupe_state.c.
@test "an end that was torn off: a message, and the entries before are known" {
	records 1 60 >in
	dedupe -u -S whole in >out
	renamed <in >in2
	head -c 9000 whole >st
	run --separate-stderr -0 dedupe -S st in2
	n=${#lines[@]}
	[ "$n" -gt 0 ] && [ "$n" -lt 60 ]
	same "$(tail -n $n in2)"
	[[ "$stderr" == "dedupe: st: unfinished entry of "*" bytes at the end: cut off" ]]
	run --separate-stderr -0 dedupe -S st in2
	same ""
	says ""
}

@test "damage before the end is status 3, with the byte; nothing is written" {
	records 1 30 >in
	dedupe -S whole in >out
	size=$(wc -c <whole)
	for at in 3 20 130 200 1000 $((size / 2)); do
		cp whole st
		byte=$(od -An -tu1 -j $at -N 1 st)
		printf "\\$(printf %03o $((byte ^ 64)))" |
		    dd of=st bs=1 seek=$at conv=notrunc 2>/dev/null
		cp st before
		run --separate-stderr -3 dedupe -S st in
		same ""
		[[ "$stderr" == "dedupe: st: "* ]]
		cmp st before
	done
	[[ "$stderr" == "dedupe: st: damaged at byte "* ]]
	byte=${stderr##* }
	[ "$byte" -le $((size / 2 + 1)) ]
	[ "$byte" -ge $((size / 2 - 600)) ]
}

# One slot of the two is enough; the other may be half written.
@test "a torn slot in the head does no harm" {
	records 1 30 >in
	dedupe -S st in >out
	printf 'XXXX' | dd of=st bs=1 seek=100 conv=notrunc 2>/dev/null
	run --separate-stderr -0 dedupe -S st in
	same ""
	says ""
}

# 200 points where a run ends: 50 real kills here, 150 cuts further down.
#
# Killed: of what was written, all is known; what was not comes when the same
# input comes again.
killed() {
	local opts=$1 rounds=$2 i n
	records 1 400 >in
	records 1 400 | renamed >in2
	for i in $(seq 1 "$rounds"); do
		rm -f st
		# The reader takes so many bytes and stops; the writer is
		# stuck in the pipe, or at work, and is killed there.
		n=$((i * 140000 / rounds + 1))
		mkfifo p$i
		dedupe $opts -S st in >p$i 2>/dev/null &
		pid=$!
		exec 8<p$i
		dd bs=$n count=1 iflag=fullblock <&8 >got 2>/dev/null
		kill -9 $pid 2>/dev/null || true	# it may be done
		wait $pid 2>/dev/null || true
		cat <&8 >>got		# what had been written
		exec 8<&-
		# Whole records that were written: all known under other ids.
		head -n "$(wc -l <got)" in2 >acked
		cp st copy
		[ -z "$(dedupe -S copy acked 2>/dev/null)" ]
		# Again: nothing is missing that was not written.
		dedupe $opts -S st in >rest 2>/dev/null
		head -n "$(wc -l <got)" got | sort -u - rest | cmp - <(sort in)
		# And then everything is known.
		[ -z "$(dedupe -S st in)" ]
	done
}

@test "kill -9 at 30 places of a full pipe: no record is lost" {
	killed "" 30
}

@test "kill -9 at 20 places with -u: no record is lost" {
	killed -u 20
}

@test "killed twice, each time in what was pending" {
	records 1 400 >in
	for n in 1000 30000; do
		mkfifo p
		dedupe -S st in >p 2>/dev/null &
		pid=$!
		exec 8<p
		dd bs=$n count=1 iflag=fullblock <&8 >>got 2>/dev/null
		kill -9 $pid 2>/dev/null || true	# it may be done
		wait $pid 2>/dev/null || true
		cat <&8 >>got
		exec 8<&-
		printf '\n' >>got
		rm p
	done
	dedupe -S st in >rest
	grep '}$' got | sort -u - rest | cmp - <(sort in)
	[ -z "$(dedupe -S st in)" ]
}

# Entries are only appended, so what a kill leaves is the file up to some byte.
# Here at random ones: of what is told as written out before that byte nothing
# comes again, and all else does.
cuts() {
	local opts=$1 points=$2 at k
	records 1 400 >in
	dedupe $opts -S whole in >out
	cmp in out
	# Heads stand at multiples of 16 bytes: kind and size are their second
	# and third word.  "byte records" for each commit.
	od -An -v -tu4 -w16 whole | awk '{ kind[NR - 1] = $2; size[NR - 1] = $3 }
	    END {
		for (at = 8; at < NR; at += size[at] / 16) {
			if (kind[at] != 1129270612) {
				n++
				continue
			}
			print at * 16 + size[at], n
		} }' >commits
	[ "$(tail -n 1 commits)" = "$(wc -c <whole) 400" ]
	awk -v n="$points" -v size="$(wc -c <whole)" 'NR == 1 { srand(7) }
	    { end[NR] = $1; rec[NR] = $2 }
	    END {
		for (i = 0; i < n; i++) {
			at = int(rand() * size)
			for (k = 0; k < NR && end[k + 1] <= at; )
				k++
			print at, k ? rec[k] : 0
		} }' commits >points
	[ "$(wc -l <points)" -eq "$points" ]
	while read -r at k; do
		head -c "$at" whole >st
		dedupe -S st in 2>/dev/null | cmp - <(tail -n +$((k + 1)) in)
	done <points
}

@test "killed at 75 random bytes of the state: no record is lost" {
	cuts "" 75
}

@test "killed at 75 random bytes of the state with -u: no record is lost" {
	cuts -u 75
}

@test "what is pending passes once; what was written since stays known" {
	records 1 9 >in
	dedupe -u -S st in >/dev/null
	truncate -s -64 st			# without its commit: pending
	records 9 9 >nine
	records 20 29 >more
	dedupe -u -S st more | cmp - more
	truncate -s -64 st			# so is r29 now
	records 29 29 >last
	for n in nine last; do
		cp st copy
		[ -z "$(renamed <$n | dedupe -S copy)" ]
		cat $n $n | dedupe -S st | cmp - $n
		[ -z "$(dedupe -S st $n)" ]
	done
	[ -z "$(dedupe -S st in more)" ]
}

@test "a full disk is status 3, whole records only, and nothing is lost" {
	records 1 2000 >in
	run --separate-stderr -0 sh -c 'trap "" XFSZ
	    { ulimit -f 400; dedupe -S st2 in; echo $? >status; } | cat >out'
	says "dedupe: st2: File too large"
	[ "$(cat status)" = 3 ]
	[ -s out ]
	n=$(wc -l <out)
	head -n "$n" in | cmp - out
	[ -z "$(head -n "$n" in | renamed | dedupe -S st2 2>/dev/null)" ]
	dedupe -S st2 in 2>/dev/null | sort -u - out | cmp - <(sort in)
}

@test "windows go on over runs, and what is forgotten is given back" {
	for i in 1 2 3 4 5; do
		records $((i * 2000 - 1999)) $((i * 2000)) >in
		dedupe -W 500 -S st in >out
		cmp in out
	done
	# The last 500 are known, those before are not.
	records 9501 9501 | renamed >a
	[ -z "$(dedupe -W 500 -S st a)" ]
	records 9400 9400 | renamed >a
	[ -n "$(dedupe -W 500 -S st a)" ]
	size=$(wc -c <st)
	room=$(($(du -k st | cut -f 1) * 1024))
	# File systems that make no holes keep it all.
	[ "$room" -lt $((size / 2)) ] || skip "no holes in files here"
}

# While the file is read all so far may be out of both windows, when dates are
# out of order; what comes behind is not.
@test "-W and -T together on an older state, with dates out of order" {
	for i in 1:100 2:100 3:100 4:50 5:50 6:50 7:100 8:101; do
		echo "{\"id\":${i%:*},\"text\":\"t$i\",\"date\":${i#*:}}"
	done >in
	sed 's/"id":/"id":1/' in >in2
	dedupe -T 1000 -S whole in >out
	cmp in out
	for w in 1:18 2:17,18 5:17,18 7:12,13,17,18; do
		# One known at a time: the window counts what comes in.
		for i in 2 3 7 8; do
			cp whole st
			sed -n ${i}p in2 |
			    dedupe -W ${w%:*} -T 10 -S st >out
			[ -s out ] || printf '%s,' 1$i
		done >known
		[ "$(cat known)" = "${w#*:}," ]
	done
}
