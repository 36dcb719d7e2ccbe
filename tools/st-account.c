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
#include <signal.h>
#include <stdio.h>

#include "account.h"
#include "curve.h"
#include "date.h"
#include "err.h"
#include "opt.h"
#include "out.h"

struct options {
	double capital;
	const char *config, *frequency, *costs;
	bool portfolio, weekly;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency, for percentages", O_NUM, offsetof(struct options, capital) },
	{ 'p', "portfolio", NULL, "the sum of all instruments, in value and in percent of capital", O_FLAG,
	    offsetof(struct options, portfolio) },
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
at(const struct returns *r, int period)
{
	int i = period - r->first;

	return i < 0 || i >= r->n ? NAN : r->x[i];
}

/* The n curves side by side, a row for each period in which one of them has a value. */
static void
print_rows(struct out *o, const char *instrument, enum frequency f, const struct returns *r, int n)
{
	int first = r[GROSS].first, last = first + r[GROSS].n;
	const struct returns *costs = &r[COSTS];
	char day[DATE_MAX];

	if (costs->n && (r[GROSS].n == 0 || costs->first < first))
		first = costs->first;
	if (costs->n && (r[GROSS].n == 0 || costs->first + costs->n > last))
		last = costs->first + costs->n;
	for (int p = first; p < last; p++) {
		bool some = false;
		for (int i = 0; i < n; i++)
			some |= !isnan(at(&r[i], p));
		if (!some)
			continue;
		out_bytes(o, day, date_print(day, frequency_label(f, p)));
		if (instrument) {
			out_char(o, ',');
			out_field(o, slice_of(instrument));
		}
		for (int i = 0; i < n; i++) {
			out_char(o, ',');
			out_num(o, at(&r[i], p));
		}
		out_char(o, '\n');
	}
}

static void
returns_in(struct curves *c, enum units u, enum frequency f, struct returns *r)
{
	curves_units(c, u);
	for (int k = 0; k < KINDS; k++)
		curves_returns(c, k, f, &r[k]);
}

static void
instruments(struct account_reader *in, struct out *o, struct curves *c, enum frequency f)
{
	static struct account a;
	static struct returns r[KINDS];

	out_str(o, "time,instrument,gross,cost,net\n");
	while (account_next(in, &a)) {
		curves_account(c, &a);
		returns_in(c, VALUE_TERMS, f, r);
		print_rows(o, a.name, f, r, KINDS);
	}
}

/* ---- weeks, for fitting ---- */

/* Days that are neither missing nor exactly 0. */
struct moments {
	long n;
	double mean, square;    /* of them, and the sum of squares about it */
};

static bool
count(struct moments *m, double x)
{
	if (isnan(x) || x == 0)
		return false;
	double off = x - m->mean;
	m->mean += off / (double)++m->n;
	m->square += off * (x - m->mean);
	return true;
}

static struct moments
moments_of(const struct returns *r)
{
	struct moments m = { .n = 0 };

	for (int i = 0; i < r->n; i++)
		count(&m, r->x[i]);
	return m;
}

static void
print_costs(struct out *o, const char *instrument, const struct returns *r)
{
	struct moments gross = moments_of(&r[GROSS]), costs = moments_of(&r[COSTS]);
	const struct {
		const char *item;
		double value;
	} items[] = {
		{ "gross_days", (double)gross.n },
		{ "gross_mean", gross.n ? gross.mean : NAN },
		{ "gross_stdev", gross.n > 1 ? sqrt(gross.square / (double)(gross.n - 1)) : NAN },
		{ "cost_mean", costs.n ? costs.mean : NAN },
	};

	for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
		out_field(o, slice_of(instrument));
		out_str(o, ",,");
		out_str(o, items[i].item);
		out_char(o, ',');
		out_num(o, items[i].value);
		out_char(o, '\n');
	}
}

/* Business days are numbered five a week. Net is what the running sum of days has grown by; nothing in its first week. */
static void
print_weeks(struct out *o, const char *instrument, const struct returns *r)
{
	double sum = 0, before = NAN;
	char day[DATE_MAX];

	for (int p = r[GROSS].first, end = p + r[GROSS].n; p < end;) {
		int week = frequency_period(WEEKLY, frequency_label(DAILY, p));
		struct moments counted = { .n = 0 };
		double gross = 0, now = before;
		for (; p < end && frequency_period(WEEKLY, frequency_label(DAILY, p)) == week; p++) {
			if (count(&counted, at(&r[GROSS], p)))
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
weeks(struct account_reader *in, struct out *o, struct curves *c, const char *costs_path)
{
	static struct account a;
	static struct returns r[KINDS];
	struct out costs;

	out_file(&costs, costs_path);
	out_str(&costs, "instrument,rule,item,value\n");
	out_str(o, "time,instrument,gross,days,net\n");
	while (account_next(in, &a)) {
		curves_account(c, &a);
		returns_in(c, VALUE_TERMS, DAILY, r);
		print_weeks(o, a.name, r);
		print_costs(&costs, a.name, r);
	}
	out_close(&costs);
}

static void
portfolio(struct account_reader *in, struct out *o, struct curves *c, enum frequency f)
{
	static struct account a, total;
	static struct account_sum sum;
	static struct returns r[2 * KINDS];

	while (account_next(in, &a))
		account_add(&sum, &a);
	total = account_total(&sum, "portfolio");
	curves_account(c, &total);
	returns_in(c, VALUE_TERMS, f, r);
	returns_in(c, PERCENT, f, r + KINDS);
	out_str(o, "time,gross,cost,net,gross_percent,cost_percent,net_percent\n");
	print_rows(o, NULL, f, r, 2 * KINDS);
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN, .frequency = "daily" };
	struct account_reader in;
	struct out o;

	signal(SIGPIPE, SIG_DFL);
	prog = "st-account";
	int i = opt_parse(&usage, &opt, argc, argv);
	enum frequency f = frequency_named(opt.frequency);
	struct curves c = curves_open(opt.capital, opt.config);
	if (opt.portfolio && isnan(c.capital))
		die("--portfolio needs --capital, or a --config with notional_trading_capital");
	if (opt.weekly && (opt.portfolio || !opt.costs))
		die("--weekly needs --costs, and goes without --portfolio");
	out_open(&o, 1, "stdout");
	account_open(&in, argv + i, argc - i);
	if (opt.weekly)
		weeks(&in, &o, &c, opt.costs);
	else
		(opt.portfolio ? portfolio : instruments)(&in, &o, &c, f);
	out_flush(&o);
	return 0;
}
