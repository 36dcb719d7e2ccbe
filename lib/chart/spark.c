#include "chart/spark.h"

#include <math.h>
#include <string.h>

/* The mean of stretch i of so many; NaN when nothing is known. */
static double
mean(const double *x, int n, int i, int stretches)
{
	int from = (int)((long long)n * i / stretches), to = (int)((long long)n * (i + 1) / stretches), known = 0;
	double sum = 0;

	for (int j = from; j < to; j++)
		if (isfinite(x[j])) {
			sum += x[j];
			known++;
		}
	return known ? sum / known : NAN;
}

void
spark(char *text, int width, const double *x, int n)
{
	static const char *const bar[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	int stretches = n < width ? n : width;
	double low = INFINITY, high = -INFINITY;

	*text = '\0';
	for (int i = 0; i < stretches; i++) {
		low = fmin(low, mean(x, n, i, stretches));
		high = fmax(high, mean(x, n, i, stretches));
	}
	for (int i = 0; i < stretches; i++) {
		double m = mean(x, n, i, stretches);
		int level = high > low ? (int)fmin(7, 8 * (m - low) / (high - low)) : 0;
		text = stpcpy(text, isnan(m) ? " " : bar[level]);
	}
}
