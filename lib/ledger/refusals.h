/* refusals - orders that the gate refused or cut, and by which check */
#ifndef ST_LEDGER_REFUSALS_H
#define ST_LEDGER_REFUSALS_H

#include <jansson.h>

#include "ledger/ledger.h"
#include "ledger/statement.h"
#include "order/gate.h"
#include "order/order_record.h"

/* Put what a check said of an order, as it was proposed, in the transaction that was begun. */
void refusals_put(struct ledger *l, const struct order_record *r, const json_t *proposed, const struct gate_answer *a,
    const char *why);

/* To be listed, the last so many: time, strategy, instrument, trade, allowed, check, limit, value, why. */
struct statement *refusals_all(struct ledger *l, int64_t most);

#endif
