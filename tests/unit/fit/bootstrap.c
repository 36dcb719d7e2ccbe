#include "fit/bootstrap.h"

#include <math.h>

#include "test.h"

enum { N = 3, ROWS = 40 };

static double x[ROWS * N];
static int64_t t[ROWS];
static const double correlation[N * N] = { 1, 0, 0, 0, 1, 0, 0, 0, 1 }, ones[N] = { 1, 1, 1 };
static const bool present[N] = { true, true, true };
static struct optimiser method;

static struct pooled_weeks
invented(void)
{
	for (int r = 0; r < ROWS; r++)
		for (int i = 0; i < N; i++)
			x[r * N + i] = (r * (5 + 2 * i) + i) % 13 - 6 + .5 * (i + 1);
	method = (struct optimiser){ .method = optimiser_method("one_period"), .equalise_vols = true };
	return (struct pooled_weeks){ N, 1, ROWS, FIT_WEEKLY, t, x };
}

static struct estimator_period_estimates
all_known(void)
{
	return (struct estimator_period_estimates){ { N, correlation, ones, ones, 1, false }, 0, ROWS, present };
}

/*
 * The same in Python: xoshiro256** seeded by splitmix64, numpy's mean, std (ddof 0) and corrcoef of each history,
 * scipy 1.10.1's SLSQP with tol 1e-5, run once.
 */
static void
as_scipy_finds(void)
{
	static const double want[N] = { 0.11601630427679199, 0.4076869170726467, 0.4762967786505613 };
	struct pooled_weeks f = invented();
	struct estimator_period_estimates known = all_known();
	struct bootstrap_options o = { 20, 30, 7 };
	double w[N];

	bootstrap(&f, &known, &o, &method, 2, w);
	for (int i = 0; i < N; i++)
		CHECK(fabs(w[i] - want[i]) < 1e-6);
}

static void
seed_and_period_alone_decide(void)
{
	struct pooled_weeks f = invented();
	struct estimator_period_estimates known = all_known();
	double one[N], again[N], other[N], later[N];

	bootstrap(&f, &known, &(struct bootstrap_options){ 5, 0, 1 }, &method, 1, one);
	bootstrap(&f, &known, &(struct bootstrap_options){ 5, 0, 1 }, &method, 1, again);
	bootstrap(&f, &known, &(struct bootstrap_options){ 5, 0, 2 }, &method, 1, other);
	bootstrap(&f, &known, &(struct bootstrap_options){ 5, 0, 1 }, &method, 2, later);
	CHECK(memcmp(one, again, sizeof one) == 0);
	CHECK(memcmp(one, other, sizeof one) != 0 && memcmp(one, later, sizeof one) != 0);
	CHECK(fabs(one[0] + one[1] + one[2] - 1) < 1e-12);
}

/* Only rows of the window, and only of those with a value of an asset that is wanted, are drawn. */
static void
nothing_but_the_window(void)
{
	struct pooled_weeks f = invented();
	struct estimator_period_estimates known = all_known();
	struct bootstrap_options o = { 5, 20, 1 };
	double one[N], two[N];

	known.from = 10;
	known.to = 30;
	bootstrap(&f, &known, &o, &method, 1, one);
	for (int i = 0; i < 10 * N; i++)
		x[i] = 1000;
	for (int i = 30 * N; i < ROWS * N; i++)
		x[i] = -1000;
	bootstrap(&f, &known, &o, &method, 1, two);
	CHECK(memcmp(one, two, sizeof one) == 0);
}

static void
an_asset_that_is_not_known_has_no_weight(void)
{
	static const double stdev[N] = { 1, NAN, 1 };
	struct pooled_weeks f = invented();
	struct estimator_period_estimates known = all_known();
	double w[N];

	known.e.stdev = stdev;
	bootstrap(&f, &known, &(struct bootstrap_options){ 5, 0, 1 }, &method, 1, w);
	CHECK(isnan(w[1]) && fabs(w[0] + w[2] - 1) < 1e-12);
}

/* With the same returns but for their mean the better asset gets all in every history. */
static void
what_is_always_better_gets_all(void)
{
	struct pooled_weeks f = invented();
	struct estimator_period_estimates known = all_known();
	double w[N];

	for (int r = 0; r < ROWS; r++) {
		x[r * N + 1] = x[r * N] + 10;
		x[r * N + 2] = x[r * N] + .01 * (r % 2);
	}
	bootstrap(&f, &known, &(struct bootstrap_options){ 10, 0, 1 }, &method, 1, w);
	CHECK(w[1] > .999999);
}

int
main(void)
{
	RUN(as_scipy_finds);
	RUN(seed_and_period_alone_decide);
	RUN(nothing_but_the_window);
	RUN(an_asset_that_is_not_known_has_no_weight);
	RUN(what_is_always_better_gets_all);
	return test_end();
}
