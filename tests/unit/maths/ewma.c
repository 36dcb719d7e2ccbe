/* ewma against the numbers of a pandas 1.5.3 run (Series.ewm, adjust=True) */
#include <math.h>

#include "maths/ewma.h"
#include "test.h"

enum { N = 9 };

static const double x[N] = { NAN, 1, 2, NAN, 4, 3, 3, NAN, 5 };

static void
mean_of_span(void)
{
	static const double want[N] = { NAN, 1.0, 1.6666666666666667, 1.6666666666666667, 3.3636363636363638,
		3.1481481481481484, 3.0677966101694913, 3.0677966101694913, 4.390374331550802 };
	struct ewma e = ewma_span(3, 0);

	for (int i = 0; i < N; i++)
		CHECK(same(ewma_next(&e, x[i]), want[i]));
}

static void
mean_of_com(void)
{
	static const double want[N] = { NAN, 1.0, 1.5714285714285714, 1.5714285714285714, 2.795275590551181,
		2.877551020408163, 2.920272572402044, 2.920272572402044, 3.7164186079114 };
	struct ewma e = ewma_com(3, 0);

	for (int i = 0; i < N; i++)
		CHECK(same(ewma_next(&e, x[i]), want[i]));
}

/* min counts values, not rows; the mean itself is the same. */
static void
mean_waits_for_min(void)
{
	struct ewma e = ewma_span(3, 3), all = ewma_span(3, 1);
	int seen = 0;

	for (int i = 0; i < N; i++) {
		double m = ewma_next(&e, x[i]), a = ewma_next(&all, x[i]);
		seen += !isnan(x[i]);
		CHECK(same(m, seen >= 3 ? a : NAN));
	}
}

/* A constant series stays what it is, to the bit, whatever the rounding. */
static void
mean_of_a_constant(void)
{
	struct ewma e = ewma_span(35, 1);

	for (int i = 0; i < 10000; i++)
		CHECK(ewma_next(&e, 0.1) == 0.1);
}

static void
deviation_of_span(void)
{
	static const double want[N] = { NAN, NAN, 0.7071067811865476, 0.7071067811865476, 1.6290629680421056,
		0.9465936847245476, 0.6163805262138681, 0.6163805262138681, 1.335946422161825 };
	struct ewma_std e = ewma_std_span(3, 2);

	for (int i = 0; i < N; i++)
		CHECK(same(ewma_std_next(&e, x[i]), want[i]));
}

/* One value has no unbiased deviation; a constant has none to speak of. */
static void
deviation_of_little(void)
{
	struct ewma_std e = ewma_std_span(3, 1);

	CHECK(isnan(ewma_std_next(&e, 7)));
	CHECK(ewma_std_next(&e, 7) == 0);
}

int
main(void)
{
	RUN(mean_of_span);
	RUN(mean_of_com);
	RUN(mean_waits_for_min);
	RUN(mean_of_a_constant);
	RUN(deviation_of_span);
	RUN(deviation_of_little);
	return test_end();
}
