/* contribution - where the money came from */
#include <stdlib.h>

#include "report/sections.h"

static void
table(struct page *p, const char *title, const char *what, const struct contributions *all)
{
	const char *const column[] = { what, "gross", "costs", "net", "Sharpe ratio" };
	int *order;

	if (all->n == 0)
		return;
	order = contribution_order(all);
	page_folded(p, title, all->n <= REPORT_ROWS);
	page_table(p, NULL, column, 5);
	for (int i = 0; i < all->n; i++) {
		const struct contribution *c = &all->v[order[i]];
		page_row(p);
		page_cell(p, c->name);
		for (int k = 0; k < CURVE_KINDS; k++)
			page_num(p, c->x[k], 2);
		page_num(p, c->sharpe, 2);
	}
	page_table_end(p);
	page_folded_end(p);
	free(order);
}

/* A half of the page's width: a figure, and the table beneath it. */
struct half {
	const char *figure, *title, *what;
	const struct contributions *all;
};

static void
halves(struct report *r, const struct half h[2])
{
	page_pair(&r->page);
	for (int i = 0; i < 2; i++)
		report_figure(r, h[i].figure);
	page_pair_end(&r->page);
	page_pair(&r->page);
	for (int i = 0; i < 2; i++)
		table(&r->page, h[i].title, h[i].what, h[i].all);
	page_pair_end(&r->page);
}

void
report_contribution(struct report *r)
{
	const struct contribution_total *by_instrument = &r->v->by_instrument, *by_rule = &r->v->by_rule;

	page_section(&r->page, "contribution", "Where it came from");
	page_text(&r->page,
	    "Percent of the portfolio's capital a year, over the portfolio's years, so that instruments add up to the account.");
	halves(r, (struct half[]){ { "asset_classes", "By asset class", "asset class", &by_instrument->groups },
	    { "styles", "By style", "style", &by_rule->groups } });
	halves(r, (struct half[]){ { "instruments", "By instrument", "instrument", &by_instrument->each },
	    { "rules", "By rule", "rule", &by_rule->each } });
	if (by_rule->each.n == 0)
		page_text(&r->page, "What rules and styles earned is not known: run the backtest with --accounts.");
}
