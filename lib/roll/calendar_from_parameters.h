/*
 * calendar_from_parameters - when to roll: as the parameters wish, then on days when there are prices
 *
 * From pysystemtrade's build_roll_calendars, row for row. Calendars are roll/calendar.h's:
 * a row's time is the last at which its current contract is held. What goes wrong with
 * an instrument dies naming it; what is helped out of is told as a warning.
 */
#ifndef ST_ROLL_CALENDAR_FROM_PARAMETERS_H
#define ST_ROLL_CALENDAR_FROM_PARAMETERS_H

#include <stdbool.h>

#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/parameters.h"

/* Of the contracts that have prices, the one that carry is measured against; 0 when there is none. */
int roll_priced_carry(const struct roll_parameters *p, const struct contract_prices *prices, int contract);

/*
 * The contract to begin with: the first of all that has a carry contract, else the
 * next of the hold cycle that has one; 0 when there is none. held: never one
 * outside the hold cycle.
 */
int roll_start(const struct roll_parameters *p, const struct contract_prices *prices, bool held);

/* Rolls at the desired dates between the contracts that have prices, into the empty calendar c. */
void roll_dates_approximate(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices, bool held);

/*
 * The time nearest to row i's, in whole days, at which its current and next contract have
 * prices, and, when carry is an earlier contract and the caller wants it, its carry contract
 * and the next row's; after the time of the row before. False when there is none.
 */
bool roll_time(const struct calendar *c, int i, const struct contract_prices *prices, bool carry, int64_t *t);

/*
 * Move every row of c to its roll_time, without carry prices where there is no time with
 * them. The last row goes: it was there to look ahead to. Rows that have no time are left
 * out at the beginning, and end the calendar later on.
 */
void roll_dates_adjust(struct calendar *c, const struct contract_prices *prices);

/*
 * As pysystemtrade's phantom row: one more roll five days after now, unless the last row is after now, so that the last
 * contract's prices are used.
 */
void roll_dates_extend(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices, int64_t now);

#endif
