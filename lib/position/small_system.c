#include "position/small_system.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/instruments.h"
#include "position/speed_control.h"
#include "time/date.h"

enum { MOST_CONTRACTS = 1000000 };

static void
make_room(struct small_system *z, size_t n)
{
	double **of[] = { &z->held, &z->position, &z->exposure, &z->cost, &z->prior, &z->lots };

	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		*of[i] = mem_alloc(n, sizeof(double));
	z->work = mem_alloc(DYNAMIC_OPTIMISATION_WORK * n, sizeof(double));
	z->limit = mem_alloc(n, sizeof *z->limit);
	z->reduce_only = mem_alloc(n, sizeof(bool));
}

struct small_system
small_system_open(const struct config *c, const struct portfolio_day *x)
{
	struct small_system z = { .shadow_cost = config_num(c, "small_system.shadow_cost"),
		.buffer = config_num(c, "small_system.tracking_error_buffer"), .as_weights = config_compat_asked(c) };

	if (!(z.shadow_cost >= 0 && z.buffer >= 0))
		die("%s: small_system: shadow_cost or tracking_error_buffer is below zero", c->path);
	make_room(&z, (size_t)x->n);
	struct names out = instruments_not_trading(c);
	for (int i = 0; i < x->n; i++)
		z.reduce_only[i] = names_get(&out, slice_of(x->instruments.name[i])) >= 0;
	return z;
}

/* The search takes a step a contract. */
static void
check_size(double position, int day, const char *instrument)
{
	if (fabs(position) > MOST_CONTRACTS)
		die("%s: column 'position': over a million contracts of '%s'", date_text(day), instrument);
}

static struct dynamic_optimisation
problem(struct small_system *z, struct portfolio_day *x, const double *position, const double *cost)
{
	int k = portfolio_day_valid(x, position);

	for (int i = 0; i < k; i++) {
		int at = x->index[i];
		z->position[i] = position[at];
		check_size(z->position[i], x->day, x->instruments.name[at]);
		z->exposure[i] = x->exposure[at];
		z->cost[i] = cost[at] * z->shadow_cost;
		z->prior[i] = z->held[at];
		z->limit[i] = constraint_of(false, z->reduce_only[at], NAN, z->prior[i],
		    z->as_weights ? z->position[i] * z->exposure[i] : z->position[i]);
	}
	return (struct dynamic_optimisation){ .n = k, .covariance = x->matrix, .optimal = z->position, .prior = z->prior,
		.exposure = z->exposure, .cost = z->cost, .limit = z->limit };
}

/* Why there was no answer. */
static int
without_cost(const struct small_system *z, const struct portfolio_day *x, int n)
{
	for (int i = 0; i < n; i++)
		if (isnan(z->cost[i]))
			return x->index[i];
	return -1;
}

bool
small_system_day(struct small_system *z, struct portfolio_day *x, const double *position, const double *cost)
{
	struct dynamic_optimisation g = problem(z, x, position, cost);

	if (!speed_control(&g, z->buffer, z->lots, z->work)) {
		z->without_cost = without_cost(z, x, g.n);
		return false;
	}
	memset(z->held, 0, (size_t)x->n * sizeof *z->held);
	for (int i = 0; i < g.n; i++)
		z->held[x->index[i]] = z->lots[i];
	return true;
}
