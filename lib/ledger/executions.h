/*
 * executions - what was traded: a fact, counted once
 *
 * One function puts an execution into the ledger, with all that follows from it: the fills of the broker's, contract and
 * instrument order, and the positions of the contract and of the strategy. It is known by its id: to put it again changes
 * nothing. A correction or a bust replaces an execution; what it takes back goes out of all of them again.
 */
#ifndef ST_LEDGER_EXECUTIONS_H
#define ST_LEDGER_EXECUTIONS_H

#include "base/wrong.h"
#include "ledger/ledger.h"

struct execution {
	const char *id;           /* the broker's, or our own of a fill by hand */
	int64_t broker_order;
	int leg;                  /* from 0 */
	int64_t quantity;         /* lots; 0 of a bust */
	double price;             /* of the leg */
	int64_t time;             /* microseconds */
	double commission;        /* in currency; NaN when not known */
	const char *currency;     /* NULL when not known */
	const char *kind;         /* fill, correction, bust, hand, balance */
	const char *replaces;     /* an execution's id, of a correction or bust; else NULL */
};

enum execution_answer { EXECUTION_WRONG, EXECUTION_KNOWN, EXECUTION_APPLIED };

/*
 * In the transaction that was begun. Wrong: another one has that id, an order, a leg or what it replaces is not there. More
 * than was ordered is no wrong: the orders are marked overfilled, and the instrument is locked.
 */
enum execution_answer executions_apply(struct ledger *l, const struct execution *e, struct wrong *w);

#endif
