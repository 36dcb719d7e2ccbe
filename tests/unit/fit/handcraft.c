#include "fit/handcraft.h"

#include <math.h>

#include "chapter15.h"
#include "fit/max_sharpe.h"
#include "fit/sharpe_multiplier.h"
#include "maths/cluster.h"
#include "maths/quadratic.h"
#include "risk/correlation.h"
#include "risk/diversification.h"
#include "test.h"

static bool
near(const double *got, const double *want, double off)
{
	for (int i = 0; i < N; i++)
		if (!(fabs(got[i] - want[i]) < off))
			return false;
	return true;
}

/* How far weights are those of the least quadratic: the slopes left, against the plane's multiplier. */
static double
wrong(const struct quadratic *q, const double *d, double multiplier)
{
	double worst = 0;

	for (int i = 0; i < q->n; i++) {
		double slope = q->g[i] - multiplier * q->a[i];
		for (int j = 0; j < q->n; j++)
			slope += q->B[i * q->n + j] * d[j];
		double pays = d[i] <= q->low[i] ? -slope : d[i] >= q->high[i] ? slope : fabs(slope);
		worst = fmax(worst, pays);
		worst = fmax(worst, fmax(q->low[i] - d[i], d[i] - q->high[i]));
	}
	return worst;
}

static double
draw(void)
{
	return (double)(test_random() >> 11) * 0x1p-53 * 2 - 1;
}

/* Karush, Kuhn and Tucker's conditions, on drawn problems of 1 to 12 variables. */
static void
the_least_of_a_quadratic_has_no_way_down(void)
{
	double A[144], B[144], g[12], a[12], low[12], high[12], d[12];

	for (int run = 0; run < 2000; run++) {
		int n = 1 + run % 12;
		double sum = 0;
		for (int i = 0; i < n * n; i++)
			A[i] = draw();
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				B[i * n + j] = i == j ? .1 : 0;
				for (int k = 0; k < n; k++)
					B[i * n + j] += A[i * n + k] * A[j * n + k];
			}
		for (int i = 0; i < n; i++) {
			g[i] = 3 * draw();
			a[i] = -1;
			low[i] = -(draw() + 1) / 2;
			high[i] = low[i] + 1;
		}
		struct quadratic q = { n, B, g, a, 0, low, high };
		double r = quadratic_solve(&q, d);
		for (int i = 0; i < n; i++)
			sum += d[i];
		CHECK(fabs(sum) < 1e-9);
		CHECK(n == 1 || wrong(&q, d, r) < 1e-9);
	}
}

/* scipy 1.10.1's SLSQP, stopped at 1e-5, in means of .5, .3, .2 and .4 stdevs. */
static void
the_highest_sharpe_ratio_is_scipys(void)
{
	double m[N] = { .5, .3, .2, .4 }, w[N];

	max_sharpe(N, m, correlation, w);
	CHECK(near(w, (double[]){ 0.6448895098337492, 0.25617585225172085, 0, 0.09893463791453005 }, 1e-6));
}

static void
multipliers_are_those_of_pysystemtrade(void)
{
	static const struct {
		double difference, correlation, years, multiplier;
	} v[] = {
		{ .1, .5, 10, 1.1811071764796168 }, { .3, .5, 10, 1.6157183278753182 }, { -.2, .5, 20, .3658722392560028 },
		{ .05, .8, 288, 1.419945060492418 }, { -.05, .8, 288, .5234954369394168 }, { -.3, .5, 100, .04367329114910557 },
		{ .5, .9, 7, 1.9999999999999998 },
	};

	for (size_t i = 0; i < sizeof v / sizeof *v; i++)
		CHECK(fabs(sharpe_multiplier(v[i].difference, v[i].correlation, v[i].years) - v[i].multiplier) < 1e-6);
	CHECK(sharpe_multiplier(0, .5, 10) == 1);
}

static void
like_assets_are_in_one_group(void)
{
	bool second[N];

	cluster_two(N, correlation, false, second);
	CHECK(!second[0] && second[1] && second[2] && second[3]);
	cluster_two(N, correlation, true, second);
	CHECK(!second[0] && !second[1] && second[2] && second[3]);
	double gap[N * N];
	memcpy(gap, correlation, sizeof gap);
	gap[6] = NAN;
	cluster_two(N, gap, false, second);
	CHECK(!second[0] && !second[1] && second[2] && second[3]);
}

static void
handcrafted_weights_are_those_of_pysystemtrade(void)
{
	struct handcraft_estimates e = { N, correlation, mean, stdev, 288.8542094455852, false };
	double w[N];

	CHECK(fabs(correlation_average(N, correlation) - .57961848874942) < 1e-9);
	handcraft(&e, true, w);
	CHECK(near(w, (double[]){ .5, .264873786975955, .13635281833037627, .13635281833037627 }, 1e-10));
	handcraft(&e, false, w);
	CHECK(near(w, (double[]){ .5198340934856536, .23301899921573505, .1337560014507848, .1133909058478266 }, 1e-6));
}

static void
one_and_two_assets_share_alike(void)
{
	struct handcraft_estimates e = { 1, (double[]){ 1 }, mean, stdev, 20, false };
	double w[2];

	handcraft(&e, false, w);
	CHECK(w[0] == 1);
	e = (struct handcraft_estimates){ 2, (double[]){ 1, .5, .5, 1 }, mean, stdev, 20, false };
	handcraft(&e, true, w);
	CHECK(w[0] == .5 && w[1] == .5);
}

/* 1/sqrt(w'ρw) of half and half: ρ = 0, 1/√.5; ρ = 1, 1. */
static void
diversification_is_one_over_risk(void)
{
	double w[2] = { .5, .5 };

	CHECK(fabs(diversification(2, (double[]){ 1, 0, 0, 1 }, w, 2.5) - 1.4142135623730951) < 1e-15);
	CHECK(diversification(2, (double[]){ 1, 1, 1, 1 }, w, 2.5) == 1);
	CHECK(diversification(2, (double[]){ 1, 0, 0, 1 }, w, 1.2) == 1.2);
	CHECK(diversification(2, (double[]){ 1, -1, -1, 1 }, w, 2.5) == 1);
	CHECK(diversification(2, (double[]){ 1, NAN, NAN, 1 }, w, 2.5) == 1);
}

int
main(void)
{
	RUN(the_least_of_a_quadratic_has_no_way_down);
	RUN(the_highest_sharpe_ratio_is_scipys);
	RUN(multipliers_are_those_of_pysystemtrade);
	RUN(like_assets_are_in_one_group);
	RUN(handcrafted_weights_are_those_of_pysystemtrade);
	RUN(one_and_two_assets_share_alike);
	RUN(diversification_is_one_over_risk);
	return test_end();
}
