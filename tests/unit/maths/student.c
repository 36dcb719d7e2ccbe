/* student - Student's t against closed forms */
#include "maths/student.h"

#include <math.h>

#include "test.h"

static bool
near(double x, double y, double relative)
{
	return fabs(x - y) <= relative * fabs(y);
}

/* The distribution is elementary for few degrees of freedom. */
static void
p_value_small(void)
{
	for (double t = 0.01; t < 20; t *= 1.3) {
		double pi = acos(-1);
		CHECK(near(student_p_value(t, 1), 2 * atan(1 / t) / pi, 1e-13));
		CHECK(near(student_p_value(t, 2), 2 / (2 + t * t + t * sqrt(2 + t * t)), 1e-13));
		CHECK(near(student_p_value(t, 3), 2 * (atan(sqrt(3) / t) - t / sqrt(3) / (1 + t * t / 3)) / pi, 1e-9));
		CHECK(student_p_value(-t, 7) == student_p_value(t, 7));
	}
}

/* From tables of the distribution, and of the normal one that it tends to. */
static void
p_value_known(void)
{
	CHECK(near(student_p_value(2.228138852, 10), 0.05, 1e-8));
	CHECK(near(student_p_value(1.959963984540054, 2000000), 0.05, 1e-5));
	CHECK(near(student_p_value(-32.868684354206462, 3704), 3.8618484442791991e-208, 1e-9)); /* pysystemtrade with scipy */
	CHECK(student_p_value(0, 5) == 1);
	CHECK(student_p_value(1e300, 5) == 0);
	CHECK(isnan(student_p_value(NAN, 5)));
	CHECK(isnan(student_p_value(1, 0)));
}

/* Where the formula for the ratio of gamma functions changes there is no step. */
static void
p_value_smooth(void)
{
	for (double t = 0.1; t < 4; t += 0.4) {
		double a = student_p_value(t, 98), b = student_p_value(t, 99), c = student_p_value(t, 100), d = student_p_value(t, 101);
		CHECK(a > b && b > c && c > d);
		CHECK(fabs(a - 3 * b + 3 * c - d) < 1e-5 * a);
	}
}

int
main(void)
{
	RUN(p_value_small);
	RUN(p_value_known);
	RUN(p_value_smooth);
	return test_end();
}
