/*
 * turnover - how often a position is bought and sold again
 *
 * Carver, "Systematic Trading", 2015, chapter 12; pysystemtrade's account_costs.py.
 */
#ifndef ST_ACCOUNT_TURNOVER_H
#define ST_ACCOUNT_TURNOVER_H

#include "maths/ewma.h"

/* Round trips a year: 256 times the mean absolute daily change of position / average position. */
struct turnover {
	struct ewma average;
	double filled, last, sum;
	long n;
};

struct turnover turnover_new(void);

/* One day's position and average position, either may be NaN. */
void turnover_next(struct turnover *t, double position, double average);
/* The same against an average that never changes, not mixed with the other. */
void turnover_next_of(struct turnover *t, double position, double average);
double turnover_annual(const struct turnover *t);

#endif
