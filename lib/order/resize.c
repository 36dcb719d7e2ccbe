#include "order/resize.h"

static int64_t
smallest(const struct quantity *q)
{
	int64_t least = q->n ? quantity_abs(q->lots[0]) : 0;

	for (int i = 1; i < q->n; i++)
		if (quantity_abs(q->lots[i]) < least)
			least = quantity_abs(q->lots[i]);
	return least;
}

/* The trade with `from` lots, its smallest leg, become `to`; false when another leg would not be whole. */
static bool
scaled(struct quantity *q, int64_t to, int64_t from)
{
	struct quantity made = *q;

	for (int i = 0; i < q->n; i++) {
		if (q->lots[i] * to % from)
			return false;
		made.lots[i] = q->lots[i] * to / from;
	}
	*q = made;
	return true;
}

struct quantity
resize_per_leg(const struct quantity *trade, const int64_t *most)
{
	struct quantity q = *trade;
	int64_t from = smallest(trade), to = from;

	if (from == 0)
		return quantity_zero(trade->n);
	for (int i = 0; i < trade->n; i++) {
		int64_t leg = quantity_abs(trade->lots[i]), allowed = most[i] < 0 ? 0 : most[i] < leg ? most[i] : leg;
		if (from * allowed / leg < to)
			to = from * allowed / leg;
	}
	return scaled(&q, to, from) ? q : quantity_zero(trade->n);
}

struct quantity
resize_total(const struct quantity *trade, int64_t most)
{
	int64_t total = quantity_total(trade), share[QUANTITY_LEGS];

	if (most >= total)
		return *trade;
	if (most <= 0)
		return quantity_zero(trade->n);
	for (int i = 0; i < trade->n; i++) {
		int64_t product = most * quantity_abs(trade->lots[i]);
		share[i] = product / total + (trade->lots[i] < 0 && product % total);
	}
	return resize_per_leg(trade, share);
}

struct quantity
resize_smallest_leg(const struct quantity *trade, int64_t most)
{
	struct quantity q = *trade;
	int64_t from = smallest(trade);

	if (most <= 0)
		return quantity_zero(trade->n);
	if (most < from)
		scaled(&q, most, from);
	return q;
}

int64_t
resize_lowest(int64_t trade, const int64_t *sizes, int n)
{
	int64_t least = quantity_abs(sizes[0]);

	for (int i = 1; i < n; i++)
		if (quantity_abs(sizes[i]) < least)
			least = quantity_abs(sizes[i]);
	return quantity_sign(trade) * least;
}
