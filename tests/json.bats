load helper

# A filter against jq on documents of a seeded generator.  The verdict
# is asked through a whole filter: what passes unchanged is good, what -r
# keeps is bad.  DHARA_JSON_DOCS=100000 runs more of them, DHARA_JSON_SEED
# others.
#
# jq is laxer than RFC 8259; what it takes is refused here by these rules:
#   - invalid UTF-8 (RFC 8259 section 8.1; jq puts U+FFFD there);
#   - control characters and lone surrogates in strings (section 7);
#   - numbers as strtod reads them: 01 .5 1. +1, and also behind a form feed
#     or a vertical tab (sections 2 and 6);
#   - nan, NaN and Infinity (section 3);
#   - what follows a record separator, U+001E (RFC 7464, not ours).
# A line that jq refuses must always be refused.
setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	"${DHARA_BUILD:-$ROOT/build}/tool/gen-json" "${DHARA_JSON_SEED:-1}" \
	    "${DHARA_JSON_DOCS:-5000}" >docs
}

# The lines of docs that are good by jq and the rules above.
judge() {
	jq -R 'try (fromjson | type == "object") catch false' docs >jq
	# With this locale no invalid line matches .*
	LC_ALL=C.UTF-8 grep -naxv '.*' docs | cut -d : -f 1 >invalid || :
	awk '
	FILENAME == "invalid" { invalid[$1]; next }
	FILENAME == "jq" { taken[FNR] = $1 == "true"; next }
	!taken[FNR] || FNR in invalid { next }
	{
		s = $0
		gsub(/\\\\/, "", s)
		h = "[0-9a-fA-F]"
		gsub("\\\\u[dD][89abAB]" h h "\\\\u[dD][c-fC-F]" h h, "", s)
		if (s ~ /\\u[dD][89a-fA-F]/)
			next
		gsub(/\\./, "", s)
		gsub(/"[^"\001-\037]*"/, "", s)
		if (s ~ /["\001-\010\013\014\016-\037]/)
			next
		n = split(s, word, /[^-+.0-9A-Za-z]+/)
		for (i = 1; i <= n; i++)
			if (word[i] != "" && word[i] !~ /^(true|false|null)$/ &&
			    word[i] !~ \
			    /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/)
				next
		print
	}' invalid jq docs
}

@test "segment passes what RFC 8259 allows, keeps the rest: as jq, with rules" {
	judge >want
	[ "$(wc -l <jq)" -eq "$(wc -l <docs)" ]
	run --separate-stderr -1 bash -c 'segment -f absent -r rej docs >got'
	run diff -a want got
	same ''
	# Enough of either kind, and none lost.
	[ "$(wc -l <got)" -gt 1000 ] && [ "$(wc -l <rej)" -gt 1000 ]
	[ "$(cat got rej | LC_ALL=C sort | cksum)" = "$(LC_ALL=C sort docs | cksum)" ]
}

@test "JSON is checked alike on every processor" {
	segment -f absent -r rej docs >got 2>err || :
	for cpu in scalar avx2; do
		DHARA_CPU=$cpu segment -f absent -r rej2 docs >got2 2>err2 || :
		cmp got got2
		cmp rej rej2
		cmp err err2
	done
}
