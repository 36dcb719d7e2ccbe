/* annualised_roll, by hand, and the distances that the reference floors or not */
#include "roll/annualised_roll.h"

#include <math.h>

#include "test.h"

static double
years(const char *price_contract, const char *carry_contract)
{
	double y = 99;

	return annualised_roll_years(slice_of(price_contract), slice_of(carry_contract), &y) ? y : INFINITY;
}

static void
years_between_contracts(void)
{
	CHECK(fabs(years("20200300", "20200600") - .25) < 1e-12 && fabs(years("20200300", "20191200") + .25) < 1e-12);
	CHECK(years("20200300", "20200300") == 0);
	/* A day part counts as hundredths of a month: 10 days are a tenth of one. */
	CHECK(fabs(years("20200310", "20200400") - .9 / 12) < 1e-12);
	/* Less than a day ahead is a day; behind it is as it is. */
	CHECK(years("20200300", "20200301") == 1 / 365.25 && years("20200301", "20200300") < 0 && years("20200301", "20200300") > -1 / 365.25);
	CHECK(isnan(years("", "20200600")) && isnan(years("20200300", "")));
	CHECK(years("20200300.0", "20200600.0") == years("20200300", "20200600"));
	CHECK(isinf(years("202003", "20200600")) && isinf(years("20200300", "x")) && isinf(years("20200300.5", "20200600")));
}

static void
mean_of_a_day(void)
{
	struct annualised_roll a = { .n = 0 };

	CHECK(isnan(annualised_roll_mean(&a)));
	annualised_roll_next(&a, 100, 98, .25); /* 8 a year */
	annualised_roll_next(&a, 100, 100, .25); /* an exact zero is missing */
	annualised_roll_next(&a, NAN, 98, .25);
	annualised_roll_next(&a, 100, NAN, .25);
	annualised_roll_next(&a, 100, 98, NAN);
	CHECK(annualised_roll_mean(&a) == 8);
	annualised_roll_next(&a, 100, 101, -.25); /* 4 a year: carry is dearer, and nearer */
	CHECK(annualised_roll_mean(&a) == 6);
}

int
main(void)
{
	RUN(years_between_contracts);
	RUN(mean_of_a_day);
	return test_end();
}
