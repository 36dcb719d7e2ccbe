/*
 * instrument_costs - what trading an instrument costs and how often that is done, counted row by row: st-cost's figures
 *
 * Turnovers are in round trips a year: of the positions held and of the same not rounded, against the average position; of
 * the portfolio's and of those with all capital in it, against the volatility scalar; of each rule's forecasts.
 */
#ifndef ST_ACCOUNT_INSTRUMENT_COSTS_H
#define ST_ACCOUNT_INSTRUMENT_COSTS_H

#include "account/cost.h"
#include "account/turnover.h"
#include "forecast/forecast_columns.h"
#include "position/average_position.h"
#include "position/buffer.h"

/* What is the same for all instruments: the positions that turnovers are measured against, and where rows have what. */
struct instrument_costs_source {
	struct average_positions positions;
	double average_forecast;
	bool to_edge;              /* see position/buffer.h */
	/* private: columns */
	int adjusted, beyond, price, vol, fx, subsystem, position, lower, upper, traded;
	struct forecast_column *rule;
	int rules;
};

/* As average_positions_open. */
struct instrument_costs_source instrument_costs_open(const struct config *c, const char *weights, const char *multipliers);

/* Look the columns up; traded: the name of that of the positions held. */
void instrument_costs_head(struct instrument_costs_source *c, struct step *s, const char *traded);

struct instrument_costs {
	/* private */
	struct average_position average;
	struct buffer fractions;
	struct turnover rounded, unrounded, portfolio, subsystem;
	struct cost_recent recent;
	struct instrument_costs_rule {
		struct turnover turnover;
		long days;
	} *rule;
};

/* An instrument's. The source must stay where it is. */
struct instrument_costs instrument_costs_new(const struct instrument_costs_source *c, const char *instrument, double point_size);

void instrument_costs_free(struct instrument_costs *k);

/* Count a row in. */
void instrument_costs_row(struct instrument_costs *k, const struct instrument_costs_source *c, struct step *s, struct row *r);

/* The figures, in order: each goes to each(), rule is "" in what is of the instrument. */
void instrument_costs_items(const struct instrument_costs *k, const struct instrument_costs_source *c,
    const struct instrument *in, void (*each)(void *arg, const char *rule, const char *item, double value), void *arg);

#endif
