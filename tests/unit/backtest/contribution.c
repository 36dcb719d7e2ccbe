/* contribution - what instruments and asset classes, rules and styles gave, by hand */
#include "backtest/contribution.h"

#include <math.h>

#include "base/prog.h"
#include "folder.h"

#define ACCOUNT \
	"time,gross,cost,net,gross_percent,cost_percent,net_percent\n" \
	"2021-01-05,10,,10,1,,1\n2021-01-06,20,-5,15,2,-0.5,1.5\n2021-01-07,-10,,-10,-1,,-1\n2021-01-11,5,-5,0,0.5,-0.5,0\n"

/* A capital of 1000; DAX a day longer than the metals, with a cost on a day that the account doesn't have. */
#define PNL \
	"time,instrument,gross,cost,net\n" \
	"2021-01-05,DAX,10,,\n2021-01-06,DAX,10,-5,5\n2021-01-07,DAX,10,,10\n2021-01-11,DAX,5,,5\n2021-01-29,DAX,,-7,\n" \
	"2021-01-06,GOLD,10,,10\n2021-01-07,GOLD,-30,,-30\n" \
	"2021-01-06,\"TIN\",0,,0\n2021-01-07,\"TIN\",10,,10\n2021-01-11,TIN,,-5,\n"

enum { YEAR = 256, DAYS = 6 }; /* five business days and the one before */

static struct daily_returns track;

static struct backtest
opened(const char *pnl)
{
	folder_put("account.csv", ACCOUNT);
	folder_put("pnl.csv", pnl);
	struct backtest b = backtest_open(folder);
	track = daily_returns_read(backtest_file(&b, "account.csv"), b.whole);
	return b;
}

static bool
near(double x, double y)
{
	return fabs(x - y) < 1e-12;
}

/* Percent a year: the sum over 1000 in percent, over 6/256 of a year. */
static double
a_year(double sum)
{
	return sum / 10 * YEAR / DAYS;
}

static void
instruments(void)
{
	struct backtest b = opened(PNL);
	struct contribution_total c = contribution_by_instrument(&b, &track);
	const struct contribution *v = c.each.v;

	CHECK(track.n == 5 && near(track.years, DAYS / 256.0));
	CHECK(c.each.n == 3 && strcmp(v[0].name, "DAX") == 0 && strcmp(v[1].name, "GOLD") == 0 && strcmp(v[2].name, "TIN") == 0);
	CHECK(near(v[0].x[CURVE_GROSS], a_year(35)) && near(v[0].x[CURVE_COSTS], a_year(-5)) && near(v[0].x[CURVE_NET], a_year(20)));
	CHECK(near(v[1].x[CURVE_GROSS], a_year(-20)) && v[1].x[CURVE_COSTS] == 0 && near(v[1].x[CURVE_NET], a_year(-20)));
	CHECK(near(v[2].x[CURVE_GROSS], a_year(10)) && near(v[2].x[CURVE_COSTS], a_year(-5)) && near(v[2].x[CURVE_NET], a_year(10)));
	CHECK(!v[0].curve);
}

/* Of a contribution's own days, one before the first counted in: DAX has 6 with 3 returns, variance 25/3, GOLD 3 with 2. */
static void
sharpe_ratios(void)
{
	struct backtest b = opened(PNL);
	struct contribution_total c = contribution_by_instrument(&b, &track);

	CHECK(near(c.each.v[0].sharpe, 20.0 / 6 * 16 / sqrt(25 / 3.0)));
	CHECK(near(c.each.v[1].sharpe, -20.0 / 3 * 16 / sqrt(800)));
	b.whole = true;
	c = contribution_by_instrument(&b, &track);
	CHECK(near(c.each.v[1].sharpe, -10.0 * 16 / sqrt(800)));
}

static void
classes(void)
{
	struct backtest b = opened(PNL);
	struct contribution_total c = contribution_by_instrument(&b, &track);
	const struct contribution *v = c.groups.v;
	static const double dax[] = { 0, 0.5, 1.5, 1.5, 2 }, metals[] = { 0, 1, -1, -1, -1 };

	CHECK(c.groups.n == 2 && strcmp(v[0].name, "Equity") == 0 && strcmp(v[1].name, "Metals") == 0);
	CHECK(near(v[1].x[CURVE_GROSS], a_year(-10)) && near(v[1].x[CURVE_COSTS], a_year(-5)) && near(v[1].x[CURVE_NET], a_year(-10)));
	CHECK(v[0].sharpe == c.each.v[0].sharpe);
	CHECK(near(v[1].sharpe, -10.0 / 3 * 16 / sqrt(450))); /* 10 and -20 */
	for (int i = 0; i < track.n; i++)
		CHECK(near(v[0].curve[i], dax[i]) && near(v[1].curve[i], metals[i]));
}

static void
order(void)
{
	struct contribution v[] = { { .name = "b", .x = { 0, 0, 1 } }, { .name = "c", .x = { 0, 0, 3 } },
		{ .name = "a", .x = { 0, 0, 1 } }, { .name = "d", .x = { 0, 0, -2 } } };
	struct contributions c = { 4, v };
	int *o = contribution_order(&c);
	const char *name[3];

	CHECK(o[0] == 1 && o[1] == 2 && o[2] == 0 && o[3] == 3);
	CHECK(contribution_choice(&c, name) == 3 && *name[0] == 'c' && *name[1] == 'b' && *name[2] == 'd');
	c.n = 2;
	CHECK(contribution_choice(&c, name) == 2 && *name[0] == 'c' && *name[1] == 'b');
	c.n = 1;
	CHECK(contribution_choice(&c, name) == 1 && *name[0] == 'b');
	c.n = 0;
	CHECK(contribution_choice(&c, name) == 0);
}

static void
rules(void)
{
	struct backtest b = opened(PNL);
	struct contribution_total c = contribution_by_rule(&b, &track);

	CHECK(c.each.n == 0 && c.groups.n == 0);
	folder_put("accounts/rules.csv",
	    "time,rule,gross,cost,net\n2021-01-06,slow,10,-1,9\n2021-01-06,fast,20,,20\n2021-01-07,fast,1,,1\n");
	c = contribution_by_rule(&b, &track);
	CHECK(c.each.n == 2 && strcmp(c.each.v[0].name, "slow") == 0 && near(c.each.v[0].x[CURVE_NET], a_year(9)));
	CHECK(c.groups.n == 2 && strcmp(c.groups.v[0].name, "fast") == 0 && near(c.groups.v[0].curve[4], 2.1));
	unlink(folder_path("accounts/rules.csv"));
}

/* No trade, no return: nothing to divide by, and nothing falls over. */
static void
nothing(void)
{
	struct backtest b = opened("time,instrument,gross,cost,net\n2021-01-06,DAX,0,,0\n2021-01-07,DAX,0,,0\n2021-01-06,GOLD,,,\n");
	struct contribution_total c = contribution_by_instrument(&b, &track);

	CHECK(c.each.n == 2 && c.each.v[0].x[CURVE_NET] == 0 && isnan(c.each.v[0].sharpe));
	CHECK(c.each.v[1].x[CURVE_GROSS] == 0 && isnan(c.each.v[1].sharpe));
	b = opened("time,instrument,gross,cost,net\n");
	c = contribution_by_instrument(&b, &track);
	CHECK(c.each.n == 0 && c.groups.n == 0);
	struct daily_returns none = { .n = 0 };
	b = opened("time,instrument,gross,cost,net\n2021-01-06,DAX,,-1,\n");
	c = contribution_by_instrument(&b, &none);
	CHECK(c.each.n == 1 && c.each.v[0].x[CURVE_COSTS] == 0 && isnan(c.each.v[0].sharpe) && c.groups.n == 1);
}

static void
refuses(const char *pnl, const char *message)
{
	struct backtest b = opened(pnl);
	char want[512];
	int fd;

	if (test_child(2, &fd)) {
		contribution_by_instrument(&b, &track);
		_exit(0);
	}
	snprintf(want, sizeof want, "contribution: %s/pnl.csv:%s\n", folder, message);
	CHECK(test_ended(fd, 2, want));
}

#define HEADER "time,instrument,gross,cost,net\n"

static void
what_is_wrong_is_named(void)
{
	refuses(HEADER "2021-01-06,DAX,1\n", "2: 3 fields where the header has 5");
	refuses("time,instrument,gross,cost\n", "1: no column 'net'");
	refuses(HEADER "2021-01-06,DAX,1,x,1\n", "2: column 'cost': not a number: \"x\"");
	refuses(HEADER "2021-01-06,DAX,1,,1\n2021-01-06,DAX,1,,1\n",
	    "3: column 'time': not a date after the one before: \"2021-01-06\"");
	refuses(HEADER "soon,DAX,1,,1\n", "2: column 'time': not a date after the one before: \"soon\"");
	refuses(HEADER "2020-01-06,DAX,1,,1\n", "2: column 'time': a profit on a day that the account doesn't have: \"2020-01-06\"");
	refuses(HEADER "2021-01-06,OIL,1,,1\n", "2: column 'instrument': not an instrument of work/instruments.csv: \"OIL\"");
	refuses(HEADER "2021-01-06,,1,,1\n", "2: column 'instrument': not a name: \"\"");
	refuses(HEADER "2021-01-06,DAX,1,,1\n2021-01-06,TIN,1,,1\n2021-01-07,DAX,1,,1\n",
	    "4: column 'instrument': its rows don't stand together: \"DAX\"");
}

int
main(void)
{
	prog = "contribution";
	folder_make_new();
	RUN(instruments);
	RUN(sharpe_ratios);
	RUN(classes);
	RUN(order);
	RUN(rules);
	RUN(nothing);
	RUN(what_is_wrong_is_named);
	folder_remove();
	return test_end();
}
