#include "order/spawn.h"

#include <math.h>

#include "order/override.h"
#include "order/quantity.h"

static struct spawn
passively(int64_t trade, int64_t held)
{
	int64_t after = held + trade;

	if (held == 0 || quantity_sign(trade) == quantity_sign(held))
		return (struct spawn){ .forward = trade };
	if (after == 0 || quantity_sign(after) == quantity_sign(held))
		return (struct spawn){ .priced = trade };
	return (struct spawn){ .priced = -held, .forward = after };
}

/* What brings a position nearer to nothing, and no further. */
static struct spawn
reducing(int64_t trade, int64_t held)
{
	int64_t reduced = override_apply(OVERRIDE_REDUCE_ONLY, held, trade, false);

	return (struct spawn){ .priced = reduced, .refused = trade - reduced };
}

struct spawn
spawn(int64_t trade, enum roll_state state, int64_t held)
{
	struct spawn s;

	if (trade == 0)
		return (struct spawn){ .answer = SPAWN_NOTHING };
	if (roll_state_active(state))
		return (struct spawn){ .answer = SPAWN_WAITS };
	if (state == ROLL_STATE_PASSIVE)
		s = passively(trade, held);
	else if (state == ROLL_STATE_NO_ROLL)
		s = (struct spawn){ .priced = trade };
	else
		s = reducing(trade, held);
	s.answer = s.refused == trade ? SPAWN_REFUSED : SPAWN_ORDERS;
	return s;
}

double
spawn_price(double price, int of, int contract, double price_of, double price_of_contract)
{
	return of == contract ? price : price + (price_of_contract - price_of);
}
