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

struct alone {
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
void alone_open(struct alone *a);

/* Look the columns up; dies when there is no forecast. */
void alone_head(struct alone *a, struct step *s);

/* A filter's state by instrument is the instrument's code alone, ->key is alone_key; a row's code. */
void alone_key(struct step *s, void *state, const char *instrument);
const char *alone_instrument(struct step *s, struct row *r);

void alone_begin(struct alone *a, const char *instrument);

/* No more instruments. */
void alone_end(struct alone *a);

/* A day's vol, price points. */
void alone_size(struct alone *a, double vol);

static inline double
alone_contracts(const struct alone *a, double forecast)
{
	return a->scalar * (forecast / a->average);
}

#endif
