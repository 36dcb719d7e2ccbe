#include "backtest/explanation.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/prog.h"
#include "forecast/forecast_scalar.h"
#include "position/instrument_weights.h"
#include "position/multiplier.h"
#include "stream/rec.h"
#include "time/date.h"

static const char *const names[E_COLUMNS] = { "adjusted", "price", "roll", "fx", "vol", "raw_carry", "forecast", "subsystem",
	"position", "lower", "upper", NULL, "stdev", "exposure", "trade_cost" };

/* What is on the way through the rows. */
struct walk_through {
	struct step step;
	struct filter as;
	struct row row;
	int column[E_COLUMNS];
	struct forecast_weights fitted;
	struct forecast_weight forecasts;
	struct multipliers fdms, idms;
	struct multiplier fdm, idm;
	struct instrument_weights weights;
	struct instrument_weight weight;
	struct dated_values scalars;
	int nearest;                   /* day */
};

/* ---- begin ---- */

static void
open_rows(struct walk_through *w, struct rec *in, const struct explanation *e)
{
	struct step *s = &w->step;

	rec_header(in);
	w->as.name = prog;
	s->f = &w->as;
	s->input = in->name;
	s->in = (struct column_head){ mem_alloc((size_t)in->n, sizeof *s->in.c), in->n };
	for (int i = 0; i < in->n; i++) {
		s->in.c[i].name = rec_copy(in, i);
	}
	s->time = column_need(s, "time");
	s->instrument = column_need(s, "instrument");
	for (int i = 0; i < E_COLUMNS; i++)
		w->column[i] = i == E_HELD ? column_need(s, e->run.held) :
		    i < E_STDEV || e->run.together ? column_need(s, names[i]) : -1;
	w->row = (struct row){ .c = mem_alloc((size_t)in->n, sizeof(struct row_cell)), .n = in->n, .nraw = in->n, .file = in->name };
}

static void
begin(struct walk_through *w, struct explanation *e, const char *instrument)
{
	const struct backtest *b = &e->run;
	const struct config *c = &b->cfg;
	const char *scalars = backtest_estimated(b, "use_forecast_scale_estimates", "estimates/forecast_scalars.csv");

	w->fitted = forecast_weights_open(c, backtest_estimated(b, "use_forecast_weight_estimates", "work/forecast_weights.csv"));
	w->forecasts = forecast_weight_of(&w->fitted, &w->step, instrument);
	w->fdms = multipliers_forecast(c, backtest_estimated(b, "use_forecast_div_mult_estimates", "estimates/fdm.csv"));
	w->fdm = multiplier_of(&w->fdms, instrument);
	w->idms = multipliers_portfolio(c, backtest_estimated(b, "use_instrument_div_mult_estimates", "estimates/idm.csv"));
	w->idm = multiplier_of(&w->idms, NULL);
	w->weights = instrument_weights_read(c, backtest_file(b, "work/weights.csv"));
	w->weight = instrument_weight_new(&w->weights, instrument);
	if (scalars)
		w->scalars = dated_values_read(scalars);
	e->size = size_new(size_daily_target(c), e->facts.point_size);
	e->buffer = buffer_new(config_bool_or(c, "buffer_trade_to_edge", false), true);
	w->nearest = INT_MAX;
	e->rules = w->forecasts.n;
	e->rule = mem_alloc((size_t)e->rules, sizeof *e->rule);
	for (int i = 0; i < e->rules; i++)
		e->rule[i].name = w->forecasts.v[i].rule;
	e->first = true;
	for (int i = 0; i < E_COLUMNS; i++)
		e->x[i] = e->last[i] = NAN;
}

/* ---- rows ---- */

/* On to the next row of the instrument. False for one that st-optimal put in, which the filters before it never saw. */
static bool
take(struct walk_through *w, struct explanation *e, int day)
{
	double x[E_COLUMNS];

	for (int i = 0; i < E_COLUMNS; i++)
		x[i] = w->column[i] < 0 ? NAN : row_num(&w->step, &w->row, w->column[i]);
	if (isnan(x[E_FORECAST]))
		return false;
	for (int i = 0; i < E_COLUMNS; i++) {
		if (!isnan(e->x[i]))
			e->last[i] = e->x[i];
		e->x[i] = x[i];
	}
	e->first = w->nearest == INT_MAX;
	e->before = w->nearest;
	e->held = isnan(e->last[E_HELD]) ? 0 : e->last[E_HELD];
	forecast_weight_row(&w->forecasts, &w->step, &w->row);
	e->scalar = size_next(&e->size, x[E_PRICE], x[E_VOL], x[E_FX]);
	e->weight = instrument_weight_at(&w->weight, day);
	buffer_next(&e->buffer, x[E_POSITION], x[E_LOWER], x[E_UPPER]);
	w->nearest = day;
	return true;
}

/* What the rows do not have. */
static void
weigh(struct walk_through *w, struct explanation *e)
{
	for (int i = 0; i < e->rules; i++)
		e->rule[i].weight = w->forecasts.v[i].weight;
	e->multiplier = multiplier_at(&w->fdm, e->day);
	e->idm = multiplier_at(&w->idm, e->day);
}

static void
describe_rules(struct walk_through *w, struct explanation *e, const char *instrument)
{
	for (int i = 0; i < e->rules; i++) {
		const struct forecast_weighted *v = &w->forecasts.v[i];
		const struct dated_value_series *s = dated_values_of(&w->scalars, instrument, v->rule);
		char *raw;
		int at = 0;
		raw = mem_format("raw.%s", v->rule);
		e->rule[i] = (struct explanation_rule){ v->rule, row_num(&w->step, &w->row, column_need(&w->step, raw)),
			w->scalars.path ? s ? dated_value_at(s, dated_value_day(e->day), &at) : NAN : forecast_scalar_of(&e->run.cfg, v->rule),
			v->last, v->weight };
		free(raw);
	}
	weigh(w, e);
}

static bool
next_row(struct walk_through *w, struct rec *in, const char *instrument)
{
	while (rec_next(in)) {
		if (!slice_is(rec_text(in, w->step.instrument), instrument))
			continue;
		row_read(&w->row, in);
		return true;
	}
	return false;
}

/* Up to the first row. */
static void
open_all(struct walk_through *w, struct rec *in, struct explanation *e, const char *out, const char *instrument)
{
	*w = (struct walk_through){ .nearest = INT_MAX };
	*e = (struct explanation){ .run = backtest_open(out) };
	e->facts = *instruments_get(&e->run.instruments, instrument);
	rec_file(in, backtest_file(&e->run, "rows.csv"));
	open_rows(w, in, e);
	begin(w, e, instrument);
}

void
explanation_each(const char *out, const char *instrument, void (*each)(void *arg, const struct explanation *e), void *arg)
{
	struct explanation e;
	struct walk_through w;
	struct rec in;

	open_all(&w, &in, &e, out, instrument);
	while (next_row(&w, &in, instrument)) {
		e.day = row_day(&w.step, &w.row);
		if (!take(&w, &e, e.day))
			continue;
		weigh(&w, &e);
		each(arg, &e);
	}
}

struct explanation
explanation_read(const char *out, const char *instrument, int day)
{
	struct explanation e;
	struct walk_through w;
	struct rec in;
	int at = INT_MIN;

	open_all(&w, &in, &e, out, instrument);
	e.day = day;
	while (at < day && next_row(&w, &in, instrument)) {
		int next = row_day(&w.step, &w.row);
		if (next > day) {
			if (w.nearest == INT_MAX || next - day < day - w.nearest)
				w.nearest = next;
			break;
		}
		if (take(&w, &e, next))
			at = next;
	}
	if (w.nearest == INT_MAX)
		die("%s: no rows of '%s'", in.name, instrument);
	if (at != day)
		die("%s: no row of '%s' on %s; the nearest is %s", in.name, instrument, date_text(day), date_text(w.nearest));
	describe_rules(&w, &e, instrument);
	struct idle_instruments idle = idle_instruments_read(&e.run);
	e.idle = idle_instruments_why(&idle, instrument);
	return e;
}
