# st.bash - completion of the st programs' verbs and options, for bash
#
# For zsh: autoload -U +X bashcompinit && bashcompinit, then source this too.
# A program says itself what verbs and options it has (--st-complete), st-help what groups of programs there are; all
# else is a file's name.

# The program that the word at COMP_CWORD belongs to: in st-chain that of the last `then`.
_st_program() {
	local i p=${COMP_WORDS[0]##*/}

	if [ "$p" = st-chain ]; then
		for ((i = 1; i < COMP_CWORD; i++)); do
			case ${COMP_WORDS[i - 1]} in
			st-chain | */st-chain | then) p=${COMP_WORDS[i]} ;;
			esac
		done
	fi
	printf '%s\n' "$p"
}

# The verbs of a program, none when the line has one already; the second words of those whose first one it has.
_st_verbs() {
	local verbs word rest

	verbs=$("$1" --st-complete 2>/dev/null | grep -v '^-')
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		! grep -qxF -e "$word" <<<"$verbs" || return
		rest=$(while read -r first second; do [ "$first" != "$word" ] || echo "$second"; done <<<"$verbs")
		verbs=${rest:-$verbs}
	done
	printf '%s\n' "${verbs// */}"
}

_st() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} program

	COMPREPLY=()
	program=$(_st_program)
	[[ $program == st-* ]] || return # nothing else is run to ask for its options
	if [ "$cur" = = ]; then
		cur=
	elif [ "$prev" != = ]; then
		case $cur in
		-*)
			COMPREPLY=($(compgen -W "$("$program" --st-complete 2>/dev/null)" -- "$cur"))
			case ${COMPREPLY[*]-} in
			*=) compopt -o nospace 2>/dev/null ;;
			esac
			return
			;;
		esac
		case ${COMP_WORDS[0]##*/}:$prev in
		st-chain:st-chain | st-chain:*/st-chain | st-chain:then)
			COMPREPLY=($(compgen -c -- "${cur:-st-}" | sort -u))
			return
			;;
		esac
	fi
	if [ "$program" = st-help ]; then
		COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" 2>/dev/null | sed -n 's/^\([a-z][a-z]*\).*/\1/p')" -- "$cur"))
		return
	fi
	mapfile -t COMPREPLY < <({ [ "$prev" = = ] || compgen -W "$(_st_verbs "$program")" -- "$cur"; compgen -f -- "$cur"; } | sort -u)
}

complete -o filenames -F _st $(compgen -c st- | sort -u)
