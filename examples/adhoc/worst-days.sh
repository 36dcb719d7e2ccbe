#!/bin/sh
# worst-days.sh - the worst days of each instrument, from the output folder of a backtest
#
#   examples/adhoc/worst-days.sh OUT [DAYS]
#
# Columns: instrument, day, net P&L in base currency, and its share of what the portfolio made or lost that day.
set -eu
export LC_ALL=C

out=${1:?usage: worst-days.sh OUT [DAYS]}
days=${2:-3}
: <"$out/account.csv" # must be there: a pipe hides it
: <"$out/pnl.csv"

# The portfolio's day first, then the instruments' days with it at hand.
awk -F, -v OFS=, '
	FNR == 1 { for (i = 1; i <= NF; i++) col[FILENAME, $i] = i; next }
	FILENAME == ARGV[1] { total[$col[FILENAME, "time"]] = $col[FILENAME, "net"]; next }
	$col[FILENAME, "net"] < 0 {
		day = $col[FILENAME, "time"]
		net = $col[FILENAME, "net"]
		share = total[day] + 0 == 0 ? "" : sprintf("%.0f%%", 100 * net / total[day])
		printf "%s,%s,%.0f,%s\n", $col[FILENAME, "instrument"], day, net, share
	}' "$out/account.csv" "$out/pnl.csv" |
	sort -t, -k1,1 -k3,3n -k2,2 |
	awk -F, -v days="$days" '
		BEGIN { printf "%-16s %-10s %12s %9s\n", "instrument", "day", "net", "of day" }
		$1 != last { n = 0; last = $1 }
		n++ < days { printf "%-16s %-10s %12s %9s\n", $1, substr($2, 1, 10), $3, $4 }'
