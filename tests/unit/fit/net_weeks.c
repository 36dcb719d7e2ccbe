#include "fit/net_weeks.h"

#include <math.h>

#include "test.h"

static void
a_week_after_another(void)
{
	struct net_weeks w = { 0 };

	CHECK(net_weeks_add(&w, -3, 1) && net_weeks_add(&w, -2, NAN) && !net_weeks_add(&w, -2, 2) && !net_weeks_add(&w, 0, 2));
	CHECK(net_weeks_add(&w, -1, 3) && w.first == -3 && w.n == 3 && w.net[0] == 1 && isnan(w.net[1]) && w.net[2] == 3);
}

/* A has weeks 10 and 11, B has 12 and 13. */
static void
side_by_side(void)
{
	struct net_weeks a = { 0 }, b = { 0 };
	const struct net_weeks *both[] = { &a, &b };

	CHECK(net_weeks_add(&a, 10, 1) && net_weeks_add(&a, 11, NAN) && net_weeks_add(&b, 12, 3) && net_weeks_add(&b, 13, 4));
	struct pooled_weeks f = net_weeks_together(both, 2);
	static const double want[] = { 1, NAN, NAN, NAN, 0, 3, 0, 4 };
	CHECK(f.n == 2 && f.copies == 1 && f.rows == 4);
	for (int i = 0; i < 8; i++)
		CHECK(same(f.x[i], want[i]) || (isnan(f.x[i]) && isnan(want[i])));
	CHECK(net_weeks_together(both, 0).rows == 0);
}

int
main(void)
{
	RUN(a_week_after_another);
	RUN(side_by_side);
	return test_end();
}
