/*
 * st-forecast - append the raw forecast of each trading rule, raw.RULE
 *
 *   $ echo '{"trading_rules":{"slow":{"function":"rules.carry","data":["rawdata.raw_carry"],"other_args":{"smooth_days":1}}}}' >c
 *   $ printf 'time,instrument,raw_carry\n2021-01-04,GOLD,1\n2021-01-05,GOLD,4\n' | st-forecast --config=c
 *   time,instrument,raw_carry,raw.slow
 *   2021-01-04,GOLD,1,1.0
 *   2021-01-05,GOLD,4,3.0
 *
 * `function: exec:PROGRAM` runs any program as a rule: its instrument's rows are
 * held until the last one is in.
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/warn.h"
#include "config/config.h"
#include "forecast/external_rule.h"
#include "forecast/forecast_columns.h"
#include "forecast/trading_rules.h"
#include "forecast/variations.h"
#include "rules/rule.h"
#include "stream/filter.h"
#include "stream/held_rows.h"

struct state {
	const char *config, *programs;
	struct config cfg;
	struct trading_rule *v;
	int n;
	bool programs_too;                   /* one of the rules is a program */
	int beyond, alone, attenuation;      /* columns; -1 when there is none */
	/* the instrument whose rows are held for the programs */
	struct key *current;
	struct held_rows held;
	double *forecast;                    /* n of them a row held, the programs' to come */
	size_t room;
};

struct key {
	void **rule;                         /* the states of the rules */
	bool *some;                          /* which have ever given a forecast */
	const char *code;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its trading_rules (required)", O_STR, AT(config) },
	{ 0, "programs", "DIR", "where exec: programs with a relative path are", O_STR, AT(programs) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_forecast(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-forecast --help");
	st->cfg = config_shared(st->config);
	variations_check(&st->cfg);
	struct trading_rules rules = trading_rules_read(&st->cfg, st->programs);
	st->v = rules.v;
	st->n = rules.n;
	s->together = st->programs_too = rules.programs > 0;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->beyond = column_find(s, "beyond");
	st->alone = column_find(s, "alone");
	for (int i = 0; i < st->n; i++) {
		struct trading_rule *v = &st->v[i];
		for (int j = 0; j < v->inputs; j++)
			v->in[j] = column_need(s, v->data[j]);
		if (v->attenuated)
			st->attenuation = column_need(s, "attenuation");
		v->out = column_add(s, forecast_column_name("raw", v->name));
	}
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->code = instrument;
	k->rule = mem_alloc((size_t)st->n, sizeof *k->rule);
	k->some = mem_alloc((size_t)st->n, sizeof *k->some);
	for (int i = 0; i < st->n; i++)
		if (st->v[i].rule) {
			k->rule[i] = mem_alloc(1, st->v[i].rule->size);
			st->v[i].rule->init(k->rule[i], st->v[i].args);
		}
}

static void
emit(struct step *s, struct row *r, const double *forecast)
{
	struct state *st = s->state;

	for (int i = 0; i < st->n; i++)
		row_set(s, r, st->v[i].out, forecast[i] * (st->v[i].attenuated ? row_num(s, r, st->attenuation) : 1));
	row_emit(s, r);
}

/* The last row of an instrument is in: run the programs on all of them and let them go. */
static void
let_go(struct step *s)
{
	struct state *st = s->state;

	for (int i = 0; i < st->n && st->held.n; i++) {
		if (st->v[i].rule)
			continue;
		external_rule_run(&st->v[i], st->current->code, &st->held, s, st->forecast + i, st->n);
		for (size_t j = 0; j < st->held.n; j++)
			st->current->some[i] |= !isnan(st->forecast[j * (size_t)st->n + (size_t)i]);
	}
	for (size_t j = 0; j < st->held.n; j++)
		emit(s, held_rows_row(&st->held, s, j), st->forecast + j * (size_t)st->n);
	held_rows_clear(&st->held);
}

/*
 * The day's forecasts; a program's is missing as yet. A rule whose data end with the adjusted
 * series has none beyond it: what was said last then stands.
 */
static void
forecast(struct step *s, struct row *r, struct key *k, double *f)
{
	struct state *st = s->state;
	double in[RULE_INPUTS];
	bool beyond = row_flag(s, r, st->beyond), alone = row_flag(s, r, st->alone);

	for (int i = 0; i < st->n; i++) {
		const struct trading_rule *v = &st->v[i];
		f[i] = num_missing();
		if (!v->rule || (beyond && !v->beyond) || (alone && v->relative))
			continue;
		for (int j = 0; j < v->inputs; j++)
			in[j] = row_num(s, r, v->in[j]);
		f[i] = v->rule->next(k->rule[i], in);
		k->some[i] |= !isnan(f[i]);
	}
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (k != st->current)
		let_go(s);
	st->current = k;
	size_t at = st->held.n * (size_t)st->n;
	if (at + (size_t)st->n > st->room) {
		st->room = 2 * st->room + (size_t)st->n;
		st->forecast = mem_grow(st->forecast, st->room, sizeof *st->forecast);
	}
	forecast(s, r, k, st->forecast + at);
	if (st->programs_too)
		held_rows_add(&st->held, s, r);
	else
		emit(s, r, st->forecast);
}

/* A rule that never has a forecast leaves its weight to the others: that should not go unsaid. */
static void
tell_silent(const struct state *st, const struct key *k)
{
	int n = 0;

	for (int j = 0; j < st->n; j++)
		n += !k->some[j];
	if (n == st->n && n > 1) {
		warn("%s: no rule has a forecast on any day", k->code);
		return;
	}
	for (int j = 0; j < st->n; j++)
		if (!k->some[j])
			warn("%s: rule '%s' has no forecast on any day", k->code, st->v[j].name);
}

static void
end(struct step *s)
{
	let_go(s);
	for (int i = 0; i < step_keys(s); i++)
		tell_silent(s->state, step_state(s, i, NULL));
}

static const struct filter st_forecast = {
	.name = "st-forecast",
	.summary = "append the raw forecast of each trading rule, raw.RULE",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_forecast,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_forecast)
