#include "account/curve_columns.h"

#include <math.h>

#include "maths/return_stats.h"

void
curve_columns_begin(struct curve_columns *c, struct curves *from, const struct account *a)
{
	curves_account(from, a);
	c->n = c->curves = 0;
}

void
curve_columns_add(struct curve_columns *c, struct curves *from, enum curve_units u, enum frequency f)
{
	curves_units(from, u);
	for (int k = 0; k < CURVE_KINDS; k++)
		curves_returns(from, k, f, &c->r[c->n++]);
	c->curves = c->n;
}

void
curve_columns_add_risk(struct curve_columns *c, enum frequency f)
{
	const struct curve_returns *net = &c->r[c->n - 1];
	struct curve_returns *drawdown = &c->r[c->n++], *deviation = &c->r[c->n++];

	curve_returns_like(drawdown, net);
	return_stats_drawdown(net->x, net->n, drawdown->x);
	curve_returns_like(deviation, net);
	return_stats_rolling_deviation(net->x, net->n, frequency_per_year(f), deviation->x);
}

/* Net has gross's periods. */
void
curve_columns_span(const struct curve_columns *c, int *first, int *end)
{
	const struct curve_returns *gross = &c->r[CURVE_GROSS], *costs = &c->r[CURVE_COSTS];

	*first = gross->first;
	*end = gross->first + gross->n;
	if (costs->n && (gross->n == 0 || costs->first < *first))
		*first = costs->first;
	if (costs->n && (gross->n == 0 || costs->first + costs->n > *end))
		*end = costs->first + costs->n;
}

bool
curve_columns_at(const struct curve_columns *c, int period, double *x)
{
	bool some = false;

	for (int i = 0; i < c->n; i++) {
		x[i] = curve_return_at(&c->r[i], period);
		some |= i < c->curves && !isnan(x[i]);
	}
	return some;
}
