/*
 * st-fit - weights of rules' forecasts or of instruments, fitted to what they would have earned
 *
 *   $ echo '{}' >c
 *   $ printf 'instrument,rule,item,value\nDAX,,cost_mean,-1\nGOLD,,cost_mean,-2\n' >costs
 *   $ printf 'time,instrument,gross,days,net\n2021-01-10,DAX,10.0,2,8.0\n2021-01-10,GOLD,12.0,1,10.0\n' >weeks
 *   $ st-fit --instrument --config=c --costs=costs weeks
 *   time,instrument,value
 *   2021-01-10,DAX,0.5
 *   2021-01-10,GOLD,0.5
 *
 * Until there is something to fit to, all weigh the same. A row for each asset and fit period,
 * from its start on (pysystemtrade's optimisers).
 */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/config.h"
#include "fit/fitted_weights.h"
#include "fit/rule_pool.h"
#include "fit/subsystem_returns.h"
#include "fit/weekly_returns.h"
#include "position/instrument_weights.h"
#include "stream/dated_values.h"

struct options {
	bool forecast, instrument;
	const char *config;
	struct opt_list costs;
};

static const struct opt opts[] = {
	{ 0, "forecast", NULL, "weights of each instrument's rules, from st-returns' weeks", O_FLAG, offsetof(struct options, forecast) },
	{ 0, "instrument", NULL, "weights of instruments, from st-account's weeks", O_FLAG, offsetof(struct options, instrument) },
	{ 0, "config", "FILE", "config of st-config: how to fit (required)", O_STR, offsetof(struct options, config) },
	{ 0, "costs", "FILE", "the table of costs that goes with the weeks (required); repeatable", O_LIST, offsetof(struct options, costs) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-fit", "[FILE ...]",
	"weights of rules' forecasts or of instruments, fitted to what they would have earned", opts };

struct printer {
	struct out *out;
	const struct rule_pool *rules;
	double ceiling;            /* dearer rules get no weight, whatever was fitted */
	const struct names *instruments;
};

/* rule: NULL where weights are of instruments. */
static void
print_row(struct out *o, int64_t t, const char *instrument, const char *rule, double value)
{
	char time[DATED_VALUE_MAX];

	out_bytes(o, time, dated_value_print(time, t));
	out_char(o, ',');
	out_field(o, slice_of(instrument));
	if (rule) {
		out_char(o, ',');
		out_field(o, slice_of(rule));
	}
	out_char(o, ',');
	out_num(o, value);
	out_char(o, '\n');
}

/* ---- weights of rules ---- */

static void
print_rules(void *arg, int64_t t, const double *w)
{
	const struct printer *p = arg;
	const struct rule_pool *r = p->rules;

	for (int i = 0; i < r->n; i++)
		if (rule_cost_is_cheap(r->costs, r->instrument, r->rule[i], p->ceiling))
			print_row(p->out, t, r->costs->instruments.name[r->instrument], r->costs->rules.name[r->rule[i]], w[i]);
}

static void
fit_rules(struct out *o, const struct config *c, const struct opt_list *costs_files, char **file, int files)
{
	struct fitted_weights_options fitting = fitted_weights_options(c, "forecast_weight_estimate");
	struct weekly_returns w = weekly_returns_read(file, files, fitting.frequency);
	struct rule_costs costs = rule_costs_read(c, costs_files);
	struct rule_pool r = rule_pool_open(c, &fitting, &costs, &w);
	struct printer p = { .out = o, .rules = &r, .ceiling = config_num_or(c, "forecast_post_ceiling_cost_SR", 999) };

	for (int i = 0; i < costs.instruments.n; i++)
		rule_costs_need_cheap(&costs, i, p.ceiling, "forecast_post_ceiling_cost_SR");
	out_str(o, "time,instrument,rule,value\n");
	for (int i = 0; i < costs.instruments.n; i++) {
		rule_pool_choose(&r, i);
		struct pooled_weeks f = rule_pool_frame(&r);
		fitted_weights(&fitting, &f, r.cost, print_rules, &p);
		pooled_weeks_free(&f);
	}
}

/* ---- weights of instruments ---- */

static void
print_instruments(void *arg, int64_t t, const double *w)
{
	const struct printer *p = arg;

	for (int i = 0; i < p->instruments->n; i++)
		print_row(p->out, t, p->instruments->name[i], NULL, w[i]);
}

/* Those that weights are fitted to, in order of their bytes. */
static struct names
weighted(const struct config *c, const struct weekly_returns *w)
{
	struct names all = names_sorted(&w->instruments), t = { .n = 0 };

	for (int i = 0; i < all.n; i++)
		if (!instrument_weight_is_zero(c, all.name[i]))
			names_put(&t, slice_of(all.name[i]));
	return t;
}

static void
fit_instruments(struct out *o, const struct config *c, const struct opt_list *costs_files, char **file, int files)
{
	struct fitted_weights_options fitting = fitted_weights_options(c, "instrument_weight_estimate");
	struct weekly_returns w = weekly_returns_read(file, files, fitting.frequency);
	struct subsystem_returns_costs costs = subsystem_returns_costs(costs_files);
	struct names names = weighted(c, &w);
	struct printer p = { .out = o, .instruments = &names };
	double *cost = mem_alloc((size_t)names.n + 1, sizeof *cost);

	out_str(o, "time,instrument,value\n");
	struct pooled_weeks f = subsystem_returns(&w, &costs, &names, &fitting, cost);
	fitted_weights(&fitting, &f, cost, print_instruments, &p);
}

int
main(int argc, char **argv)
{
	struct options opt = { .config = NULL };
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	if (!opt.config || !opt.costs.n || opt.forecast == opt.instrument)
		die("options --config, --costs and either --forecast or --instrument are required; see st-fit --help");
	struct config c = config_load(opt.config);
	out_open(&o, 1, "stdout");
	(opt.forecast ? fit_rules : fit_instruments)(&o, &c, &opt.costs, argv + i, argc - i);
	out_flush(&o);
	return 0;
}
