#include "backtest/instrument_history.h"

#include "base/mem.h"

static void
grow(double **x, int cap)
{
	*x = mem_grow(*x, (size_t)cap, sizeof **x);
}

static void
begin(struct instrument_history *h, const struct backtest_rows *w, bool rules)
{
	h->rules = rules ? w->rules : 0;
	h->rule = w->rule;
	h->rule_forecast = mem_alloc((size_t)h->rules, sizeof *h->rule_forecast);
}

void
instrument_history_row(struct instrument_history *h, const struct backtest_rows *w, bool rules)
{
	double **const x[ROW_NUMBERS] = { [ROW_ADJUSTED] = &h->adjusted, [ROW_FORECAST] = &h->forecast, [ROW_POSITION] = &h->wanted,
		[ROW_LOWER] = &h->lower, [ROW_UPPER] = &h->upper, [ROW_HELD] = &h->held };

	if (!h->n)
		begin(h, w, rules);
	if (h->n == h->cap) {
		h->cap = h->cap ? 2 * h->cap : 4096;
		grow(&h->day, h->cap);
		for (int i = 0; i < ROW_NUMBERS; i++)
			if (x[i])
				grow(x[i], h->cap);
		for (int i = 0; i < h->rules; i++)
			grow(&h->rule_forecast[i], h->cap);
	}
	h->day[h->n] = w->day;
	for (int i = 0; i < ROW_NUMBERS; i++)
		if (x[i])
			(*x[i])[h->n] = w->x[i];
	for (int i = 0; i < h->rules; i++)
		h->rule_forecast[i][h->n] = w->forecast[i];
	h->n++;
}
