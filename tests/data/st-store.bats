# st-store: what a data folder has

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	mkdir -p d/{contract,multiple,adjusted,fx}_prices_csv d/roll_calendars_csv d/csvconfig d/other
	printf 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n2021-01-04 23:00:00,1,1,1,1,1\n2021-01-05T09:00:00Z,,,,,\n' >d/contract_prices_csv/GAS_US_20210300.csv
	printf 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n' >d/contract_prices_csv/GAS_US_20210400.csv
	printf 'DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n2021-01-04,1,1,1,1,1\n' >d/contract_prices_csv/GAS_20210400.csv
	printf 'DATETIME,price\r\n2021-01-04 23:00:00,1\r\n2021-01-05 23:00:00,2\r\n2021-01-06 23:00:00,3' >d/adjusted_prices_csv/GAS_US.csv
	printf 'DATE_TIME,current_contract,next_contract,carry_contract\n2021-01-04 23:00:00,1,2,3\n' >d/roll_calendars_csv/GAS.csv
	printf 'DATETIME,PRICE\n2021-01-04 23:00:00,1\n' >d/fx_prices_csv/EURUSD.csv
	echo junk >d/fx_prices_csv/EURUSD.csv.tmp
	echo junk >d/other/x.csv
}

all() {
	cat <<-'CSV'
		folder,name,rows,first,last
		contract_prices_csv,GAS_20210400,1,2021-01-04 00:00:00,2021-01-04 00:00:00
		contract_prices_csv,GAS_US_20210300,2,2021-01-04 23:00:00,2021-01-05 09:00:00
		contract_prices_csv,GAS_US_20210400,0,,
		adjusted_prices_csv,GAS_US,3,2021-01-04 23:00:00,2021-01-06 23:00:00
		roll_calendars_csv,GAS,1,2021-01-04 23:00:00,2021-01-04 23:00:00
		fx_prices_csv,EURUSD,1,2021-01-04 23:00:00,2021-01-04 23:00:00
	CSV
}

@test "each file with its rows, first and last stamp; of a folder, of an archive, of \$ST_HOME" {
	all >want
	prints_file want st-store --data=d
	ST_HOME=d prints_file want st-store
	ST_HOME=nowhere prints_file want st-store --data=d
	tar -cf d.tar d/contract_prices_csv d/multiple_prices_csv d/adjusted_prices_csv d/roll_calendars_csv d/fx_prices_csv
	prints_file want st-store -d d.tar
	st-store -d d | st-validate --schema=store
	st-fetch fx --data=d >want
	ST_HOME=d prints_file want st-fetch fx
}

@test "operands are instruments with their contracts, contracts and pairs; --folder says where" {
	all | grep -E 'folder|GAS_US' >want
	prints_file want st-store -d d GAS_US
	all | grep -E 'folder|GAS_US_20210300|EURUSD' >want
	prints_file want st-store -d d EURUSD GAS_US_20210300
	all | grep -E 'folder|fx_|roll' >want
	prints_file want st-store -d d -f fx_prices_csv --folder=roll_calendars_csv
	dies "st-store: nothing of 'GOLD' in 'd'" st-store -d d GAS GOLD
	dies "st-store: nothing of 'GAS_US' in 'd'" st-store -d d -f fx_prices_csv GAS_US
}

@test "what it refuses" {
	dies "st-store: option --data is missing, and \$ST_HOME is not set: \"\"; see st-store --help" st-store
	dies 'st-store: no such folder: "other"; see st-store --help' st-store -d d -f other
	dies "st-store: cannot open 'nowhere': No such file or directory" st-store -d nowhere
	printf 'DATETIME,PRICE\nsoon,1\n' >d/fx_prices_csv/GBPUSD.csv
	dies 'st-store: d/fx_prices_csv/GBPUSD.csv:2: not a time: "soon"' st-store -d d GBPUSD
	printf 'DATETIME,PRICE\n2021-01-04,1\n2021-01-05\n' >d/fx_prices_csv/GBPUSD.csv
	dies 'st-store: d/fx_prices_csv/GBPUSD.csv:3: 1 field where the header has 2' st-store -d d GBPUSD
	: >d/fx_prices_csv/GBPUSD.csv
	dies 'st-store: d/fx_prices_csv/GBPUSD.csv: empty: not even a header' st-store -d d GBPUSD
}

@test "a reader that leaves, a disk that is full" {
	[ "$(st-store -d d | head -n 1)" = folder,name,rows,first,last ]
	[ -e /dev/full ] || skip "no /dev/full"
	run bash -c 'st-store -d d >/dev/full'
	[ "$status" = 2 ] && [ "$output" = "st-store: cannot write 'stdout': No space left on device" ]
}

# Reference: spec data.md 1.4-1.7, counted over the shipped files.
@test "the shipped folder: files and rows" {
	data
	st-store --data="$ST_DATA" >out
	count() { awk -F, -v f="$1" '$1 == f { n++; rows += $3 } END { print n, rows }' out; }
	[ "$(count multiple_prices_csv)" = '116 2914556' ]
	[ "$(count adjusted_prices_csv)" = '122 3433212' ]
	[ "$(count fx_prices_csv)" = '10 79308' ]
	[ "$(count roll_calendars_csv)" = '165 15838' ]
}
