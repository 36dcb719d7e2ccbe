/* figures_contribution - where the money came from: by instrument, asset class, rule and style */
#include <stdlib.h>

#include "base/mem.h"
#include "report/figures.h"

/* What each gave a year, the best first, gross and net. */
static void
bars(struct figures *f, const char *name, const char *caption, const char *title, const struct contributions *all)
{
	size_t n = (size_t)all->n;
	const char **names = mem_alloc(n + 1, sizeof *names);
	double *gross = mem_alloc(n + 1, sizeof *gross), *net = mem_alloc(n + 1, sizeof *net);
	int *order;

	if (n == 0)
		return;
	order = contribution_order(all);
	for (size_t i = 0; i < n; i++) {
		const struct contribution *one = &all->v[order[i]];
		names[i] = one->name;
		gross[i] = one->x[CURVE_GROSS];
		net[i] = one->x[CURVE_NET];
	}
	free(order);
	struct chart *c = figures_add(f, name, caption, title);
	c->axis = CHART_NAMES;
	c->names = all->n;
	c->name = names;
	struct chart_panel *p = chart_panel(c, "% of capital a year", 1);
	chart_series(p, (struct chart_series){ "gross", MARK_BARS, INK_GROSS, all->n, NULL, gross });
	chart_series(p, (struct chart_series){ "net", MARK_BARS, INK_NET, all->n, NULL, net });
}

/* The sum of the curves order[from..], day by day. */
static double *
rest_of(const struct contributions *all, const int *order, int from, int days)
{
	double *sum = mem_alloc((size_t)days + 1, sizeof *sum);

	for (int i = from; i < all->n; i++)
		for (int d = 0; d < days; d++)
			sum[d] += all->v[order[i]].curve[d];
	return sum;
}

/* What each gave by and by: those that gave most, and the rest together when there are too many lines to tell apart. */
static void
lines(struct figures *f, const char *name, const char *caption, const char *title, const struct contributions *all,
    const struct daily_returns *t)
{
	if (all->n == 0)
		return;
	int *order = contribution_order(all), shown = all->n > CHART_SERIES ? CHART_SERIES - 1 : all->n;
	struct chart *c = figures_add(f, name, caption, title);
	struct chart_panel *p = chart_panel(c, "% of capital", 1);

	for (int i = 0; i < shown; i++) {
		const struct contribution *one = &all->v[order[i]];
		chart_series(p, (struct chart_series){ one->name, MARK_LINE, INK_SERIES + (enum chart_ink)i, t->n, t->day, one->curve });
	}
	if (shown < all->n)
		chart_series(p, (struct chart_series){ "others", MARK_LINE, INK_SERIES + (enum chart_ink)shown, t->n, t->day,
		    rest_of(all, order, shown, t->n) });
	free(order);
}

void
figures_contribution(struct figures *f, const struct backtest_contents *v)
{
	lines(f, "asset_classes", "Net of costs, cumulated.", "By asset class", &v->by_instrument.groups, &v->track);
	lines(f, "styles", "Net of costs, cumulated; positions are neither rounded nor buffered here.", "By style", &v->by_rule.groups,
	    &v->track);
	bars(f, "instruments", "What each gave the portfolio a year.", "By instrument", &v->by_instrument.each);
	bars(f, "rules", "What each gave the portfolio a year; positions are neither rounded nor buffered here.", "By rule",
	    &v->by_rule.each);
}
