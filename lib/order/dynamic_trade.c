#include "order/dynamic_trade.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "position/speed_control.h"

enum { MOST_CONTRACTS = 1000000 }; /* the search takes a step a contract */

/* The problem of the k instruments that take part, in order of their codes. */
struct problem {
	int k;
	int *index;                /* which of those given */
	double *covariance, *optimal, *prior, *exposure, *cost, *lots, *work;
	struct constraint *limit;
};

static struct problem
problem_new(int n)
{
	size_t k = (size_t)n;

	return (struct problem){ .index = mem_alloc(k, sizeof(int)), .covariance = mem_alloc(k * k, sizeof(double)),
		.optimal = mem_alloc(k, sizeof(double)), .prior = mem_alloc(k, sizeof(double)),
		.exposure = mem_alloc(k, sizeof(double)), .cost = mem_alloc(k, sizeof(double)), .lots = mem_alloc(k, sizeof(double)),
		.work = mem_alloc(DYNAMIC_OPTIMISATION_WORK * k, sizeof(double)), .limit = mem_alloc(k, sizeof(struct constraint)) };
}

static void
problem_free(struct problem *p)
{
	void *all[] = { p->index, p->covariance, p->optimal, p->prior, p->exposure, p->cost, p->lots, p->work, p->limit };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		free(all[i]);
}

/* Put x[i] among the codes before it; wrong when one is the same. */
static bool
put(struct problem *p, const struct dynamic_trade *x, int i, struct wrong *w)
{
	int at = p->k++, order = 1;

	for (; at > 0 && (order = strcmp(x[p->index[at - 1]].code, x[i].code)) > 0; at--)
		p->index[at] = p->index[at - 1];
	p->index[at] = i;
	return order != 0 || at == 0 || wrong_say(w, "%s: twice", x[i].code);
}

static bool
check(const struct dynamic_trade *x, struct wrong *w)
{
	if (isnan(x->cost))
		return wrong_say(w, "%s: no cost", x->code);
	if (fabs(x->optimal) > MOST_CONTRACTS || llabs(x->held) > MOST_CONTRACTS)
		return wrong_say(w, "%s: over a million contracts", x->code);
	return true;
}

static bool
choose(struct problem *p, struct dynamic_trade *x, int n, const double *covariance, struct wrong *w)
{
	for (int i = 0; i < n; i++) {
		x[i].valid = !isnan(x[i].optimal) && !isnan(x[i].value) && !isnan(covariance[i * n + i]);
		if (x[i].valid && (!check(&x[i], w) || !put(p, x, i, w)))
			return false;
	}
	return true;
}

static bool
fill_in(struct problem *p, struct dynamic_trade *x, int n, const double *covariance, double shadow_cost, struct wrong *w)
{
	for (int i = 0; i < p->k; i++) {
		struct dynamic_trade *z = &x[p->index[i]];
		z->limit = constraint_of(z->no_trade, z->reduce_only, z->most, (double)z->held, z->optimal);
		p->optimal[i] = z->optimal;
		p->prior[i] = (double)z->held;
		p->exposure[i] = z->value;
		p->cost[i] = z->cost * shadow_cost;
		p->limit[i] = z->limit;
		for (int j = 0; j < p->k; j++) {
			double c = covariance[p->index[i] * n + p->index[j]];
			if (isnan(c))
				return wrong_say(w, "%s and %s: no covariance", z->code, x[p->index[j]].code);
			p->covariance[i * p->k + j] = c;
		}
	}
	return true;
}

static bool
solve(struct problem *p, double buffer, struct wrong *w)
{
	struct dynamic_optimisation g = { .n = p->k, .covariance = p->covariance, .optimal = p->optimal, .prior = p->prior,
		.exposure = p->exposure, .cost = p->cost, .limit = p->limit };

	return p->k == 0 || speed_control(&g, buffer, p->lots, p->work) || wrong_say(w, "covariances make a variance below zero");
}

static void
found(const struct problem *p, struct dynamic_trade *x, int n)
{
	for (int i = 0; i < n; i++)
		x[i].position = 0;
	for (int i = 0; i < p->k; i++)
		x[p->index[i]].position = (int64_t)p->lots[i];
	for (int i = 0; i < n; i++)
		x[i].trade = x[i].position - x[i].held;
}

bool
dynamic_trade(struct dynamic_trade *x, int n, const double *covariance, const struct dynamic_trade_options *o, struct wrong *w)
{
	struct problem p = problem_new(n);
	bool well = choose(&p, x, n, covariance, w) && fill_in(&p, x, n, covariance, o->shadow_cost, w) &&
	    solve(&p, o->tracking_error_buffer, w);

	if (well)
		found(&p, x, n);
	problem_free(&p);
	return well;
}
