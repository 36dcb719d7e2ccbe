#include "account/cost.h"

#include <math.h>

#include "base/num.h"
#include "time/date.h"
#include "time/year.h"

void
cost_recent_next(struct cost_recent *r, int day, double price, double vol)
{
	int i = r->n++ % COST_RECENT_DAYS;

	r->day[i] = day;
	r->price[i] = price;
	r->vol[i] = vol;
}

/* The same day a year before; 28 February for the 29th. */
static int
year_before(int day)
{
	int y, m, d;

	date_civil(day, &y, &m, &d);
	return date_of(y - 1, m, m == 2 && d == 29 ? 28 : d);
}

static double
recent_mean(const struct cost_recent *r, const double *v)
{
	double sum = 0;
	long n = 0;

	if (!r->n)
		return num_missing();
	int first = year_before(r->day[(r->n - 1) % COST_RECENT_DAYS]);
	for (int i = 0; i < r->n && i < COST_RECENT_DAYS; i++)
		if (r->day[i] >= first && !isnan(v[i])) {
			sum += v[i];
			n++;
		}
	return n ? sum / (double)n : num_missing();
}

double
cost_recent_price(const struct cost_recent *r)
{
	return recent_mean(r, r->price);
}

double
cost_recent_vol(const struct cost_recent *r)
{
	return recent_mean(r, r->vol);
}

double
cost_per_trade(const struct instrument *i, const struct cost_recent *r)
{
	double price = cost_recent_price(r), vol = cost_recent_vol(r);
	double cost = instrument_cost(i, 1, price) / (price * i->point_size);

	return 2.0 * cost / (vol * ROOT_BUSINESS_DAYS_IN_YEAR / price);
}

double
cost_of_holding(const struct instrument *i, const struct cost_recent *r)
{
	return i->rolls_per_year / 2.0 * cost_per_trade(i, r);
}

double
cost_annual(const struct instrument *i, const struct cost_recent *r, double turnover)
{
	return cost_of_holding(i, r) + turnover * cost_per_trade(i, r);
}

void
cost_roll_dates(int year, int n, int *day)
{
	int apart = (int)(CALENDAR_DAYS_IN_YEAR / n), first = date_of(year, 1, 1) + apart / 2;

	for (int i = 0; i < n; i++)
		day[i] = first + i * apart;
}
