#include "position/speed_control.h"

#include <math.h>
#include <string.h>

static void
keep(const struct dynamic_optimisation *g, double *lots)
{
	memcpy(lots, g->prior, (size_t)g->n * sizeof *lots);
}

static bool
all_zero(const double *lots, int n)
{
	for (int i = 0; i < n; i++)
		if (lots[i] != 0)
			return false;
	return true;
}

bool
speed_control(const struct dynamic_optimisation *g, double buffer, double *lots, double *work)
{
	double error = dynamic_optimisation_tracking_error(g, g->prior, g->optimal, work);

	if (isnan(error))
		return false;
	if (error < buffer) {
		keep(g, lots);
		return true;
	}
	if (!dynamic_optimisation_search(g, lots, work))
		return false;
	if (all_zero(lots, g->n)) /* as the reference has it, which calls it unlikely */
		keep(g, lots);
	double way = dynamic_optimisation_tracking_error(g, g->prior, lots, work);
	if (isnan(way))
		return false;
	double share = way > buffer ? (way - buffer) / way : 0;
	for (int i = 0; i < g->n; i++)
		lots[i] = g->prior[i] + rint(share * (lots[i] - g->prior[i]));
	return true;
}
