#include "account/pnl.h"

#include <math.h>
#include <stdlib.h>

#include "account/cost.h"
#include "base/mem.h"
#include "base/num.h"
#include "maths/introsort.h"
#include "risk/price_deviation.h"
#include "time/date.h"
#include "time/stamp.h"
#include "time/year.h"

static void
days_room(struct pnl_days *d)
{
	d->room = d->room ? 2 * d->room : 4096;
	d->day = mem_grow(d->day, (size_t)d->room, sizeof *d->day);
	d->beyond = mem_grow(d->beyond, (size_t)d->room, sizeof *d->beyond);
	d->price = mem_grow(d->price, (size_t)d->room, sizeof *d->price);
	d->fx = mem_grow(d->fx, (size_t)d->room, sizeof *d->fx);
	d->position = mem_grow(d->position, (size_t)d->room, sizeof *d->position);
	d->average = mem_grow(d->average, (size_t)d->room, sizeof *d->average);
	d->vol = mem_grow(d->vol, (size_t)d->room, sizeof *d->vol);
}

void
pnl_add(struct pnl_days *d, const struct pnl_day *x)
{
	if (d->n == d->room)
		days_room(d);
	d->day[d->n] = x->day;
	d->beyond[d->n] = x->beyond;
	d->price[d->n] = x->price;
	d->fx[d->n] = x->fx;
	d->position[d->n] = x->position;
	d->average[d->n] = x->average;
	d->vol[d->n++] = x->vol;
}

void
pnl_clear(struct pnl_days *d)
{
	d->n = 0;
}

void
pnl_hold(struct pnl_days *d, const struct pnl_options *o)
{
	for (int i = d->n - 1; i >= 0 && !o->no_delay; i--)
		d->position[i] = i ? d->position[i - 1] : num_missing();
	for (int i = 0; i < d->n && o->round; i++)
		d->position[i] = rint(d->position[i]);
}

void
pnl_gross(const struct pnl_days *d, double point_size, double *gross)
{
	double last = num_missing();

	for (int i = 0; i < d->n; i++) {
		double price = isnan(d->price[i]) ? last : d->price[i];
		double points = i ? d->position[i - 1] * (price - last) : 0;
		gross[i] = (isnan(points) ? 0 : points) * point_size * d->fx[i];
		last = price;
	}
}

/* ---- cash costs ---- */

static void
add_cost(struct pnl_costs *c, int day, double cost)
{
	if (c->n == c->room) {
		c->room = c->room ? 2 * c->room : 1024;
		c->day = mem_grow(c->day, (size_t)c->room, sizeof *c->day);
		c->cost = mem_grow(c->cost, (size_t)c->room, sizeof *c->cost);
	}
	c->day[c->n] = day;
	c->cost[c->n++] = cost;
}

static void
add_trades(struct pnl_costs *c, const struct pnl_days *d, const struct instrument *in)
{
	double price = num_missing(); /* of the price series' last day, missing or not */

	for (int i = 0; i < d->n; i++) {
		double trade = i ? d->position[i] - d->position[i - 1] : 0;
		if (!d->beyond[i])
			price = d->price[i];
		if (!isnan(trade) && trade != 0)
			add_cost(c, d->day[i], -instrument_cost(in, trade, price));
	}
}

/* Mean absolute position from day `first` to `last`, both included; *at is a hint, as days ascend. */
static double
mean_position(const struct pnl_days *d, int first, int last, int *at)
{
	double sum = 0;
	long n = 0;
	int i = *at;

	while (i > 0 && d->day[i - 1] >= first)
		i--;
	while (i < d->n && d->day[i] < first)
		i++;
	for (; i < d->n && d->day[i] <= last; i++)
		if (!isnan(d->position[i])) {
			sum += fabs(d->position[i]);
			n++;
		}
	*at = i;
	return n ? sum / (double)n : 0;
}

/* A roll costs what trading the mean position since the last one does, at no price. */
static void
add_rolls(struct pnl_costs *c, const struct pnl_days *d, const struct instrument *in)
{
	int n = (int)in->rolls_per_year, y, last_year, m, dd, date[12], previous, at = 0;

	date_civil(d->day[0], &y, &m, &dd);
	date_civil(d->day[d->n - 1], &last_year, &m, &dd);
	cost_roll_dates(y - 1, n, date);
	previous = date[n - 1];
	for (; y <= last_year; y++) {
		cost_roll_dates(y, n, date);
		for (int i = 0; i < n; i++) {
			add_cost(c, date[i], -instrument_cost(in, mean_position(d, previous, date[i], &at), 0));
			previous = date[i];
		}
	}
}

/*
 * By date, one cost a date. The reference sorts with numpy's unstable sort and
 * keeps the last of a date; the kind way keeps their sum.
 */
static void
sort_costs(struct pnl_costs *c, bool same_day_lost)
{
	int *order = mem_alloc((size_t)c->n, sizeof *order), n = 0;
	struct pnl_costs s = { 0 };
	bool sorted = true;

	for (int i = 1; i < c->n; i++)
		sorted &= c->day[i - 1] <= c->day[i];
	introsort(c->day, order, c->n);
	for (int i = 0; i < c->n; i++) {
		int j = sorted ? i : order[i]; /* pandas leaves a sorted index alone */
		if (n && s.day[n - 1] == c->day[j]) {
			double both = same_day_lost ? c->cost[j] : s.cost[n - 1] + c->cost[j];
			if (!isnan(c->cost[j]))
				s.cost[n - 1] = both;
		} else {
			add_cost(&s, c->day[j], c->cost[j]);
			n++;
		}
	}
	free(order);
	free(c->day);
	free(c->cost);
	*c = s;
}

/* Each day's price deviation over the last day's, into v[0..n). */
static void
deflator(const struct pnl_days *d, double *v)
{
	struct price_deviation p = price_deviation_new();

	for (int i = 0; i < d->n; i++) {
		v[i] = num_missing();
		if (d->beyond[i])
			continue;
		price_deviation_next(&p, d->price[i]);
		v[i] = p.now;
	}
	for (int i = 0; i < d->n; i++)
		v[i] /= p.now;
	price_deviation_free(&p);
}

/* A cost on a date without a price takes the deflator of the cost before it. False when one is infinite. */
static bool
deflate(struct pnl_costs *c, const struct pnl_days *d)
{
	double *v = mem_alloc((size_t)d->n, sizeof *v), now = num_missing();
	bool finite = true;

	deflator(d, v);
	for (int i = 0, j = 0; i < c->n; i++) {
		while (j < d->n && d->day[j] < c->day[i])
			j++;
		if (j < d->n && d->day[j] == c->day[i] && !isnan(v[j]))
			now = v[j];
		c->cost[i] *= now;
		finite &= !isinf(c->cost[i]) || !isinf(now);
	}
	free(v);
	return finite;
}

bool
pnl_cash_costs(const struct pnl_days *d, const struct instrument *in, const struct fx_series *fx,
    const struct pnl_options *o, struct pnl_costs *c)
{
	bool finite = true;
	int at = 0;

	c->n = 0;
	if (!d->n)
		return true;
	add_trades(c, d, in);
	add_rolls(c, d, in);
	sort_costs(c, o->same_day_lost);
	if (o->deflate)
		finite = deflate(c, d);
	for (int i = 0; i < c->n; i++)
		c->cost[i] *= fx_at(fx, stamp_of_day(c->day[i]), &at);
	return finite;
}

/* ---- SR costs ---- */

/* A year's cost in price points of the average position of day i. */
static double
annual_points(const struct pnl_days *d, int i, double annual_sr)
{
	return -annual_sr * (d->average[i] * (d->vol[i] * ROOT_BUSINESS_DAYS_IN_YEAR));
}

/*
 * Charged on the average position from the first day with a position held, for
 * the time since the day before. Days before the first average take the first.
 */
void
pnl_sr_costs(const struct pnl_days *d, const struct instrument *in, double annual_sr, struct pnl_costs *c)
{
	const double seconds_in_year = CALENDAR_DAYS_IN_YEAR * DAY_SECONDS;
	bool held = false;
	int start = 0, previous = -1;

	c->n = 0;
	while (start < d->n - 1 && isnan(annual_points(d, start, annual_sr)))
		start++;
	for (int i = 0; i < d->n; i++) {
		held = held || !isnan(d->position[i]);
		if (d->beyond[i])
			continue;
		double annual = held ? annual_points(d, i < start ? start : i, annual_sr) : num_missing();
		double seconds = previous >= 0 ? (d->day[i] - d->day[previous]) * (double)DAY_SECONDS : num_missing();
		add_cost(c, d->day[i], annual * (seconds / seconds_in_year) * in->point_size * d->fx[i]);
		previous = i;
	}
}
