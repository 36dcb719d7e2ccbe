#include "fit/subsystem_returns.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/table.h"
#include "time/year.h"

static struct subsystem_cost *
cost_of(struct subsystem_returns_costs *c, const char *instrument)
{
	int known = c->instruments.n, i = names_put(&c->instruments, slice_of(instrument));

	if (i == known) {
		c->v = mem_grow(c->v, (size_t)known + 1, sizeof *c->v);
		c->v[i] = (struct subsystem_cost){ 0, NAN, NAN, NAN };
	}
	return &c->v[i];
}

static void
take(struct subsystem_cost *v, const char *item, double value)
{
	if (strcmp(item, "gross_days") == 0)
		v->gross_days = value;
	else if (strcmp(item, "gross_mean") == 0)
		v->gross_mean = value;
	else if (strcmp(item, "gross_stdev") == 0)
		v->gross_stdev = value;
	else if (strcmp(item, "cost_mean") == 0)
		v->cost_mean = value;
}

struct subsystem_returns_costs
subsystem_returns_costs(const struct opt_list *files)
{
	struct subsystem_returns_costs c = { .v = NULL };

	for (int k = 0; k < files->n; k++) {
		struct table t = table_read(files->v[k]);
		int instrument = table_column(&t, "instrument"), item = table_column(&t, "item"), value = table_column(&t, "value");
		for (int i = 0; i < t.n; i++)
			take(cost_of(&c, table_text(&t, i, instrument)), table_text(&t, i, item), table_num(&t, i, value));
	}
	return c;
}

/* The mean gross return of a day, the instruments' means averaged. */
static double
mean_of_means(const struct subsystem_returns_costs *c, const struct names *names)
{
	double sum = 0;
	int n = 0;

	for (int i = 0; i < names->n; i++) {
		double x = c->v[names_get(&c->instruments, slice_of(names->name[i]))].gross_mean;
		if (isnan(x))
			continue;
		sum += x;
		n++;
	}
	return sum / n;
}

/* One instrument's column of weeks first..first+n-1. */
static void
fill(const struct weekly_returns *w, const char *name, double shift, int first, int n, int columns, double *x)
{
	int in = names_get(&w->instruments, slice_of(name)), gross = names_get(&w->columns, slice_of("gross"));
	int days = names_get(&w->columns, slice_of("days"));

	for (int i = 0; i < n; i++) {
		double counted = weekly_returns_at(w, in, days, first + i), sum = weekly_returns_at(w, in, gross, first + i);
		x[(size_t)i * (size_t)columns] = counted > 0 ? sum + counted * shift : 0;
	}
}

struct pooled_weeks
subsystem_returns(const struct weekly_returns *w, const struct subsystem_returns_costs *c, const struct names *names,
    const struct fitted_weights_options *o, double *cost)
{
	struct pooled_weeks_block b = { .first = INT_MAX };
	int end = INT_MIN;
	double mean = 0;

	if (names_get(&w->columns, slice_of("gross")) < 0 || names_get(&w->columns, slice_of("days")) < 0)
		die("no columns 'gross' and 'days' in the weeks");
	for (int i = 0; i < names->n; i++) {
		const struct weekly_returns_weeks *k = &w->v[names_get(&w->instruments, slice_of(names->name[i]))];
		if (names_get(&c->instruments, slice_of(names->name[i])) < 0)
			die("no costs of '%s', which the weeks have", names->name[i]);
		b.first = k->first < b.first ? k->first : b.first;
		end = k->first + k->n > end ? k->first + k->n : end;
	}
	b.n = end > b.first ? end - b.first : 0;
	double *x = mem_alloc((size_t)b.n * (size_t)names->n + 1, sizeof *x);
	if (o->equalise_gross)
		mean = mean_of_means(c, names);
	for (int i = 0; i < names->n; i++) {
		const struct subsystem_cost *v = &c->v[names_get(&c->instruments, slice_of(names->name[i]))];
		cost[i] = isnan(v->cost_mean) || v->gross_stdev == 0 ? 0 : ROOT_BUSINESS_DAYS_IN_YEAR * v->cost_mean / v->gross_stdev;
		double shift = o->cost_multiplier * cost[i] / ROOT_BUSINESS_DAYS_IN_YEAR * v->gross_stdev;
		if (o->equalise_gross)
			shift += mean - v->gross_mean;
		fill(w, names->name[i], shift, b.first, b.n, names->n, x + i);
	}
	b.x = x;
	struct pooled_weeks f = pooled_weeks_stack(&b, 1, names->n, o->frequency);
	free(x);
	return f;
}
