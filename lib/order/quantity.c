#include "order/quantity.h"

#include <inttypes.h>

bool
quantity_of(struct quantity *q, const int64_t *lots, int n, struct wrong *w)
{
	struct quantity made = { .n = n };

	if (n < 0 || n > QUANTITY_LEGS)
		return wrong_say(w, "%d legs, and there may be %d", n, QUANTITY_LEGS);
	for (int i = 0; i < n; i++) {
		if (lots[i] < -QUANTITY_MOST || lots[i] > QUANTITY_MOST)
			return wrong_say(w, "over %d lots: %" PRId64, QUANTITY_MOST, lots[i]);
		made.lots[i] = lots[i];
	}
	*q = made;
	return true;
}

struct quantity
quantity_single(int64_t lots)
{
	return (struct quantity){ .n = 1, .lots = { lots } };
}

struct quantity
quantity_zero(int n)
{
	return (struct quantity){ .n = n };
}

static bool
combined(struct quantity *q, const struct quantity *a, const struct quantity *b, int sign, struct wrong *w)
{
	if (a->n != b->n)
		return wrong_say(w, "%d legs are no %d", b->n, a->n);
	*q = *a;
	for (int i = 0; i < b->n; i++)
		q->lots[i] += sign * b->lots[i];
	return true;
}

bool
quantity_add(struct quantity *sum, const struct quantity *a, const struct quantity *b, struct wrong *w)
{
	return combined(sum, a, b, 1, w);
}

bool
quantity_subtract(struct quantity *difference, const struct quantity *a, const struct quantity *b, struct wrong *w)
{
	return combined(difference, a, b, -1, w);
}

bool
quantity_is_zero(const struct quantity *q)
{
	return quantity_total(q) == 0;
}

bool
quantity_equal(const struct quantity *a, const struct quantity *b)
{
	if (a->n != b->n)
		return false;
	for (int i = 0; i < a->n; i++)
		if (a->lots[i] != b->lots[i])
			return false;
	return true;
}

int64_t
quantity_total(const struct quantity *q)
{
	int64_t total = 0;

	for (int i = 0; i < q->n; i++)
		total += quantity_abs(q->lots[i]);
	return total;
}

bool
quantity_same_signs(const struct quantity *a, const struct quantity *b)
{
	if (a->n != b->n)
		return false;
	for (int i = 0; i < a->n; i++)
		if (quantity_sign(a->lots[i]) != quantity_sign(b->lots[i]))
			return false;
	return true;
}

bool
quantity_fits(const struct quantity *trade, const struct quantity *fill)
{
	if (trade->n != fill->n)
		return false;
	for (int i = 0; i < trade->n; i++) {
		int64_t t = trade->lots[i], f = fill->lots[i];
		if (quantity_abs(f) > quantity_abs(t) || (f > 0 && t < 0) || (f < 0 && t > 0))
			return false;
	}
	return true;
}
