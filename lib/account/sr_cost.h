/*
 * sr_cost - what trading an instrument costs a year in Sharpe ratio units, and the positions that it is charged on
 *
 * What use_SR_costs wants of an instrument's days beside their profit: the position at an average forecast, how often
 * positions turn over against it, and recent prices.
 */
#ifndef ST_ACCOUNT_SR_COST_H
#define ST_ACCOUNT_SR_COST_H

#include "account/cost.h"
#include "account/pnl.h"
#include "account/turnover.h"
#include "position/average_position.h"

struct sr_costs {
	bool alone;             /* all capital is in one instrument: no weights, no multiplier */
	struct average_positions positions;
};

/* As average_positions_open; without a table of weights each instrument is alone. */
struct sr_costs sr_costs_open(const struct config *c, const char *weights, const char *multipliers);

struct sr_cost {
	bool alone;
	struct average_position average;
	struct turnover turnover;
	struct cost_recent recent;
};

/* An instrument's; the costs must stay where they are. */
struct sr_cost sr_cost_new(const struct sr_costs *c, const char *instrument, double point_size);

/* Count a day in: it has all but the average, which is set. price: of the contract held; traded: contracts. */
void sr_cost_day(struct sr_cost *k, struct pnl_day *x, double price, double traded);

/* All days are in. */
double sr_cost_annual(const struct sr_cost *k, const struct instrument *i);

#endif
