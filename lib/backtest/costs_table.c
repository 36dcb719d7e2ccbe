#include "backtest/costs_table.h"

#include <math.h>

#include "base/mem.h"
#include "stream/table.h"

/* A mean under way. */
struct mean {
	double sum;
	int n;
};

struct reader {
	struct costs_table c;
	struct names instruments, rules;
	struct mean *turnover, *cost; /* by rule */
};

static struct costs_table_instrument *
instrument_of(struct reader *f, const char *name)
{
	struct costs_table *c = &f->c;
	int i = names_put(&f->instruments, slice_of(name));

	if (i == c->instruments) {
		c->instrument = mem_grow(c->instrument, (size_t)++c->instruments, sizeof *c->instrument);
		c->instrument[i] = (struct costs_table_instrument){ f->instruments.name[i], NAN, NAN, NAN, NAN, NAN, NAN };
	}
	return &c->instrument[i];
}

static void
instrument_item(struct reader *f, const char *name, const char *item, double x)
{
	struct costs_table_instrument *v = instrument_of(f, name);
	const struct {
		const char *item;
		double *at;
	} places[] = {
		{ "instrument_turnover_rounded", &v->turnover },
		{ "subsystem_turnover", &v->subsystem_turnover },
		{ "SR_cost_per_trade", &v->per_trade },
		{ "SR_holding_cost_only", &v->holding },
		{ "SR_cost_subsystem", &v->subsystem },
		{ "rolls_per_year", &v->rolls },
	};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strcmp(item, places[i].item) == 0)
			*places[i].at = x;
}

static void
rule_item(struct reader *f, const char *name, const char *item, double x)
{
	int known = f->rules.n, i = names_put(&f->rules, slice_of(name));

	if (i == known) {
		f->turnover = mem_grow(f->turnover, (size_t)known + 1, sizeof *f->turnover);
		f->cost = mem_grow(f->cost, (size_t)known + 1, sizeof *f->cost);
		f->turnover[i] = f->cost[i] = (struct mean){ 0, 0 };
	}
	struct mean *m = strcmp(item, "forecast_turnover") == 0 ? &f->turnover[i] :
	    strcmp(item, "SR_cost_forecast") == 0 ? &f->cost[i] : NULL;
	if (m && !isnan(x)) {
		m->sum += x;
		m->n++;
	}
}

struct costs_table
costs_table_read(const struct backtest *b)
{
	struct reader f = { .c = { .portfolio_turnover = NAN } };
	struct table t = table_read(backtest_file(b, "scalars.csv"));
	int instrument = table_column(&t, "instrument"), rule = table_column(&t, "rule"), item = table_column(&t, "item"),
	    value = table_column(&t, "value");

	for (int i = 0; i < t.n; i++) {
		const char *name = table_text(&t, i, instrument), *of = table_text(&t, i, rule), *what = table_text(&t, i, item);
		double x = table_num(&t, i, value);
		if (*name && *of)
			rule_item(&f, of, what, x);
		else if (*name)
			instrument_item(&f, name, what, x);
		else if (strcmp(what, "total_portfolio_level_turnover") == 0)
			f.c.portfolio_turnover = x;
	}
	f.c.rules = f.rules.n;
	f.c.rule = mem_alloc((size_t)f.c.rules, sizeof *f.c.rule);
	for (int i = 0; i < f.c.rules; i++) {
		const struct mean *m = &f.turnover[i], *n = &f.cost[i];
		f.c.rule[i] = (struct costs_table_rule){ f.rules.name[i], m->sum / m->n, n->sum / n->n };
	}
	return f.c;
}
