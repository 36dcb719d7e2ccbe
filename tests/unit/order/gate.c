/* gate - each check alone by hand, and what holds for all of them whatever they are given */
#include "order/gate.h"

#include <math.h>

#include "test.h"

/* Nothing held, a lot worth 1000 of a capital of 100000, no limit set. */
static struct gate
open_gate(int64_t position, int64_t trade)
{
	return (struct gate){
		.limits = { .lots = NAN, .value = NAN, .position = NAN, .asset_class = NAN, .leverage = NAN, .risk = NAN, .day_loss = NAN,
			.drawdown = NAN, .collar = NAN, .price_age = NAN, .orders_minute = NAN, .orders_day = NAN, .same_order = NAN },
		.listed = true, .now = 1000000000, .position = position, .trade = trade, .limit_price = NAN, .price = 100, .deviation = 2,
		.price_time = 990000000, .point_value = 10, .capital = 100000, .day_capital = 100000, .highest_capital = 125000,
		.other_exposure = 50000, .class_exposure = 10000, .other_variance = .01, .lot_variance = .0001, .lot_covariance = .0002,
		.since_same = NAN,
	};
}

static struct gate_answer answers[GATE_CHECKS];
static int asked;

static int64_t
through(const struct gate *g)
{
	return gate_apply(g, answers, &asked);
}

/* One check was asked, and said this. */
static bool
said(const struct gate *g, const char *check, enum gate_result result, int64_t lots, double limit, double value)
{
	int64_t left = through(g);
	const struct gate_answer *a = &answers[0];

	if (left == lots && asked == 1 && strcmp(a->check, check) == 0 && a->result == result && a->from == g->trade &&
	    a->to == lots && fabs(a->limit - limit) < 1e-12 &&
	    (isnan(value) ? isnan(a->value) : fabs(a->value - value) < 1e-12))
		return true;
	printf("# %s: %s to %lld, limit %.17g, value %.17g\n", a->check, gate_result_name[a->result], (long long)left, a->limit,
	    a->value);
	return false;
}

static void
without_limits(void)
{
	struct gate g = open_gate(0, -7);

	CHECK(through(&g) == -7 && asked == 0);
	g.trade = 0;
	g.halted = true;
	CHECK(through(&g) == 0 && asked == 0);
}

static void
switches(void)
{
	struct gate g = open_gate(3, -7);

	g.halted = true;
	CHECK(said(&g, "halt", GATE_REFUSED, 0, 0, 1));
	g.halted = false;
	g.reduce_only = true;
	CHECK(said(&g, "reduce-only", GATE_CUT, -3, 0, 1));
	g.trade = 2;
	CHECK(said(&g, "reduce-only", GATE_REFUSED, 0, 0, 1));
	g.reduce_only = g.listed = false;
	CHECK(said(&g, "list", GATE_REFUSED, 0, 0, 1));
	g.trade = -3;
	CHECK(said(&g, "list", GATE_PASSED, -3, 0, 1));
}

/* What is just the limit passes, and no trade is cut to less, whatever numbers round to. */
static void
just_the_limit(void)
{
	struct gate g = open_gate(0, 40);

	g.capital = 100;
	g.price = .1;
	for (int lots = 1; lots < 40; lots++) {
		g.limits.position = lots / 100.;
		CHECK(through(&g) == lots);
	}
}

static void
losses(void)
{
	struct gate g = open_gate(0, 4);

	g.limits.day_loss = .05;
	g.day_profit = -4999;
	CHECK(said(&g, "day-loss", GATE_PASSED, 4, .05, .04999));
	g.day_profit = -5000;
	CHECK(said(&g, "day-loss", GATE_REFUSED, 0, .05, .05));
	g.day_profit = NAN;
	CHECK(said(&g, "day-loss", GATE_REFUSED, 0, .05, NAN));
	g.day_profit = 0;
	g.day_capital = 0;
	CHECK(said(&g, "day-loss", GATE_REFUSED, 0, .05, NAN));
	g = open_gate(-1, 4);
	g.limits.drawdown = .25;
	CHECK(said(&g, "drawdown", GATE_PASSED, 4, .25, .2));
	g.capital = 93750;
	CHECK(said(&g, "drawdown", GATE_CUT, 1, .25, .25));
	g.capital = 90000;
	CHECK(said(&g, "drawdown", GATE_CUT, 1, .25, .28));
	g.highest_capital = 0;
	CHECK(said(&g, "drawdown", GATE_CUT, 1, .25, NAN));
	g.highest_capital = 100000; /* of which just a tenth is gone */
	g.capital = 90000;
	g.limits.drawdown = .1;
	CHECK(said(&g, "drawdown", GATE_CUT, 1, .1, .1));
}

static void
counts(void)
{
	struct gate g = open_gate(0, 4);

	g.limits.orders_minute = 3;
	g.orders_minute = 2;
	CHECK(said(&g, "orders-minute", GATE_PASSED, 4, 3, 3));
	g.orders_minute = 3;
	CHECK(said(&g, "orders-minute", GATE_REFUSED, 0, 3, 4));
	g.limits.orders_minute = NAN;
	g.limits.orders_day = 3;
	g.orders_day = 2;
	CHECK(said(&g, "orders-day", GATE_PASSED, 4, 3, 3));
	g.orders_day = 3;
	CHECK(said(&g, "orders-day", GATE_REFUSED, 0, 3, 4));
	g.position = -9;
	CHECK(said(&g, "orders-day", GATE_PASSED, 4, 3, 4));
}

static void
other_orders(void)
{
	struct gate g = open_gate(-9, 4);

	g.limits.same_order = 60;
	CHECK(said(&g, "same-order", GATE_PASSED, 4, 60, NAN));
	g.since_same = 60;
	CHECK(said(&g, "same-order", GATE_REFUSED, 0, 60, 60));
	g.since_same = 61;
	CHECK(said(&g, "same-order", GATE_PASSED, 4, 60, 61));
	g = open_gate(-9, 4);
	g.limits.opposite = true;
	g.open_buys = 5;
	CHECK(said(&g, "opposite", GATE_PASSED, 4, 0, 0));
	g.open_sells = 2;
	CHECK(said(&g, "opposite", GATE_REFUSED, 0, 0, 2));
	g.trade = -4;
	CHECK(said(&g, "opposite", GATE_REFUSED, 0, 0, 5));
}

static void
prices(void)
{
	struct gate g = open_gate(0, 4);

	g.limits.price_age = 10;
	CHECK(said(&g, "price-age", GATE_PASSED, 4, 10, 10));
	g.now++;
	CHECK(said(&g, "price-age", GATE_REFUSED, 0, 10, 10.000001));
	g.price_time = g.now + 11000000;
	CHECK(said(&g, "price-age", GATE_REFUSED, 0, 10, 11));
	g.price = NAN;
	CHECK(said(&g, "price-age", GATE_REFUSED, 0, 10, NAN));
	g.position = -3;
	CHECK(said(&g, "price-age", GATE_CUT, 3, 10, NAN));
}

static void
collar(void)
{
	struct gate g = open_gate(-9, 4);

	g.limits.collar = 3;
	CHECK(through(&g) == 4 && asked == 0); /* no limit price */
	g.limit_price = 106;
	CHECK(said(&g, "collar", GATE_PASSED, 4, 3, 3));
	g.limit_price = 93.5;
	CHECK(said(&g, "collar", GATE_REFUSED, 0, 3, 3.25));
	g.price = NAN; /* the position may be reduced all the same */
	CHECK(said(&g, "collar", GATE_PASSED, 4, 3, NAN));
	g.position = 0;
	CHECK(said(&g, "collar", GATE_REFUSED, 0, 3, NAN));
	g = open_gate(0, 4);
	g.limits.collar = 3;
	g.limit_price = g.price;
	g.deviation = 0;
	CHECK(said(&g, "collar", GATE_REFUSED, 0, 3, NAN));
	g.deviation = 2;
	g.price = -37; /* prices may be below zero */
	g.limit_price = -38;
	CHECK(said(&g, "collar", GATE_PASSED, 4, 3, .5));
}

static void
sizes(void)
{
	struct gate g = open_gate(0, -40);

	g.limits.lots = 25;
	CHECK(said(&g, "lots", GATE_CUT, -25, 25, 40));
	g.position = 40; /* the rest of it another time */
	CHECK(said(&g, "lots", GATE_CUT, -25, 25, 40));
	g.limits.lots = 0;
	CHECK(said(&g, "lots", GATE_CUT, -1, 0, 40));
	g.position = 2;
	g.trade = -2;
	CHECK(said(&g, "lots", GATE_CUT, -1, 0, 2));
	g = open_gate(0, -40);
	g.limits.value = 7999;
	CHECK(said(&g, "value", GATE_CUT, -7, 7999, 40000));
	g.price = -100;
	CHECK(said(&g, "value", GATE_CUT, -7, 7999, 40000));
	g.price = 0; /* of which nothing is known */
	CHECK(said(&g, "value", GATE_REFUSED, 0, 7999, NAN));
	g.price = NAN;
	CHECK(said(&g, "value", GATE_REFUSED, 0, 7999, NAN));
	g.position = 30;
	CHECK(said(&g, "value", GATE_CUT, -30, 7999, NAN));
}

static void
exposures(void)
{
	struct gate g = open_gate(5, 20);

	g.limits.position = .2;
	CHECK(said(&g, "position", GATE_CUT, 15, .2, .25));
	g.capital = 104500; /* 20.9 lots */
	CHECK(said(&g, "position", GATE_CUT, 15, .2, 25 / 104.5));
	g.capital = 100000;
	g.trade = -50; /* through zero, to as much on the other side */
	CHECK(said(&g, "position", GATE_CUT, -25, .2, .45));
	g.position = 30; /* over the limit already */
	g.trade = 1;
	CHECK(said(&g, "position", GATE_REFUSED, 0, .2, .31));
	g.trade = -1;
	CHECK(said(&g, "position", GATE_PASSED, -1, .2, .29));
	g = open_gate(5, 20);
	g.limits.asset_class = .2;
	CHECK(said(&g, "asset-class", GATE_CUT, 5, .2, .35));
	g = open_gate(5, 20);
	g.limits.leverage = .6;
	CHECK(said(&g, "leverage", GATE_CUT, 5, .6, .75));
	g.capital = 0;
	CHECK(said(&g, "leverage", GATE_REFUSED, 0, .6, NAN));
	g.capital = 80000; /* others alone are more than may be */
	g.trade = -20;
	CHECK(said(&g, "leverage", GATE_CUT, -5, .6, .8125));
}

/* Risk with so many lots more, and the most of them that keep a limit, tried one after another. */
static double
risk_with(const struct gate *g, int64_t lots)
{
	double n = (double)(g->position + lots);

	return sqrt(g->other_variance + 2 * n * g->lot_covariance + n * n * g->lot_variance);
}

static void
risk(void)
{
	struct gate g = open_gate(0, 20);

	g.limits.risk = .15;
	CHECK(said(&g, "risk", GATE_CUT, 9, .15, risk_with(&g, 20)) && risk_with(&g, 9) <= .15 && risk_with(&g, 10) > .15);
	g.trade = -20;
	CHECK(said(&g, "risk", GATE_CUT, -13, .15, risk_with(&g, -20)) && risk_with(&g, -13) <= .15 && risk_with(&g, -14) > .15);
	g.limits.risk = .05; /* above it whatever is done: what lowers it passes */
	g.position = -20;
	g.trade = -1;
	CHECK(said(&g, "risk", GATE_REFUSED, 0, .05, risk_with(&g, -1)));
	g.trade = 3;
	CHECK(said(&g, "risk", GATE_PASSED, 3, .05, risk_with(&g, 3)));
	g.lot_variance = 0; /* a price that has never moved */
	g.limits.risk = 9;
	g.position = 0;
	CHECK(said(&g, "risk", GATE_REFUSED, 0, 9, NAN));
	g.limits.risk = .05;
	g.position = -20;
	g.other_variance = NAN;
	CHECK(said(&g, "risk", GATE_PASSED, 3, .05, NAN));
	g.trade = -3;
	CHECK(said(&g, "risk", GATE_REFUSED, 0, .05, NAN));
}

/* ---- many ---- */

static double
between(double low, double high)
{
	return low + (high - low) * (double)(test_random() % 1001) / 1000;
}

static double
or_missing(double x)
{
	return test_random() % 8 ? x : NAN;
}

/* Anything at all, some of it missing, with every limit or some. */
static struct gate
any_gate(void)
{
	struct gate g = open_gate((int64_t)(test_random() % 41) - 20, (int64_t)(test_random() % 41) - 20);
	struct gate_limits l = { or_missing(between(0, 30)), or_missing(between(0, 30000)), or_missing(between(0, .4)),
		or_missing(between(0, .5)), or_missing(between(0, 1)), or_missing(between(0, .3)), or_missing(between(0, .1)),
		or_missing(between(0, .5)), or_missing(between(0, 5)), or_missing(between(0, 20)), or_missing(between(0, 5)),
		or_missing(between(0, 5)), or_missing(between(0, 60)), test_random() % 2 };

	g.limits = l;
	g.halted = test_random() % 16 == 0;
	g.reduce_only = test_random() % 8 == 0;
	g.listed = test_random() % 8 != 0;
	g.limit_price = or_missing(between(90, 110));
	g.price = or_missing(between(-100, 100));
	g.deviation = or_missing(2);
	g.capital = or_missing(between(-10000, 100000));
	g.day_profit = or_missing(between(-10000, 10000));
	g.other_exposure = or_missing(between(0, 80000));
	g.class_exposure = or_missing(between(0, 40000));
	g.lot_covariance = or_missing(between(-.001, .001));
	g.since_same = or_missing(between(0, 100));
	g.orders_minute = (int64_t)(test_random() % 5);
	g.orders_day = (int64_t)(test_random() % 5);
	g.open_buys = (int64_t)(test_random() % 2);
	g.open_sells = (int64_t)(test_random() % 2);
	return g;
}

static bool
no_limit_of_risk(const char *check)
{
	return strcmp(check, "halt") == 0 || strcmp(check, "same-order") == 0 || strcmp(check, "opposite") == 0 ||
	       strcmp(check, "collar") == 0;
}

/* Against all numbers of lots, tried one after another. */
static void
risk_of_any(void)
{
	for (int i = 0; i < 100000 / TEST_SLOW; i++) {
		struct gate g = open_gate((int64_t)(test_random() % 41) - 20, (int64_t)(test_random() % 41) - 20);
		g.limits.risk = between(.05, .3);
		g.lot_covariance = between(-.0009, .0009);
		int64_t sign = g.trade < 0 ? -1 : 1, most = g.trade * sign;
		int64_t spared = g.position * sign >= 0 ? 0 : llabs(g.position) < most ? llabs(g.position) : most;
		if (risk_with(&g, g.trade) > risk_with(&g, 0))
			while (most > spared && risk_with(&g, most * sign) > g.limits.risk)
				most--;
		int64_t lots = through(&g) * sign;
		/* The last of them may be a matter of rounding; where none keeps the limit, some may come nearer to it. */
		CHECK(lots == most || fabs(risk_with(&g, (lots > most ? lots : most) * sign) - g.limits.risk) < 1e-12 ||
		    (most == spared && risk_with(&g, lots * sign) < risk_with(&g, 0)));
	}
}

static void
never_more_nor_the_other_way(void)
{
	for (int i = 0; i < 200000 / TEST_SLOW; i++) {
		struct gate g = any_gate();
		int64_t lots = through(&g), from = g.trade;
		CHECK(lots * g.trade >= 0 && llabs(lots) <= llabs(g.trade));
		for (int j = 0; j < asked; j++) {
			const struct gate_answer *a = &answers[j];
			CHECK(a->from == from && a->result == (a->to == a->from ? GATE_PASSED : a->to ? GATE_CUT : GATE_REFUSED));
			CHECK(a->result != GATE_REFUSED || j == asked - 1);
			from = a->to;
		}
		CHECK(from == lots);
	}
}

static void
reducing_is_never_refused_for_risk(void)
{
	for (int i = 0; i < 200000 / TEST_SLOW; i++) {
		struct gate g = any_gate();
		int64_t lots = through(&g);
		CHECK(g.position * g.trade >= 0 || lots || no_limit_of_risk(answers[asked - 1].check));
	}
}

/* One input after another is missing, and what opens a position is refused. */
static void
unknown_opens_nothing(void)
{
	static const double gone = NAN;
	struct gate whole = open_gate(0, 1), g;
	double *const input[] = { &g.price, &g.point_value, &g.capital, &g.day_capital, &g.highest_capital, &g.day_profit,
		&g.other_exposure, &g.class_exposure, &g.other_variance, &g.lot_variance, &g.lot_covariance, &g.deviation };

	whole.limits = (struct gate_limits){ 1e6, 1e9, 10, 10, 10, 10, .5, .5, 100, 1e6, 1e6, 1e6, 1, true };
	whole.limit_price = 101;
	CHECK(through(&whole) == 1 && asked == 14);
	for (size_t i = 0; i < sizeof input / sizeof *input; i++) {
		g = whole;
		*input[i] = gone;
		CHECK(through(&g) == 0);
		g.position = -5;
		CHECK(through(&g) == 1);
	}
}

/* Limits that nobody set are zero, and let nothing through that opens. */
static void
limits_not_set(void)
{
	struct gate g = open_gate(0, 1);

	g.limits = (struct gate_limits){ 0 };
	CHECK(through(&g) == 0);
}

int
main(void)
{
	RUN(without_limits);
	RUN(switches);
	RUN(just_the_limit);
	RUN(losses);
	RUN(counts);
	RUN(other_orders);
	RUN(prices);
	RUN(collar);
	RUN(sizes);
	RUN(exposures);
	RUN(risk);
	RUN(risk_of_any);
	RUN(never_more_nor_the_other_way);
	RUN(reducing_is_never_refused_for_risk);
	RUN(unknown_opens_nothing);
	RUN(limits_not_set);
	return test_end();
}
