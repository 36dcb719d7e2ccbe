/* track, months, drawdowns and trailing figures of an account, by hand and against lib/stats */
#include "account/daily_returns.h"

#include <limits.h>
#include <math.h>

#include "account/drawdowns.h"
#include "account/monthly_returns.h"
#include "account/trailing.h"
#include "base/prog.h"
#include "maths/return_stats.h"
#include "test.h"
#include "time/date.h"
#include "time/frequency.h"
#include "time/year.h"

#define HEADER "time,gross,cost,net,gross_percent,cost_percent,net_percent\n"

/* Thursday 2021-12-30 to Wednesday 2022-01-05; the Monday has no row. Costs alone come before and after. */
#define ROWS \
	"2021-12-29,,-5,,,-0.5,\n" \
	"2021-12-30,10,,,1,,\n" \
	"2021-12-31,20,-5,15,2,-0.5,1.5\n" \
	"2022-01-04,-40,,-40,-4,,-4\n" \
	"2022-01-05,30,-10,20,3,-1,2\n" \
	"2022-01-06,,-10,,,-1,\n"

static struct daily_returns
made(const char *text, bool whole)
{
	return daily_returns_read(test_file(text), whole);
}

static void
days(void)
{
	struct daily_returns t = made(HEADER ROWS, false);
	int first = date_of(2021, 12, 30);

	CHECK(t.n == 5 && t.day[0] == first && t.day[1] == first + 1 && t.day[2] == first + 4 && t.day[4] == first + 6);
	CHECK(t.x[CURVE_GROSS][0] == 1 && isnan(t.x[CURVE_NET][0]) && isnan(t.x[CURVE_COSTS][0]));
	CHECK(isnan(t.x[CURVE_GROSS][2]) && isnan(t.x[CURVE_NET][2]));
	CHECK(t.x[CURVE_NET][4] == 2 && t.x[CURVE_COSTS][4] == -1);
	CHECK(t.years == 6 / 256.0); /* with the day of the first price, which has no return */
	CHECK(made(HEADER ROWS, true).years == 5 / 256.0);
	CHECK(daily_returns_at(&t, first) == 0 && daily_returns_at(&t, first + 6) == 4);
	CHECK(daily_returns_at(&t, first - 1) == -1 && daily_returns_at(&t, first + 7) == -1);
	CHECK(daily_returns_at(&t, date_of(2022, 1, 1)) == 1); /* a Saturday is its Friday's */
}

/* From a Monday without a row on; no day behind the last. */
static void
from_a_day(void)
{
	struct daily_returns t = made(HEADER ROWS, true);
	int first = date_of(2021, 12, 30);

	daily_returns_from(&t, first);
	CHECK(t.n == 5 && !t.later);
	daily_returns_from(&t, date_of(2022, 1, 1));
	CHECK(t.n == 3 && t.later && t.day[0] == date_of(2022, 1, 3) && isnan(t.x[CURVE_NET][0]) && t.x[CURVE_GROSS][1] == -4);
	CHECK(t.years == 3 / 256.0 && daily_returns_at(&t, first) == -1 && daily_returns_at(&t, date_of(2022, 1, 5)) == 2);
	daily_returns_from(&t, INT_MAX);
	CHECK(t.n == 0);
}

static void
sums(void)
{
	struct daily_returns t = made(HEADER ROWS, false);
	double sum[5];

	daily_returns_cumulate(t.x[CURVE_NET], t.n, sum);
	CHECK(sum[0] == 0 && sum[1] == 1.5 && sum[2] == 1.5 && sum[3] == -2.5 && sum[4] == -0.5);
	struct daily_returns_periods w = daily_returns_periods(&t, CURVE_NET, WEEKLY), m = daily_returns_periods(&t, CURVE_GROSS, MONTHLY);
	CHECK(w.n == 2 && w.x[0] == 1.5 && w.x[1] == -2 && w.first == frequency_period(WEEKLY, date_of(2021, 12, 30)));
	CHECK(m.n == 2 && m.x[0] == 3 && m.x[1] == -1 && m.first == 2021 * 12 + 11);
}

static void
years(void)
{
	struct daily_returns t = made(HEADER ROWS, false);
	struct monthly_returns m = monthly_returns_of(&t, false), c = monthly_returns_of(&t, true);

	CHECK(m.n == 2 && m.v[0].year == 2021 && m.v[1].year == 2022);
	CHECK(isnan(m.v[0].month[10]) && m.v[0].month[11] == 1.5 && m.v[1].month[0] == -2 && isnan(m.v[1].month[1]));
	CHECK(m.v[0].x[CURVE_GROSS] == 3 && m.v[0].x[CURVE_COSTS] == -0.5 && m.v[0].x[CURVE_NET] == 1.5);
	CHECK(m.v[1].x[CURVE_GROSS] == -1 && m.v[1].x[CURVE_COSTS] == -1 && m.v[1].x[CURVE_NET] == -2);
	CHECK(fabs(c.v[1].month[0] - (0.96 * 1.02 - 1) * 100) < 1e-13); /* -2.08 */
	CHECK(fabs(c.v[1].x[CURVE_GROSS] - (0.96 * 1.03 - 1) * 100) < 1e-13); /* -1.12 */
	CHECK(fabs(c.v[1].x[CURVE_COSTS] + 0.96) < 1e-13);
}

static void
year_left_out(void)
{
	struct daily_returns t = made(HEADER "2020-12-31,1,,1,1,,1\n2022-01-03,1,,1,1,,1\n", false);
	struct monthly_returns m = monthly_returns_of(&t, false);

	CHECK(m.n == 3 && m.v[1].year == 2021 && isnan(m.v[1].x[CURVE_NET]) && isnan(m.v[1].month[5]) && m.v[2].x[CURVE_NET] == 1);
}

static void
nothing(void)
{
	struct daily_returns none = made(HEADER, false), costs = made(HEADER "2021-12-29,,-5,,,-0.5,\n", false);
	struct drawdown d[2];

	CHECK(none.n == 0 && none.years == 0 && costs.n == 0 && costs.years == 0);
	CHECK(monthly_returns_of(&none, false).n == 0 && daily_returns_periods(&none, CURVE_NET, WEEKLY).n == 0 && daily_returns_at(&none, 0) == -1);
	CHECK(drawdowns_worst(none.x[CURVE_NET], 0, 2, d) == 0);
	struct daily_returns one = made("time,net_percent,gross_percent\n2021-12-29,-1,2\n", false);
	CHECK(one.n == 1 && one.x[CURVE_NET][0] == -1 && one.x[CURVE_GROSS][0] == 2 && isnan(one.x[CURVE_COSTS][0]));
	CHECK(monthly_returns_of(&one, false).v[0].x[CURVE_NET] == -1);
	CHECK(drawdowns_worst(one.x[CURVE_NET], 1, 2, d) == 0);
}

/* Heights 1 3 2 . 3 0 2 4 3.5, the dot a day without a return: falls of 1 and 3, and one of 0.5 that is not over. */
static void
falls(void)
{
	static const double x[] = { NAN, 1, 2, -1, NAN, 1, -3, 2, 2, -0.5 };
	struct drawdown d[4];

	CHECK(drawdowns_worst(x, 10, 4, d) == 3);
	CHECK(d[0].depth == -3 && d[0].peak == 5 && d[0].trough == 6 && d[0].recovery == 8 && d[0].length == 3);
	CHECK(d[1].depth == -1 && d[1].peak == 2 && d[1].trough == 3 && d[1].recovery == 5 && d[1].length == 3);
	CHECK(d[2].depth == -0.5 && d[2].peak == 8 && d[2].trough == 9 && d[2].recovery == -1 && d[2].length == 1);
	CHECK(drawdowns_worst(x, 10, 1, d) == 1 && d[0].depth == -3);
	CHECK(drawdowns_worst(x, 10, 0, d) == 0);
}

/* A peak is the last return at the height, not a day without one; of equal falls the earlier comes first. */
static void
equal_falls(void)
{
	static const double x[] = { 1, 0, NAN, -1, 1, -1, 1, -1, 1 };
	struct drawdown d[2];

	CHECK(drawdowns_worst(x, 9, 2, d) == 2);
	CHECK(d[0].peak == 1 && d[0].trough == 3 && d[0].recovery == 4 && d[1].peak == 4 && d[1].trough == 5);
}

/* All falls of a random walk: as deep as the worst there is, each as deep as its days say, none over another. */
static void
falls_of_a_walk(void)
{
	enum { N = 2000, MOST = 500 };
	static double x[N], scratch[N], stats[STATS], down[N];
	static struct drawdown d[MOST];

	for (int i = 0; i < N; i++)
		x[i] = test_random() % 20 == 0 ? NAN : (double)(int)(test_random() % 201) - 100;
	return_stats_of(x, N, 256, scratch, stats);
	return_stats_drawdown(x, N, down);
	int n = drawdowns_worst(x, N, MOST, d), under = 0;
	CHECK(n > 2 && n < MOST && d[0].depth == stats[STAT_WORST_DRAWDOWN]);
	for (int i = 0; i < n; i++) {
		int end = d[i].recovery < 0 ? N : d[i].recovery;
		CHECK(down[d[i].trough] == d[i].depth && down[d[i].peak] == 0 && (end == N || down[end] == 0));
		CHECK(i == 0 || d[i].depth >= d[i - 1].depth);
		for (int j = d[i].peak + 1; j < end; j++) {
			CHECK(down[j] < 0 || isnan(x[j]));
			CHECK(down[j] >= d[i].depth);
			under += down[j] < 0;
		}
	}
	for (int i = 0; i < N; i++)
		under -= down[i] < 0;
	CHECK(under == 0);
}

static void
windows(void)
{
	enum { N = 60, W = 20 };
	double x[N], std[N], sharpe[N], scratch[W], stats[STATS];

	for (int i = 0; i < N; i++)
		x[i] = test_random() % 5 == 0 ? NAN : (double)(int)(test_random() % 2001) / 1000 - 0.9;
	trailing_deviation(x, N, W, std);
	trailing_sharpe(x, N, W, sharpe);
	for (int i = 0; i < N; i++) {
		if (i < W - 1) {
			CHECK(isnan(std[i]) && isnan(sharpe[i]));
			continue;
		}
		return_stats_of(x + i - W + 1, W, BUSINESS_DAYS_IN_YEAR, scratch, stats);
		CHECK(fabs(std[i] - stats[STAT_ANN_STD]) < 1e-9 && fabs(sharpe[i] - stats[STAT_SHARPE]) < 1e-9);
	}
}

static void
poor_windows(void)
{
	double few[] = { 1, NAN, NAN, NAN, 2, 3 }, alike[] = { 1, 1, 1, 1 }, out[6];

	trailing_deviation(few, 6, 4, out);
	CHECK(isnan(out[3]) && isnan(out[4]) && fabs(out[5] - sqrt(0.5) * 16) < 1e-12);
	trailing_deviation((double[]){ 1, 2, NAN, NAN, NAN, NAN }, 6, 6, out);
	CHECK(isnan(out[5]));
	trailing_deviation(alike, 4, 4, out);
	CHECK(out[3] == 0);
	trailing_sharpe(alike, 4, 4, out);
	CHECK(isnan(out[3]));
	trailing_sharpe(alike, 4, 5, out);
	CHECK(isnan(out[3]));
}

static void
refuses(const char *text, const char *message)
{
	const char *path = test_file(text);
	char want[512];
	int fd;

	if (test_child(2, &fd)) {
		daily_returns_read(path, false);
		_exit(0);
	}
	snprintf(want, sizeof want, "track: %s%s\n", path, message);
	CHECK(test_ended(fd, 2, want));
}

static void
what_is_wrong_is_named(void)
{
	refuses(HEADER "2022-01-01,1,,1,1,,1\n", ":2: column 'time': not a business day: \"2022-01-01\"");
	refuses(HEADER "2022-01-04,1,,1,1,,1\n2022-01-04,1,,1,1,,1\n",
	    ":3: column 'time': not a date after the one before: \"2022-01-04\"");
	refuses(HEADER "2022-01-04,1,,1,x,,1\n", ":2: column 'gross_percent': not a number: \"x\"");
	refuses(HEADER "2022-01-04,1\n", ":2: 2 fields where the header has 7");
	refuses("time,gross_percent\n", ":1: no column 'net_percent'");
	refuses("", ": empty: not even a header");
}

int
main(void)
{
	prog = "track";
	RUN(days);
	RUN(from_a_day);
	RUN(sums);
	RUN(years);
	RUN(year_left_out);
	RUN(nothing);
	RUN(falls);
	RUN(equal_falls);
	RUN(falls_of_a_walk);
	RUN(windows);
	RUN(poor_windows);
	RUN(what_is_wrong_is_named);
	return test_end();
}
