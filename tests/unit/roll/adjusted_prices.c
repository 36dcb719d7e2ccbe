/* adjusted - days without a roll behind adjusted prices */
#include "roll/adjusted_prices.h"

#include <math.h>

#include "test.h"

/* Adjusted prices at 1000, 2000, ... seconds. */
static struct adjusted_prices
adjusted_of(int n, const double *x)
{
	struct adjusted_prices a = { .v = calloc((size_t)n, sizeof *a.v), .n = (size_t)n, .cap = (size_t)n };

	for (int i = 0; i < n; i++)
		a.v[i] = (struct contract_price){ 1000 * (i + 1), x[i] };
	return a;
}

/* A row a thousand seconds from `first` on. */
static struct multiple_prices
held(int first, int n, const double *x, const int *id)
{
	struct multiple_prices m = { .code = "A" };

	for (int i = 0; i < n; i++) {
		struct multiple_prices_row *r = multiple_prices_add(&m, first + 1000 * i);
		r->x[LEG_HELD] = x[i];
		r->contract[LEG_HELD] = id[i];
	}
	return m;
}

/* Reference: spec data.md 4.4, consequences (a) and (b). */
static void
later_prices_that_are_there(void)
{
	struct adjusted_prices a = adjusted_of(3, (double[]){ 5, NAN, 7 });
	struct multiple_prices m = held(1000, 6, (double[]){ 9, 9, 9, NAN, 3, NAN }, (int[]){ 1, 2, 2, 2, 2, 2 });

	adjusted_prices_extend(&a, &m);
	CHECK(a.n == 4 && a.v[0].x == 5 && isnan(a.v[1].x) && a.v[2].x == 7);
	CHECK(a.v[3].t == 5000 && a.v[3].x == 3);
}

static void
a_last_price_that_was_missing(void)
{
	struct adjusted_prices a = adjusted_of(2, (double[]){ 5, NAN });
	struct multiple_prices m = held(1000, 2, (double[]){ 1, 4 }, (int[]){ 1, 1 });

	adjusted_prices_extend(&a, &m);
	CHECK(a.n == 2 && a.v[0].x == 5 && a.v[1].x == 4);
}

/* The contract is that of the last row up to the end of the adjusted prices. */
static void
a_roll_is_refused(void)
{
	struct adjusted_prices a = adjusted_of(2, (double[]){ 5, 6 });
	struct multiple_prices m = held(1500, 3, (double[]){ 1, 4, NAN }, (int[]){ 1, 1, 2 });

	DIES("A: rolled at 1970-01-01 00:58:20, after the adjusted prices end: adjust all of them anew", adjusted_prices_extend(&a, &m));
	m.v[1].contract[LEG_HELD] = 2;
	DIES("A: rolled at 1970-01-01 00:41:40, after the adjusted prices end: adjust all of them anew", adjusted_prices_extend(&a, &m));
	m = held(2000, 2, (double[]){ 1, 4 }, (int[]){ 2, 2 });
	adjusted_prices_extend(&a, &m);
	CHECK(a.n == 3 && a.v[1].x == 6 && a.v[2].x == 4);
}

static void
multiple_prices_that_begin_later(void)
{
	struct adjusted_prices a = adjusted_of(2, (double[]){ 5, 6 });
	struct multiple_prices m = held(2001, 2, (double[]){ 1, 4 }, (int[]){ 1, 1 });

	DIES("A: no multiple prices at the end of the adjusted ones", adjusted_prices_extend(&a, &m));
}

int
main(void)
{
	RUN(later_prices_that_are_there);
	RUN(a_last_price_that_was_missing);
	RUN(a_roll_is_refused);
	RUN(multiple_prices_that_begin_later);
	return test_end();
}
