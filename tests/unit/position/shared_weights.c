#include "position/shared_weights.h"

#include <limits.h>
#include <math.h>

#include "test.h"
#include "time/date.h"

static void
shared_by_those_started(void)
{
	int day = date_of(2021, 1, 4);
	struct shared_weight v[] = { { .start = day + 1, .weight = 0.5 }, { .start = day, .weight = 0.25 },
		{ .start = INT_MAX, .weight = 0.25 } };

	CHECK(shared_weights_sum(v, 3, day) == 0.25 && shared_weights_change(v, 3, day) == day + 1);
	CHECK(shared_weight_own(&v[0], day) == 0 && shared_weight_own(&v[1], day) == 0.25 && shared_weight_own(&v[2], day) == 0);
	CHECK(shared_weights_sum(v, 3, day + 1) == 0.75 && shared_weights_change(v, 3, day + 1) == INT_MAX);
	CHECK(shared_weight_own(&v[0], day + 1) == 0.5 && shared_weight_own(&v[2], day + 1) == 0);
	CHECK(shared_weights_scale(0.25) == 4 && isfinite(shared_weights_scale(0)));
}

/* Fitted weights change on a Saturday, so from Monday, and a microsecond after a midnight, so from the next. */
static void
fitted_ones_change(void)
{
	int day = date_of(2021, 1, 4), saturday = date_of(2021, 1, 9);
	struct dated_value value[] = { { dated_value_day(day), NAN }, { dated_value_day(saturday), 3 },
		{ dated_value_day(saturday + 3) + 1, 1 } };
	struct dated_value_series series = { .v = value, .n = 3 };
	struct shared_weight v[] = { { .start = day, .series = &series }, { .start = day, .weight = 1 } };

	CHECK(shared_weights_sum(v, 2, day) == 1 && isnan(shared_weight_own(&v[0], day)));
	CHECK(shared_weights_change(v, 2, day) == saturday + 2);
	CHECK(shared_weights_sum(v, 2, saturday + 2) == 4 && shared_weight_own(&v[0], saturday + 2) == 3);
	CHECK(shared_weights_change(v, 2, saturday + 2) == saturday + 4);
	CHECK(shared_weights_sum(v, 2, saturday + 4) == 2 && shared_weight_own(&v[0], saturday + 4) == 1);
	CHECK(shared_weights_change(v, 2, saturday + 4) == INT_MAX);
}

static void
of_the_config(void)
{
	struct config c = config_load(test_file("{\"instrument_weights\":{\"DAX\":0.25,\"GOLD\":-1}}"));
	struct config none = config_load(test_file("{}"));

	CHECK(shared_weight_fixed(&c, "DAX") == 0.25 && shared_weight_fixed(&none, "DAX") == 1);
	c.path = "c";
	DIES("c: instrument_weights has none for 'CORN'", shared_weight_fixed(&c, "CORN"));
	DIES("c: instrument_weights: GOLD is below zero, or absurd", shared_weight_fixed(&c, "GOLD"));
}

int
main(void)
{
	RUN(shared_by_those_started);
	RUN(fitted_ones_change);
	RUN(of_the_config);
	return test_end();
}
