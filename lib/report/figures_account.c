/* figures_account - of the account as a whole: equity, risk, how returns are distributed, costs */
#include <math.h>

#include "account/equity.h"
#include "account/monthly_returns.h"
#include "account/trailing.h"
#include "base/mem.h"
#include "maths/histogram.h"
#include "report/figures.h"
#include "time/frequency.h"
#include "time/year.h"

static double *
numbers(int n)
{
	return mem_alloc((size_t)n + 1, sizeof(double));
}

static double *
cumulated(const struct daily_returns *t, enum curve_kind k)
{
	double *y = numbers(t->n);

	daily_returns_cumulate(t->x[k], t->n, y);
	return y;
}

/* From net's height before the first common day on; a day that is not common leaves it where it was. */
static void
add_benchmark(struct chart_panel *p, const struct benchmark *b, const struct daily_returns *t, const double *net)
{
	double *y = numbers(b->n), at = b->first > 0 ? net[b->first - 1] : 0;

	for (int i = 0; i < b->n; i++)
		y[i] = at += isnan(b->x[i]) ? 0 : b->x[i];
	chart_series(p, (struct chart_series){ "benchmark", MARK_LINE, INK_SERIES + 1, b->n, t->day + b->first, y });
}

#define EQUITY \
	"Cumulated return in percent of capital, which is constant: nothing compounds. Beneath, net's fall from its highest so far."

static void
equity(struct figures *f, const struct backtest_contents *v)
{
	const struct daily_returns *t = &v->track;
	struct equity e = { .n = t->n, .day = t->day, .net = cumulated(t, CURVE_NET), .gross = cumulated(t, CURVE_GROSS),
	    .down = numbers(t->n) };

	return_stats_drawdown(t->x[CURVE_NET], t->n, e.down);
	struct chart *c = figures_add(f, "equity",
	    v->benchmark ? EQUITY " The benchmark begins where net stands on the first day of both." : EQUITY, "Equity curve and drawdown");
	equity_chart(&e, c);
	if (v->benchmark)
		add_benchmark(&c->panel[0], v->benchmark, t, e.net);
}

/* The same value from the first day to the last. */
static struct chart_series
level(const char *name, const struct daily_returns *t, double value)
{
	double *x = numbers(2), *y = numbers(2);

	x[0] = t->day[0];
	x[1] = t->day[t->n - 1];
	y[0] = y[1] = value;
	return (struct chart_series){ name, MARK_LINE, INK_WANTED, 2, x, y };
}

static void
risk(struct figures *f, const struct backtest_contents *v)
{
	const struct daily_returns *t = &v->track;
	double *vol = numbers(t->n), *one = numbers(t->n), *three = numbers(t->n);

	if (t->n < BUSINESS_DAYS_IN_YEAR)
		return;
	struct chart *c = figures_add(f, "risk",
	    "Net returns of the last 256 business days: their annual standard deviation beside the config's target, and the Sharpe "
	    "ratio, also of the last three years.", "Volatility and Sharpe ratio");
	trailing_deviation(t->x[CURVE_NET], t->n, BUSINESS_DAYS_IN_YEAR, vol);
	trailing_sharpe(t->x[CURVE_NET], t->n, BUSINESS_DAYS_IN_YEAR, one);
	trailing_sharpe(t->x[CURVE_NET], t->n, 3 * BUSINESS_DAYS_IN_YEAR, three);
	struct chart_panel *p = chart_panel(c, "volatility, % a year", 0.5);
	chart_series(p, (struct chart_series){ "achieved", MARK_LINE, INK_NET, t->n, t->day, vol });
	chart_series(p, level("wanted", t, v->b.vol_target));
	p = chart_panel(c, "Sharpe ratio", 0.5);
	chart_series(p, (struct chart_series){ "one year", MARK_LINE, INK_GROSS, t->n, t->day, one });
	chart_series(p, (struct chart_series){ "three years", MARK_LINE, INK_NET, t->n, t->day, three });
}

static void
distribution(struct figures *f, const char *name, const char *caption, const char *title, const double *x, int n)
{
	struct histogram h = histogram_of(x, n);

	if (h.n == 0)
		return;
	struct chart *c = figures_add(f, name, caption, title);
	c->axis = CHART_NUMBERS;
	c->xlabel = "return, % of capital";
	struct chart_panel *p = chart_panel(c, "share of returns, %", 1);
	chart_series(p, (struct chart_series){ "returns", MARK_BARS, INK_GROSS, h.n, h.middle, h.share });
	chart_series(p, (struct chart_series){ "normal", MARK_LINE, INK_DRAWDOWN, h.n, h.middle, h.normal });
}

static void
distributions(struct figures *f, const struct backtest_contents *v)
{
	struct daily_returns_periods months = daily_returns_periods(&v->track, CURVE_NET, MONTHLY);

	distribution(f, "daily_returns", "Net returns by day, and a normal distribution of the same mean and deviation; the outermost "
	    "bars hold what lies beyond, too.", "Daily returns", v->track.x[CURVE_NET], v->track.n);
	distribution(f, "monthly_returns", "The same by month.", "Monthly returns", months.x, months.n);
}

static void
years(struct figures *f, const struct backtest_contents *v)
{
	struct monthly_returns m = monthly_returns_of(&v->track, false);
	double *year = numbers(m.n), *gross = numbers(m.n), *costs = numbers(m.n);

	for (int i = 0; i < m.n; i++) {
		year[i] = m.v[i].year;
		gross[i] = m.v[i].x[CURVE_GROSS];
		costs[i] = m.v[i].x[CURVE_COSTS];
	}
	struct chart *c = figures_add(f, "years", "What each year earned before costs, and what they took.",
	    "Gross returns and costs by year");
	c->axis = CHART_NUMBERS;
	struct chart_panel *p = chart_panel(c, "% of capital", 1);
	chart_series(p, (struct chart_series){ "gross", MARK_BARS, INK_GROSS, m.n, year, gross });
	chart_series(p, (struct chart_series){ "costs", MARK_BARS, INK_COST, m.n, year, costs });
}

/* Were costs what they are, times 0 to 5. */
static void
cost_sensitivity(struct figures *f, const struct backtest_contents *v)
{
	enum { POINTS = 21 };
	const struct daily_returns *t = &v->track;
	double *times = numbers(POINTS), *sharpe = numbers(POINTS), *x = numbers(t->n), *scratch = numbers(t->n), stat[STATS];

	for (int i = 0; i < POINTS; i++) {
		times[i] = 5.0 * i / (POINTS - 1);
		for (int j = 0; j < t->n; j++)
			x[j] = t->x[CURVE_GROSS][j] + times[i] * (isnan(t->x[CURVE_COSTS][j]) ? 0 : t->x[CURVE_COSTS][j]);
		return_stats_of(x, t->n, frequency_per_year(DAILY), scratch, stat);
		sharpe[i] = stat[STAT_SHARPE];
	}
	struct chart *c = figures_add(f, "cost_sensitivity",
	    "The Sharpe ratio of the same positions, were all costs 0 to 5 times what they are.", "Sharpe ratio against costs");
	c->axis = CHART_NUMBERS;
	c->xlabel = "costs, times what they are";
	chart_series(chart_panel(c, "Sharpe ratio", 1), (struct chart_series){ NULL, MARK_LINE, INK_NET, POINTS, times, sharpe });
}

void
figures_account(struct figures *f, const struct backtest_contents *v)
{
	equity(f, v);
	risk(f, v);
	distributions(f, v);
	years(f, v);
	cost_sensitivity(f, v);
}
