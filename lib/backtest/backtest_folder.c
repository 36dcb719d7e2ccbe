#include "backtest/backtest_folder.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "position/traded_column.h"

/* The last component of where the folder really is, so that "." has a name too. */
static const char *
name_of(const char *path)
{
	char *full = realpath(path, NULL);

	if (!full)
		die_sys("cannot open '%s'", path);
	const char *slash = strrchr(full, '/');
	return slash[1] ? slash + 1 : full;
}

bool
backtest_is_folder(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

struct backtest
backtest_open(const char *path)
{
	struct backtest b = { .path = path };

	b.cfg = config_load(backtest_file(&b, "config.json"));
	b.name = name_of(path);
	b.instruments = instruments_read(backtest_file(&b, "work/instruments.csv"));
	b.capital = config_num_or(&b.cfg, "notional_trading_capital", NAN);
	if (!(b.capital > 0))
		die("%s: notional_trading_capital is missing, or not above zero", b.cfg.path);
	b.base = config_str_or(&b.cfg, "base_currency", "USD");
	b.vol_target = config_num_or(&b.cfg, "percentage_vol_target", NAN);
	b.cap = config_num_or(&b.cfg, "forecast_cap", 20);
	b.floor = config_num_or(&b.cfg, "forecast_floor", -b.cap);
	b.held = traded_column(&b.cfg);
	b.together = strcmp(b.held, "optimised") == 0;
	b.whole = !config_compat(&b.cfg);
	return b;
}

const char *
backtest_file(const struct backtest *b, const char *name)
{
	char *path;

	path = mem_format("%s/%s", b->path, name);
	return path;
}

bool
backtest_has(const struct backtest *b, const char *name)
{
	return access(backtest_file(b, name), F_OK) == 0;
}

const char *
backtest_estimated(const struct backtest *b, const char *key, const char *name)
{
	return config_bool_or(&b->cfg, key, false) ? backtest_file(b, name) : NULL;
}
