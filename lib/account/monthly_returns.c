#include "account/monthly_returns.h"

#include <math.h>

#include "base/mem.h"
#include "time/frequency.h"

/* A return put behind others. */
static void
put(double *to, double x, bool compounded)
{
	double before = isnan(*to) ? 0 : *to;

	if (!isnan(x))
		*to = compounded ? ((1 + before / 100) * (1 + x / 100) - 1) * 100 : before + x;
}

struct monthly_returns
monthly_returns_of(const struct daily_returns *t, bool compounded)
{
	struct monthly_returns m = { .n = 0 };

	if (!t->n)
		return m;
	int first = frequency_period(ANNUAL, (int)t->day[0]);
	m.n = frequency_period(ANNUAL, (int)t->day[t->n - 1]) - first + 1;
	m.v = mem_alloc((size_t)m.n, sizeof *m.v);
	for (int y = 0; y < m.n; y++) {
		m.v[y] = (struct monthly_returns_year){ .year = first + y, .x = { NAN, NAN, NAN } };
		for (int i = 0; i < 12; i++)
			m.v[y].month[i] = NAN;
	}
	for (int i = 0; i < t->n; i++) {
		int month = frequency_period(MONTHLY, (int)t->day[i]);
		struct monthly_returns_year *v = &m.v[month / 12 - first];
		put(&v->month[month % 12], t->x[CURVE_NET][i], compounded);
		for (int k = 0; k < CURVE_KINDS; k++)
			put(&v->x[k], t->x[k][i], compounded);
	}
	for (int y = 0; compounded && y < m.n; y++)
		m.v[y].x[CURVE_COSTS] = m.v[y].x[CURVE_NET] - m.v[y].x[CURVE_GROSS];
	return m;
}
