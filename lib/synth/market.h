/*
 * market - invented futures markets: their contracts, and what a contract costs
 *
 * Days are time/date.h's, contracts roll/contract.h's ids, of a month. A contract
 * expires `expiry` days after the month's first. It costs
 *
 *   spot * (1 + slope * years to expiry) * (1 + season of its month)
 *
 * to the nearest tick. All here is constant and lives as long as the program.
 */
#ifndef ST_SYNTH_MARKET_H
#define ST_SYNTH_MARKET_H

#include <stdbool.h>

#include "roll/contract.h"
#include "roll/cycle.h"
#include "synth/price_walk.h"

struct market_currency {
	const char *code;
	double usd;                   /* dollars for one, at the start */
	int ticks;                    /* of the rate, in one */
	double per_block, percentage, per_trade; /* commission */
	int open, close;              /* hours of the quotes within a day */
	int holidays[8];              /* month * 100 + day, ended by 0 */
};

struct market {
	const char *code;
	const struct price_walk_class *class;
	const struct market_currency *currency;
	double level;                 /* of the first price */
	int tick, ticks;              /* the smallest move is tick / ticks */
	double point;                 /* value of a move of one */
	cycle hold, priced;           /* the months that are held, and that are quoted */
	int roll, carry, expiry;      /* days from expiry, contracts from the one held, days from the month's first */
	double slope, season;         /* of the term structure, a year; the dearest month's premium */
	bool hourly;                  /* it is quoted within the day too */
};

/* The currencies, ended by NULL; the first is the dollar. */
extern const struct market_currency *const market_currencies[];

/* The class that exchange rates walk as. */
extern const struct price_walk_class market_fx;

/* The i-th market, from 0; there are a few dozen, then they come again with another code. */
const struct market *market_at(int i);

/* Its code: EQ_NORTH …, and when the names are used up EQ_NORTH2 …; valid until the next call. */
const char *market_code(int i);

bool market_holiday(const struct market_currency *c, int day);

/* The nearest positive price that is a whole number of ticks, of which per_one are tick. */
double market_tick(double price, int tick, int per_one);

/* The last day of a contract, and the first on which it is rolled out of. */
int market_expiry(const struct market *m, int contract);
int market_roll(const struct market *m, int contract);

/* The contract held on a day. */
int market_held(const struct market *m, int day);

/* What a contract costs when the spot and the slope are these; missing once it has expired. */
double market_price(const struct market *m, double spot, double slope, int day, int contract);

#endif
