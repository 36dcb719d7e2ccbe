#!/bin/sh
# correlation.sh - how two instruments' P&L moved together, year by year of a backtest, as a plot in the terminal
#
#   examples/adhoc/correlation.sh OUT [CODE CODE [DAYS]]
#
# Rolling correlation of net P&L over DAYS days (default 250) that both have; by default of the first two instruments.
# Days on which neither made or lost anything don't count.
set -eu
export LC_ALL=C

out=${1:?usage: correlation.sh OUT [CODE CODE [DAYS]]}
: <"$out/pnl.csv" # must be there: a pipe hides it

codes() { awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) col[$i] = i; next } { print $col["instrument"] }' "$out/pnl.csv" | sort -u; }
a=${2:-$(codes | sed -n 1p)}
b=${3:-$(codes | sed -n 2p)}
days=${4:-250}

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# An instrument's P&L: day,net.
net()
{
	awk -F, -v code="$1" '
		NR == 1 { for (i = 1; i <= NF; i++) col[$i] = i; next }
		$col["instrument"] == code && $col["net"] != "" { print substr($col["time"], 1, 10) "," $col["net"] }' "$out/pnl.csv" |
		sort
}

net "$a" >"$tmp/a"
net "$b" >"$tmp/b"
join -t, "$tmp/a" "$tmp/b" | awk -F, -v n="$days" '
	function add(x, y, by) { sx += by * x; sy += by * y; xx += by * x * x; yy += by * y * y; xy += by * x * y }
	$2 == 0 && $3 == 0 { next }
	{
		at = rows++ % n # where the row that leaves the window stands
		if (rows > n)
			add(x[at], y[at], -1)
		add(x[at] = $2, y[at] = $3, 1)
		vx = n * xx - sx * sx
		vy = n * yy - sy * sy
		if (rows >= n && vx > 0 && vy > 0)
			printf "%s,%.6f\n", $1, (n * xy - sx * sy) / sqrt(vx * vy)
	}' >"$tmp/correlation"

if ! [ -s "$tmp/correlation" ]; then
	echo "correlation.sh: '$a' and '$b' have less than $days days in common" >&2
	exit 2
fi

gnuplot -c /dev/stdin "$tmp/correlation" "$a and $b" "$days" <<'EOF'
set terminal dumb 79 24
set title "correlation of daily P&L, ".ARG2.", ".ARG3." days" noenhanced
set datafile separator ","
set xdata time
set timefmt "%Y-%m-%d"
set format x "%Y"
set yrange [-1:1]
set xzeroaxis
plot ARG1 using 1:2 with lines notitle
EOF
