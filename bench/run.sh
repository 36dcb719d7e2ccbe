#!/bin/bash
# run.sh - how fast, in one run: the backtest as a whole, each program in it, and its peers on the same bytes
#
# Without anything else 100 invented instruments of 20 years are made and used. To measure on data of
# one's own, or next to another program:
#
#   ST_DATA=FOLDER       a pysystemtrade data folder
#   ST_SYSTEM=FILE       the system to run on it (all its instruments, 7 rules, if not given)
#   ST_PEER=COMMAND      a command that does the same with another program, for the ratio
#   RUNS=N               runs of the whole backtest, of which the median is shown (default 5)
set -eu -o pipefail
cd "$(dirname "$0")/.."
root=$PWD
PATH=$root/build/bin:$PATH
export LC_ALL=C TZ=UTC
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
runs=${RUNS:-5}

data=${ST_DATA:-}
if [ -z "$data" ]; then
	data=$tmp/data
	st-synth --seed=1 --instruments=100 --years=20 -o "$data"
fi
system=${ST_SYSTEM:-$tmp/system.yaml}
[ -n "${ST_SYSTEM:-}" ] || st-fetch list --data="$data" | awk -f bench/system.awk >"$system"

# timed NAME COMMAND: wall, CPU and peak memory into $tmp/time.
timed() {
	/usr/bin/time -o "$tmp/time" -f '%e %U %S %M' bash -c "$2"
	awk -v name="$1" '{ printf "%-34s %8.3f s wall %8.3f s CPU %8.1f MB\n", name, $1, $2 + $3, $4 / 1024 }' "$tmp/time"
}

median() {
	sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)"
# In turn, so that what else the machine does falls on both.
for i in $(seq "$runs"); do
	for way in --brief ''; do
		rm -rf "$tmp/out"
		/usr/bin/time -f '%e %U %S' -a -o "$tmp/times$way" pipelines/backtest "$system" -d "$data" -o "$tmp/out" -q $way
	done
done
wall=$(cut -d ' ' -f 1 "$tmp/times" | median)
brief=$(cut -d ' ' -f 1 "$tmp/times--brief" | median)
cpu() {
	awk '{ print $2 + $3 }' "$1" | median
}
W=$tmp/out/work
cut -d, -f1 "$W/instruments.csv" | tail -n +2 >"$tmp/codes"
bytes=$(awk 'NR == FNR { want[$1 ".csv"] = 1; next } { n = split($1, path, "/") } path[n] in want { t += $2 } END { print t }' \
	"$tmp/codes" "$W/data")
rows=$(($(wc -l <"$tmp/out/rows.csv") - 1))
echo "the whole of pipelines/backtest, median of $runs runs: $wall s, $(cpu "$tmp/times") s of CPU"
echo "with --brief: $brief s, $(cpu "$tmp/times--brief") s of CPU"
awk -v n="$(wc -l <"$tmp/codes")" -v bytes="$bytes" -v rows="$rows" -v w="$wall" 'BEGIN {
	printf "%d instruments, %.0f MB of prices, %d days of instruments: %.0f MB/s of input, %.0f rows/s of output\n",
		n, bytes / 1e6, rows, bytes / 1e6 / w, rows / w }'
if [ -n "${ST_PEER:-}" ]; then
	timed "peer" "$ST_PEER >/dev/null"
	awk -v w="$wall" -v b="$brief" '{ printf "ratio peer to st: %.0f, with --brief %.0f\n", $1 / w, $1 / b }' "$tmp/time"
fi

estimated=
for parameter in forecast_scale forecast_weight forecast_div_mult instrument_weight instrument_div_mult; do
	estimated="$estimated --set use_${parameter}_estimates=true"
done
for way in '' --brief; do
	timed "the same, all estimated $way" "pipelines/backtest '$system' -d '$data' -o '$tmp/estimated' -q $way $estimated"
	rm -rf "$tmp/estimated"
done

echo
echo "each program alone, one process, into /dev/null"
cfg="--config=$tmp/out/config.json" ins="--instruments=$W/instruments.csv" fx="--fx=$W/fx.csv" wts="--weights=$W/weights.csv"
# step NAME COMMAND IN OUT: timed without the cost of writing a file, which may be more than its own.
step() {
	timed "$1" "$2 <$tmp/$3 >/dev/null"
	bash -c "$2 <$tmp/$3 >$tmp/$4"
}
timed "st-config" "st-config '$system' >/dev/null"
timed "st-fetch --daily" "st-fetch --data='$data' $cfg --daily >/dev/null"
st-fetch --data="$data" "$cfg" --daily >"$tmp/0"
step st-fx "st-fx $cfg $fx $ins" 0 1
step st-vol "st-vol $cfg" 1 2
step st-carry "st-carry" 2 3
[ ! -s "$W/classes.csv" ] || timed st-class "st-fetch --data='$data' $cfg --daily --universe | st-chain st-vol $cfg then st-carry then \
	st-class $cfg $ins --universe=$W/universe.csv >/dev/null"
step st-weights "st-weights $cfg -c vol -c fx -c price" 3 w
step st-raw "st-raw $cfg --classes=$W/classes.csv $ins" 3 r
step st-forecast "st-forecast $cfg" r 4
step st-scale "st-scale $cfg" 4 5
rm "$tmp"/[0-2]
step st-combine "st-combine $cfg" 5 6
step st-size "st-size $cfg $ins" 6 7
rm "$tmp"/[4-6]
step st-portfolio "st-portfolio $cfg $wts $ins" 7 8
step st-buffer "st-buffer $cfg" 8 9
step st-cost "st-cost $cfg $ins $wts" 9 c
step st-pnl "st-pnl $cfg $ins $fx $wts" 9 p
step st-account "st-account $cfg" p a
step "st-account --portfolio" "st-account $cfg --portfolio" p b
step st-stats "st-stats $cfg" p s
timed st-plot "st-plot $cfg -o $tmp/a.svg -o $tmp/a.png $tmp/b"

echo
if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
	targets=11,12,13,14,15,16,17,18,19,20
	echo "a sweep of 10 points, and as many runs of pipelines/backtest one after the other"
	plain() {
		echo "for t in ${targets//,/ }; do rm -rf $tmp/plain; pipelines/backtest '$system' -d '$data' -o $tmp/plain -q -j1 $1 \
			--set percentage_vol_target=\$t; done"
	}
	timed "backtests, --no-plot" "$(plain --no-plot)"
	timed "backtests, --brief" "$(plain --brief)"
	alone=$(awk '{ print $2 + $3 }' "$tmp/time")
	for jobs in 1 $(nproc); do
		rm -rf "$tmp/sweep"
		timed "sweep, -j $jobs" "pipelines/sweep '$system' -d '$data' -o $tmp/sweep -q -j $jobs --grid percentage_vol_target=$targets"
		awk -v alone="$alone" '{ printf "%34s %8.0f points a minute, %.0f ms of CPU more a point than backtest --brief\n", "",
			600 / $1, 100 * ($2 + $3 - alone) }' "$tmp/time"
	done
	rm -rf "$tmp/sweep" "$tmp/plain"
fi

echo
echo "the same bytes elsewhere: a column's EWMA appended to $(wc -c <"$tmp/3") bytes"
step cat cat 3 x
step "wc -l" "wc -l" 3 x
step "st-vol (EW standard deviation)" "st-vol --function=ew --column=ew" 3 x
command -v mawk >/dev/null && step "mawk" "mawk -F, -v OFS=, 'NR > 1 { if (\$3 != \"\") e = e * 0.94 + \$3 * 0.06; \$0 = \$0 \",\" sprintf(\"%.17g\", e) } { print }'" 3 x
command -v mlr >/dev/null && step "mlr step -a ewma" "mlr --csv step -a ewma -d 0.06 -f adjusted" 3 x
exit 0
