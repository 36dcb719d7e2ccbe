#!/bin/sh
# position-by-year.sh - the mean position held by year and instrument, from the output folder of a backtest
#
#   examples/adhoc/position-by-year.sh OUT
#
# Contracts, as the buffered account holds them (column `traded` of rows.csv); the weight is config.json's.
set -eu
export LC_ALL=C

out=${1:?usage: position-by-year.sh OUT}
: <"$out/config.json" # must be there: a pipe hides it
: <"$out/rows.csv"

{
	jq -r '.instrument_weights // {} | to_entries[] | "weight,\(.key),\(.value)"' "$out/config.json"
	awk -F, '
		NR == 1 { for (i = 1; i <= NF; i++) col[$i] = i; next }
		$col["traded"] != "" { print substr($col["time"], 1, 4) "," $col["instrument"] "," $col["traded"] }' "$out/rows.csv"
} | awk -F, '
	$1 == "weight" { weight[$2] = $3; next }
	{
		sum[$1, $2] += $3
		n[$1, $2]++
		seen[$2] = 1
		if (!first || $1 < first) first = $1
		if ($1 > last) last = $1
	}
	END {
		line = sprintf("%-16s %6s", "instrument", "weight")
		for (y = first; first && y <= last; y++)
			line = line sprintf(" %6d", y)
		print line
		for (code in seen) {
			line = sprintf("%-16s %6s", code, weight[code])
			for (y = first; y <= last; y++)
				line = line sprintf(" %6s", (y, code) in n ? sprintf("%.1f", sum[y, code] / n[y, code]) : "")
			print line | "sort" # for-in has no order
		}
	}'
