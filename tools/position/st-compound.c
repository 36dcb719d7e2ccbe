/*
 * st-compound - the capital multiplier: how an account's capital has grown by what it earned
 *
 *   $ printf 'time,instrument,curve,value\n2020-01-01,GOLD,gross,0\n2020-01-01,GOLD,costs,0\n2020-01-02,GOLD,gross,5\n' >curves
 *   $ printf '2020-01-03,GOLD,gross,100\n2020-01-06,GOLD,gross,-50\n' >>curves
 *   $ st-compound --capital=1000 --multiplier=full curves
 *   time,value
 *   2020-01-01,
 *   2020-01-02,
 *   2020-01-03,1.1
 *   2020-01-06,1.045
 *
 * A row a business day, from the portfolio's net returns in percent. pysystemtrade, syscore/capital.py.
 */
#include <math.h>
#include <string.h>

#include "account/account_sums.h"
#include "account/curve.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/config.h"
#include "time/date.h"

struct options {
	double capital;
	const char *config, *multiplier;
};

static const struct opt opts[] = {
	{ 'c', "config", "FILE", "take capital_multiplier, the capital (notional_trading_capital) and compat from FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, "capital", "N", "the capital in base currency", O_NUM, offsetof(struct options, capital) },
	{ 0, "multiplier", "NAME", "fixed, half or full", O_STR, offsetof(struct options, multiplier) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-compound", "[FILE ...]",
	"the capital multiplier: how an account's capital has grown by what it earned", opts };

/* The capital stays. */
static void
fixed(const struct curve_returns *r, double *m)
{
	for (int i = 0; i < r->n; i++)
		m[i] = 1;
}

/* All that is earned stays in the account: missing before the first return. */
static void
full(const struct curve_returns *r, double *m)
{
	double now = NAN;

	for (int i = 0; i < r->n; i++) {
		if (!isnan(r->x[i]))
			now = (isnan(now) ? 1 : now) * (1 + r->x[i] / 100);
		m[i] = now;
	}
}

/*
 * What is lost is gone, what is earned is taken out once the capital is whole again. The returns are
 * differences of their sum, so that the first has nothing to start from and does not count.
 */
static void
half(const struct curve_returns *r, double *m)
{
	double now = 1, sum = NAN, before;

	for (int i = 0; i < r->n; i++) {
		before = sum;
		if (!isnan(r->x[i]))
			sum = isnan(sum) ? r->x[i] : sum + r->x[i];
		if (!isnan(before))
			now = fmin(now * (1 + now * (sum - before) / 100), 1);
		m[i] = now;
	}
}

static void (*
multiplier_named(const char *name, const char *config))(const struct curve_returns *, double *)
{
	static const struct {
		const char *name, *function;
		void (*work_out)(const struct curve_returns *, double *);
	} all[] = { { "fixed", "fixed_capital", fixed }, { "half", "half_compounding", half }, { "full", "full_compounding", full } };
	struct config c;
	const char *function = "fixed_capital";

	if (!name && config) {
		c = config_load(config);
		function = config_function(config_str_or(&c, "capital_multiplier.func", function));
	}
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (name ? strcmp(name, all[i].name) == 0 : strcmp(function, all[i].function) == 0)
			return all[i].work_out;
	if (!name)
		die("%s: capital_multiplier: no such function: '%s'", config, function);
	die("no such multiplier: \"%s\"; it is fixed, half or full", name);
}

static void
print_days(struct out *o, const struct curve_returns *r, const double *m)
{
	char day[DATE_MAX];

	out_str(o, "time,value\n");
	for (int i = 0; i < r->n; i++) {
		out_bytes(o, day, date_print(day, frequency_label(DAILY, r->first + i)));
		out_char(o, ',');
		out_num(o, m[i]);
		out_char(o, '\n');
	}
}

int
main(int argc, char **argv)
{
	struct options opt = { .capital = NAN };
	struct account_sums g;
	struct curve_returns r = { .n = 0 };
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	void (*work_out)(const struct curve_returns *, double *) = multiplier_named(opt.multiplier, opt.config);
	struct curves c = curves_open(opt.capital, opt.config);
	if (isnan(c.capital))
		die("give --capital, or a --config with notional_trading_capital");
	account_sums_open(&g, BY_ACCOUNT, argv + i, argc - i);
	while (account_sums_next(&g))
		;
	curves_account(&c, &g.total);
	curves_units(&c, CURVE_PERCENT);
	curves_returns(&c, CURVE_NET, DAILY, &r);
	double *m = mem_alloc((size_t)r.n, sizeof *m);
	work_out(&r, m);
	out_open(&o, 1, "stdout");
	print_days(&o, &r, m);
	out_flush(&o);
	return 0;
}
