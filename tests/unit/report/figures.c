/*
 * figures - what a report shows of a backtest: `figures OUT` prints all of it as what,name,item,value, which figures.bats
 * compares with other programs' reckoning; without an operand it tests how the folder is opened
 */
#include <math.h>

#include "account/drawdowns.h"
#include "account/monthly_returns.h"
#include "account/trailing.h"
#include "backtest/checksums.h"
#include "backtest/contribution.h"
#include "backtest/costs_table.h"
#include "backtest/multiplier_history.h"
#include "backtest/row_counts.h"
#include "base/mem.h"
#include "base/prog.h"
#include "folder.h"
#include "maths/histogram.h"
#include "time/date.h"
#include "time/frequency.h"
#include "time/year.h"

/* ---- figures OUT ---- */

static void
say(const char *what, const char *name, const char *item, double x)
{
	printf("%s,%s,%s,", what, name, item);
	printf(isnan(x) ? "\n" : "%.17g\n", x);
}

static void
say_day(const char *what, double day, const char *item, double x)
{
	say(what, date_text((int)day), item, x);
}

static void
say_track(const struct daily_returns *t)
{
	double *x = mem_alloc((size_t)t->n, sizeof *x), *sharpe = mem_alloc((size_t)t->n, sizeof *x);
	double *std = mem_alloc((size_t)t->n, sizeof *x);
	struct drawdown down[5];
	struct monthly_returns m = monthly_returns_of(t, false);
	char year[16], month[16];

	say("track", "", "years", t->years);
	daily_returns_cumulate(t->x[CURVE_NET], t->n, x);
	trailing_sharpe(t->x[CURVE_NET], t->n, BUSINESS_DAYS_IN_YEAR, sharpe);
	trailing_deviation(t->x[CURVE_NET], t->n, BUSINESS_DAYS_IN_YEAR, std);
	for (int i = 0; i < t->n; i++) {
		say_day("track", t->day[i], "gross", t->x[CURVE_GROSS][i]);
		say_day("track", t->day[i], "costs", t->x[CURVE_COSTS][i]);
		say_day("track", t->day[i], "net", t->x[CURVE_NET][i]);
		say_day("track", t->day[i], "cumulated", x[i]);
		say_day("track", t->day[i], "sharpe", sharpe[i]);
		say_day("track", t->day[i], "std", std[i]);
	}
	for (int i = 0, n = drawdowns_worst(t->x[CURVE_NET], t->n, 5, down); i < n; i++) {
		const char *peak = date_text((int)t->day[down[i].peak]);
		say("drawdown", peak, "depth", down[i].depth);
		say("drawdown", peak, "trough", t->day[down[i].trough]);
		say("drawdown", peak, "recovery", down[i].recovery < 0 ? NAN : t->day[down[i].recovery]);
		say("drawdown", peak, "length", down[i].length);
	}
	for (int i = 0; i < m.n; i++) {
		snprintf(year, sizeof year, "%d", m.v[i].year);
		for (int j = 0; j < 12; j++) {
			snprintf(month, sizeof month, "%d", j + 1);
			say("month", year, month, m.v[i].month[j]);
		}
		for (int k = 0; k < CURVE_KINDS; k++)
			say("year", year, curve_kind_name[k], m.v[i].x[k]);
	}
}

static void
say_histogram(const struct daily_returns *t, enum frequency f)
{
	struct daily_returns_periods p = daily_returns_periods(t, CURVE_NET, f);
	struct histogram h = histogram_of(p.x, p.n);
	char what[32], middle[32];

	snprintf(what, sizeof what, "histogram_%s", frequency_name[f]);
	say(what, "", "count", h.count);
	say(what, "", "mean", h.mean);
	say(what, "", "std", h.std);
	say(what, "", "width", h.width);
	for (int i = 0; i < h.n; i++) {
		snprintf(middle, sizeof middle, "%.9g", h.middle[i]);
		say(what, middle, "share", h.share[i]);
		say(what, middle, "normal", h.normal[i]);
	}
}

static void
say_contributions(const char *what, const struct contributions *c, const struct daily_returns *t)
{
	const char *choice[3];
	int *order = contribution_order(c), n = contribution_choice(c, choice);

	for (int i = 0; i < c->n; i++) {
		const struct contribution *v = &c->v[order[i]];
		for (int k = 0; k < CURVE_KINDS; k++)
			say(what, v->name, curve_kind_name[k], v->x[k]);
		say(what, v->name, "sharpe", v->sharpe);
		if (v->curve)
			for (int j = 0; j < t->n; j += 100)
				say(what, v->name, date_text((int)t->day[j]), v->curve[j]);
	}
	for (int i = 0; i < n; i++)
		say(what, choice[i], "choice", i);
}

static void
say_forecast(const char *what, const char *name, const struct trading_activity_of_forecast *f)
{
	say(what, name, "forecast_days", (double)f->days);
	say(what, name, "forecast_size", f->size);
	say(what, name, "at_cap", f->at_cap);
	say(what, name, "at_floor", f->at_floor);
}

static void
say_habits(const struct trading_activity *h)
{
	for (int i = 0; i < h->instruments; i++) {
		const struct trading_activity_of_instrument *v = &h->instrument[i];
		say_forecast("habits", v->name, &v->forecast);
		say("habits", v->name, "days", (double)v->days);
		say("habits", v->name, "held_days", (double)v->held_days);
		say("habits", v->name, "band_days", (double)v->band_days);
		say("habits", v->name, "trades", (double)v->trades);
		say("habits", v->name, "hit", v->hit);
		say("habits", v->name, "trades_a_year", v->trades_a_year);
		say("habits", v->name, "contracts_a_year", v->contracts_a_year);
		say("habits", v->name, "held", v->held);
	}
	for (int i = 0; i < h->rules; i++)
		say_forecast("rule_habits", h->rule[i].name, &h->rule[i].forecast);
}

static void
say_grid(const char *what, const struct backtest_correlations_grid *g)
{
	for (int i = 0; i < g->n; i++)
		for (int j = 0; j < g->n; j++)
			say(what, g->name[i], g->name[j], g->cell[i * g->n + j]);
}

static void
say_history(const struct instrument_history *h)
{
	for (int i = 0; i < h->n; i++) {
		printf("history,%s,%s", h->instrument, date_text((int)h->day[i]));
		const double x[] = { h->adjusted[i], h->forecast[i], h->wanted[i], h->lower[i], h->upper[i], h->held[i] };
		for (size_t j = 0; j < sizeof x / sizeof *x; j++)
			printf(isnan(x[j]) ? "," : ",%.17g", x[j]);
		for (int j = 0; j < h->rules; j++)
			printf(isnan(h->rule_forecast[j][i]) ? "," : ",%.17g", h->rule_forecast[j][i]);
		putchar('\n');
	}
}

static void
say_costs(const struct costs_table *c)
{
	for (int i = 0; i < c->instruments; i++) {
		const struct costs_table_instrument *v = &c->instrument[i];
		say("costs", v->name, "turnover", v->turnover);
		say("costs", v->name, "per_trade", v->per_trade);
		say("costs", v->name, "holding", v->holding);
		say("costs", v->name, "rolls", v->rolls);
	}
	for (int i = 0; i < c->rules; i++) {
		say("rule_costs", c->rule[i].name, "turnover", c->rule[i].turnover);
		say("rule_costs", c->rule[i].name, "cost", c->rule[i].cost);
	}
	say("costs", "", "turnover", c->portfolio_turnover);
}

static void
say_multiplier(const char *what, const char *name, const struct multiplier_history *h)
{
	for (int i = 0; i < h->n; i++)
		say(what, name, date_text((int)h->day[i]), h->value[i]);
}

static void
say_checksums(const struct checksums *c)
{
	for (int i = 0; i < c->n; i++)
		printf("sha256,%s,%s,%s\n", c->v[i].name, c->v[i].changed ? "changed" : "same", c->v[i].sha256);
	printf("sha256,,all,%s\n", c->all);
}

static int
say_all(const char *path)
{
	struct backtest b = backtest_open(path);
	struct daily_returns t = daily_returns_read(backtest_file(&b, "account.csv"), b.whole);
	struct contribution_total by_instrument = contribution_by_instrument(&b, &t), by_rule = contribution_by_rule(&b, &t);
	const char *keep[3];
	int keeps = contribution_choice(&by_instrument.each, keep);
	struct row_counts s = row_counts_read(&b, &(struct row_counts_options){ keep, keeps, true });
	struct costs_table costs = costs_table_read(&b);
	struct multiplier_history idm = multiplier_history_idm(&b, &t);
	struct checksums sums = checksums_of(&b);

	say("backtest", b.name, b.held, b.vol_target);
	say_track(&t);
	for (int f = DAILY; f < ANNUAL; f++)
		say_histogram(&t, f);
	say_contributions("instrument", &by_instrument.each, &t);
	say_contributions("class", &by_instrument.groups, &t);
	say_contributions("rule", &by_rule.each, &t);
	say_contributions("style", &by_rule.groups, &t);
	say_habits(&s.habits);
	say_grid("rules_grid", &s.comoves.rules);
	say_grid("instruments_grid", &s.comoves.instruments);
	for (int i = 0; i < s.histories; i++)
		say_history(&s.history[i]);
	say_costs(&costs);
	say_multiplier("idm", "", &idm);
	for (int i = 0; i < keeps; i++) {
		struct multiplier_history fdm = multiplier_history_fdm(&b, &t, keep[i]);
		say_multiplier("fdm", keep[i], &fdm);
	}
	say_checksums(&sums);
	return 0;
}

/* ---- without an operand ---- */

static void
opened(void)
{
	struct backtest b = backtest_open(folder);

	CHECK(strcmp(b.name, strrchr(folder, '/') + 1) == 0 && b.capital == 1000 && b.vol_target == 16 && strcmp(b.base, "USD") == 0);
	CHECK(b.cap == 20 && b.floor == -20 && strcmp(b.held, "traded") == 0 && !b.together && !b.whole && b.instruments.codes.n == 3);
	CHECK(backtest_has(&b, "config.json") && !backtest_has(&b, "accounts/rules.csv"));
	CHECK(strcmp(backtest_file(&b, "work/x"), folder_path("work/x")) == 0);
	CHECK(!backtest_estimated(&b, "use_forecast_div_mult_estimates", "estimates/fdm.csv"));
}

static void
refuses(const char *config, const char *message)
{
	char want[512];
	int fd;

	folder_put("config.json", config);
	if (test_child(2, &fd)) {
		backtest_open(folder);
		_exit(0);
	}
	snprintf(want, sizeof want, "figures: %s/config.json%s\n", folder, message);
	CHECK(test_ended(fd, 2, want));
}

static void
not_opened(void)
{
	refuses("{}", ": notional_trading_capital is missing, or not above zero");
	refuses("{\"notional_trading_capital\": 0}", ": notional_trading_capital is missing, or not above zero");
}

int
main(int argc, char **argv)
{
	prog = "figures";
	if (argc > 1)
		return say_all(argv[1]);
	folder_make_new();
	RUN(opened);
	RUN(not_opened);
	folder_remove();
	return test_end();
}
