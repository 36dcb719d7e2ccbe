#include "position/dynamic_optimisation.h"

#include <math.h>

#include "risk/covariance.h"

/* The search as it stands. */
struct search {
	const struct dynamic_optimisation *g;
	double *lots;
	double *gap;          /* weights held less optimal weights */
	double *product;      /* covariance times gap */
	double *step, *own;   /* the weight of a contract in its direction; its variance alone */
	double *charge;       /* the cost of trading a contract */
	double variance, cost;
};

static double
weighted(const struct dynamic_optimisation *g, double lots, double others, int i)
{
	return lots * g->exposure[i] - others * g->exposure[i];
}

double
dynamic_optimisation_tracking_error(const struct dynamic_optimisation *g, const double *lots, const double *others, double *work)
{
	for (int i = 0; i < g->n; i++)
		work[i] = weighted(g, lots[i], others[i], i);
	return covariance_stdev(g->covariance, work, g->n);
}

/* Variance and cost of the lots as they are; product must be right. */
static void
evaluate(struct search *s)
{
	s->variance = s->cost = 0;
	for (int i = 0; i < s->g->n; i++) {
		s->variance += s->product[i] * s->gap[i];
		s->cost += s->charge[i] * fabs(s->lots[i] - s->g->prior[i]);
	}
}

static void
begin(struct search *s)
{
	const struct dynamic_optimisation *g = s->g;
	int n = g->n;

	for (int i = 0; i < n; i++) {
		s->lots[i] = g->limit[i].start;
		s->gap[i] = weighted(g, s->lots[i], g->optimal[i], i);
		s->step[i] = g->exposure[i] * g->limit[i].direction;
		s->own[i] = s->step[i] * s->step[i] * g->covariance[i * n + i];
		s->charge[i] = fabs(g->cost[i] * g->exposure[i]);
	}
	for (int j = 0; j < n; j++) {
		s->product[j] = 0;
		for (int i = 0; i < n; i++)
			s->product[j] += s->gap[i] * g->covariance[i * n + j];
	}
	evaluate(s);
}

static bool
may_step(const struct search *s, int i)
{
	const struct constraint *c = &s->g->limit[i];
	double lots = s->lots[i] + c->direction;

	return c->direction > 0 ? lots <= c->most : lots >= c->least;
}

/* Tracking error after a step in i. What rounding makes of a variance near 0 may be below it: then all is added anew. */
static double
error_after(const struct search *s, int i)
{
	double variance = s->variance + 2 * s->step[i] * s->product[i] + s->own[i], gap = s->gap[i];

	if (!(variance < 0))
		return sqrt(variance);
	s->gap[i] = weighted(s->g, s->lots[i] + s->g->limit[i].direction, s->g->optimal[i], i);
	double error = covariance_stdev(s->g->covariance, s->gap, s->g->n);
	s->gap[i] = gap;
	return error;
}

/* Tracking error and cost after a step in i; NaN when the variance is below 0. */
static double
value_after(const struct search *s, int i)
{
	double away = (s->lots[i] - s->g->prior[i]) * s->g->limit[i].direction; /* whole contracts from the prior */

	return error_after(s, i) + (s->cost + (away >= 0 ? s->charge[i] : -s->charge[i]));
}

static void
take(struct search *s, int i)
{
	const struct dynamic_optimisation *g = s->g;

	s->lots[i] += g->limit[i].direction;
	s->gap[i] = weighted(g, s->lots[i], g->optimal[i], i);
	for (int j = 0; j < g->n; j++)
		s->product[j] += s->step[i] * g->covariance[i * g->n + j];
	evaluate(s);
}

bool
dynamic_optimisation_search(const struct dynamic_optimisation *g, double *lots, double *work)
{
	struct search s = { .g = g, .lots = lots, .gap = work, .product = work + g->n, .step = work + 2 * g->n,
		.own = work + 3 * g->n, .charge = work + 4 * g->n };

	begin(&s);
	for (double best = sqrt(s.variance) + s.cost;;) {
		int at = -1;
		if (isnan(best))
			return false;
		for (int i = 0; i < g->n; i++) {
			if (!may_step(&s, i))
				continue;
			double value = value_after(&s, i);
			if (isnan(value))
				return false;
			if (value < best) {
				best = value;
				at = i;
			}
		}
		if (at < 0)
			return true;
		take(&s, at);
	}
}
