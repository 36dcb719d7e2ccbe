#include "fit/net_weeks.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "time/date.h"

bool
net_weeks_add(struct net_weeks *w, int period, double net)
{
	if (w->n == 0)
		w->first = period;
	if (period != w->first + w->n)
		return false;
	if (w->n == w->room) {
		w->room = w->room ? 2 * w->room : 512;
		w->net = mem_grow(w->net, (size_t)w->room, sizeof *w->net);
	}
	w->net[w->n++] = net;
	return true;
}

/* The running sums at the ends of periods; a sum begins the day before the first that has grown. */
static void
sums_of(const struct net_weeks *days, enum fit_frequency f, const struct net_weeks *to)
{
	double sum = num_missing();

	for (int i = 0; i < days->n; i++) {
		if (isnan(sum) && (!isnan(days->net[i]) || (i + 1 < days->n && !isnan(days->net[i + 1]))))
			sum = 0;
		if (!isnan(days->net[i]))
			sum += days->net[i];
		to->net[fit_frequency_period(f, frequency_label(DAILY, days->first + i)) - to->first] = sum;
	}
}

struct net_weeks
net_weeks_of_days(const struct net_weeks *days, enum fit_frequency f)
{
	struct net_weeks to = { .n = 0 };

	if (!days->n)
		return to;
	to.first = fit_frequency_period(f, frequency_label(DAILY, days->first));
	to.n = to.room = fit_frequency_period(f, frequency_label(DAILY, days->first + days->n - 1)) - to.first + 1;
	to.net = mem_alloc((size_t)to.n, sizeof *to.net);
	for (int i = 0; i < to.n; i++)
		to.net[i] = num_missing();
	sums_of(days, f, &to);
	for (int i = to.n - 1; i > 0; i--)
		to.net[i] -= to.net[i - 1];
	to.net[0] = num_missing();
	return to;
}

/* What one that is no longer there earns: there are no sums on weekends, and so no growth then and on the Monday after. */
static double
nothing_earned(enum fit_frequency f, int period)
{
	return f == FIT_DAILY && (date_weekday(period) > 4 || date_weekday(period) == 0) ? num_missing() : 0;
}

struct pooled_weeks
net_weeks_together(const struct net_weeks *const *w, int n, enum fit_frequency f)
{
	struct pooled_weeks_block b = { .first = INT_MAX };
	int end = INT_MIN;

	for (int i = 0; i < n; i++) {
		b.first = w[i]->first < b.first ? w[i]->first : b.first;
		end = w[i]->first + w[i]->n > end ? w[i]->first + w[i]->n : end;
	}
	b.n = n ? end - b.first : 0;
	double *x = mem_alloc((size_t)b.n * (size_t)n + 1, sizeof *x);
	for (int k = 0; k < b.n; k++)
		for (int i = 0; i < n; i++) {
			int at = b.first + k - w[i]->first;
			x[k * n + i] = at < 0 ? num_missing() : at < w[i]->n ? w[i]->net[at] : nothing_earned(f, b.first + k);
		}
	b.x = x;
	struct pooled_weeks together = pooled_weeks_stack(&b, 1, n, f);
	free(x);
	return together;
}
