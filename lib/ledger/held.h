/* held - positions as they are now, in lots */
#ifndef ST_LEDGER_HELD_H
#define ST_LEDGER_HELD_H

#include "ledger/ledger.h"

/* Of a strategy in an instrument; of a contract (eight digits) whichever strategy's. 0 when there is none. */
int64_t held_by_strategy(struct ledger *l, const char *strategy, const char *instrument);
int64_t held_of_contract(struct ledger *l, const char *instrument, const char *contract);

#endif
