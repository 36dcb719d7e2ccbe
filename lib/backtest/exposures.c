#include "backtest/exposures.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "time/frequency.h"

enum { ARRAYS = 4 };

static void
arrays(struct exposures *e, double **x[ARRAYS])
{
	double **all[] = { &e->gross, &e->net, &e->longs, &e->shorts };

	memcpy(x, all, sizeof all);
}

/* Have room for the periods from..to besides those there are, all of them at 0. */
static void
cover(struct exposures *e, int from, int to)
{
	double **x[ARRAYS];
	int before = e->n && from < e->first ? e->first - from : 0, n = e->n ? e->n + before : 1;

	if (!e->n)
		e->first = from;
	e->first -= before;
	if (to - e->first + 1 > n)
		n = to - e->first + 1;
	if (n == e->n)
		return;
	arrays(e, x);
	if (n > e->cap)
		e->cap = 2 * n;
	for (int i = 0; i < ARRAYS; i++) {
		*x[i] = mem_grow(*x[i], (size_t)e->cap, sizeof **x[i]);
		memmove(*x[i] + before, *x[i], (size_t)e->n * sizeof **x[i]);
		memset(*x[i], 0, (size_t)before * sizeof **x[i]);
		memset(*x[i] + before + e->n, 0, (size_t)(n - before - e->n) * sizeof **x[i]);
	}
	e->n = n;
}

void
exposures_row(struct exposures *e, const struct backtest_rows *w)
{
	int period = frequency_period(DAILY, w->day);
	double held = w->x[ROW_HELD];

	if (w->first)
		e->price = e->fx = NAN;
	if (!isnan(w->x[ROW_PRICE]))
		e->price = w->x[ROW_PRICE];
	if (!isnan(w->x[ROW_FX]))
		e->fx = w->x[ROW_FX];
	cover(e, period, period);
	int i = period - e->first;
	e->longs[i] += held > 0;
	e->shorts[i] += held < 0;
	double notional = held * e->price * w->b->instruments.v[w->instrument].point_size * e->fx / w->b->capital;
	if (isnan(notional))
		return;
	e->gross[i] += fabs(notional);
	e->net[i] += notional;
}

void
exposures_end(struct exposures *e)
{
	e->day = mem_alloc((size_t)e->n + 1, sizeof *e->day);
	for (int i = 0; i < e->n; i++)
		e->day[i] = frequency_label(DAILY, e->first + i);
}
