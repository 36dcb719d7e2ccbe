#include "position/multiplier.h"

#include "base/die.h"
#include "base/json.h"
#include "base/num.h"

struct multipliers
multipliers_open(const struct config *c, const char *key, const char *estimates, const char *path)
{
	struct multipliers m = { .cfg = c, .key = key, .path = path };

	if (path)
		m.table = dated_values_read(path);
	else if (config_bool_or(c, estimates, false))
		die("%s: %s: st-divmult estimates them; give its output by --multipliers", c->path, estimates);
	return m;
}

struct multipliers
multipliers_portfolio(const struct config *c, const char *path)
{
	return multipliers_open(c, "instrument_div_multiplier", "use_instrument_div_mult_estimates", path);
}

struct multipliers
multipliers_forecast(const struct config *c, const char *path)
{
	return multipliers_open(c, "forecast_div_multiplier", "use_forecast_div_mult_estimates", path);
}

static double
above_zero(const struct multipliers *m, double x, const char *instrument)
{
	if (!(x > 0))
		die("%s: %s%s%s is not above zero", m->cfg->path, m->key, instrument ? " of " : "", instrument ? instrument : "");
	return x;
}

struct multiplier
multiplier_of(const struct multipliers *m, const char *instrument)
{
	const json_t *v = config_get(m->cfg, m->key);

	if (m->path) {
		const struct dated_value_series *s = dated_values_of(&m->table, instrument, NULL);
		if (!s)
			die("%s: no multiplier%s%s%s", m->path, instrument ? " of '" : "", instrument ? instrument : "", instrument ? "'" : "");
		return (struct multiplier){ .series = s, .lost = config_compat(m->cfg) };
	}
	if (json_is_object(v)) {
		if (!instrument || !json_object_get(v, instrument))
			die("%s: %s has none for '%s'%s", m->cfg->path, m->key, instrument ? instrument : "the portfolio",
			    instrument ? json_nearest(v, instrument) : "");
		return (struct multiplier){ .fixed = above_zero(m, config_as_num(m->cfg, json_object_get(v, instrument), instrument),
		    instrument) };
	}
	return (struct multiplier){ .fixed = above_zero(m, config_num_or(m->cfg, m->key, 1), NULL) };
}

double
multiplier_at(struct multiplier *m, int day)
{
	return m->series ? dated_value_at(m->series, dated_value_day(day), &m->at) : m->fixed;
}

double
multiplier_average(struct multiplier *m, int day)
{
	if (m->lost && dated_value_day(day) > m->series->v[m->series->n - 1].t)
		return num_missing();
	return multiplier_at(m, day);
}
