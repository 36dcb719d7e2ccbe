#include "backtest/multiplier_history.h"

#include "base/mem.h"
#include "position/multiplier.h"

static void
add(struct multiplier_history *h, double day, double value)
{
	h->day[h->n] = day;
	h->value[h->n++] = value;
}

/* Its changes from the track's first day to its last, with what holds on these two. */
static struct multiplier_history
history(struct multiplier *m, const struct daily_returns *t)
{
	const struct dated_value_series *s = m->series;
	struct multiplier_history h = { .fixed = !s };

	if (!t->n)
		return h;
	int first = (int)t->day[0], last = (int)t->day[t->n - 1];
	h.day = mem_alloc((size_t)(s ? s->n : 0) + 2, sizeof *h.day);
	h.value = mem_alloc((size_t)(s ? s->n : 0) + 2, sizeof *h.value);
	add(&h, first, multiplier_at(m, first));
	for (int i = 0; s && i < s->n; i++) {
		int day = dated_value_day_of(s->v[i].t);
		if (day > first && day < last)
			add(&h, day, s->v[i].value);
	}
	add(&h, last, multiplier_at(m, last));
	return h;
}

struct multiplier_history
multiplier_history_idm(const struct backtest *b, const struct daily_returns *t)
{
	struct multipliers all = multipliers_portfolio(&b->cfg,
	    backtest_estimated(b, "use_instrument_div_mult_estimates", "estimates/idm.csv"));
	struct multiplier m = multiplier_of(&all, NULL);

	return history(&m, t);
}

struct multiplier_history
multiplier_history_fdm(const struct backtest *b, const struct daily_returns *t, const char *instrument)
{
	struct multipliers all = multipliers_forecast(&b->cfg,
	    backtest_estimated(b, "use_forecast_div_mult_estimates", "estimates/fdm.csv"));
	struct multiplier m = multiplier_of(&all, instrument);

	return history(&m, t);
}
