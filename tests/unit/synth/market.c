/* market - cycles, rolls and prices of contracts, reckoned by hand */
#include "synth/market.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

/* EQ_NORTH expires 17 days after the month's first, and is rolled 5 days before. */
static void
rolls(void)
{
	const struct market *m = market_at(0);
	int march = 20000300, roll = date_of(2000, 3, 13);

	CHECK(market_roll(m, march) == roll);
	CHECK(market_held(m, roll - 1) == march);
	CHECK(market_held(m, roll) == 20000600);
	CHECK(market_held(m, date_of(2000, 12, 31)) == 20010300);
	CHECK(market_expiry(m, march) == date_of(2000, 3, 18));
}

static void
prices(void)
{
	const struct market *m = market_at(0);
	int expiry = date_of(2000, 3, 18), march = 20000300;

	CHECK(market_price(m, 1500.1, .02, expiry, march) == 1500);
	CHECK(isnan(market_price(m, 1500.1, .02, expiry + 1, march)));
	CHECK(market_price(m, 1000, .02, expiry - 1461, march) == 1080);
	CHECK(market_tick(.01, 1, 4) == .25);
	CHECK(market_tick(15003, 5, 1) == 15005);
}

/* GAS_WINTER: 12 % dearer in January, as much cheaper in July; to a thousandth. */
static void
seasons(void)
{
	const struct market *m = market_at(11);

	CHECK(strcmp(m->code, "GAS_WINTER") == 0);
	CHECK(market_price(m, 5, 0, date_of(2000, 1, 3), 20010100) == 5.6);
	CHECK(market_price(m, 5, 0, date_of(2000, 1, 3), 20000700) == 4.4);
	CHECK(market_price(m, 5, 0, date_of(2000, 1, 3), 20000400) == 5);
}

/* What is held can be rolled into something that is quoted. */
static void
cycles(void)
{
	for (int i = 0; i == 0 || market_at(i) != market_at(0); i++)
		CHECK((market_at(i)->hold & ~market_at(i)->priced) == 0);
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
	RUN(rolls);
	RUN(prices);
	RUN(seasons);
	RUN(cycles);
	RUN(codes_and_holidays);
	return test_end();
}
