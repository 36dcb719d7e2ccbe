#include "capital/account_capital.h"

#include <math.h>

#include "test.h"

static const struct account_capital nothing = { 0, NAN, NAN, NAN, NAN };

static bool
is(const struct account_capital *r, int64_t time, double total, double maximum, double broker, double profit)
{
	return r->time == time && r->total == total && r->maximum == maximum && r->broker == broker && r->profit == profit;
}

static void
begun(void)
{
	struct account_capital row, given = nothing;
	struct wrong w;

	given.time = 5;
	given.broker = 250;
	CHECK(account_capital_begin(&row, &given, &w) && is(&row, 5, 250, 250, 250, 0));
	given.total = 240;
	CHECK(account_capital_begin(&row, &given, &w) && is(&row, 5, 240, 240, 250, 0));
	given.maximum = 300;
	given.profit = -7;
	CHECK(account_capital_begin(&row, &given, &w) && is(&row, 5, 240, 300, 250, -7));
	CHECK(!account_capital_begin(&row, &nothing, &w) && strcmp(w.text, "no total capital") == 0 && row.time == 5);
	given.total = -1;
	CHECK(!account_capital_begin(&row, &given, &w) && strcmp(w.text, "capital is below zero: -1") == 0);
	CHECK(account_capital_update(&row, NULL, 6, 100, ACCOUNT_CAPITAL_HALF, .1, &w) && is(&row, 6, 100, 100, 100, 0));
	CHECK(!account_capital_update(&row, NULL, 6, NAN, ACCOUNT_CAPITAL_HALF, .1, &w));
}

/* A total and a maximum, and what becomes of them when the account earns so much. */
static bool
earns(enum account_capital_method method, double total, double maximum, double earned, double total_after, double maximum_after)
{
	struct account_capital row, last = { 1, total, maximum, 1000, 30 };
	struct wrong w;

	return account_capital_update(&row, &last, 2, 1000 + earned, method, 9999, &w) &&
	       is(&row, 2, total_after, maximum_after, 1000 + earned, 30 + earned);
}

static void
by_method(void)
{
	CHECK(earns(ACCOUNT_CAPITAL_FULL, 500, 1500, -100, 400, 400) && earns(ACCOUNT_CAPITAL_FULL, 500, 500, 100, 600, 600));
	CHECK(earns(ACCOUNT_CAPITAL_FULL, 500, 500, -600, 0, 0));
	CHECK(earns(ACCOUNT_CAPITAL_HALF, 500, 550, 100, 550, 550) && earns(ACCOUNT_CAPITAL_HALF, 500, 550, 20, 520, 550));
	CHECK(earns(ACCOUNT_CAPITAL_HALF, 500, 550, -100, 400, 550) && earns(ACCOUNT_CAPITAL_HALF, 500, 550, -600, 0, 550));
	CHECK(earns(ACCOUNT_CAPITAL_FIXED, 500, 550, 100, 500, 500) && earns(ACCOUNT_CAPITAL_FIXED, 500, 550, -600, 500, 500));
}

static bool
passes(double before, double after, double gate)
{
	struct account_capital row, last = { 1, 500, 500, before, 0 };
	struct wrong w;

	return account_capital_update(&row, &last, 2, after, ACCOUNT_CAPITAL_FULL, gate, &w);
}

static void
gate(void)
{
	struct account_capital row = { .time = 77 }, last = { 1, 500, 500, 100000, 0 };
	struct wrong w;

	CHECK(passes(1000, 1100, ACCOUNT_CAPITAL_GATE) && passes(1000, 900, ACCOUNT_CAPITAL_GATE));
	CHECK(!passes(1000, nextafter(1100, 2000), ACCOUNT_CAPITAL_GATE) && !passes(1000, nextafter(900, 0), ACCOUNT_CAPITAL_GATE));
	CHECK(passes(1000, 1200, 9999) && !passes(0, 1, 9999) && passes(0, 0, ACCOUNT_CAPITAL_GATE));
	CHECK(!passes(1000, NAN, 9999) && !passes(1000, INFINITY, INFINITY));
	CHECK(!account_capital_update(&row, &last, 2, 120000, ACCOUNT_CAPITAL_FULL, ACCOUNT_CAPITAL_GATE, &w) && row.time == 77);
	CHECK(strcmp(w.text, "account value went from 100000 to 120000, by more than a share of 0.1") == 0);
}

static void
a_deposit_is_no_profit(void)
{
	struct account_capital last = { 1, 500, 550, 1000, 30 }, deposited, row;
	struct wrong w;

	CHECK(account_capital_transfer(&deposited, &last, 2, 5000, &w) && is(&deposited, 2, 500, 550, 6000, 30));
	CHECK(account_capital_update(&row, &deposited, 3, 6010, ACCOUNT_CAPITAL_FULL, .1, &w) && is(&row, 3, 510, 510, 6010, 40));
	CHECK(!account_capital_transfer(&row, &last, 4, NAN, &w) && row.time == 3);
}

static void
changed_by_hand(void)
{
	struct account_capital last = { 1, 500, 550, 1000, 30 }, given = nothing, row;
	struct wrong w;

	given.time = 9;
	given.maximum = 600;
	CHECK(account_capital_change(&row, &last, &given, &w) && is(&row, 9, 500, 600, 1000, 30));
	given.total = 1;
	given.broker = 2;
	given.profit = 3;
	CHECK(account_capital_change(&row, &last, &given, &w) && is(&row, 9, 1, 600, 2, 3));
	given.total = INFINITY;
	CHECK(!account_capital_change(&row, &last, &given, &w) && is(&row, 9, 1, 600, 2, 3));
}

static void
named(void)
{
	enum account_capital_method m = ACCOUNT_CAPITAL_FULL;

	for (int i = 0; i < ACCOUNT_CAPITAL_METHODS; i++)
		CHECK(account_capital_method_named(slice_of(account_capital_method_name[i]), &m) && (int)m == i);
	CHECK(!account_capital_method_named(slice_of("none"), &m) && m == ACCOUNT_CAPITAL_FIXED);
}

int
main(void)
{
	RUN(begun);
	RUN(by_method);
	RUN(gate);
	RUN(a_deposit_is_no_profit);
	RUN(changed_by_hand);
	RUN(named);
	return test_end();
}
