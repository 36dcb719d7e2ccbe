/*
 * speed_control - how much of the way from what is held to what is wanted is traded in a day
 *
 * Nothing while the holdings track the optimal portfolio well enough; else towards the
 * greedy answer, but only by the share of the tracking error that exceeds the buffer.
 * pysystemtrade, dynamic_small_system_optimise/buffering.py.
 */
#ifndef ST_POSITION_SPEED_CONTROL_H
#define ST_POSITION_SPEED_CONTROL_H

#include <stdbool.h>

#include "position/dynamic_optimisation.h"

/*
 * The contracts to hold into lots[0..n), for a buffer in units of tracking error. False
 * when there is no answer (see dynamic_optimisation_search). work has room for DYNAMIC_OPTIMISATION_WORK * n numbers.
 */
bool speed_control(const struct dynamic_optimisation *g, double buffer, double *lots, double *work);

#endif
