#include "backtest/trading_activity.h"

#include <math.h>

#include "base/mem.h"
#include "time/frequency.h"
#include "time/year.h"

static void
count_forecast(struct forecast_count *c, double x, const struct backtest *b)
{
	if (isnan(x))
		return;
	c->days++;
	c->cap += x >= b->cap;
	c->floor += x <= b->floor;
	c->size += fabs(x);
}

static struct trading_activity_of_forecast
forecast_habits(const struct forecast_count *c)
{
	double days = c->days ? (double)c->days : NAN;

	return (struct trading_activity_of_forecast){ c->days, c->size / days, 100 * (double)c->cap / days,
	    100 * (double)c->floor / days };
}

/* The instrument at work, if there is one, has had its last row. */
static void
end_instrument(struct trading_activity *h)
{
	if (!h->instruments)
		return;
	struct trading_activity_of_instrument *v = &h->instrument[h->instruments - 1];
	v->forecast = forecast_habits(&h->combined);
	v->days = v->band_days ? h->now.last - h->now.first + 1 : 0;
	double years = v->days ? (double)v->days / BUSINESS_DAYS_IN_YEAR : NAN, days = v->band_days ? (double)v->band_days : NAN;
	v->hit = 100 * (double)h->now.hits / days;
	v->trades_a_year = (double)v->trades / years;
	v->contracts_a_year = h->now.contracts / years;
	v->held = h->now.held / days;
}

static struct trading_activity_of_instrument *
begin_instrument(struct trading_activity *h, const struct backtest_rows *w)
{
	end_instrument(h);
	if (!h->of_rule)
		h->of_rule = mem_alloc((size_t)w->rules, sizeof *h->of_rule);
	h->instrument = mem_grow(h->instrument, (size_t)h->instruments + 1, sizeof *h->instrument);
	h->instrument[h->instruments] = (struct trading_activity_of_instrument){ .name = w->b->instruments.codes.name[w->instrument] };
	h->combined = (struct forecast_count){ .days = 0 };
	memset(&h->now, 0, sizeof h->now);
	return &h->instrument[h->instruments++];
}

void
trading_activity_row(struct trading_activity *h, const struct backtest_rows *w)
{
	struct trading_activity_of_instrument *v = w->first ? begin_instrument(h, w) : &h->instrument[h->instruments - 1];
	bool band = !isnan(w->x[ROW_LOWER]) && !isnan(w->x[ROW_UPPER]);
	double held = isnan(w->x[ROW_HELD]) ? h->now.before : w->x[ROW_HELD], traded = fabs(held - h->now.before);

	count_forecast(&h->combined, w->x[ROW_FORECAST], w->b);
	for (int i = 0; i < w->rules; i++)
		count_forecast(&h->of_rule[i], w->forecast[i], w->b);
	h->now.last = frequency_period(DAILY, w->day);
	if (band && !v->band_days++)
		h->now.first = h->now.last;
	v->held_days += held != 0;
	v->trades += traded > 0;
	h->now.hits += band && traded > 0;
	h->now.contracts += traded;
	h->now.held += band ? fabs(held) : 0;
	h->now.before = held;
}

void
trading_activity_end(struct trading_activity *h, const struct backtest_rows *w)
{
	static const struct forecast_count none = { .days = 0 };

	end_instrument(h);
	h->rules = w->rules;
	h->rule = mem_alloc((size_t)h->rules, sizeof *h->rule);
	for (int i = 0; i < h->rules; i++)
		h->rule[i] = (struct trading_activity_of_rule){ w->rule[i], forecast_habits(h->of_rule ? &h->of_rule[i] : &none) };
}
