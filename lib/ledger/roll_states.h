/* roll_states - how far each instrument is with rolling, as the ledger has it */
#ifndef ST_LEDGER_ROLL_STATES_H
#define ST_LEDGER_ROLL_STATES_H

#include "base/wrong.h"
#include "ledger/ledger.h"
#include "order/roll_state.h"

/* No_Roll of an instrument that nothing was said of. */
enum roll_state roll_states_get(struct ledger *l, const char *instrument);

/*
 * In the transaction that was begun, with what is held of the priced contract in it: false when it is that state already. Wrong
 * when it may not follow the one that there is (order/roll_state.h). by: the rule that asks; NULL for a person.
 */
enum roll_states_answer { ROLL_STATES_WRONG, ROLL_STATES_SAME, ROLL_STATES_PUT };
enum roll_states_answer roll_states_put(struct ledger *l, const char *instrument, enum roll_state state, int64_t held,
    const char *by, struct wrong *w);

/* To be listed: instrument, state, time, by. */
struct statement *roll_states_all(struct ledger *l);

#endif
