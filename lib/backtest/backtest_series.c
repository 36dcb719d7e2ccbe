#include "backtest/backtest_series.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "backtest/explanation.h"
#include "base/die.h"
#include "base/nearest.h"
#include "forecast/forecast_scalar.h"
#include "stream/dated_values.h"
#include "stream/rec.h"
#include "time/date.h"

enum of { PORTFOLIO = 0, INSTRUMENT = 1, RULE = 2 }; /* of an instrument's rule: both bits */

/* What is no column of a file. */
enum made { COLUMN, SCALAR, SCALED, RULE_WEIGHT, FORECAST_MULTIPLIER, VOLATILITY_SCALAR, WEIGHT, MULTIPLIER };

#define ROWS "rows.csv"
#define ACCOUNTS "accounts/"

static const struct series {
	const char *name;
	int of;
	const char *file, *column;  /* column: NULL when it is called as the series is */
	enum made made;
	const char *method, *meaning;
} all[] = {
	{ "adjusted", INSTRUMENT, ROWS, NULL, COLUMN, "rawdata.get_daily_prices", "back-adjusted price" },
	{ "price", INSTRUMENT, ROWS, NULL, COLUMN, "rawdata.daily_denominator_price", "price of the contract held" },
	{ "roll", INSTRUMENT, ROWS, NULL, COLUMN, "rawdata.daily_annualised_roll", "annualised roll, points a year" },
	{ "vol", INSTRUMENT, ROWS, NULL, COLUMN, "rawdata.daily_returns_volatility", "points a day" },
	{ "raw_carry", INSTRUMENT, ROWS, NULL, COLUMN, "rawdata.raw_carry", "annualised roll over annualised vol" },
	{ "raw", INSTRUMENT | RULE, ROWS, NULL, COLUMN, "rules.get_raw_forecast", "what a rule gives" },
	{ "scalar", INSTRUMENT | RULE, ROWS, NULL, SCALAR, "forecastScaleCap.get_forecast_scalar", "what that is multiplied by" },
	{ "scaled", INSTRUMENT | RULE, ROWS, NULL, SCALED, "forecastScaleCap.get_scaled_forecast", "the product, before the cap" },
	{ "forecast", INSTRUMENT | RULE, ROWS, NULL, COLUMN, "forecastScaleCap.get_capped_forecast", "scaled and capped" },
	{ "weight", INSTRUMENT | RULE, ROWS, NULL, RULE_WEIGHT, "combForecast.get_forecast_weights", "a forecast's weight, smoothed" },
	{ "forecast_multiplier", INSTRUMENT, ROWS, NULL, FORECAST_MULTIPLIER,
		"combForecast.get_forecast_diversification_multiplier", "what the weighted sum is multiplied by" },
	{ "forecast", INSTRUMENT, ROWS, NULL, COLUMN, "combForecast.get_combined_forecast", "all rules together, capped" },
	{ "fx", INSTRUMENT, ROWS, NULL, COLUMN, "positionSize.get_fx_rate", "base currency for one of the instrument's" },
	{ "volatility_scalar", INSTRUMENT, ROWS, NULL, VOLATILITY_SCALAR, "positionSize.get_volatility_scalar",
		"contracts at an average forecast if all capital were in this instrument" },
	{ "subsystem", INSTRUMENT, ROWS, NULL, COLUMN, "positionSize.get_subsystem_position", "contracts, of all capital" },
	{ "weight", INSTRUMENT, ROWS, NULL, WEIGHT, "portfolio.get_instrument_weights", "the instrument's weight, smoothed" },
	{ "multiplier", INSTRUMENT, ROWS, NULL, MULTIPLIER, "portfolio.get_instrument_diversification_multiplier",
		"what all weights are multiplied by" },
	{ "position", INSTRUMENT, ROWS, NULL, COLUMN, "portfolio.get_notional_position", "contracts, optimal" },
	{ "lower", INSTRUMENT, ROWS, NULL, COLUMN, "portfolio.get_buffers_for_position", "of the band, bot_pos" },
	{ "upper", INSTRUMENT, ROWS, NULL, COLUMN, "portfolio.get_buffers_for_position", "of the band, top_pos" },
	{ "traded", INSTRUMENT, ROWS, NULL, COLUMN, "accounts.get_buffered_position", "whole contracts held" },
	{ "optimised", INSTRUMENT, ROWS, NULL, COLUMN, "accounts.get_optimised_position", "the same with optimal: dynamic" },
	{ "actual", INSTRUMENT, ACCOUNTS "actual.csv", NULL, COLUMN, "portfolio.get_actual_position", "position as capital compounds" },
	{ "actual_lower", INSTRUMENT, ACCOUNTS "actual.csv", NULL, COLUMN, "portfolio.get_actual_buffers_for_position", "bot_pos" },
	{ "actual_upper", INSTRUMENT, ACCOUNTS "actual.csv", NULL, COLUMN, "portfolio.get_actual_buffers_for_position", "top_pos" },
	{ "actual_traded", INSTRUMENT, ACCOUNTS "actual.csv", NULL, COLUMN, "accounts.get_buffered_position_with_multiplier",
		"whole contracts" },
#define ACCOUNT(prefix, of, file, method) \
	{ prefix "net", of, file, "net", COLUMN, method, "profit and loss after costs, base currency" }, \
	{ prefix "gross", of, file, "gross", COLUMN, method, "before costs" }, \
	{ prefix "cost", of, file, "cost", COLUMN, method, "costs" }
#define PERCENT(prefix, file, method) \
	{ prefix "net_percent", PORTFOLIO, file, "net_percent", COLUMN, method, "in percent of capital" }, \
	{ prefix "gross_percent", PORTFOLIO, file, "gross_percent", COLUMN, method, "before costs" }, \
	{ prefix "cost_percent", PORTFOLIO, file, "cost_percent", COLUMN, method, "costs" }
	ACCOUNT("", INSTRUMENT, "pnl.csv", "accounts.pandl_for_instrument"),
	ACCOUNT("subsystem_", INSTRUMENT, ACCOUNTS "subsystem.csv", "accounts.pandl_for_subsystem"),
	ACCOUNT("", RULE, ACCOUNTS "rules.csv", "accounts.pandl_for_trading_rule_weighted"),
	ACCOUNT("", PORTFOLIO, "account.csv", "accounts.portfolio"),
	PERCENT("", "account.csv", "accounts.portfolio"),
	{ "capital_multiplier", PORTFOLIO, ACCOUNTS "multipliers.csv", "value", COLUMN, "accounts.capital_multiplier",
		"how capital has compounded" },
	ACCOUNT("actual_", PORTFOLIO, ACCOUNTS "actual_account.csv", "accounts.portfolio_with_multiplier"),
	PERCENT("actual_", ACCOUNTS "actual_account.csv", "accounts.portfolio_with_multiplier"),
};
enum { ALL = sizeof all / sizeof *all };

static const char *const of_text[] = { "portfolio", "instrument", "rule", "instrument and rule" };

/* ---- which is meant ---- */

static const char *
without_stage(const struct series *s)
{
	return strchr(s->method, '.') + 1;
}

static bool
is_method(const struct series *s, const char *name)
{
	return strcmp(s->method, name) == 0 || strcmp(without_stage(s), name) == 0;
}

/* With a rule behind a point, of what stands before it. */
static _Noreturn void
no_series(const char *name)
{
	struct nearest near = nearest_to(slice_of(name)), before = nearest_to((struct slice){ name, strcspn(name, ".") });

	for (int i = 0; i < ALL; i++) {
		nearest_try(&near, all[i].name);
		nearest_try(&near, all[i].method);
		nearest_try(&near, without_stage(&all[i]));
		nearest_try(&before, all[i].name);
	}
	die("no series '%.80s'%s; --list has all", name, nearest_said(near.name ? &near : &before));
}

static const struct series *
find_method(const struct backtest_series_asked *asked)
{
	for (int i = 0; i < ALL; i++)
		if (is_method(&all[i], asked->name))
			return &all[i];
	return NULL;
}

/* The one of a name that is of what was said, else the first; a rule that stands behind a point goes into *asked. */
static const struct series *
find_name(struct backtest_series_asked *asked)
{
	size_t n = strcspn(asked->name, ".");
	const char *rule = asked->rule ? asked->rule : asked->name[n] ? asked->name + n + 1 : NULL;
	const struct series *found = NULL;

	for (int i = 0; i < ALL; i++) {
		if (!slice_is((struct slice){ asked->name, n }, all[i].name))
			continue;
		if (!found || all[i].of == ((asked->instrument ? INSTRUMENT : 0) | (rule ? RULE : 0)))
			found = &all[i];
	}
	asked->rule = found ? rule : NULL;
	return found;
}

static const struct series *
find(struct backtest_series_asked *asked)
{
	const struct series *s = find_method(asked);

	s = s ? s : find_name(asked);
	if (!s)
		no_series(asked->name);
	/* Of a rule alone, which a method's name leaves to be said where else an instrument is. */
	if (s->of == RULE && asked->instrument && !asked->rule) {
		asked->rule = asked->instrument;
		asked->instrument = NULL;
	}
	if (s->of != ((asked->instrument ? INSTRUMENT : 0) | (asked->rule ? RULE : 0)))
		die("'%.80s' is a series of %s %s; see --list", asked->name, s->of == INSTRUMENT ? "an" : s->of == PORTFOLIO ? "the" : "a",
		    s->of == (INSTRUMENT | RULE) ? "rule and an instrument" : of_text[s->of]);
	return s;
}

/* ---- from files ---- */

static const char *
kept(const struct backtest *b, const struct series *s)
{
	if (!backtest_has(b, s->file))
		die("%s: no %s; pipelines/backtest %s makes it", b->path, s->file,
		    strncmp(s->file, ACCOUNTS, strlen(ACCOUNTS)) == 0 ? "--accounts" : "without --brief");
	return backtest_file(b, s->file);
}

/* Of a rule the nearest is that of those which have such a column. */
static int
column_of(const struct rec *r, const char *name, const char *rule)
{
	char column[512];
	struct nearest near = nearest_to(slice_of(rule ? rule : name));
	size_t n = strlen(name);

	snprintf(column, sizeof column, "%s%s%.400s", name, rule ? "." : "", rule ? rule : "");
	int found = rec_find(r, column);
	for (int i = 0; found < 0 && i < r->n; i++) {
		const char *other = rec_copy(r, i);
		if (!rule || (strncmp(other, name, n) == 0 && other[n] == '.'))
			nearest_try(&near, rule ? other + n + 1 : other);
	}
	if (found < 0 && rule)
		die("%s: no rule '%.80s'%s", r->name, rule, nearest_said(&near));
	if (found < 0)
		die("%s: no column '%s'%s", r->name, name, nearest_said(&near));
	return found;
}

static void
print_value(struct out *o, struct slice time, double x)
{
	out_bytes(o, time.p, time.n);
	out_char(o, ',');
	out_num(o, x);
	out_char(o, '\n');
}

/* The scalar of a rule of an instrument, as it changes. */
struct scalar {
	double fixed;
	struct dated_values table;
	const struct dated_value_series *series;
	int at;
};

static struct scalar
scalar_of(const struct backtest *b, const struct backtest_series_asked *asked)
{
	const char *path = backtest_estimated(b, "use_forecast_scale_estimates", "estimates/forecast_scalars.csv");
	struct scalar s = { .fixed = NAN };

	if (!path) {
		s.fixed = forecast_scalar_of(&b->cfg, asked->rule);
		return s;
	}
	s.table = dated_values_read(path);
	s.series = dated_values_of(&s.table, asked->instrument, asked->rule);
	return s;
}

static double
scalar_at(struct scalar *s, const struct rec *r, struct slice time)
{
	int day;

	if (!date_parse(time, &day))
		die("%s:%ld: column 'time': not a date: \"%.*s\"", r->name, r->line, SLICE(time));
	return s->series ? dated_value_at(s->series, dated_value_day(day), &s->at) : s->fixed;
}

/* Rows of the key asked for, of the file's column or of what is made of it. */
static void
print_rows(struct out *o, const struct backtest *b, const struct series *s, const struct backtest_series_asked *asked)
{
	bool scalar = s->made == SCALAR || s->made == SCALED;
	const char *key = s->of == RULE ? asked->rule : asked->instrument;
	struct scalar k = scalar ? scalar_of(b, asked) : (struct scalar){ .fixed = NAN };
	struct names others = { 0 };
	bool any = false;
	struct rec r;

	rec_file(&r, kept(b, s));
	rec_header(&r);
	int time = rec_need(&r, "time"), by = key ? rec_need(&r, s->of == RULE ? "rule" : "instrument") : -1;
	int column = scalar ? column_of(&r, "raw", asked->rule) :
	    column_of(&r, s->column ? s->column : s->name, s->of & INSTRUMENT ? asked->rule : NULL);
	out_str(o, "time,value\n");
	while (rec_next(&r)) {
		if (key && !slice_is(rec_text(&r, by), key)) {
			names_put(&others, rec_name(&r, by, s->of == RULE ? "rule" : "instrument"));
			continue;
		}
		any = true;
		if (scalar) {
			double x = scalar_at(&k, &r, rec_text(&r, time));
			print_value(o, r.f[time], s->made == SCALAR ? x : x * rec_num(&r, column, "raw"));
			continue;
		}
		out_bytes(o, r.f[time].p, r.f[time].n);
		out_char(o, ',');
		out_bytes(o, r.f[column].p, r.f[column].n);
		out_char(o, '\n');
	}
	if (key && !any)
		die("%s: no %s '%.80s'%s", r.name, s->of == RULE ? "rule" : "rows of", key,
		    nearest_of(slice_of(key), others.name, others.n));
}

/* ---- worked out again ---- */

struct worked_out {
	struct out *o;
	enum made made;
	int rule;         /* -1 before it was looked for */
	const char *name; /* of the rule */
};

static double
rule_weight(struct worked_out *w, const struct explanation *e)
{
	struct nearest near = nearest_to(slice_of(w->name));

	for (int i = 0; w->rule < 0 && i < e->rules; i++) {
		nearest_try(&near, e->rule[i].name);
		w->rule = strcmp(e->rule[i].name, w->name) == 0 ? i : -1;
	}
	if (w->rule < 0)
		die("%s: no rule '%.80s' with a weight%s", e->run.path, w->name, nearest_said(&near));
	return e->rule[w->rule].weight;
}

static void
print_worked_out(void *arg, const struct explanation *e)
{
	struct worked_out *w = arg;
	const char *date = date_text(e->day);
	double x = w->made == RULE_WEIGHT ? rule_weight(w, e) : w->made == FORECAST_MULTIPLIER ? e->multiplier :
	    w->made == VOLATILITY_SCALAR ? e->scalar : w->made == WEIGHT ? e->weight : e->idm;

	print_value(w->o, slice_of(date), x);
}

/* ---- all of it ---- */

void
backtest_series_print(struct out *o, const char *folder, const struct backtest_series_asked *as)
{
	struct backtest_series_asked asked = *as;
	const struct series *s = find(&asked);
	struct backtest b = backtest_open(folder);

	if (asked.instrument)
		instruments_get(&b.instruments, asked.instrument);
	if (s->made <= SCALED) {
		print_rows(o, &b, s, &asked);
	} else {
		kept(&b, s);
		out_str(o, "time,value\n");
		struct worked_out w = { o, s->made, -1, asked.rule };
		explanation_each(folder, asked.instrument, print_worked_out, &w);
	}
}

void
backtest_series_list(struct out *o)
{
	out_str(o, "series,of,pysystemtrade,meaning\n");
	for (int i = 0; i < ALL; i++) {
		const struct series *s = &all[i];
		out_say(o, "%s%s,%s,%s,", s->name, s->of & RULE ? ".RULE" : "", of_text[s->of], s->method);
		out_field(o, slice_of(s->meaning));
		out_char(o, '\n');
	}
}
