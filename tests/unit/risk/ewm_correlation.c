/* ewm_correlation, against pandas' ewm().corr() */
#include "risk/ewm_correlation.h"

#include "matrix.h"

#define N NAN

/* Rows with holes, span 5, at least 3 of a pair (pandas 1.5.3). */
static void
as_pandas(void)
{
	static const double x[9][3] = { { N, 1, 2 }, { 1, 2, -1 }, { 2, -1, N }, { -1, 3, 1 }, { 3, 1, 4 }, { 0, N, -2 }, { 1, 2, 2 },
		{ 2, 4, 0 }, { -3, -2, 1 } };
	static const double four[] = { 1, -0.9270522453673914, N, -0.9270522453673914, 1, -0.11168711865749112, N, -0.11168711865749112, 1 };
	static const double nine[] = { 1, 0.777962376839319, 0.06124199161191802, 0.777962376839319, 1, -0.216054662917941,
		0.06124199161191802, -0.216054662917941, 1 };
	struct ewm_correlation c = ewm_correlation_new(3, 5, 3);
	double m[9];

	for (int i = 0; i < 4; i++)
		ewm_correlation_next(&c, x[i]);
	ewm_correlation_matrix(&c, m);
	CHECK(matrix_is(m, four, 3));
	for (int i = 4; i < 9; i++)
		ewm_correlation_next(&c, x[i]);
	ewm_correlation_matrix(&c, m);
	CHECK(matrix_is(m, nine, 3));
}

int
main(void)
{
	RUN(as_pandas);
	return test_end();
}
