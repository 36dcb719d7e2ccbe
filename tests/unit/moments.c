/* Skew and kurtosis over calendar days, ranks, asset classes' walks over days */
#include "moments.h"
#include "panel.h"
#include "rank.h"
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

/* By counting. */
static void
ranks(void)
{
	enum { N = 3000 };
	static double v[N];
	struct rank r = { 0 };

	for (int i = 0; i < N; i++) {
		long below = 0;
		v[i] = test_random() % 7 == 0 ? NAN : (double)(test_random() % 1000) / 8;
		for (int j = 0; j < i; j++)
			below += v[j] < v[i];
		CHECK(rank_next(&r, v[i]) == below);
	}
}

/* In order, when the next value is the highest or the lowest so far. */
static void
ranks_in_order(void)
{
	struct rank up = { 0 }, down = { 0 };

	for (int i = 0; i < 2000; i++)
		CHECK(rank_next(&up, i) == i && rank_next(&down, -i) == 0);
}

static void
walk_over_days(void)
{
	static const int days[3][3] = { { 1, 2, 5 }, { 2, 9, 10 }, { 4, 5, 6 } };
	struct panel p = { .columns = 2 };
	int member[] = { 2, 0 }, seen = 0;

	for (int i = 0; i < 3; i++) {
		CHECK(panel_new(&p) == i);
		for (int j = 0; j < 3; j++) {
			double *x = panel_add(&p, i, days[i][j]);
			x[0] = i;
			x[1] = days[i][j];
		}
	}
	static const int want[] = { 1, 2, 4, 5, 6 };
	struct panel_walk w = panel_walk(&p, member, 2);
	while (panel_next(&w)) {
		CHECK(seen < 5 && w.day == want[seen++]);
		const double *a = panel_row(&w, 0), *b = panel_row(&w, 1);
		CHECK((a != NULL) == (w.day >= 4) && (b != NULL) == (w.day != 4 && w.day != 6));
		CHECK((!a || (a[0] == 2 && a[1] == w.day)) && (!b || (b[0] == 0 && b[1] == w.day)));
	}
	CHECK(seen == 5);
	w = panel_walk(&p, member, 0);
	CHECK(!panel_next(&w));
}

int
main(void)
{
	RUN(as_pandas);
	RUN(equal_values);
	RUN(ranks);
	RUN(ranks_in_order);
	RUN(walk_over_days);
	return test_end();
}
