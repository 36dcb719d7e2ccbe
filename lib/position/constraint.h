/*
 * constraint - between which contracts a position may lie, and where a search for it begins
 *
 * pysystemtrade, set_up_constraints.py, in contracts instead of weights.
 */
#ifndef ST_POSITION_CONSTRAINT_H
#define ST_POSITION_CONSTRAINT_H

#include <stdbool.h>

struct constraint {
	double least, most;   /* contracts */
	double start;
	double direction;     /* 1 or -1 */
};

/*
 * reduce_only: no further from 0 than `prior`; `most` is the largest position either
 * way, NaN for any. `optimal` gives the direction where the limits leave it open.
 */
struct constraint constraint_of(bool no_trade, bool reduce_only, double most, double prior, double optimal);

#endif
