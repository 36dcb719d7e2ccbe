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
#include "account/earning_days.h"
#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "maths/return_stats.h"
#include "time/date.h"

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

static double
at(const struct curve_returns *r, int period)
{
	int i = period - r->first;

	return i < 0 || i >= r->n ? NAN : r->x[i];
}

/* The curves side by side: gross, costs, net; more of them; and what is only printed beside others. */
struct columns {
	struct curve_returns r[2 * KINDS + 2];
	int n, beside;
};

static void
span(const struct columns *c, int *first, int *last)
{
	const struct curve_returns *gross = &c->r[GROSS], *costs = &c->r[COSTS];

	*first = gross->first;
	*last = gross->first + gross->n;
	if (costs->n && (gross->n == 0 || costs->first < *first))
		*first = costs->first;
	if (costs->n && (gross->n == 0 || costs->first + costs->n > *last))
		*last = costs->first + costs->n;
}

/* A row for each period in which one of the curves has a value; it begins with the period's day and `names`. */
static void
print_rows(struct out *o, const struct account *a, enum frequency f, const struct columns *c)
{
	const char *name[] = { a->instrument, a->rule };
	char day[DATE_MAX];
	int p, last;

	for (span(c, &p, &last); p < last; p++) {
		bool some = false;
		for (int i = 0; i < c->n; i++)
			some |= !isnan(at(&c->r[i], p));
		if (!some)
			continue;
		out_bytes(o, day, date_print(day, frequency_label(f, p)));
		for (int i = 0; i < 2; i++)
			if (name[i]) {
				out_char(o, ',');
				out_field(o, slice_of(name[i]));
			}
		for (int i = 0; i < c->n + c->beside; i++) {
			out_char(o, ',');
			out_num(o, at(&c->r[i], p));
		}
		out_char(o, '\n');
	}
}

static void
returns_in(struct curves *c, enum curve_units u, enum frequency f, struct columns *to)
{
	curves_units(c, u);
	for (int k = 0; k < KINDS; k++)
		curves_returns(c, k, f, &to->r[to->n++]);
}

/* Of the last curve, which is net. */
static void
add_risk(struct columns *c, enum frequency f)
{
	const struct curve_returns *net = &c->r[c->n - 1];
	struct curve_returns *drawdown = &c->r[c->n], *deviation = &c->r[c->n + 1];

	curve_returns_like(drawdown, net);
	return_stats_drawdown(net->x, net->n, drawdown->x);
	curve_returns_like(deviation, net);
	return_stats_rolling_deviation(net->x, net->n, frequency_per_year(f), deviation->x);
	c->beside = 2;
}

static void
each(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	static struct columns columns;
	const struct account *a;
	bool rules = g->in.rule >= 0;

	out_str(o, "time");
	out_str(o, rules && g->by == BY_RULE ? "" : ",instrument");
	out_str(o, rules && g->by != BY_INSTRUMENT ? ",rule" : "");
	out_str(o, opt->percent ? ",gross_percent,cost_percent,net_percent" : ",gross,cost,net");
	out_str(o, opt->risk ? ",drawdown,std\n" : "\n");
	while ((a = account_sums_next(g))) {
		curves_account(c, a);
		columns.n = 0;
		returns_in(c, opt->percent ? PERCENT : VALUE_TERMS, f, &columns);
		if (opt->risk)
			add_risk(&columns, f);
		print_rows(o, a, f, &columns);
	}
}

/* ---- weeks, for fitting ---- */

static struct earning_days
counted_of(const struct curve_returns *r)
{
	struct earning_days c = { .n = 0 };

	for (int i = 0; i < r->n; i++)
		earning_days_next(&c, r->x[i]);
	return c;
}

static void
print_costs(struct out *o, const char *instrument, const struct curve_returns *r)
{
	struct earning_days gross = counted_of(&r[GROSS]), costs = counted_of(&r[COSTS]);

	cost_item(o, instrument, "", "gross_days", (double)gross.n);
	cost_item(o, instrument, "", "gross_mean", earning_days_mean(&gross));
	cost_item(o, instrument, "", "gross_stdev", earning_days_stdev(&gross));
	cost_item(o, instrument, "", "cost_mean", earning_days_mean(&costs));
}

/* Business days are numbered five a week. Net is what the running sum of days has grown by; nothing in its first week. */
static void
print_weeks(struct out *o, const char *instrument, const struct curve_returns *r)
{
	double sum = 0, before = NAN;
	char day[DATE_MAX];

	for (int p = r[GROSS].first, end = p + r[GROSS].n; p < end;) {
		int week = frequency_period(WEEKLY, frequency_label(DAILY, p));
		struct earning_days counted = { .n = 0 };
		double gross = 0, now = before;
		for (; p < end && frequency_period(WEEKLY, frequency_label(DAILY, p)) == week; p++) {
			if (earning_days_next(&counted, at(&r[GROSS], p)))
				gross += at(&r[GROSS], p);
			if (!isnan(at(&r[NET], p)))
				now = sum += at(&r[NET], p);
		}
		out_bytes(o, day, date_print(day, frequency_label(WEEKLY, week)));
		out_char(o, ',');
		out_field(o, slice_of(instrument));
		out_char(o, ',');
		out_num(o, gross);
		out_char(o, ',');
		out_int(o, (double)counted.n);
		out_char(o, ',');
		out_num(o, now - before);
		out_char(o, '\n');
		before = now;
	}
}

static void
weeks(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	static struct columns columns;
	const struct account *a;
	struct out costs;

	out_file(&costs, opt->costs);
	cost_items_head(&costs);
	out_str(o, "time,instrument,gross,days,net\n");
	while ((a = account_sums_next(g))) {
		curves_account(c, a);
		columns.n = 0;
		returns_in(c, VALUE_TERMS, f, &columns);
		print_weeks(o, a->name, columns.r);
		print_costs(&costs, a->name, columns.r);
	}
	out_close(&costs);
}

static void
portfolio(struct account_sums *g, struct out *o, struct curves *c, const struct options *opt, enum frequency f)
{
	static struct columns columns;

	while (account_sums_next(g))
		;
	if (opt->multipliers)
		curves_compound(c, opt->multipliers);
	curves_account(c, &g->total);
	returns_in(c, VALUE_TERMS, f, &columns);
	returns_in(c, PERCENT, f, &columns);
	if (opt->risk)
		add_risk(&columns, f);
	out_str(o, "time,gross,cost,net,gross_percent,cost_percent,net_percent");
	out_str(o, opt->risk ? ",drawdown,std\n" : "\n");
	print_rows(o, &g->total, f, &columns);
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN, .frequency = "daily" };
	struct account_sums g;
	struct out o;

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
	return 0;
}
