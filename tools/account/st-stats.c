/*
 * st-stats - the statistics of a portfolio and of each of its instruments
 *
 *   $ printf 'time,instrument,curve,value\n2020-01-01,GOLD,gross,0\n2020-01-02,GOLD,gross,100\n2020-01-03,GOLD,gross,-40\n' | st-stats --capital=1000 | sed -n '1p;5,6p'
 *   account,frequency,curve,units,stat,value
 *   portfolio,daily,gross,percent,mean,3.0
 *   portfolio,daily,gross,percent,std,9.899494936611665
 *
 * Every statistic of every curve: by day, week, month and year; gross, costs and
 * net; in percent of capital and in value.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "account/account_stats.h"
#include "account/account_sums.h"
#include "account/curve_rows.h"
#include "account/summary.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/output.h"
#include "maths/student.h"
#include "time/date.h"
#include "time/frequency.h"

struct options {
	double capital;
	const char *config, *output, *account, *by, *multipliers, *instruments, *held;
	struct opt_list first;
	bool summary, months, across, portfolio;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency", O_NUM, offsetof(struct options, capital) },
	{ 0, "by", "COLUMN", "the sums by instrument or by rule, of a stream that has both", O_STR, offsetof(struct options, by) },
	{ 0, "capital-multiplier", "FILE", "what st-compound printed, for the portfolio", O_STR,
	    offsetof(struct options, multipliers) },
	{ 'p', "portfolio", NULL, "of the portfolio alone", O_FLAG, offsetof(struct options, portfolio) },
	{ 0, "across", NULL, "print what each statistic is on average over the accounts instead", O_FLAG, offsetof(struct options, across) },
	{ 's', "summary", NULL, "print a table of the headline figures instead", O_FLAG, offsetof(struct options, summary) },
	{ 'm', "months", NULL, "print the portfolio's return of each month and year instead", O_FLAG, offsetof(struct options, months) },
	{ 0, "first", "FILE", "first prices, vols and rates of instruments, of st-first: from when they could be held; repeatable",
	    O_LIST, offsetof(struct options, first) },
	{ 0, "instruments", "FILE", "table of instruments, with --first", O_STR, offsetof(struct options, instruments) },
	{ 0, "held", "FILE", "with --first: write from when each could be held, its statistics from then on, what was missing before",
	    O_STR, offsetof(struct options, held) },
	{ 'o', "output", "FILE", "write the statistics to FILE, with a table too", O_STR, offsetof(struct options, output) },
	{ 0, "account", "FILE", "write what st-account --portfolio prints to FILE too", O_STR, offsetof(struct options, account) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-stats", "[FILE ...]",
	"the statistics of a portfolio and of each of its instruments", opts };

static void
print_result(struct out *o, const struct account_stats *r)
{
	for (int f = 0; f < FREQUENCIES; f++)
		for (int k = 0; k < CURVE_KINDS; k++)
			for (int u = 0; u < CURVE_UNITS; u++)
				for (int s = 0; s < STATS; s++) {
					const char *word[] = { frequency_name[f], curve_kind_name[k], curve_units_name[u], return_stats_name[s] };
					out_field(o, slice_of(r->name));
					for (int i = 0; i < 4; i++) {
						out_char(o, ',');
						out_str(o, word[i]);
					}
					out_char(o, ',');
					out_num(o, r->of[f][k][u][s]);
					out_char(o, '\n');
				}
}

static void
print_results(struct out *o, const struct account_stats *r, int n)
{
	out_str(o, "account,frequency,curve,units,stat,value\n");
	for (int i = 0; i < n; i++)
		print_result(o, &r[i]);
}

/* ---- from when it could be held ---- */

static const enum return_stat held_stats[] = { STAT_ANN_MEAN, STAT_ANN_STD, STAT_SHARPE, STAT_SORTINO, STAT_SKEW,
	STAT_WORST_DRAWDOWN, STAT_T_STAT };
enum { HELD_STATS = sizeof held_stats / sizeof *held_stats };

static void
print_day(struct out *o, bool none, int day)
{
	out_char(o, ',');
	if (!none)
		out_str(o, date_text(day));
}

static void
print_held(struct out *o, const struct account_stats *r, int n)
{
	out_str(o, "account,first,held_from");
	for (int i = 0; i < HELD_STATS; i++) {
		out_char(o, ',');
		out_str(o, return_stats_name[held_stats[i]]);
	}
	out_str(o, ",missing\n");
	for (; n > 0; n--, r++) {
		out_field(o, slice_of(r->name));
		print_day(o, r->empty, r->first);
		print_day(o, r->held_from == HELD_NEVER, r->held_from);
		for (int i = 0; i < HELD_STATS; i++) {
			out_char(o, ',');
			out_num(o, r->held[CURVE_NET][held_stats[i]]);
		}
		out_char(o, ',');
		out_field(o, slice_of(r->missing ? r->missing : ""));
		out_char(o, '\n');
	}
}

/* Of a program's options; NULL without them. */
static const struct held_from *
held_of(const struct options *opt)
{
	static struct held_from h;

	if (!opt->first.n && !opt->instruments && !opt->held)
		return NULL;
	if (!opt->first.n || !opt->instruments || !opt->config)
		die("--first, --instruments and --config go together, and --held with them");
	struct config c = config_load(opt->config);
	struct instruments t = instruments_read(opt->instruments);
	h = held_from_read(&c, &t, opt->first.v, opt->first.n);
	return &h;
}

/* ---- over accounts ---- */

/* Mean and deviation of those that there are; t and its probability only when all are. */
static void
print_average(struct out *o, enum return_stat stat, const char *weights, const double *x, int n)
{
	static const char *const item[] = { "mean", "std", "t_stat", "p_value" };
	double sum = 0, squares = 0, value[4];
	int some = 0;

	for (int i = 0; i < n; i++)
		if (!isnan(x[i])) {
			sum += x[i];
			some++;
		}
	value[0] = sum / some;
	for (int i = 0; i < n; i++)
		squares += isnan(x[i]) ? 0 : (x[i] - value[0]) * (x[i] - value[0]);
	value[1] = sqrt(squares / some);
	value[2] = some == n && n > 1 ? value[0] / (sqrt(squares / (n - 1)) / sqrt(n)) : NAN;
	value[3] = student_p_value(isinf(value[2]) ? NAN : value[2], n - 1);
	for (int i = 0; i < 4; i++) {
		out_str(o, return_stats_name[stat]);
		out_char(o, ',');
		out_str(o, weights);
		out_char(o, ',');
		out_str(o, item[i]);
		out_char(o, ',');
		out_num(o, isinf(value[i]) ? NAN : value[i]);
		out_char(o, '\n');
	}
}

/* Of the n accounts behind the portfolio, daily, net and in percent, as pysystemtrade's statsDict has it. */
static void
print_across(struct out *o, const struct account_stats *r, int n)
{
	double *x = mem_alloc((size_t)n, sizeof *x), months = 0;

	out_str(o, "stat,weights,item,value\n");
	for (int i = 1; i <= n; i++)
		months += r[i].months;
	for (int s = 0; s < STATS && n; s++) {
		for (int i = 0; i < n; i++)
			x[i] = r[i + 1].of[DAILY][CURVE_NET][CURVE_PERCENT][s] * (r[i + 1].months / (months / n));
		print_average(o, s, "time", x, n);
		for (int i = 0; i < n; i++)
			x[i] = r[i + 1].of[DAILY][CURVE_NET][CURVE_PERCENT][s] * (1.0 / n);
		print_average(o, s, "equal", x, n);
	}
	free(x);
}

/* ---- */

/* Result 0 is the portfolio's, with --portfolio the only one. */
static struct account_stats *
all_results(struct account_sums *g, struct curves *c, const struct options *opt, int *n)
{
	const struct account *a;
	struct account_stats_work w = { .held = held_of(opt) };
	struct account_stats *r = mem_alloc(1, sizeof *r);
	int cap = 1;

	for (*n = 1; (a = account_sums_next(g)); ++*n) {
		if (opt->portfolio) {
			--*n;
			continue;
		}
		if (*n == cap)
			r = mem_grow(r, (size_t)(cap *= 2), sizeof *r);
		account_stats_of(&r[*n], &w, c, a);
	}
	if (opt->multipliers)
		curves_compound(c, opt->multipliers);
	account_stats_of(&r[0], &w, c, &g->total);
	return r;
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN };
	struct account_sums g;
	static struct out o;
	int n;

	int i = opt_parse(&usage, &opt, argc, argv);
	struct curves c = curves_open(opt.capital, opt.config);
	if (isnan(c.capital))
		die("give --capital, or a --config with notional_trading_capital");
	if (opt.across + opt.summary + opt.months > 1)
		die("one of --across, --months and --summary");
	if (opt.portfolio && (opt.across || opt.summary))
		die("--portfolio goes without --across and --summary");
	account_sums_open(&g, account_sums_by(opt.by), argv + i, argc - i);
	struct account_stats *r = all_results(&g, &c, &opt, &n);
	out_open(&o, 1, "stdout");
	if (opt.account)
		curve_rows_portfolio(output_open(opt.account), &g.total, &c, DAILY, false);
	if (opt.output) {
		struct out *file = output_open(opt.output);
		print_results(file, r, n);
		out_flush(file);
	} else if (!opt.summary && !opt.across && !opt.months) {
		print_results(&o, r, n);
	}
	if (opt.held)
		print_held(output_open(opt.held), r, n);
	if (opt.across)
		print_across(&o, r, n - 1);
	if (opt.summary)
		summary_print(&o, r, n, c.capital, c.whole);
	if (opt.months)
		summary_print_months(&o, &c);
	out_flush(&o);
	output_close_all();
	return 0;
}
