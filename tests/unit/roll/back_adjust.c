/* stitch - rolls, in their order of additions, and what lacks a price */
#include "roll/back_adjust.h"

#include "test.h"

static void
shifts_what_went_before(void)
{
	struct back_adjust s = { .n = 0 };

	back_adjust_add(&s, .1);
	back_adjust_roll(&s, .2);
	back_adjust_add(&s, NAN);
	back_adjust_add(&s, 5);
	back_adjust_roll(&s, .3);
	back_adjust_add(&s, NAN);
	back_adjust_add(&s, 7);
	CHECK(s.n == 5 && s.last == 3);
	CHECK(s.x[0] == .1 + .2 + .3);
	CHECK(isnan(s.x[1]));
	CHECK(s.x[2] == 5 + .3);
	CHECK(s.x[4] == 7);
	CHECK(!back_adjust_unpriced(&s, 1) && back_adjust_unpriced(&s, 3) && !back_adjust_unpriced(&s, 4));
	back_adjust_clear(&s);
	CHECK(s.n == 0 && s.last == 0);
	free(s.x);
}

int
main(void)
{
	RUN(shifts_what_went_before);
	return test_end();
}
