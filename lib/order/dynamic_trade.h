/*
 * dynamic_trade - the whole contracts that a small account should hold of all its instruments together, and its trades
 *
 * One problem, solved by position/speed_control.h within each instrument's limits. Instruments are looked at in order of
 * their codes, so that of two steps that are as good the first code's is taken, in whatever order they come. One without a
 * position, a value or a covariance takes no part and is not held. pysystemtrade's dynamic small system in production.
 */
#ifndef ST_ORDER_DYNAMIC_TRADE_H
#define ST_ORDER_DYNAMIC_TRADE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wrong.h"
#include "position/constraint.h"

struct dynamic_trade {
	/* given */
	const char *code;
	double optimal;                 /* contracts, not rounded; NaN when missing */
	double value;                   /* of one contract, as a share of capital; NaN when missing */
	double cost;                    /* of trading one lot's worth of exposure, as a share of capital */
	int64_t held;
	double most;                    /* contracts either way, NaN for any number */
	bool no_trade, reduce_only;
	/* found */
	bool valid;                     /* it takes part */
	struct constraint limit;        /* set if it does */
	int64_t position, trade;        /* lots to hold, and to trade for it */
};

struct dynamic_trade_options {
	double shadow_cost;             /* by which costs are multiplied */
	double tracking_error_buffer;
};

/*
 * For n instruments with an n*n covariance of annual returns, a fraction, NaN where not known. Wrong when two that take
 * part have no covariance, a cost is missing, a position is over a million contracts, a code comes twice, or the covariance
 * makes a variance below zero; what was found means nothing then.
 */
bool dynamic_trade(struct dynamic_trade *x, int n, const double *covariance, const struct dynamic_trade_options *o,
    struct wrong *w);

#endif
