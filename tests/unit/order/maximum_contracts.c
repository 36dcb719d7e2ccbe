#include "order/maximum_contracts.h"

#include "order/override.h"
#include "order/position_limit.h"
#include "test.h"

static void
held_and_spare(void)
{
	CHECK(maximum_contracts(-3, 8, OVERRIDE_NONE) == 11 && maximum_contracts(10, 2, .5) == 12);
	CHECK(maximum_contracts(0, POSITION_LIMIT_SPARE_ANY, OVERRIDE_REDUCE_ONLY) == POSITION_LIMIT_SPARE_ANY);
}

static void
over_a_limit(void)
{
	CHECK(maximum_contracts(5, -2, OVERRIDE_NONE) == 3 && maximum_contracts(-5, -9, OVERRIDE_NONE) == 0);
}

static void
closed(void)
{
	CHECK(maximum_contracts(-3, 8, OVERRIDE_CLOSE) == 0 && maximum_contracts(-3, 8, OVERRIDE_NO_TRADING) == 11);
}

int
main(void)
{
	RUN(held_and_spare);
	RUN(over_a_limit);
	RUN(closed);
	return test_end();
}
