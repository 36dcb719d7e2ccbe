/* returns - the account's returns by month and year, their statistics and their tails */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "account/monthly_returns.h"
#include "base/decimals.h"
#include "base/mem.h"
#include "maths/tails.h"
#include "report/sections.h"
#include "time/date.h"
#include "time/frequency.h"
#include "time/year.h"

/* Returns of a month are shaded as far as this many standard deviations. */
#define FULL 2

static void
month_table(struct page *p, const struct backtest_contents *v)
{
	static const char *const column[] = { "year", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
		"net", "gross", "costs" };
	struct monthly_returns m = monthly_returns_of(&v->track, false);
	double full = FULL * v->stat[MONTHLY][CURVE_NET][STAT_STD];

	page_table(p, "Net returns by month, percent of a constant capital", column, 16);
	for (int i = m.n - 1; i >= 0; i--) {
		const struct monthly_returns_year *y = &m.v[i];
		page_row(p);
		page_cell(p, decimals_text(y->year, 0));
		for (int j = 0; j < 12; j++)
			page_shaded(p, y->month[j], 1, full);
		page_shaded(p, y->x[CURVE_NET], 1, full * sqrt(12));
		page_num(p, y->x[CURVE_GROSS], 1);
		page_num(p, y->x[CURVE_COSTS], 1);
	}
	page_table_end(p);
}

/* What the last so many business days were. */
static void
recent(struct page *p, const struct daily_returns *t)
{
	static const char *const column[] = { "the last", "return %", "a year %", "volatility %", "Sharpe ratio" };
	static const struct {
		const char *name;
		int days;
	} span[] = { { "day", 1 }, { "week", 5 }, { "month", 21 }, { "quarter", 64 }, { "year", BUSINESS_DAYS_IN_YEAR },
		{ "3 years", 3 * BUSINESS_DAYS_IN_YEAR },
		{ "5 years", 1280 }, { "10 years", 2560 }, { "all", 0 } };
	double *scratch = mem_alloc((size_t)t->n + 1, sizeof *scratch), stat[STATS];

	page_table(p, NULL, column, 5);
	for (size_t i = 0; i < sizeof span / sizeof span[0]; i++) {
		int n = span[i].days ? span[i].days : t->n;
		const double *x = t->x[CURVE_NET] + t->n - n;
		double sum = 0;
		if (n > t->n)
			continue;
		for (int j = 0; j < n; j++)
			sum += isnan(x[j]) ? 0 : x[j];
		return_stats_of(x, n, frequency_per_year(DAILY), scratch, stat);
		bool enough = n >= BUSINESS_DAYS_IN_YEAR || !span[i].days;
		page_row(p);
		page_cell(p, span[i].name);
		page_num(p, sum, 2);
		page_num(p, enough ? stat[STAT_ANN_MEAN] : NAN, 2);
		page_num(p, n > 20 ? stat[STAT_ANN_STD] : NAN, 2);
		page_num(p, enough ? stat[STAT_SHARPE] : NAN, 2);
	}
	page_table_end(p);
	free(scratch);
}

/* What is shown of each period's statistics, in what words and digits. */
static const struct {
	enum return_stat stat;
	const char *name;
	double scale;
	int decimals;
	bool of_costs;         /* does it say something of costs, which are never a gain? */
} line[] = {
	{ STAT_ANN_MEAN, "annual mean, %", 1, 2, true },
	{ STAT_ANN_STD, "annual standard deviation, %", 1, 2, true },
	{ STAT_SHARPE, "Sharpe ratio", 1, 3, false },
	{ STAT_SORTINO, "Sortino ratio", 1, 3, false },
	{ STAT_CALMAR, "Calmar ratio", 1, 3, false },
	{ STAT_T_STAT, "t-statistic", 1, 2, false },
	{ STAT_P_VALUE, "p-value", 1, 4, false },
	{ STAT_MEAN, "mean, %", 1, 3, true },
	{ STAT_MEDIAN, "median, %", 1, 3, true },
	{ STAT_STD, "standard deviation, %", 1, 3, true },
	{ STAT_MIN, "worst, %", 1, 2, true },
	{ STAT_MAX, "best, %", 1, 2, true },
	{ STAT_SKEW, "skew", 1, 3, true },
	{ STAT_HITRATE, "periods with a gain, %", 100, 1, false },
	{ STAT_AVG_GAIN, "average gain, %", 1, 3, false },
	{ STAT_AVG_LOSS, "average loss, %", 1, 3, false },
	{ STAT_GAINTOLOSSRATIO, "gain to loss, averages", 1, 3, false },
	{ STAT_PROFITFACTOR, "profit factor, gains to losses", 1, 3, false },
	{ STAT_AVG_DRAWDOWN, "average drawdown, %", 1, 2, false },
	{ STAT_WORST_DRAWDOWN, "worst drawdown, %", 1, 2, false },
	{ STAT_TIME_IN_DRAWDOWN, "time in drawdown, %", 100, 1, false },
	{ STAT_AVG_RETURN_TO_DRAWDOWN, "annual mean to average drawdown", 1, 3, false },
	{ STAT_QUANT_RATIO_LOWER, "lower tail ratio, normal: 1", 1, 2, false },
	{ STAT_QUANT_RATIO_UPPER, "upper tail ratio, normal: 1", 1, 2, false },
};

static void
statistics(struct page *p, const struct backtest_contents *v)
{
	const char *column[] = { "", "daily", "weekly", "monthly", "annual", "gross, daily", "costs, daily", NULL };
	bool held = v->held.missing && !v->b.whole && v->held.day != HELD_NEVER;
	double later[STATS];
	char from[40];

	if (held) {
		snprintf(from, sizeof from, "daily from %s", date_text(v->held.day));
		column[7] = from;
		contents_held_stats(v, CURVE_NET, later);
	}
	page_table(p, "Statistics of net returns by period, as stats.csv has them. Costs have days that gross and net have not, "
	    "weekends and some before the first price, so that their mean is not quite net less gross.", column, held ? 8 : 7);
	for (size_t i = 0; i < sizeof line / sizeof line[0]; i++) {
		page_row(p);
		page_cell(p, line[i].name);
		for (int f = 0; f < FREQUENCIES; f++)
			page_num(p, line[i].scale * v->stat[f][CURVE_NET][line[i].stat], line[i].decimals);
		page_num(p, line[i].scale * v->stat[DAILY][CURVE_GROSS][line[i].stat], line[i].decimals);
		page_num(p, line[i].of_costs ? line[i].scale * v->stat[DAILY][CURVE_COSTS][line[i].stat] : NAN, line[i].decimals);
		if (held)
			page_num(p, line[i].scale * later[line[i].stat], line[i].decimals);
	}
	page_table_end(p);
}

/* Below 0 for a loss. */
static void
risk_table(struct page *p, const struct daily_returns *t)
{
	static const char *const column[] = { "net, %", "VaR 95 %", "CVaR 95 %", "VaR 99 %", "CVaR 99 %", "periods" };

	page_table(p, "Value at risk (VaR), historical: the return that a day, week or month fell short of one time in 20 (95 %) or in "
	    "100 (99 %); and expected shortfall (CVaR), the mean of those that bad", column, 6);
	for (int f = DAILY; f <= MONTHLY; f++) {
		struct daily_returns_periods x = daily_returns_periods(t, CURVE_NET, f);
		struct tails tails = tails_of(x.x, x.n);
		page_row(p);
		page_cell(p, frequency_name[f]);
		for (int i = 0; i < TAILS_LEVELS; i++) {
			page_num(p, tails.at_risk[i], 2);
			page_num(p, tails.shortfall[i], 2);
		}
		page_num(p, tails.n, 0);
		free(x.x);
	}
	page_table_end(p);
}

static void
tail_table(struct page *p, const struct daily_returns *t)
{
	static const char *const column[] = { "net, %", "5 %", "25 %", "50 %", "75 %", "95 %", "gains on end",
		"losses on end", "kurtosis" };

	page_table(p, "Quantiles; the longest runs of gains and of losses; excess kurtosis (0 for a normal distribution)", column, 9);
	for (int f = 0; f < FREQUENCIES; f++) {
		struct daily_returns_periods x = daily_returns_periods(t, CURVE_NET, f);
		struct tails tails = tails_of(x.x, x.n);
		page_row(p);
		page_cell(p, frequency_name[f]);
		for (int i = 0; i < TAILS_QUANTILES; i++)
			page_num(p, tails.quantile[i], 2);
		page_num(p, tails.gains, 0);
		page_num(p, tails.losses, 0);
		page_num(p, tails.kurtosis, 1);
		free(x.x);
	}
	page_table_end(p);
}

void
report_returns(struct report *r)
{
	page_section(&r->page, "returns", "Returns");
	month_table(&r->page, r->v);
	page_pair(&r->page);
	report_figure(r, "daily_returns");
	report_figure(r, "monthly_returns");
	page_pair_end(&r->page);
	recent(&r->page, &r->v->track);
	statistics(&r->page, r->v);
	risk_table(&r->page, &r->v->track);
	tail_table(&r->page, &r->v->track);
}
