#!/bin/sh
# make-data.sh - make examples/data.tar.gz anew: invented markets, the same bytes every time
#
#   examples/make-data.sh [ARCHIVE]
#
# Needs st-synth on PATH, and GNU tar and gzip.
set -eu

archive=${1:-$(dirname "$0")/data.tar.gz}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

st-synth --seed=2 --instruments=8 --start=2005-01-03 --years=15 --output="$tmp/data"
tar --sort=name --mtime='2020-01-01 UTC' --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
	--format=ustar -C "$tmp" -cf "$tmp/data.tar" data
gzip -9n "$tmp/data.tar"
mv "$tmp/data.tar.gz" "$archive"
