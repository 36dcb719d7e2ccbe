/* sample_correlation, against pandas 1.5.3's DataFrame.corr() and by hand */
#include "maths/plain_correlation.h"

#include <math.h>

#include "base/prog.h"
#include "test.h"

#define N NAN

static const double x[9][3] = { { N, 1, 2 }, { 1, 2, -1 }, { 2, -1, N }, { -1, 3, 1 }, { 3, 1, 4 }, { 0, N, -2 }, { 1, 2, 2 },
	{ 2, 4, 0 }, { -3, -2, 1 } };

static void
as_pandas(void)
{
	struct plain_correlation c = plain_correlation_new(3);
	double m[9];

	for (int i = 0; i < 9; i++)
		plain_correlation_next(&c, x[i]);
	plain_correlation_matrix(&c, 2, m);
	CHECK(m[0] == 1 && m[4] == 1 && m[8] == 1 && m[1] == m[3] && m[2] == m[6] && m[5] == m[7]);
	CHECK(fabs(m[1] - 0.3624216950166291) < 1e-14 && fabs(m[2] - 0.29091443373930537) < 1e-14);
	CHECK(fabs(m[5] + 0.2809757434745082) < 1e-14);
	plain_correlation_matrix(&c, 8, m); /* 0 and 1 share 7 rows, the others 7 and 7 */
	CHECK(isnan(m[1]) && isnan(m[2]) && isnan(m[5]) && m[4] == 1);
}

/* Values far from 0 lose no digits; a line is a correlation of 1 or -1. */
static void
far_away(void)
{
	struct plain_correlation c = plain_correlation_new(3), d = plain_correlation_new(3);
	double a[9], b[9];

	for (int i = 0; i < 9; i++) {
		plain_correlation_next(&c, x[i]);
		plain_correlation_next(&d, (double[]){ x[i][0] + 1e9, -3 * x[i][1] - 1e9, x[i][2] });
	}
	plain_correlation_matrix(&c, 2, a);
	plain_correlation_matrix(&d, 2, b);
	CHECK(fabs(a[1] + b[1]) < 1e-14 && fabs(a[2] - b[2]) < 1e-14);
	struct plain_correlation e = plain_correlation_new(2);
	for (int i = 0; i < 1000; i++)
		plain_correlation_next(&e, (double[]){ i * 0.1, 7 - i * 0.3 });
	plain_correlation_matrix(&e, 2, b);
	CHECK(b[1] >= -1 && b[1] < -1 + 1e-12);
}

/* A series that never varies, or not where the other is there too, has none; a long-only rule is such. */
static void
never_varied(void)
{
	struct plain_correlation c = plain_correlation_new(3);
	double m[9];

	plain_correlation_next(&c, (double[]){ N, N, 7 });
	for (int i = 0; i < 100; i++)
		plain_correlation_next(&c, (double[]){ 0.1, i % 7, i < 50 ? 1 / 3.0 : N });
	for (int i = 0; i < 50; i++)
		plain_correlation_next(&c, (double[]){ N, N, i });
	plain_correlation_matrix(&c, 2, m);
	CHECK(isnan(m[1]) && isnan(m[2]) && isnan(m[5]));
}

/* Nor does what rounding leaves of a constant far from its series' first value count. */
static void
rounding(void)
{
	for (int k = 1; k < 50; k++) {
		struct plain_correlation c = plain_correlation_new(2);
		double m[4];
		plain_correlation_next(&c, (double[]){ N, k / 7.0 });
		for (int i = 0; i < 100 + k; i++)
			plain_correlation_next(&c, (double[]){ i % 7, -k / 3.0 });
		plain_correlation_matrix(&c, 2, m);
		CHECK(isnan(m[1]));
	}
}

static void
small(void)
{
	struct plain_correlation none = plain_correlation_new(0), one = plain_correlation_new(1), two = plain_correlation_new(2);
	double m[4] = { 5, 5, 5, 5 };

	plain_correlation_next(&none, m);
	plain_correlation_matrix(&none, 2, m);
	CHECK(m[0] == 5);
	plain_correlation_matrix(&one, 2, m);
	CHECK(m[0] == 1);
	plain_correlation_next(&two, (double[]){ 1, 2 });
	plain_correlation_matrix(&two, 2, m);
	CHECK(isnan(m[1]) && isnan(m[2]) && m[3] == 1);
}

int
main(void)
{
	prog = "sample_correlation";
	RUN(as_pandas);
	RUN(far_away);
	RUN(never_varied);
	RUN(rounding);
	RUN(small);
	return test_end();
}
