/*
 * contracts_from_multiple - multiple prices taken apart into those of each contract
 *
 * Of a contract's day no more is known then than a price: its bar is of one trade at that.
 */
#ifndef ST_ROLL_CONTRACTS_FROM_MULTIPLE_H
#define ST_ROLL_CONTRACTS_FROM_MULTIPLE_H

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"
#include "roll/parameters.h"

/* Contracts taken out of multiple prices; zeroed to begin with, ids increasing, used again. */
struct roll_split {
	struct contract_price_series *v;
	int n;
	int cap;       /* private */
};

/*
 * Every contract's prices that are not missing; of one that stands twice in a row that of the contract held
 * counts first, then that of carry.
 */
void roll_split(struct roll_split *s, const struct multiple_prices *m);

/* Warn of contracts held whose prices end more than 8 days before the desired roll. */
void roll_split_warn(const struct roll_split *s, const struct multiple_prices *m, const struct roll_parameters *p);

/* The header of the stream time,instrument,contract,open,high,low,price,volume, and the contracts' bars as rows of it. */
void roll_split_head(struct out *o);
void roll_split_print(struct out *o, const char *code, const struct roll_split *s);

/* Write DIR/CODE_YYYYMMDD.csv of each contract, as pysystemtrade's contract_prices_csv, in place of an old one. */
void roll_split_files(const char *dir, const char *code, const struct roll_split *s);

#endif
