/* curve_rows - an account's curves as the rows that st-account prints: a period's day, whose account, a number for each curve */
#ifndef ST_ACCOUNT_CURVE_ROWS_H
#define ST_ACCOUNT_CURVE_ROWS_H

#include "account/curve_columns.h"
#include "base/out.h"

/* What a row begins with: a period's day, and instrument and rule where they are not NULL. */
void curve_rows_begin(struct out *o, int day, const char *instrument, const char *rule);

/* A row for each period that c, which is of account a, has numbers of. */
void curve_rows_print(struct out *o, const struct account *a, enum frequency f, const struct curve_columns *c);

/* Header and rows of the sum of all accounts: in value, in percent of capital and, if wanted, its risk. */
void curve_rows_portfolio(struct out *o, const struct account *total, struct curves *c, enum frequency f, bool risk);

#endif
