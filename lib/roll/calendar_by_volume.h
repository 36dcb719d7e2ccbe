/*
 * calendar_by_volume - a calendar by what is traded: roll when the next contract is traded more than the one held
 *
 * A contract's volume is roll/contract_volume.h's of a business day, smoothed. The first contract held is the one of the hold
 * cycle that is traded most on the first day. It is rolled into the next of the cycle that has prices by then, on
 * the first day on which that one's volume is greater, at the day's last time at which both have a price. What a day
 * decides depends on no later one, so that the calendar of a longer history begins with that of a shorter one.
 */
#ifndef ST_ROLL_CALENDAR_BY_VOLUME_H
#define ST_ROLL_CALENDAR_BY_VOLUME_H

#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/parameters.h"

/* The rolls into the empty calendar c, out of prices with volumes. Warns of a contract held that ran out before it was rolled. */
void roll_by_volume(struct calendar *c, const struct roll_parameters *p, const struct contract_prices *prices);

#endif
