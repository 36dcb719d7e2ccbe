/* Skew and kurtosis of the last calendar days */
#include "maths/moments.h"
#include "test.h"

#include <math.h>

/* pandas 1.5.3: Series(x, date_range("2021-01-01", …)[kept]).rolling("5D").skew() and .kurt() */
static void
as_pandas(void)
{
	static const int day[] = { 0, 1, 2, 3, 4, 5, 8, 9, 10, 11 };
	static const double x[] = { .01, -.02, NAN, .03, .005, .04, -.01, .02, .02, .02 };
	static const double skew[] = { NAN, NAN, NAN, -0.5855827262813875, -0.3557156849948472, -0.5739656230696943, 1.0902905798280014, -0.5855827262813896, -1.7320508075688803, -2.0000000000000027 };
	static const double kurt[] = { NAN, NAN, NAN, NAN, 1.282147103788006, -1.7138585986097308, NAN, NAN, NAN, 4.000000000000053 };
	struct moments m = moments_new(5);

	for (int i = 0; i < 10; i++) {
		moments_next(&m, day[i], x[i]);
		double s = moments_skew(&m), k = moments_kurtosis(&m);
		CHECK(isnan(skew[i]) ? isnan(s) : s == skew[i]);
		CHECK(isnan(kurt[i]) ? isnan(k) : k == kurt[i]);
	}
}

/* Equal values have no skew, whatever the sums left behind; what is not finite does not count. */
static void
equal_values(void)
{
	struct moments m = moments_new(3);

	moments_next(&m, 1, 1e6);
	for (int i = 2; i < 8; i++)
		moments_next(&m, i, .1);
	CHECK(moments_skew(&m) == 0 && isnan(moments_kurtosis(&m)));
	moments_next(&m, 8, INFINITY);
	CHECK(isnan(moments_skew(&m)));
}

int
main(void)
{
	RUN(as_pandas);
	RUN(equal_values);
	return test_end();
}
