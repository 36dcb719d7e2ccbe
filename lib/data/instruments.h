/*
 * instruments - what is traded, and the facts about it that do not change
 *
 * The table that st-fetch instruments prints and filters take by --instruments:
 * instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year.
 * A currency's point_size is its value of a move of 1.0; slippage is half the spread
 * in price points; commissions are per_block and per_trade in the instrument's
 * currency and percentage as a fraction of value.
 */
#ifndef ST_DATA_INSTRUMENTS_H
#define ST_DATA_INSTRUMENTS_H

#include "base/names.h"
#include "config/config.h"

struct instrument {
	char *currency, *asset_class;
	double point_size, slippage, per_block, percentage, per_trade;
	double rolls_per_year;
};

struct instruments {
	const char *path;
	struct names codes;
	struct instrument *v;
};

/* Read the table; dies naming file and line, also of a point size not above zero, a cost below it and no currency. */
struct instruments instruments_read(const char *path);

/* The same for a filter: those of a chain, which name one file, share one table, which none may change. */
struct instruments instruments_shared(const char *path);

/* The facts of one; dies when the table lacks it, or its point size. */
const struct instrument *instruments_get(const struct instruments *t, const char *code);

/*
 * The cost in the instrument's currency of trading `blocks` at `price`: slippage
 * plus the largest of the three commissions (pysystemtrade, instrumentCosts).
 * A price that is missing leaves the percentage out.
 */
double instrument_cost(const struct instrument *i, double blocks, double price);

/*
 * The codes that a config leaves out of trading: duplicates, ignored ones, bad markets and
 * those under restrictions (pysystemtrade, get_list_of_markets_not_trading_but_with_data).
 */
struct names instruments_not_trading(const struct config *c);

/* Those of them that a backtest leaves out altogether: duplicates and ignored ones. */
struct names instruments_left_out(const struct config *c);

/* Put the codes of a config's list, or the one that stands for a list, into t; dies calling it `what`. */
void instruments_put_list(struct names *t, const struct config *c, const json_t *v, const char *what);

/* A fact in a table that is a number, NaN where it is missing, or that must be there; dies when it is out of range. */
enum instruments_range { INSTRUMENTS_ABOVE_ZERO, INSTRUMENTS_NOT_BELOW_ZERO, INSTRUMENTS_FRACTION };
struct table;
double instruments_fact(const struct table *t, int row, const char *column, enum instruments_range range);
const char *instruments_fact_text(const struct table *t, int row, const char *code, const char *column, const char *what);

#endif
