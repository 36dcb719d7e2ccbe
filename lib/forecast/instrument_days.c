#include "forecast/instrument_days.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"

int
panel_new(struct panel *p)
{
	p->v = mem_grow(p->v, (size_t)p->n + 1, sizeof *p->v);
	p->v[p->n] = (struct panel_rows){ 0 };
	return p->n++;
}

double *
panel_add(struct panel *p, int i, int day)
{
	struct panel_rows *r = &p->v[i];

	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap + r->cap / 2 : 1024;
		r->day = mem_grow(r->day, r->cap, sizeof *r->day);
		r->x = mem_grow(r->x, r->cap * (size_t)p->columns, sizeof *r->x);
	}
	r->day[r->n] = day;
	return r->x + r->n++ * (size_t)p->columns;
}

struct panel_walk
panel_walk(const struct panel *p, const int *member, int n)
{
	return (struct panel_walk){ .p = p, .member = member, .n = n, .day = INT_MIN, .at = mem_alloc((size_t)n + 1, sizeof(size_t)) };
}

bool
panel_next(struct panel_walk *w)
{
	int day = INT_MAX;

	for (int i = 0; i < w->n; i++) {
		const struct panel_rows *r = &w->p->v[w->member[i]];
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
panel_row(const struct panel_walk *w, int i)
{
	const struct panel_rows *r = &w->p->v[w->member[i]];
	size_t at = w->at[i];

	return at < r->n && r->day[at] == w->day ? r->x + at * (size_t)w->p->columns : NULL;
}
