/*
 * legs_print - the legs of contract and broker orders, as columns behind the others of a listing
 *
 * NDJSON: "legs":[{"contract":…,"trade":…,"fill":…,"price":…}]. CSV: contract, trade, fill, leg_price, of a spread those of
 * its legs with a space between.
 */
#ifndef ST_LEDGER_LEGS_PRINT_H
#define ST_LEDGER_LEGS_PRINT_H

#include "base/out.h"
#include "ledger/statement.h"

#define LEGS_NAMES "contract,trade,fill,leg_price"

/* Of the order whose id is the row's first column. */
void legs_print_contract(struct out *o, struct statement *row, bool csv);
void legs_print_broker(struct out *o, struct statement *row, bool csv);

#endif
