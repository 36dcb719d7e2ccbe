#include "position/average_position.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

/* A daily target of 10: at a vol of 1 point of 2 a scalar of 5; times a weight of 0.5 and a multiplier of 1.5. */
static void
three_factors(void)
{
	struct config c = config_load(test_file("{\"notional_trading_capital\":1000,\"percentage_vol_target\":16,"
		"\"instrument_weight_ewma_span\":0,\"instrument_div_multiplier\":1.5}"));
	struct average_positions p = average_positions_open(&c, test_file("time,instrument,weight\n2021-01-05,DAX,0.5\n"), NULL);
	struct average_position k = average_position_new(&p, "DAX", 2);
	int day = date_of(2021, 1, 4);
	double scalar = size_next(&k.size, 100, 1, 1);

	CHECK(scalar == 5 && isnan(average_position_at(&k, day, scalar)) && average_position_at(&k, day + 1, scalar) == 3.75);
	CHECK(isnan(average_position_at(&k, day + 2, NAN)) && average_position_at(&k, day + 3, 2) == 1.5);
}

int
main(void)
{
	RUN(three_factors);
	return test_end();
}
