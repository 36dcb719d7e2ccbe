# st-tee: the stream to a file, and on

load ../helper

@test "alone it is tee: both byte for byte, quotes and all" {
	printf 'time,"a ""b""",x\n2021-01-04,"1,5",\n,"q\n",07.50\n' >in
	prints_file in st-tee --output=copy in
	cmp in copy
	prints_file in st-tee -o copy <in
	cmp in copy
}

@test "in a chain the file has the columns so far, the stream all of them" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n2021-01-05,A,3\n2021-01-06,A,2\n' >in
	st-vol --function=ew --min-periods=2 in >first
	st-vol --function=ew --min-periods=2 --column=again first >second
	prints_file second st-chain st-vol --function=ew --min-periods=2 then st-tee --output=copy then st-vol --function=ew --min-periods=2 --column=again <in
	cmp first copy
}

@test "a header alone; a file that exists is replaced" {
	echo time,x >in
	echo old >copy
	prints_file in st-tee -o copy in
	cmp in copy
}

@test "--without: columns of that name or with a rule's behind it are not in the file; others as they stood" {
	printf '"t,t",raw,raw.a,raw_carry,b\n"x, ""y""",1,2,3,"4"\n' >in
	prints_file in st-tee -o copy --without=raw --without=none in
	printf '"t,t",raw_carry,b\n"x, ""y""",3,"4"\n' | diff - copy
	prints_file in st-tee -o copy --without=t,t --without=raw in
	printf 'raw_carry,b\n3,"4"\n' | diff - copy
}

@test "--without in a chain: columns that filters made stay, with their numbers, or go" {
	printf 'time,instrument,adjusted\n2021-01-04,A,1\n2021-01-05,A,3\n2021-01-06,A,2\n' >in
	st-vol --function=ew --min-periods=2 in >second
	for column in adjusted vol; do
		st-chain st-vol --function=ew --min-periods=2 then st-tee -o copy --without=$column <in | diff second -
		cut -d, -f "$([ $column = vol ] && echo 1-3 || echo 1,2,4)" second | diff - copy
	done
}

@test "what it refuses" {
	echo time,x >in
	dies 'st-tee: option --output is required; see st-tee --help' st-tee in
	dies_like "st-tee: cannot [a-z]+ '/nowhere/copy': No such file or directory" st-tee -o /nowhere/copy in
	dies "st-tee: cannot write '/dev/full': No space left on device" st-tee -o /dev/full in
}

@test "a bad row: the stream has the rows before it, the file is not there" {
	printf 'time,x\n2021-01-04,1\n2021-01-05\n' >in
	dies_like 'st-tee: in:3: .*' st-tee -o copy in
	[ "$(tail -n 1 out)" = 2021-01-04,1 ]
	[ ! -e copy ]
}
