/*
 * gate - the checks that an order must pass before it may go, whoever proposed it
 *
 * A check is one question, one small file lib/order/gate_NAME.c, and one line in the table of order/gate.c. It looks at
 * one struct of all that may be looked at and says how many lots of the trade it lets through, and by what limit and
 * what number. A limit that is NaN is none, and its check isn't asked.
 *
 * Reducing a position is never refused by a check that is there to limit risk: of a trade through zero the part up to
 * there passes. What isn't known (no price, no capital) lets nothing else pass. Money is in the base currency.
 *
 * The position is the account's before the trade. Where open orders are not netted against the trade afterwards
 * (order/netting.h), those of its direction count as filled: two orders that each close a position would open another.
 */
#ifndef ST_ORDER_GATE_H
#define ST_ORDER_GATE_H

#include <stdbool.h>
#include <stdint.h>

struct gate_limits {
	double lots, value;                  /* of an order; money */
	double position, asset_class, leverage; /* exposure of the instrument, of its asset class, of all, as shares of capital */
	double risk;                         /* of the portfolio after the trade: annual standard deviation, a share of capital */
	double day_loss, drawdown;           /* shares of the day's first capital, of the highest capital */
	double collar;                       /* of a limit price from the last price, in daily standard deviations of price */
	double price_age;                    /* seconds */
	double orders_minute, orders_day;
	double same_order;                   /* seconds in which an order may not come again */
	bool opposite;                       /* no order against an open one of the other side */
};

/* What an order is looked at with; a double is NaN when it isn't known. */
struct gate {
	struct gate_limits limits;
	bool halted, reduce_only, listed;    /* the switches; the instrument is on a list of those that may be traded */
	int64_t now;                         /* microseconds from 1970, like every time here */
	int64_t trade, position;             /* lots, the position being the account's before the trade */
	double limit_price;                  /* NaN when the order has none */
	double price, deviation;             /* the last price, and the daily standard deviation, in price points */
	int64_t price_time;
	double point_value;                  /* of one lot */
	double capital, day_capital, highest_capital, day_profit; /* now, at the day's beginning, at its best; the day's so far */
	double other_exposure, class_exposure; /* of all other instruments, of those in this asset class: absolute, money */
	double other_variance;               /* annual, of the other instruments' positions, in squared shares of capital */
	double lot_variance, lot_covariance; /* of one lot alone, and of one lot with the other positions */
	int64_t orders_minute, orders_day;   /* that have gone */
	double since_same;                   /* seconds since the same order, NaN when there was none */
	int64_t open_buys, open_sells;       /* lots still to be filled of open orders, both counted above zero */
};

/* What a check does to the part of a trade that reduces the position. */
enum gate_reducing {
	GATE_LETS_REDUCE,   /* nothing */
	GATE_CUTS_REDUCING, /* no more than a lot is sure to pass, the rest another time */
	GATE_STOPS_REDUCING, /* whatever it says: it is no limit of risk */
};

enum { GATE_UNKNOWN = -1 };

struct gate_check {
	const char *name;
	enum gate_reducing reducing;
	/* The limit that the order has to keep; NaN for none. */
	double (*limit)(const struct gate *g);
	/* What the trade would come to, to be held against the limit, and its lots that keep it: GATE_UNKNOWN without a number. */
	int64_t (*lots)(const struct gate *g, double limit, double *value);
};

enum gate_result { GATE_PASSED, GATE_CUT, GATE_REFUSED };

/* What a check said of a trade. */
struct gate_answer {
	const char *check;
	enum gate_result result;
	int64_t from, to;     /* lots before and after, signed */
	double limit, value;  /* value is NaN when it isn't known */
};

enum { GATE_CHECKS = 17 };

/*
 * The lots that are left of g's trade. The answers, of those checks that were asked, end with the first that refused; *n is
 * how many there are.
 */
int64_t gate_apply(const struct gate *g, struct gate_answer answer[GATE_CHECKS], int *n);

extern const char *const gate_result_name[]; /* passed, cut, refused */

/* ---- for checks ---- */

int64_t gate_trade_lots(const struct gate *g);           /* the trade's, without its sign */
int64_t gate_all_or_none(const struct gate *g, bool all);
int64_t gate_whole_lots(const struct gate *g, double most); /* of the trade's; GATE_UNKNOWN of a NaN */
double gate_lot_value(const struct gate *g);             /* absolute exposure of one lot, NaN unless it is above zero */

/* For a limit of exposure, of this instrument and so much beside it, as a share of capital. */
int64_t gate_exposure_lots(const struct gate *g, double beside, double limit, double *value);

extern const struct gate_check gate_halt, gate_reduce_only, gate_list, gate_day_loss, gate_drawdown, gate_same_order,
	gate_opposite, gate_orders_minute, gate_orders_day, gate_price_age, gate_collar, gate_lots, gate_value, gate_position,
	gate_asset_class, gate_leverage, gate_risk;

#endif
