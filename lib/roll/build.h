/*
 * build - multiple prices out of a calendar and contracts' prices, and back into contracts
 *
 * From pysystemtrade's create_multiple_prices_from_calendar_and_contracts: a calendar's row i holds from
 * just after row i - 1's time to its own. Row 0 only says when row 1 begins. Nothing is filled: a
 * time at which any of the three contracts has a row has one, with what there is.
 */
#ifndef ST_ROLL_BUILD_H
#define ST_ROLL_BUILD_H

#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"
#include "roll/parameters.h"

/*
 * The rows into the empty m. Where a contract held has no prices the row is passed over as long as there is
 * none yet, with a warning, and later on dies; a next or carry contract may lack them in the last row alone.
 * Dies when no row comes out.
 */
void roll_build(struct multiple_prices *m, const struct calendar *c, const struct contract_prices *prices);

/* Contracts taken out of multiple prices; zeroed to begin with, ids increasing, used again. */
struct roll_split {
	struct contract_price_series *v;
	int n;
	int cap;       /* private */
};

/*
 * Every contract's prices that are not missing; of one that stands twice in a row that of the contract held
 * counts first, then that of carry.
 */
void roll_split(struct roll_split *s, const struct multiple_prices *m);

/* Warn of contracts held whose prices end more than 8 days before the desired roll. */
void roll_split_warn(const struct roll_split *s, const struct multiple_prices *m, const struct roll_parameters *p);

#endif
