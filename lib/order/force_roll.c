#include "order/force_roll.h"

#include "order/spread_price.h"

static struct force_roll_order
outright(int contract, int64_t lots, double price)
{
	return (struct force_roll_order){ .reference_price = price,
		.legs = { .contract = { contract }, .trade = quantity_single(lots), .fill = quantity_zero(1) } };
}

static struct force_roll_order
spread(const struct force_roll_position *p)
{
	struct force_roll_order o = { .legs = { .contract = { p->priced, p->forward },
		.trade = { .n = 2, .lots = { -p->held, p->held } }, .fill = quantity_zero(2) } };

	o.reference_price = spread_price(&o.legs.trade, (double[]){ p->priced_price, p->forward_price });
	return o;
}

struct force_roll
force_roll(const struct force_roll_position *p, enum roll_state state)
{
	struct force_roll f = { .reference_price = p->priced_price - p->forward_price };

	if (p->held == 0 || !roll_state_forced(state))
		return f;
	if (state == ROLL_STATE_FORCE) {
		f.n = 1;
		f.order[0] = spread(p);
	} else {
		f.n = 2;
		f.order[0] = outright(p->priced, -p->held, p->priced_price);
		f.order[1] = outright(p->forward, p->held, p->forward_price);
	}
	return f;
}
