/*
 * walk_forward - choose the best point of a sweep on some months, stay with it in the next, and so on
 *
 * Windows lie one behind the other from the first day on which all points have had a return; each is as long as the months
 * to choose by and those to run together, and begins as many months after the one before as this ran. The last may run
 * shorter.
 */
#ifndef ST_ACCOUNT_WALK_FORWARD_H
#define ST_ACCOUNT_WALK_FORWARD_H

#include <stdbool.h>

#include "account/sweep_returns.h"

struct walk_forward {
	const struct sweep_returns *all;
	enum return_stat by;
	int fit, run;           /* months */
	int windows;            /* so far */
};

/* Chosen on the days fit_from..run_from, run on run_from..run_to, the last left out. */
struct walk_forward_window {
	int fit_from, run_from, run_to;
	const struct sweep_returns_point *best; /* the first of equals; NULL when no point has the statistic */
	double highest;                         /* its statistic */
};

/* The next window; false when it would run after the last day. */
bool walk_forward_next(struct walk_forward *w, struct walk_forward_window *next);

#endif
