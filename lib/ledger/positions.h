/* positions - what strategies hold of instruments and what is held of contracts, and what made it so */
#ifndef ST_LEDGER_POSITIONS_H
#define ST_LEDGER_POSITIONS_H

#include "ledger/ledger.h"
#include "ledger/statement.h"

/* Of which ones; NULL is any. A strategy leaves out what contracts hold, a contract what strategies do. */
struct positions {
	const char *strategy, *instrument, *contract; /* a contract by its eight digits */
	const char *by;                               /* "strategy" or "contract": of that kind alone */
};

/* To be listed, at a time: strategy or contract, instrument, position, and the time of the last change until then. */
struct statement *positions_at(struct ledger *l, const struct positions *which, int64_t time);

/* Each change, those of one key in their order: the same with delta, execution, broker_order and instrument_order. */
struct statement *positions_history(struct ledger *l, const struct positions *which);

/* Instruments of which contracts and strategies do not hold the same: instrument, contracts, strategies. */
struct statement *positions_breaks(struct ledger *l);

#endif
