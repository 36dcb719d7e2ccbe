/*
 * checksums - SHA-256 of the data that a backtest read
 *
 * work/data has the folder's files as the run found them. Hashed are those that concern it: multiple_prices_csv/CODE.csv and
 * adjusted_prices_csv/CODE.csv of the instruments used, all of fx_prices_csv and of csvconfig. (Of rules that look at whole
 * asset classes, those of all instruments of work/universe.csv.) A rate or a fact of an instrument that is not used is
 * among them. An archive is one file, hashed whole.
 */
#ifndef ST_BACKTEST_CHECKSUMS_H
#define ST_BACKTEST_CHECKSUMS_H

#include <stdbool.h>

#include "backtest/backtest_folder.h"
#include "base/sha256.h"

struct checksum {
	const char *name;        /* below the data folder, or the archive's path */
	char sha256[SHA256_TEXT]; /* empty when the file can't be read any more */
	bool changed;            /* its size or time of change is not what the run found */
};

struct checksums {
	const char *data;        /* the folder or archive */
	int n;
	struct checksum *v;      /* in order of their names' bytes */
	char all[SHA256_TEXT];   /* of the list in sha256sum(1)'s form; empty when a file lacks its own */
};

/* What can't be read any more, or has changed, is warned of in a line each, naming the first file. */
struct checksums checksums_of(const struct backtest *b);

#endif
