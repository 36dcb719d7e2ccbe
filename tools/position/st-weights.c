/*
 * st-weights - the instrument weights of a config, shared by the instruments there are
 *
 *   $ echo '{"instrument_weights":{"DAX":0.5,"GOLD":0.5}}' >c
 *   $ printf 'time,instrument,subsystem\n2021-01-04,DAX,1\n2021-01-05,DAX,1\n2021-01-04,GOLD,\n2021-01-05,GOLD,2\n' | st-weights --config=c
 *   time,instrument,weight
 *   2021-01-04,DAX,1.0
 *   2021-01-04,GOLD,0.0
 *   2021-01-05,DAX,0.5
 *   2021-01-05,GOLD,0.5
 *
 * A row whenever a weight changes: on the first day of all, and whenever an
 * instrument gets its first position. Not smoothed; st-portfolio does that.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/config.h"
#include "position/instrument_weights.h"
#include "stream/dated_values.h"
#include "stream/filter.h"
#include "time/date.h"

struct state {
	const char *config, *raw_path;
	struct opt_list columns;
	struct config cfg;
	struct dated_values raw;
	int *column;
	struct row *row;
};

/* One instrument: its first row and its first day with a value in every column. */
struct key {
	const char *code;
	int first, start;
	double weight;                      /* NaN: not known */
	const struct dated_value_series *series; /* fitted weights, NULL for a fixed one */
	int at;
	unsigned seen;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its instrument_weights (required)", O_STR, AT(config) },
	{ 0, "raw", "FILE", "fitted weights to share: time,instrument,value (st-fit)", O_STR, AT(raw_path) },
	{ 'c', "column", "NAME", "an instrument is there once this has a value (default subsystem); repeatable", O_LIST, AT(columns) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_weights(struct step *s)
{
	static const char *subsystem[] = { "subsystem" };
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-weights --help");
	st->cfg = config_load(st->config);
	if (st->raw_path)
		st->raw = dated_values_read(st->raw_path);
	else if (config_bool_or(&st->cfg, "use_instrument_weight_estimates", false))
		die("%s: use_instrument_weight_estimates: st-fit estimates them; give its output by --raw", st->config);
	if (!st->columns.n)
		st->columns = (struct opt_list){ subsystem, 1 };
	if (st->columns.n > 32)
		die("too many columns");
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->column = column_need_each(s, &st->columns);
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	column_add(s, "weight");
}

static double
fixed_weight(const struct state *st, const char *instrument)
{
	const json_t *w = config_get(&st->cfg, "instrument_weights"), *own = json_object_get(w, instrument);
	double weight = 1;

	if (w && !own)
		die("%s: instrument_weights has none for '%s'", st->config, instrument);
	if (own)
		weight = config_as_num(&st->cfg, own, instrument);
	if (!(weight >= 0 && weight <= 1e6))
		die("%s: instrument_weights: %s is below zero, or absurd", st->config, instrument);
	return weight;
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .code = instrument, .first = INT_MAX, .start = INT_MAX };
	if (!st->raw_path)
		k->weight = fixed_weight(st, instrument);
	if (instrument_weight_is_zero(&st->cfg, instrument)) {
		k->weight = 0;
		return;
	}
	k->series = st->raw_path ? dated_values_of(&st->raw, instrument, NULL) : NULL;
	if (st->raw_path && !k->series)
		die("%s: no weights of '%s'", st->raw_path, instrument);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (k->start < INT_MAX)
		return;
	int day = row_day(s, r);
	if (k->first == INT_MAX)
		k->first = day;
	for (int i = 0; i < st->columns.n; i++)
		if (!isnan(row_num(s, r, st->column[i])))
			k->seen |= 1u << i;
	if (k->seen == (st->columns.n == 32 ? ~0u : (1u << st->columns.n) - 1))
		k->start = day;
}

/* ---- the end: all instruments are known ---- */

static int
by_code(const void *a, const void *b)
{
	const struct key *const *x = a, *const *y = b;

	return strcmp((*x)->code, (*y)->code);
}

/* The first business day whose midnight is not before t. */
static int
first_day(int64_t t)
{
	int day = dated_value_day_of(t) + (dated_value_day(dated_value_day_of(t)) < t);

	return date_weekday(day) > 4 ? day + 7 - date_weekday(day) : day;
}

static void
print_weight(struct step *s, int day, const char *code, double weight)
{
	struct state *st = s->state;
	char date[DATE_MAX];

	st->row->c[0].s = (struct slice){ date, date_print(date, day) };
	st->row->c[1].s = slice_of(code);
	row_set(s, st->row, 2, weight);
	row_emit(s, st->row);
}

/* The weights from a day on: those of the instruments that have started, made to sum to 1. */
static void
print_day(struct step *s, struct key **k, int n, int day, bool all)
{
	double sum = 0;

	for (int i = 0; i < n; i++) {
		if (k[i]->series)
			k[i]->weight = dated_value_at(k[i]->series, dated_value_day(day), &k[i]->at);
		sum += k[i]->start <= day && !isnan(k[i]->weight) ? k[i]->weight : 0;
	}
	double scale = 1 / (sum == 0 ? 0.0001 : sum);
	for (int i = 0; i < n; i++)
		if (all || k[i]->start <= day)
			print_weight(s, day, k[i]->code, k[i]->start <= day ? k[i]->weight * scale : 0);
}

/* The first business day after `day` on which an instrument starts, or its fitted weight is another. */
static int
next_change(struct key **k, int n, int day)
{
	int next = INT_MAX;

	for (int i = 0; i < n; i++) {
		if (k[i]->start > day && k[i]->start < next)
			next = k[i]->start;
		for (int j = k[i]->at; k[i]->series && j < k[i]->series->n; j++) {
			int from = first_day(k[i]->series->v[j].t);
			if (from <= day)
				continue;
			next = from < next ? from : next;
			break;
		}
	}
	return next;
}

static void
check_some_weight(const struct state *st, struct key **k, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += k[i]->weight;
	if (n && sum == 0)
		die("%s: instrument_weights: none is above zero", st->config);
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s), day = INT_MAX;
	struct key **k = mem_alloc((size_t)n, sizeof *k);

	for (int i = 0; i < n; i++) {
		k[i] = step_state(s, i, NULL);
		day = k[i]->first < day ? k[i]->first : day;
	}
	qsort(k, (size_t)n, sizeof *k, by_code);
	if (!st->raw_path)
		check_some_weight(st, k, n);
	st->row = row_new(s);
	if (n)
		print_day(s, k, n, day, true);
	while ((day = next_change(k, n, day)) < INT_MAX)
		print_day(s, k, n, day, false);
	free(k);
}

static const struct filter st_weights = {
	.name = "st-weights",
	.summary = "the instrument weights of a config, shared by the instruments there are",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_weights,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_weights)
