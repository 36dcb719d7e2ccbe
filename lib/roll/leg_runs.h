/*
 * leg_runs - stretches of three contracts' prices, one a leg, taken together in order of time into multiple prices
 */
#ifndef ST_ROLL_LEG_RUNS_H
#define ST_ROLL_LEG_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/* One leg's rows: v[at] is next; zeroed there are none. */
struct roll_run {
	const struct contract_price *v;
	size_t at, end;
};

/* The earliest time of the next rows; false when there are none. */
bool leg_runs_time(const struct roll_run run[LEGS], int64_t *t);

/* Take the next rows that are at t: prices that the row has not. */
void leg_runs_take(struct roll_run run[LEGS], int64_t t, struct multiple_prices_row *row);

#endif
