#!/bin/sh
# sweep-point.sh - one point of a sweep on standard output: parts with an empty line between, then the line `end`
#
# The parts are statistics, daily returns, statistics from when something could be held, and what there is to warn of.
#
# Run by sweep through GNU parallel, perhaps on another machine: sweep-point.sh POINT SETTINGS. SETTINGS are words
# KEY=VALUE with commas between, as st-grid --words prints them; the rest comes in the environment:
#
#   ST_SWEEP_CONFIG     the system's merged config, gzip and base64
#   ST_SWEEP_DATA       the data folder or archive; ST_SWEEP_PROGRAMS, where its rules are that are programs
#   ST_SWEEP_KEEP       a folder to leave whole backtests in, or nothing
#   ST_SWEEP_BIN        where the programs are, if it was said (ST_BIN)
#
# sweep-point.sh --inputs prints a hash of what the results depend on: data, rules and st's version.
set -eu
export LC_ALL=C ST_BIN="$ST_SWEEP_BIN"
. "$(dirname -- "$(readlink -f -- "$0")")/common.sh"
dir=$(mktemp -d)
trap 'rm -rf -- "$dir"' EXIT
trap 'exit 2' HUP INT TERM
printf %s "$ST_SWEEP_CONFIG" | base64 -d | gzip -d >"$dir/config.json"

# What there is to warn of goes into a file, not to standard error.
backtest() {
	ST_WARNINGS=$dir/warnings "$here/backtest" "$dir/config.json" -d "$ST_SWEEP_DATA" --programs "$ST_SWEEP_PROGRAMS" \
		-q -j1 "$@" </dev/null
}

if [ "$1" = --inputs ]; then
	backtest -o "$dir/out" --inputs
	{
		st-config --version
		if [ -d "$ST_SWEEP_DATA" ]; then
			cd -- "$ST_SWEEP_DATA"
			sed '1d; s/ [^ ]* [^ ]*$//' "$dir/out/work/data" | tr '\n' '\0' | xargs -0r sha256sum --
		else
			sha256sum <"$(data_file "$ST_SWEEP_DATA")"
		fi
		sed 's/ [^ ]* [^ ]*$//' "$dir/out/work/rules" | tr '\n' '\0' | xargs -0r sha256sum --
	} | sha256sum | cut -d ' ' -f 1
	exit
fi

point=$1 settings=$2 brief=--brief
out=${ST_SWEEP_KEEP:+$ST_SWEEP_KEEP/$point}
[ -z "$out" ] || brief=--no-plot
[ "$settings" != - ] || settings=
set -f
set --
IFS=,
for word in $settings; do
	setting=$(printf '%b.' "$(printf %s "$word" | sed 's/%/\\0/g')")
	set -- "$@" --set "${setting%.}"
done
unset IFS
out=${out:-$dir/out}
[ -z "$ST_SWEEP_KEEP" ] || mkdir -p -- "$ST_SWEEP_KEEP"
backtest -o "$out" $brief "$@"
sed -n '1p; /^portfolio,/p' "$out/stats.csv"
echo
st-columns -c 'time,*_percent' "$out/account.csv"
echo
sed -n '1p; /^portfolio,/p' "$out/held.csv"
echo
# Of the config sweep has told.
[ ! -s "$dir/warnings" ] || awk -v config="st-config: $dir/" 'index($0, config) != 1' "$dir/warnings"
echo end
