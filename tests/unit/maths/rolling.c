/* rolling against the numbers of a pandas 1.5.3 run (Series.rolling), and against the definitions */
#include "maths/rolling.h"

#include <math.h>

#include "test.h"

enum { N = 9 };

static const double x[N] = { NAN, 1, 2, NAN, 4, 3, 3, NAN, 5 };

static void
deviation_in_a_window(void)
{
	static const double want[N] = { NAN, NAN, 0.7071067811865476, 0.7071067811865476, 1.5275252316519465,
		0.9999999999999998, 0.5773502691896254, 0.5773502691896254, 1.1547005383792515 };
	struct rolling w = rolling_new(4, 2);

	for (int i = 0; i < N; i++) {
		rolling_next(&w, x[i]);
		CHECK(same(rolling_std(&w), want[i]));
	}
	rolling_free(&w);
}

static void
quantile_in_a_window(void)
{
	static const double want[N] = { NAN, NAN, 1.05, 1.05, 1.1, 2.1, 3.0, 3.0, 3.0 };
	struct rolling_sorted w = rolling_sorted_new(4, 2);

	for (int i = 0; i < N; i++) {
		rolling_sorted_next(&w, x[i]);
		CHECK(same(rolling_sorted_quantile(&w, .05), want[i]));
	}
	rolling_sorted_free(&w);
}

static int
ascending(const void *a, const void *b)
{
	double u = *(const double *)a, v = *(const double *)b;

	return (u > v) - (u < v);
}

/* Random values, some missing, some equal: each window worked out anew. */
static void
by_definition(void)
{
	enum { ROWS = 20, MIN = 5, LEN = 5000 };
	static double v[LEN];
	struct rolling w = rolling_new(ROWS, MIN);
	struct rolling_mean m = rolling_mean_new(ROWS, MIN);
	struct rolling_sorted s = rolling_sorted_new(ROWS, MIN);

	for (int i = 0; i < LEN; i++) {
		double in[ROWS], sum = 0, ssq = 0;
		int n = 0;
		v[i] = test_random() % 5 == 0 ? NAN : (double)(test_random() % 100) / 8;
		rolling_next(&w, v[i]);
		double mean = rolling_mean_next(&m, v[i]);
		rolling_sorted_next(&s, v[i]);
		for (int j = i < ROWS ? 0 : i - ROWS + 1; j <= i; j++)
			if (!isnan(v[j]))
				sum += in[n++] = v[j];
		if (n < MIN) {
			CHECK(isnan(mean) && isnan(rolling_std(&w)) && isnan(rolling_sorted_min(&s)) &&
			    isnan(rolling_sorted_max(&s)) && isnan(rolling_sorted_quantile(&s, .5)));
			continue;
		}
		for (int j = 0; j < n; j++)
			ssq += (in[j] - sum / n) * (in[j] - sum / n);
		CHECK(fabs(mean - sum / n) < 1e-11);
		CHECK(fabs(rolling_std(&w) - sqrt(ssq / (n - 1))) < 1e-10);
		qsort(in, (size_t)n, sizeof *in, ascending);
		CHECK(rolling_sorted_min(&s) == in[0] && rolling_sorted_max(&s) == in[n - 1]);
		CHECK(rolling_sorted_quantile(&s, 0) == in[0] && rolling_sorted_quantile(&s, 1) == in[n - 1]);
		CHECK(fabs(rolling_sorted_quantile(&s, .5) - (in[(n - 1) / 2] + in[n / 2]) / 2) < 1e-12);
	}
	rolling_free(&w);
	rolling_sorted_free(&s);
}

/* No deviation, whatever the updates left behind. */
static void
equal_values(void)
{
	struct rolling w = rolling_new(5, 1);
	struct rolling_mean m = rolling_mean_new(5, 1);

	rolling_next(&w, 1e9);
	CHECK(rolling_mean_next(&m, 1e9) == 1e9);
	CHECK(isnan(rolling_std(&w)));
	for (int i = 0; i < 5; i++)
		rolling_next(&w, 0.1), rolling_mean_next(&m, 0.1);
	CHECK(rolling_std(&w) == 0 && rolling_mean_next(&m, 0.1) == 0.1);
	rolling_free(&w);
}

int
main(void)
{
	RUN(deviation_in_a_window);
	RUN(quantile_in_a_window);
	RUN(by_definition);
	RUN(equal_values);
	return test_end();
}
