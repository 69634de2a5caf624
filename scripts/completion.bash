# Completion for bash: . scripts/completion.bash
# Options come from each program's own usage, so they are never out of date.

_dhara()
{
	local cur=$2 prev=$3 usage
	COMPREPLY=()
	usage=$("$1" -h 2>/dev/null) || return 0
	case $prev in
	-i)	# shellcheck disable=SC2207
		COMPREPLY=($(compgen -W 'ndjson tsv lines file conll' -- "$cur"))
		return ;;
	-o)	# of ner-train it is a file
		if [ "${1##*/}" != ner-train ]; then
			# shellcheck disable=SC2207
			COMPREPLY=($(compgen -W 'ndjson tsv text conll' \
			    -- "$cur"))
			return
		fi ;;
	-k)	if [ "${1##*/}" = segment ]; then
			# shellcheck disable=SC2207
			COMPREPLY=($(compgen -W 'sentence heading caption
			    dateline boilerplate tweet date' -- "$cur"))
			return
		fi ;;
	-t)	if [ "${1##*/}" = ner ]; then
			# shellcheck disable=SC2207
			COMPREPLY=($(compgen -W 'PER LOC ORG MISC DATE NUM
			    HANDLE URL EMAIL' -- "$cur"))
			return
		fi ;;
	esac
	if [[ $cur == -* ]]; then
		# [-abc] is three options, [-c columns] one.
		# shellcheck disable=SC2207
		COMPREPLY=($(compgen -W "$(printf '%s\n' "$usage" |
		    grep -o '\[-[A-Za-z]*' | sed 's/^\[-//; s/./-& /g')" \
		    -- "$cur"))
	else
		# shellcheck disable=SC2207
		COMPREPLY=($(compgen -f -- "$cur"))
	fi
}

complete -o filenames -F _dhara segment script-detect ner dedupe ner-train
