/* roll_states - how far each instrument is with rolling, as the ledger has it */
#ifndef ST_LEDGER_ROLL_STATES_H
#define ST_LEDGER_ROLL_STATES_H

#include "ledger/ledger.h"
#include "order/roll_state.h"

/* No_Roll of an instrument that nothing was said of. */
enum roll_state roll_states_get(struct ledger *l, const char *instrument);

/* In the transaction that was begun; what may follow what is order/roll_state.h's to say. False when it is that already. */
bool roll_states_put(struct ledger *l, const char *instrument, enum roll_state state);

#endif
