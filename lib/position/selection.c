#include "position/selection.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "fit/handcraft.h"
#include "risk/diversification.h"

#define WHOLE_SHARPE 0.5
#define MOST_SHARE 0.05
#define MOST_MULTIPLIER 2.5
#define FALL 0.9

/* The Sharpe ratio of one with a share of capital (weight times multiplier; more than MOST_SHARE counts as that). */
static double
sharpe_of(const struct selection_candidates *c, int i, double share)
{
	if (share == 0)
		return 0;
	double position = c->position[i] * fmin(share, MOST_SHARE);
	double penalty = position < 0.5 ? 9999 : 0.125 / (position * position);
	return WHOLE_SHARPE - c->cost[i] - penalty;
}

/* The Sharpe ratio of holding weights w of the k instruments `of`, whose correlations are rho. */
static double
portfolio_sharpe(const struct selection_candidates *c, const int *of, int k, const double *rho, const double *w)
{
	double multiplier = diversification(k, rho, w, MOST_MULTIPLIER), mean = 0, variance = 0;

	for (int i = 0; i < k; i++) {
		mean += w[i] * sharpe_of(c, of[i], multiplier * w[i]);
		for (int j = 0; j < k; j++)
			variance += w[i] * rho[i * k + j] * w[j];
	}
	return mean / sqrt(variance);
}

/* The same of the handcrafted portfolio. */
static double
handcrafted_sharpe(const struct selection_candidates *c, const int *of, int k)
{
	size_t n = (size_t)k;
	double *rho = mem_alloc(n * n + 2 * n, sizeof *rho), *ones = rho + n * n, *w = ones + n;

	for (int i = 0; i < k; i++) {
		ones[i] = 1;
		for (int j = 0; j < k; j++)
			rho[i * k + j] = c->correlation[of[i] * c->n + of[j]];
	}
	handcraft(&(struct handcraft_estimates){ .n = k, .correlation = rho, .mean = ones, .stdev = ones, .years = 30 }, false, w);
	double sharpe = portfolio_sharpe(c, of, k, rho, w);
	free(rho);
	return sharpe;
}

static int
best_alone(const struct selection_candidates *c, double *sharpe)
{
	int best = 0;

	for (int i = 0; i < c->n; i++)
		if (sharpe_of(c, i, MOST_SHARE) >= sharpe_of(c, best, MOST_SHARE))
			best = i;
	*sharpe = sharpe_of(c, best, MOST_SHARE);
	return best;
}

/* The one to add to the k of `order`, or -1 when none is left. */
static int
best_next(const struct selection_candidates *c, const bool *used, int *order, int k, double *sharpe)
{
	int best = -1;

	for (int i = 0; i < c->n; i++) {
		if (used[i] || c->barred[i])
			continue;
		order[k] = i;
		double x = handcrafted_sharpe(c, order, k + 1);
		if (best < 0 || x >= *sharpe) {
			best = i;
			*sharpe = x;
		}
	}
	return best;
}

int
selection(const struct selection_candidates *c, int *order, double *sharpe)
{
	bool *used = mem_alloc((size_t)c->n, sizeof *used);
	double most = 0;
	int k = 0;

	if (c->n == 0)
		return 0;
	for (int i = best_alone(c, &sharpe[0]); i >= 0; i = k < c->n ? best_next(c, used, order, k, &sharpe[k]) : -1) {
		if (k > 0 && sharpe[k] < most * FALL)
			break;
		if (k > 0)
			most = fmax(most, sharpe[k]);
		used[i] = true;
		order[k++] = i;
	}
	free(used);
	return k;
}
