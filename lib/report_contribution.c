/* report_contribution - where the money came from */
#include <stdlib.h>

#include "report.h"

static void
table(struct page *p, const char *title, const char *what, const struct contributions *all)
{
	const char *const column[] = { what, "gross", "costs", "net", "Sharpe ratio" };
	int *order;

	if (all->n == 0)
		return;
	order = contributions_order(all);
	page_folded(p, title, all->n <= REPORT_ROWS);
	page_table(p, NULL, column, 5);
	for (int i = 0; i < all->n; i++) {
		const struct contribution *c = &all->v[order[i]];
		page_row(p);
		page_cell(p, c->name);
		for (int k = 0; k < KINDS; k++)
			page_num(p, c->x[k], 2);
		page_num(p, c->sharpe, 2);
	}
	page_table_end(p);
	page_folded_end(p);
	free(order);
}

void
report_contribution(struct report *r)
{
	struct page *p = &r->page;
	const struct review *v = r->v;

	page_section(p, "contribution", "Where it came from");
	page_text(p, "Percent of the portfolio's capital a year, over the portfolio's years, so that instruments add up to the account.");
	page_pair(p);
	report_figure(r, "asset_classes");
	report_figure(r, "styles");
	page_pair_end(p);
	page_pair(p);
	table(p, "By asset class", "asset class", &v->by_instrument.groups);
	table(p, "By style", "style", &v->by_rule.groups);
	page_pair_end(p);
	page_pair(p);
	report_figure(r, "instruments");
	report_figure(r, "rules");
	page_pair_end(p);
	page_pair(p);
	table(p, "By instrument", "instrument", &v->by_instrument.each);
	table(p, "By rule", "rule", &v->by_rule.each);
	page_pair_end(p);
	if (v->by_rule.each.n == 0)
		page_text(p, "What rules and styles earned is not known: run the backtest with --accounts.");
}
