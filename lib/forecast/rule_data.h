/*
 * rule_data - what trading rules look at: pysystemtrade's data methods and the columns that hold what they give
 *
 * Some columns are in the stream from the start; the others st-raw appends, of which
 * some need to know what the other instruments do: the table of st-class.
 */
#ifndef ST_FORECAST_RULE_DATA_H
#define ST_FORECAST_RULE_DATA_H

#include <stdbool.h>

#include "config/config.h"
#include "maths/moments.h"
#include "time/year.h"

enum rule_data_kind {
	SERIES_COLUMN,           /* in the stream as it is */
	SERIES_ALONE,            /* 1 for an instrument alone in its asset class, else missing */
	SERIES_ATTENUATION,      /* what a rule's forecasts are multiplied by when volatility is high (forecast/attenuation.h) */
	SERIES_NORMALISED,       /* returns in units of volatility, cumulated: a price of equal risk */
	SERIES_SMOOTHED_CARRY,
	SERIES_CLASS_NORMALISED, /* the same of the asset class: median return, cumulated */
	SERIES_CLASS_CARRY,      /* median of smoothed carry in the asset class */
	SERIES_SKEW, SERIES_NEG_SKEW, SERIES_KURTOSIS, /* factors, of returns in percent */
};

/* What is taken off a factor. */
enum rule_data_mean {
	MEAN_NONE,
	MEAN_OWN,                /* its own slow mean */
	MEAN_CLASS,              /* that day's mean of its asset class */
	MEAN_ALL,                /* that day's mean of all instruments traded */
	MEAN_HISTORY,            /* the slow mean of that */
};

struct rule_data {
	enum rule_data_kind kind;
	enum rule_data_mean mean;
	int days;                /* a factor's, calendar days; smoothed carry's centre of mass */
	bool beyond;             /* there are values beyond the adjusted series' days, too */
	const char *column;      /* in the stream */
	const char *class_column;/* in the table of st-class; NULL when it needs none */
};

/* A slow mean's centre of mass: 15 years. */
enum { SERIES_SLOW = 15 * BUSINESS_DAYS_IN_YEAR };

/*
 * The series that data method `data` gives. Its arguments are those of a rule's other_args
 * that begin with `underscores` underscores. What is wrong with it, or NULL.
 */
const char *rule_data_of(struct rule_data *s, const char *data, const json_t *args, int underscores);

/* What nearest_said says of the data that there are; "" of one of them. */
const char *rule_data_nearest(const char *data);

/* Its value with one day's return counted in, a fraction of the price (risk/price_moves.h). */
double rule_data_factor_next(enum rule_data_kind kind, struct moments *m, int day, double fraction);

enum { SERIES_OF_RULE = 4 };

/* The data methods of a rule, by default the daily prices; how many, or -1 when that is not a list of at most SERIES_OF_RULE names. */
int rule_data_data(const json_t *rule, const char *data[SERIES_OF_RULE]);

/* Is a rule in a config's use_attenuation? */
bool rule_data_attenuated(const struct config *c, const char *rule);

/*
 * Those of all rules of a config that st-raw appends, each once, in the order above, a factor before what is taken off
 * it; the caller's.
 */
struct rule_data *rule_data_wanted(const struct config *c, int *n);

#endif
