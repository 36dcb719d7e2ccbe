/*
 * proposals - orders on their way from st-orders to st-stack, through the filters that cut them
 *
 * A filter looks at one order after another, each as order/order_record.h has it, and passes on what it does not know.
 */
#ifndef ST_LEDGER_PROPOSALS_H
#define ST_LEDGER_PROPOSALS_H

#include <jansson.h>

#include "base/out.h"
#include "ledger/ledger.h"
#include "order/order_record.h"

/* Look at an order, and cut it with order_record_cut; false to let it go no further. */
typedef bool proposals_filter(struct ledger *l, json_t *order, const struct order_record *r);

/* Read records from a file ("-" is standard input), filter each, and print it on o. Dies naming line when one is wrong. */
void proposals_each(struct ledger *l, const char *path, struct out *o, proposals_filter *filter);

/* What the order's strategy holds: as it says, or as the ledger does. */
int64_t proposals_held(struct ledger *l, const struct order_record *r);

#endif
