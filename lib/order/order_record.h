/*
 * order_record - an instrument order as it is proposed, a line of NDJSON, on its way to the stack
 *
 * Keys strategy, instrument, trade, type (best unless given), limit_price, limit_contract, reference_price,
 * reference_contract, reference_time, wanted, held, no_trading, cut; only the first three must be there. Others pass
 * through, so that filters need not know each other's.
 */
#ifndef ST_ORDER_ORDER_RECORD_H
#define ST_ORDER_ORDER_RECORD_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "base/wrong.h"

#define ORDER_RECORD_NO_TIME INT64_MIN

struct order_record {
	const char *strategy, *instrument;
	int64_t trade;                  /* lots */
	const char *type;               /* best, market, limit, panic */
	double limit_price;             /* NaN when missing, as are the others; a text NULL */
	const char *limit_contract;
	double reference_price;
	const char *reference_contract;
	int64_t reference_time;         /* microseconds, or ORDER_RECORD_NO_TIME */
	int64_t wanted;                 /* the id of what it is made for; 0 when it is for none */
	bool has_held;
	int64_t held;                   /* by the strategy, when it was proposed */
	bool no_trading;                /* an override forbids any trade */
	const json_t *cut;              /* why it is smaller than wanted, a list of {by,from,to,why}; NULL when it isn't */
};

/* Texts are those of o, and live as long. */
bool order_record_of_json(const json_t *o, struct order_record *r, struct wrong *w);

/*
 * Change the trade that o proposes: `by` says that it is `to` now, and why; nothing when it is already. For the filters
 * between st-orders and st-stack.
 */
void order_record_cut(json_t *o, int64_t to, const char *by, const char *why);

#endif
