/*
 * price_moves - how an instrument's price has moved from one day to the next, seen three ways
 *
 * In price points, in units of the volatility of the day before, and as a fraction of
 * the price of the contract held. A missing price leaves two of them missing.
 */
#ifndef ST_RISK_PRICE_MOVES_H
#define ST_RISK_PRICE_MOVES_H

#include <stdbool.h>

struct price_moves {
	double points, normalised, fraction; /* the day's; NaN for missing */
	/* private */
	double adjusted, vol;                /* the day's before */
	double price;                        /* the last that wasn't missing */
};

struct price_moves price_moves_new(void);

/* On to a day: back-adjusted price, price of the contract held, daily vol. Beyond the adjusted series nothing moves. */
void price_moves_next(struct price_moves *m, double adjusted, double price, double vol, bool beyond);

#endif
