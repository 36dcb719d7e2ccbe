/* roll_now - inferred prices and the rows of a roll */
#include "roll/roll_to_forward.h"

#include <math.h>

#include "roll/cycle.h"
#include "test.h"

static struct multiple_prices
rows(int n, const double x[][LEGS])
{
	struct multiple_prices m = { .code = "A" };

	for (int i = 0; i < n; i++) {
		struct multiple_prices_row *r = multiple_prices_add(&m, 1000 * i);
		for (int leg = 0; leg < LEGS; leg++)
			r->x[leg] = x[i][leg];
		r->contract[LEG_HELD] = 20201200;
		r->contract[LEG_FORWARD] = r->contract[LEG_CARRY] = 20210100;
	}
	return m;
}

/* The forward price that goes with a held one of `last`, after rows of these offsets. */
static double
inferred(const double offset[5], double last)
{
	double x[8][LEGS] = { { 500, NAN, 900 }, { 500, NAN, 800 }, { 500, NAN, NAN } };

	for (int i = 0; i < 5; i++) {
		x[i + 2][LEG_HELD] = 600;
		x[i + 2][LEG_FORWARD] = 600 + offset[i];
	}
	x[7][LEG_HELD] = last;
	x[7][LEG_CARRY] = x[7][LEG_FORWARD] = NAN;
	struct multiple_prices m = rows(8, x);
	return roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD);
}

/* Rows of pysystemtrade's AEX file (spec data.md 4.5); offsets within what 600 + x rounds off. */
static void
aex(void)
{
	CHECK(fabs(inferred((double[]){ .05, .5, -.15, .75, -.85 }, 615.10) - 615.15) < 1e-12);
	CHECK(fabs(inferred((double[]){ -1.1, -.9, -.35, -.4, .25 }, 658.3) - 657.9) < 1e-12);
	CHECK(fabs(inferred((double[]){ -1, -1.15, -1.45, -1.55, -1.5 }, 681.1) - 679.65) < 1e-12);
}

static void
of_fewer_offsets(void)
{
	struct multiple_prices m = rows(4, (double[][LEGS]){ { 1, 1, 9 }, { 1, 1, 3 }, { 1, NAN, 6 }, { 1, NAN, NAN } });

	CHECK(roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD) == 4.5);
	m.v[1].contract[LEG_FORWARD]--;
	CHECK(roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD) == 6);
	m.v[1].contract[LEG_FORWARD]++;
	m.v[2].contract[LEG_HELD]--; /* a roll: rows before it are of other contracts */
	CHECK(isnan(roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD)));
	m.n = 1; /* the first row is never looked at, as in the reference */
	CHECK(isnan(roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD)));
}

static void
out_of_the_carry_price(void)
{
	struct multiple_prices m = rows(3, (double[][LEGS]){ { 1, 1, 1 }, { NAN, 10, 12 }, { NAN, 20, NAN } });

	CHECK(isnan(roll_now_infer_price(&m, LEG_FORWARD, LEG_HELD)));
	CHECK(roll_now_infer_price(&m, LEG_FORWARD, LEG_CARRY) == 22);
}

static const struct roll_parameters monthly = { .hold = 0xfff, .priced = 0xfff, .carry_offset = 1 };

static struct contract_prices
contracts(const char *text)
{
	struct contract_prices prices;

	contract_prices_open(&prices, test_file(text));
	contract_prices_next(&prices);
	return prices;
}

static bool
row_is(const struct multiple_prices_row *r, int64_t t, int held, double price, double carry, double forward)
{
	return r->t == t && r->contract[LEG_HELD] == held && r->contract[LEG_FORWARD] == cycle_next(0xfff, held) &&
	       same(r->x[LEG_HELD], price) && same(r->x[LEG_CARRY], carry) && same(r->x[LEG_FORWARD], forward);
}

static void
rolled_with_both_prices(void)
{
	struct multiple_prices m = rows(3, (double[][LEGS]){ { 1, NAN, 2 }, { 3, NAN, 4 }, { NAN, NAN, NAN } });
	struct contract_prices prices =
	    contracts("time,instrument,contract,price\n1970-01-01 00:16:40,A,20210200,7\n1970-01-01 00:33:20,A,20210200,8\n");

	roll_now(&m, &monthly, &prices);
	CHECK(m.n == 3 && row_is(&m.v[1], 1000, 20201200, 3, NAN, 4));
	CHECK(row_is(&m.v[2], 1001, 20210100, 4, 7, 7) && m.v[2].contract[LEG_CARRY] == 20210200);
}

static void
rolled_with_an_inferred_row(void)
{
	struct multiple_prices m = rows(3, (double[][LEGS]){ { 1, 2, 2 }, { 3, 4, 4 }, { 5, 6, NAN } });
	struct contract_prices prices = contracts("time,instrument,contract,price\n1970-01-02,A,20210300,7\n");

	roll_now(&m, &monthly, &prices);
	CHECK(m.n == 5 && row_is(&m.v[2], 2000, 20201200, 5, 6, NAN));
	CHECK(row_is(&m.v[3], 2001, 20201200, 5, NAN, 6) && m.v[3].contract[LEG_CARRY] == 20210100);
	CHECK(row_is(&m.v[4], 2002, 20210100, 6, NAN, NAN));
}

static void
no_roll_without_prices(void)
{
	struct multiple_prices m = rows(2, (double[][LEGS]){ { 1, NAN, NAN }, { 3, NAN, NAN } });
	struct contract_prices prices = contracts("time,instrument,contract,price\n1970-01-02,A,20210300,7\n");

	DIES("A: no roll: no price of contract 20210100, nor another to infer it from", roll_now(&m, &monthly, &prices));
	m.v[1].x[LEG_FORWARD] = 4;
	m.v[1].x[LEG_HELD] = NAN;
	DIES("A: no roll: no price of contract 20201200, nor another to infer it from", roll_now(&m, &monthly, &prices));
	m.v[1].contract[LEG_FORWARD] = 0;
	DIES("A: no roll: no forward contract to roll into", roll_now(&m, &monthly, &prices));
	m.v[0].x[LEG_HELD] = m.v[1].x[LEG_FORWARD] = NAN;
	DIES("A: no roll: no price at all", roll_now(&m, &monthly, &prices));
}

int
main(void)
{
	RUN(aex);
	RUN(of_fewer_offsets);
	RUN(out_of_the_carry_price);
	RUN(rolled_with_both_prices);
	RUN(rolled_with_an_inferred_row);
	RUN(no_roll_without_prices);
	return test_end();
}
