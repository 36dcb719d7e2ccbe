/*
 * pair - the prices of contracts and the multiple prices of the same instruments, read side by side
 *
 * Both are streams, of the same instruments in the same order; what one has alone dies naming it.
 */
#ifndef ST_ROLL_PAIR_H
#define ST_ROLL_PAIR_H

#include "roll/contract_prices.h"
#include "roll/multiple_prices.h"

/* Of the instrument at hand. */
struct roll_pair {
	struct contract_prices contracts;
	struct multiple_prices multiple;
	/* private */
	struct multiple_prices_reader reader;
	const char *path;                  /* of the multiple prices */
};

/* Open both; "-" is standard input. */
void roll_pair_open(struct roll_pair *p, const char *contracts, const char *multiple);

/* On to the next instrument; false at the end of both. */
bool roll_pair_next(struct roll_pair *p);

#endif
