/*
 * explanation - why an instrument's position is what it is on a day, out of what pipelines/backtest wrote
 *
 * The rows say what came out; what went in between (weights as smoothed, multipliers, the volatility scalar, the
 * position within its band) is worked out again from the first row on, by what the filters themselves use.
 */
#ifndef ST_BACKTEST_EXPLANATION_H
#define ST_BACKTEST_EXPLANATION_H

#include <stdbool.h>

#include "backtest/backtest_folder.h"
#include "backtest/idle_instruments.h"
#include "forecast/forecast_weights.h"
#include "position/buffer.h"
#include "position/size.h"
#include "stream/row.h"

/* Columns of the rows; those that st-optimal needs may be missing. */
enum explanation_column {
	E_ADJUSTED, E_PRICE, E_ROLL, E_FX, E_VOL, E_RAW_CARRY, E_FORECAST, E_SUBSYSTEM, E_POSITION, E_LOWER, E_UPPER, E_HELD,
	E_STDEV, E_EXPOSURE, E_TRADE_COST, E_COLUMNS
};

struct explanation_rule {
	const char *name;
	double raw, scalar, forecast; /* the last forecast when the day has none */
	double weight;                /* as smoothed; NaN for none yet */
};

struct explanation {
	struct backtest run;
	struct instrument facts;
	const char *idle;             /* why no contract is held on any day; NULL when one is */
	int day, before;              /* before: the row before, when there is one */
	bool first;                   /* there is none */
	double x[E_COLUMNS];          /* of the day; NaN for missing */
	double last[E_COLUMNS];       /* the last before it that were not missing */
	double held;                  /* on the row before; 0 when first */
	struct explanation_rule *rule;
	int rules;
	double multiplier;            /* of the forecasts */
	struct size size;
	double scalar;                /* volatility scalar; NaN for missing */
	double weight, idm;           /* of the instrument */
	struct buffer buffer;
};

/* Read the output folder; dies on an instrument or a day that it lacks, naming the nearest. */
struct explanation explanation_read(const char *out, const char *instrument, int day);

/* Each day of an instrument, with the rules' weights but not what they gave. Dies of an instrument that there isn't. */
void explanation_each(const char *out, const char *instrument, void (*each)(void *arg, const struct explanation *e), void *arg);

#endif
