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
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "curve.h"
#include "date.h"
#include "err.h"
#include "grouping.h"
#include "opt.h"
#include "out.h"
#include "stats.h"
#include "student.h"

struct options {
	double capital;
	const char *config, *output, *by, *multipliers;
	bool summary, across;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency", O_NUM, offsetof(struct options, capital) },
	{ 0, "by", "COLUMN", "the sums by instrument or by rule, of a stream that has both", O_STR, offsetof(struct options, by) },
	{ 0, "capital-multiplier", "FILE", "what st-compound printed, for the portfolio", O_STR,
	    offsetof(struct options, multipliers) },
	{ 0, "across", NULL, "print what each statistic is on average over the accounts instead", O_FLAG, offsetof(struct options, across) },
	{ 's', "summary", NULL, "print a table of the headline figures instead", O_FLAG, offsetof(struct options, summary) },
	{ 'o', "output", "FILE", "write the statistics to FILE, with --summary too", O_STR, offsetof(struct options, output) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-stats", "[FILE ...]",
	"the statistics of a portfolio and of each of its instruments", opts };

/* What is kept of an account: its name, the days of its gross P&L, and its statistics. */
struct result {
	const char *name;
	bool empty;
	int first, last;
	int months; /* with a position held */
	double of[FREQUENCIES][KINDS][UNITS][STATS];
};

/* A position is held from the second day on; where costs are charged from when one is held (a rule's), from the first that is. */
static int
months_held(const struct account *a)
{
	const struct series *g = &a->gross, *c = &a->costs;
	int first = g->n > 1 ? 1 : 0, y, m, last_y, last_m, day;
	int64_t from = g->n ? g->t[first] : 0;

	if (!g->n)
		return 0;
	for (int i = 0; a->rule && i < c->n && c->t[i] > from && isnan(c->x[i]); i++)
		from = c->t[i + 1 < c->n ? i + 1 : i];
	date_civil(account_day(from), &y, &m, &day);
	date_civil(account_day(g->t[g->n - 1]), &last_y, &last_m, &day);
	return (last_y - y) * 12 + last_m - m + 1;
}

static void
work_out(struct result *res, struct curves *c, const struct account *a)
{
	static struct returns r;
	static double *scratch;
	static int room;

	res->name = a->name;
	res->empty = a->gross.n == 0;
	if (!res->empty) {
		res->first = account_day(a->gross.t[0]);
		res->last = account_day(a->gross.t[a->gross.n - 1]);
	}
	res->months = months_held(a);
	curves_account(c, a);
	for (int u = 0; u < UNITS; u++) {
		curves_units(c, u);
		for (int k = 0; k < KINDS; k++)
			for (int f = 0; f < FREQUENCIES; f++) {
				curves_returns(c, k, f, &r);
				if (r.n >= room)
					scratch = mem_grow(scratch, (size_t)(room = r.n + 1), sizeof *scratch);
				stats_of(r.x, r.n, frequency_per_year(f), scratch, res->of[f][k][u]);
			}
	}
}

static void
print_result(struct out *o, const struct result *r)
{
	for (int f = 0; f < FREQUENCIES; f++)
		for (int k = 0; k < KINDS; k++)
			for (int u = 0; u < UNITS; u++)
				for (int s = 0; s < STATS; s++) {
					const char *word[] = { frequency_name[f], kind_name[k], units_name[u], stat_name[s] };
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
print_results(struct out *o, const struct result *r, int n)
{
	out_str(o, "account,frequency,curve,units,stat,value\n");
	for (int i = 0; i < n; i++)
		print_result(o, &r[i]);
}

/* ---- over accounts ---- */

/* Mean and deviation of those that there are; t and its probability only when all are. */
static void
print_average(struct out *o, enum stat stat, const char *weights, const double *x, int n)
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
		out_str(o, stat_name[stat]);
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
print_across(struct out *o, const struct result *r, int n)
{
	double *x = mem_alloc((size_t)n, sizeof *x), months = 0;

	out_str(o, "stat,weights,item,value\n");
	for (int i = 1; i <= n; i++)
		months += r[i].months;
	for (int s = 0; s < STATS && n; s++) {
		for (int i = 0; i < n; i++)
			x[i] = r[i + 1].of[DAILY][NET][PERCENT][s] * (r[i + 1].months / (months / n));
		print_average(o, s, "time", x, n);
		for (int i = 0; i < n; i++)
			x[i] = r[i + 1].of[DAILY][NET][PERCENT][s] * (1.0 / n);
		print_average(o, s, "equal", x, n);
	}
	free(x);
}

/* ---- the table for people ---- */

static void say(struct out *, const char *, ...) __attribute__((format(printf, 2, 3)));

static void
say(struct out *o, const char *fmt, ...)
{
	char line[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	out_str(o, line);
}

/* A figure of few digits, right-aligned; a dash when there is none. */
static void
say_num(struct out *o, int width, int decimals, double x)
{
	if (isnan(x))
		say(o, "%*s", width, "-");
	else
		say(o, "%*.*f", width, decimals, x);
}

static void
say_day(struct out *o, bool empty, int day)
{
	char text[DATE_MAX];

	out_str(o, "  ");
	if (empty)
		say(o, "%10s", "-");
	else
		out_bytes(o, text, date_print(text, day));
}

static void
say_headline(struct out *o, const struct result *r)
{
	static const struct {
		const char *label;
		enum kind kind;
		enum stat stat;
		double scale;
		int decimals;
		const char *unit;
	} lines[] = {
		{ "annual mean", NET, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual standard deviation", NET, STAT_ANN_STD, 1, 2, " %" },
		{ "Sharpe ratio", NET, STAT_SHARPE, 1, 3, "" },
		{ "Sortino ratio", NET, STAT_SORTINO, 1, 3, "" },
		{ "skew", NET, STAT_SKEW, 1, 3, "" },
		{ "worst drawdown", NET, STAT_WORST_DRAWDOWN, 1, 2, " %" },
		{ "average drawdown", NET, STAT_AVG_DRAWDOWN, 1, 2, " %" },
		{ "time in drawdown", NET, STAT_TIME_IN_DRAWDOWN, 100, 1, " %" },
		{ "t-statistic", NET, STAT_T_STAT, 1, 2, "" },
		{ "annual mean, gross", GROSS, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual costs", COSTS, STAT_ANN_MEAN, 1, 2, " %" },
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		say(o, "  %-26s", lines[i].label);
		say_num(o, 12, lines[i].decimals, lines[i].scale * r->of[DAILY][lines[i].kind][PERCENT][lines[i].stat]);
		say(o, "%s\n", lines[i].unit);
	}
}

/* A line of the table of accounts: each is measured against the whole capital, over its own years. */
static void
say_account(struct out *o, int width, const struct result *r)
{
	const double *net = r->of[DAILY][NET][PERCENT];

	say(o, "  %-*s", width, r->name);
	say_day(o, r->empty, r->first);
	say_day(o, r->empty, r->last);
	say_num(o, 11, 2, net[STAT_ANN_MEAN]);
	say_num(o, 11, 2, net[STAT_ANN_STD]);
	say_num(o, 11, 3, net[STAT_SHARPE]);
	say_num(o, 11, 2, net[STAT_WORST_DRAWDOWN]);
	say_num(o, 11, 2, r->of[DAILY][COSTS][PERCENT][STAT_ANN_MEAN]);
	out_char(o, '\n');
}

static void
print_summary(struct out *o, const struct result *r, int n, double capital)
{
	int width = 10;

	say(o, "portfolio, net of costs, daily, in percent of a capital of %.0f\n\n", capital);
	say_headline(o, &r[0]);
	for (int i = 0; i < n; i++) {
		int len = (int)strlen(r[i].name);
		width = len > width ? len < 40 ? len : 40 : width;
	}
	say(o, "\n  %-*s  %-10s  %-10s%11s%11s%11s%11s%11s\n", width, "account", "first", "last", "mean %", "std %", "Sharpe",
	    "worst dd %", "costs %");
	for (int i = 1; i < n; i++)
		say_account(o, width, &r[i]);
	say_account(o, width, &r[0]);
}

/* ---- */

/* Result 0 is the portfolio's. */
static struct result *
all_results(struct grouping *g, struct curves *c, const char *multipliers, int *n)
{
	const struct account *a;
	struct result *r = mem_alloc(1, sizeof *r);
	int cap = 1;

	for (*n = 1; (a = grouping_next(g)); ++*n) {
		if (*n == cap)
			r = mem_grow(r, (size_t)(cap *= 2), sizeof *r);
		work_out(&r[*n], c, a);
	}
	if (multipliers)
		curves_compound(c, multipliers);
	work_out(&r[0], c, &g->total);
	return r;
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN };
	struct grouping g;
	struct out o, file;
	int n;

	signal(SIGPIPE, SIG_DFL);
	prog = "st-stats";
	int i = opt_parse(&usage, &opt, argc, argv);
	struct curves c = curves_open(opt.capital, opt.config);
	if (isnan(c.capital))
		die("give --capital, or a --config with notional_trading_capital");
	if (opt.across && opt.summary)
		die("--across or --summary, not both");
	grouping_open(&g, by_named(opt.by), argv + i, argc - i);
	struct result *r = all_results(&g, &c, opt.multipliers, &n);
	out_open(&o, 1, "stdout");
	if (opt.output) {
		out_file(&file, opt.output);
		print_results(&file, r, n);
		out_close(&file);
	} else if (!opt.summary && !opt.across) {
		print_results(&o, r, n);
	}
	if (opt.across)
		print_across(&o, r, n - 1);
	if (opt.summary)
		print_summary(&o, r, n, c.capital);
	out_flush(&o);
	return 0;
}
