/* trading - how the system traded, and what that cost: by instrument and by rule */
#include <math.h>
#include <string.h>

#include "report/sections.h"

/* Headers that would break into words a line each. */
#define AT_CAP "%\xc2\xa0of\xc2\xa0" "days at\xc2\xa0" "cap"
#define AT_FLOOR "%\xc2\xa0of\xc2\xa0" "days at\xc2\xa0" "floor"

/* Of a table in another file's order, or NULL. */
static const struct costs_table_instrument *
costs_of(const struct costs_table *c, const char *name)
{
	for (int i = 0; i < c->instruments; i++)
		if (strcmp(c->instrument[i].name, name) == 0)
			return &c->instrument[i];
	return NULL;
}

static const struct costs_table_rule *
rule_costs_of(const struct costs_table *c, const char *name)
{
	for (int i = 0; i < c->rules; i++)
		if (strcmp(c->rule[i].name, name) == 0)
			return &c->rule[i];
	return NULL;
}

static double
contributed_costs(const struct contributions *c, const char *name)
{
	for (int i = 0; i < c->n; i++)
		if (strcmp(c->v[i].name, name) == 0)
			return c->v[i].x[CURVE_COSTS];
	return NAN;
}

static void
instruments(struct page *p, const struct backtest_contents *v)
{
	static const char *const column[] = { "instrument", "costs, % of capital a year", "turnover a year", "SR a trade", "SR a year",
		"SR a year for rolls", "rolls a year", "trades a year", "contracts a year", "contracts held", "outside the band, % of days",
		"mean |forecast|", AT_CAP, AT_FLOOR };

	page_folded(p, "Instruments: costs in percent and in Sharpe ratio units (SR); how often a position left its band; forecasts",
	    v->survey.habits.instruments <= REPORT_ROWS);
	page_table(p, NULL, column, 14);
	for (int i = 0; i < v->survey.habits.instruments; i++) {
		const struct trading_activity_of_instrument *h = &v->survey.habits.instrument[i];
		const struct costs_table_instrument *c = costs_of(&v->costs, h->name);
		page_row(p);
		page_cell(p, h->name);
		page_num(p, contributed_costs(&v->by_instrument.each, h->name), 3);
		page_num(p, c ? c->turnover : NAN, 1);
		page_num(p, c ? c->per_trade : NAN, 4);
		page_num(p, c ? c->subsystem : NAN, 3);
		page_num(p, c ? c->holding : NAN, 3);
		page_num(p, c ? c->rolls : NAN, 1);
		page_num(p, h->trades_a_year, 1);
		page_num(p, h->contracts_a_year, 1);
		page_num(p, h->held, 1);
		page_num(p, h->hit, 1);
		page_num(p, h->forecast.size, 1);
		page_num(p, h->forecast.at_cap, 1);
		page_num(p, h->forecast.at_floor, 1);
	}
	page_table_end(p);
	page_folded_end(p);
}

static void
rules(struct page *p, const struct backtest_contents *v)
{
	static const char *const column[] = { "rule", "turnover a year", "SR a year", "costs, % of capital a year", "mean |forecast|",
		AT_CAP, AT_FLOOR };

	page_folded(p, "Rules: turnover and cost of forecasts, means over instruments; time at the cap",
	    v->survey.habits.rules <= REPORT_ROWS);
	page_table(p, NULL, column, 7);
	for (int i = 0; i < v->survey.habits.rules; i++) {
		const struct trading_activity_of_rule *h = &v->survey.habits.rule[i];
		const struct costs_table_rule *c = rule_costs_of(&v->costs, h->name);
		page_row(p);
		page_cell(p, h->name);
		page_num(p, c ? c->turnover : NAN, 1);
		page_num(p, c ? c->cost : NAN, 4);
		page_num(p, contributed_costs(&v->by_rule.each, h->name), 3);
		page_num(p, h->forecast.size, 1);
		page_num(p, h->forecast.at_cap, 1);
		page_num(p, h->forecast.at_floor, 1);
	}
	page_table_end(p);
	page_folded_end(p);
}

/* Nothing at all when there are none. */
static void
idle(struct page *p, const struct idle_instruments *t)
{
	static const char *const column[] = { "instrument", "no contract is held on any day, for", "largest optimal position" };

	if (!t->n)
		return;
	page_table(p, "Instruments of which nothing is ever held", column, 3);
	for (int i = 0; i < t->n; i++) {
		page_row(p);
		page_cell(p, t->v[i].name);
		page_cell(p, t->v[i].why);
		page_num(p, t->v[i].largest, 3);
	}
	page_table_end(p);
}

void
report_trading(struct report *r)
{
	page_section(&r->page, "trading", "Costs and trading");
	page_pair(&r->page);
	report_figure(r, "years");
	report_figure(r, "cost_sensitivity");
	page_pair_end(&r->page);
	report_figure(r, "exposure");
	idle(&r->page, &r->v->idle);
	instruments(&r->page, r->v);
	rules(&r->page, r->v);
}
