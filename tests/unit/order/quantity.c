#include "order/quantity.h"

#include "test.h"

static struct quantity
of(int n, int64_t a, int64_t b, int64_t c)
{
	struct quantity q = { 0 };
	struct wrong w;

	quantity_of(&q, (int64_t[]){ a, b, c }, n, &w);
	return q;
}

static void
taken_within_bounds(void)
{
	int64_t lots[QUANTITY_LEGS + 1] = { QUANTITY_MOST, -QUANTITY_MOST };
	struct quantity q = quantity_single(7);
	struct wrong w;

	CHECK(quantity_of(&q, lots, QUANTITY_LEGS, &w) && q.n == QUANTITY_LEGS && q.lots[1] == -QUANTITY_MOST);
	q = quantity_single(7);
	CHECK(!quantity_of(&q, lots, QUANTITY_LEGS + 1, &w) && strcmp(w.text, "9 legs, and there may be 8") == 0);
	CHECK(!quantity_of(&q, lots, -1, &w));
	lots[1]--;
	CHECK(!quantity_of(&q, lots, 2, &w) && strcmp(w.text, "over 1000000000 lots: -1000000001") == 0);
	lots[1] = INT64_MIN;
	CHECK(!quantity_of(&q, lots, 2, &w) && q.n == 1 && q.lots[0] == 7);
}

static void
added_and_subtracted(void)
{
	struct quantity a = of(2, 5, -3, 0), b = of(2, -2, -1, 0), one = quantity_single(1), q;
	struct wrong w;

	CHECK(quantity_add(&q, &a, &b, &w) && q.n == 2 && q.lots[0] == 3 && q.lots[1] == -4);
	CHECK(quantity_subtract(&q, &a, &b, &w) && q.n == 2 && q.lots[0] == 7 && q.lots[1] == -2);
	CHECK(!quantity_add(&q, &a, &one, &w) && strcmp(w.text, "1 legs are no 2") == 0);
	CHECK(!quantity_subtract(&q, &one, &a, &w) && q.lots[0] == 7);
}

static void
equal_only_with_all_legs(void)
{
	struct quantity a = of(2, 1, -1, 0), b = of(3, 1, -1, 0), c = of(2, 1, -2, 0);

	CHECK(quantity_equal(&a, &a) && !quantity_equal(&a, &b) && !quantity_equal(&a, &c));
}

static void
nothing(void)
{
	struct quantity none = quantity_zero(0), zero = quantity_zero(2), spread = of(2, 1, -1, 0);

	CHECK(quantity_is_zero(&none) && quantity_is_zero(&zero) && zero.n == 2);
	CHECK(!quantity_is_zero(&spread) && quantity_total(&spread) == 2);
}

static void
signs(void)
{
	struct quantity a = of(2, 1, -1, 0), b = of(2, 0, -4, 0), c = of(2, 1, 0, 0), one = quantity_single(1);

	CHECK(quantity_sign(0) == 1 && quantity_sign(-2) == -1 && quantity_abs(-2) == 2);
	CHECK(quantity_same_signs(&a, &b) && !quantity_same_signs(&a, &c) && !quantity_same_signs(&a, &one));
}

static void
fits(void)
{
	struct quantity trade = of(2, 3, -4, 0), some = of(2, 0, -2, 0), over = of(2, 3, -5, 0), other = of(2, -1, -2, 0);
	struct quantity one = quantity_single(3), zero = quantity_zero(2);

	CHECK(quantity_fits(&trade, &trade) && quantity_fits(&trade, &some) && quantity_fits(&trade, &zero));
	CHECK(!quantity_fits(&trade, &over) && !quantity_fits(&trade, &other) && !quantity_fits(&trade, &one));
	CHECK(!quantity_fits(&zero, &some));
}

int
main(void)
{
	RUN(taken_within_bounds);
	RUN(added_and_subtracted);
	RUN(equal_only_with_all_legs);
	RUN(nothing);
	RUN(signs);
	RUN(fits);
	return test_end();
}
