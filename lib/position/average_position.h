/*
 * average_position - an instrument's position at an average forecast, in the whole portfolio
 *
 * Instrument weight * IDM * volatility scalar: what turnovers are measured against, and SR costs charged on.
 */
#ifndef ST_POSITION_AVERAGE_POSITION_H
#define ST_POSITION_AVERAGE_POSITION_H

#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "position/size.h"

struct average_positions {
	double target;                  /* daily, base currency */
	struct instrument_weights weights;
	struct multipliers multipliers;
};

/* weights and multipliers: tables of st-weights and, or NULL, st-divmult. The config must outlive it. */
struct average_positions average_positions_open(const struct config *c, const char *weights, const char *multipliers);

struct average_position {
	struct size size;
	struct instrument_weight weight;
	struct multiplier multiplier;
};

/* An instrument's; the positions must stay where they are. */
struct average_position average_position_new(const struct average_positions *p, const char *instrument, double point_size);

/* A day's, given its volatility scalar (size_next of ->size); days must not go back. */
static inline double
average_position_at(struct average_position *p, int day, double scalar)
{
	return instrument_weight_at(&p->weight, day) * multiplier_average(&p->multiplier, day) * scalar;
}

#endif
