#include "position/buffer.h"

#include <math.h>

struct buffer
buffer_new(bool to_edge, bool round)
{
	return (struct buffer){ .to_edge = to_edge, .round = round, .optimal = NAN, .lower = NAN, .upper = NAN };
}

static void
keep(double *last, double x, bool round)
{
	if (!isnan(x))
		*last = round ? rint(x) : x;
}

double
buffer_next(struct buffer *b, double optimal, double lower, double upper)
{
	keep(&b->optimal, optimal, b->round);
	keep(&b->lower, lower, b->round);
	keep(&b->upper, upper, b->round);
	if (!b->started) {
		b->started = true;
		b->held = isnan(b->optimal) ? 0 : b->optimal;
	} else if (isnan(b->optimal) || isnan(b->lower) || isnan(b->upper)) {
		/* nothing to compare with: hold */
	} else if (b->held > b->upper) {
		b->held = b->to_edge ? b->upper : b->optimal;
	} else if (b->held < b->lower) {
		b->held = b->to_edge ? b->lower : b->optimal;
	}
	return b->held;
}
