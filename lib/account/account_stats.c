#include "account/account_stats.h"

#include <limits.h>
#include <math.h>

#include "base/mem.h"
#include "time/date.h"
#include "time/frequency.h"
#include "time/stamp.h"

/* A position is held from the second day on; where costs are charged from when one is held (a rule's), from the first that is. */
static int
months_held(const struct account *a)
{
	const struct account_series *g = &a->gross, *c = &a->costs;
	int first = g->n > 1 ? 1 : 0, y, m, last_y, last_m, day;
	int64_t from = g->n ? g->t[first] : 0;

	if (!g->n)
		return 0;
	for (int i = 0; a->rule && i < c->n && c->t[i] > from && isnan(c->x[i]); i++)
		from = c->t[i + 1 < c->n ? i + 1 : i];
	date_civil(stamp_day(from), &y, &m, &day);
	date_civil(stamp_day(g->t[g->n - 1]), &last_y, &last_m, &day);
	return (last_y - y) * 12 + last_m - m + 1;
}

/* A missing return adds nothing. */
static void
draw_curve(struct account_stats *s, const struct curve_returns *r, double *sums)
{
	double sum = 0;

	for (int i = 0; i < r->n; i++)
		sums[i] = sum += isnan(r->x[i]) ? 0 : r->x[i];
	spark(s->curve, ACCOUNT_CURVE, sums, r->n);
}

/* Its days, and from which of them it could be held. */
static void
take_days(struct account_stats *s, const struct account_stats_work *w, const struct account *a)
{
	s->name = a->name;
	s->held_from = w->held ? held_from_day(w->held, a->instrument) : INT_MIN;
	s->missing = w->held ? held_from_missing(w->held, a->instrument) : NULL;
	s->empty = a->gross.n == 0;
	if (!s->empty) {
		s->first = stamp_day(a->gross.t[0]);
		s->last = stamp_day(a->gross.t[a->gross.n - 1]);
	}
	s->months = months_held(a);
}

/* The statistics of the returns at hand by f, from a day on. */
static void
stats_from(struct account_stats_work *w, int day, enum frequency f, double out[STATS])
{
	struct curve_returns *r = &w->returns;

	curve_returns_from(r, f, day);
	if (r->n >= w->room)
		w->scratch = mem_grow(w->scratch, (size_t)(w->room = r->n + 1), sizeof *w->scratch);
	return_stats_of(r->x, r->n, frequency_per_year(f), w->scratch, out);
}

/* One curve by one frequency. */
static void
stats_of_curve(struct account_stats *s, struct account_stats_work *w, const struct curves *c, enum curve_kind k,
    enum curve_units u, enum frequency f)
{
	curves_returns(c, k, f, &w->returns);
	stats_from(w, c->whole ? s->held_from : INT_MIN, f, s->of[f][k][u]);
	if (u != CURVE_PERCENT || f != DAILY)
		return;
	if (k == CURVE_NET)
		draw_curve(s, &w->returns, w->scratch);
	if (w->held)
		stats_from(w, s->held_from, f, s->held[k]);
}

void
account_stats_of(struct account_stats *s, struct account_stats_work *w, struct curves *c, const struct account *a)
{
	take_days(s, w, a);
	curves_account(c, a);
	for (int u = 0; u < CURVE_UNITS; u++) {
		curves_units(c, u);
		for (int k = 0; k < CURVE_KINDS; k++)
			for (int f = 0; f < FREQUENCIES; f++)
				stats_of_curve(s, w, c, k, u, f);
	}
}
