/*
 * small_system - the whole contracts that a small account holds of all instruments, decided day after day
 *
 * Each day starts from what was held the day before, nothing on the first, and goes some of the way to what comes nearest
 * the positions wanted (see position/speed_control.h). pysystemtrade's dynamic small system; small_system of a config.
 */
#ifndef ST_POSITION_SMALL_SYSTEM_H
#define ST_POSITION_SMALL_SYSTEM_H

#include <stdbool.h>

#include "config/config.h"
#include "position/dynamic_optimisation.h"
#include "position/portfolio_day.h"

struct small_system {
	double *held;              /* contracts, by instrument of the cross-section */
	int without_cost;          /* when there was no answer: an instrument that lacks its cost, -1: a variance came out below zero */
	/* private */
	double shadow_cost, buffer;
	bool as_weights;           /* the direction is that of the position's value, which a price below 0 turns round */
	bool *reduce_only;
	/* the day's problem, of the instruments that can be traded */
	double *position, *exposure, *cost, *prior, *lots, *work;
	struct constraint *limit;
};

/* Dies naming a key of the config that cannot be meant. */
struct small_system small_system_open(const struct config *c, const struct portfolio_day *x);

/*
 * Decide the day that x stands on: the positions wanted, contracts, and the costs of trading an exposure of 1, by instrument.
 * False when there is no answer (see dynamic_optimisation_search), and all is held on; an instrument that lacks a number is not held.
 * Dies on a position over a million contracts.
 */
bool small_system_day(struct small_system *z, struct portfolio_day *x, const double *position, const double *cost);

#endif
