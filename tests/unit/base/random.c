/* random: xoshiro256** as its authors' code runs from the state 1, 2, 3, 4; and what makes a deviate normal */
#include "base/random.h"

#include <math.h>

#include "test.h"

static void
authors_numbers(void)
{
	static const uint64_t want[] = { 11520, 0, 1509978240, 1215971899390074240 };
	struct random r = { { 1, 2, 3, 4 } };

	for (int i = 0; i < 4; i++)
		CHECK(random_bits(&r) == want[i]);
}

static void
streams(void)
{
	struct random a = random_of(1, "GOLD", 0), same_ = random_of(1, "GOLD", 0);
	struct random others[] = { random_of(2, "GOLD", 0), random_of(1, "CORN", 0), random_of(1, "GOLD", 1) };
	uint64_t first = random_bits(&a);

	CHECK(random_bits(&same_) == first);
	for (int i = 0; i < 3; i++)
		CHECK(random_bits(&others[i]) != first);
}

static void
moments(void)
{
	enum { N = 1000000 / TEST_SLOW };
	struct random r = random_of(42, "unit", 0);
	double sum = 0, squares = 0, fourth = 0, uniform = 0;
	long hits = 0;

	for (int i = 0; i < N; i++) {
		double z = random_normal(&r), u = random_uniform(&r);
		CHECK(u >= 0 && u < 1);
		sum += z;
		squares += z * z;
		fourth += z * z * z * z;
		uniform += u;
		hits += random_chance(&r, 0.25);
	}
	double slack = 5 / sqrt(N); /* five standard errors and more */
	CHECK(fabs(sum / N) < slack);
	CHECK(fabs(squares / N - 1) < 1.5 * slack);
	CHECK(fabs(fourth / N - 3) < 10 * slack);
	CHECK(fabs(uniform / N - 0.5) < slack);
	CHECK(fabs((double)hits / N - 0.25) < slack);
}

int
main(void)
{
	RUN(authors_numbers);
	RUN(streams);
	RUN(moments);
	return test_end();
}
