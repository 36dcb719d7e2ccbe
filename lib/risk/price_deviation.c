#include "risk/price_deviation.h"

#include <math.h>

#include "base/die.h"
#include "time/date.h"

enum { DAYS = 180, LEAST = 3 };

struct price_deviation
price_deviation_new(void)
{
	return (struct price_deviation){ .now = NAN, .price = NAN, .changes = rolling_new(DAYS, LEAST) };
}

void
price_deviation_free(struct price_deviation *d)
{
	rolling_free(&d->changes);
}

void
price_deviation_next(struct price_deviation *d, double price)
{
	double known = isnan(price) ? d->price : price;

	rolling_next(&d->changes, known - d->price);
	double deviation = rolling_std(&d->changes);
	if (!isnan(deviation))
		d->now = deviation;
	d->price = known;
}

void
price_deviation_refuse(const char *instrument, int day, const char *setting)
{
	die("%s: price has not moved in the last %d days, to %s, so costs cannot be scaled by its volatility; set %s, or leave it out",
	    instrument, DAYS, date_text(day), setting);
}
