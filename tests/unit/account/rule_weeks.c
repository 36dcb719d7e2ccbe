#include "account/rule_weeks.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

static int
day(int mday)
{
	return date_of(2021, 1, mday);
}

/* One contract is decided on each day of a forecast of 10, and earns from the next day's close on. */
static struct rule_alone
alone(int *days, double *scalar, bool *off, double **said, int n, struct rule_alone_price *price, int prices)
{
	return (struct rule_alone){ .target = 160, .average = 10, .rules = 1, .point_size = 1, .n = n, .day = days, .scalar = scalar,
		.off = off, .said = said, .price = price, .prices = prices };
}

static bool
week_is(struct rule_weeks *w, double forecast, double gross, double days)
{
	const struct rule_week *r = &w->rule[0];

	return rule_weeks_next(w) && same(r->forecast, forecast) && same(r->gross, gross) && same(r->days, days);
}

/* Days on the 4th, 5th and 25th, prices from the 4th to the 18th: the week between is one of 0, the last has no prices. */
static void
weeks_of_an_instrument(void)
{
	int days[] = { day(4), day(5), day(25) };
	double scalar[] = { 1, 1, 1 }, said[] = { 10, NAN, -20 }, *by_rule[] = { said };
	bool off[3] = { 0 };
	struct rule_alone_price price[] = { { .day = day(4), .at = 0, .move = NAN, .years = NAN, .fx = 1 },
		{ .day = day(5), .at = 1, .move = 1, .years = 0.1, .fx = 1 }, { .day = day(6), .at = 1, .move = 2, .years = 0.1, .fx = 2 },
		{ .day = day(18), .at = 1, .move = 3, .years = 0.1, .fx = 1 } };
	struct rule_alone a = alone(days, scalar, off, by_rule, 3, price, 4);
	struct rule_weeks w = { 0 };

	for (int again = 0; again < 2; again++) {
		rule_weeks_begin(&w, &a, WEEKLY);
		CHECK(week_is(&w, 10, 4, 1) && week_is(&w, 10, 0, 0) && week_is(&w, 10, 3, 1) && week_is(&w, -20, NAN, NAN));
		CHECK(!rule_weeks_next(&w) && w.rule[0].pnl.gross.n == 2 && earning_days_mean(&w.rule[0].pnl.gross) == 3.5);
	}
}

/* Prices begin a week before the days do and end a week behind them. */
static void
prices_before_and_behind(void)
{
	int days[] = { day(11) };
	double scalar[] = { 1 }, said[] = { 10 }, *by_rule[] = { said };
	bool off[1] = { 0 };
	struct rule_alone_price price[] = { { .day = day(4), .at = -1, .move = NAN, .years = NAN, .fx = 1 },
		{ .day = day(18), .at = 0, .move = 3, .years = 0.1, .fx = 1 } };
	struct rule_alone a = alone(days, scalar, off, by_rule, 1, price, 2);
	struct rule_weeks w = { 0 };

	rule_weeks_begin(&w, &a, WEEKLY);
	CHECK(week_is(&w, NAN, 0, 0) && week_is(&w, 10, 0, 0) && week_is(&w, 10, 0, 0) && !rule_weeks_next(&w));
	a.prices = 0;
	rule_weeks_begin(&w, &a, WEEKLY);
	CHECK(week_is(&w, 10, NAN, NAN) && !rule_weeks_next(&w));
}

/* The same days and prices as above, by business day: a Sunday's price is Friday's. */
static void
days_of_an_instrument(void)
{
	int days[] = { day(4), day(5) };
	double scalar[] = { 1, 1 }, said[] = { 10, NAN }, *by_rule[] = { said };
	bool off[2] = { 0 };
	struct rule_alone_price price[] = { { .day = day(4), .at = 0, .move = NAN, .years = NAN, .fx = 1 },
		{ .day = day(5), .at = 1, .move = 1, .years = 0.1, .fx = 1 }, { .day = day(10), .at = 1, .move = 2, .years = 0.1, .fx = 2 } };
	struct rule_alone a = alone(days, scalar, off, by_rule, 2, price, 3);
	struct rule_weeks w = { 0 };

	rule_weeks_begin(&w, &a, DAILY);
	CHECK(week_is(&w, 10, 0, 0) && week_is(&w, 10, 0, 0) && week_is(&w, 10, 0, 0) && week_is(&w, 10, 0, 0) && week_is(&w, 10, 4, 1));
	CHECK(!rule_weeks_next(&w) && w.period == frequency_period(DAILY, day(8)) + 1);
}

int
main(void)
{
	RUN(days_of_an_instrument);
	RUN(weeks_of_an_instrument);
	RUN(prices_before_and_behind);
	return test_end();
}
