load helper

@test "install puts down what uninstall takes away" {
	case $DHARA_BUILD in *san*) skip 'once is enough' ;; esac
	cd "$ROOT"
	d=$BATS_TEST_TMPDIR/root
	make -s install DESTDIR="$d" PREFIX=/usr PROGPREFIX=x-
	[ -x "$d/usr/bin/x-segment" ]
	[ -f "$d/usr/share/man/man1/x-ner.1" ]
	[ -f "$d/usr/share/man/man5/dhara-record.5" ]
	# The installed program finds its model beside itself.
	run --separate-stderr -0 env -u DHARA_DATA "$d/usr/bin/x-script-detect" -i lines -o tsv -c lang <<<'તે આવ્યો'
	same $'lang\ngu'
	make -s uninstall DESTDIR="$d" PREFIX=/usr PROGPREFIX=x-
	run find "$d" -type f
	same ''
}

@test "lint finds nothing" {
	case $DHARA_BUILD in *san*) skip 'once is enough' ;; esac
	run "$ROOT/scripts/lint"
	same ''
}

@test "the generated tables are what their programs write" {
	case $DHARA_BUILD in *san*) skip 'once is enough' ;; esac
	cd "$ROOT"
	icu=$(segment -V | sed 's/.*ICU //; s/,.*//')
	[ "$icu" = 72.1 ] || skip "made with ICU 72.1, here is $icu"
	build/tool/mk-look-tab | cmp - filters/script-detect/look_tab.c
	build/tool/mk-script-tab | cmp - filters/script-detect/script_tab.c
	build/tool/mkicu | cmp - filters/ner/lexicon/icu.tsv
	build/tool/mk-dates | cmp - filters/segment/dates.tsv
	build/tool/mkfold | cmp - filters/dedupe/fold_tab.c
}
