/* summary - the headline figures, the account, and its worst falls */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "account/drawdowns.h"
#include "base/decimals.h"
#include "maths/tails.h"
#include "report/sections.h"
#include "time/date.h"

enum { WORST = 10 };

__attribute__((format(printf, 4, 5))) static void
tile(struct page *p, const char *name, const char *value, const char *fmt, ...)
{
	char note[200];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(note, sizeof note, fmt, ap);
	va_end(ap);
	page_tile(p, name, value, note);
}

static void
percent_tile(struct page *p, const char *name, double x, const char *note)
{
	char value[64];

	snprintf(value, sizeof value, "%s %%", decimals_text(x, 2));
	page_tile(p, name, value, note);
}

/* What is earned, at what risk, and how sure that is. */
static void
earnings_tiles(struct page *p, const struct backtest_contents *v, const double *net, const double *gross, double years)
{
	double sharpe = net[STAT_SHARPE];
	char note[100];

	snprintf(note, sizeof note, "%s %% before costs", decimals_text(gross[STAT_ANN_MEAN], 2));
	percent_tile(p, "annual mean", net[STAT_ANN_MEAN], note);
	snprintf(note, sizeof note, "%s %% wanted", decimals_text(v->b.vol_target, 1));
	percent_tile(p, "annual volatility", net[STAT_ANN_STD], note);
	/* The standard error of a Sharpe ratio: A. W. Lo, The Statistics of Sharpe Ratios, FAJ 58 (2002), eq. 9, by years. */
	tile(p, "Sharpe ratio", decimals_text(sharpe, 3), "\xc2\xb1 %s standard error",
	    decimals_text(sqrt((1 + sharpe * sharpe / 2) / years), 2));
	tile(p, "t-statistic", decimals_text(net[STAT_T_STAT], 2), "%s years", decimals_text(years, 1));
}

/* As it is printed, so that what is printed adds up: costs of stats.csv are a mean over other days than gross and net. */
static double
rounded(double percent)
{
	return rint(100 * percent) / 100;
}

/* What the worst twentieth of days, or of months, was. */
static void
risk_tile(struct page *p, const char *name, const struct daily_returns *t, enum frequency f)
{
	struct daily_returns_periods x = daily_returns_periods(t, CURVE_NET, f);
	struct tails tails = tails_of(x.x, x.n);
	char note[100];

	snprintf(note, sizeof note, "CVaR %s %%", decimals_text(tails.shortfall[TAILS_95], 2));
	percent_tile(p, name, tails.at_risk[TAILS_95], note);
	free(x.x);
}

static void
tiles(struct page *p, const struct backtest_contents *v)
{
	const double *net = v->stat[DAILY][CURVE_NET], *gross = v->stat[DAILY][CURVE_GROSS];
	double earned = rounded(gross[STAT_ANN_MEAN]), costs = rounded(net[STAT_ANN_MEAN]) - earned;
	char note[100];

	page_tiles(p);
	earnings_tiles(p, v, net, gross, v->track.years);
	snprintf(note, sizeof note, "%s %% on average", decimals_text(net[STAT_AVG_DRAWDOWN], 2));
	percent_tile(p, "worst drawdown", net[STAT_WORST_DRAWDOWN], note);
	snprintf(note, sizeof note, "net less gross; %s %% of gross", decimals_text(-100 * costs / earned, 1));
	percent_tile(p, "annual costs", costs, earned > 0 ? note : "net less gross");
	tile(p, "skew by day", decimals_text(net[STAT_SKEW], 2), "%s by month",
	    decimals_text(v->stat[MONTHLY][CURVE_NET][STAT_SKEW], 2));
	tile(p, "turnover a year", decimals_text(v->costs.portfolio_turnover, 1), "times the portfolio");
	risk_tile(p, "one-day VaR, 95 %", &v->track, DAILY);
	risk_tile(p, "one-month VaR, 95 %", &v->track, MONTHLY);
	page_tiles_end(p);
}

/* Until when data was missing and why; unless the statistics begin where it was there, the first tiles again from then on. */
static void
what_was_missing(struct page *p, const struct backtest_contents *v)
{
	double net[STATS], gross[STATS];
	char text[2000];

	if (!v->held.missing)
		return;
	bool never = v->held.day == HELD_NEVER;
	snprintf(text, sizeof text, "Nothing could be held %s%s: %s.", never ? "at all" : "before ", never ? "" : date_text(v->held.day),
	    v->held.missing);
	page_text(p, text);
	if (v->b.whole)
		page_text(p, "All statistics begin with that day.");
	if (v->b.whole || never)
		return;
	double years = contents_held_stats(v, CURVE_NET, net);
	contents_held_stats(v, CURVE_GROSS, gross);
	snprintf(text, sizeof text, "The figures above count the days from %s on, as pysystemtrade does, and those on which nothing "
	    "could be held as days without profit. From %s on they are:", date_text(v->held.first), date_text(v->held.day));
	page_text(p, text);
	page_tiles(p);
	earnings_tiles(p, v, net, gross, years);
	page_tiles_end(p);
}

static const char *
day_text(const struct daily_returns *t, int i)
{
	static char text[4][DATE_MAX];
	static int at;
	char *s = text[at++ % 4];

	if (i < 0)
		return "not yet";
	s[date_print(s, (int)t->day[i])] = '\0';
	return s;
}

static void
worst_drawdowns(struct page *p, const struct daily_returns *t)
{
	static const char *const column[] = { "worst drawdowns", "%", "peak", "trough", "recovered", "business days" };
	struct drawdown d[WORST];
	int n = drawdowns_worst(t->x[CURVE_NET], t->n, WORST, d);

	page_table(p, NULL, column, 6);
	for (int i = 0; i < n; i++) {
		page_row(p);
		page_cell(p, decimals_text(i + 1, 0));
		page_num(p, d[i].depth, 2);
		page_cell(p, day_text(t, d[i].peak));
		page_cell(p, day_text(t, d[i].trough));
		page_cell(p, day_text(t, d[i].recovery));
		page_num(p, d[i].length, 0);
	}
	page_table_end(p);
}

void
report_summary(struct report *r)
{
	const struct backtest_contents *v = r->v;
	const struct daily_returns *t = &v->track;
	char text[300];

	snprintf(text, sizeof text, "%s to %s, %d instruments, on a capital of %s %s; net of costs unless it says otherwise.",
	    day_text(t, 0), day_text(t, t->n - 1), v->b.instruments.codes.n, decimals_text(v->b.capital, 0), v->b.base);
	page_text(&r->page, text);
	tiles(&r->page, v);
	what_was_missing(&r->page, v);
	report_figure(r, "equity");
	worst_drawdowns(&r->page, t);
	report_figure(r, "risk");
}
