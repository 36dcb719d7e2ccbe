#include "roll/collect.h"

#include "time/stamp.h"

enum { SAMPLED = 100 }; /* days */

static bool
is_alive(int id, int64_t now)
{
	return stamp_of_day(contract_day(id)) >= now - SAMPLED * DAY_SECONDS;
}

bool
roll_collect(const struct roll_parameters *p, int furthest, int64_t now, int *first, int *last)
{
	*last = cycle_next(p->priced, furthest);
	*first = *last;
	if (!is_alive(*last, now))
		return false;
	for (int id; is_alive(id = cycle_previous(p->priced, *first), now); )
		*first = id;
	return true;
}
