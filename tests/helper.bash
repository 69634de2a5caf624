# Shared by all bats files.
bats_require_minimum_version 1.5.0

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
PATH=${DHARA_BUILD:-$ROOT/build}/bin:$PATH
LC_ALL=C
export PATH LC_ALL ROOT

FILTERS="segment script-detect ner dedupe"

# same EXPECTED: $output is exactly this.
same() {
	if [ "$output" != "$1" ]; then
		printf 'want: %s\ngot:  %s\n' "$1" "$output" >&2
		return 1
	fi
}

# says TEXT: the whole of standard error.
says() {
	if [ "$stderr" != "$1" ]; then
		printf 'want: %s\ngot:  %s\n' "$1" "$stderr" >&2
		return 1
	fi
}
