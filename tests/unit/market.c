/* market - cycles, rolls and prices of contracts, reckoned by hand */
#include "market.h"

#include <math.h>

#include "date.h"
#include "test.h"

static void
steps_in_a_cycle(void)
{
	CHECK(market_step("HMUZ", 2000 * 12 + 11, 1) == 2001 * 12 + 2);
	CHECK(market_step("HMUZ", 2001 * 12 + 2, -1) == 2000 * 12 + 11);
	CHECK(market_step("Z", 2000 * 12 + 11, 1) == 2001 * 12 + 11);
}

/* EQ_NORTH expires 17 days after the month's first, and is rolled 5 days before. */
static void
rolls(void)
{
	const struct market *m = market_at(0);
	int march = 2000 * 12 + 2, roll = date_of(2000, 3, 13);

	CHECK(market_roll(m, march) == roll);
	CHECK(market_held(m, roll - 1) == march);
	CHECK(market_held(m, roll) == march + 3);
}

static void
prices(void)
{
	const struct market *m = market_at(0);
	int expiry = date_of(2000, 3, 18), march = 2000 * 12 + 2;

	CHECK(market_price(m, 1500.1, .02, expiry, march) == 1500);
	CHECK(isnan(market_price(m, 1500.1, .02, expiry + 1, march)));
	CHECK(market_price(m, 1000, .02, expiry - 1461, march) == 1080);
	CHECK(market_tick(.01, 1, 4) == .25);
	CHECK(market_tick(15003, 5, 1) == 15005);
}

static void
codes_and_holidays(void)
{
	int i = 1;

	while (market_at(i) != market_at(0))
		i++;
	CHECK(strcmp(market_code(i), "EQ_NORTH2") == 0);
	CHECK(market_holiday(market_currencies[0], date_of(2003, 7, 4)));
	CHECK(!market_holiday(market_currencies[1], date_of(2003, 7, 4)));
}

int
main(void)
{
	RUN(steps_in_a_cycle);
	RUN(rolls);
	RUN(prices);
	RUN(codes_and_holidays);
	return test_end();
}
