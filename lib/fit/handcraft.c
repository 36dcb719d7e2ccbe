#include "fit/handcraft.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "fit/sharpe_multiplier.h"
#include "maths/cluster.h"
#include "risk/correlation.h"
#include "risk/diversification.h"

static void cut_in_two(int n, const double *correlation, bool boring, double *w);

/* Weights of a group that need not be cut further, or of its halves. */
static void
risk_weights(int n, const double *correlation, bool boring, double *w)
{
	if (n > 2) {
		cut_in_two(n, correlation, boring, w);
		return;
	}
	for (int i = 0; i < n; i++)
		w[i] = 1. / n;
}

/* Weights of those of n assets that are in the second group or not. */
static void
half(int n, const double *correlation, bool boring, const bool *second, bool which, double *w)
{
	double *sub = mem_alloc((size_t)(n * n + n), sizeof *sub), *sub_w = sub + n * n;
	int m = 0, at = 0;

	for (int i = 0; i < n; i++)
		m += second[i] == which;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n && second[i] == which; j++)
			if (second[j] == which)
				sub[at++] = correlation[i * n + j];
	risk_weights(m, sub, boring, sub_w);
	double multiplier = diversification(m, sub, sub_w, 2.5);
	at = 0;
	for (int i = 0; i < n; i++)
		if (second[i] == which)
			w[i] = .5 * multiplier * sub_w[at++];
	free(sub);
}

static void
cut_in_two(int n, const double *correlation, bool boring, double *w)
{
	bool *second = mem_alloc((size_t)n, sizeof *second);

	cluster_two(n, correlation, boring, second);
	half(n, correlation, boring, second, false, w);
	half(n, correlation, boring, second, true, w);
	free(second);
}

void
handcraft(const struct handcraft_estimates *e, bool equal, double *w)
{
	double *sharpe = mem_alloc((size_t)e->n, sizeof *sharpe);

	risk_weights(e->n, e->correlation, e->boring, w);
	for (int i = 0; i < e->n; i++)
		sharpe[i] = e->mean[i] / e->stdev[i];
	if (!equal)
		sharpe_multiplier_adjust(e->n, w, sharpe, correlation_average(e->n, e->correlation), e->years);
	free(sharpe);
}
