#include "position/multiplier.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

static void
fixed_or_by_instrument(void)
{
	struct config c = config_load(test_file("{\"a\":1.5,\"b\":{\"GOLD\":2}}"));
	struct multipliers a = multipliers_open(&c, "a", "use_a", NULL), b = multipliers_open(&c, "b", "use_b", NULL);
	struct multipliers none = multipliers_open(&c, "none", "use_none", NULL);
	struct multiplier m = multiplier_of(&a, NULL), g = multiplier_of(&b, "GOLD"), n = multiplier_of(&none, "GOLD");

	CHECK(multiplier_at(&m, 1) == 1.5 && multiplier_at(&g, 1) == 2 && multiplier_at(&n, 1) == 1 && multiplier_average(&m, 1) == 1.5);
}

static void
estimated_over_time(void)
{
	struct config c = config_load(test_file("{}")), whole = config_load(test_file("{\"compat\":\"none\"}"));
	const char *table = test_file("time,instrument,value\n2021-01-04,GOLD,1\n2021-01-06,GOLD,2\n");
	struct multipliers t = multipliers_open(&c, "a", "use_a", table), w = multipliers_open(&whole, "a", "use_a", table);
	struct multiplier m = multiplier_of(&t, "GOLD"), n = multiplier_of(&w, "GOLD");
	int day = date_of(2021, 1, 4);

	CHECK(isnan(multiplier_at(&m, day - 1)) && multiplier_at(&m, day) == 1 && multiplier_at(&m, day + 1) == 1);
	CHECK(multiplier_at(&m, day + 2) == 2 && multiplier_at(&m, day + 9) == 2);
	CHECK(multiplier_average(&m, day + 2) == 2 && isnan(multiplier_average(&m, day + 3)) && multiplier_average(&n, day + 3) == 2);
}

int
main(void)
{
	RUN(fixed_or_by_instrument);
	RUN(estimated_over_time);
	return test_end();
}
