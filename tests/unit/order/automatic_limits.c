#include "order/automatic_limits.h"

#include <math.h>

#include "test.h"

/* 1000000 at a risk of 0.25 * 2.5 * 0.1, leverage 1 at most. */
static const struct automatic_limits account = { 1000000, .0625, 1 };

static void
standard_position(void)
{
	CHECK(automatic_limits_position(&account, 12500, 100000) == 5);
	CHECK(automatic_limits_position(&account, 12500, 125000) == 4);   /* half of the leverage is less */
	CHECK(automatic_limits_position(&account, 12500, -125000) == 4);
	CHECK(isnan(automatic_limits_position(&account, NAN, 1)) && isnan(automatic_limits_position(&account, 1, NAN)));
}

static void
limits(void)
{
	int64_t lots;

	CHECK(automatic_limits_of_trade(20, .33, 1, &lots) && lots == 7);
	CHECK(automatic_limits_of_trade(20, .33, 4, &lots) && lots == 14);
	CHECK(automatic_limits_of_trade(.1, .33, 1, &lots) && lots == 4);
	CHECK(automatic_limits_of_position(5, &lots) && lots == 10);
	CHECK(automatic_limits_of_position(2.1, &lots) && lots == 5);
	CHECK(automatic_limits_of_position(.1, &lots) && lots == 1);
}

static void
of_what_is_not_known(void)
{
	int64_t lots = 7;

	CHECK(!automatic_limits_of_position(NAN, &lots) && !automatic_limits_of_trade(NAN, .33, 1, &lots));
	CHECK(!automatic_limits_of_position(INFINITY, &lots) && !automatic_limits_of_trade(1e300, .33, 1, &lots) && lots == 7);
}

int
main(void)
{
	RUN(standard_position);
	RUN(limits);
	RUN(of_what_is_not_known);
	return test_end();
}
