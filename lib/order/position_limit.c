#include "order/position_limit.h"

#include "order/quantity.h"

int64_t
position_limit_apply(const struct position_limit *l, int64_t trade)
{
	int64_t p = l->position, after = p + trade;

	if (l->limit < 0 || quantity_abs(after) <= l->limit)
		return trade;
	if (quantity_abs(p) > l->limit) {
		if (trade == 0 || quantity_sign(trade) == quantity_sign(p))
			return 0;
		if (after != 0 && quantity_sign(after) == quantity_sign(p))
			return trade;
	}
	return l->limit * quantity_sign(after) - p;
}

static int64_t
nearer_zero(int64_t a, int64_t b)
{
	return quantity_abs(a) < quantity_abs(b) ? a : b;
}

int64_t
position_limit_apply_both(const struct position_limit *pair, const struct position_limit *instrument, int64_t trade)
{
	return nearer_zero(position_limit_apply(pair, trade), position_limit_apply(instrument, trade));
}

int64_t
position_limit_spare(const struct position_limit *l)
{
	return l->limit < 0 ? POSITION_LIMIT_SPARE_ANY : l->limit - quantity_abs(l->position);
}

int64_t
position_limit_spare_both(const struct position_limit *pair, const struct position_limit *instrument)
{
	int64_t a = position_limit_spare(pair), b = position_limit_spare(instrument);

	return a < b ? a : b;
}
