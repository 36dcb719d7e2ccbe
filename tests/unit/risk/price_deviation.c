#include "risk/price_deviation.h"

#include <math.h>

#include "test.h"

/* Changes of 1, 3 and, the price missing, 0; then of 3: deviations by hand, of the first three the root of 7/3. */
static void
last_price_stands(void)
{
	struct price_deviation d = price_deviation_new();
	static const double price[] = { NAN, 10, 11, 14, NAN, 17 };

	for (int i = 0; i < 4; i++) {
		price_deviation_next(&d, price[i]);
		CHECK(isnan(d.now));
	}
	price_deviation_next(&d, price[4]);
	CHECK(fabs(d.now - sqrt(7 / 3.0)) < 1e-15);
	price_deviation_next(&d, price[5]);
	CHECK(fabs(d.now - 1.5) < 1e-15);
	price_deviation_free(&d);
}

/* 180 days are looked back at: an old jump is forgotten. */
static void
of_late(void)
{
	struct price_deviation d = price_deviation_new();

	price_deviation_next(&d, 0);
	price_deviation_next(&d, 100);
	for (int i = 0; i < 179; i++)
		price_deviation_next(&d, 100 + i % 2);
	CHECK(d.now > 5);
	price_deviation_next(&d, 101);
	CHECK(d.now < 1.1);
	price_deviation_free(&d);
}

int
main(void)
{
	RUN(last_price_stands);
	RUN(of_late);
	return test_end();
}
