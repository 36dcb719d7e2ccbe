/* tails - against pandas' and numpy's quantile, mean and kurt of the same numbers, and where there is little to go by */
#include "maths/tails.h"

#include <math.h>

#include "test.h"

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-14 * fabs(b);
}

static void
as_pandas(void)
{
	static const double x[] = { 0.5, -1.25, NAN, 2.0, 0.75, 0.1, -3.5, -0.2, -0.4, 1.1, 0.9, 4.0 },
			    quantile[] = { -2.375, -0.30000000000000004, 0.5, 1.0, 3.0 };
	struct tails t = tails_of(x, 12);

	for (int i = 0; i < TAILS_QUANTILES; i++)
		CHECK(near(t.quantile[i], quantile[i]));
	CHECK(t.n == 11 && isnan(t.at_risk[TAILS_95]) && isnan(t.shortfall[TAILS_99]));
	CHECK(near(t.kurtosis, 1.8676644751787075));
}

/*
 * 300 numbers of a rule; what pandas 1.5.3 and numpy 1.24.2 say of them: s.quantile(q) and numpy.percentile(s, 100 * q), which
 * agree, and s[s <= s.quantile(q)].mean(), for q of 0.05 and 0.01.
 */
static void
at_risk(void)
{
	double x[301];

	for (int i = 0; i < 300; i++)
		x[i] = ((i * i * 37 + i * 11) % 1009 - 500) / 100.0;
	x[300] = NAN;
	struct tails t = tails_of(x, 301);
	CHECK(near(t.at_risk[TAILS_95], -4.621) && near(t.shortfall[TAILS_95], -4.820666666666667));
	CHECK(near(t.at_risk[TAILS_99], -4.9602) && near(t.shortfall[TAILS_99], -4.99));
	CHECK(isnan(tails_of(x, 19).at_risk[TAILS_95]) && isnan(tails_of(x, 99).shortfall[TAILS_99]));
	CHECK(!isnan(tails_of(x, 20).shortfall[TAILS_95]) && !isnan(tails_of(x, 100).at_risk[TAILS_99]));
}

/* The gap ends no run, and 0 belongs to none. */
static void
runs(void)
{
	static const double x[] = { 1, NAN, 2, 0.1, -1, -2, NAN, -3, -4, 0, 5 };
	struct tails t = tails_of(x, 11);

	CHECK(t.gains == 3 && t.losses == 4);
}

static void
little(void)
{
	static const double same[] = { 2, 2, 2, 2, 2 };
	struct tails none = tails_of(same, 0), t = tails_of(same, 5), three = tails_of((double[]){ 1, 2, 4 }, 3);

	CHECK(isnan(none.quantile[2]) && isnan(none.at_risk[TAILS_95]) && isnan(none.shortfall[TAILS_99]) && isnan(none.kurtosis) && none.gains == 0);
	CHECK(t.quantile[0] == 2 && t.quantile[4] == 2 && isnan(t.shortfall[TAILS_95]) && isnan(t.kurtosis));
	CHECK(isnan(three.kurtosis) && three.quantile[2] == 2);
}

int
main(void)
{
	RUN(as_pandas);
	RUN(at_risk);
	RUN(runs);
	RUN(little);
	return test_end();
}
