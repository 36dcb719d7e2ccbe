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
	const char *config, *frequency;
	bool portfolio;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency, for percentages", O_NUM, offsetof(struct options, capital) },
	{ 'p', "portfolio", NULL, "the sum of all instruments, in value and in percent of capital", O_FLAG,
	    offsetof(struct options, portfolio) },
	{ 0, "frequency", "F", "daily (default), weekly, monthly or annual", O_STR, offsetof(struct options, frequency) },
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
	out_open(&o, 1, "stdout");
	account_open(&in, argv + i, argc - i);
	(opt.portfolio ? portfolio : instruments)(&in, &o, &c, f);
	out_flush(&o);
	return 0;
}
