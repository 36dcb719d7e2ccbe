#include "forecast/scalar_pool.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "forecast/variations.h"
#include "maths/median.h"

static int
rows_key(const struct config *c, const char *path, double otherwise)
{
	double n = config_num_or(c, path, otherwise);

	if (!(n >= 1 && n <= 10000000 && n == floor(n)))
		die("%s: %s is not a number of rows", c->path, path);
	return (int)n;
}

struct scalar_pool_options
scalar_pool_options(const struct config *c)
{
	return (struct scalar_pool_options){
		.cfg = c,
		.together = config_bool_or(c, "forecast_scalar_estimate.pool_instruments", true),
		.backfill = config_bool_or(c, "forecast_scalar_estimate.backfill", true),
		.window = rows_key(c, "forecast_scalar_estimate.window", 250000),
		.min = rows_key(c, "forecast_scalar_estimate.min_periods", 500),
		.target = config_above_zero_or(c, "average_absolute_forecast", 10),
	};
}

struct scalar_pool
scalar_pool_own(const struct scalar_pool_options *o)
{
	return (struct scalar_pool){ .now = NAN, .alone = true, .target = o->target, .size = rolling_mean_new(o->window, o->min) };
}

static bool
has(const struct scalar_pool *p, const char *instrument)
{
	return !p->rule || variations_has(p->cfg, instrument, p->rule);
}

struct scalar_pool
scalar_pool_new(const struct scalar_pool_options *o, const char *rule, const struct names *instruments)
{
	struct scalar_pool p = scalar_pool_own(o);
	int n = 0;

	p.cfg = o->cfg;
	p.rule = variations_has_any(o->cfg, rule) ? rule : NULL;
	for (int i = 0; i < instruments->n; i++)
		n += has(&p, instruments->name[i]);
	p.alone = n == 1;
	return p;
}

int
scalar_pool_add(struct scalar_pool *p, const char *instrument)
{
	size_t n = (size_t)p->n + 1;

	if (!has(p, instrument))
		return -1;
	p->last = mem_grow(p->last, n, sizeof *p->last);
	p->sorting = mem_grow(p->sorting, n, sizeof *p->sorting);
	p->last[p->n] = NAN;
	return p->n++;
}

void
scalar_pool_forecast(struct scalar_pool *p, int member, double forecast)
{
	bool some = forecast != 0 && !isnan(forecast);

	p->some = true;
	if (some || p->alone)
		p->last[member] = some ? fabs(forecast) : NAN;
}

void
scalar_pool_day(struct scalar_pool *p)
{
	int n = 0;

	if (!p->some)
		return;
	for (int i = 0; i < p->n; i++)
		if (!isnan(p->last[i]))
			p->sorting[n++] = p->last[i];
	double mean = rolling_mean_next(&p->size, n == 1 ? p->sorting[0] : median_of(p->sorting, n));
	if (!isnan(mean))
		p->now = p->target / mean;
	p->some = false;
}
