#include "order/spread_price.h"

#include <math.h>

#include "test.h"

static double
price(int n, const int64_t *lots, const double *prices)
{
	struct quantity q = { 0 };
	struct wrong w;

	quantity_of(&q, lots, n, &w);
	return spread_price(&q, prices);
}

#define L(...) (int64_t[]){ __VA_ARGS__ }
#define P(...) (double[]){ __VA_ARGS__ }

static void
of_a_ratio(void)
{
	CHECK(price(2, L(-1, 1), P(100, 101.5)) == -1.5);
	CHECK(price(2, L(5, -5), P(100, 101.5)) == -1.5);
	CHECK(price(3, L(2, -4, 2), P(10, 11, 12.5)) == .5 && price(3, L(-3, 6, -3), P(10, 11, 12.5)) == .5);
	CHECK(price(2, L(3, -2), P(10, 11)) == 8);
	CHECK(price(2, L(0, -2), P(10, 11)) == -11);
}

static void
of_a_leg_or_none(void)
{
	CHECK(price(1, L(-7), P(42)) == 42 && price(1, L(0), P(42)) == 42);
	CHECK(isnan(price(0, L(0), P(42))) && isnan(price(1, L(3), P(NAN))));
}

static void
missing(void)
{
	CHECK(isnan(price(2, L(1, -1), P(NAN, 11))) && isnan(price(2, L(1, -1), P(11, NAN))) && isnan(price(2, L(1, 0), P(11, NAN))));
	CHECK(isnan(price(2, L(0, 0), P(10, 11))));
}

int
main(void)
{
	RUN(of_a_ratio);
	RUN(of_a_leg_or_none);
	RUN(missing);
	return test_end();
}
