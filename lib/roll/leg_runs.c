#include "roll/leg_runs.h"

#include <math.h>

bool
leg_runs_time(const struct roll_run run[LEGS], int64_t *t)
{
	bool any = false;

	for (int leg = 0; leg < LEGS; leg++) {
		const struct roll_run *r = &run[leg];
		if (r->at < r->end && (!any || r->v[r->at].t < *t)) {
			*t = r->v[r->at].t;
			any = true;
		}
	}
	return any;
}

void
leg_runs_take(struct roll_run run[LEGS], int64_t t, struct multiple_prices_row *row)
{
	for (int leg = 0; leg < LEGS; leg++) {
		struct roll_run *r = &run[leg];
		if (r->at == r->end || r->v[r->at].t != t)
			continue;
		double x = r->v[r->at++].x;
		if (isnan(row->x[leg]))
			row->x[leg] = x;
	}
}
