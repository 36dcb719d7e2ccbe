#include "order/required_trade.h"

#include "test.h"

static struct wanted
band(double lower, double upper)
{
	return (struct wanted){ .kind = WANTED_BUFFERED, .lower = lower, .upper = upper };
}

static struct wanted
position(enum wanted_kind kind, double x)
{
	return (struct wanted){ .kind = kind, .position = x };
}

/* Trade and break. */
static bool
is(struct wanted x, int64_t held, int64_t trade, bool is_break)
{
	return required_trade(&x, held) == trade && required_trade_break(&x, held) == is_break;
}

static void
to_the_edge_of_a_band(void)
{
	CHECK(is(band(2.2, 5.8), 0, 2, true) && is(band(2.2, 5.8), 9, -3, true));
	CHECK(is(band(2.2, 5.8), 3, 0, false));
	CHECK(is(band(-7.41, -6.41), -8, 1, true) && is(band(-7.41, -6.41), -7, 0, false));
}

/* Below the band by less than rounding gives back: nothing to trade, and no break. */
static void
rounded_half_to_even(void)
{
	CHECK(is(band(2.4, 5), 2, 0, false) && is(band(2.2, 5.8), 6, 0, false) && is(band(2.2, 5.8), 7, -1, true));
	CHECK(is(band(.5, 5), -1, 1, true) && is(band(1.5, 5), -1, 3, true) && is(band(2.5, 5), -1, 3, true));
	CHECK(is(band(-5, -2.5), 0, -2, true) && is(band(-5, -3.5), 0, -4, true));
	CHECK(is(position(WANTED_SIMPLE, 2.5), 0, 2, true) && is(position(WANTED_SIMPLE, 3.5), 0, 4, true));
}

static void
of_other_kinds(void)
{
	CHECK(is(position(WANTED_SIMPLE, 3), 1, 2, true) && is(position(WANTED_SIMPLE, 3), 3, 0, false));
	CHECK(is(position(WANTED_DYNAMIC, -2), 1, -3, true) && is(position(WANTED_DYNAMIC, 1), 1, 0, false));
	CHECK(is(position(WANTED_RAW, 30), 1, 0, false));
}

int
main(void)
{
	RUN(to_the_edge_of_a_band);
	RUN(rounded_half_to_even);
	RUN(of_other_kinds);
	return test_end();
}
