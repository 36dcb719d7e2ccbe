/*
 * multiple_from_calendar - multiple prices out of a calendar and contracts' prices
 *
 * From pysystemtrade's create_multiple_prices_from_calendar_and_contracts: a calendar's row i holds from
 * just after row i - 1's time to its own. Row 0 only says when row 1 begins. Nothing is filled: a
 * time at which any of the three contracts has a row has one, with what there is.
 */
#ifndef ST_ROLL_MULTIPLE_FROM_CALENDAR_H
#define ST_ROLL_MULTIPLE_FROM_CALENDAR_H

#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/*
 * The rows into the empty m. Where a contract held has no prices the row is passed over as long as there is
 * none yet, with a warning, and later on dies; a next or carry contract may lack them in the last row alone.
 * Dies when no row comes out.
 */
void roll_build(struct multiple_prices *m, const struct calendar *c, const struct contract_prices *prices);

#endif
