# The Makefile: it installs where a folder's name has spaces, a program appears by two files, no builder's flags change a sum

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	unset MAKEFLAGS MFLAGS MAKELEVEL
	build=${ST_BIN%/bin}
}

# make in the source tree, with the programs that are there.
make_there() {
	make -s -C "$ROOT" BUILD="$build" "$@"
}

@test "installed under a folder with a space, it works; uninstalled, no file is left" {
	prefix="$PWD/with space/x"
	make_there install PREFIX="$prefix"
	unset ST_BIN
	PATH="$prefix/bin:/usr/bin:/bin"
	cd "$prefix/share" || return
	[ "$(command -v st-help)" = "$prefix/bin/st-help" ]
	st-help | grep -q '^  st-vol '
	st-backtest --help | grep -q '^usage: backtest'
	for pipeline in "$ROOT"/pipelines/*; do
		[ ! -x "$pipeline" ] || "st-${pipeline##*/}" --version | grep -q "^st-${pipeline##*/} (st) "
	done
	echo time,instrument,weight | st-validate --schema=weights
	man -l man/man1/st-vol.1 | grep -q 'append the daily volatility of returns'
	bash -c 'source bash-completion/completions/st-vol; complete -p st-vol st-prices' | grep -q 'st-prices'
	cd "$BATS_TEST_TMPDIR" || return
	st-synth --seed=1 --instruments=2 --years=3 --contracts -o data
	printf '%s\n' 'trading_rules: {slow: {function: ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility],' \
		'  other_args: {Lfast: 16, Lslow: 64}, forecast_scalar: 4}}' 'instrument_weights: {EQ_NORTH: 1}' >system.yaml
	st-backtest system.yaml -d data -o here -q --no-plot --accounts
	ST_BIN=$build/bin "$ROOT/pipelines/backtest" system.yaml -d data -o there -q --no-plot --accounts
	diff -rq -x programs here there
	make_there uninstall PREFIX="$prefix"
	[ -z "$(find "with space" ! -type d)" ]
}

@test "DESTDIR with a space, and a PREFIX that will be there one day" {
	make_there install DESTDIR="$PWD/a b" PREFIX="/opt/s t"
	"$PWD/a b/opt/s t/bin/st-backtest" --version | grep -q '^st-backtest (st)'
	[ -z "$(find . -xtype l)" ]
	make_there uninstall DESTDIR="$PWD/a b" PREFIX="/opt/s t"
	[ -z "$(find . ! -type d)" ]
	make_there uninstall DESTDIR="$PWD/a b" PREFIX="/opt/s t"
}

@test "the same arithmetic whoever builds: behind all flags of his" {
	make_there -n BUILD="$PWD/none" CFLAGS="-O3 -ffast-math" CXXFLAGS="-Ofast -ffp-contract=fast" \
		CPPFLAGS=-funsafe-math-optimizations SAN=-ffast-math WERROR=-Werror all unit >commands
	grep ' -c ' commands >compiled
	[ "$(wc -l <compiled)" -ge 300 ] || fail "$(wc -l <compiled) lines only"
	[ "$(grep -c -e ' -O3 -ffast-math ' compiled)" -ge 300 ] && grep -q 'g++ .* -Ofast -ffp-contract=fast ' compiled
	! grep -vE -- ' -fno-fast-math -ffp-contract=off( -DST_CHAIN| -DST_GROUP=[^ ]+| -Itests/unit)? -c -o [^ ]+ [^ ]+$' compiled || fail "see above"
}

# A tree of its own: its programs are up to date, so that make builds the new one alone.
@test "a program appears by dropping its source and its page" {
	mkdir tree
	cp -a "$ROOT"/{Makefile,lib,tools,man,tests,pipelines,completions,schemas,adapters} tree
	cp -a "$build" tree/build
	cd tree
	cat >tools/stream/st-ten.c <<-'C'
		/*
		 * st-ten - print ten
		 */
		#include <stdio.h>

		#include "base/opt.h"

		static const struct opt opts[] = { { 0, NULL, NULL, NULL, O_FLAG, 0 } };
		static const struct opt_usage usage = { "st-ten", "", "print ten", opts };

		int
		main(int argc, char **argv)
		{
			opt_parse(&usage, NULL, argc, argv);
			return puts("10") < 0 ? 2 : 0;
		}
	C
	cat >man/st-ten.1 <<-'MDOC'
		.Dd January 1, 2024
		.Dt ST-TEN 1
		.Os
		.Sh NAME
		.Nm st-ten
		.Nd print ten
		.Sh SYNOPSIS
		.Nm
		.Op Fl q
		.Sh DESCRIPTION
		Prints ten.
		.Sh OPTIONS
		.Bl -tag -width Ds
		.It Fl q , -quiet
		Mute warnings.
		.It Fl h , -help
		Print the options and exit.
		.It Fl -version
		Print the version and exit.
		.El
		.Sh EXIT STATUS
		.Ex -std
		.Sh EXAMPLES
		.Bd -literal
		$ st-ten
		10
		.Ed
		.Sh SEE ALSO
		.Xr st 7
	MDOC
	! nm build/libst.a 2>/dev/null | grep -q __asan_init || san=-fsanitize=address,undefined
	make -s SAN="${san:-}"
	prints 10 build/bin/st-ten
	ST_BIN=$PWD/build/bin tests/check-man.sh st-ten >out || fail "$(show out)"
	build/bin/st-help | grep -q '^  st-ten .*print ten'
	make -s install PREFIX="$PWD/to"
	[ -x to/bin/st-ten ] && [ -e to/share/man/man1/st-ten.1 ] && [ -L to/share/bash-completion/completions/st-ten ]
	make -s uninstall PREFIX="$PWD/to"
	[ -z "$(find to ! -type d)" ]
}

# libarchive loads a dozen libraries, libcurl thirty: a filter would start three and ten times as slowly.
@test "archives and the network are linked to those that read them alone" {
	command -v readelf >/dev/null || skip 'readelf is not there'
	linked() { (cd "$ROOT/${BUILD:-build}/bin" && for p in *; do readelf -d "$p" | grep -q "NEEDED.*\[$1" && echo "$p"; done) || :; }
	[ "$(linked libarchive | xargs)" = 'st-fetch st-get st-report st-roll-status st-spawn st-store st-wanted' ]
	[ "$(linked libcurl | xargs)" = st-get ]
	[ -z "$(linked libstdc++)" ]
}
