/*
 * halts - while one stands nothing is sent, or with HALTS_REDUCE_ONLY nothing that makes a position larger; kept
 *
 * One is of a strategy, of an instrument, of a strategy's instrument, or, with "" for both, of everything. It was put by
 * the user or by a check, of which several may halt the same; each takes off its own alone.
 */
#ifndef ST_LEDGER_HALTS_H
#define ST_LEDGER_HALTS_H

#include "ledger/ledger.h"
#include "ledger/statement.h"

#define HALTS_ALL "halt"
#define HALTS_REDUCE_ONLY "reduce-only"
#define HALTS_USER "user"

struct halts {
	const char *strategy, *instrument;
	const char *kind; /* NULL for both, where it is asked what stands or is taken off */
	const char *by;
};

/* Put it in the transaction that was begun; one that stands already stays as it is, its time and why too. */
void halts_put(struct ledger *l, const struct halts *h, const char *why);

void halts_take_off(struct ledger *l, const struct halts *h);
void halts_take_all_off(struct ledger *l);

/* What stands on just this strategy and instrument, whoever put it: by, kind. */
struct statement *halts_standing(struct ledger *l, const struct halts *h);

/* Does one of that kind hold for the strategy's instrument, whoever put it on whatever of them? */
bool halts_hold(struct ledger *l, const char *strategy, const char *instrument, const char *kind);

/* To be listed: strategy, instrument, kind, by, time, why. */
struct statement *halts_all(struct ledger *l);

#endif
