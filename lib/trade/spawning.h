/*
 * spawning - contract orders made of instrument orders, by the roll state of each instrument
 *
 * An instrument order is spawned when it is live, has nothing below it, nothing filled, and neither it nor its instrument is
 * locked. What cannot be spawned now stays as it is, for the next time. pysystemtrade's
 * spawn_children_from_new_instrument_orders.
 */
#ifndef ST_TRADE_SPAWNING_H
#define ST_TRADE_SPAWNING_H

#include "data/data_folder.h"
#include "ledger/ledger.h"

/*
 * Spawn all, or one when id is not 0, in the transaction that was begun; data: the folder whose multiple prices say which
 * contract is priced. Warns of each that it leaves, saying why. How many contract orders there are more.
 */
int spawning_run(struct ledger *l, struct data *data, int64_t id);

#endif
