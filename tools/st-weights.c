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

#include "cfg.h"
#include "date.h"
#include "err.h"
#include "filter.h"

struct state {
	const char *config;
	struct opt_list columns;
	struct cfg cfg;
	int *column;
	struct row *row;
};

/* One instrument: its first row and its first day with a value in every column. */
struct key {
	const char *code;
	int first, start;
	double weight;
	unsigned seen;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its instrument_weights (required)", O_STR, AT(config) },
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
	st->cfg = cfg_load(st->config);
	if (cfg_bool_or(&st->cfg, "use_instrument_weight_estimates", false))
		die("%s: use_instrument_weight_estimates: instrument weights are not estimated here", st->config);
	if (!st->columns.n)
		st->columns = (struct opt_list){ subsystem, 1 };
	if (st->columns.n > 32)
		die("too many columns");
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->column = col_need_each(s, &st->columns);
	col_none(s);
	col_add(s, "time");
	col_add(s, "instrument");
	col_add(s, "weight");
}

static bool
listed(const json_t *list, const char *instrument)
{
	const json_t *e;
	size_t i;

	json_array_foreach(list, i, e)
		if (json_is_string(e) && strcmp(json_string_value(e), instrument) == 0)
			return true;
	return false;
}

static bool
zero_weight(const struct cfg *c, const char *instrument)
{
	return listed(cfg_get(c, "allocate_zero_instrument_weights_to_these_instruments"), instrument);
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;
	const json_t *w = cfg_get(&st->cfg, "instrument_weights"), *own = json_object_get(w, instrument);

	*k = (struct key){ .code = instrument, .first = INT_MAX, .start = INT_MAX, .weight = 1 };
	if (w && !own)
		die("%s: instrument_weights has none for '%s'", st->config, instrument);
	if (own)
		k->weight = cfg_as_num(&st->cfg, own, instrument);
	if (!(k->weight >= 0 && k->weight <= 1e6))
		die("%s: instrument_weights: %s is below zero, or absurd", st->config, instrument);
	if (zero_weight(&st->cfg, instrument))
		k->weight = 0;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = row_key(s, r);

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

	for (int i = 0; i < n; i++)
		sum += k[i]->start <= day ? k[i]->weight : 0;
	double scale = 1 / (sum == 0 ? 0.0001 : sum);
	for (int i = 0; i < n; i++)
		if (all || k[i]->start <= day)
			print_weight(s, day, k[i]->code, k[i]->start <= day ? k[i]->weight * scale : 0);
}

/* The first start after a day. */
static int
next_start(struct key **k, int n, int day)
{
	int next = INT_MAX;

	for (int i = 0; i < n; i++)
		if (k[i]->start > day && k[i]->start < next)
			next = k[i]->start;
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
		k[i] = step_key(s, i, NULL);
		day = k[i]->first < day ? k[i]->first : day;
	}
	qsort(k, (size_t)n, sizeof *k, by_code);
	check_some_weight(st, k, n);
	st->row = row_new(s);
	if (n)
		print_day(s, k, n, day, true);
	while ((day = next_start(k, n, day)) < INT_MAX)
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
