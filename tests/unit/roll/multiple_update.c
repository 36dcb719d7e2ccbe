/* roll_update - what daily updates put into multiple prices, and what they leave */
#include "roll/multiple_update.h"

#include <math.h>

#include "base/warn.h"
#include "test.h"
#include "time/stamp.h"

#define OLD "time,instrument,carry,carry_contract,price,price_contract,forward,forward_contract\n"
#define NEW "time,instrument,contract,price\n"

static struct multiple_prices
updated(const char *old, const char *new)
{
	struct multiple_prices_reader reader;
	struct multiple_prices m = { .n = 0 }, to = { .n = 0 };
	struct contract_prices prices;

	multiple_prices_open(&reader, test_file(old));
	contract_prices_open(&prices, test_file(new));
	if (!multiple_prices_next(&reader, &m) || !contract_prices_next(&prices))
		abort();
	to.code = m.code;
	roll_update(&to, &m, &prices);
	return to;
}

static bool
row_is(const struct multiple_prices_row *r, const char *time, double carry, double price, double forward)
{
	int64_t t;

	return stamp_parse(slice_of(time), &t) && r->t == t && same(r->x[LEG_CARRY], carry) && same(r->x[LEG_HELD], price) &&
	       same(r->x[LEG_FORWARD], forward);
}

static bool
ids_are(const struct multiple_prices_row *r, int carry, int held, int forward)
{
	return r->contract[LEG_CARRY] == carry && r->contract[LEG_HELD] == held && r->contract[LEG_FORWARD] == forward;
}

static const char old_rows[] = OLD "2021-05-03 23:00:00,A,1,20210300,5,20210600,7,20210900\n"
				   "2021-05-04 23:00:00,A,2,20210600,6,20210900,8,20211200\n"
				   "2021-05-05 10:00:00,A,,20210600,,20210900,9,20211200\n";

/* pysystemtrade's update_multiple_prices_with_dict on these rows (spec data.md 4.3). */
static void
as_the_reference(void)
{
	struct multiple_prices m = updated(old_rows, NEW
	    "2021-05-01 23:00:00,A,20210900,5.5\n2021-05-03 23:00:00,A,20210900,5.6\n2021-05-04 12:00:00,A,20210900,5.9\n"
	    "2021-05-04 23:00:00,A,20210900,66\n2021-05-05 10:00:00,A,20210900,6.1\n2021-05-05 11:00:00,A,20210900,6.2\n"
	    "2021-05-03 23:00:00,A,20210600,1.7\n2021-05-05 09:00:00,A,20210600,2.2\n2021-05-05 12:00:00,A,20210600,2.3\n"
	    "2021-05-05 10:00:00,A,20211200,99\n2021-05-05 11:00:00,A,20211200,9.1\n");

	CHECK(m.n == 6);
	CHECK(row_is(&m.v[0], "2021-05-03 23:00", 1, 5, 7) && ids_are(&m.v[0], 20210300, 20210600, 20210900));
	CHECK(row_is(&m.v[1], "2021-05-04 23:00", 2, 6, 8) && ids_are(&m.v[1], 20210600, 20210900, 20211200));
	CHECK(row_is(&m.v[2], "2021-05-05 09:00", 2.2, NAN, NAN));
	CHECK(row_is(&m.v[3], "2021-05-05 10:00", NAN, 6.1, 9));
	CHECK(row_is(&m.v[4], "2021-05-05 11:00", NAN, 6.2, 9.1));
	CHECK(row_is(&m.v[5], "2021-05-05 12:00", 2.3, NAN, NAN));
	for (int i = 2; i < 6; i++)
		CHECK(ids_are(&m.v[i], 20210600, 20210900, 20211200));
}

static void
without_new_prices_all_stays(void)
{
	struct multiple_prices m = updated(old_rows, NEW "2021-05-05 11:00:00,A,20220300,1\n");

	CHECK(m.n == 3 && row_is(&m.v[2], "2021-05-05 10:00", NAN, NAN, 9));
}

/* As in the reference: there is no row in which both have the contract. */
static void
prices_that_begin_later_are_not_used(void)
{
	warn_quiet();
	struct multiple_prices m = updated(old_rows, NEW "2021-05-05 11:00:00,A,20210900,1\n");

	CHECK(m.n == 3);
}

/* Its own rows begin as the contract's do: merged from the first on. */
static void
from_the_first_row(void)
{
	struct multiple_prices m = updated(OLD "2021-05-03,A,1,20210300,,20210600,7,20210900\n2021-05-05,A,1,,2,20210600,,\n",
	    NEW "2021-05-03,A,20210600,3\n2021-05-04,A,20210600,\n2021-05-05,A,20210600,4\n");

	CHECK(m.n == 3 && row_is(&m.v[0], "2021-05-03", 1, 3, 7));
	CHECK(row_is(&m.v[1], "2021-05-04", NAN, NAN, NAN) && ids_are(&m.v[1], 20210300, 20210600, 20210900));
	CHECK(row_is(&m.v[2], "2021-05-05", 1, 2, NAN) && ids_are(&m.v[2], 20210300, 20210600, 20210900));
}

/* A contract that comes back is used from where it came back. */
static void
not_across_another_contract(void)
{
	struct multiple_prices m = updated(OLD "2021-05-03,A,,20210300,1,20210600,,20210900\n2021-05-04,A,,20210300,,20210900,,20211200\n"
					"2021-05-05,A,,20210300,,20210600,,20210900\n",
	    NEW "2021-05-03,A,20210600,3\n2021-05-04,A,20210600,4\n2021-05-05,A,20210600,5\n");

	CHECK(m.n == 3 && row_is(&m.v[1], "2021-05-04", NAN, NAN, NAN) && row_is(&m.v[2], "2021-05-05", NAN, 5, NAN));
}

/* A missing contract is that of the row before, another one's. */
static void
a_missing_contract(void)
{
	struct multiple_prices m = updated(OLD "2021-05-03,A,1,20210300,1,20210600,,\n2021-05-04,A,,,2,20210600,,\n2021-05-05,A,,20210600,3,20210600,,\n",
	    NEW "2021-05-03,A,20210600,7\n2021-05-04,A,20210600,8\n2021-05-05,A,20210600,9\n");

	CHECK(m.n == 3 && row_is(&m.v[1], "2021-05-04", NAN, 2, NAN) && ids_are(&m.v[1], 20210300, 20210600, 0));
	CHECK(row_is(&m.v[2], "2021-05-05", 9, 3, NAN));
}

int
main(void)
{
	RUN(as_the_reference);
	RUN(without_new_prices_all_stays);
	RUN(from_the_first_row);
	RUN(not_across_another_contract);
	RUN(a_missing_contract);
	RUN(prices_that_begin_later_are_not_used);
	return test_end();
}
