/*
 * csvconfig - which instruments a data folder has, and the facts about them in its csvconfig files
 *
 * Apart from the table that filters read (data/instruments.h): they are not linked with what reads folders and archives,
 * whose libraries take longer to load than a filter does to start.
 */
#ifndef ST_DATA_CSVCONFIG_H
#define ST_DATA_CSVCONFIG_H

#include "base/names.h"
#include "base/out.h"
#include "config/config.h"

struct data;

/*
 * The instruments that a config trades, sorted: the keys of instrument_weights,
 * else `instruments`, else all of d's adjusted prices, less the duplicates and
 * ignored ones (pysystemtrade, get_instrument_list).
 */
struct names csvconfig_traded(const struct config *c, struct data *d);

/* All that d has adjusted prices of and facts about, sorted: what asset classes are made up of. */
struct names csvconfig_universe(struct data *d);

/*
 * Print the table for these codes out of d's csvconfig folder, of which the first row of an instrument counts, and give
 * their currencies, the caller's.
 */
void csvconfig_print(struct out *o, struct data *d, const struct names *codes, char **currency);

#endif
