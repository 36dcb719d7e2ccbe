/* folder - a folder of files for a unit test, laid out as pipelines/backtest does it; gone after folder_remove */
#ifndef ST_FOLDER_TEST_H
#define ST_FOLDER_TEST_H

#include <ftw.h>
#include <sys/stat.h>

#include "test.h"

static char folder[] = "/tmp/st-unit-XXXXXX";

/* The path of a file in it; valid until the next call. */
static inline const char *
folder_path(const char *name)
{
	static char path[256];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static inline void
folder_put(const char *name, const char *text)
{
	FILE *f = fopen(folder_path(name), "w");

	if (!f || fputs(text, f) < 0 || fclose(f))
		abort();
}

/* Is this all that a file in it has? False when there is none. */
static inline bool
folder_holds(const char *name, const char *want)
{
	char got[256];
	FILE *f = fopen(folder_path(name), "r");
	size_t n = f ? fread(got, 1, sizeof got - 1, f) : 0;

	got[n] = '\0';
	if (f)
		fclose(f);
	return f && strcmp(got, want) == 0;
}

/* A new one, with a config and two instruments of one asset class and one of another. */
static inline void
folder_make_new(void)
{
	if (!mkdtemp(folder) || mkdir(folder_path("work"), 0777) || mkdir(folder_path("accounts"), 0777) ||
	    mkdir(folder_path("estimates"), 0777))
		abort();
	folder_put("config.json", "{\"notional_trading_capital\": 1000, \"percentage_vol_target\": 16, \"forecast_cap\": 20}");
	folder_put("work/instruments.csv",
	    "instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n"
	    "GOLD,100,USD,Metals,0,0,0,0,6\nDAX,25,EUR,Equity,0,0,0,0,4\nTIN,5,USD,Metals,0,0,0,0,12\n");
}

static inline int
folder_unlink(const char *path, const struct stat *s, int type, struct FTW *f)
{
	(void)s;
	(void)type;
	(void)f;
	return remove(path);
}

static inline void
folder_remove(void)
{
	nftw(folder, folder_unlink, 8, FTW_DEPTH | FTW_PHYS);
}

#endif
