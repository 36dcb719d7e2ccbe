/* How many of the values so far are below a new one */
#include "maths/rank.h"
#include "test.h"

#include <math.h>

/* By counting. */
static void
ranks(void)
{
	enum { N = 3000 };
	static double v[N];
	struct rank r = { 0 };

	for (int i = 0; i < N; i++) {
		long below = 0;
		v[i] = test_random() % 7 == 0 ? NAN : (double)(test_random() % 1000) / 8;
		for (int j = 0; j < i; j++)
			below += v[j] < v[i];
		CHECK(rank_next(&r, v[i]) == below);
	}
}

/* In order, when the next value is the highest or the lowest so far. */
static void
ranks_in_order(void)
{
	struct rank up = { 0 }, down = { 0 };

	for (int i = 0; i < 2000; i++)
		CHECK(rank_next(&up, i) == i && rank_next(&down, -i) == 0);
}

int
main(void)
{
	RUN(ranks);
	RUN(ranks_in_order);
	return test_end();
}
