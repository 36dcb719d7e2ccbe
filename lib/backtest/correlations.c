#include "backtest/correlations.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "time/frequency.h"

enum { YEAR_OF_WEEKS = 52 };

static void
add_move(struct week_moves *m, int week, double x)
{
	if (!m->n)
		m->first = week;
	int at = week - m->first;
	if (at >= m->cap) {
		m->cap = at < 512 ? 1024 : 2 * at;
		m->x = mem_grow(m->x, (size_t)m->cap, sizeof *m->x);
	}
	while (m->n < at)
		m->x[m->n++] = NAN;
	m->x[m->n++] = x;
}

/* The week at work is over. */
static void
end_week(struct backtest_correlations *c, int instrument)
{
	double move = (c->now.adjusted - c->before.adjusted) / c->before.vol;

	plain_correlation_next(&c->pooled, c->now.forecast);
	if (c->now.week == c->before.week + 1 && c->before.vol > 0 && !isnan(move))
		add_move(&c->moves[instrument], c->now.week, move);
}

static void
begin_week(struct backtest_correlations *c, const struct backtest_rows *w, int week)
{
	c->now = (struct week_values){ week, NAN, NAN, c->now.forecast };
	for (int i = 0; i < w->rules; i++)
		c->now.forecast[i] = NAN;
}

static void
begin(struct backtest_correlations *c, const struct backtest_rows *w)
{
	c->pooled = plain_correlation_new(w->rules);
	c->moves = mem_alloc((size_t)w->b->instruments.codes.n, sizeof *c->moves);
	c->now.forecast = mem_alloc((size_t)w->rules, sizeof *c->now.forecast);
}

static void
keep(double *last, double x)
{
	if (!isnan(x))
		*last = x;
}

void
backtest_correlations_row(struct backtest_correlations *c, const struct backtest_rows *w)
{
	int week = frequency_period(WEEKLY, w->day);

	if (!c->moves)
		begin(c, w);
	else if (w->first || week != c->now.week)
		end_week(c, c->instrument);
	if (w->first || week != c->now.week) {
		c->before = w->first ? (struct week_values){ .adjusted = NAN } : c->now;
		c->instrument = w->instrument;
		begin_week(c, w, week);
	}
	keep(&c->now.adjusted, w->x[ROW_ADJUSTED]);
	keep(&c->now.vol, w->x[ROW_VOL]);
	for (int i = 0; i < w->rules; i++)
		keep(&c->now.forecast[i], w->forecast[i]);
}

/* ---- matrices ---- */

static void
grid_new(struct backtest_correlations_grid *g, int n)
{
	g->n = n;
	g->name = mem_alloc((size_t)n, sizeof *g->name);
	g->cell = mem_alloc((size_t)n * (size_t)n, sizeof *g->cell);
}

static int
by_class(const void *a, const void *b, void *instruments)
{
	const struct instruments *t = instruments;
	int i = *(const int *)a, j = *(const int *)b, order = strcmp(t->v[i].asset_class, t->v[j].asset_class);

	return order ? order : strcmp(t->codes.name[i], t->codes.name[j]);
}

static void
instruments_grid(struct backtest_correlations *c, const struct backtest_rows *w)
{
	const struct instruments *t = &w->b->instruments;
	int n = 0, first = INT32_MAX, last = INT32_MIN, *at = mem_alloc((size_t)t->codes.n, sizeof *at);

	for (int i = 0; i < t->codes.n; i++)
		if (w->seen[i])
			at[n++] = i;
	qsort_r(at, (size_t)n, sizeof *at, by_class, (void *)t);
	grid_new(&c->instruments, n);
	struct plain_correlation s = plain_correlation_new(n);
	double *x = mem_alloc((size_t)n, sizeof *x);
	for (int i = 0; i < n; i++) {
		const struct week_moves *m = &c->moves[at[i]];
		c->instruments.name[i] = t->codes.name[at[i]];
		first = m->n && m->first < first ? m->first : first;
		last = m->n && m->first + m->n > last ? m->first + m->n : last;
	}
	for (int week = first; week < last; week++) {
		for (int i = 0; i < n; i++) {
			const struct week_moves *m = &c->moves[at[i]];
			x[i] = week >= m->first && week < m->first + m->n ? m->x[week - m->first] : NAN;
		}
		plain_correlation_next(&s, x);
	}
	plain_correlation_matrix(&s, YEAR_OF_WEEKS, c->instruments.cell);
	free(x);
	free(at);
}

void
backtest_correlations_end(struct backtest_correlations *c, const struct backtest_rows *w)
{
	if (c->moves)
		end_week(c, c->instrument);
	else
		begin(c, w);
	grid_new(&c->rules, w->rules);
	memcpy(c->rules.name, w->rule, (size_t)w->rules * sizeof *w->rule);
	plain_correlation_matrix(&c->pooled, YEAR_OF_WEEKS, c->rules.cell);
	instruments_grid(c, w);
}
