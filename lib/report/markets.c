/* markets - some instruments day by day, diversification multipliers, correlations */
#include <stdio.h>

#include "base/decimals.h"
#include "report/sections.h"

/* Those that are a number. */
static void
fixed_multiplier(struct page *p, const char *what, const struct multiplier_history *m)
{
	char text[200];

	if (!m->fixed || m->n == 0)
		return;
	snprintf(text, sizeof text, "%.100s is fixed at %s.", what, decimals_text(m->value[m->n - 1], 2));
	page_text(p, text);
}

static void
multipliers(struct report *r)
{
	const struct row_counts *s = &r->v->survey;
	char what[100];

	fixed_multiplier(&r->page, "The portfolio's diversification multiplier (IDM)", &r->v->idm);
	for (int i = 0; i < s->histories; i++) {
		snprintf(what, sizeof what, "That of the forecasts (FDM) of %.50s", s->history[i].instrument);
		fixed_multiplier(&r->page, what, &r->v->fdm[i]);
	}
	report_figure(r, "multipliers");
}

void
report_markets(struct report *r)
{
	page_section(&r->page, "markets", "Instruments");
	for (int i = 0; i < r->f.n; i++)
		if (strncmp(r->f.v[i].name, "history.", strlen("history.")) == 0)
			report_figure(r, r->f.v[i].name);
	page_section(&r->page, "diversification", "Diversification");
	multipliers(r);
	page_pair(&r->page);
	report_figure(r, "forecast_correlation");
	report_figure(r, "instrument_correlation");
	page_pair_end(&r->page);
}
