#include "forecast/forecast_weights.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "forecast/forecast_columns.h"
#include "forecast/variations.h"

struct forecast_weights
forecast_weights_open(const struct config *c, const char *path)
{
	struct forecast_weights w = { .cfg = c, .path = path, .span = config_num_or(c, "forecast_weight_ewma_span", 125) };

	if (!(w.span >= 1))
		die("%s: forecast_weight_ewma_span is below 1", c->path);
	if (path)
		w.table = dated_values_read(path);
	else if (config_bool_or(c, "use_forecast_weight_estimates", false))
		die("%s: use_forecast_weight_estimates: st-fit estimates them; give its output by --weights", c->path);
	return w;
}

/* ---- the rules of one instrument ---- */

static _Noreturn void
no_rule(const struct forecast_weights *w, const struct step *s, const char *rule, const char *column)
{
	struct nearest near = nearest_to(slice_of(rule));

	for (int i = 0; i < s->in.n; i++)
		if (strncmp(s->in.c[i].name, "forecast.", 9) == 0)
			nearest_try(&near, s->in.c[i].name + 9);
	die("%s:1: no column '%s', which forecast_weights in %s names%s", s->input, column, w->path ? w->path : w->cfg->path,
	    nearest_said(&near));
}

static struct forecast_weighted *
add_rule(const struct forecast_weights *w, struct step *s, struct forecast_weight *k, const char *rule)
{
	const char *name = forecast_column_name("forecast", rule);
	int column = column_find(s, name);

	if (column < 0)
		no_rule(w, s, rule, name);
	k->v = mem_grow(k->v, (size_t)k->n + 1, sizeof *k->v);
	k->v[k->n] = (struct forecast_weighted){ .rule = s->in.c[column].name + 9, .column = column, .last = num_missing(),
		.weight = num_missing(), .smooth = ewma_span(w->span, 0) };
	return &k->v[k->n++];
}

static void
fixed_weights(const struct forecast_weights *w, struct step *s, struct forecast_weight *k, const char *instrument, json_t *map)
{
	const struct config *c = w->cfg;
	bool any = false;

	for (void *i = json_object_iter(map); i; i = json_object_iter_next(map, i)) {
		if (json_is_object(json_object_iter_value(i)))
			die("%s: forecast_weights has none for '%s'%s", c->path, instrument, json_nearest(map, instrument));
		double x = config_as_num(c, json_object_iter_value(i), json_object_iter_key(i));
		add_rule(w, s, k, json_object_iter_key(i))->raw = x;
		any = any || x != 0;
	}
	if (k->n == 0)
		die("%s: forecast_weights is empty", c->path);
	if (!any)
		die("%s: forecast_weights of '%s' are all zero", c->path, instrument);
}

/* Without weights in the config every rule counts the same. */
static void
equal_weights(const struct forecast_weights *w, struct step *s, struct forecast_weight *k)
{
	struct forecast_column *column;
	int n = forecast_columns_need(s, "forecast", &column);

	for (int i = 0; i < n; i++)
		add_rule(w, s, k, column[i].rule)->raw = 1.0 / n;
	free(column);
}

static void
fitted_weights(const struct forecast_weights *w, struct step *s, struct forecast_weight *k, const char *instrument)
{
	for (int i = 0; i < w->table.n; i++) {
		const struct dated_value_series *v = &w->table.series[i];
		if (v->instrument && v->rule && strcmp(v->instrument, instrument) == 0)
			add_rule(w, s, k, v->rule)->series = v;
	}
	if (!k->n)
		die("%s: no weights of '%s': none was fitted, or none of its rules is cheap enough", w->path, instrument);
}

struct forecast_weight
forecast_weight_of(const struct forecast_weights *w, struct step *s, const char *instrument)
{
	struct forecast_weight k = { .n = 0 };
	json_t *map = (json_t *)variations_weights(w->cfg, instrument);

	if (w->path)
		fitted_weights(w, s, &k, instrument);
	else if (map)
		fixed_weights(w, s, &k, instrument, map);
	else
		equal_weights(w, s, &k);
	return k;
}

/* ---- rows ---- */

void
forecast_weight_row(struct forecast_weight *w, struct step *s, struct row *r)
{
	double sum = 0;

	for (int i = 0; i < w->n; i++) {
		struct forecast_weighted *v = &w->v[i];
		double x = row_num(s, r, v->column);
		if (!isnan(x))
			v->last = x;
		if (v->series)
			v->raw = dated_value_at(v->series, dated_value_day(row_day(s, r)), &v->at);
		if (!isnan(v->last) && !isnan(v->raw))
			sum += v->raw;
	}
	double scale = 1 / (sum == 0 ? 0.0001 : sum);
	for (int i = 0; i < w->n; i++) {
		struct forecast_weighted *v = &w->v[i];
		v->weight = ewma_next(&v->smooth, isnan(v->last) ? 0 : v->raw * scale);
	}
}
