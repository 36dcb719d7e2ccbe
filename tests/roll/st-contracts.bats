#!/usr/bin/env bats
# st-contracts: ids, expiries, neighbours in the cycles, the chain to collect, what is refused

bats_require_minimum_version 1.5.0
load ../helper

# Rows of pysystemtrade's rollconfig.csv, as spec data.md 1.2 has them; V2X and GAS_US from 2.4's table.
setup() {
	cd "$BATS_TEST_TMPDIR"
	cat >rolls <<-'CSV'
		Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset
		AUD,HMUZ,-5,1,HMUZ,17
		EDOLLAR,HMUZ,-1100,-1,HMUZ,18
		CORN,Z,-60,-1,HKNUZ,14
		CRUDE_W,Z,-40,-1,FGHJKMNQUVXZ,-11
		GAS_US,FGHJKMNQUXVZ,-35,-1,FGHJKMNQUVXZ,-4
		V2X,FGHJKMNQUVXZ,-60,-1,FGHJKMNQUVXZ,19
	CSV
	head=instrument,contract,letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry
}

lines() {
	printf '%s\n' "$@"
}

# of COLUMNS CODE CONTRACT ...: these columns of the contracts.
of() {
	st-contracts --rolls=rolls -i "$2" "${@:3}" | cut -d, -f"$1" | sed 1d
}

# Reference: spec data.md 2.4 [V].
@test "AUD 20200300: neighbours, expiry and roll with the offset and without" {
	prints "$(lines $head AUD,20200300,H,2020-03-18,2020-03-13,20200600,20191200,20200600,20191200,20200600)" \
		st-contracts --rolls=rolls -i AUD 202003
	try st-contracts --rolls=rolls -i AUD 202003
	prints_file out st-contracts dates --rolls=rolls -i AUD 202003
	prints_file out st-contracts --rolls=rolls -i AUD dates 202003
	# A contract that pysystemtrade stepped to has lost its offset
	prints "$(lines $head AUD,20200300,H,2020-03-01,2020-02-25,20200600,20191200,20200600,20191200,20200600)" \
		st-contracts --rolls=rolls -i AUD --no-offset 20200300
}

@test "CORN: from months in and between the cycles" {
	[ "$(of 6- CORN 20211200)" = 20221200,20201200,20220300,20210900,20210900 ]
	[ "$(of 6-9 CORN 20210800)" = 20211200,20201200,20210900,20210700 ]
	[ "$(of 6-9 CORN 202101)" = 20211200,20201200,20210300,20201200 ]
}

@test "the table of expiries, rolls and carry, out of a table on standard input" {
	lines instrument,contract EDOLLAR,20240600 CORN,20221200 CRUDE_W,20211200 GAS_US,20211200 V2X,20211200 >in
	try st-contracts --rolls=rolls <in
	prints "$(lines EDOLLAR,20240600,2024-06-19,2021-06-15,20240900,20240300 CORN,20221200,2022-12-15,2022-10-16,20231200,20220900 \
		CRUDE_W,20211200,2021-11-20,2021-10-11,20221200,20211100 GAS_US,20211200,2021-11-27,2021-10-23,20220100,20211100 \
		V2X,20211200,2021-12-20,2021-10-21,20220100,20211100)" bash -c "sed 1d <<<'$(cat out)' | cut -d, -f1,2,4-6,10"
}

# Reference: spec data.md 2.1 and 2.3.
@test "ids: six digits or eight, canonical, legs of a spread in their order; day digits are carried along" {
	prints "$(lines contract,leg 20200300,20200300 20200300,20200300 20200315,20200315 \
		20200300_20200600,20200300 20200300_20200600,20200600 20201200_20200315_20200300,20201200 \
		20201200_20200315_20200300,20200315 20201200_20200315_20200300,20200300)" \
		st-contracts legs 202003 20200300 20200315 202003_202006 202012_20200315_20200300
	prints "$(lines contract,leg 20200300_20200600,20200300 20200300_20200600,20200600)" st-contracts legs <<<"$(lines x,contract 1,202003_202006)"
	[ "$(of 3,4,6 CORN 20211215)" = Z,2021-12-29,20221215 ]
}

# Reference: spec data.md 2.1: pysystemtrade takes the first three and fails later.
@test "ids that are no month and no day are refused" {
	local id
	for id in 202013 20200000 20200230 2020 20203 2020030 020003 20200x 2020-3 00000000 ''; do
		dies "st-contracts: not a contract, YYYYMM or YYYYMMDD: \"$id\"" st-contracts --rolls=rolls -i AUD "$id"
		dies "st-contracts: not a contract, YYYYMM or YYYYMMDD: \"$id\"" st-contracts legs "$id"
	done
	dies 'st-contracts: not a contract, YYYYMM or YYYYMMDD: "202003_"' st-contracts legs 202003_
	dies 'st-contracts: not a contract, YYYYMM or YYYYMMDD: "202003_202013"' st-contracts --rolls=rolls -i AUD 202003_202013
	dies 'st-contracts: a spread; dates need a single contract: "202003_202006"' st-contracts --rolls=rolls -i AUD 202003_202006
}

# Reference: spec data.md 2.2 and 6.2: the offset is ignored then; whole days are floored.
@test "a known expiry, and the days from --now" {
	prints "$(lines $head,days_to_roll,days_to_expiry AUD,20200300,H,2020-03-16,2020-03-11,20200600,20191200,20200600,20191200,20200600,-1,4)" \
		st-contracts --rolls=rolls -i AUD --expiry=2020-03-16 --now=2020-03-12 202003
	prints "$(lines $head,days_to_roll,days_to_expiry AUD,20200300,H,2020-03-16,2020-03-11,20200600,20191200,20200600,20191200,20200600,-2,3)" \
		st-contracts --rolls=rolls -i AUD --expiry=2020-03-16 --now='2020-03-12 00:00:01' 202003
	lines contract,known_expiry,instrument 202003,2020-03-16,AUD 202003,,AUD >in
	prints "$(lines "contract,known_expiry,instrument,${head#*,*,}" \
		202003,2020-03-16,AUD,H,2020-03-16,2020-03-11,20200600,20191200,20200600,20191200,20200600 \
		202003,,AUD,H,2020-03-18,2020-03-13,20200600,20191200,20200600,20191200,20200600)" st-contracts --rolls=rolls <in
}

@test "a table's columns pass as they stand, the contract being in any of them" {
	printf 'note,instrument,price_contract\r\n"a, ""b""",AUD,"202003"\r\n' >in
	prints "$(lines "note,instrument,price_contract,${head#*,*,}" \
		'"a, ""b""",AUD,"202003",H,2020-03-18,2020-03-13,20200600,20191200,20200600,20191200,20200600')" \
		st-contracts --rolls=rolls --column=price_contract <in
	lines contract 202003 >in
	prints "$(lines "contract,${head#*,*,}" 202003,Z,2020-03-15 | sed '$d'
		echo 202003,H,2020-03-15,2020-01-15,20201200,20191200,20200500,20191200,20191200)" st-contracts --rolls=rolls -i CORN <in
}

# Reference: spec data.md 6.1: the next priced of the furthest, back to the first of the month 100 days ago.
@test "chain: what to collect, from the furthest contract and from multiple prices" {
	prints "$(lines $head,days_to_roll,days_to_expiry \
		CORN,20210900,U,2021-09-15,2021-07-17,20211200,20201200,20211200,20210700,20210700,-137,-77 \
		CORN,20211200,Z,2021-12-15,2021-10-16,20221200,20201200,20220300,20210900,20210900,-46,14 \
		CORN,20220300,H,2022-03-15,2022-01-14,20221200,20211200,20220500,20211200,20211200,44,104)" \
		st-contracts --rolls=rolls -i CORN --now=2021-12-01 --last=202112 chain
	# 2021-12-10 is 100 days after 2021-09-01, and a second later that is too long ago
	[ "$(st-contracts --rolls=rolls -i CORN --now=2021-12-10 --last=202112 chain | cut -d, -f2 | tr '\n' ' ')" = 'contract 20210900 20211200 20220300 ' ]
	[ "$(st-contracts --rolls=rolls -i CORN --now='2021-12-10 00:00:01' --last=202112 chain | cut -d, -f2 | tr '\n' ' ')" = 'contract 20211200 20220300 ' ]
	lines time,instrument,price_contract,carry_contract,forward_contract 2021-11-01,AUD,20211200,20230300,20220300 \
		2021-11-01,CORN,20211200,20210900,20211200 2021-11-02,AUD,20211200,20220300,20211200 >in
	[ "$(st-contracts --rolls=rolls --now=2021-12-10 chain <in | cut -d, -f1,2 | tr '\n' ' ')" = \
		'instrument,contract AUD,20210900 AUD,20211200 AUD,20220300 AUD,20220600 CORN,20210900 CORN,20211200 CORN,20220300 ' ]
	prints "$head,days_to_roll,days_to_expiry" st-contracts --rolls=rolls -i CORN --now=2031-12-10 --last=202112 chain
}

@test "what is refused, by line and column" {
	dies "st-contracts: rolls: no roll parameters of 'GOLD'" st-contracts --rolls=rolls -i GOLD 202003
	dies "st-contracts: stdin:2: column 'contract': not a contract, YYYYMM or YYYYMMDD: \"x\"" st-contracts --rolls=rolls <<<"$(lines instrument,contract AUD,x)"
	dies "st-contracts: stdin:2: column 'contract': a spread; dates need a single contract: \"202003_202006\"" \
		st-contracts --rolls=rolls <<<"$(lines instrument,contract AUD,202003_202006)"
	dies "st-contracts: stdin:2: column 'known_expiry': not a date: \"16/3/2020\"" st-contracts --rolls=rolls <<<"$(lines instrument,contract,known_expiry AUD,202003,16/3/2020)"
	dies "st-contracts: stdin:1: no column 'instrument'" st-contracts --rolls=rolls <<<contract
	dies "st-contracts: stdin:1: no column 'contract'" st-contracts --rolls=rolls <<<instrument
	dies "st-contracts: stdin:3: 1 field where the header has 2" st-contracts --rolls=rolls <<<"$(lines instrument,contract AUD,202003 AUD)"
	[ "$(cat out)" = "$(lines $head AUD,202003,H,2020-03-18,2020-03-13,20200600,20191200,20200600,20191200,20200600)" ]
	dies "st-contracts: stdin: empty: not even a header" st-contracts --rolls=rolls </dev/null
	prints $head st-contracts --rolls=rolls <<<instrument,contract
	dies "st-contracts: stdin:2: column 'carry_contract': not a contract, YYYYMM or YYYYMMDD: \"\"" st-contracts chain --rolls=rolls --now=2020-01-01 \
		<<<"$(lines instrument,price_contract,carry_contract,forward_contract AUD,202003,,202006)"
	sed 's/CORN,Z,-60,-1/CORN,Z,-60,2/' rolls >bad
	dies "st-contracts: bad:4: column 'CarryOffset': neither 1 nor -1: \"2\"" st-contracts --rolls=bad -i AUD 202003
	sed 's/CORN,Z/CORN,AZ/' rolls >bad
	dies "st-contracts: bad:4: column 'HoldRollCycle': not letters of contract months, FGHJKMNQUVXZ: \"AZ\"" st-contracts --rolls=bad -i AUD 202003
	sed 's/^CORN/AUD/' rolls >bad
	dies "st-contracts: bad:4: column 'Instrument': twice: \"AUD\"" st-contracts --rolls=bad -i AUD 202003
}

# wrong MESSAGE ARGUMENT ...: status 2, the message first.
wrong() {
	run -2 st-contracts "${@:2}" </dev/null
	echo "$output"
	[[ "${lines[0]}" == "st-contracts: $1"* ]]
}

@test "options that do not go together" {
	wrong 'dates needs --rolls' -i AUD 202003
	wrong 'contracts need --instrument' --rolls=rolls 202003
	wrong 'chain needs --now' chain --rolls=rolls
	wrong 'chain needs --rolls' chain --now=2020-01-01
	wrong 'chain takes no operand: "202003"' chain --rolls=rolls --now=2020-01-01 202003
	wrong 'chain takes no --expiry' chain --rolls=rolls --now=2020-01-01 --expiry=2020-01-01
	wrong 'dates takes no --last' --rolls=rolls --last=202003 -i AUD
	wrong '--last needs --instrument' chain --rolls=rolls --last=202003 --now=2020-01-01
	wrong 'legs takes no --rolls' legs --rolls=rolls 202003
	wrong 'no such option: "--ids"' --ids 202003
	wrong '--expiry needs a contract named' --rolls=rolls --expiry=2020-01-01
	wrong '--expiry is of one contract, here are more' --rolls=rolls -i AUD --expiry=2020-01-01 202003 202006
	wrong 'not a date' --rolls=rolls -i AUD --expiry=2020-02-30 202003
	wrong '--now is not a time' --rolls=rolls -i AUD --now=today 202003
}

@test "a full disk, a closed pipe" {
	run -2 bash -c 'st-contracts legs 202003 >/dev/full'
	[[ "$output" == "st-contracts: cannot write 'stdout': "* ]]
	yes AUD,202003 | head -n 20000 | cat <(echo instrument,contract) - >in
	run -0 bash -c 'st-contracts --rolls=rolls <in | head -n 1'
	[ "$output" = $head ]
	[ "$(st-contracts --rolls=rolls <in | sort -u | wc -l)" = 2 ]
}
