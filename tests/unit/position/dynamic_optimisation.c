/* greedy, speed_control and constraint: a worked day, days of a pysystemtrade run, and limits by hand */
#include "position/dynamic_optimisation.h"

#include <math.h>

#include "position/speed_control.h"
#include "stream/table.h"
#include "test.h"

enum { MOST = 32 };

/* A problem and the room for it. */
static struct day {
	int n;
	double covariance[MOST * MOST], optimal[MOST], prior[MOST], exposure[MOST], cost[MOST];
	struct constraint limit[MOST];
	double lots[MOST], work[DYNAMIC_OPTIMISATION_WORK * MOST];
} day;

static struct dynamic_optimisation
problem(void)
{
	return (struct dynamic_optimisation){ .n = day.n, .covariance = day.covariance, .optimal = day.optimal, .prior = day.prior,
		.exposure = day.exposure, .cost = day.cost, .limit = day.limit };
}

static bool
lots_are(const double *want)
{
	for (int i = 0; i < day.n; i++)
		if (day.lots[i] != want[i]) {
			printf("# %d: %g contracts, not %g\n", i, day.lots[i], want[i]);
			return false;
		}
	return true;
}

static bool
near(double x, double y)
{
	return fabs(x - y) <= 1e-12 * fabs(y);
}

/* Chapter 15's six instruments with 600000 on 2021-11-01, from nothing (a pysystemtrade run). */
static void
worked_day(void)
{
	static const double optimal[] = { 12.481549295870158, 7.4446498288276075, 11.328445545163628, 13.065522965451866,
		-.12581573381360076, -65.65670745950021 };
	static const double exposure[] = { .04625, .4100416666666667, .08247798233333335, .039725, .21791666666666668,
		.004175978291666667 };
	static const double stdev[] = { .18209654899502847, .007953208354882908, .1260450153996479, .12379199644321756,
		.04088423085354803, .39553381737210663 };
	static const double rho[6][6] = {
		{ 1, .107959300549, .033262449868, .115918384498, .045606779812, .039191872511 },
		{ 0, 1, -.088178047074, .013233279976, .467757148018, .163039190647 },
		{ 0, 0, 1, .237091129911, -.141736195739, -.355725782343 },
		{ 0, 0, 0, 1, .009383575827, -.080108352732 },
		{ 0, 0, 0, 0, 1, .202477605237 }, { 0, 0, 0, 0, 0, 1 } };
	static const double cost[] = { 1.527494325032482e-05, 1.338893659935873e-05, 9.116449588710674e-06, 9.58679316266777e-06,
		1.9153946204603928e-05, 1.4245233517558221e-05 };
	static const double greedy[] = { 12, 4, 14, 12, 0, -59 }, final[] = { 11, 4, 13, 11, 0, -56 };

	day.n = 6;
	for (int i = 0; i < 6; i++) {
		for (int j = 0; j < 6; j++)
			day.covariance[i * 6 + j] = stdev[i] * (i < j ? rho[i][j] : rho[j][i]) * stdev[j];
		day.optimal[i] = optimal[i];
		day.exposure[i] = exposure[i];
		day.cost[i] = 250 * cost[i];
		day.prior[i] = 0;
		day.limit[i] = constraint_of(false, false, NAN, 0, optimal[i]);
	}
	struct dynamic_optimisation g = problem();
	CHECK(fabs(dynamic_optimisation_tracking_error(&g, day.prior, day.optimal, day.work) - .2365695908871466) < 1e-9);
	CHECK(dynamic_optimisation_search(&g, day.lots, day.work));
	CHECK(lots_are(greedy));
	CHECK(fabs(dynamic_optimisation_tracking_error(&g, day.lots, day.optimal, day.work) - .028115998815214437) < 1e-9);
	CHECK(fabs(dynamic_optimisation_tracking_error(&g, day.lots, day.prior, day.work) - .2465279302137533) < 1e-9);
	CHECK(speed_control(&g, .0125, day.lots, day.work));
	CHECK(lots_are(final));
	CHECK(speed_control(&g, .3, day.lots, day.work)); /* near enough to what is held */
	CHECK(lots_are(day.prior));
	day.cost[2] = NAN;
	CHECK(!speed_control(&g, .0125, day.lots, day.work));
	day.cost[2] = 0;
	day.covariance[0] = -1;
	CHECK(!speed_control(&g, .0125, day.lots, day.work));
}

/* ---- recorded inputs and outputs of single days ---- */

static double
covariance_on(const struct table *t, const char *date, const char *x, const char *y)
{
	int d = table_column(t, "date"), a = table_column(t, "x"), b = table_column(t, "y");

	for (int i = 0; i < t->n; i++)
		if (strcmp(table_text(t, i, d), date) == 0 && strcmp(table_text(t, i, a), x) == 0 && strcmp(table_text(t, i, b), y) == 0)
			return table_num(t, i, table_column(t, "covariance"));
	return NAN;
}

/* Rows from..to of the recorded details are one day's. */
static void
recorded_day(const struct table *t, const struct table *sigma, int from, int to)
{
	static double want[MOST];
	int code = table_column(t, "instrument");
	const char *date = table_text(t, from, table_column(t, "date"));

	day.n = to - from;
	for (int i = 0; i < day.n; i++) {
		int row = from + i;
		for (int j = 0; j < day.n; j++)
			day.covariance[i * day.n + j] = covariance_on(sigma, date, table_text(t, row, code), table_text(t, from + j, code));
		day.optimal[i] = table_num(t, row, table_column(t, "optimal_contracts"));
		day.exposure[i] = table_num(t, row, table_column(t, "per_contract_value"));
		day.prior[i] = table_num(t, row, table_column(t, "prior_contracts"));
		day.cost[i] = 250 * table_num(t, row, table_column(t, "cost_per_contract_prop_capital"));
		bool reduce_only = table_num(t, row, table_column(t, "maximum")) < 999999999;
		day.limit[i] = constraint_of(false, reduce_only, NAN, day.prior[i], day.optimal[i]);
		CHECK(day.limit[i].direction == table_num(t, row, table_column(t, "direction")));
		CHECK(day.limit[i].start * day.exposure[i] == table_num(t, row, table_column(t, "start_weight")));
		double contracts = table_num(t, row, table_column(t, "greedy_contracts")); /* a weight over an exposure */
		want[i] = rint(contracts);
		CHECK(fabs(contracts - want[i]) < 1e-9);
	}
	struct dynamic_optimisation g = problem();
	CHECK(dynamic_optimisation_search(&g, day.lots, day.work));
	CHECK(lots_are(want));
	CHECK(near(dynamic_optimisation_tracking_error(&g, day.prior, day.optimal, day.work),
	    table_num(t, from, table_column(t, "te_prior_vs_optimal"))));
	CHECK(near(dynamic_optimisation_tracking_error(&g, day.prior, day.lots, day.work),
	    table_num(t, from, table_column(t, "te_prior_vs_optimised"))));
}

static void
recorded_days(void)
{
	char path[4096];
	const char *folder = getenv("ST_REFERENCE");
	int days = 0;

	if (!folder) {
		printf("# ST_REFERENCE names no folder of reference data: no recorded days\n");
		return;
	}
	snprintf(path, sizeof path, "%s/golden/D_dynamic/optimisation_detail_sampled_dates.csv", folder);
	struct table t = table_read(strdup(path));
	snprintf(path, sizeof path, "%s/golden/D_dynamic/covariance.csv", folder);
	struct table sigma = table_read(strdup(path));
	int date = table_column(&t, "date");
	for (int from = 0, to; from < t.n; from = to, days++) {
		for (to = from; to < t.n && strcmp(table_text(&t, to, date), table_text(&t, from, date)) == 0;)
			to++;
		recorded_day(&t, &sigma, from, to);
	}
	CHECK(days == 11);
}

/* ---- limits ---- */

static bool
limits(struct constraint c, double least, double most, double start, double direction)
{
	return c.least == least && c.most == most && c.start == start && c.direction == direction;
}

static void
constraints(void)
{
	CHECK(limits(constraint_of(false, false, NAN, 3, -1), -INFINITY, INFINITY, 0, -1));
	CHECK(limits(constraint_of(false, false, NAN, 3, 0), -INFINITY, INFINITY, 0, 1));
	CHECK(limits(constraint_of(false, false, NAN, 3, NAN), -INFINITY, INFINITY, 0, 1));
	CHECK(limits(constraint_of(true, true, 2, 3, -1), 3, 3, 3, 1));
	CHECK(limits(constraint_of(true, false, NAN, -3, 1), -3, -3, -3, -1));
	CHECK(limits(constraint_of(false, true, NAN, 3, -1), 0, 3, 0, 1));
	CHECK(limits(constraint_of(false, true, NAN, -3, 1), -3, 0, 0, -1));
	CHECK(limits(constraint_of(false, true, NAN, 0, 1), 0, 0, 0, 1));
	CHECK(limits(constraint_of(false, true, 2, 3, -1), 0, 2, 0, 1));
	CHECK(limits(constraint_of(false, false, -2.5, 0, -1), -2, 2, 0, -1));
}

/* A limit of two contracts where twelve are wanted. */
static void
limited(void)
{
	static const double want[] = { 2 };

	day.n = 1;
	day.covariance[0] = .04;
	day.optimal[0] = 12;
	day.exposure[0] = .1;
	day.prior[0] = day.cost[0] = 0;
	day.limit[0] = constraint_of(false, false, 2, 0, 12);
	struct dynamic_optimisation g = problem();
	CHECK(dynamic_optimisation_search(&g, day.lots, day.work));
	CHECK(lots_are(want));
}

/* Whole contracts wanted: the search ends on an error of 0, which rounding must not take below. */
static void
met_exactly(void)
{
	static const double want[] = { 4, -7, 3 };

	day.n = 3;
	for (int i = 0; i < 9; i++)
		day.covariance[i] = i % 4 ? .012 : .2 * .2;
	for (int i = 0; i < 3; i++) {
		day.optimal[i] = want[i];
		day.exposure[i] = .2 / (i + 1);
		day.prior[i] = day.cost[i] = 0;
		day.limit[i] = constraint_of(false, false, NAN, 0, want[i]);
	}
	struct dynamic_optimisation g = problem();
	CHECK(dynamic_optimisation_search(&g, day.lots, day.work));
	CHECK(lots_are(want));
}

int
main(void)
{
	RUN(worked_day);
	RUN(recorded_days);
	RUN(constraints);
	RUN(limited);
	RUN(met_exactly);
	return test_end();
}
