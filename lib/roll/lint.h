/*
 * lint - does every day have a price, a forward and a carry contract?
 *
 * Of an instrument's roll parameters alone: each contract of the hold cycle, in four
 * years that have every length of month, on the days from the desired roll of the one
 * before it to its own. With prices: on every day that any contract has a price on.
 * A calendar: on the days of its rolls. Each problem is a line on o; the functions return how many.
 */
#ifndef ST_ROLL_LINT_H
#define ST_ROLL_LINT_H

#include "base/out.h"
#include "roll/calendar.h"
#include "roll/contract_prices.h"
#include "roll/parameters.h"

/* Every instrument of the table; instruments: NULL, or instrumentconfig.csv, which must have the same ones. */
int lint_tables(struct out *o, const struct roll_table *t, const char *instruments);

/* An instrument's prices, by its row of the table; a contract may be without for so many days in a row. */
int lint_prices(struct out *o, const struct roll_table *t, const struct contract_prices *prices, int allowed);

/* An instrument's calendar: times that increase, each roll out of what was rolled into, and prices of the contracts. */
int lint_calendar(struct out *o, const struct calendar *c, const struct contract_prices *prices);

/* Print "CODE: " and the text as a line of it; 1. */
int lint_problem(struct out *o, const char *code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
