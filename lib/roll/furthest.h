/* furthest - the furthest of the contracts that each instrument's multiple prices end with: of all in use the last to expire */
#ifndef ST_ROLL_FURTHEST_H
#define ST_ROLL_FURTHEST_H

#include "base/names.h"
#include "stream/rec.h"

struct roll_furthest {
	struct names codes; /* instruments, in the order met */
	int *id;            /* of each; ids as in roll/contract.h */
};

/* Of a stream past its header, with instrument, price_contract, carry_contract, forward_contract; dies naming line and column. */
struct roll_furthest roll_furthest_read(struct rec *r);

#endif
