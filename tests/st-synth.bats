#!/usr/bin/env bats
# st-synth: the same bytes for a seed, pysystemtrade's formats, rolls, and a stitch that awk agrees with

load helper
bats_require_minimum_version 1.5.0

setup_file() {
	cd "$BATS_FILE_TMPDIR"
	st-synth --seed=7 --instruments=24 --years=6 -o data
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	data=$BATS_FILE_TMPDIR/data
}

# All bytes of a folder, names included, as one sum.
sum() {
	(cd "$1" && find . -type f | sort | xargs sha256sum | sha256sum)
}

# The stitch done anew: adjusted(MULTIPLE-FILE) prints stamp and price, %.9f, blanks of the last contract left out.
adjusted() {
	awk -F, 'NR == 1 { next }
		{ stamp[NR] = $1; price[NR] = $4; rolls[NR] = n }
		NR > 2 && $5 != id { d[++n] = forward - held; rolls[NR] = n; if (forward == "" || held == "") exit 1 }
		{ id = $5; held = $4; forward = $6 }
		END {
			for (i = 2; i <= NR; i++) {
				x = price[i]
				for (k = rolls[i] + 1; k <= n && x != ""; k++)
					x += d[k]
				if (x != "")
					printf "%s,%.9f\n", stamp[i], x
				else if (rolls[i] < n)
					print stamp[i] ","
			}
		}' "$1"
}

@test "st-synth: the example in its header is true" {
	run -0 bash -c 'st-synth --seed=1 --instruments=2 --years=1 -o data && head -n 2 data/multiple_prices_csv/EQ_NORTH.csv'
	[ "${lines[0]}" = DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT ]
	[ "${lines[1]}" = "2000-01-03 23:00:00,1464.25,20000600,1457.25,20000300,1464.25,20000600" ]
}

@test "st-synth: same seed, same bytes, in any locale and zone" {
	st-synth --seed=3 --instruments=5 --years=3 -o a
	LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo st-synth --seed=3 --instruments=5 --years=3 -o b
	[ "$(sum a)" = "$(sum b)" ]
}

@test "st-synth: the bytes are these, on every machine" {
	st-synth --seed=3 --instruments=24 --years=2 -o a
	[ "$(sum a)" = "fb4d19b53e33f8c1801434a2c994c7f68bb3f7c927de84099ed4c10e8084e104  -" ]
}

@test "st-synth: another seed, other prices, the same instruments" {
	st-synth --seed=3 --instruments=5 --years=2 -o a
	st-synth --seed=4 --instruments=5 --years=2 -o b
	for f in multiple_prices_csv/EQ_NORTH adjusted_prices_csv/OIL_LIGHT fx_prices_csv/JPYUSD; do
		run -1 cmp -s a/$f.csv b/$f.csv
	done
	cmp a/csvconfig/instrumentconfig.csv b/csvconfig/instrumentconfig.csv
}

@test "st-synth: more instruments leave the first ones as they were" {
	st-synth --seed=7 --instruments=5 --years=6 -o few
	for f in few/*_csv/*.csv; do
		cmp "$f" "$data/${f#few/}"
	done
}

@test "st-synth: with more years, the closes that both have are the same" {
	st-synth --seed=7 --instruments=8 --years=9 -o more
	for f in more/multiple_prices_csv/*.csv; do
		from=$(sed -n '2s/ .*//p' "$f") to=$(tail -n 1 "$data/${f#more/}" | cut -c 1-10)
		close='/ 23:00:00,/ && substr($1, 1, 10) >= from && substr($1, 1, 10) <= to'
		awk -F, -v from="$from" -v to="$to" "$close" "$f" >a
		awk -F, -v from="$from" -v to="$to" "$close" "$data/${f#more/}" >b
		[ -s a ]
		cmp a b
	done
}

@test "st-synth: rows are in order of time, on business days that aren't holidays" {
	for f in "$data"/*_prices_csv/*.csv; do
		tail -n +2 "$f" | cut -d, -f1 >stamps
		sort -c -u stamps
		run -1 grep -Ev '^[0-9]{4}-[01][0-9]-[0-3][0-9] [0-2][0-9]:00:00$' stamps
		run -1 grep -e '-01-01 ' stamps
		cut -c 1-10 stamps | sort -u | date -f - +%u >days
		run -1 grep '[67]' days
	done
}

@test "st-synth: every field has its form" {
	for f in "$data"/multiple_prices_csv/*.csv; do
		[ "$(head -n 1 "$f")" = DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT ]
		awk -F, 'NR > 1 {
			for (i = 2; i <= 6; i += 2)
				if ($i !~ /^([0-9]+\.[0-9]+)?$/ || $(i + 1) !~ /^[0-9][0-9][0-9][0-9](0[1-9]|1[0-2])00$/) exit 1
			if (NF != 7 || $7 <= $5 || ($4 != "" && $4 <= 0)) exit 1 }' "$f"
	done
	for f in "$data"/adjusted_prices_csv/*.csv; do
		[ "$(head -n 1 "$f")" = DATETIME,price ]
		awk -F, 'NR > 1 && (NF != 2 || $2 !~ /^(-?[0-9]+\.?[0-9]*(e-?[0-9]+)?)?$/) { exit 1 }' "$f"
	done
	for f in "$data"/fx_prices_csv/*.csv; do
		[ "$(head -n 1 "$f")" = DATETIME,PRICE ]
		awk -F, 'NR > 1 && (NF != 2 || $2 !~ /^[0-9]+\.[0-9]+$/ || $2 <= 0) { exit 1 }' "$f"
	done
}

@test "st-synth: the two tables name every instrument once" {
	cd "$data"
	[ "$(head -n 1 csvconfig/instrumentconfig.csv)" = \
		Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage ]
	for t in instrumentconfig rollconfig; do
		diff <(tail -n +2 csvconfig/$t.csv | cut -d, -f1 | sort) <(ls adjusted_prices_csv | sed 's/\.csv$//' | sort)
	done
	[ "$(cut -d, -f6 csvconfig/instrumentconfig.csv | tail -n +2 | sort -u | wc -l)" = 11 ]
	[ "$(cut -d, -f7 csvconfig/instrumentconfig.csv | tail -n +2 | sort -u | paste -sd' ')" = 'EUR GBP JPY USD' ]
	awk -F, 'NR > 1 && !($2 > 0 && $9 > 0) { exit 1 }' csvconfig/instrumentconfig.csv
}

@test "st-synth: rolls go into the forward contract, when both prices are there" {
	for f in "$data"/multiple_prices_csv/*.csv; do
		awk -F, 'NR > 2 && $5 != id { if ($5 != next_id || price == "" || forward == "" || !close_row) exit 1; n++ }
			{ id = $5; price = $4; forward = $6; next_id = $7; close_row = $1 ~ / 23:00:00$/ }
			END { exit n < 3 }' "$f"
	done
}

@test "st-synth: a roll is at the first close on or after expiry less the days of rollconfig" {
	awk -F, '$5 != id && NR > 2 { print substr(last, 1, 10) "," id } { last = $1; id = $5 }' \
		"$data/multiple_prices_csv/BOND_LONG.csv" >rolls
	[ "$(wc -l <rolls)" -ge 15 ]
	while IFS=, read -r day id; do # HMUZ, 20 days before the 19th
		wanted=$(date -d "${id:0:4}-${id:4:2}-19 - 20 days" +%s)
		late=$((($(date -d "$day" +%s) - wanted) / 86400))
		[ "$late" -ge 0 ] && [ "$late" -le 4 ]
	done <rolls
}

@test "st-synth: adjusted is the panama stitch of multiple" {
	for f in "$data"/multiple_prices_csv/*.csv; do
		adjusted "$f" >expected
		awk -F, 'NR > 1 { if ($2 == "") print $1 ","; else printf "%s,%.9f\n", $1, $2 }' \
			"$data/adjusted_prices_csv/${f##*/}" >got
		sed -i 's/,-0\.0*$/,0.000000000/' expected got
		cmp expected got
	done
}

@test "st-synth: it has what true data has" {
	cd "$data"
	grep -q ',,[0-9]*00$' multiple_prices_csv/GRAIN_HARD.csv            # FORWARD blank
	grep -q '^[^,]*,,' multiple_prices_csv/EQ_NORTH.csv                 # CARRY blank
	awk -F, '$4 == "" { n++ } END { exit !n }' multiple_prices_csv/EQ_NORTH.csv
	grep -q ',$' adjusted_prices_csv/EQ_NORTH.csv                       # PRICE blank
	grep -q ' 00:00:00,' multiple_prices_csv/BOND_EAST.csv              # an hour that is midnight
	run -1 grep -v ' 23:00:00,\|DATETIME' multiple_prices_csv/GRAIN_HARD.csv
	[ "$(head -q -n 2 multiple_prices_csv/*.csv | cut -c 1-10 | sort -u | wc -l)" -gt 20 ] # days of listing
	st-synth --instruments=3 -o long
	grep -q ',-' long/adjusted_prices_csv/OIL_LIGHT.csv
}

@test "st-synth: will not write into a folder that holds something" {
	mkdir d && touch d/mine
	dies "st-synth: 'd' is not empty; name a new folder" st-synth -o d
	[ "$(ls d)" = mine ]
	dies "st-synth: cannot make 'no/such': No such file or directory" st-synth -o no/such
	dies "st-synth: cannot make 'd/mine': Not a directory" st-synth -o d/mine
}

@test "st-synth: a full disk is told" {
	ulimit -f 64 # blocks of 1 KiB; the signal is ignored so that the write fails
	trap '' XFSZ
	dies "st-synth: cannot write 'd/fx_prices_csv/EURUSD.csv': File too large" st-synth -o d
}

@test "st-synth: bad options are refused by name" {
	dies 'st-synth: name the folder with --output: ""; see st-synth --help' st-synth
	dies 'st-synth: option --instruments wants 1 to 1000: "0"' st-synth --instruments=0 -o d
	dies 'st-synth: option --years wants 1 to 200: "201"' st-synth --years=201 -o d
	dies 'st-synth: option --seed wants a whole number: "x"; see st-synth --help' st-synth --seed=x -o d
	for day in 2001-02-30 2001-02-03x 0999-01-01 ''; do
		dies_like "st-synth: option --start wants .*: \"$day\"; see st-synth --help" st-synth --start=$day -o d
	done
	dies 'st-synth: no operands are taken: "operand"; see st-synth --help' st-synth -o d operand
	[ ! -e d ]
}

@test "st-synth: the example's data is what its script makes" {
	"$ROOT/examples/make-data.sh" made.tar.gz
	cmp <(gzip -dc made.tar.gz) <(gzip -dc "$ROOT/examples/data.tar.gz")
}
