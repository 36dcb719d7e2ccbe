#include "order/position_limit.h"

#include "test.h"

enum { MOST = 8 };

static int64_t
applied(int64_t p, int64_t limit, int64_t trade)
{
	return position_limit_apply(&(struct position_limit){ p, limit }, trade);
}

static void
examples(void)
{
	CHECK(applied(0, 3, 4) == 3 && applied(2, 3, -6) == -5 && applied(5, 3, 2) == 0 && applied(5, 3, -1) == -1);
	CHECK(applied(5, 3, -9) == -8 && applied(-5, 3, 9) == 8 && applied(3, 3, -7) == -6);
	CHECK(applied(5, POSITION_LIMIT_NONE, 9) == 9 && applied(5, 0, 0) == 0);
}

/* For every small position, limit and trade. */
static void
never_further_out(void)
{
	for (int64_t p = -MOST; p <= MOST; p++)
		for (int64_t limit = 0; limit <= MOST; limit++)
			for (int64_t t = -MOST; t <= MOST; t++) {
				int64_t made = applied(p, limit, t), after = p + made;
				CHECK(made * t >= 0 && llabs(made) <= llabs(t));
				CHECK(llabs(after) <= limit || (llabs(p) > limit && llabs(after) <= llabs(p) && after * p >= 0));
				/* No smaller than it must be: a lot more would be too far, or be more than is wanted. */
				int64_t more = p + made + (t < 0 ? -1 : 1);
				CHECK(made == t || (llabs(more) > limit && llabs(more) > llabs(after)));
			}
}

static void
both(void)
{
	struct position_limit pair = { 2, 3 }, instrument = { 6, 6 }, over = { -9, 6 }, nothing = { 3, 0 };
	struct position_limit none = { 2, POSITION_LIMIT_NONE };

	CHECK(position_limit_apply_both(&pair, &instrument, 5) == 0 && position_limit_apply_both(&pair, &none, 5) == 1);
	CHECK(position_limit_apply_both(&pair, &instrument, -9) == -5 && position_limit_apply_both(&none, &none, -9) == -9);
	CHECK(position_limit_spare(&pair) == 1 && position_limit_spare(&over) == -3 && position_limit_spare(&nothing) == -3);
	CHECK(position_limit_spare(&none) == POSITION_LIMIT_SPARE_ANY);
	CHECK(position_limit_spare_both(&pair, &over) == -3 && position_limit_spare_both(&instrument, &pair) == 0);
}

int
main(void)
{
	RUN(examples);
	RUN(never_further_out);
	RUN(both);
	return test_end();
}
