/*
 * calendar_from_multiple_prices - the calendars that multiple prices were made by
 *
 * A roll is where price_contract becomes a later one. As pysystemtrade's
 * back_out_roll_calendar_from_multiple_prices: of rows of one stamp the last counts,
 * and the stamp of the last row gets a row of its own, for what is held then.
 */
#ifndef ST_ROLL_CALENDAR_FROM_MULTIPLE_PRICES_H
#define ST_ROLL_CALENDAR_FROM_MULTIPLE_PRICES_H

#include <stdbool.h>

#include "roll/calendar.h"

/*
 * Read a stream with columns time, instrument, price_contract, forward_contract and
 * carry_contract, an instrument's rows together, and give each calendar away.
 * first_new: a roll's time is the first with the new contract, as pysystemtrade has
 * it; else the last with the old one, as a calendar's should be. last: the row at the end.
 */
void roll_infer_calendars(const char *path, bool first_new, bool last, void (*give)(struct calendar *));

#endif
