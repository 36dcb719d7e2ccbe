/*
 * rule_alone - what each rule's forecast means by itself: contracts of each instrument, with the prices that earn on them
 *
 * For filters over the rows of st-scale, an instrument's together, and beside them the prices at
 * their own stamps. A forecast means forecast / average_absolute_forecast times the
 * position that meets the vol target (pysystemtrade, pandl_for_instrument_forecast).
 */
#ifndef ST_ACCOUNT_RULE_ALONE_H
#define ST_ACCOUNT_RULE_ALONE_H

#include "config/config.h"
#include "data/instruments.h"
#include "data/natural_prices.h"
#include "forecast/columns.h"
#include "stream/filter.h"

struct rule_alone {
	const char *config, *instruments_path, *prices_path; /* options */
	struct config cfg;
	struct instruments instruments;
	struct natural_prices prices;
	double target, average;         /* annual vol target, base currency; average absolute forecast */
	int vol, beyond;                /* columns */
	struct forecast_column *forecast;
	int rules;
	/* the instrument under way */
	const char *now;                /* NULL before the first */
	double point_size;
	double scalar;                  /* contracts at an average forecast */
};

/* Options are in. */
void rule_alone_open(struct rule_alone *a);

/* Look the columns up; dies when there is no forecast. */
void rule_alone_head(struct rule_alone *a, struct step *s);

/* A filter's state by instrument is the instrument's code alone, ->key is rule_alone_key; a row's code. */
void rule_alone_key(struct step *s, void *state, const char *instrument);
const char *rule_alone_instrument(struct step *s, struct row *r);

void rule_alone_begin(struct rule_alone *a, const char *instrument);

/* No more instruments. */
void rule_alone_end(struct rule_alone *a);

/* A day's vol, price points. */
void rule_alone_size(struct rule_alone *a, double vol);

static inline double
rule_alone_contracts(const struct rule_alone *a, double forecast)
{
	return a->scalar * (forecast / a->average);
}

#endif
