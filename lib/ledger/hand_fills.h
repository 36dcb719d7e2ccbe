/* hand_fills - what a person says was traded: an execution like any other, of kind hand */
#ifndef ST_LEDGER_HAND_FILLS_H
#define ST_LEDGER_HAND_FILLS_H

#include "base/wrong.h"
#include "ledger/ledger.h"
#include "ledger/stack.h"

struct hand_fill {
	int64_t quantity;        /* lots, of the order's sign */
	double price;
	int64_t time;            /* microseconds */
	double commission;       /* NaN when not known */
	const char *currency;    /* NULL when not known */
	const char *contract;    /* which leg of a spread, eight digits; NULL where there is one */
};

/*
 * Fill a contract order, which then has a broker order of its own below it that says so, or a broker order. Wrong when there
 * is none that is live and unlocked, its legs are several and none is named, the lots don't fit what is still to be
 * filled, or a contract order has something at the broker, which is to be filled instead.
 */
bool hand_fills_put(struct ledger *l, enum stack_level level, int64_t id, const struct hand_fill *f, struct wrong *w);

#endif
