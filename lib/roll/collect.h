/*
 * collect - the contracts whose prices are worth collecting
 *
 * From pysystemtrade's sampled contracts: from the priced contract behind the furthest one in use back to those that
 * expired 100 days ago, expiries being the first of the month.
 */
#ifndef ST_ROLL_COLLECT_H
#define ST_ROLL_COLLECT_H

#include <stdbool.h>
#include <stdint.h>

#include "roll/parameters.h"

/* The first and the last of them, in the priced cycle, at a time (time/date.h's stamp); false when there are none. */
bool roll_collect(const struct roll_parameters *p, int furthest, int64_t now, int *first, int *last);

#endif
