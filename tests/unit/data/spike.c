#include <math.h>

#include "data/spike.h"
#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

/* n closing prices on business days from 2020-01-01 on, up and down by 1, then a jump: its ratio. */
static double
ratio_of(int n, double jump)
{
	struct spike s = spike_new();
	int day = date_of(2020, 1, 1);
	double x = 0;

	for (int i = 0; i < n; i++, day = date_next_business(day)) {
		x = 100 + i % 2;
		spike_next(&s, stamp_of_day(day) + 23 * 3600, x);
	}
	return spike_next(&s, stamp_of_day(day) + 23 * 3600, x + jump);
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-14 * fabs(b);
}

/* syscore/merge_data.py, pandas 1.5.3: the 7.85, 9.41, 7.42 and 8.44 of spec data.md 5.3. */
static void
as_the_reference_has_it(void)
{
	CHECK(near(ratio_of(12, 20), 7.848550671544431));
	CHECK(near(ratio_of(12, 40), 9.407739400049506));
	CHECK(near(ratio_of(500, 7), 7.421760730395478));
	CHECK(near(ratio_of(500, 8), 8.440695007611382));
}

static void
the_first_change_is_average(void)
{
	struct spike s = spike_new();

	CHECK(isnan(spike_next(&s, 0, 5)));
	CHECK(spike_next(&s, 86400, 500) == 1);
}

static void
nothing_missing_is_tested(void)
{
	struct spike s = spike_new();

	for (int i = 0; i < 20; i++)
		spike_next(&s, i * 86400, i % 2);
	CHECK(isnan(spike_next(&s, 20 * 86400, NAN)));
	CHECK(isnan(spike_next(&s, 21 * 86400, 1000)));
	CHECK(spike_next(&s, 22 * 86400, 2000) > 8);
}

/* A change of four times the days is twice as large. */
static void
a_change_is_over_the_root_of_its_days(void)
{
	struct spike s = spike_new(), t = spike_new();

	spike_next(&s, 0, 0);
	spike_next(&s, 86400, 1);
	spike_next(&t, 0, 0);
	spike_next(&t, 86400, 1);
	CHECK(spike_next(&s, 2 * 86400, 4) == spike_next(&t, 5 * 86400, 7));
}

static void
a_constant_price_has_no_ratio(void)
{
	struct spike s = spike_new();

	for (int i = 0; i < 5; i++)
		CHECK(isnan(spike_next(&s, i, 7)));
}

static void
few_changes_are_never_a_spike(void)
{
	for (int n = 2; n <= 8; n++)
		CHECK(ratio_of(n, 1e12) <= 8);
	CHECK(ratio_of(9, 1e12) > 8);
}

int
main(void)
{
	RUN(as_the_reference_has_it);
	RUN(the_first_change_is_average);
	RUN(nothing_missing_is_tested);
	RUN(a_change_is_over_the_root_of_its_days);
	RUN(a_constant_price_has_no_ratio);
	RUN(few_changes_are_never_a_spike);
	return test_end();
}
