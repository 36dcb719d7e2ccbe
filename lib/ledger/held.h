/* held - positions as they are now, in lots */
#ifndef ST_LEDGER_HELD_H
#define ST_LEDGER_HELD_H

#include "ledger/ledger.h"

/* By a strategy in an instrument, by all of them together, and in a contract (eight digits); 0 when there is none. */
int64_t held_by_strategy(struct ledger *l, const char *strategy, const char *instrument);
int64_t held_by_all(struct ledger *l, const char *instrument);
int64_t held_of_contract(struct ledger *l, const char *instrument, const char *contract);

#endif
