#include "account/weeks.h"

#include <math.h>

#include "account/earning_days.h"

struct weeks
weeks_of(const struct curve_returns *gross, const struct curve_returns *net)
{
	return (struct weeks){ .gross_days = gross, .net_days = net, .next = gross->first, .before = NAN };
}

/* Business days are numbered five a week. */
static int
week_of(int business_day)
{
	return frequency_period(WEEKLY, frequency_label(DAILY, business_day));
}

bool
weeks_next(struct weeks *w)
{
	struct earning_days counted = { .n = 0 };
	int end = w->gross_days->first + w->gross_days->n;
	double now = w->before;

	if (w->next >= end)
		return false;
	w->week = week_of(w->next);
	w->gross = 0;
	for (; w->next < end && week_of(w->next) == w->week; w->next++) {
		double gross = curve_return_at(w->gross_days, w->next), net = curve_return_at(w->net_days, w->next);
		if (earning_days_next(&counted, gross))
			w->gross += gross;
		if (!isnan(net))
			now = w->sum += net;
	}
	w->days = counted.n;
	w->net = now - w->before;
	w->before = now;
	return true;
}
