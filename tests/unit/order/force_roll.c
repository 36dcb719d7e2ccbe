#include "order/force_roll.h"

#include <math.h>

#include "test.h"

static const struct force_roll_position position = { 20220600, 20220900, 5, 102, 103.5 };

static void
a_spread(void)
{
	struct force_roll f = force_roll(&position, ROLL_STATE_FORCE);
	const struct legs *l = &f.order[0].legs;

	CHECK(f.n == 1 && f.reference_price == -1.5 && f.order[0].reference_price == -1.5);
	CHECK(l->trade.n == 2 && l->fill.n == 2 && l->contract[0] == 20220600 && l->contract[1] == 20220900);
	CHECK(l->trade.lots[0] == -5 && l->trade.lots[1] == 5 && quantity_is_zero(&l->fill));
}

static void
two_outrights(void)
{
	struct force_roll f = force_roll(&position, ROLL_STATE_FORCE_OUTRIGHT);

	CHECK(f.n == 2 && f.reference_price == -1.5);
	for (int i = 0; i < 2; i++) {
		const struct legs *l = &f.order[i].legs;
		CHECK(l->trade.n == 1 && l->fill.n == 1 && l->contract[0] == (i ? 20220900 : 20220600));
		CHECK(l->trade.lots[0] == (i ? 5 : -5) && f.order[i].reference_price == (i ? 103.5 : 102));
	}
}

static void
of_a_short_position(void)
{
	struct force_roll_position p = { 20220600, 20220900, -3, 102, NAN };
	struct force_roll f = force_roll(&p, ROLL_STATE_FORCE);

	CHECK(f.n == 1 && f.order[0].legs.trade.lots[0] == 3 && f.order[0].legs.trade.lots[1] == -3);
	CHECK(isnan(f.reference_price) && isnan(f.order[0].reference_price));
}

static void
nothing_to_roll(void)
{
	struct force_roll_position flat = position;

	flat.held = 0;
	CHECK(force_roll(&flat, ROLL_STATE_FORCE).n == 0);
	for (int s = 0; s < ROLL_STATES; s++)
		CHECK(roll_state_forced((enum roll_state)s) || force_roll(&position, (enum roll_state)s).n == 0);
}

int
main(void)
{
	RUN(a_spread);
	RUN(two_outrights);
	RUN(of_a_short_position);
	RUN(nothing_to_roll);
	return test_end();
}
