/*
 * buffer - trade only when the position held is outside a band round the optimal one
 *
 * pysystemtrade's apply_buffer, one day at a time.
 */
#ifndef ST_POSITION_BUFFER_H
#define ST_POSITION_BUFFER_H

#include <stdbool.h>

struct buffer {
	bool to_edge;   /* trade to the band's edge, else to the optimal position */
	bool round;     /* whole contracts, half to even */
	bool started;
	double optimal, lower, upper, held;
};

struct buffer buffer_new(bool to_edge, bool round);

/* The contracts held after a day with this optimal position and band; NaN is missing. */
double buffer_next(struct buffer *b, double optimal, double lower, double upper);

#endif
