#include "forecast/class_columns.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

static int
source_of(struct class_columns *c, struct rule_data_inputs *in, const struct rule_data *s)
{
	for (int i = 0; i < c->sources; i++)
		if (c->source[i].kind == s->kind && c->source[i].days == s->days)
			return i;
	in->moves |= s->kind != SERIES_CLASS_CARRY;
	in->carry |= s->kind == SERIES_CLASS_CARRY;
	in->prices |= s->mean > 0;
	c->source[c->sources] = *s;
	return c->sources++;
}

struct class_columns
class_columns_of(const struct config *cfg, struct rule_data_inputs *in)
{
	int n;
	struct rule_data *s = rule_data_wanted(cfg, &n);
	struct class_columns c = { .source = mem_alloc((size_t)n, sizeof *c.source), .v = mem_alloc((size_t)n, sizeof *c.v) };

	for (int i = 0; i < n; i++)
		if (s[i].class_column && s[i].kind != SERIES_ALONE)
			c.v[c.n++] = (struct class_column){ .s = s[i], .source = source_of(&c, in, &s[i]) };
	free(s);
	return c;
}

static struct class_columns_at
begin(int n)
{
	return (struct class_columns_at){ class_day_new(n), ewma_com(SERIES_SLOW, 0) };
}

struct class_columns_at *
class_columns_begin(const struct class_columns *c, int n)
{
	struct class_columns_at *at = mem_alloc((size_t)c->n, sizeof *at);

	for (int i = 0; i < c->n; i++)
		at[i] = begin(n);
	return at;
}

void
class_columns_end(const struct class_columns *c, struct class_columns_at *at)
{
	for (int i = 0; i < c->n; i++)
		class_day_free(&at[i].group);
	free(at);
}

static double
reckon(const struct class_column *c, struct class_columns_at *at, const struct instrument_days_walk *w)
{
	if (c->s.kind == SERIES_CLASS_NORMALISED)
		return class_day_return(&at->group, w, c->source);
	if (c->s.kind == SERIES_CLASS_CARRY)
		return class_day_carry(&at->group, w, c->source);
	double mean = class_day_factor(&at->group, w, c->source);
	return c->s.mean == MEAN_HISTORY ? ewma_next(&at->slow, mean) : mean;
}

double
class_columns_value(const struct class_columns *c, int i, struct class_columns_at *at,
    const struct instrument_days_walk *w)
{
	return c->v[i].all ? c->v[i].all[w->day - c->first] : reckon(&c->v[i], &at[i], w);
}

/* One such column, of days days from first on. */
static double *
of_all(const struct class_column *c, const struct instrument_days *p, const int *member, int n, int first, int days)
{
	struct instrument_days_walk w = instrument_days_walk(p, member, n);
	struct class_columns_at at = begin(n);
	double *all = mem_alloc((size_t)days, sizeof *all);

	for (int i = 0; i < days; i++)
		all[i] = NAN;
	while (instrument_days_next(&w))
		all[w.day - first] = reckon(c, &at, &w);
	class_day_free(&at.group);
	return all;
}

void
class_columns_all(struct class_columns *c, const struct instrument_days *p, const int *member, int n, int first, int last)
{
	c->first = first;
	for (int i = 0; i < c->n; i++)
		if (c->v[i].s.mean == MEAN_ALL || c->v[i].s.mean == MEAN_HISTORY)
			c->v[i].all = of_all(&c->v[i], p, member, n, first, last - first + 1);
}
