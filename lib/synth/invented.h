/*
 * invented - markets out of a seed, as a data folder that pysystemtrade would read or as a stream
 *
 * What is invented, and how, stands in synth/market.h (terms of contracts), synth/price_walk.h (spot prices),
 * synth/quotes.h (days) and synth/quoted_contracts.h (the contracts' own prices).
 */
#ifndef ST_SYNTH_INVENTED_H
#define ST_SYNTH_INVENTED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "synth/quotes.h"

struct invented {
	uint64_t seed;
	int instruments;
	struct quotes_period period;
	bool contracts;       /* each contract's own prices too, and the calendars; of a stream, in place of multiple prices */
};

/* Make the folder dir, which must be new or empty. */
void invented_folder(const struct invented *v, const char *dir);

/* Print the rows of all, market after market, under a header. */
void invented_stream(const struct invented *v, struct out *o);

#endif
