# data folders and archives of them that come from outside: what is not whole or not clear is refused, what is only odd is read

load ../helper

# rates CODE RATE ...: a file of rates of the data folder d, a day a rate.
rates() {
	local day=3
	mkdir -p d/fx_prices_csv
	{
		echo DATETIME,PRICE
		for rate in "${@:2}"; do echo "2021-01-0$((day += 1)) 23:00:00,$rate"; done
	} >"d/fx_prices_csv/$1.csv"
}

# packed FILE NAME TEXT ...: an archive of these entries in this order, by Python: .tar or .zip. A text of @X is a link to X, =X a hard one.
packed() {
	python3 - "$@" <<-'END'
		import io, sys, tarfile, zipfile
		out, words = sys.argv[1], sys.argv[2:]
		a = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) if out.endswith(".zip") else tarfile.open(out, "w", format=tarfile.PAX_FORMAT)
		for name, text in zip(words[::2], words[1::2]):
		    text = text.encode().decode("unicode_escape")
		    if out.endswith(".zip"):
		        a.writestr(name, text)
		        continue
		    e = tarfile.TarInfo(name)
		    if text[:1] in ("@", "="):
		        e.type, e.linkname, text = tarfile.SYMTYPE if text[0] == "@" else tarfile.LNKTYPE, text[1:], ""
		    e.size = len(text)
		    a.addfile(e, io.BytesIO(text.encode()))
		a.close()
	END
}

one='DATETIME,PRICE\n2021-01-04,1\n'
two='DATETIME,PRICE\n2021-01-04,2\n'

# flipped FILE TRIES: of bits flipped all over the file none gives other rates; at least nine of ten are refused, of a zip two of three.
flipped() {
	python3 - "$@" <<-'END'
		import random, subprocess, sys
		path, tries = sys.argv[1], int(sys.argv[2])
		def rates(path):
		    r = subprocess.run(["st-fetch", "fx", "-d", path], capture_output=True)
		    return r.returncode, r.stdout, r.stderr
		right, data, refused = rates(path), open(path, "rb").read(), 0
		assert right[0] == 0, right
		random.seed(1)
		for i in range(tries):
		    bit = random.randrange(8 * len(data)) if i % 3 else 8 * len(data) - 1 - i % 64
		    bad = bytearray(data)
		    bad[bit // 8] ^= 1 << bit % 8
		    open("flipped", "wb").write(bad)
		    r = rates("flipped")
		    if r[0] == 2 and r[1] == b"" and r[2].count(b"\n") == 1:
		        refused += 1
		    elif r != right:
		        sys.exit(f"{path}: bit {bit}: {r}")
		if refused < tries * (2 / 3 if path.endswith("zip") else 0.9):
		    sys.exit(f"{path}: only {refused} of {tries} refused")
	END
}

@test "a bit that is not as it was: gzip, of one member or more, bzip2, xz, zstd, zip" {
	local seconds
	seconds=$(for i in $(seq 300); do echo "1.$((i * 7919 % 100000))"; done)
	mkdir -p d/fx_prices_csv
	{ echo DATETIME,PRICE; awk '{ printf "2021-01-04 %02d:%02d:00,%s\n", NR / 60, NR % 60, $1 }' <<<"$seconds"; } >d/fx_prices_csv/EURUSD.csv
	tar -cf d.tar d
	gzip -nk d.tar
	{ head -c 3000 d.tar | gzip -n; tail -c +3001 d.tar | gzip -n; } >members.tgz
	bzip2 -k d.tar
	zstd -q d.tar
	python3 -c 'import lzma; open("d.tar.xz", "wb").write(lzma.compress(open("d.tar", "rb").read()))'
	zip -qr d.zip d
	for archive in d.tar.gz members.tgz d.tar.bz2 d.tar.xz d.tar.zst d.zip; do
		flipped $archive 120
	done
}

# Deflated data may be corrupt and still be read, as "stored" is: then only the CRC, or the length behind it, tells.
@test "gzip's CRC and length are looked at, to the end of the last member, before anything is printed" {
	rates EURUSD 1.115 1.25
	tar -cf d.tar d
	python3 - <<-'END'
		import gzip
		whole = gzip.compress(open("d.tar", "rb").read(), 0)
		def write(name, data):
		    open(name, "wb").write(data)
		write("text.tgz", whole.replace(b"1.115", b"1.11\n"))
		write("length.tgz", whole[:-4] + b"\1\2\3\4")
		write("crc.tgz", whole[:-8] + b"\1\2\3\4" + whole[-4:])
		write("junk.tgz", whole + b"junk")
		write("empty-member.tgz", whole + gzip.compress(b"")[:-1])
		write("zeros.tgz", whole + b"\0" * 1000 + gzip.compress(b"") + b"\0" * 1000)
	END
	dies "st-fetch: cannot read 'text.tgz': gzip: incorrect data check" st-fetch fx -d text.tgz EURUSD
	[ ! -s out ]
	dies "st-fetch: cannot read 'crc.tgz': gzip: incorrect data check" st-fetch list -d crc.tgz
	dies "st-fetch: cannot read 'length.tgz': gzip: incorrect length check" st-fetch fx -d length.tgz
	dies "st-fetch: cannot read 'junk.tgz': gzip: incorrect header check" st-fetch fx -d junk.tgz
	dies "st-fetch: cannot read 'empty-member.tgz': cut off" st-fetch fx -d empty-member.tgz
	prints "$(st-fetch fx -d d)" st-fetch fx -d zeros.tgz
}

@test "a file of a zip that is called otherwise in its table of contents" {
	packed d.zip d/fx_prices_csv/EURUSD.csv "$one" d/fx_prices_csv/GBPUSD.csv "$two"
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1 2021-01-04,GBPUSD,2)" st-fetch fx -d d.zip
	python3 - <<-'END'
		data = open("d.zip", "rb").read()
		open("first.zip", "wb").write(data.replace(b"GBPUSD.csv", b"GBPUSD.cst", 1))
		open("second.zip", "wb").write(data[::-1].replace(b"vsc.DSUPBG", b"vsc.DSUPBH", 1)[::-1])
		open("cut.zip", "wb").write(data[:-30])
	END
	local name=d/fx_prices_csv/GBPUSD.cs
	dies "st-fetch: cannot read 'first.zip': zip: '${name}t' is called '${name}v' in the table of contents" st-fetch fx -d first.zip
	dies "st-fetch: cannot read 'second.zip': zip: '${name}v' is called 'd/fx_prices_csv/HBPUSD.csv' in the table of contents" \
		st-fetch fx -d second.zip
	dies "st-fetch: cannot read 'cut.zip': zip: its table of contents is corrupt or cut off" st-fetch fx -d cut.zip
}

@test "an archive that is cut off, at the end of an entry too; nothing, zeros, something behind the end" {
	rates EURUSD 1.25
	rates GBPUSD 1.5
	tar -b 1 -cf d.tar d
	local n size
	size=$(stat -c %s d.tar)
	: >marks
	for ((n = 512; n <= size - 1024; n += 512)); do
		head -c $n d.tar >cut.tar
		dies_like "st-fetch: ('cut.tar' is cut off: it has no end mark|cannot read 'cut.tar': .*)" st-fetch fx -d cut.tar
		[ ! -s out ]
		cat err >>marks
	done
	[ "$(grep -c 'no end mark' marks)" = 4 ] # behind two folders' entries and two files'
	prints "$(st-fetch fx -d d)" st-fetch fx -d d.tar
	head -c 700 d.tar >cut.tar
	dies_like "st-fetch: cannot read 'cut.tar': .*" st-fetch fx -d cut.tar
	: >nothing
	dies "st-fetch: 'nothing' is empty: no archive" st-fetch fx -d nothing
	gzip -nk nothing
	dies_like "st-fetch: cannot read 'nothing.gz': .*" st-fetch fx -d nothing.gz
	head -c 20480 /dev/zero >zeros
	dies "st-fetch: 'zeros' is an empty archive" st-fetch fx -d zeros
	gzip -nk zeros
	dies "st-fetch: 'zeros.gz' is an empty archive" st-fetch fx -d zeros.gz
	cat d.tar d.tar >more.tar
	dies "st-fetch: 'more.tar' goes on behind the end of the archive" st-fetch fx -d more.tar
	zstd -q more.tar
	dies "st-fetch: 'more.tar.zst' goes on behind the end of the archive" st-fetch fx -d more.tar.zst
}

@test "one file twice is refused, in whatever order and spelling" {
	packed a.tar d/fx_prices_csv/AAAUSD.csv "$one" d/fx_prices_csv/BBBUSD.csv "$one" ./d/fx_prices_csv/BBBUSD.csv "$two" \
		d//fx_prices_csv/./AAAUSD.csv "$two"
	local want="st-fetch: 'a.tar' has one file twice, 'd/fx_prices_csv/BBBUSD.csv' and './d/fx_prices_csv/BBBUSD.csv'"
	dies "$want" st-fetch fx -d a.tar AAAUSD BBBUSD
	dies "$want" st-fetch fx -d a.tar BBBUSD AAAUSD
	dies "$want" st-fetch list -d a.tar
	packed a.zip d/fx_prices_csv/AAAUSD.csv "$one" d/fx_prices_csv/AAAUSD.csv "$two"
	dies "st-fetch: 'a.zip' has one file twice, 'd/fx_prices_csv/AAAUSD.csv' and 'd/fx_prices_csv/AAAUSD.csv'" st-fetch fx -d a.zip
}

@test "of two data folders one must be named, behind the archive" {
	packed p.tar p/tests/fx_prices_csv/EURUSD.csv "$one" p/data/futures/fx_prices_csv/GBPUSD.csv "$two"
	gzip -n p.tar
	dies "st-fetch: 'p.tar.gz' has two data folders, with 'p/tests/fx_prices_csv/EURUSD.csv' and 'p/data/futures/fx_prices_csv/GBPUSD.csv'; \
name the one wanted: 'p.tar.gz/p/tests' or 'p.tar.gz/p/data/futures'" st-fetch fx -d p.tar.gz
	local root
	for root in p/data/futures data/futures futures data/futures/ ./p//data/futures ./p/data/futures; do
		prints "$(printf '%s\n' time,currency,rate 2021-01-04,GBPUSD,2)" st-fetch fx -d p.tar.gz/$root
	done
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1)" st-fetch fx -d "$PWD/p.tar.gz/tests"
	dies "st-fetch: no rates of 'EURUSD' in 'p.tar.gz/data/futures'" st-fetch fx -d p.tar.gz/data/futures EURUSD
	dies "st-fetch: 'p.tar.gz' has no data folder 'utures'" st-fetch fx -d p.tar.gz/utures
	packed q.zip fx_prices_csv/EURUSD.csv "$one" tests/fx_prices_csv/EURUSD.csv "$two"
	dies "st-fetch: 'q.zip' has two data folders, with 'fx_prices_csv/EURUSD.csv' and 'tests/fx_prices_csv/EURUSD.csv'; \
name the one wanted: 'q.zip/./' or 'q.zip/tests'" st-fetch fx -d q.zip
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1)" st-fetch fx -d q.zip/.
	packed r.tar a/fx_prices_csv/EURUSD.csv "$one" b/a/fx_prices_csv/EURUSD.csv "$two"
	dies "st-fetch: 'r.tar' has two data folders, with 'a/fx_prices_csv/EURUSD.csv' and 'b/a/fx_prices_csv/EURUSD.csv'; \
name the one wanted: 'r.tar/./a' or 'r.tar/b/a'" st-fetch fx -d r.tar/a
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1)" st-fetch fx -d r.tar/./a
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,2)" st-fetch fx -d r.tar/b/a
}

@test "pipelines take a folder within an archive" {
	mkdir -p p/data p/data/test
	tar -xzf "$ROOT/examples/data.tar.gz"
	cp -r data p/data/futures
	cp -r data/csvconfig p/data/test
	tar -czf p.tgz p
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d data -o want -q --brief
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d p.tgz/data/futures -o got -q --brief
	cmp want/account.csv got/account.csv
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d p.tgz/data/futures -o whole -q --no-plot
	st-report whole >report
	grep -q "$(sha256sum <p.tgz | cut -c 1-64)" report
	touch -d '2021-01-01' p.tgz
	"$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d p.tgz/data/futures -o got -q --brief
	[ "$(stat -c %Y got/account.csv)" -ge "$(stat -c %Y whole/config.json)" ]
	dies "backtest: no data: 'nothing/data'" "$ROOT/pipelines/backtest" "$ROOT/examples/system.yaml" -d nothing/data -o none -q
}

@test "links are told: of a file, hard or symbolic, and of a folder" {
	packed a.tar d/fx_prices_csv/EURUSD.csv "$one" d/fx_prices_csv/GBPUSD.csv @EURUSD.csv \
		d/fx_prices_csv/JPYUSD.csv =d/fx_prices_csv/EURUSD.csv
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1)" st-fetch fx -d a.tar EURUSD
	dies "st-fetch: a.tar/fx_prices_csv/GBPUSD.csv: a link to 'EURUSD.csv', and links in archives are not followed" st-fetch fx -d a.tar
	dies "st-fetch: a.tar/fx_prices_csv/JPYUSD.csv: a link to 'd/fx_prices_csv/EURUSD.csv', and links in archives are not followed" \
		st-fetch fx -d a.tar JPYUSD
	packed b.tar d/fx_prices_csv @../elsewhere d/csvconfig/instrumentconfig.csv "$one"
	dies "st-fetch: 'b.tar': 'd/fx_prices_csv' is a link to '../elsewhere', and links in archives are not followed" st-fetch fx -d b.tar
	rates EURUSD 1.25
	ln -s EURUSD.csv d/fx_prices_csv/GBPUSD.csv # of a folder they are
	[ "$(st-fetch fx -d d | tail -n 1)" = '2021-01-04 23:00:00,GBPUSD,1.25' ]
}

@test "no program of PATH is started, and what is no archive of files is none" {
	local name
	mkdir bin
	for name in lrzip grzip lzop gzip bzip2 xz lzma zstd lz4 uncompress compress 7z unzip sh; do
		printf '#!/bin/sh\necho >>"%s/started"\n' "$PWD" >bin/$name
	done
	chmod +x bin/*
	printf 'LRZI\0\6%040d' 0 >lrzip
	printf 'GRZipII\0\2\4:)%040d' 0 >grzip
	printf '\211LZO\0\r\n\032\n\020\040\040\240\t\100\2\1%040d' 0 >lzop
	printf 'begin 644 x\n#0V%%\n`\nend\n' >uu
	printf '#mtree\nd/fx_prices_csv/EURUSD.csv type=file contents=/etc/passwd\n' >mtree
	printf '!<arch>\n' >ar
	printf 'Rar!\032\7\0%040d' 0 >rar
	printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n' >warc
	printf '#!/bin/sh\n# This is a shell archive\n' >shar
	printf 'DATETIME,PRICE\n2021-01-04,1\n' >EURUSD.csv
	printf '<html>' >page
	for name in lrzip grzip lzop uu mtree ar rar warc shar EURUSD.csv page; do
		dies_like "st-fetch: cannot read '$name': .*" env PATH="$PWD/bin:$PATH" st-fetch fx -d $name
	done
	rates EURUSD 1.25
	tar -cf d.tar d
	gzip -nk d.tar
	bzip2 -k d.tar
	zstd -q d.tar
	python3 -c 'import lzma; open("d.tar.xz", "wb").write(lzma.compress(open("d.tar", "rb").read()))'
	for name in d.tar.gz d.tar.bz2 d.tar.zst d.tar.xz; do
		prints "$(st-fetch fx -d d)" env PATH="$PWD/bin:$PATH" st-fetch fx -d $name
	done
	[ ! -e started ]
	gzip <d.tar.gz >d.tar.gz.gz
	dies_like "st-fetch: cannot read 'd.tar.gz.gz': .*" st-fetch fx -d d.tar.gz.gz
}

@test "names that are not ASCII, of a file that is no matter and of one that is; hidden files" {
	local kind
	for kind in zip tar; do
		packed a.$kind 'd/LIESMICH-Ü.txt' text d/fx_prices_csv/ÄÖÜUSD.csv "$one" d/fx_prices_csv/.hidden.csv junk \
			__MACOSX/d/fx_prices_csv/._EURUSD.csv '\0\1'
		prints "$(printf '%s\n' time,currency,rate 2021-01-04,ÄÖÜUSD,1)" st-fetch fx -d a.$kind
		prints "$(printf '%s\n' time,currency,rate 2021-01-04,ÄÖÜUSD,1)" env LC_ALL=C.UTF-8 st-fetch fx -d a.$kind ÄÖÜUSD
	done
	rates EURUSD 1.25
	printf junk >d/fx_prices_csv/.hidden.csv
	[ "$(st-fetch fx -d d | wc -l)" = 2 ]
	# Latin-1 in a tar file, whose owner has such a name too.
	python3 - <<-'END'
		import io, tarfile
		a = tarfile.open("latin.tar", "w", format=tarfile.GNU_FORMAT, encoding="latin-1")
		for name, text in (("d/LIESMICH-\u00dc.txt", b"x"), ("d/fx_prices_csv/EURUSD.csv", b"DATETIME,PRICE\n2021-01-04,1\n")):
		    e = tarfile.TarInfo(name)
		    e.size, e.uname = len(text), "M\u00fcller"
		    a.addfile(e, io.BytesIO(text))
		a.close()
	END
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,EURUSD,1)" st-fetch fx -d latin.tar
}

@test "sizes that a zip file tells twice and otherwise are refused" {
	packed a.zip d/fx_prices_csv/EURUSD.csv "$one"
	python3 - <<-'END'
		import struct
		data = bytearray(open("a.zip", "rb").read())
		at = data.index(b"PK\1\2")
		data[at + 24:at + 28] = struct.pack("<I", 20)
		open("a.zip", "wb").write(data)
	END
	dies_like "st-fetch: cannot read 'a.zip': .*" st-fetch fx -d a.zip
}

# 4 GiB: a member of 16 MiB, 256 times.
@test "gigabytes of zeros in a few megabytes are refused in a moment, and take no disk" {
	python3 - <<-'END'
		import gzip, tarfile
		e = tarfile.TarInfo("d/fx_prices_csv/EURUSD.csv")
		e.size = 1 << 32
		open("b.tgz", "wb").write(gzip.compress(e.tobuf()) + gzip.compress(bytes(1 << 24)) * 256 + gzip.compress(bytes(10240)))
	END
	local bytes
	bytes=$(stat -c %s b.tgz)
	dies "st-fetch: 'b.tgz' is no archive of prices: its $bytes bytes expand to more than 100 times as many, and more than 1024 MiB" \
		timeout 60 st-fetch fx -d b.tgz
	mkdir -p d/fx_prices_csv
	truncate -s 100G d/fx_prices_csv/AAAUSD.csv # a hole
	printf "$one" >>d/fx_prices_csv/AAAUSD.csv
	printf "$one" >d/fx_prices_csv/ZZZUSD.csv
	tar -Scf sparse.tar d/fx_prices_csv/AAAUSD.csv d/fx_prices_csv/ZZZUSD.csv
	dies_like "st-fetch: sparse.tar/fx_prices_csv/AAAUSD.csv:1: record longer than .*" timeout 60 st-fetch fx -d sparse.tar
	dies_like "st-fetch: 'sparse.tar' is no archive of prices: .*" timeout 60 st-fetch fx -d sparse.tar ZZZUSD AAAUSD
}

@test "members in another order than they are asked for are kept in a temporary file, of which nothing stays" {
	local a=(d/fx_prices_csv/CCCUSD.csv "$one" d/fx_prices_csv/AAAUSD.csv "$two" d/fx_prices_csv/BBBUSD.csv "$one")
	packed a.tar "${a[@]}"
	mkdir tmp
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,AAAUSD,2 2021-01-04,BBBUSD,1 2021-01-04,CCCUSD,1)" env TMPDIR="$PWD/tmp" \
		st-fetch fx -d a.tar
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,BBBUSD,1 2021-01-04,AAAUSD,2)" env TMPDIR="$PWD/tmp" \
		st-fetch fx -d a.tar BBBUSD AAAUSD
	[ -z "$(ls tmp)" ]
	dies_like "st-fetch: cannot make '$PWD/none/st-.*': No such file or directory" env TMPDIR="$PWD/none" st-fetch fx -d a.tar
	prints "$(printf '%s\n' time,currency,rate 2021-01-04,CCCUSD,1 2021-01-04,BBBUSD,1)" env TMPDIR="$PWD/none" \
		st-fetch fx -d a.tar CCCUSD BBBUSD
}

@test "a FIFO, a folder or a device where a file should be does not hang" {
	rates EURUSD 1.25
	mkfifo d/fx_prices_csv/GBPUSD.csv fifo
	mkdir d/fx_prices_csv/JPYUSD.csv
	ln -s /dev/zero d/fx_prices_csv/NZDUSD.csv
	dies 'st-fetch: d/fx_prices_csv/GBPUSD.csv: not a file, but a FIFO' timeout 5 st-fetch fx -d d
	dies 'st-fetch: d/fx_prices_csv/JPYUSD.csv: not a file, but a folder' timeout 5 st-fetch fx -d d JPYUSD
	dies 'st-fetch: d/fx_prices_csv/NZDUSD.csv: not a file, but a device' timeout 5 st-fetch fx -d d NZDUSD
	dies 'st-store: d/fx_prices_csv/GBPUSD.csv: not a file, but a FIFO' timeout 5 st-store -d d GBPUSD
	dies "st-fetch: 'fifo' is neither a folder nor an archive, but a FIFO" timeout 5 st-fetch fx -d fifo
	dies "st-fetch: '/dev/zero' is neither a folder nor an archive, but a device" timeout 5 st-fetch fx -d /dev/zero
	rm d/fx_prices_csv/NZDUSD.csv
	tar -cf d.tar d
	dies 'st-fetch: d.tar/fx_prices_csv/GBPUSD.csv: not a file' timeout 5 st-fetch fx -d d.tar GBPUSD
	dies 'st-fetch: d.tar/fx_prices_csv/JPYUSD.csv: not a file' timeout 5 st-fetch fx -d d.tar JPYUSD
}

@test "control bytes in a code: a file's name, an archive's, an operand, streams, tables" {
	rates $'EU\033[31mR' 1.25
	dies "st-fetch: 'd': a control byte in the name of 'fx_prices_csv/EU?[31mR.csv'" st-fetch fx -d d
	dies "st-store: 'd': a control byte in the name of 'fx_prices_csv/EU?[31mR.csv'" st-store -d d
	tar -cf d.tar d
	dies "st-fetch: 'd.tar': a control byte in the name of 'd/fx_prices_csv/EU?[31mR.csv'" st-fetch list -d d.tar
	dies 'st-fetch: not an instrument code: "EU?R"' st-fetch fx -d d $'EU\nR'
	local byte
	for byte in '\0' '\033' '\177' '\t' '\r'; do
		printf "time,instrument,adjusted\n2020-01-01,A${byte}B,1\n2019-01-01,A${byte}B,1\n" >in
		dies_like "st-vol: in:2: column 'instrument': a control byte in \"A.*\"" st-vol in
		printf "time,instrument,price_contract,forward_contract,carry_contract\n2020-01-01,A${byte}B,20200300,20200600,20200600\n" >in
		dies_like "st-calendar: in:2: column 'instrument': a control byte in \"A.*\"" st-calendar infer in
	done
	printf 'time,instrument,adjusted\n2020-01-01,"A\nB",1\n' >in
	dies "st-vol: in:2: column 'instrument': a control byte in \"A?B\"" st-vol in
	printf 'Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\nA\033B,Z,-5,1,HMUZ,18\n' >rolls
	dies "st-contracts: rolls:2: column 'Instrument': a control byte in \"A?B\"" st-contracts --rolls=rolls -i A 202012
}

@test "quoted fields, and lines with nothing in them, wherever a data folder is read" {
	mkdir -p d/multiple_prices_csv d/adjusted_prices_csv d/csvconfig d/contract_prices_csv d/roll_calendars_csv
	rates EURUSD 1.25 1.5
	printf '%s\n' DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT \
		'2021-01-04 23:00:00,12,20210400,10,20210200,12,20210400' '2021-01-05 23:00:00,,20210400,11,20210200,13,20210400' \
		>d/multiple_prices_csv/GOLD.csv
	printf '%s\n' DATETIME,price '2021-01-04 23:00:00,20.5' 2021-01-05T23:00:00,21.5 >d/adjusted_prices_csv/GOLD.csv
	printf '%s\n' DATETIME,FINAL '2021-01-04 23:00:00,1' '2021-01-05 23:00:00,2' >d/contract_prices_csv/GOLD_20210200.csv
	printf '%s\n' DATE_TIME,current_contract,next_contract,carry_contract '2021-01-04 23:00:00,20210200,20210400,20210400' \
		>d/roll_calendars_csv/GOLD.csv
	printf '%s\n' Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage \
		'GOLD,100,0,2.5,0,Metals,USD,NA,0.05' >d/csvconfig/instrumentconfig.csv
	printf '%s\n' Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset 'GOLD,GJMQVZ,-10,-1,GJMQVZ,0' \
		>d/csvconfig/rollconfig.csv
	cp -r d quoted
	cp -r d blank
	find quoted -name '*.csv' -exec sed -i 's/[^,]*/"&"/g' {} +
	find blank -name '*.csv' -exec sed -i -e '1s/^/\n\r\n/' -e 's/$/\n/' -e '$s/$/\r\n \t\n\n/' {} +
	printf '%s\n' time,instrument,contract,price '2021-01-04 23:00:00,GOLD,20210200,1' '2021-01-04 23:00:00,GOLD,20210400,2' >prices
	local what folder
	for what in prices 'prices --daily' 'prices --adjusted' fx instruments contracts calendars list; do
		for folder in quoted blank; do
			prints "$(st-fetch $what -d d)" st-fetch $what -d $folder
		done
	done
	for folder in quoted blank; do
		prints "$(st-store -d d)" st-store -d $folder
		prints "$(st-contracts --rolls=d/csvconfig/rollconfig.csv -i GOLD 202102)" \
			st-contracts --rolls=$folder/csvconfig/rollconfig.csv -i GOLD 202102
		st-calendar check --calendar=$folder/roll_calendars_csv/GOLD.csv prices
	done
	# What needs its quotes is no number; and streams are as strict as they were.
	printf 'DATETIME,PRICE\n"2021-01-04","1,5"\n' >d/fx_prices_csv/EURUSD.csv
	dies_like "st-fetch: d/fx_prices_csv/EURUSD.csv:2: column 'PRICE': not a number: .*" st-fetch fx -d d
	printf 'DATETIME,PRICE\n2021-01-04,1\n\n2021-01-05,x\n' >d/fx_prices_csv/EURUSD.csv
	dies "st-fetch: d/fx_prices_csv/EURUSD.csv:4: column 'PRICE': not a number: \"x\"" st-fetch fx -d d
	printf 'DATETIME,PRICE\n2021-01-04,1\n2021-01-05\n' >d/fx_prices_csv/EURUSD.csv
	dies "st-fetch: d/fx_prices_csv/EURUSD.csv:3: 1 field where the header has 2" st-fetch fx -d d
	printf 'time,instrument,adjusted\n2020-01-01,A,1\n\n2020-01-02,A,1\n' >in
	dies 'st-vol: in:3: 1 field where the header has 3' st-vol in
}
