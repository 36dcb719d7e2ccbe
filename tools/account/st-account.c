/*
 * st-account - gross and cost cash flows into curves: gross, cost and net by period
 *
 *   $ printf 'time,instrument,curve,value\n2020-01-01,GOLD,gross,0\n2020-01-01,GOLD,costs,-5\n2020-01-02,GOLD,gross,100\n2020-01-03,GOLD,gross,40\n2020-01-03,GOLD,costs,-2\n' | st-account
 *   time,instrument,gross,cost,net
 *   2020-01-02,GOLD,100.0,,
 *   2020-01-03,GOLD,40.0,-2.0,38.0
 *
 * The 5 that the first day cost are in none of it: a loss that the reference has,
 * and st(7) tells of. A curve begins with the difference to its first value.
 */
#include <math.h>
#include <stdio.h>

#include "account/account_sums.h"
#include "account/cost_items.h"
#include "account/curve.h"
#include "account/curve_columns.h"
#include "account/curve_rows.h"
#include "account/earning_days.h"
#include "account/weeks.h"
#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/output.h"
#include "fit/frequency.h"

struct options {
	double capital;
	const char *config, *frequency, *by, *multipliers, *costs;
	bool portfolio, percent, risk, weekly;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency, for percentages", O_NUM, offsetof(struct options, capital) },
	{ 'p', "portfolio", NULL, "the sum of all, in value and in percent of capital", O_FLAG,
	    offsetof(struct options, portfolio) },
	{ 0, "percent", NULL, "in percent of capital, not in base currency", O_FLAG, offsetof(struct options, percent) },
	{ 0, "by", "COLUMN", "the sums by instrument or by rule, of a stream that has both", O_STR, offsetof(struct options, by) },
	{ 0, "capital-multiplier", "FILE", "what st-compound printed, for percentages", O_STR,
	    offsetof(struct options, multipliers) },
	{ 0, "risk", NULL, "also net's drawdown and its annualised standard deviation round each period", O_FLAG,
	    offsetof(struct options, risk) },
	{ 0, "frequency", "F", "daily (default), weekly, monthly or annual", O_STR, offsetof(struct options, frequency) },
	{ 0, "weekly", NULL, "each week's gross returns, how many days had any, and net: what st-fit takes", O_FLAG,
	    offsetof(struct options, weekly) },
	{ 0, "costs", "FILE", "with --weekly: write what costs are made of: instrument,rule,item,value", O_STR,
	    offsetof(struct options, costs) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-account", "[FILE ...]",
	"gross and cost cash flows into curves: gross, cost and net by period", opts };

static void
each(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	struct curve_columns columns = { .n = 0 };
	const struct account *a;
	bool rules = g->in.rule >= 0;

	out_str(o, "time");
	out_str(o, rules && g->by == BY_RULE ? "" : ",instrument");
	out_str(o, rules && g->by != BY_INSTRUMENT ? ",rule" : "");
	out_str(o, opt->percent ? ",gross_percent,cost_percent,net_percent" : ",gross,cost,net");
	out_str(o, opt->risk ? ",drawdown,std\n" : "\n");
	while ((a = account_sums_next(g))) {
		curve_columns_begin(&columns, c, a);
		curve_columns_add(&columns, c, opt->percent ? CURVE_PERCENT : CURVE_VALUE_TERMS, f);
		if (opt->risk)
			curve_columns_add_risk(&columns, f);
		curve_rows_print(o, a, f, &columns);
	}
}

/* ---- weeks, for fitting ---- */

/* Weeks, unless a config fits instruments' weights or correlates them at another frequency: then days. */
static enum frequency
rows_for_fitting(const char *config)
{
	if (!config)
		return WEEKLY;
	struct config c = config_load(config);
	return fit_frequency_rows(fit_frequency_of_returns(&c, "instrument_weight_estimate"),
	    fit_frequency_of_correlations(&c, "instrument_correlation_estimate"));
}

static void
print_costs(struct out *o, const char *instrument, const struct curve_returns *r)
{
	struct earning_days gross = earning_days_of(r[CURVE_GROSS].x, r[CURVE_GROSS].n), costs = earning_days_of(r[CURVE_COSTS].x,
	    r[CURVE_COSTS].n);

	cost_item(o, instrument, "", "gross_days", (double)gross.n);
	cost_item(o, instrument, "", "gross_mean", earning_days_mean(&gross));
	cost_item(o, instrument, "", "gross_stdev", earning_days_stdev(&gross));
	cost_item(o, instrument, "", "cost_mean", earning_days_mean(&costs));
}

static void
print_weeks(struct out *o, const char *instrument, const struct curve_returns *r, enum frequency f)
{
	struct weeks w = weeks_of(&r[CURVE_GROSS], &r[CURVE_NET], f);

	while (weeks_next(&w)) {
		curve_rows_begin(o, frequency_label(f, w.period), instrument, NULL);
		out_char(o, ',');
		out_num(o, w.gross);
		out_char(o, ',');
		out_int(o, (double)w.days);
		out_char(o, ',');
		out_num(o, w.net);
		out_char(o, '\n');
	}
}

static void
weeks(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	struct curve_columns columns = { .n = 0 };
	const struct account *a;
	struct out *costs = output_open(opt->costs);
	enum frequency rows = rows_for_fitting(opt->config);

	cost_items_head(costs);
	out_str(o, "time,instrument,gross,days,net\n");
	while ((a = account_sums_next(g))) {
		curve_columns_begin(&columns, c, a);
		curve_columns_add(&columns, c, CURVE_VALUE_TERMS, f);
		print_weeks(o, a->name, columns.r, rows);
		print_costs(costs, a->name, columns.r);
	}
}

static void
portfolio(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	while (account_sums_next(g))
		;
	if (opt->multipliers)
		curves_compound(c, opt->multipliers);
	curve_rows_portfolio(o, &g->total, c, f, opt->risk);
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN, .frequency = "daily" };
	struct account_sums g;
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	enum frequency f = frequency_named(opt.frequency);
	struct curves c = curves_open(opt.capital, opt.config);
	if (opt.multipliers && !opt.portfolio)
		die("--capital-multiplier is for --portfolio: what one instrument earns has no capital of its own");
	if ((opt.portfolio || opt.percent) && isnan(c.capital))
		die("--portfolio and --percent need --capital, or a --config with notional_trading_capital");
	if (opt.weekly && (opt.portfolio || !opt.costs))
		die("--weekly needs --costs, and goes without --portfolio");
	out_open(&o, 1, "stdout");
	account_sums_open(&g, account_sums_by(opt.by), argv + i, argc - i);
	(opt.portfolio ? portfolio : opt.weekly ? weeks : each)(&g, &o, &c, &opt, opt.weekly ? DAILY : f);
	out_flush(&o);
	output_close_all();
	return 0;
}
