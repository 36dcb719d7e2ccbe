/*
 * completion - is an order done, and are all that were made of it?
 *
 * A family, the instrument order with its contract orders and theirs at the broker, is done when each of it is. A broker
 * order that is cancelled or rejected will never be more filled and is done as it is; in pysystemtrade it keeps its family
 * open until the end of the day.
 */
#ifndef ST_ORDER_COMPLETION_H
#define ST_ORDER_COMPLETION_H

#include <stdbool.h>

#include "order/quantity.h"

struct completion_order {
	struct quantity trade, fill;
	bool active;
	bool terminal; /* of a broker order: its fill can't change any more */
};

/* What counts as done. */
struct completion_rule {
	bool partial;  /* any fill at all */
	bool zero;     /* everything, even an order that is missing */
	bool inactive; /* an order that isn't active is looked at too */
};

/* Of one order, NULL when it is missing. */
bool completion_done(const struct completion_order *o, const struct completion_rule *rule);

/* Of n of one family, all under the same rule. */
bool completion_done_all(const struct completion_order *family, int n, const struct completion_rule *rule);

#endif
