/*
 * st-scalar - estimate what raw forecasts are to be multiplied by, from their average size
 *
 *   $ echo '{"forecast_scalar_estimate":{"min_periods":2,"pool_instruments":true}}' >c
 *   $ printf 'time,instrument,raw.slow\n2021-01-04,DAX,1\n2021-01-04,GOLD,3\n2021-01-05,DAX,2\n2021-01-05,GOLD,-4\n' | st-scalar --config=c
 *   time,instrument,rule,value
 *   2021-01-04,DAX,slow,4.0
 *   2021-01-04,GOLD,slow,4.0
 *
 * The target over the mean, so far, of the median size of a rule's forecasts on a day
 * (pysystemtrade, forecast_scalar). A row when a value changes.
 */
#include <limits.h>
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "config/config.h"
#include "data/instruments.h"
#include "forecast/forecast_columns.h"
#include "forecast/scalar_pool.h"
#include "stream/filter.h"
#include "stream/value_row.h"

struct state {
	const char *config, *instruments;
	struct config cfg;
	struct scalar_pool_options options;
	struct instruments table; /* who is pooled, when --instruments tells */
	struct forecast_column *raw;
	struct scalar_pool *pool; /* of each rule */
	int rules, beyond;
	int day;                /* under way, pooled */
	struct row *row;        /* for output */
};

/* A rule of one instrument. */
struct rule {
	struct scalar_pool *pool; /* its own, or the rule's */
	int member;             /* of it; -1 when the instrument is none */
	double given;           /* the scalar given out last */
	bool some;              /* it has ever had a forecast */
};

struct key {
	const char *code;
	int first, seen;        /* days: its first row, its latest */
	struct rule *rule;
};

static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: forecast_scalar_estimate (required)", O_STR, offsetof(struct state, config) },
	{ 0, "instruments", "FILE", "table of instruments (st-fetch instruments): those that are pooled", O_STR,
	    offsetof(struct state, instruments) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_scalar(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-scalar --help");
	st->cfg = config_shared(st->config);
	st->options = scalar_pool_options(&st->cfg);
	st->day = INT_MIN;
	if (st->instruments)
		st->table = instruments_shared(st->instruments);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->beyond = column_find(s, "beyond");
	st->rules = forecast_columns_need(s, "raw", &st->raw);
	st->pool = mem_alloc((size_t)st->rules, sizeof *st->pool);
	for (int i = 0; i < st->rules && st->options.together; i++)
		st->pool[i] = scalar_pool_new(&st->options, st->raw[i].rule, &st->table.codes);
	value_row_head(s, (const char *[]){ "time", "instrument", "rule", "value", NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .first = INT_MIN, .rule = mem_alloc((size_t)st->rules, sizeof *k->rule) };
	struct scalar_pool *own = mem_alloc((size_t)st->rules, sizeof *own);
	for (int i = 0; i < st->rules; i++) {
		if (!st->options.together)
			own[i] = scalar_pool_own(&st->options);
		struct scalar_pool *p = st->options.together ? &st->pool[i] : &own[i];
		k->rule[i] = (struct rule){ .pool = p, .member = scalar_pool_add(p, instrument), .given = NAN };
	}
}

/* A value that is new to the instrument; the first holds for the days before it too, if so wished. */
static void
give(struct step *s, struct key *k, int i)
{
	struct state *st = s->state;
	struct rule *r = &k->rule[i];
	double value = r->pool->now;

	if (isnan(value) || value == r->given)
		return;
	int day = isnan(r->given) && st->options.backfill ? k->first : k->seen;
	value_row_emit_day(s, &st->row, day, (const char *[]){ k->code, st->raw[i].rule }, value);
	r->given = value;
}

/* All instruments' rows of the day are in. */
static void
close_day(struct step *s)
{
	struct state *st = s->state;

	for (int j = 0; j < st->rules; j++)
		scalar_pool_day(&st->pool[j]);
	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, NULL);
		for (int j = 0; j < st->rules && k->seen == st->day; j++)
			give(s, k, j);
	}
}

static void
begin_day(struct step *s, struct row *r, int day)
{
	struct state *st = s->state;

	if (day < st->day)
		die("%s: column 'time': time goes back: pooled scalars want rows day by day, as st-merge gives them: \"%.*s\"", row_place(r),
		    SLICE(row_text(s, r, s->time)));
	if (day > st->day && st->day > INT_MIN)
		close_day(s);
	st->day = day;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int day = row_day(s, r);

	if (st->options.together)
		begin_day(s, r, day);
	if (k->first == INT_MIN)
		k->first = day;
	k->seen = day;
	bool beyond = row_flag(s, r, st->beyond);
	for (int i = 0; i < st->rules; i++) {
		struct rule *rule = &k->rule[i];
		double x = row_num(s, r, st->raw[i].column);
		if (rule->member < 0 || (beyond && isnan(x)))
			continue; /* the rule's forecasts have no such day */
		rule->some |= !isnan(x);
		scalar_pool_forecast(rule->pool, rule->member, x);
		if (!st->options.together) {
			scalar_pool_day(rule->pool);
			give(s, k, i);
		}
	}
}

/* In how many instruments has a rule forecasts and no scalar to the end, and in which first? All with forecasts when of is NULL. */
static int
without(struct step *s, int rule, const char **of)
{
	int n = 0;

	for (int i = 0; i < step_keys(s); i++) {
		const struct key *k = step_state(s, i, NULL);
		if (k->rule[rule].some && (!of || isnan(k->rule[rule].given)) && !n++ && of)
			*of = k->code;
	}
	return n;
}

/* Its forecasts are as good as not there. */
static void
tell_without(struct step *s, int rule)
{
	const struct state *st = s->state;
	const char *first = NULL, *name = st->raw[rule].rule;
	int n = without(s, rule, &first), min = st->options.min;

	if (n && n == without(s, rule, NULL))
		warn("rule '%s' has no forecast scalar: it has forecasts on fewer days than forecast_scalar_estimate.min_periods, %d",
		    name, min);
	else if (n)
		warn("rule '%s' has no forecast scalar in %s%s: there are forecasts on fewer days than "
		     "forecast_scalar_estimate.min_periods, %d", name, first, n > 1 ? " and others" : "", min);
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	bool none = st->rules > 1 && step_keys(s) > 0, some = false;

	if (st->options.together && st->day > INT_MIN)
		close_day(s);
	for (int i = 0; i < st->rules; i++) {
		int n = without(s, i, NULL);
		none = none && without(s, i, &(const char *){ NULL }) == n;
		some = some || n;
	}
	if (none && some)
		warn("no rule has a forecast scalar: there are forecasts on fewer days than forecast_scalar_estimate.min_periods, %d",
		    st->options.min);
	for (int i = 0; i < st->rules && !none; i++)
		tell_without(s, i);
}

static const struct filter st_scalar = {
	.name = "st-scalar",
	.summary = "estimate what raw forecasts are to be multiplied by, from their average size",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_scalar,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_scalar)
