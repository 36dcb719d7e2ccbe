#include "fit/estimator.h"

#include <math.h>

#include "stream/dated_values.h"
#include "test.h"
#include "time/date.h"
#include "time/frequency.h"

#define MISSING NAN

/* Eight weeks from 2021-01-10 of three assets. */
static const double weeks[] = {
	1, 2, MISSING,
	2, 1, MISSING,
	MISSING, 3, MISSING,
	4, MISSING, 1,
	3, 5, 2,
	5, 4, 1,
	1, 4, MISSING,
	2.5, 1, 3,
};

static struct pooled_weeks
invented(int copies)
{
	struct pooled_weeks_block b[2] = { { frequency_period(WEEKLY, date_of(2021, 1, 10)), 8, weeks }, { 0, 0, weeks } };

	return pooled_weeks_stack(b, copies, 3, FIT_WEEKLY);
}

/* Fitted up to the seventh week: its end is that week's Sunday. */
static struct fit_period
seven_weeks(const struct pooled_weeks *f)
{
	return (struct fit_period){ f->t[0], dated_value_day(date_of(2021, 2, 21)), dated_value_day(date_of(2021, 2, 21)), false };
}

static bool
near(const double *x, const double *want, int n)
{
	for (int i = 0; i < n; i++)
		if (!(fabs(x[i] - want[i]) < 1e-10))
			return false;
	return true;
}

static struct estimator_options
options(bool exponential, bool cleaned)
{
	struct estimator_moment_options m = { exponential, 6, 2 };

	return (struct estimator_options){ m, m, exponential, { 6, 2, cleaned, cleaned, .99, NAN, 0 } };
}

/* The figures of both are pysystemtrade's estimators' on this frame, run once under pandas 1.5.3. */
static void
exponentially_weighted_before_the_end(void)
{
	static const double mean[] = { 193.22705985506465, 192.12145819517335, 68.93315858453472 };
	static const double stdev[] = { 10.54060480569045, 10.547796427884759, 4.208561765770352 };
	static const double raw[] = { 1, 0.5942783466186518, -0.8936537228431106, 0.5942783466186518, 1, 1, -0.8936537228431106, 1, 1 };
	struct pooled_weeks f = invented(1);
	struct fit_period p = seven_weeks(&f);
	struct estimator_options o = options(true, false);
	struct estimator e = estimator_new(&f, &o, true);
	struct estimator_period_estimates known = estimator_period(&e, &p);

	CHECK(near(known.e.mean, mean, 3) && near(known.e.stdev, stdev, 3) && near(known.e.correlation, raw, 9));
	CHECK(known.from == 0 && known.to == 7 && known.e.years == 7 / (365.25 / 7) && !known.e.boring);
	estimator_free(&e);
	o = options(true, true);
	e = estimator_new(&f, &o, false);
	known = estimator_period(&e, &p);
	CHECK(known.e.correlation[2] == 0 && known.e.correlation[0] == 1 && fabs(known.e.correlation[1] - raw[1]) < 1e-12);
	estimator_free(&e);
	pooled_weeks_free(&f);
}

static void
plain_over_the_window_both_ends_included(void)
{
	static const double mean[] = { 139.14285714285714, 165.23214285714286, 69.57142857142857 };
	static const double stdev[] = { 10.768118728560758, 9.706251054027478, 3.4051781297368415 };
	static const double raw[] = { 1, 0.4182509562856521, -0.8660254037844386, 0.4182509562856521, 1, 1, -0.8660254037844386, 1, 1 };
	struct pooled_weeks f = invented(1);
	struct fit_period p = seven_weeks(&f);
	struct estimator_options o = options(false, false);
	struct estimator e = estimator_new(&f, &o, true);
	struct estimator_period_estimates known = estimator_period(&e, &p);

	CHECK(near(known.e.mean, mean, 3) && near(known.e.stdev, stdev, 3) && near(known.e.correlation, raw, 9));
	estimator_free(&e);
	pooled_weeks_free(&f);
}

static void
without_data_everything_is_made_up(void)
{
	struct pooled_weeks f = invented(1);
	struct estimator_options o = options(true, false);
	struct estimator e = estimator_new(&f, &o, true);
	struct estimator_period_estimates known = estimator_period(&e, &(struct fit_period){ f.t[0], f.t[0], f.t[0], true });

	CHECK(known.e.boring && known.e.correlation[0] == 1 && known.e.correlation[1] == .99);
	estimator_free(&e);
	pooled_weeks_free(&f);
}

/* A frame's second instrument has no weeks of its own: its rows are there, empty. */
static void
instruments_are_stacked(void)
{
	struct pooled_weeks f = invented(2);
	bool present[3];
	int from, to;

	CHECK(f.rows == 16 && f.t[0] == dated_value_day(date_of(2021, 1, 10)) && f.t[1] == f.t[0] + 1 && f.t[2] == f.t[0] + (int64_t)7 * 86400 * 1000000);
	CHECK(f.x[0] == 1 && isnan(f.x[3]) && f.x[6] == 2);
	pooled_weeks_window(&f, f.t[1], f.t[4], &from, &to);
	CHECK(from == 1 && to == 5);
	pooled_weeks_present(&f, 0, 5, present);
	CHECK(present[0] && present[1] && !present[2]);
	pooled_weeks_window(&f, f.t[15] + 1, f.t[15] + 9, &from, &to);
	CHECK(from == 16 && to == 16);
	pooled_weeks_free(&f);
}

int
main(void)
{
	RUN(exponentially_weighted_before_the_end);
	RUN(plain_over_the_window_both_ends_included);
	RUN(without_data_everything_is_made_up);
	RUN(instruments_are_stacked);
	return test_end();
}
