/* buffer, worked out by hand */
#include "position/buffer.h"

#include <math.h>

#include "test.h"

struct day {
	double optimal, lower, upper, held;
};

static bool
holds(bool to_edge, bool round, const struct day *d, int n)
{
	struct buffer b = buffer_new(to_edge, round);

	for (int i = 0; i < n; i++) {
		double held = buffer_next(&b, d[i].optimal, d[i].lower, d[i].upper);
		if (held != d[i].held) {
			printf("# day %d: %g, not %g\n", i, held, d[i].held);
			return false;
		}
	}
	return true;
}

#define HOLDS(to_edge, round, d) CHECK(holds(to_edge, round, d, (int)(sizeof d / sizeof *d)))

static void
to_the_edge(void)
{
	static const struct day d[] = { { 5, 4, 6, 5 }, { 6, 5, 7, 5 }, { 7, 6, 8, 6 }, { 4, 3, 5, 5 }, { -2, -3, -1, -1 } };

	HOLDS(true, false, d);
}

static void
to_the_optimum(void)
{
	static const struct day d[] = { { 5, 4, 6, 5 }, { 6, 5, 7, 5 }, { 7, 6, 8, 7 }, { 4, 3, 5, 4 }, { -2, -3, -1, -2 } };

	HOLDS(false, false, d);
}

/* Rounding is half to even, of the position and of the band. */
static void
whole_contracts(void)
{
	static const struct day d[] = { { 2.5, 1.5, 3.5, 2 }, { 3.4, 2.6, 4.4, 3 }, { 5.6, 4.6, 6.5, 5 }, { 0.4, -0.5, 1.5, 2 } };

	HOLDS(true, true, d);
}

static void
missing_days_hold(void)
{
	static const struct day d[] = { { 5, 4, 6, 5 }, { NAN, NAN, NAN, 5 }, { 9, 8, 10, 8 }, { NAN, NAN, NAN, 8 } };
	static const struct day late[] = { { NAN, NAN, NAN, 0 }, { NAN, NAN, NAN, 0 }, { 9, 8, 10, 8 } };

	HOLDS(true, false, d);
	HOLDS(true, false, late);
}

int
main(void)
{
	RUN(to_the_edge);
	RUN(to_the_optimum);
	RUN(whole_contracts);
	RUN(missing_days_hold);
	return test_end();
}
