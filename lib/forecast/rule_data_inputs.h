/*
 * rule_data_inputs - the columns that the series of forecast/rule_data.h are made from
 */
#ifndef ST_FORECAST_RULE_DATA_INPUTS_H
#define ST_FORECAST_RULE_DATA_INPUTS_H

#include "risk/price_moves.h"
#include "stream/filter.h"

struct rule_data_inputs {
	bool moves, prices, carry; /* the caller's: is any of this looked at? prices: with moves */
	int adjusted, vol, price, raw_carry, beyond;
};

/* Look the columns up. */
void rule_data_inputs_head(struct rule_data_inputs *in, struct step *s);

/* An instrument's moves with a row's, if they are looked at. */
void rule_data_inputs_next(const struct rule_data_inputs *in, struct price_moves *m, struct step *s, struct row *r);

#endif
