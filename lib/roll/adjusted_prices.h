/*
 * adjusted_prices - an instrument's back-adjusted prices, and the days that come after them without a roll
 *
 * The file is pysystemtrade's adjusted_prices_csv/CODE.csv: DATETIME, price. Prices are in price
 * points, NaN where missing. As update_with_multiple_prices_no_roll.
 */
#ifndef ST_ROLL_ADJUSTED_PRICES_H
#define ST_ROLL_ADJUSTED_PRICES_H

#include "base/out.h"
#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/* Zeroed to begin with, to be used again; owns v. */
struct adjusted_prices {
	struct contract_price *v;  /* times strictly increasing */
	size_t n;
	size_t cap;          /* private */
};

/* DIR/CODE.csv in place of what there was, at least one row; dies naming file, line and column. */
void adjusted_prices_read(struct adjusted_prices *a, const char *dir, const char *code);

/*
 * Put in the held contract's prices from a's last time on, those that aren't missing; what is there stays. Dies when
 * another contract is held after that time: a roll shifts all prices, st-adjust has to make them anew.
 */
void adjusted_prices_extend(struct adjusted_prices *a, const struct multiple_prices *m);

/* The header of a stream, and its rows. */
void adjusted_prices_head(struct out *o);
void adjusted_prices_print(struct out *o, const char *code, const struct adjusted_prices *a);

/* Write DIR/CODE.csv in place of an old one. */
void adjusted_prices_file(const char *dir, const char *code, const struct adjusted_prices *a);

#endif
