# st-grid: points by number

load ../helper

@test "the last key turns fastest" {
	prints 'point,a,b.c,d
1,1,x,7
2,1,y,7
3,2,x,7
4,2,y,7' st-grid a=1,2 b.c=x,y d=7
}

@test "commas within brackets and quotes; an empty value" {
	prints 'point,a
1,"[1, 2]"
2,"{x: [1, {y: 2}], z: ""}""}"
3,"""p,q"""
4,
5,"'"'r,s'"'"
6,it'"'s
7," st-grid "a=[1, 2],{x: [1, {y: 2}], z: \"}\"},\"p,q\",,'r,s',it's,"
	dies "st-grid: grid of 'a': brackets or quotes that have no match: \"{x\"" st-grid 'a=1,{x'
	dies "st-grid: grid of 'a': brackets or quotes that have no match: \"x},2\"" st-grid 'a=1,x},2'
	dies "st-grid: grid of 'a': brackets or quotes that have no match: \"'x\"" st-grid "a='x"
}

@test "words: every byte comes back, and none means anything to a shell" {
	local i value=
	for i in $(seq 1 255); do value+=$(printf '\\%03o' "$i"); done
	value=$(printf "$value.")
	printf 'k\n"%s"\n' "${value//\"/\"\"}" | LC_ALL=C st-grid --words --list=- >out
	[ "$(wc -l <out)" = 1 ]
	[ -z "$(LC_ALL=C tr -d 'a-zA-Z0-9._:/+%=, \n-' <out)" ]
	printf '%b' "$(sed 's/^1 k=//; s/%/\\0/g' out)" >got
	printf %s "$value" | cmp - got
	# what stays as it is is few
	[ "$(sed 's/%[0-7][0-7][0-7]//g' out)" = '1 k=+-./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz.' ]
}

@test "words: keys without a value are left out" {
	prints '1 a=1
2 b=2
3 -
4 a=1,b=2' st-grid --words --list=<(printf 'a,b\n1,\n"",2\n,\n1,2\n')
}

@test "a list: quotes, line breaks, CRLF, a BOM" {
	printf '\357\273\277a,"b"\r\n"1,2","x ""y""\nz"\r\n3,"4"\r\n' >in
	printf 'point,a,b\n1,"1,2","x ""y""\nz"\n2,3,4\n' >want
	prints_file want st-grid --list=in
}

@test "what it refuses" {
	dies 'st-grid: a grid or a --list is wanted; see st-grid --help' st-grid
	dies 'st-grid: a grid or a --list is wanted; see st-grid --help' st-grid --list=in a=1
	dies 'st-grid: not KEY=VALUE,...: "a"' st-grid a
	dies 'st-grid: not a config key: ""' st-grid =1
	dies 'st-grid: not a config key: "point"' st-grid point=1
	dies "st-grid: key 'a' twice" st-grid a=1 b=1 a=2
	dies "st-grid: key 'a' twice" st-grid --list=<(echo a,a)
	dies 'st-grid: not a config key: "a=b"' st-grid --list=<(echo a=b)
	printf 'a,b\n1\n' >in
	dies_like 'st-grid: in:2: .*' st-grid --list=in
	local many
	many=$(seq -s, 1001)
	dies 'st-grid: more than 1000000 points' st-grid a="$many" b="$many"
	dies 'st-grid: more than 1000000 points' st-grid a="$many" b="$many" c="$many" d="$many" e="$many" f="$many" g="$many"
	dies_like "st-grid: cannot write 'stdout': .*" bash -c 'st-grid a=1 >/dev/full'
	st-grid a="$many" b=1,2 | head -n 1 >/dev/null
}
