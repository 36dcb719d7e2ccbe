#!/usr/bin/env bats
# st-synth: the same bytes for a seed, pysystemtrade's formats, rolls, contracts that multiple prices are made of,
# and a stitch that awk agrees with

load ../helper
bats_require_minimum_version 1.5.0

setup_file() {
	cd "$BATS_FILE_TMPDIR"
	st-synth --seed=7 --instruments=24 --years=6 -o data
	st-synth --seed=7 --instruments=24 --years=6 --contracts -o full
	st-synth --seed=7 --instruments=24 --years=6 --contracts --stream >contracts
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	data=$BATS_FILE_TMPDIR/data full=$BATS_FILE_TMPDIR/full contracts=$BATS_FILE_TMPDIR/contracts
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
	[ "$(st-synth --seed=3 --instruments=24 --years=2 --stream --contracts | sha256sum)" = \
		"b1f949f2b3a789178b31e3d5ab913a698a06be333a74e5b630ea4f6b7ce0546d  -" ]
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

# The rows that pysystemtrade makes of a market's contracts and roll calendar: between two rolls those of the
# contract held, the forward one and the carry one, joined by stamp. built CONTRACTS CALENDAR, each a file.
built() {
	awk -F, 'NR == FNR { if (FNR > 1) { n++; at[n] = $1; held[n] = $2; forward[n] = $3; carry[n] = $4 } next }
		{ final[$3, $1] = $7; has[$3, $1] = 1; stamps[$1] = 1 }
		END {
			for (t in stamps)
				for (i = 2; i <= n; i++)
					if (t > at[i - 1] && t <= at[i] && ((held[i], t) in has || (forward[i], t) in has || (carry[i], t) in has))
						print t "," final[carry[i], t] "," carry[i] "," final[held[i], t] "," held[i] "," \
							final[forward[i], t] "," forward[i]
		}' "$2" "$1" | sort
}

@test "st-synth: multiple prices are what contracts, joined by the roll calendar, give" {
	tail -n +2 "$contracts" | awk -F, '{ print >"of." $2 }'
	for f in "$full"/multiple_prices_csv/*.csv; do
		code=$(basename "$f" .csv) calendar=$full/roll_calendars_csv/${f##*/}
		built "of.$code" "$calendar" >from_contracts
		from=$(sed -n '2s/,.*//p' "$calendar") to=$(tail -n 1 "$calendar" | cut -d, -f1)
		awk -F, -v OFS=, -v from="$from" -v to="$to" 'NR > 1 && $1 > from && $1 <= to { sub("\r", ""); print }' "$f" >wanted
		[ "$(wc -l <wanted)" -gt 400 ]
		# A leg that is blank where another of the same contract is not: there the contract has the price.
		awk -F, -v OFS=, '$3 == $7 { if ($2 == "") $2 = $6; if ($6 == "") $6 = $2 } { print }' wanted >wanted.whole
		diff wanted.whole from_contracts
	done
}

@test "st-synth: roll calendars have the last stamp of each contract but the last" {
	[ "$(ls "$full/roll_calendars_csv")" = "$(ls "$full/multiple_prices_csv")" ]
	for f in "$full"/multiple_prices_csv/*.csv; do
		[ "$(head -n 1 "$full/roll_calendars_csv/${f##*/}")" = DATE_TIME,current_contract,next_contract,carry_contract ]
		diff <(tail -n +2 "$full/roll_calendars_csv/${f##*/}") \
			<(awk -F, 'NR > 2 && $5 != held { print row } { row = $1 "," $5 "," $7 "," $3; held = $5 }' "$f")
	done
}

@test "st-synth: --contracts adds two folders and leaves the others as they were" {
	[ "$(ls "$full" | paste -sd' ')" = \
		'adjusted_prices_csv contract_prices_csv csvconfig fx_prices_csv multiple_prices_csv roll_calendars_csv' ]
	diff -r "$data" "$full" >differ || true
	[ "$(cat differ)" = "Only in $full: contract_prices_csv
Only in $full: roll_calendars_csv" ]
}

@test "st-synth: the stream of contracts is their files" {
	for f in "$full"/contract_prices_csv/*.csv; do
		[ "$(head -n 1 "$f")" = DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME ]
		name=$(basename "$f" .csv)
		awk -F, -v OFS=, -v code="${name%_*}" -v id="${name##*_}" 'NR > 1 { $1 = $1 "," code "," id; print }' "$f"
	done | sort >files
	tail -n +2 "$contracts" | sort | cmp - files
	awk -F, '{ print $2 "_" $3 }' "$contracts" | tail -n +2 | uniq >names # one behind another
	sort -u names | cmp - <(sort names)
	st-fetch contracts -d "$full" | sort | cmp - <(sort "$contracts")
	st-validate --schema=contracts "$contracts"
}

@test "st-synth: the stream of multiple prices is their files" {
	for i in $(tail -n +2 "$data/csvconfig/rollconfig.csv" | cut -d, -f1); do
		awk -F, -v OFS=, -v code="$i" 'NR > 1 { print $1, code, $4, $5, $2, $3, $6, $7 }' "$data/multiple_prices_csv/$i.csv"
	done >files
	st-synth --seed=7 --instruments=24 --years=6 --stream >rows
	tail -n +2 rows | cmp - files
	st-validate --schema=prices rows
}

@test "st-synth: contracts have what true ones have" {
	# per instrument: the most that are quoted at one close, blanks, hours, days that only some contracts have
	awk -F, 'NR > 1 { n[$2, $1]++; close_row = $1 ~ / 23:00:00$/; id[$2, $3] = 1
			if (n[$2, $1] > most[$2]) most[$2] = n[$2, $1]
			blank[$2] += $7 == ""; hours[$2] += !close_row }
		END { for (i in most) print i, most[i], blank[i], hours[i] }' "$contracts" | sort >found
	[ "$(wc -l <found)" = 24 ]
	awk '$2 < 3 || $3 < 3 { exit 1 }' found
	[ "$(awk '$4 > 0' found | wc -l)" = "$(grep -l ' [01][0-9]:00:00,' "$data"/multiple_prices_csv/*.csv | wc -l)" ]
	grep -q '^GAS_WINTER .* [1-9]' found
	run -1 grep -v ' 0$' <(grep '^GRAIN_HARD ' found)
	# a contract's life has days without a bar on which its neighbour has one
	awk -F, '$2 == "RATE_SHORT" { print $1 "," $3 }' "$contracts" | sort >bars
	grep ,20030300 bars | cut -d, -f1 >a
	grep ,20030600 bars | cut -d, -f1 >b
	[ -s a ] && [ -n "$(awk -v to="$(tail -n 1 a)" -v from="$(head -n 1 a)" '$0 > from && $0 < to' b | comm -13 a -)" ]
}

@test "st-synth: carry has both signs, from market to market and within one that has seasons" {
	# signs FILE: how many rows whose carry contract, seen from the one held, is dearer the later; and cheaper
	signs() {
		awk -F, 'NR > 1 && $2 != "" && $4 != "" && $2 != $4 { if (($2 > $4) == ($3 > $5)) up++; else down++ }
			END { print up + 0, down + 0 }' "$data/multiple_prices_csv/$1.csv"
	}
	[[ "$(signs OIL_LIGHT)" =~ ^[0-9]{1,2}\ [0-9]{3,}$ ]]
	[[ "$(signs BEAN_DARK)" =~ ^[0-9]{3,}\ [0-9]{1,2}$ ]]
	[[ "$(signs GAS_WINTER)" =~ ^[0-9]{3,}\ [0-9]{3,}$ ]]
}

@test "st-synth: --until is what had arrived: nothing later, nothing older than six days missing, some days late" {
	for seed in 1 2 3 4 5; do
		st-synth --seed=$seed --instruments=24 --years=2 --stream >all
		st-synth --seed=$seed --instruments=24 --years=2 --stream --until=2001-06-28 >now
		awk 'NR == 1 || $0 < "2001-06-29"' all | diff - now >late || true
		run -1 grep -v '^< 2001-06-2[3-8]\|^[0-9]' late
		grep '^<' late >>seen || true
	done
	[ -s seen ]
	for d in $(seq 10 28); do # as days go by rows come and none goes
		st-synth --seed=5 --instruments=24 --years=2 --stream --until=2001-06-$d | sort >now
		[ ! -e before ] || [ "$(comm -23 before now)" = "" ]
		mv now before
	done
}

@test "st-synth: --until in a folder cuts all of it" {
	st-synth --instruments=3 --years=2 --contracts -o whole --until=2005-01-01
	st-synth --instruments=3 --years=2 --contracts -o plain
	diff -r whole plain
	st-synth --instruments=3 --years=2 --contracts -o cut --until=2001-02-01
	for f in cut/*_csv/*.csv; do
		[ "$(wc -l <"$f")" = 1 ] || tail -n 1 "$f" | cut -c 1-10
	done | sort | tail -n 1 | grep -x 2001-02-01
	diff -r whole/csvconfig cut/csvconfig
}

@test "st-synth: the first year there is, the last, and the one in which stamps are 0" {
	for day in 1000-01-01 9000-01-01 1969-10-01; do
		st-synth --start=$day --instruments=24 --years=1 --stream --contracts >c
		[ "$(wc -l <c)" -gt 20000 ]
		st-validate --schema=contracts c
		st-synth --start=$day --instruments=24 --years=1 --stream | st-validate --schema=prices
	done
}

@test "st-synth: a stream takes no more memory for more markets or years" {
	(ulimit -v 65536 && st-synth --version) >/dev/null 2>&1 || skip "a program needs more than 64 MB here (sanitizers do)"
	ulimit -v 65536
	[ "$(st-synth --instruments=2000 --years=4 --stream | wc -c)" -gt 100000000 ]
	[ "$(st-synth --instruments=2 --years=200 --stream --contracts | wc -c)" -gt 40000000 ]
}

@test "st-synth: a stream that no one reads on ends; a full device is told" {
	st-synth --stream | head -n 1 >/dev/null
	try st-synth --years=1 --stream
	dies "st-synth: cannot write 'stdout': No space left on device" bash -c 'exec st-synth --years=1 --stream >/dev/full'
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
	dies 'st-synth: name the folder with --output, or ask for a --stream: ""; see st-synth --help' st-synth
	dies 'st-synth: a stream and a folder are not made together: "d"; see st-synth --help' st-synth --stream -o d
	dies 'st-synth: option --instruments wants 1 or more: "0"' st-synth --instruments=0 -o d
	dies 'st-synth: option --years wants 1 to 200: "201"' st-synth --years=201 -o d
	dies 'st-synth: option --seed wants a whole number: "x"; see st-synth --help' st-synth --seed=x -o d
	for day in 2001-02-30 2001-02-03x 0999-01-01 ''; do
		dies_like "st-synth: option --start wants .*: \"$day\"; see st-synth --help" st-synth --start=$day -o d
		dies_like "st-synth: option --until wants .*: \"$day\"; see st-synth --help" st-synth --until=$day -o d
	done
	dies 'st-synth: no operands are taken: "operand"; see st-synth --help' st-synth -o d operand
	[ ! -e d ]
}

@test "st-synth: the example's data is what its script makes" {
	"$ROOT/examples/make-data.sh" made.tar.gz
	cmp <(gzip -dc made.tar.gz) <(gzip -dc "$ROOT/examples/data.tar.gz")
}
