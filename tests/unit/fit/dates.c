#include "fit/dates.h"

#include "stream/dated_values.h"
#include "test.h"
#include "time/date.h"

static int64_t
at(int year, int month, int day)
{
	return dated_value_day(date_of(year, month, day));
}

/* pysystemtrade's for six instruments stacked from 1972 to 2021 (spec example): 49 periods. */
static void
expanding_from_the_first_week(void)
{
	struct fit_options o = { FIT_EXPANDING, 20, 365 };
	struct fit_dates d = fit_dates(&o, at(1972, 10, 22), at(2021, 12, 12) + 5);

	CHECK(d.n == 49);
	CHECK(d.v[0].no_data && d.v[0].start == at(1972, 10, 22) && d.v[0].fit_end == at(1972, 10, 22));
	CHECK(d.v[1].start == at(1973, 12, 24) + 5 && d.v[2].start == at(1974, 12, 24) + 5 && d.v[48].start == at(2020, 12, 12) + 5);
	for (int i = 1; i < d.n; i++)
		CHECK(!d.v[i].no_data && d.v[i].fit_start == at(1972, 10, 22) && d.v[i].fit_end == d.v[i].start);
	free(d.v);
}

/* A rolling window counts steps, the first of which begins at the first step, not with the data. */
static void
rolling_keeps_steps(void)
{
	struct fit_options o = { FIT_ROLLING, 2, 365 };
	int64_t year = (int64_t)365 * 86400 * 1000000, last = at(2021, 12, 12);
	struct fit_dates d = fit_dates(&o, last - 5 * year - 1, last);

	CHECK(d.n == 5);
	CHECK(d.v[1].start == last - 4 * year && d.v[1].fit_start == last - 5 * year);
	CHECK(d.v[2].fit_start == last - 5 * year && d.v[3].fit_start == last - 4 * year && d.v[4].fit_start == last - 3 * year);
	free(d.v);
}

static void
all_at_once(void)
{
	struct fit_options o = { FIT_IN_SAMPLE, 20, 365 };
	struct fit_dates d = fit_dates(&o, 1, 2);

	CHECK(d.n == 1 && !d.v[0].no_data && d.v[0].fit_start == 1 && d.v[0].fit_end == 2 && d.v[0].start == 1);
	free(d.v);
}

static void
too_little_is_one_period_without_data(void)
{
	struct fit_options o = { FIT_EXPANDING, 20, 365 };
	struct fit_dates d = fit_dates(&o, at(2021, 1, 3), at(2022, 12, 25));

	CHECK(d.n == 1 && d.v[0].no_data);
	free(d.v);
	d = fit_dates(&o, at(2021, 1, 3), at(2021, 1, 3));
	CHECK(d.n == 1 && d.v[0].no_data);
	free(d.v);
	CHECK(fit_dates(&o, 2, 1).n == 0);
}

static void
steps_have_names(void)
{
	struct config c = config_load(test_file("{\"a\":{\"interval_frequency\":\"W\"},\"b\":{\"interval_frequency\":\"M\",\"date_method\":\"rolling\","
	                                  "\"rollyears\":3},\"c\":{\"interval_frequency\":\"90D\",\"date_method\":\"in_sample\"}}"));

	CHECK(fit_options(&c, "a").step == 7 && fit_options(&c, "a").method == FIT_EXPANDING && fit_options(&c, "a").roll == 20);
	CHECK(fit_options(&c, "b").step == 30 && fit_options(&c, "b").method == FIT_ROLLING && fit_options(&c, "b").roll == 3);
	CHECK(fit_options(&c, "c").step == 90 && fit_options(&c, "c").method == FIT_IN_SAMPLE && fit_options(&c, "none").step == 365);
}

int
main(void)
{
	RUN(expanding_from_the_first_week);
	RUN(rolling_keeps_steps);
	RUN(all_at_once);
	RUN(too_little_is_one_period_without_data);
	RUN(steps_have_names);
	return test_end();
}
