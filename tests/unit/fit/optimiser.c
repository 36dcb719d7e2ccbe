#include "fit/optimiser.h"

#include <math.h>

#include "chapter15.h"
#include "fit/risk_parity.h"
#include "test.h"

/* What pysystemtrade's methods make of it. */
static const struct handcraft_estimates last = { N, correlation, mean, stdev, 288.8542094455852, false };

/* The weights by a method of the default parameters. */
static bool
gives(const char *method, bool equalise_SR, const double *want, double off)
{
	struct optimiser o = { optimiser_method(method), equalise_SR, true, .5, .9, .5 };
	double w[N];

	optimiser_weights(&o, &last, w);
	for (int i = 0; i < N; i++)
		if (!(fabs(w[i] - want[i]) < off)) {
			printf("# %s: weight %d is %.17g, not %.17g\n", method, i, w[i], want[i]);
			return false;
		}
	return true;
}

static void
methods_are_those_of_pysystemtrade(void)
{
	CHECK(gives("equal_weights", false, (double[]){ .25, .25, .25, .25 }, 1e-15));
	CHECK(gives("handcraft", true, (double[]){ .5, .264873786975955, .13635281833037627, .13635281833037627 }, 1e-10));
	CHECK(gives("shrinkage", false, (double[]){ .39984701630305963, .30911369244552456, .15155716450580037, .13948212674561541 }, 1e-6));
	CHECK(gives("shrinkage", true, (double[]){ .3917156593941455, .3159711730018838, .1398667785215168, .1524463890824539 }, 1e-6));
	CHECK(gives("one_period", false, (double[]){ .5540637847327395, .10568582941142313, .34025038585583744, 0 }, 1e-6));
	CHECK(gives("one_period", true, (double[]){ .4770449834753193, .4698788322267941, 0, .053076184297886436 }, 1e-6));
	CHECK(!optimiser_method("bootstrap"));
}

/* The steps of the paper run with scipy 1.10.1's single linkage. */
static void
risk_parity_is_the_papers(void)
{
	double w[N], want[N] = { .6235391423310538, .11058434306757846, .19659438767569515, .06928212692567262 };

	risk_parity(N, correlation, (double[]){ .1, .2, .15, .3 }, w);
	for (int i = 0; i < N; i++)
		CHECK(fabs(w[i] - want[i]) < 1e-14);
}

static void
assets_of_which_too_little_is_known_are_left_out(void)
{
	struct optimiser o = { .method = optimiser_method("equal_weights") };
	double w[3], c[9] = { 1, .5, NAN, .5, 1, NAN, NAN, NAN, 1 }, m[3] = { 1, 1, 1 }, s[3] = { 1, 1, 1 };

	optimiser_weights(&o, &(struct handcraft_estimates){ 3, c, m, s, 10, false }, w);
	CHECK(w[0] == .5 && w[1] == .5 && isnan(w[2]));
	s[0] = NAN;
	optimiser_weights(&o, &(struct handcraft_estimates){ 3, c, m, s, 10, false }, w);
	CHECK(isnan(w[0]) && w[1] == 1 && isnan(w[2]));
	optimiser_weights(&o, &(struct handcraft_estimates){ 1, c, m, s + 1, 10, false }, w);
	CHECK(isnan(w[0])); /* a lone asset has no other to be correlated with */
}

/* The examples that pysystemtrade's clean_list_of_weights gives, at its fraction of a half, and 1982's weights (spec. 5.5). */
static void
cleaning_gives_a_share_to_those_without(void)
{
	double a[3] = { .4, .6, NAN }, b[3] = { NAN, NAN, NAN }, c[3] = { .4, .6, NAN };
	double y[6] = { .5, NAN, NAN, NAN, .5, NAN };
	bool all[6] = { true, true, true, true, true, true }, none[6] = { false }, some[3] = { true, true, false };

	optimiser_clean_weights(3, a, all);
	CHECK(fabs(a[0] - 1. / 3) < 1e-15 && fabs(a[1] - .5) < 1e-15 && fabs(a[2] - 1. / 6) < 1e-15);
	optimiser_clean_weights(3, b, none);
	CHECK(b[0] == 0 && b[1] == 0 && b[2] == 0);
	optimiser_clean_weights(3, c, some);
	CHECK(c[0] == .4 && c[1] == .6 && isnan(c[2]));
	optimiser_clean_weights(6, y, all);
	CHECK(fabs(y[0] - 1. / 3) < 1e-15 && fabs(y[1] - 1. / 12) < 1e-15 && fabs(y[4] - 1. / 3) < 1e-15);
}

int
main(void)
{
	RUN(methods_are_those_of_pysystemtrade);
	RUN(risk_parity_is_the_papers);
	RUN(assets_of_which_too_little_is_known_are_left_out);
	RUN(cleaning_gives_a_share_to_those_without);
	return test_end();
}
