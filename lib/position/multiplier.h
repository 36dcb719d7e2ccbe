/*
 * multiplier - a diversification multiplier: a number of the config, or estimated over time
 *
 * Estimated ones come as a table time[,instrument],value (st-divmult) and are missing before its first time.
 */
#ifndef ST_POSITION_MULTIPLIER_H
#define ST_POSITION_MULTIPLIER_H

#include "config/config.h"
#include "stream/dated_values.h"

struct multipliers {
	const struct config *cfg;
	const char *key;           /* instrument_div_multiplier or forecast_div_multiplier */
	const char *path;          /* of the table, NULL for none */
	struct dated_values table;
};

/*
 * The config's key, or the table at path; dies when the config's key `estimates` is true and there is no table. The
 * config must outlive it.
 */
struct multipliers multipliers_open(const struct config *c, const char *key, const char *estimates, const char *path);

/* The same of the portfolio of instruments, and of instruments' forecasts. */
struct multipliers multipliers_portfolio(const struct config *c, const char *path);
struct multipliers multipliers_forecast(const struct config *c, const char *path);

struct multiplier {
	double fixed;
	const struct dated_value_series *series; /* NULL for a fixed one */
	int at;
	bool lost;                 /* what comes after the last day */
};

/*
 * That of an instrument, or with NULL that of the portfolio; dies when there is none, or a fixed one not above zero.
 * The multipliers must stay where they are.
 */
struct multiplier multiplier_of(const struct multipliers *m, const char *instrument);

/* The multiplier on a day. */
double multiplier_at(struct multiplier *m, int day);

/*
 * The multiplier in an average position, by which turnovers and SR costs are reckoned: missing after the last day that was
 * estimated, unless the config says `compat: none`.
 */
double multiplier_average(struct multiplier *m, int day);

#endif
