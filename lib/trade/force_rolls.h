/*
 * force_rolls - the orders that roll out of priced contracts, of instruments whose roll is forced
 *
 * pysystemtrade's generate_force_roll_orders.
 */
#ifndef ST_TRADE_FORCE_ROLLS_H
#define ST_TRADE_FORCE_ROLLS_H

#include "data/data_folder.h"
#include "ledger/ledger.h"

/*
 * Put the family of orders of each instrument in Force or Force_Outright that holds something of its priced contract and
 * has no live roll yet, or of one instrument when that is not NULL, in the transaction that was begun. Warns of what it leaves,
 * saying why. How many rolls.
 */
int force_rolls_put(struct ledger *l, struct data *data, const char *instrument);

#endif
