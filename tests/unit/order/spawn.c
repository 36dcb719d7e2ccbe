#include "order/spawn.h"

#include <math.h>

#include "test.h"

enum { MOST = 8 };

static bool
is(struct spawn s, enum spawn_answer answer, int64_t priced, int64_t forward, int64_t refused)
{
	return s.answer == answer && s.priced == priced && s.forward == forward && s.refused == refused;
}

static void
all_in_the_priced_contract(void)
{
	CHECK(is(spawn(5, ROLL_STATE_NO_ROLL, -2), SPAWN_ORDERS, 5, 0, 0));
	CHECK(is(spawn(0, ROLL_STATE_NO_ROLL, -2), SPAWN_NOTHING, 0, 0, 0));
}

static void
passively(void)
{
	CHECK(is(spawn(5, ROLL_STATE_PASSIVE, 0), SPAWN_ORDERS, 0, 5, 0));
	CHECK(is(spawn(5, ROLL_STATE_PASSIVE, 3), SPAWN_ORDERS, 0, 5, 0));
	CHECK(is(spawn(5, ROLL_STATE_PASSIVE, -2), SPAWN_ORDERS, 2, 3, 0));
	CHECK(is(spawn(2, ROLL_STATE_PASSIVE, -2), SPAWN_ORDERS, 2, 0, 0));
	CHECK(is(spawn(-1, ROLL_STATE_PASSIVE, 2), SPAWN_ORDERS, -1, 0, 0));
}

/* The pieces make up the trade, and the priced contract's never goes through zero or away from it. */
static void
every_passive_split(void)
{
	for (int64_t held = -MOST; held <= MOST; held++)
		for (int64_t trade = -MOST; trade <= MOST; trade++) {
			struct spawn s = spawn(trade, ROLL_STATE_PASSIVE, held);
			int64_t after = held + s.priced;
			CHECK(s.priced + s.forward == trade);
			CHECK(after * held >= 0 && llabs(after) <= llabs(held));
			CHECK(s.forward == 0 || after == 0 || s.priced == 0);
		}
}

static void
while_it_is_rolled(void)
{
	CHECK(is(spawn(5, ROLL_STATE_FORCE, 2), SPAWN_WAITS, 0, 0, 0));
	CHECK(is(spawn(5, ROLL_STATE_FORCE_OUTRIGHT, 2), SPAWN_WAITS, 0, 0, 0));
	CHECK(is(spawn(-5, ROLL_STATE_ROLL_ADJUSTED, 0), SPAWN_WAITS, 0, 0, 0));
}

static void
only_reducing(void)
{
	static const enum roll_state states[] = { ROLL_STATE_NO_OPEN, ROLL_STATE_CLOSE };

	for (int i = 0; i < 2; i++) {
		CHECK(is(spawn(5, states[i], 0), SPAWN_REFUSED, 0, 0, 5) && is(spawn(5, states[i], 1), SPAWN_REFUSED, 0, 0, 5));
		CHECK(is(spawn(5, states[i], -2), SPAWN_ORDERS, 2, 0, 3) && is(spawn(-1, states[i], 2), SPAWN_ORDERS, -1, 0, 0));
		CHECK(is(spawn(-2, states[i], 2), SPAWN_ORDERS, -2, 0, 0));
	}
}

static void
prices(void)
{
	CHECK(spawn_price(100, 20220600, 20220600, NAN, NAN) == 100);
	CHECK(spawn_price(100, 20220600, 20220900, 101, 103.5) == 102.5);
	CHECK(isnan(spawn_price(100, 20220600, 20220900, NAN, 103.5)) && isnan(spawn_price(NAN, 20220600, 20220900, 1, 2)));
}

int
main(void)
{
	RUN(all_in_the_priced_contract);
	RUN(passively);
	RUN(every_passive_split);
	RUN(while_it_is_rolled);
	RUN(only_reducing);
	RUN(prices);
	return test_end();
}
