/*
 * forecast_weights - the weights of an instrument's forecasts, fixed or fitted, shared and smoothed day by day
 *
 * A rule without a forecast yet has no weight, and the others share it; weights are
 * then smoothed, the zeros before the first forecast included. Fitted weights come as a table
 * time,instrument,rule,value (st-fit). Source: pysystemtrade, systems/forecast_combine.py.
 */
#ifndef ST_FORECAST_FORECAST_WEIGHTS_H
#define ST_FORECAST_FORECAST_WEIGHTS_H

#include "config/config.h"
#include "maths/ewma.h"
#include "stream/dated_values.h"
#include "stream/filter.h"

struct forecast_weights {
	const struct config *cfg;
	const char *path;          /* of the table, NULL for none */
	struct dated_values table;
	double span;
};

/* The config's forecast_weights, or the table at path. The config must outlive it; dies when weights are to be estimated and it has none. */
struct forecast_weights forecast_weights_open(const struct config *c, const char *path);

/* One rule of one instrument. */
struct forecast_weighted {
	const char *rule;
	int column;                /* forecast.RULE, of the rows */
	double raw;                /* fixed weight */
	const struct dated_value_series *series; /* or fitted ones */
	int at;
	double last;               /* the last forecast that was not missing */
	double weight;             /* shared and smoothed; NaN before there is any */
	struct ewma smooth;
};

struct forecast_weight {
	struct forecast_weighted *v;
	int n;
};

/*
 * An instrument's; s is the step whose rows have the forecasts. Dies when a column or a weight is missing, or all weights
 * are zero.
 */
struct forecast_weight forecast_weight_of(const struct forecast_weights *w, struct step *s, const char *instrument);

/* Take a row in: its forecasts, and the weights on its day. */
void forecast_weight_row(struct forecast_weight *w, struct step *s, struct row *r);

#endif
