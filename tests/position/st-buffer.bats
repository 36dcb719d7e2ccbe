# st-buffer: what an account that trades only outside the band holds

load ../helper

# Optimum, lower, upper.
rows() {
	local day=10 r
	echo time,instrument,position,lower,upper >in
	for r; do
		echo "2021-05-$day,A,$r"
		day=$((day + 1))
	done >>in
}

# holds 'HELD ...' OPTION ...
holds() {
	printf '%s\n' $1 >want
	try st-buffer "${@:2}" in
	[ "$status" = 0 ] && [ ! -s err ] || { fail "$(show err)"; return; }
	tail -n +2 out | sed 's/.*,//' | diff -u want - || fail "${*:2}: other positions"
}

@test "inside the band it stays, outside it trades to the optimal position" {
	rows 10,9,11 10.6,9.6,11.6 12,11,13 11.4,10.4,12.4 9,8,10 -4,-5,-3
	holds '10 10 12 12 9 -4'
}

@test "--to-edge trades to the band's edge" {
	rows 10,9,11 12.4,11.4,13.4 9,8,10 -4,-5,-3
	holds '10 11 10 -3' --to-edge
	echo '{"buffer_trade_to_edge":true}' >c
	holds '10 11 10 -3' --config=c
	echo '{"buffer_trade_to_edge":"False"}' >c
	holds '10 12 9 -4' --config=c
	holds '10 11 10 -3' --config=c --to-edge
	holds '10.0 11.4 10.0 -3.0' --to-edge --fractions
}

@test "optimum and band are rounded half to even before they are compared; --fractions does not round" {
	rows 0.5,0.4,0.6 1.5,1.4,1.6 2.5,2.4,2.6 3.4,2.5,4.4
	holds '0 2 2 2'
	holds '0.5 1.5 2.5 2.5' --fractions
}

@test "it begins with the first optimum, or nothing" {
	rows ,, 3,2,4 ,,
	holds '0 3 3'
	holds '0.0 3.0 3.0' --fractions
	rows 3,9,10 3,9,10 8,9,10
	holds '3 3 8'
}

@test "what is missing is as it was" {
	rows 3,2,4 ,, ,5,6 7,,
	holds '3 3 3 7'
}

@test "instruments each for itself" {
	printf 'time,instrument,position,lower,upper\n2021-01-04,A,5,4,6\n2021-01-04,B,-5,-6,-4\n2021-01-05,A,5,4,6\n2021-01-05,B,5,4,6\n' >in
	holds '5 -5 5 5'
}
