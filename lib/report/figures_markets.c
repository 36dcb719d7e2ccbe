/* figures_markets - of instruments: histories, multipliers, and how things went together */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "report/figures.h"

static void
exposure(struct figures *f, const struct exposures *e)
{
	if (e->n == 0)
		return;
	struct chart *c = figures_add(f, "exposure",
	    "The notional value of all positions over the capital, long and short together (gross) and long less short (net); how many "
	    "instruments are held.", "Exposure");
	struct chart_panel *p = chart_panel(c, "times the capital", 0.6);
	chart_series(p, (struct chart_series){ "gross", MARK_LINE, INK_GROSS, e->n, e->day, e->gross });
	chart_series(p, (struct chart_series){ "net", MARK_LINE, INK_NET, e->n, e->day, e->net });
	p = chart_panel(c, "instruments", 0.4);
	chart_series(p, (struct chart_series){ "long", MARK_STEPS, INK_POSITION, e->n, e->day, e->longs });
	chart_series(p, (struct chart_series){ "short", MARK_STEPS, INK_DRAWDOWN, e->n, e->day, e->shorts });
}

/* "history.CODE", kept. */
static const char *
history_name(const char *code)
{
	size_t n = strlen("history.") + strlen(code) + 1;
	char *name = mem_alloc(n, 1);

	snprintf(name, n, "history.%s", code);
	return name;
}

/* A price on days that have one, so that a holiday is no gap. */
static struct chart_series
price(const struct instrument_history *h)
{
	double *x = mem_alloc((size_t)h->n, sizeof *x), *y = mem_alloc((size_t)h->n, sizeof *y);
	int n = 0;

	for (int i = 0; i < h->n; i++)
		if (!isnan(h->adjusted[i])) {
			x[n] = h->day[i];
			y[n++] = h->adjusted[i];
		}
	return (struct chart_series){ NULL, MARK_LINE, INK_PRICE, n, x, y };
}

static void
history(struct figures *f, const struct instrument_history *h)
{
	if (h->n == 0)
		return;
	struct chart *c = figures_add(f, history_name(h->instrument),
	    "The adjusted price; the combined forecast; the optimal position, and the one held.", h->instrument);
	struct chart_panel *p = chart_panel(c, "price", 0.4);
	chart_series(p, price(h));
	p = chart_panel(c, "forecast", 0.25);
	chart_series(p, (struct chart_series){ NULL, MARK_AREA, INK_FORECAST, h->n, h->day, h->forecast });
	p = chart_panel(c, "contracts", 0.35);
	chart_series(p, (struct chart_series){ "optimal", MARK_LINE, INK_WANTED, h->n, h->day, h->wanted });
	chart_series(p, (struct chart_series){ "held", MARK_STEPS, INK_POSITION, h->n, h->day, h->held });
}

/* Fixed ones are a number, and no picture. */
static void
multipliers(struct figures *f, const struct backtest_contents *v)
{
	struct chart *c = NULL;
	struct chart_panel *p = NULL;

	for (int i = -1; i < v->survey.histories; i++) {
		const struct multiplier_history *m = i < 0 ? &v->idm : &v->fdm[i];
		if (m->fixed || m->n == 0)
			continue;
		if (!c) {
			c = figures_add(f, "multipliers",
			    "The portfolio's diversification multiplier (IDM), and those of instruments' forecasts (FDM), as they were used.",
			    "Diversification multipliers");
			p = chart_panel(c, "multiplier", 1);
		}
		if (p->n < CHART_SERIES)
			chart_series(p, (struct chart_series){ i < 0 ? "IDM" : v->survey.history[i].instrument, MARK_STEPS,
			    INK_SERIES + (enum chart_ink)p->n, m->n, m->day, m->value });
	}
}

static void
grid(struct figures *f, const char *name, const char *caption, const char *title, const struct backtest_correlations_grid *g)
{
	if (g->n < 2)
		return;
	struct chart *c = figures_add(f, name, caption, title);
	c->axis = CHART_GRID;
	c->names = g->n;
	c->name = g->name;
	c->cell = g->cell;
}

void
figures_markets(struct figures *f, const struct backtest_contents *v)
{
	exposure(f, &v->survey.exposures);
	for (int i = 0; i < v->survey.histories; i++)
		history(f, &v->survey.history[i]);
	multipliers(f, v);
	grid(f, "forecast_correlation", "Weekly forecasts, all instruments' weeks together.", "Correlation of rules' forecasts",
	    &v->survey.comoves.rules);
	grid(f, "instrument_correlation", "Weekly moves of prices over their volatility, by asset class.", "Correlation of instruments",
	    &v->survey.comoves.instruments);
}
