#include "account/weeks.h"

#include <math.h>

#include "account/earning_days.h"

struct weeks
weeks_of(const struct curve_returns *gross, const struct curve_returns *net, enum frequency f)
{
	return (struct weeks){ .frequency = f, .gross_days = gross, .net_days = net, .next = gross->first, .before = NAN };
}

/* Business days are numbered five a week. */
static int
period_of(const struct weeks *w, int business_day)
{
	return frequency_period(w->frequency, frequency_label(DAILY, business_day));
}

bool
weeks_next(struct weeks *w)
{
	struct earning_days counted = { .n = 0 };
	int end = w->gross_days->first + w->gross_days->n;
	double now = w->before;

	if (w->next >= end)
		return false;
	w->period = period_of(w, w->next);
	w->gross = 0;
	for (; w->next < end && period_of(w, w->next) == w->period; w->next++) {
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
