/* thin: extremes, gaps and ends stay, and not much else */
#include "test.h"

#include <math.h>

#include "chart/downsample.h"

static bool
has(const int *keep, int n, int i)
{
	for (int k = 0; k < n; k++)
		if (keep[k] == i)
			return true;
	return false;
}

static void
test_short(void)
{
	const double y[] = { 3, NAN, 1, 2 };
	int keep[32], n = downsample(y, 4, 4, keep);

	CHECK(n == 4 && keep[0] == 0 && keep[1] == 1 && keep[2] == 2 && keep[3] == 3);
	CHECK(downsample(y, 0, 4, keep) == 0);
	CHECK(downsample(y, 1, 4, keep) == 1 && keep[0] == 0);
	n = downsample(y, 4, 2, keep); /* one stretch: first and highest, gap, lowest, last */
	CHECK(n == 4);
}

static void
test_long(void)
{
	enum { N = 5000, POINTS = 100 };
	static double y[N];
	static int keep[N];

	for (int i = 0; i < N; i++)
		y[i] = (double)(test_random() % 1000);
	y[777] = 5000;
	y[778] = -5000;
	y[3000] = NAN;
	int n = downsample(y, N, POINTS, keep);
	CHECK(n <= downsample_room(N, POINTS) && n <= POINTS + 3 && n >= POINTS);
	CHECK(keep[0] == 0 && keep[n - 1] == N - 1);
	for (int i = 1; i < n; i++)
		CHECK(keep[i] > keep[i - 1]);
	CHECK(has(keep, n, 777) && has(keep, n, 778) && has(keep, n, 3000));
}

int
main(void)
{
	RUN(test_short);
	RUN(test_long);
	return test_end();
}
