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
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "config/config.h"
#include "data/instruments.h"
#include "forecast/variations.h"
#include "maths/median.h"
#include "maths/rolling.h"
#include "stream/filter.h"
#include "time/date.h"

/* One scalar under way: a rule's, or a rule's of one instrument. */
struct estimate {
	struct rolling_mean size;
	double now;             /* NaN until there are values enough */
};

struct rule {
	const char *name;
	int column;
	struct estimate pooled;
	bool by_any, alone;     /* some instrument has the rule; only one has */
	bool has_row;           /* the day has a row that counts */
};

struct state {
	const char *config, *instruments;
	struct config cfg;
	bool pool, backfill;
	int window, min;
	double target;
	struct instruments table; /* who is pooled, when --instruments tells */
	struct rule *rule;
	int rules, beyond;
	int day;                /* under way, pooled */
	struct row *row;        /* for output */
};

/* A rule of one instrument. */
struct raw {
	bool counts;            /* the instrument has the rule */
	double last, given;     /* the last forecast that is neither 0 nor missing; the scalar given out last */
	struct estimate own;
};

struct key {
	const char *code;
	int first, seen;        /* days: its first row, its latest */
	struct raw *raw;
};

static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: forecast_scalar_estimate (required)", O_STR, offsetof(struct state, config) },
	{ 0, "instruments", "FILE", "table of instruments (st-fetch instruments): those that are pooled", O_STR,
	    offsetof(struct state, instruments) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static int
rows_key(const struct config *c, const char *path, double otherwise)
{
	double n = config_num_or(c, path, otherwise);

	if (!(n >= 1 && n <= 10000000 && n == floor(n)))
		die("%s: %s is not a number of rows", c->path, path);
	return (int)n;
}

static void
open_scalar(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-scalar --help");
	st->cfg = config_load(st->config);
	st->pool = config_bool_or(&st->cfg, "forecast_scalar_estimate.pool_instruments", true);
	st->backfill = config_bool_or(&st->cfg, "forecast_scalar_estimate.backfill", true);
	st->window = rows_key(&st->cfg, "forecast_scalar_estimate.window", 250000);
	st->min = rows_key(&st->cfg, "forecast_scalar_estimate.min_periods", 500);
	st->target = config_num_or(&st->cfg, "average_absolute_forecast", 10);
	st->day = INT_MIN;
	if (st->instruments)
		st->table = instruments_read(st->instruments);
}

static struct estimate
estimate_new(const struct state *st)
{
	return (struct estimate){ rolling_mean_new(st->window, st->min), NAN };
}

/* Of a rule that no instrument has, a scalar is made of all. */
static bool
counts(const struct state *st, const struct rule *r, const char *instrument)
{
	return !r->by_any || variations_has(&st->cfg, instrument, r->name);
}

static bool
is_alone(const struct state *st, const struct rule *r)
{
	int n = 0;

	for (int i = 0; i < st->table.codes.n; i++)
		n += counts(st, r, st->table.codes.name[i]);
	return n == 1;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->beyond = column_find(s, "beyond");
	st->rule = mem_alloc((size_t)s->in.n, sizeof *st->rule);
	for (int i = 0; i < s->in.n; i++) {
		if (strncmp(s->in.c[i].name, "raw.", 4) != 0)
			continue;
		struct rule *r = &st->rule[st->rules++];
		r->name = s->in.c[i].name + 4;
		r->column = i;
		r->by_any = variations_has_any(&st->cfg, r->name);
		r->alone = !st->pool || is_alone(st, r);
		if (st->pool)
			r->pooled = estimate_new(st);
	}
	if (!st->rules)
		column_need(s, "raw.RULE"); /* which dies */
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	column_add(s, "rule");
	column_add(s, "value");
	st->row = row_new(s);
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .first = INT_MIN, .raw = mem_alloc((size_t)st->rules, sizeof *k->raw) };
	for (int i = 0; i < st->rules; i++) {
		k->raw[i] = (struct raw){ .last = NAN, .given = NAN };
		k->raw[i].counts = counts(st, &st->rule[i], instrument);
		if (!st->pool)
			k->raw[i].own = estimate_new(st);
	}
}

/* ---- estimates ---- */

static void
estimate_next(const struct state *st, struct estimate *e, double size)
{
	double mean = rolling_mean_next(&e->size, size);

	if (!isnan(mean))
		e->now = st->target / mean;
}

/* A value that is new to the instrument; the first holds for the days before it too, if so wished. */
static void
give(struct step *s, struct key *k, int rule, double value)
{
	struct state *st = s->state;
	struct raw *raw = &k->raw[rule];
	char date[DATE_MAX];

	if (isnan(value) || value == raw->given)
		return;
	int day = isnan(raw->given) && st->backfill ? k->first : k->seen;
	st->row->c[0].s = (struct slice){ date, date_print(date, day) };
	st->row->c[1].s = slice_of(k->code);
	st->row->c[2].s = slice_of(st->rule[rule].name);
	row_set(s, st->row, 3, value);
	row_emit(s, st->row);
	raw->given = value;
}

/* The median size over the instruments that have the rule. */
static double
median_size(struct step *s, int rule, double *room)
{
	int n = 0;

	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, NULL);
		const struct raw *raw = &k->raw[rule];
		if (raw->counts && !isnan(raw->last))
			room[n++] = fabs(raw->last);
	}
	return median_of(room, n);
}

/* All instruments' rows of the day are in. */
static void
close_day(struct step *s)
{
	struct state *st = s->state;
	double *room = mem_alloc((size_t)step_keys(s) + 1, sizeof *room);

	for (int j = 0; j < st->rules; j++) {
		struct rule *r = &st->rule[j];
		if (r->has_row)
			estimate_next(st, &r->pooled, median_size(s, j, room));
		r->has_row = false;
	}
	free(room);
	for (int i = 0; i < step_keys(s); i++) {
		struct key *k = step_state(s, i, NULL);
		for (int j = 0; j < st->rules && k->seen == st->day; j++)
			give(s, k, j, st->rule[j].pooled.now);
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

	if (st->pool)
		begin_day(s, r, day);
	if (k->first == INT_MIN)
		k->first = day;
	k->seen = day;
	bool beyond = row_flag(s, r, st->beyond);
	for (int i = 0; i < st->rules; i++) {
		struct rule *rule = &st->rule[i];
		struct raw *raw = &k->raw[i];
		double x = row_num(s, r, rule->column);
		if (beyond && isnan(x))
			continue; /* the rule's forecasts have no such day */
		rule->has_row |= raw->counts;
		/* Of several instruments the last known forecast counts, of one alone the day's. */
		if (x != 0 && (rule->alone || !isnan(x)))
			raw->last = x;
		else if (rule->alone)
			raw->last = num_missing();
		if (!st->pool) {
			estimate_next(st, &raw->own, fabs(raw->last));
			give(s, k, i, raw->own.now);
		}
	}
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	if (st->pool && st->day > INT_MIN)
		close_day(s);
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
