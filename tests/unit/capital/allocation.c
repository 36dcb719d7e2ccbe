#include "capital/allocation.h"

#include <math.h>

#include "test.h"

static bool
refused(const double *weight, int n, double total, const char *text)
{
	double capital[3];
	struct wrong w;

	return !allocation_by_weight(capital, weight, n, total, &w) && strcmp(w.text, text) == 0;
}

static void
by_weight(void)
{
	double capital[3];
	struct wrong w;

	CHECK(allocation_by_weight(capital, (double[]){ 50, 30, 0 }, 3, 1000, &w));
	CHECK(capital[0] == 625 && capital[1] == 375 && capital[2] == 0);
	CHECK(refused((double[]){ 1, NAN }, 2, 1000, "weight of a strategy is no number of 0 or more: nan"));
	CHECK(refused((double[]){ 1, -1 }, 2, 1000, "weight of a strategy is no number of 0 or more: -1"));
	CHECK(refused((double[]){ 0, 0 }, 2, 1000, "weights of strategies add up to 0"));
	CHECK(refused((double[]){ 1 }, 1, NAN, "no capital to allocate"));
	CHECK(refused((double[]){ 1 }, 0, 5, "no strategy to allocate capital to"));
}

static void
equal(void)
{
	double capital[2] = { 7, 7 };
	struct wrong w;

	CHECK(!allocation_equal(capital, 2, NAN, &w) && capital[0] == 7);
	CHECK(allocation_equal(capital, 2, 1000, &w) && capital[0] == 500 && capital[1] == 500);
}

int
main(void)
{
	RUN(by_weight);
	RUN(equal);
	return test_end();
}
