/* wanted_positions - what strategies want to hold, as they said one time after another; the last of each counts */
#ifndef ST_LEDGER_WANTED_POSITIONS_H
#define ST_LEDGER_WANTED_POSITIONS_H

#include "base/wrong.h"
#include "ledger/statement.h"
#include "order/wanted_record.h"

enum wanted_positions_answer { WANTED_REFUSED, WANTED_THERE, WANTED_PUT };

/*
 * Put one behind those of its strategy and instrument, in the transaction that was begun; a time it has not is the
 * transaction's. There already when the same was said at that time. Refused: a time that is to come or not after the last,
 * another kind than before, prices that end more than stale_days before now.
 */
enum wanted_positions_answer wanted_positions_put(struct ledger *l, const struct wanted_record *r, int stale_days,
    struct wrong *w);

/* The last of each strategy and instrument, as records with their id; of one strategy, unless that is NULL. */
struct statement *wanted_positions_now(struct ledger *l, const char *strategy);

/* All that a strategy wanted of an instrument. */
struct statement *wanted_positions_history(struct ledger *l, const char *strategy, const char *instrument);

#endif
