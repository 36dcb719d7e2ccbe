#include "forecast/instrument_days.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "time/date.h"

int
instrument_days_new(struct instrument_days *p)
{
	p->v = mem_grow(p->v, (size_t)p->n + 1, sizeof *p->v);
	p->v[p->n] = (struct instrument_days_rows){ 0 };
	return p->n++;
}

double *
instrument_days_add(struct instrument_days *p, int i, int day)
{
	struct instrument_days_rows *r = &p->v[i];

	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap + r->cap / 2 : 1024;
		r->day = mem_grow(r->day, r->cap, sizeof *r->day);
		r->x = mem_grow(r->x, r->cap * (size_t)p->columns, sizeof *r->x);
	}
	r->day[r->n] = day;
	return r->x + r->n++ * (size_t)p->columns;
}

void
instrument_days_spread(const struct instrument_days *p, int i, int column, int first, int n, double *out)
{
	const struct instrument_days_rows *r = &p->v[i];
	size_t columns = (size_t)p->columns;
	const double *x = r->x + column;
	double now = NAN;

	for (size_t k = 0; k < r->n && isnan(now); k++)
		now = x[k * columns];
	size_t at = 0;
	for (int k = 0, day = first; k < n; k++, day = date_next_business(day)) {
		for (; at < r->n && r->day[at] <= day; at++)
			now = isnan(x[at * columns]) ? now : x[at * columns];
		out[k] = now;
	}
}

struct instrument_days_walk
instrument_days_walk(const struct instrument_days *p, const int *member, int n)
{
	return (struct instrument_days_walk){ .p = p, .member = member, .n = n, .day = INT_MIN,
	    .at = mem_alloc((size_t)n + 1, sizeof(size_t)) };
}

bool
instrument_days_next(struct instrument_days_walk *w)
{
	int day = INT_MAX;

	for (int i = 0; i < w->n; i++) {
		const struct instrument_days_rows *r = &w->p->v[w->member[i]];
		if (w->at[i] < r->n && r->day[w->at[i]] == w->day)
			w->at[i]++;
		if (w->at[i] < r->n && r->day[w->at[i]] < day)
			day = r->day[w->at[i]];
	}
	w->day = day;
	if (day == INT_MAX)
		free(w->at);
	return day < INT_MAX;
}

const double *
instrument_days_row(const struct instrument_days_walk *w, int i)
{
	const struct instrument_days_rows *r = &w->p->v[w->member[i]];
	size_t at = w->at[i];

	return at < r->n && r->day[at] == w->day ? r->x + at * (size_t)w->p->columns : NULL;
}
