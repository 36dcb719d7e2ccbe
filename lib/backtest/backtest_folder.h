/*
 * backtest_folder - the folder that pipelines/backtest wrote, opened to be read
 *
 * README has a table of what is in it. Files that only some backtests have are asked for by backtest_has.
 */
#ifndef ST_BACKTEST_BACKTEST_FOLDER_H
#define ST_BACKTEST_BACKTEST_FOLDER_H

#include <stdbool.h>

#include "config/config.h"
#include "data/instruments.h"

struct backtest {
	const char *path;
	const char *name;             /* the folder's own: what the system is called is in none of its files */
	struct config cfg;
	struct instruments instruments;
	double capital;               /* notional, base currency */
	const char *base;             /* currency */
	double vol_target;            /* percent of capital a year */
	double cap, floor;            /* of forecasts */
	const char *held;             /* the column of rows.csv that has what is held: traded, or optimised */
	bool together;                /* positions are optimised together */
	bool whole;                   /* compat: none: an account's first return and first cost are not lost */
};

/* Is it a folder at all? */
bool backtest_is_folder(const char *path);

/* Dies when there is no config.json or work/instruments.csv, or one is wrong. */
struct backtest backtest_open(const char *path);

/* The path of a file in it, by a name such as "work/weights.csv"; kept as long as the process lives. */
const char *backtest_file(const struct backtest *b, const char *name);

/* Has it such a file? */
bool backtest_has(const struct backtest *b, const char *name);

/* The path of what was estimated, NULL when the config's `key` doesn't have it so. */
const char *backtest_estimated(const struct backtest *b, const char *key, const char *name);

#endif
