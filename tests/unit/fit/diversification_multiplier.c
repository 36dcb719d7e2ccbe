#include "fit/diversification_multiplier.h"

#include <math.h>

#include "stream/dated_values.h"
#include "test.h"
#include "time/date.h"

static struct {
	int day[4000];
	double value[4000];
	int n;
} got;

static void
take(void *arg, int day, double value)
{
	(void)arg;
	got.day[got.n] = day;
	got.value[got.n++] = value;
}

static struct diversification_multiplier
periods(struct fit_period *p, double *multiplier, int n, struct diversification_multiplier_options *o)
{
	return (struct diversification_multiplier){ .o = o, .dates = { p, n }, .n = 2, .multiplier = multiplier };
}

/* Worked by hand; a span of 1 smooths nothing. A period holds from the first business day whose midnight it is not after. */
static void
business_days_from_the_first_friday(void)
{
	int day = date_of(2021, 1, 10); /* a Sunday */
	struct fit_period p[] = { { .start = dated_value_day(day) }, { .start = dated_value_day(day + 3) + 5 }, { .start = dated_value_day(day + 5) + 5 } };
	double multiplier[] = { 1, 2, 3 };
	struct diversification_multiplier_options o = { .span = 1, .most = 2.5 };
	struct diversification_multiplier d = periods(p, multiplier, 3, &o);

	got.n = 0;
	diversification_multiplier_smooth(&d, take, NULL);
	/* Friday the 8th has none; Monday 1; Wednesday the 13th still 1; Thursday 2; Friday the 15th, the last, again. */
	CHECK(got.n == 3);
	CHECK(got.day[0] == day + 1 && got.value[0] == 1);
	CHECK(got.day[1] == day + 4 && got.value[1] == 2);
	CHECK(got.day[2] == day + 5 && got.value[2] == 2); /* the third period is lost */
}

static void
smoothed_as_pandas_does(void)
{
	int day = date_of(2021, 1, 11);
	struct fit_period p[] = { { .start = dated_value_day(day) }, { .start = dated_value_day(day + 1) }, { .start = dated_value_day(day + 2) } };
	double multiplier[] = { 1, 2, 2 };
	struct diversification_multiplier_options o = { .span = 3, .most = 2.5 };
	struct diversification_multiplier d = periods(p, multiplier, 3, &o);

	got.n = 0;
	diversification_multiplier_smooth(&d, take, NULL);
	/* pd.Series([1, 2, 2]).ewm(span=3).mean() */
	CHECK(got.n == 3 && got.value[0] == 1 && fabs(got.value[1] - 5 / 3.) < 1e-15 && fabs(got.value[2] - 13 / 7.) < 1e-15);
}

static void
risk_of_the_assets_that_are_known(void)
{
	double matrix[] = { 1, .5, .5, 1 };
	struct diversification_multiplier_options o = { .span = 1, .most = 1.3 };
	struct diversification_multiplier d = { .o = &o, .n = 2, .matrix = matrix };

	CHECK(fabs(diversification_multiplier_of(&d, 0, (double[]){ .5, .5 }) - 1 / sqrt(.75)) < 1e-15);
	CHECK(diversification_multiplier_of(&d, 0, (double[]){ .25, .25 }) == 1.3);
	CHECK(diversification_multiplier_of(&d, 0, (double[]){ 0, 0 }) == 1);
	CHECK(diversification_multiplier_of(&d, 0, (double[]){ NAN, 1 }) == 1);
	matrix[1] = matrix[2] = matrix[3] = NAN;
	CHECK(diversification_multiplier_of(&d, 0, (double[]){ .5, .5 }) == 1);
}

int
main(void)
{
	RUN(business_days_from_the_first_friday);
	RUN(smoothed_as_pandas_does);
	RUN(risk_of_the_assets_that_are_known);
	return test_end();
}
