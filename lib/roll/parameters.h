/*
 * parameters - when each instrument's contracts expire and are rolled, and into which
 *
 * The table is pysystemtrade's csvconfig/rollconfig.csv: Instrument, HoldRollCycle,
 * PricedRollCycle (letters of months), RollOffsetDays (from expiry), ExpiryOffset (days
 * from the first of the contract's month), CarryOffset (1: the priced contract after the
 * one held, -1: before).
 */
#ifndef ST_ROLL_PARAMETERS_H
#define ST_ROLL_PARAMETERS_H

#include <stdbool.h>

#include "roll/contract.h"
#include "roll/cycle.h"
#include "stream/table.h"

struct roll_parameters {
	cycle hold, priced;
	int roll_offset, expiry_offset; /* days */
	int carry_offset;               /* 1 or -1 */
};

struct roll_table {
	struct table table;
	struct names codes;               /* its instruments, by row */
	struct roll_parameters *v;
};

/* A rollconfig.csv, all of it; dies naming file and line of what is wrong, an instrument that comes twice included. */
struct roll_table roll_table_read(const char *path);

/* Those of one instrument; dies when there is no row of it. */
const struct roll_parameters *roll_table_get(const struct roll_table *t, const char *code);

/* The contract that carry is measured against. */
int roll_carry(const struct roll_parameters *p, int contract);

/* time/date.h's days: the approximate expiry, and when one wishes to roll out of it. */
int roll_expiry(const struct roll_parameters *p, int contract);
int roll_desired(const struct roll_parameters *p, int contract);

#endif
