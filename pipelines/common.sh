# common.sh - what the pipelines share: the name they say, the programs they run, how arguments are read and words passed on
#
# Read by each at its beginning, behind its usage(), in which the options are.

# With one of these closed a file that is opened would take its place; what is then written to it cannot be, as in the programs.
(: 3<&0) 2>/dev/null || exec 0>/dev/null
(: 3>&1) 2>/dev/null || exec 1</dev/null
(: 3>&2) 2>/dev/null || exec 2</dev/null

self=$(readlink -f -- "$0")
here=$(dirname -- "$self")
name=${self##*/}
# In the source tree the programs are those built there; once installed, those installed with it, cron's short PATH or not.
for bin in "${ST_BIN:-$here/../build/bin}" "$here/../../../bin"; do
	[ ! -x "$bin/st-config" ] || { PATH=$bin:$PATH; break; }
done
export PATH
# Where a pipeline that runs this one wants to have what there is to warn of, in the place of a count.
hand_on=${ST_WARNINGS:+$(realpath -m -- "$ST_WARNINGS")}
unset ST_WARNINGS

# A line on stderr, in which names from outside steer no terminal.
tell() {
	printf '%s' "$1" | LC_ALL=C sed -z 's/\xc2[\x80-\x9f]/??/g; s/[\x01-\x1f\x7f]/?/g' >&2
	echo >&2
}

die() {
	tell "$name: $1"
	exit 2
}

# Make folders, the first of which is what the user named. What mkdir says is left out but for the reason.
make_folders() {
	why=$(mkdir -p -- "$@" 2>&1) || die "cannot write in '$1': ${why##*: }"
	[ -w "$1" ] || die "cannot write in '$1'"
}

# A file to standard output; silent, as a program's end by a signal is, when the reader has left.
show() {
	cat -- "$1" 2>/dev/null || {
		ended=$?
		[ "$ended" -le 128 ] || exit "$ended"
		die "cannot write 'stdout'"
	}
}

# A word as eval gives it back.
quoted() {
	printf " '%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

# The file that data lie in: themselves, or the archive when they are a folder within one.
data_file() {
	file=$1
	while [ ! -e "$file" ] && [ "$file" != "${file%/*}" ]; do file=${file%/*}; done
	[ -f "$file" ] || file=$1
	printf '%s\n' "$file"
}

# require WORD VALUE ...: die by their words of those that have no value, below the usage.
require() {
	missing=
	while [ $# -gt 0 ]; do
		[ -n "$2" ] || missing="$missing${missing:+, }$1"
		shift 2
	done
	[ -z "$missing" ] || { usage >&2; echo >&2; die "missing: $missing"; }
}

# A number of workers.
check_jobs() {
	case $1 in '' | *[!0-9]* | 0* | ?????*) die "-j wants a number of workers: \"$1\"" ;; esac
}

# Be alone at work in an output folder, by a lock in a folder of its own in there, until this program ends.
alone() {
	(: >>"$2/lock") 2>/dev/null || die "cannot write in '$1'"
	exec 9>>"$2/lock"
	flock -w 5 9 || die "another $name is at work in '$1'"
}

# Put FILE.new in the place of FILE only when its content is another, so that make sees just changes.
replace() {
	if cmp -s "$1.new" "$1"; then rm "$1.new"; else mv "$1.new" "$1"; fi
}

# Sizes and times of the programs named: what they make depends on these too.
state_of() {
	for program; do
		shift
		set -- "$@" "$(command -v "$program")"
	done
	stat -L -c '%s %Y' -- "$@"
}

# Standard input, what programs say of themselves, to standard error as it comes: a warning once, whichever of them says it, and
# none when $quiet; one refusal, as others only follow from it, unless $keep_going. A warning is what also stands in a file
# below $warnings. make's own lines are for those who write makefiles, but where there is nothing else.
relay() {
	told='
' refused='' made=''
	while IFS= read -r line; do
		case $line in
		"make: *** "*) made=$line; continue ;;
		make:*) continue ;;
		st-*": "*)
			text=${line#*: }
			if grep -qsrxF -e "$line" "$warnings"; then
				case $told in *"
$text
"*) continue ;; esac
				told="$told$text
"
				[ -z "$quiet" ] || continue
			else
				[ -z "$refused" ] || [ -n "$keep_going" ] || continue
				refused=yes
			fi
			;;
		"$name: "*) ;;
		*) refused=yes ;;
		esac
		printf '%s\n' "$line" >&2
	done
	[ -z "$made" ] || [ -n "$refused" ] || echo "$name: $made" >&2
}

# Run a command whose programs leave what they warn of below $warnings (ST_WARNINGS, see st(7)), and tell what they say.
heard() {
	exec 4>&1
	status=$({ { "$@" 2>&1 >&4 3>&- && echo 0 >&3 || echo 2 >&3; } | relay; } 3>&1) || :
	[ "$status" = 0 ]
}

make_by() {
	makefile=$1
	shift
	heard make --no-print-directory -s -I "$here" -f "$here/$makefile" "$@"
}

# Put the warnings in the files named, those that are there, into warnings.txt: each thing once, in the same order whoever ran.
collect_warnings() {
	for file; do
		shift
		[ ! -s "$file" ] || set -- "$@" "$file"
	done
	if [ $# = 0 ]; then
		rm -f warnings.txt
	else
		LC_ALL=C sort -u -- "$@" | awk '{ text = $0; sub(/^[^:]*: /, "", text) } !told[text]++' >warnings.txt.new
		replace warnings.txt
	fi
}

# The last word of a run: how many warnings are in OUT/warnings.txt.
count_warnings() {
	[ -s warnings.txt ] || return 0
	[ -z "$hand_on" ] || { cat warnings.txt >>"$hand_on"; return; }
	n=$(wc -l <warnings.txt)
	[ "$n" = 1 ] && s='' || s=s
	echo "$name: $n warning$s, see ${1%/}/warnings.txt" >&2
}

# The options that usage() lists, a line each, with a = behind those that want a value.
options() {
	usage | awk '/^ +-/ {
		wants = /^ +(-., )?-[^ ]+ [A-Z]/ ? "=" : ""
		for (i = 1; i <= 2 && $i ~ /^-/; i++) { sub(/,$/, "", $i); print $i wants }
	}'
}

no_such_option() {
	near=
	case $1 in --*) near=$(options | tr -d = | st-help --nearest="${1%%=*}") || near= ;; esac
	die "no such option: \"$1\"${near:+; the nearest is $near}; see $name --help"
}

# flag NAME: what every pipeline answers, or the pipeline's own.
flag() {
	case $1 in
	-h | --help) usage; exit 0 ;;
	--version) st-config --version | sed "s/^st-config/st-$name/"; exit 0 ;;
	*) option "$1" ;;
	esac
}

# Options of one letter by the names that st's programs have for them.
short_of() {
	case $1 in
	--data) echo -d ;;
	--output) echo -o ;;
	--jobs) echo -j ;;
	--quiet) echo -q ;;
	*) printf '%s\n' "$1" ;;
	esac
}

# What an operand is, where a pipeline doesn't say it otherwise.
operand() {
	[ -z "$system" ] || die "one system at a time: \"$1\""
	system=$1
}

# Hand each argument to what the pipeline defines: `option NAME VALUE`, `option NAME`, `operand WORD`. They come as GNU's
# programs take them: --name VALUE or --name=VALUE, -n VALUE or -nVALUE, flags of one letter together, options behind
# operands too, and behind -- operands alone. No name has a = in it, so the known ones stand between these.
arguments() {
	known="=$(options | tr '\n' =)"
	while [ $# -gt 0 ]; do
		given=$1 word=$1 value=
		shift
		case $given in
		--) break ;;
		--st-complete) options | grep '^--'; exit 0 ;; # for completion
		--st-help) echo pipelines; usage | sed -n '2,/^$/{/^$/d; s/\.$//; p}' | paste -sd ' '; exit 0 ;;
		--*=*) word=${given%%=*} value=${given#"$word"} ;;
		-[!-]?*) value=${given#-?} word=${given%"$value"} value="=$value" ;;
		-?*) ;;
		*) operand "$given"; continue ;;
		esac
		case $known in *"=$word="*) ;; *) word=$(short_of "$word") ;; esac
		case $known in
		*"=$word=="*)
			if [ -z "$value" ]; then
				[ $# -gt 0 ] || die "option $word wants a value; see $name --help"
				value="=$1"
				shift
			fi
			option "$word" "${value#=}"
			;;
		*"=$word="*)
			case $given in --*=*) die "option ${given%%=*} takes no value; see $name --help" ;; esac
			case $word$value in
			-?=-*) no_such_option "$given" ;;
			-?=*) set -- "-${value#=}" "$@" ;;
			esac
			flag "$word"
			;;
		*) no_such_option "$given" ;;
		esac
	done
	for word; do operand "$word"; done
}
