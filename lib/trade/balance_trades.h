/*
 * balance_trades - trades that are no orders of ours any more: made elsewhere, or between our own strategies
 *
 * Each is an instrument order that is filled and done as it comes, in the transaction that was begun; nothing of it goes to a
 * broker. pysystemtrade's balance trades.
 */
#ifndef ST_TRADE_BALANCE_TRADES_H
#define ST_TRADE_BALANCE_TRADES_H

#include "base/wrong.h"
#include "ledger/ledger.h"

struct balance_trade {
	const char *strategy, *instrument;
	const char *contract;      /* eight digits; NULL: the strategy's position alone is to change */
	int64_t quantity;          /* lots */
	double price;              /* of a contract */
	int64_t time;              /* microseconds */
	double commission;         /* NaN when not known */
	const char *currency, *account; /* NULL when not known */
};

/* What was traded at the broker, whichever way: the contract's position changes and the strategy's. Wrong: a name, a contract. */
bool balance_trades_put(struct ledger *l, const struct balance_trade *t, struct wrong *w);

/* One strategy has so many lots more of an instrument, another as many less, at that price: an order of each. */
void balance_trades_exchange(struct ledger *l, const char *buyer, const char *seller, const char *instrument, int64_t lots,
    double price);

/* What a strategy holds goes to another at that price: an order of each. False when it holds nothing. */
bool balance_trades_transfer(struct ledger *l, const char *from, const char *to, const char *instrument, double price);

#endif
