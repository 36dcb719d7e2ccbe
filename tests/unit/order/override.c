#include "order/override.h"

#include <math.h>

#include "test.h"

enum { MOST = 8 };

static const double values[] = { OVERRIDE_NONE, OVERRIDE_CLOSE, OVERRIDE_NO_TRADING, OVERRIDE_REDUCE_ONLY, .5, .25, .1 };
enum { VALUES = sizeof values / sizeof *values };

static void
valid(void)
{
	for (int i = 0; i < VALUES; i++)
		CHECK(override_valid(values[i]));
	CHECK(!override_valid(1.01) && !override_valid(-.5) && !override_valid(-3) && !override_valid(NAN));
	CHECK(strcmp(override_name(-1), "no-trading") == 0 && strcmp(override_name(0), "close") == 0);
	CHECK(strcmp(override_name(-2), "reduce-only") == 0 && strcmp(override_name(1), "none") == 0);
	CHECK(strcmp(override_name(.5), "multiplier") == 0);
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-15;
}

static void
algebra(void)
{
	for (int i = 0; i < VALUES; i++) {
		double a = values[i];
		CHECK(override_combined(a, OVERRIDE_NONE) == a && override_combined(a, OVERRIDE_NO_TRADING) == OVERRIDE_NO_TRADING);
		CHECK((a > 0 && a < 1) || override_combined(a, a) == a);
		for (int j = 0; j < VALUES; j++) {
			double b = values[j];
			CHECK(override_combined(a, b) == override_combined(b, a) && override_valid(override_combined(a, b)));
			for (int k = 0; k < VALUES; k++)
				CHECK(near(override_combined(override_combined(a, b), values[k]),
				    override_combined(a, override_combined(b, values[k]))));
		}
	}
}

static void
strongest_first(void)
{
	CHECK(override_combined(OVERRIDE_CLOSE, OVERRIDE_NO_TRADING) == OVERRIDE_NO_TRADING);
	CHECK(override_combined(OVERRIDE_CLOSE, OVERRIDE_REDUCE_ONLY) == OVERRIDE_CLOSE);
	CHECK(override_combined(OVERRIDE_REDUCE_ONLY, .5) == OVERRIDE_REDUCE_ONLY && override_combined(.5, .5) == .25);
	CHECK(override_combined(-0.0, OVERRIDE_REDUCE_ONLY) == OVERRIDE_CLOSE);
}

static struct override_sources
none(void)
{
	return (struct override_sources){ .strategy = NAN, .instrument = NAN, .pair = NAN };
}

static void
sources(void)
{
	struct override_sources s = none();

	CHECK(override_of(&s) == OVERRIDE_NONE);
	s.strategy = .5;
	s.pair = .5;
	CHECK(override_of(&s) == .25);
	s.bad_market = true;
	CHECK(override_of(&s) == OVERRIDE_REDUCE_ONLY);
	s.instrument = OVERRIDE_CLOSE;
	CHECK(override_of(&s) == OVERRIDE_CLOSE);
	s.trading_restriction = true;
	CHECK(override_of(&s) == OVERRIDE_NO_TRADING);
	s = none();
	s.ignored = true;
	CHECK(override_of(&s) == OVERRIDE_REDUCE_ONLY);
	s = none();
	s.duplicate = true;
	CHECK(override_of(&s) == OVERRIDE_REDUCE_ONLY);
}

static void
examples(void)
{
	CHECK(override_apply(OVERRIDE_REDUCE_ONLY, -3, 3, false) == 3 && override_apply(OVERRIDE_REDUCE_ONLY, 0, -4, false) == 0);
	CHECK(override_apply(OVERRIDE_REDUCE_ONLY, 3, -5, false) == -3 && override_apply(OVERRIDE_REDUCE_ONLY, 3, 1, false) == 0);
	CHECK(override_apply(.5, 0, -5, false) == -2 && override_apply(.5, 0, -5, true) == -3);
	CHECK(override_apply(.5, 0, 5, false) == 2 && override_apply(.5, 0, 5, true) == 2);
	CHECK(override_apply(OVERRIDE_CLOSE, 4, 3, false) == -4);
}

static void
never_more_than_allowed(void)
{
	for (int64_t p = -MOST; p <= MOST; p++)
		for (int64_t t = -MOST; t <= MOST; t++) {
			int64_t reduced = p + override_apply(OVERRIDE_REDUCE_ONLY, p, t, false);
			CHECK(llabs(reduced) <= llabs(p) && reduced * p >= 0);
			CHECK(override_apply(OVERRIDE_NONE, p, t, false) == t && override_apply(OVERRIDE_NO_TRADING, p, t, false) == 0);
			CHECK(p + override_apply(OVERRIDE_CLOSE, p, t, false) == 0);
			int64_t half = p + override_apply(.5, p, t, false);
			CHECK(2 * llabs(half) <= llabs(p + t) && llabs(p + t) - 2 * llabs(half) < 2 && half * (p + t) >= 0);
		}
}

int
main(void)
{
	RUN(valid);
	RUN(algebra);
	RUN(strongest_first);
	RUN(sources);
	RUN(examples);
	RUN(never_more_than_allowed);
	return test_end();
}
