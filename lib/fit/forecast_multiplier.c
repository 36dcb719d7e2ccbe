#include "fit/forecast_multiplier.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct forecast_multiplier
forecast_multiplier_new(const struct forecast_pools *p, const struct forecast_weights *w, struct step *s, const char *instrument)
{
	struct forecast_multiplier m = { .pool = forecast_pool_of(p, instrument) };

	m.weight = forecast_weight_of(w, s, instrument);
	m.of = mem_alloc((size_t)m.pool->n, sizeof *m.of);
	for (int i = 0; i < m.pool->n; i++) {
		m.of[i] = -1;
		for (int j = 0; j < m.weight.n; j++)
			if (strcmp(m.weight.v[j].rule, m.pool->rule[i]) == 0)
				m.of[i] = j;
	}
	m.multiplier = mem_alloc((size_t)m.pool->multipliers.dates.n + 1, sizeof *m.multiplier);
	return m;
}

/* The periods that begin before t have the weights as they stand; without any the multiplier is 1. */
static void
use_weights(struct forecast_multiplier *m, int64_t t)
{
	const struct diversification_multiplier *d = &m->pool->multipliers;
	double *w = mem_alloc((size_t)d->n, sizeof *w);

	for (; m->period < d->dates.n && d->dates.v[m->period].start < t; m->period++) {
		for (int i = 0; i < d->n; i++)
			w[i] = m->of[i] < 0 ? 0 : m->weight.v[m->of[i]].weight;
		m->multiplier[m->period] = m->any ? diversification_multiplier_of(d, m->period, w) : 1;
	}
	free(w);
}

void
forecast_multiplier_row(struct forecast_multiplier *m, struct step *s, struct row *r)
{
	const struct fit_dates *dates = &m->pool->multipliers.dates;
	int64_t t = dated_value_day(row_day(s, r));

	if (m->period < dates->n && dates->v[m->period].start < t)
		use_weights(m, t);
	forecast_weight_row(&m->weight, s, r);
	m->any = true;
}

struct diversification_multiplier
forecast_multiplier_periods(struct forecast_multiplier *m)
{
	struct diversification_multiplier d = m->pool->multipliers;

	use_weights(m, INT64_MAX);
	d.multiplier = m->multiplier;
	return d;
}
