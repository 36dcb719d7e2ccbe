#include "position/average_position.h"

struct average_positions
average_positions_open(const struct config *c, const char *weights, const char *multipliers)
{
	return (struct average_positions){ .target = size_daily_target(c), .weights = instrument_weights_read(c, weights),
		.multipliers = multipliers_portfolio(c, multipliers) };
}

struct average_position
average_position_new(const struct average_positions *p, const char *instrument, double point_size)
{
	return (struct average_position){ .size = size_new(p->target, point_size),
		.weight = instrument_weight_new(&p->weights, instrument), .multiplier = multiplier_of(&p->multipliers, NULL) };
}
