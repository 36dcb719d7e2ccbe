#include "fit/net_weeks.h"

#include <math.h>
#include <stdlib.h>

#include "stream/dated_values.h"
#include "test.h"
#include "time/date.h"

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
	struct pooled_weeks f = net_weeks_together(both, 2, FIT_WEEKLY);
	static const double want[] = { 1, NAN, NAN, NAN, 0, 3, 0, 4 };
	CHECK(f.n == 2 && f.copies == 1 && f.rows == 4);
	for (int i = 0; i < 8; i++)
		CHECK(same(f.x[i], want[i]) || (isnan(f.x[i]) && isnan(want[i])));
	CHECK(net_weeks_together(both, 0, FIT_WEEKLY).rows == 0);
}

/* The periods of another frequency that days make, from first on. */
static bool
makes(const struct net_weeks *days, enum fit_frequency f, int first, int n, const double *want)
{
	struct net_weeks w = net_weeks_of_days(days, f);
	bool equal = w.first == first && w.n == n;

	for (int i = 0; i < n && equal; i++)
		equal = same(w.net[i], want[i]);
	free(w.net);
	return equal;
}

/* From Thursday 2021-01-28 to Tuesday 2021-03-02; the sum begins on the Thursday, so Friday's 1 is February's before. */
static void
days_put_together(void)
{
	struct net_weeks d = { 0 };
	int first = frequency_period(DAILY, date_of(2021, 1, 28)), monday = date_of(2021, 2, 1);

	CHECK(net_weeks_add(&d, first, NAN) && net_weeks_add(&d, first + 1, 1) && net_weeks_add(&d, first + 2, 2));
	CHECK(net_weeks_add(&d, first + 3, NAN));
	for (int i = 4; i < 24; i++)
		CHECK(net_weeks_add(&d, first + i, i == 23 ? 8 : 0.5));
	static const double months[] = { NAN, 11, 8.5 }, weeks[] = { NAN, 3.5, 2.5, 2.5, 2.5, 8.5 };
	static const double calendar[] = { NAN, 1, NAN, NAN, NAN, 0, 0.5 };
	CHECK(makes(&d, FIT_MONTHLY, frequency_period(MONTHLY, monday) - 1, 3, months));
	CHECK(makes(&d, FIT_BUSINESS_MONTHLY, frequency_period(MONTHLY, monday) - 1, 3, months));
	CHECK(makes(&d, FIT_WEEKLY, frequency_period(WEEKLY, monday) - 1, 6, weeks));
	d.n = 5;
	CHECK(makes(&d, FIT_DAILY, monday - 4, 7, calendar));
	d.n = 0;
	CHECK(makes(&d, FIT_DAILY, 0, 0, NULL));
	free(d.net);
}

/* A's days end on Friday, B's on Tuesday: A has nothing on weekends and the Monday after, then returns of 0. */
static void
days_side_by_side(void)
{
	int friday = date_of(2021, 1, 29);
	struct net_weeks a = { 0 }, b = { 0 };
	const struct net_weeks *both[] = { &a, &b };

	CHECK(net_weeks_add(&a, friday, 1));
	for (int i = 0; i < 5; i++)
		CHECK(net_weeks_add(&b, friday + i, i));
	struct pooled_weeks f = net_weeks_together(both, 2, FIT_DAILY);
	static const double want[] = { 1, 0, NAN, 1, NAN, 2, NAN, 3, 0, 4 };
	CHECK(f.rows == 5 && f.t[1] == dated_value_day(friday + 1));
	for (int i = 0; i < 10; i++)
		CHECK(same(f.x[i], want[i]));
}

int
main(void)
{
	RUN(days_put_together);
	RUN(days_side_by_side);
	RUN(a_week_after_another);
	RUN(side_by_side);
	return test_end();
}
