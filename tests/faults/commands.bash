# commands.bash - for each program what it does most, as command lines that tests/check-faults.sh runs under faults
#
# faults_files DIR: the files that they read, in the current folder those of feeds.bash and a few more, in DIR what takes
# longer to make. faults_commands: calls `command NAME INPUT 'OUTPUT ...' PROGRAM ARGUMENT ...` for each, INPUT being
# what its standard input is, OUTPUT a file that it writes, where an old one lies before.

faults_files() {
	local f world=$1
	feed_files
	for f in "${!feed_args[@]}"; do
		feed_rows "$f" 20 >"rows.$f"
	done
	printf 'time,instrument,curve,value\n2020-01-01,GOLD,gross,0\n2020-01-02,GOLD,gross,100\n2020-01-03,GOLD,gross,-40\n' >curves
	printf '2020-01-01,GOLD,costs,0\n2020-01-03,GOLD,costs,-1\n' >>curves
	printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\nAUD,HMUZ,-5,1,HMUZ,17\n' >rolls
	printf 'time,instrument,contract,price\n2020-03-12,AUD,20200300,1\n2020-03-12,AUD,20200600,2\n2020-03-13,AUD,20200600,4\n' >contracts
	printf 'time,instrument,current_contract,next_contract,carry_contract\n2020-03-11,AUD,20191200,20200300,20200300\n' >calendar
	printf '2020-03-13,AUD,20200300,20200600,20200600\n' >>calendar
	printf 'point,sharpe,days,skew,kurtosis\n1,0.4,2560,0,3\n2,0.9,2560,0.5,6\n' >sharpes
	st-roll build --calendar=calendar contracts >multiple
	mkdir -p points/slow points/fast vendor
	printf 'time,net_percent\n2019-03-01,1\n2019-09-01,2\n2020-03-01,-1\n2020-09-01,3\n' >points/slow/returns.csv
	printf 'time,net_percent\n2019-03-01,1\n2019-09-01,1.5\n2020-03-01,4\n2020-09-01,2\n' >points/fast/returns.csv
	printf 'account,frequency,curve,units,stat,value\nportfolio,daily,net,percent,sharpe,0.5\n' | tee points/slow/stats.csv >points/fast/stats.csv
	printf 'point\nslow\nfast\n' >trials
	printf 'instrument,other,correlation\nCORN,DAX,0.1\nCORN,GOLD,0.2\nDAX,GOLD,0.1\n' >correlations
	printf 'instrument,position,cost\nCORN,40,0.05\nDAX,30,0.03\nGOLD,6,0.02\n' >minima
	printf 'historical_data_sources:\n  vendor:\n    config: {frequency: D}\n  IB:\n    config: {exclude_instruments: [BUND]}\n' >sources
	printf 'Date,Open,High,Low,Close,Volume\n20200102,1,3,1,2,7\n' >vendor/ZC-2020H.csv
	printf 'Instrument,NorgateInstrument,UnitMultiplier\nCORN,ZC,1\n' >symbols
	mkdir -p arrays
	printf '{"s":{"t":[1577923200,1578009600],"c":[1,"2K"]}}' >arrays/ZC-2020H.json
	cat >arrays.yaml <<-'YAML'
		files: "%{BS}-%{YEAR}%{LETTER}.json"
		symbol_table: { code: Instrument, symbol: NorgateInstrument, multiplier: UnitMultiplier }
		format: json
		rows: s
		arrays: true
		time: t
		date_format: "%s"
		columns: { FINAL: c }
		suffixes: { K: 1000 }
	YAML
	printf 'DATETIME,PRICE\n2021-01-04 23:00:00,1.25\n2021-01-05 23:00:00,1.26\n' | tee EURUSD.csv >EURUSD.old
	printf 'DATETIME,PRICE\n2021-01-05 23:00:00,9\n2021-01-06 23:00:00,1.24\n' >fresh
	printf 'instrument,rule,item,value\nDAX,,cost_mean,-1\nGOLD,,cost_mean,-2\n' >means
	printf 'time,instrument,gross,days,net\n2021-01-10,DAX,10.0,2,8.0\n2021-01-10,GOLD,12.0,1,10.0\n' >weeks.fit
	printf '{"trading_rules":{"own":{"function":"exec:%s/own.awk","data":["rawdata.get_daily_prices"],"other_args":{"a":[1],"b":"x"}}}}' \
		"$PWD" >own
	printf '#!/usr/bin/awk -f\nBEGIN { FS = OFS = "," }\nNR == 1 { print "time", "forecast"; next }\n{ print $1, $2 / 100 }\n' >own.awk
	printf 'base_config: base.yaml\nforecast_cap: 30\ntrading_rules: { a: &a { function: rules.carry }, b: *a }\n' >top.yaml
	printf 'forecast_cap: 20\ninstrument_weights: { A: 0.5, B: &half 0.5 }\nforecast_weights: { a: *half, b: "0.5" }\n' >base.yaml
	chmod +x own.awk
	if [ ! -d "$world" ]; then
		mkdir "$world"
		st-synth --instruments=2 --years=1 -o "$world/data"
		(cd "$world" && tar -czf data.tgz data && tar -cJf data.txz data && python3 -m zipfile -c data.zip data)
		"$ROOT/pipelines/backtest" "$ROOT/tests/golden/synthetic/config.json" -d "$ROOT/tests/golden/synthetic/data" \
			-o "$world/run" --accounts --no-plot -q 2>/dev/null
	fi
}

faults_commands() {
	local f world=$1
	for f in $(printf '%s\n' "${!feed_args[@]}" | sort); do
		case $f in
		st-tee) ;;
		st-idle) command "$f" "rows.$f" idle "$f" ${feed_args[$f]} ;;
		*) command "$f" "rows.$f" '' "$f" ${feed_args[$f]} ;;
		esac
	done
	command tee rows.st-tee copy st-tee --output=copy
	command cost-file rows.st-cost costs.csv st-cost ${feed_args[st-cost]} --output=costs.csv
	command returns-file rows.st-returns costs.csv st-returns ${feed_args[st-returns]/--costs=*/} --costs=costs.csv
	command forecast-program rows.st-forecast '' st-forecast --config=own
	command chain rows.st-vol copy st-chain st-vol then st-vol --column=vol2 then st-tee --output=copy
	command account curves costs.csv st-account --weekly --costs=costs.csv
	command calendar contracts '' st-calendar approximate --rolls=rolls
	command calendar-infer multiple '' st-calendar infer
	command compound curves '' st-compound --capital=1000 --multiplier=full
	command config /dev/null '' st-config top.yaml
	command config-explain /dev/null '' st-config --explain --set trading_rules.c.forecast_scalar=1 base.yaml
	command contracts /dev/null '' st-contracts --rolls=rolls -i AUD 202003
	command deflate sharpes '' st-deflate
	command explain /dev/null '' st-explain "$world/run" SYNEQ 2010-06-03
	command fetch /dev/null '' st-fetch --data="$world/data" --daily EQ_NORTH BOND_LONG
	command fetch-gzip /dev/null '' st-fetch --data="$world/data.tgz" --daily EQ_NORTH
	command fetch-xz /dev/null '' st-fetch --data="$world/data.txz" list
	command fetch-zip /dev/null '' st-fetch fx --data="$world/data.zip"
	command fit weeks.fit '' st-fit --instrument --config=config --costs=means
	command grid /dev/null '' st-grid percentage_vol_target=10,20 'forecast_weights={slow: 1},{slow: 0.5, fast: 0.5}'
	command help /dev/null '' st-help roll
	command import /dev/null '' st-import --adapter=norgate --symbols=symbols vendor CORN
	command import-json /dev/null '' st-import --adapter=arrays.yaml --symbols=symbols arrays CORN
	command plot /dev/null account.svg st-plot -o account.svg "$world/run/account.csv"
	command plot-text /dev/null '' st-plot --text "$world/run/account.csv"
	command points trials '' st-points --points=points
	command prefix /dev/null '' st-prefix curves curves
	command rate fx '' st-rate USDEUR
	command report /dev/null '' st-report "$world/run"
	command report-text /dev/null '' st-report --text "$world/run"
	command roll contracts '' st-roll build --calendar=calendar
	command select minima '' st-select --correlation=correlations
	command sources /dev/null '' st-sources --config=sources BUND GOLD
	command stats curves stats.csv st-stats --capital=1000 --summary --output=stats.csv
	command store /dev/null '' st-store --data="$world/data" EQ_NORTH
	command synth /dev/null '' st-synth --seed=1 --instruments=2 --years=1 --stream
	command synth-folder /dev/null made st-synth --seed=1 --instruments=1 --years=1 --output=made
	command ttest /dev/null '' st-ttest points/slow/returns.csv points/fast/returns.csv
	command update fresh EURUSD.csv st-update EURUSD.csv
	command update-new fresh new.csv st-update new.csv
	command validate weights '' st-validate --schema=weights
	command walk-forward trials walk.csv st-walk-forward --points=points --fit=1 --run=1 --by=mean --output=walk.csv
	command get /dev/null '' st-get -a csv --retries=0 "$web/good.csv"
	command get-file /dev/null 'got.csv kept' st-get -a csv --retries=0 --cache=kept -o got.csv "$web/good.csv"
}
