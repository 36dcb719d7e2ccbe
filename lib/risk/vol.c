#include "risk/vol.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/nearest.h"
#include "time/year.h"

static const double NOTHING = 1e-10; /* price points: less than rounding makes of a price that does not move */

enum { DAYS_MAX = 1000000 };

static const struct {
	const char *name;
	enum vol_kind kind;
} kinds[] = { { "mixed_vol_calc", VOL_MIXED }, { "mixed", VOL_MIXED }, { "robust_vol_calc", VOL_ROBUST },
	{ "robust", VOL_ROBUST }, { "simple_ewvol_calc", VOL_SIMPLE_EW }, { "ew", VOL_SIMPLE_EW },
	{ "simple_vol_calc", VOL_SIMPLE }, { "simple", VOL_SIMPLE } };
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *
vol_nearest(const char *function)
{
	struct nearest near = nearest_to(slice_of(function));

	for (int i = 0; i < KINDS; i++)
		nearest_try(&near, kinds[i].name);
	return nearest_said(&near);
}

bool
vol_defaults(struct vol_params *p, const char *function)
{
	int i = 0;

	while (i < KINDS && strcmp(kinds[i].name, function) != 0)
		i++;
	if (i == KINDS)
		return false;
	*p = (struct vol_params){ .kind = kinds[i].kind, .days = 35, .min_periods = 10, .abs_min = 1e-10, .slow_years = 20,
		.slow_share = 0.3, .floor = true, .floor_quantile = 0.05, .floor_min_periods = 100, .floor_days = 500 };
	if (p->kind == VOL_SIMPLE)
		p->days = 25;
	return true;
}

/* A number of volatility_calculation within its bounds. */
static double
within(const struct config *c, const char *path, double otherwise, double least, double most)
{
	double x = config_num_or(c, path, otherwise);

	if (!(x >= least && x <= most))
		die("%s: %s is not between %g and %g", c->path, path, least, most);
	return x;
}

struct vol_params
vol_config(const struct config *c)
{
	const char *name = config_function(config_str(c, "volatility_calculation.func"));
	struct vol_params p;

	if (!vol_defaults(&p, name))
		die("%s: volatility_calculation.func: no such function: \"%s\"%s", c->path, name, vol_nearest(name));
#define KEY(k) "volatility_calculation." k
	p.days = config_num_or(c, KEY("days"), p.days);
	p.min_periods = (int)within(c, KEY("min_periods"), p.min_periods, 0, DAYS_MAX);
	p.abs_min = within(c, KEY("vol_abs_min"), p.abs_min, 0, HUGE_VAL);
	p.slow_years = within(c, KEY("slow_vol_years"), p.slow_years, 0, DAYS_MAX);
	p.slow_share = within(c, KEY("proportion_of_slow_vol"), p.slow_share, 0, 1);
	p.floor = config_bool_or(c, KEY("vol_floor"), p.floor);
	p.floor_quantile = within(c, KEY("floor_min_quant"), p.floor_quantile, 0, 1);
	p.floor_min_periods = (int)within(c, KEY("floor_min_periods"), p.floor_min_periods, 0, DAYS_MAX);
	double floor_days = config_num_or(c, KEY("floor_days"), p.floor_days);
	/* The others do not know it. */
	if (p.kind == VOL_MIXED || p.kind == VOL_ROBUST)
		p.backfill = config_bool_or(c, KEY("backfill"), p.backfill);
	if (!(p.days >= 1 && p.days <= DAYS_MAX && floor_days >= 1 && floor_days <= DAYS_MAX))
		die("%s: volatility_calculation: a number of days out of range", c->path);
	p.floor_days = (int)floor_days;
	return p;
}

struct vol
vol_new(const struct vol_params *p)
{
	struct vol v = { .p = p };

	if (p->kind == VOL_SIMPLE)
		v.window = rolling_new((int)p->days, p->min_periods);
	else
		v.fast = ewma_std_span(p->days, p->min_periods);
	if (p->kind == VOL_MIXED)
		v.slow = ewma_com(p->slow_years * BUSINESS_DAYS_IN_YEAR, 0); /* a bare number is pandas' com, not span */
	if (p->kind == VOL_ROBUST && p->floor)
		v.past = rolling_sorted_new(p->floor_days, p->floor_min_periods);
	return v;
}

static double
at_least(double v, double min)
{
	return v < min ? min : v;
}

/* Floored by the quantile of its own last days, once there is one; 0 before. */
static double
robust(struct vol *v, double vol)
{
	vol = at_least(vol, v->p->abs_min);
	if (!v->p->floor)
		return vol;
	rolling_sorted_next(&v->past, vol);
	double q = rolling_sorted_quantile(&v->past, v->p->floor_quantile);
	if (!isnan(q) && v->started)
		v->floor = q;
	v->started = true;
	return at_least(vol, v->floor);
}

/* Of the returns alone, without a floor. */
static double
estimate(struct vol *v, double daily_return)
{
	if (v->p->kind == VOL_SIMPLE) {
		rolling_next(&v->window, daily_return);
		return rolling_std(&v->window);
	}
	double fast = ewma_std_next(&v->fast, daily_return);
	if (v->p->kind != VOL_MIXED)
		return fast;
	double share = v->p->slow_share, slow = ewma_next(&v->slow, fast);
	return slow * share + fast * (1 - share);
}

double
vol_next(struct vol *v, double daily_return)
{
	double of_returns = estimate(v, daily_return), vol = of_returns;

	if (v->p->kind == VOL_ROBUST)
		vol = robust(v, of_returns);
	else if (v->p->kind == VOL_MIXED)
		vol = at_least(of_returns, v->p->abs_min);
	v->no_estimate = of_returns <= NOTHING && vol <= at_least(v->p->abs_min, NOTHING);
	return vol;
}
