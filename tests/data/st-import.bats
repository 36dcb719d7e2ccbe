# st-import: each vendor's files as its adapter says, names that mislead, and a corpus of broken files
# with the one line that each must give. All prices here are invented, in the vendors' formats.

load ../helper

# adapter LINE ...: the file own.yaml, of names like X_202003.csv and columns Date,Open,High,Low,Close,Volume
adapter() {
	cat >own.yaml <<-'YAML'
		files: "%{IC}_%{YEAR}%{MONTH2}.csv"
		time: Date
		date_format: "%Y-%m-%d"
		columns: { OPEN: Open, HIGH: High, LOW: Low, FINAL: Close, VOLUME: Volume }
	YAML
	for line; do echo "$line" >>own.yaml; done
}

# file NAME LINE ...: a file of the vendor's folder v
file() {
	mkdir -p "$(dirname "v/$1")"
	printf '%s\n' "${@:2}" >"v/$1"
}

header=Date,Open,High,Low,Close,Volume
ours=DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME

# breaks WANT LINE ...: a file of these lines is refused with one line that names it; nothing is printed.
breaks() {
	rm -rf v
	file X_202003.csv "${@:2}"
	dies "st-import: v/X_202003.csv$1" st-import -a own.yaml v || return
	[ ! -s out ]
}

@test "Barchart: symbols in any case, the newest first, a notice at the end, yen for 100" {
	file zch20_daily_historical-data-01-02-2020.csv Time,Open,High,Low,Last,Change,%Chg,Volume \
		'01/03/2020,390,392.5,389,391.25,1,0.26%,1234' '01/02/2020,388,391,387.75,390.25,2,0.51%,987' \
		'"Downloaded from Barchart.com as of 01-03-2020 05:00pm CST"'
	file J6Z21_x.csv Time,Open,High,Low,Last,Change,%Chg,Volume '12/01/2021,88.5,89.5,88,89,0,0,7' '"Downloaded"'
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,388.0,391.0,387.75,390.25,987' '2020-01-03 23:00:00,390.0,392.5,389.0,391.25,1234')" \
		st-import -a barchart v CORN
	prints "$(printf '%s\n' $ours '2021-12-01 23:00:00,0.885,0.895,0.88,0.89,7')" st-import -a barchart v JPY/20211200
	st-validate --schema=contract_file out
	prints "$(printf '%s\n' instrument,contract,file CORN,20200300,v/zch20_daily_historical-data-01-02-2020.csv JPY,20211200,v/J6Z21_x.csv)" \
		st-import -a barchart --list v
}

@test "Barchart of today: Latest, dates of ISO, digits in groups, names in quotes, with the notice and without" {
	local head='"Time","Open","High","Low","Latest","Change","%Change","Volume","Open Int"'
	file zch25_price-history-12-21-2024.csv "$head" '2024-12-20,440,442,439,"1,441.50",1.5,+0.34%,"1,195,900",5000' \
		'2024-12-19,438,441,437,440,unch,unch,900,N/A' '"Downloaded from Barchart.com as of 12-21-2024 03:15am CST"' ''
	sed -i s/442/1442/ v/*.csv
	prints "$(printf '%s\n' $ours '2024-12-19 23:00:00,438.0,441.0,437.0,440.0,900' '2024-12-20 23:00:00,440.0,1442.0,439.0,1441.5,1195900')" \
		st-import -a barchart v
	sed -i '/Downloaded/d' v/*.csv
	st-import -a barchart v | cmp - out
	printf '%s\n' 'Downloaded from Barchart.com as of 12-21-2024 03:15am CST' >>v/zch25_price-history-12-21-2024.csv
	st-import -a barchart v | cmp - out
	sed -i '$s/Downloaded.*/2024-12-18/' v/*.csv
	dies_like "st-import: v/zch25.*csv:5: 1 field where the header has 9" st-import -a barchart v
}

@test "Barchart of yesteryear: years of two digits, open interest" {
	file GCJ19_price-history.csv 'Time,Open,High,Low,Last,Change,Volume,"Open Int"' 03/22/19,1321.4,1326.6,1319.6,1324.8,5.1,2667,45914 \
		03/21/19,1326.1,1332.2,1316,1319.7,5.7,5166,45273
	prints "$(printf '%s\n' $ours '2019-03-21 23:00:00,1326.1,1332.2,1316.0,1319.7,5166' '2019-03-22 23:00:00,1321.4,1326.6,1319.6,1324.8,2667')" \
		st-import -a barchart v
	sed -i 's/,1324.8,/,N\/A,/' v/*.csv
	[ "$(st-import -a barchart v | tail -n 1)" = '2019-03-22 23:00:00,1321.4,1326.6,1319.6,,2667' ]
	file GCJ19_price-history.csv Time,Open,High,Low,Latest,Volume '"2020-03-20 08:29",1,1,1,1,5' '"2020-03-20 08:28",1,1,1,1,5'
	dies_like 'st-import: v/GCJ19.*:2: no row, for no field is a time as "%Y-%m-%d", "%m/%d/%Y" or "%m/%d/%y": "2020-03-20 08:29,1,1,1,1,5"' \
		st-import -a barchart v
}

@test "one file has one form of dates; mixing is refused by line, and so is what may be two" {
	file ZCH20_.csv Time,Open,High,Low,Last,Volume 01/02/2020,1,1,1,1,5 2020-01-03,2,2,2,2,6
	dies "st-import: v/ZCH20_.csv:3: column 'Time': not a time as \"%m/%d/%Y\", as those before it: \"2020-01-03\"" st-import -a barchart v
	adapter 'order: either' && sed -i 's|"%Y-%m-%d"|[ "%m/%d/%Y", "%d/%m/%Y" ]|' own.yaml
	rm -rf v
	file X_202003.csv $header 01/02/2020,1,1,1,1,1 02/02/2020,1,1,1,1,1 13/02/2020,1,1,1,1,1
	prints "$(printf '%s\n' $ours "2020-02-"{01,02,13}" 23:00:00,1.0,1.0,1.0,1.0,1")" st-import -a own.yaml v
	breaks ': column '"'Date'"': every time is one as "%m/%d/%Y" and another as "%d/%m/%Y"' $header 01/02/2020,1,1,1,1,1
	breaks ":3: column 'Date': not a time as \"%m/%d/%Y\", as those before it: \"14/01/2020\"" $header 01/13/2020,1,1,1,1,1 14/01/2020,1,1,1,1,1
	rm -rf v
	file X_202003.csv $header 02/02/2020,1,1,1,1,1 03/03/2020,1,1,1,1,1
	prints "$(printf '%s\n' $ours "2020-0"{2-02,3-03}" 23:00:00,1.0,1.0,1.0,1.0,1")" st-import -a own.yaml v
}

@test "days: a time is its date, in UTC or at an offset from it, and the row that day's close" {
	adapter 'days: true' && sed -i 's|"%Y-%m-%d"|"%Y-%m-%dT%H:%M:%S%z"|' own.yaml
	file X_202003.csv $header 2023-11-02T05:00:00+0000,1,1,1,1,1 2023-11-03T05:00:00+0000,1,1,1,1,1 2023-11-06T06:00:00Z,1,1,1,1,1
	prints "$(printf '%s\n' $ours "2023-11-0"{2,3,6}" 23:00:00,1.0,1.0,1.0,1.0,1")" st-import -a own.yaml v
	sed -i '$s/.*/days: "+09:00"/' own.yaml
	file X_202003.csv $header 2023-11-02T15:00:00+0000,1,1,1,1,1 2023-11-03T14:59:59+0000,1,1,1,1,2
	breaks ':3: a time stands twice: 2023-11-03 23:00:00' $header 2023-11-02T15:00:00+0000,1,1,1,1,1 2023-11-03T14:59:59+0000,1,1,1,1,2
	sed -i '$s/.*/days: "-05:30"/' own.yaml
	file X_202003.csv $header 2023-11-03T05:29:59+0000,1,1,1,1,1 2023-11-03T05:30:00+0000,1,1,1,1,1
	prints "$(printf '%s\n' $ours "2023-11-0"{2,3}" 23:00:00,1.0,1.0,1.0,1.0,1")" st-import -a own.yaml v
	sed -i '$s/.*/days: "+09:00"/; s|"%Y-%m-%dT.*|"%Y-%m-%d"|' own.yaml
	file X_202003.csv $header 2023-11-02,1,1,1,1,1
	prints "$(printf '%s\n' $ours "2023-11-02 23:00:00,1.0,1.0,1.0,1.0,1")" st-import -a own.yaml v
}

@test "a last line that is a row is no notice" {
	file ZCH20_.csv Time,Open,High,Low,Last,Volume 01/02/2020,1,1,1,1,5 01/03/2020,2,2,2,2,6
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1.0,1.0,1.0,1.0,5' '2020-01-03 23:00:00,2.0,2.0,2.0,2.0,6')" st-import -a barchart v
	file ZCH20_.csv Time,Open,High,Low,Last,Volume 01/02/2020,1,1,1,1,5 01/03/2020,2,2
	dies "st-import: v/ZCH20_.csv:3: 3 fields where the header has 6" st-import -a barchart v
	file ZCH20_.csv Time,Open,High,Low,Last,Volume 01/02/2020,1,1,1,1,5 '"Downloaded, 2020"' 01/03/2020,2,2,2,2,6
	dies_like 'st-import: v/ZCH20_.csv:3: no row, for no field is a time as .*: "Downloaded, 2020"' st-import -a barchart v
	file ZCH20_.csv Time,Open,High,Low,Last,Volume 01/02/2020,1,1,1,1,5 Downloaded twice
	dies_like 'st-import: v/ZCH20_.csv:3: no row, for no field is a time as .*: "Downloaded"' st-import -a barchart v
}

@test "CSI: a folder a market, a table of symbols and multipliers of one's own" {
	file C2_B/C2_B_2020_H.csv $header 20200102,1,3,1,2,7
	file C2_B/C2_B_B.csv $header 20200102,1,3,1,2,7
	file ad2_B/ad2_B_2020_M.csv $header 20200102,70,72,69,71,0
	printf '%s\n' Enabled,Id,CSI,UnitMultiplier,Exchange TRUE,CORN,C2,1,CBT TRUE,AUD,AD2,0.01,CME TRUE,GOLD,,, >table
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,0.7000000000000001,0.72,0.6900000000000001,0.71,0')" \
		st-import -q -a csi --symbols=table v AUD
	printf '%s\n' Enabled,Id,CSI,UnitMultiplier,Exchange 1,CORN,C2,1 '' 1,,XX,1,CME 1,MINI,c2,1,CBT >short
	st-import -a csi --symbols=short v CORN 2>err >out
	printf '%s\n' 'st-import: short:5: symbol "c2" is CORN'"'s already" 'st-import: no instrument for symbol "ad2": its files are left out' \
		'st-import: v: 1 file left out, named otherwise than "%{BS}_%{IGNORE}/%{BS}_%{IGNORE}_%{YEAR}_%{LETTER}.csv"; the first: v/C2_B/C2_B_B.csv' |
		diff - err
	echo 1,GOLD,GC,0,CMX >>short
	dies_like 'st-import: short:6: a multiplier that is not above 0' st-import -q -a csi --symbols=short v
	st-import -q -a csi --symbols=table --files=o v
	[ "$(ls o)" = "$(printf '%s\n' AUD_20200600.csv CORN_20200300.csv)" ]
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7')" cat o/CORN_20200300.csv
	dies_like "st-import: .*/adapters/csi.yaml: knows no symbols; --symbols names a table of them" st-import -a csi v
}

@test "Norgate: a settlement may lie outside of the day's trades" {
	file ZC-2020H.csv $header 20200102,1,3,1,3.5,7
	printf '%s\n' Instrument,NorgateInstrument,UnitMultiplier CORN,ZC,1 >table
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1.0,3.0,1.0,3.5,7')" st-import -a norgate --symbols=table v
}

@test "investing.com: rates, groups of digits, months by name, one file a pair" {
	file 'KRW_USD Historical Data.csv' '"Date","Price","Open","High","Low","Change %"' '"Feb 03, 2021","1,112.50","1,110.00","1,113.00","1,109.00","0.2%"' \
		'"Feb 02, 2021","1,110.25","1,110.00","1,113.00","1,109.00","0.2%"'
	prints "$(printf '%s\n' DATETIME,PRICE '2021-02-02 23:00:00,1110.25' '2021-02-03 23:00:00,1112.5')" st-import -a investing v
	st-import -a investing --files=fx_prices_csv v
	prints KRWUSD.csv ls fx_prices_csv
	st-validate --schema=series_file fx_prices_csv/KRWUSD.csv
	mkdir e
	mv fx_prices_csv e
	[ "$(st-fetch fx -d e | tail -n 1)" = '2021-02-03 23:00:00,KRWUSD,1112.5' ]
}

@test "investing.com of today: a BOM, dates in digits, volumes of K and M, a name as a browser gives the second" {
	local head='"Date","Price","Open","High","Low","Vol.","Change %"'
	file 'EUR_USD Historical Data (1).csv' "$(printf '\xef\xbb\xbf')$head" '"12/31/2024","1.0353","1.0407","1.0427","1.0343","1.5K","-0.52%"' \
		'"12/30/2024","1.0407","1.0424","1.0458","1.0372","-","-0.17%"'
	prints "$(printf '%s\n' DATETIME,PRICE '2024-12-30 23:00:00,1.0407' '2024-12-31 23:00:00,1.0353')" st-import -a investing v
	sed -i 's|12/30/2024|30/12/2024|' v/*.csv
	dies_like 'st-import: v/EUR_USD.*:3: column .Date.: not a time as "%m/%d/%Y", as those before it: "30/12/2024"' st-import -a investing v
	sed -i 's|30/12/2024|12/30/2024|; s|1.0407|1,0407|' v/*.csv
	dies_like "st-import: v/EUR_USD.*:3: column 'Price': not a number: \"1,0407\"" st-import -a investing v
	sed 's/^files.*/files: "%{BS}_%{YEAR}%{MONTH2}.csv"/; /^continuous/d; s/^symbols:/symbols:\n  CL: CRUDE_W/
		s/^columns:.*/columns: { OPEN: Open, HIGH: High, LOW: Low, FINAL: Price, VOLUME: Vol. }/' "$ROOT/adapters/investing.yaml" >cl.yaml
	rm v/*
	file CL_202503.csv "$head" '"12/31/2024","71.72","71.23","72.03","71.01","168.15K","1.03%"' '"12/30/2024","70.99","70.48","71.54","70.18","2.3M",""' \
		'"12/27/2024","70.60","69.79","70.71","69.38","-",""'
	prints "$(printf '%s\n' $ours '2024-12-27 23:00:00,69.79,70.71,69.38,70.6,' '2024-12-30 23:00:00,70.48,71.54,70.18,70.99,2300000' \
		'2024-12-31 23:00:00,71.23,72.03,71.01,71.72,168150')" st-import -a cl.yaml v
}

@test "a delimiter and a decimal comma of the adapter's; digits in groups of three alone" {
	adapter 'delimiter: ";"' 'decimal: ","' 'thousands: "."'
	file X_202003.csv ${header//,/;} '2020-01-02;1.112,5;"1.234.567,25";,5;1112;1' '2020-01-03;-1,5;+2;-3;1,5e1;'
	sed -i 's/;,5;/;0,5;/; s/1,5e1/1,5/' v/*.csv
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1112.5,1234567.25,0.5,1112.0,1' '2020-01-03 23:00:00,-1.5,2.0,-3.0,1.5,')" st-import -a own.yaml v
	local x
	for x in 1.5 11.12 1112.500 1.1125,0 .112,0 1..112 1,5,0 1,112.500 1.; do
		breaks ":2: column 'Open': not a number: \"$x\"" ${header//,/;} "2020-01-02;$x;1;1;1;1"
	done
	adapter 'delimiter: "\t"'
	rm -rf v
	file X_202003.csv "${header//,/$'\t'}" $'2020-01-02\t1\t\t"1"\t 1 \t3'
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1.0,,1.0,1.0,3')" st-import -a own.yaml v
	breaks ":1: no column 'Date' in \"$header\"" $header 2020-01-02,1,1,1,1,1
	adapter 'thousands: "\u00a0 "'
	rm -rf v
	file X_202003.csv $header $'2020-01-02,1 112,1\xc2\xa0112.5,.5,1,1 000 000'
	prints "$(printf '%s\n' $ours '2020-01-02 23:00:00,1112.0,1112.5,0.5,1.0,1000000')" st-import -a own.yaml v
}

@test "foreign CSV: CR as line end, fields of many lines, quotes that stand for themselves, blank lines" {
	adapter
	mkdir v
	printf '%s\r' $header 2020-01-02,1,3,1,2,7 2020-01-03,2,3,1,2.5,8 >v/X_202003.csv
	printf '%s\n' $ours '2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7' '2020-01-03 23:00:00,2.0,3.0,1.0,2.5,8' >want
	prints_file want st-import -a own.yaml v
	printf '%s\r' $header 2020-01-02,1,3,1,2,7 2020-01-03,2,3,x,2.5,8 >v/X_202003.csv
	dies "st-import: v/X_202003.csv:3: column 'Low': not a number: \"x\"" st-import -a own.yaml v
	printf '%s\n' '"a
	title",'"$header" '"two
	lines",2020-01-02,1,3,1,2,7' '' '6" pipe, "2020-01-03" ,2,3,1,2.5,8' >v/X_202003.csv
	prints_file want st-import -a own.yaml v
	printf '%s\r\n' '"a
	title",'"$header" '"two
	lines",2020-01-02,1,3,1,2,7' '' '"the "old" one", 2020-01-03,2,3,1,2.5,8' '"""x""",2020-01-06,2,3,1,?,8' >v/X_202003.csv
	dies "st-import: v/X_202003.csv:7: column 'Close': not a number: \"?\"" st-import -a own.yaml v
	sed -i 's/?/2/' v/X_202003.csv
	echo '2020-01-06 23:00:00,2.0,3.0,1.0,2.0,8' >>want
	prints_file want st-import -a own.yaml v
}

@test "names of files and codes of tables with control bytes reach nobody's terminal" {
	adapter
	file $'\033[31mX_202003.csv' $header 2020-01-02,1,1,1,1,1
	dies_like "st-import: no file of 'v' is wanted; see --list" st-import -q -a own.yaml --list v
	try st-import -a own.yaml --list v
	! grep -q $'\033' out err
	printf 'Instrument,NorgateInstrument,UnitMultiplier\n\033[31mX,ZC,1\n' >table
	dies 'st-import: table:2: not an instrument: "?[31mX"' st-import -a norgate --symbols=table v
}

@test "pysystemtrade's own layout is read without a word of configuration, and written back alike" {
	echo 'files: "%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv"' >own.yaml
	file CRUDE_W_20190900.csv $ours '2019-08-01 14:00:00,1.0,2.0,0.5,1.5,10' '2019-08-01 23:00:00,1.5,2.5,1.0,2.25,20'
	prints_file v/CRUDE_W_20190900.csv st-import -a own.yaml v
	st-import -a own.yaml --files=o v
	cmp v/CRUDE_W_20190900.csv o/CRUDE_W_20190900.csv
}

@test "names are composed by any template, folders made" {
	adapter 'symbols: { zc: CORN }'
	file CORN_202003.csv $header 2020-01-02,1,1,1,1,1
	st-import -a own.yaml --files=o --name='%{BS}/%{IC}-%{LETTER}%{YEAR2}-%{MONTH}-%{DAY}.txt' v
	[ "$(cd o && find . -type f)" = ./zc/CORN-H20-3-0.txt ]
	dies "st-import: a name can't be made of \"%{IC}%{MONTH}%{YEAR}%{IGNORE}\": %{IGNORE} says nothing" \
		st-import -a own.yaml --files=o --name='%{IC}%{MONTH}%{YEAR}%{IGNORE}' v
}

@test "contracts that have expired: 31 days after the first of their month" {
	adapter
	file X_202003.csv $header 2020-01-02,1,1,1,1,1
	file X_202004.csv $header 2020-01-02,1,1,1,1,1
	prints "$(printf '%s\n' instrument,contract,file X,20200300,v/X_202003.csv)" st-import -a own.yaml --list --expired=2020-04-01 v
	prints "$(printf '%s\n' instrument,contract,file X,20200300,v/X_202003.csv)" st-import list -a own.yaml v X --expired 2020-04-01
	dies "st-import: list takes no --files; see st-import --help" st-import -a own.yaml --list --files=d v
	dies "st-import: list takes no --name; see st-import --help" st-import list -a own.yaml --name=%{IC} v
	dies "st-import: no file of 'v' is wanted; see --list" st-import -a own.yaml --list --expired=2020-03-31 v
	dies_like 'st-import: not a contract: "X/20201300".*' st-import -a own.yaml v X/20201300
	[ "$(st-import -a own.yaml --list v X/202003 | tail -n 1)" = X,20200300,v/X_202003.csv ]
	dies_like "st-import: --expired wants a date: \"soon\".*" st-import -a own.yaml --list --expired=soon v
}

@test "names that match in part are told, those of unknown symbols once each, and of none on request" {
	adapter 'symbols: { zc: CORN }'
	sed -i 's/%{IC}/%{BS}/' own.yaml
	for f in ZC_202003.csv ZC_202003.csv.bak notes.txt YY_202003.csv yy_202006.csv Q_202003.csv; do file $f $header 2020-01-02,1,1,1,1,1; done
	try st-import -a own.yaml v
	[ "$status" = 0 ]
	[ "$(wc -l <out)" = 2 ]
	printf '%s\n' 'st-import: no instrument for symbol "Q": its files are left out' \
		'st-import: no instrument for symbol "YY": its files are left out' \
		'st-import: v: 2 files left out, named otherwise than "%{BS}_%{YEAR}%{MONTH2}.csv"; the first: v/ZC_202003.csv.bak' | diff - err
	rm v/notes.txt v/*.bak
	echo 'ignore_symbols: [ yy, q ]' >>own.yaml
	st-import -a own.yaml v 2>err >out
	[ ! -s err ]
	sed -i '$d' own.yaml && echo 'ignore_symbols: ALL' >>own.yaml
	st-import -a own.yaml v 2>err >out
	[ ! -s err ]
}

@test "a name whose parts contradict each other is left out, aloud" {
	adapter && sed -i 's|%{IC}_|%{IC}/%{IC}_|' own.yaml
	file GOLD/CORN_202003.csv $header 2020-01-02,1,1,1,1,1
	file GOLD/GOLD_202003.csv $header 2020-01-02,1,1,1,1,1
	try st-import -a own.yaml v
	[ "$(cat err)" = 'st-import: v/GOLD/CORN_202003.csv: left out: the parts of its name contradict each other' ]
	[ "$(wc -l <out)" = 2 ]
}

@test "two files of one contract, more files than stdout takes, no folder" {
	adapter && sed -i 's|.csv"|%{IGNORE}.csv"|' own.yaml
	file X_202003a.csv $header 2020-01-02,1,1,1,1,1
	file X_202003b.csv $header 2020-01-02,1,1,1,1,1
	dies "st-import: two files of X/20200300: v/X_202003a.csv and v/X_202003b.csv" st-import -a own.yaml v
	mv v/X_202003b.csv v/X_202006.csv
	dies "st-import: 2 files are wanted; name one (X/20200300), or a folder for all with --files" st-import -a own.yaml v
	dies "st-import: no file of 'v' is wanted; see --list" st-import -a own.yaml v GOLD
	dies "st-import: cannot open 'w': No such file or directory" st-import -a own.yaml w
	dies "st-import: 'own.yaml' is no folder" st-import -a own.yaml own.yaml
}

@test "a bad file among many leaves those before it written, and what was there before it" {
	adapter
	file A_202003.csv $header 2020-01-02,1,1,1,1,1
	file B_202003.csv $header 2020-01-02,1,1,1,x,1
	mkdir o && echo old >o/B_20200300.csv
	dies "st-import: v/B_202003.csv:2: column 'Close': not a number: \"x\"" st-import -a own.yaml --files=o v
	[ "$(cat o/B_20200300.csv)" = old ]
	[ "$(ls o | wc -l)" = 2 ]
}

@test "each broken file has its line" {
	adapter
	rm -rf v && mkdir v && : >v/X_202003.csv
	dies "st-import: v/X_202003.csv: empty" st-import -a own.yaml v
	breaks ': empty' ' ' ''
	breaks ': no rows' $header
	breaks ': HTML or XML where CSV was expected: "<!DOCTYPE html>?<html>?"' '<!DOCTYPE html>' '<html>'
	breaks ': instead of data an error: "quota exceeded"' '{"error": "quota exceeded"}'
	breaks ': instead of data an error: "no such series"' '{"code":404,"detail":{"case":"x","message":"no such series"}}'
	breaks ': JSON where CSV was expected: "[1,2]?"' '[1,2]'
	breaks ": JSON where CSV was expected: \"{broken?\"" '{broken'
	breaks ":1: no column 'Date' in \"DATE,Open,High,Low,Close,Volume\"" DATE,Open,High,Low,Close,Volume 2020-01-02,1,1,1,1,1
	breaks ":1: no column 'Volume' in \"Date,Open,High,Low,Close\"" Date,Open,High,Low,Close 2020-01-02,1,1,1,1
	breaks ":1: no column 'Date' in \"Forbidden. Please contact support@vendor.example\"" 'Forbidden. Please contact support@vendor.example'
	breaks ':2: 5 fields where the header has 6' $header 2020-01-02,1,1,1,1
	breaks ':2: 7 fields where the header has 6' $header 2020-01-02,1,1,1,1,1,1
	breaks ':3: 1 field where the header has 6' $header 2020-01-02,1,1,1,1,1 'End of file'
	breaks ':2: quote never closed' $header '2020-01-02,"1,1,1,1,1'
	breaks ":2: column 'Open': not a number: \"1\"1\"" $header '2020-01-02,"1"1",1,1,1,1'
	breaks ':2: a quote too many or too few: a field of 2 lines has one inside' $header '2020-01-02,"1,1,1,1,1' '2020-01-03,"1",1,1,1,1'
	breaks ":1: column 'Open' stands twice" $header,Open 2020-01-02,1,1,1,1,1,2
	breaks ":2: column 'Date': not a time as \"%Y-%m-%d\": \"2020-02-30\"" $header 2020-02-30,1,1,1,1,1
	breaks ":2: column 'Date': not a time as \"%Y-%m-%d\": \"01/02/2020\"" $header 01/02/2020,1,1,1,1,1
	breaks ":2: column 'Date': not a time as \"%Y-%m-%d\": \"\"" $header ,1,1,1,1,1
	breaks ":2: column 'Date': not a time as \"%Y-%m-%d\": \"2020-01-02 10:00\"" $header '2020-01-02 10:00,1,1,1,1,1'
	breaks ":2: column 'Date': not a time as \"%Y-%m-%d\": \"0000-01-02\"" $header 0000-01-02,1,1,1,1,1
	breaks ":2: column 'Open': not a number: \"1,000\"" $header '2020-01-02,"1,000",1,1,1,1'
	breaks ":2: column 'Open': not a number: \"nan\"" $header 2020-01-02,nan,1,1,1,1
	breaks ":2: column 'High': not a number: \"inf\"" $header 2020-01-02,1,inf,1,1,1
	breaks ":2: column 'Low': not a number: \"1e999\"" $header 2020-01-02,1,1,1e999,1,1
	breaks ":2: column 'Close': not a number: \"1.5s\"" $header 2020-01-02,1,1,1,1.5s,1
	breaks ":2: column 'Close': not a number: \"112'4\"" $header "2020-01-02,1,1,1,112'4,1"
	breaks ":2: column 'Volume': not a number: \"1.2K\"" $header 2020-01-02,1,1,1,1,1.2K
	breaks ":2: column 'Volume': not a number: \"?[2J\"" $header "$(printf '2020-01-02,1,1,1,1,\033[2J')"
	breaks ':3: a time stands twice: 2020-01-02 23:00:00' $header 2020-01-02,1,1,1,1,1 2020-01-02,1,1,1,1,1
	breaks ':3: times go backwards: 2020-01-01 23:00:00' $header 2020-01-02,1,1,1,1,1 2020-01-01,1,1,1,1,1
	breaks ':2: HIGH below LOW: 1.0, 2.0' $header 2020-01-02,,1,2,,1
	breaks ':2: HIGH below OPEN: 2.0, 3.0' $header 2020-01-02,3,2,1,1,1
	breaks ':2: OPEN below LOW: 0.5, 1.0' $header 2020-01-02,0.5,2,1,1,1
	breaks ':2: HIGH below FINAL: 2.0, 2.5' $header 2020-01-02,1,2,1,2.5,1
	breaks ':2: FINAL below LOW: -3.0, -2.0' $header 2020-01-02,-1,-1,-2,-3,1
	breaks ':2: VOLUME below 0' $header 2020-01-02,1,1,1,1,-1
	breaks ': no row has a value' $header 2020-01-02,,,,, 2020-01-03,,,,,
	adapter 'order: newest-first'
	breaks ':3: times go forwards: 2020-01-03 23:00:00' $header 2020-01-02,1,1,1,1,1 2020-01-03,1,1,1,1,1
	adapter 'order: either'
	breaks ':4: times go backwards: 2020-01-02 23:00:00' $header 2020-01-02,1,1,1,1,1 2020-01-03,1,1,1,1,1 2020-01-02,1,1,1,1,1
	adapter 'skip_top: 4'
	breaks ': empty but for 4 lines that are skipped' $header 2020-01-02,1,1,1,1,1
	adapter 'skip_top: 2'
	breaks ":4: column 'Open': not a number: \"x\"" a b,b $header 2020-01-02,x,1,1,1,1
}

@test "what is odd and right: CRLF, BOM, no last newline, negative prices, rows without values, lines above" {
	adapter 'skip_top: 1' 'missing: [ "-", "null" ]'
	mkdir v
	printf '\xef\xbb\xbfa title\r\n%s\r\n2020-01-02,-1,-0.5,"-2", -1.5 ,3\r\n2020-01-03,,,-,null,\r\n2020-01-06,1,1,1,1,' $header >v/X_202003.csv
	try st-import -a own.yaml v
	[ "$status" = 0 ]
	printf '%s\n' $ours '2020-01-02 23:00:00,-1.0,-0.5,-2.0,-1.5,3' '2020-01-06 23:00:00,1.0,1.0,1.0,1.0,' | diff - out
	[ "$(cat err)" = 'st-import: v/X_202003.csv: 1 of 3 rows left out: they have no value' ]
}

@test "an adapter with a mistake is refused by its line" {
	file X_202003.csv $header 2020-01-02,1,1,1,1,1
	adapter 'colums: { OPEN: a }'
	dies "st-import: ./own.yaml:5: unknown key 'colums'; the nearest is 'columns'" st-import -a ./own.yaml v
	for bad in 'order: newest' 'format: xml' 'skip_top: -1' 'skip_top: x' 'settlement: 1' 'missing: x' 'missing: [1]' 'multipliers: { A: 0 }' \
		'multipliers: { A: x }' 'symbols: { A: 1 }' 'symbols: [A]' 'symbol_table: { code: a }' 'symbol_table: { codes: a }' \
		'ignore_symbols: 5' 'url: http://x' 'per_minute: 0' 'delimiter: ab' 'delimiter: 5' 'delimiter: "\""' 'decimal: x' 'thousands: "."' \
		'days: 5' 'days: "1:00"' 'days: "+99:00"' 'suffixes: { K: 1024 }' 'suffixes: { "1": 1000 }' 'suffixes: K' 'arrays: 1'; do
		adapter "$bad"
		dies_like 'st-import: .*own.yaml.*' st-import -a own.yaml v || { echo "$bad"; return 1; }
	done
	adapter && sed -i 's/%Y-%m-%d/%Y-%m/' own.yaml
	dies "st-import: own.yaml:3: 'date_format' has no year, month and day: \"%Y-%m\"" st-import -a own.yaml v
	for bad in '%Y-%m-%d%Y' '%s%s' '%s %Y' '%Y-%m-%d %y' '%Y-%m-%b-%d' '%Y-%m-%d %H %I %p' '%Y-%m-%d %H:%M:%M' '%Y-%m-%d %z%z'; do
		adapter && sed -i "s/%Y-%m-%d/$bad/" own.yaml
		dies "st-import: own.yaml:3: 'date_format' has two codes that say the same thing: \"$bad\"" st-import -a own.yaml v
	done
	adapter && sed -i 's/"%Y-%m-%d"/[]/' own.yaml
	dies "st-import: own.yaml:3: 'date_format' is of the wrong kind" st-import -a own.yaml v
	adapter && sed -i 's/OPEN: Open/OPEN: [ 1 ]/' own.yaml
	dies "st-import: own.yaml:4: 'OPEN' is of the wrong kind" st-import -a own.yaml v
	adapter && sed -i 's/OPEN: Open/OPEN: [ Start, Begin ]/' own.yaml
	dies "st-import: v/X_202003.csv:1: no column 'Start' or 'Begin' in \"$header\"" st-import -a own.yaml v
	adapter && sed -i 's/OPEN:/OPENING:/' own.yaml
	dies "st-import: own.yaml:4: no column of ours: 'OPENING'" st-import -a own.yaml v
	adapter && sed -i 's/OPEN:/PRICE:/' own.yaml
	dies "st-import: own.yaml:4: no column of ours beside PRICE: 'HIGH'" st-import -a own.yaml v
	dies "st-import: no adapter 'none' in \$ST_ADAPTERS or where the program stands" st-import -a none v
	adapter
	dies "st-import: own.yaml: has no 'symbol_table' that tells the columns of 'x'" st-import -a own.yaml --symbols=x v
	mkdir a && cp own.yaml a/mine.yaml
	ST_ADAPTERS=a st-import -a mine v
}

@test "into a file of one's own: st-update takes what is new" {
	adapter
	file X_202003.csv $header 2020-01-02,1,1,1,1,1 2020-01-03,1,2,1,2,1
	printf '%s\n' $ours '2020-01-02 23:00:00,1.0,1.0,1.0,1.0,1' >mine
	st-import -a own.yaml v | st-update -q mine
	st-import -a own.yaml v | cmp - mine
}

@test "a full disk is told" {
	adapter
	file X_202003.csv $header 2020-01-02,1,1,1,1,1
	dies "st-import: cannot write 'stdout': No space left on device" sh -c 'st-import -a own.yaml v >/dev/full'
}
