# st-actual: positions of an account that compounds

load ../helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	printf 'time,value\n2021-01-05,1\n2021-01-06,0.5\n2021-01-08,\n2021-01-11,2\n' >m
}

rows() {
	local day=4 r
	echo time,instrument,position,lower,upper >in
	for r; do
		printf '2021-01-%02d,A,%s\n' $day "$r" >>in
		day=$((day + 1))
	done
}

# The four columns that it appends.
appends() {
	printf '%s\n' "${@}" >want
	tail -n +2 out | cut -d, -f 6- | diff -u want -
}

@test "positions and band are multiplied, and the buffer is about them" {
	rows 6,5.4,6.6 6,5.4,6.6 6,5.4,6.6 6.5,5.8,7.2 6,5,7
	try st-actual --capital-multiplier=m in
	appends ,,,0 6.0,5.4,6.6,6 3.0,2.7,3.3,3 3.25,2.9,3.6,3 ,,,3
	try st-actual --capital-multiplier=m --fractions in
	appends ,,,0.0 6.0,5.4,6.6,6.0 3.0,2.7,3.3,3.0 3.25,2.9,3.6,3.0 ,,,3.0
}

@test "a multiplier of 1 leaves what st-buffer has, to the edge too" {
	rows 6,5.4,6.6 9,8,10 12,11,13 11,10.4,11.6 2,1,3
	sed 's/,value/,value/; 2,$d' m >one && echo 2021-01-01,1 >>one
	for edge in '' --to-edge; do
		st-buffer $edge in | sed 's/.*,//' | tail -n +2 >want
		st-actual --capital-multiplier=one $edge in | sed 's/.*,//' | tail -n +2 | diff want -
	done
	echo '{"buffer_trade_to_edge":true}' >c
	st-actual --capital-multiplier=one --config=c in | sed 's/.*,//' | tail -n +2 | diff want -
}

@test "what it refuses" {
	rows 6,5.4,6.6
	dies 'st-actual: option --capital-multiplier is required; see st-actual --help' st-actual in
	echo time,value >none
	dies 'st-actual: none: no multipliers of a portfolio' st-actual --capital-multiplier=none in
	dies_like "st-actual: .*none2.*" st-actual --capital-multiplier=none2 in
	printf 'time,value\n2021-01-05,x\n' >bad
	dies "st-actual: bad:2: column 'value': not a number: \"x\"" st-actual --capital-multiplier=bad in
}
