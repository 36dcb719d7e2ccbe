#include "account/turnover.h"

#include <math.h>

#include "base/num.h"
#include "time/year.h"

struct turnover
turnover_new(void)
{
	return (struct turnover){ .average = ewma_com(250, 0), .filled = NAN, .last = NAN }; /* a com, as a bare number is */
}

void
turnover_next(struct turnover *t, double position, double average)
{
	double smooth = ewma_next(&t->average, average);

	if (!isnan(smooth))
		t->filled = smooth;
	turnover_next_of(t, position, t->filled);
}

void
turnover_next_of(struct turnover *t, double position, double average)
{
	double x = position / average, change = fabs(x - t->last);

	if (!isnan(change)) {
		t->sum += change;
		t->n++;
	}
	t->last = x;
}

double
turnover_annual(const struct turnover *t)
{
	return t->n ? t->sum / (double)t->n * BUSINESS_DAYS_IN_YEAR : num_missing();
}
