/*
 * lint - does every day have a price, a forward and a carry contract?
 *
 * Of an instrument's roll parameters alone: each contract of the hold cycle, in four
 * years that have every length of month, on the days from the desired roll of the one
 * before it to its own. With prices: on every day that any contract has a price on.
 * Each problem is a line on o; the functions return how many.
 */
#ifndef ST_ROLL_LINT_H
#define ST_ROLL_LINT_H

#include "base/out.h"
#include "roll/contract_prices.h"
#include "roll/parameters.h"

/* Every instrument of the table; instruments: NULL, or instrumentconfig.csv, which must have the same ones. */
int lint_tables(struct out *o, const struct roll_table *t, const char *instruments);

/* An instrument's prices; a contract may be without for so many days in a row. */
int lint_prices(struct out *o, const struct roll_parameters *p, const struct contract_prices *prices, int allowed);

/* Print "CODE: " and the text as a line of it; 1. */
int lint_problem(struct out *o, const char *code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
