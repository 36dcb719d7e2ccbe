/* spike_settle - what is to become of the spikes of a merge: decided in a file, on the terminal, or left open */
#ifndef ST_DATA_SPIKE_SETTLE_H
#define ST_DATA_SPIKE_SETTLE_H

#include <stdbool.h>

#include "base/out.h"
#include "data/price_merge.h"

struct spike_settle {
	double most;            /* a change so many times the average one is a spike */
	const char *decisions;  /* file of data/spike_decisions.h, NULL for none */
	bool ask;               /* what the file doesn't tell, on the terminal */
};

/*
 * Find a decision for every spike and follow it; how many have none. Those are listed on o: stamp,value,previous,ratio. A
 * value that was typed is tested again, as it may be wrong as well; what was accepted is not.
 */
size_t spike_settle(const struct spike_settle *s, struct price_merge *m, struct out *o);

#endif
