/*
 * netting - a trade against a strategy's open orders in the same instrument
 *
 * What is open is on its way: only the rest is put, as an order more, which may be of the other sign. Where nothing is
 * wanted what is open is cancelled, and an opposite order put only for what can't be any more; under No-trading never.
 * (pysystemtrade cancels nothing: it puts an opposite order for all of it, even under No-trading.)
 */
#ifndef ST_ORDER_NETTING_H
#define ST_ORDER_NETTING_H

#include <stdbool.h>
#include <stdint.h>

/* An active order of the strategy in the instrument. */
struct netting_order {
	int64_t trade, fill;  /* lots */
	bool cancellable;     /* none of it is in a market, nor locked */
	bool cancel;          /* set: take it back */
};

/* Lots that are still to come of n orders, those left out that are cancelled; of one filled beyond its trade none are. */
int64_t netting_outstanding(const struct netting_order *open, int n);

/* The lots of the order to put, 0 for none, where `wanted` are to be traded. Says of each open order whether it is cancelled. */
int64_t netting_put(struct netting_order *open, int n, int64_t wanted, bool no_trading);

/* The same as pysystemtrade has it: nothing is cancelled. */
int64_t netting_put_as_reference(const struct netting_order *open, int n, int64_t wanted);

#endif
