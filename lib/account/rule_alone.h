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
#include "forecast/forecast_columns.h"
#include "stream/filter.h"

/* A row of an instrument's prices. */
struct rule_alone_price {
	int64_t t;                      /* seconds */
	int day, at;                    /* its day; which of the days it falls on or is after, -1 for none */
	double move, years, fx;         /* as data/natural_prices.h has them */
};

struct rule_alone {
	const char *config, *instruments_path, *prices_path; /* options */
	void (*finish)(struct step *s); /* the filter's: an instrument's rows and prices are all in */
	struct config cfg;
	struct instruments instruments;
	double target, average;         /* annual vol target, base currency; average absolute forecast */
	int vol, beyond;                /* columns */
	struct forecast_column *forecast;
	int rules;
	/* the instrument under way */
	const char *now;                /* NULL before the first */
	double point_size;
	int n;                          /* its days */
	int *day;
	double *scalar;                 /* of each, contracts at an average forecast; NaN for none */
	int prices;
	struct rule_alone_price *price;
	/* private */
	bool *off;                      /* of each day: it is beyond the adjusted series */
	double **said;                  /* of each rule, its forecast of each day */
	int room, price_room;
	struct natural_prices natural;
};

/* Options are in. */
void rule_alone_open(struct rule_alone *a);

/* Look the columns up; dies when there is no forecast. */
void rule_alone_head(struct rule_alone *a, struct step *s);

/* A filter's state by instrument is the instrument's code alone, ->key is rule_alone_key. */
void rule_alone_key(struct step *s, void *state, const char *instrument);

/* Take a row in; the first of an instrument finishes the one before. */
void rule_alone_row(struct rule_alone *a, struct step *s, struct row *r);

/* No more rows. */
void rule_alone_end(struct rule_alone *a, struct step *s);

/* Has a rule's forecast such a day? Beyond the adjusted series only where it says something. */
static inline bool
rule_alone_has(const struct rule_alone *a, int rule, int day)
{
	return !a->off[day] || !isnan(a->said[rule][day]);
}

/* The contracts that a rule's forecast of each day decides, into x[n]. */
void rule_alone_contracts(const struct rule_alone *a, int rule, double *x);

/* What is decided in x is held from the forecast's next day on; a day that it lacks changes nothing. */
void rule_alone_delay(const struct rule_alone *a, int rule, double *x);

#endif
