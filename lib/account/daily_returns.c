#include "account/daily_returns.h"

#include <math.h>
#include <string.h>

#include "account/account_rows.h"
#include "base/die.h"
#include "base/mem.h"
#include "time/date.h"
#include "time/frequency.h"
#include "time/year.h"

static void
add(struct daily_returns *t, int *cap, int day, const double x[CURVE_KINDS])
{
	if (t->n == *cap) {
		*cap = *cap ? 2 * *cap : 4096;
		t->day = mem_grow(t->day, (size_t)*cap, sizeof *t->day);
		for (int k = 0; k < CURVE_KINDS; k++)
			t->x[k] = mem_grow(t->x[k], (size_t)*cap, sizeof *t->x[k]);
	}
	t->day[t->n] = day;
	for (int k = 0; k < CURVE_KINDS; k++)
		t->x[k][t->n] = x ? x[k] : NAN;
	t->n++;
}

/* The business days that the rows left out, up to `day`. */
static void
add_gap(struct daily_returns *t, int *cap, int day)
{
	for (int d = date_next_business((int)t->day[t->n - 1]); d < day; d = date_next_business(d))
		add(t, cap, d, NULL);
}

struct daily_returns
daily_returns_read(const char *path, bool whole)
{
	struct daily_returns t = { .n = 0 };
	struct account_rows a;
	int cap = 0, some = 0; /* some: days up to the last one with a return */

	account_rows_open(&a, path);
	while (account_rows_next(&a)) {
		bool returns = !isnan(a.x[CURVE_GROSS]) || !isnan(a.x[CURVE_NET]);
		if (date_weekday(a.day) > 4)
			die("%s:%ld: column 'time': not a business day: \"%s\"", a.r.name, a.r.line, date_text(a.day));
		if (!t.n && !returns)
			continue;
		if (!t.n)
			t.first = frequency_period(DAILY, a.day);
		else
			add_gap(&t, &cap, a.day);
		add(&t, &cap, a.day, a.x);
		some = returns ? t.n : some;
	}
	t.n = some;
	t.years = (double)(t.n + (t.n && !whole)) / BUSINESS_DAYS_IN_YEAR;
	rec_close(&a.r);
	return t;
}

void
daily_returns_from(struct daily_returns *t, int day)
{
	int gone = 0;

	while (gone < t->n && t->day[gone] < day)
		gone++;
	if (gone == 0)
		return;
	t->later = true;
	t->n -= gone;
	t->first += gone;
	t->years = (double)t->n / BUSINESS_DAYS_IN_YEAR;
	memmove(t->day, t->day + gone, (size_t)t->n * sizeof *t->day);
	for (int k = 0; k < CURVE_KINDS; k++)
		memmove(t->x[k], t->x[k] + gone, (size_t)t->n * sizeof *t->x[k]);
}

void
daily_returns_cumulate(const double *x, int n, double *out)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		out[i] = sum += isnan(x[i]) ? 0 : x[i];
}

struct daily_returns_periods
daily_returns_periods(const struct daily_returns *t, enum curve_kind k, enum frequency f)
{
	struct daily_returns_periods p = { .n = 0 };

	if (!t->n)
		return p;
	p.first = frequency_period(f, (int)t->day[0]);
	p.n = frequency_period(f, (int)t->day[t->n - 1]) - p.first + 1;
	p.x = mem_alloc((size_t)p.n, sizeof *p.x);
	for (int i = 0; i < p.n; i++)
		p.x[i] = NAN;
	for (int i = 0; i < t->n; i++) {
		double x = t->x[k][i], *to = &p.x[frequency_period(f, (int)t->day[i]) - p.first];
		if (!isnan(x))
			*to = (isnan(*to) ? 0 : *to) + x;
	}
	return p;
}

int
daily_returns_at(const struct daily_returns *t, int day)
{
	int i = frequency_period(DAILY, day) - t->first;

	return t->n && i >= 0 && i < t->n ? i : -1;
}
