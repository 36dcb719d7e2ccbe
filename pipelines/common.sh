# common.sh - what the pipelines share: the name they say, the programs they run, how words are passed on
#
# Read by each at its beginning, behind its usage(), in which the options are.

self=$(readlink -f -- "$0")
here=$(dirname -- "$self")
name=${self##*/}
# In the source tree the programs are those built there; once installed, those installed with it, cron's short PATH or not.
for bin in "${ST_BIN:-$here/../build/bin}" "$here/../../../bin"; do
	[ ! -x "$bin/st-config" ] || { PATH=$bin:$PATH; break; }
done
export PATH

die() {
	echo "$name: $1" >&2
	exit 2
}

# A word as eval gives it back.
quoted() {
	printf " '%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

# A number of workers.
check_jobs() {
	case $1 in '' | *[!0-9]* | 0* | ?????*) die "-j wants a number of workers: \"$1\"" ;; esac
}

# What every program answers. The last are for completion and st-help.
case ${1-} in
-h | --help) usage; exit 0 ;;
--version) st-config --version | sed "s/^st-config/st-$name/"; exit 0 ;;
--st-complete) usage | sed -n 's/^  \(-., \|    \|\)\(--[a-z-]*\) *\([A-Z]\{0,1\}\).*/\2\3/p' | sed 's/[A-Z]$/=/'; exit 0 ;;
--st-help) echo pipelines; usage | sed -n '2,/^$/{/^$/d; s/\.$//; p}' | paste -sd ' '; exit 0 ;;
esac
