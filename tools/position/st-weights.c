/*
 * st-weights - the instrument weights of a config, shared by the instruments there are
 *
 *   $ echo '{"instrument_weights":{"DAX":0.5,"GOLD":0.5}}' >c
 *   $ printf 'time,instrument,subsystem\n2021-01-04,DAX,1\n2021-01-05,DAX,1\n2021-01-04,GOLD,\n2021-01-05,GOLD,2\n' | st-weights --config=c
 *   time,instrument,weight,sum
 *   2021-01-04,DAX,0.5,0.5
 *   2021-01-04,GOLD,0.0,0.5
 *   2021-01-05,GOLD,0.5,1.0
 *
 * A row for each on the first day of all, then whenever an instrument's own weight changes: when it gets its
 * first position, or is fitted anew. Each newcomer makes the shares of all smaller, so shares are not printed
 * (rows would be as many as instruments times days on which one comes) but what they are made of: a weight, and
 * the sum that weights are divided by from then on. Not smoothed; st-portfolio does both.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/config.h"
#include "position/instrument_weights.h"
#include "position/shared_weights.h"
#include "stream/dated_values.h"
#include "stream/filter.h"
#include "stream/value_row.h"
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
	int first;
	struct shared_weight weight;
	double said;            /* its weight in the last row */
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
	st->cfg = config_shared(st->config);
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
	value_row_head(s, (const char *[]){ "time", "instrument", "weight", "sum", NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	*k = (struct key){ .first = INT_MAX, .weight = { .start = INT_MAX } };
	if (!st->raw_path)
		k->weight.weight = shared_weight_fixed(&st->cfg, instrument);
	if (instrument_weight_is_zero(&st->cfg, instrument)) {
		k->weight.weight = 0;
		return;
	}
	k->weight.series = st->raw_path ? dated_values_of(&st->raw, instrument, NULL) : NULL;
	if (st->raw_path && !k->weight.series)
		die("%s: no weights of '%s'", st->raw_path, instrument);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);

	if (k->weight.start < INT_MAX)
		return;
	int day = row_day(s, r);
	if (k->first == INT_MAX)
		k->first = day;
	for (int i = 0; i < st->columns.n; i++)
		if (!isnan(row_num(s, r, st->column[i])))
			k->seen |= 1u << i;
	if (k->seen == (st->columns.n == 32 ? ~0u : (1u << st->columns.n) - 1))
		k->weight.start = day;
}

/* ---- the end: all instruments are known ---- */

static void
print_row(struct step *s, int day, const char *code, double weight, double sum)
{
	struct state *st = s->state;
	struct row *to = value_row_of(s, &st->row);
	char date[DATE_MAX];

	to->c[0].s = (struct slice){ date, date_print(date, day) };
	to->c[1].s = slice_of(code);
	row_set(s, to, 2, weight);
	row_set(s, to, 3, sum);
	row_emit(s, to);
}

/* The weights from a day on, all of them or those that have changed. */
static void
print_day(struct step *s, struct shared_weight *v, int n, int day, bool all)
{
	double sum = shared_weights_sum(v, n, day);
	const char *code;

	for (int i = 0; i < n; i++) {
		struct key *k = step_state(s, i, &code);
		double own = shared_weight_own(&v[i], day);
		if (all || !(own == k->said || (isnan(own) && isnan(k->said))))
			print_row(s, day, code, k->said = own, sum);
	}
}

static void
check_some_weight(const struct state *st, const struct shared_weight *v, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += v[i].weight;
	if (n && sum == 0)
		die("%s: instrument_weights: none is above zero", st->config);
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s), day = INT_MAX;
	struct shared_weight *v = mem_alloc((size_t)n, sizeof *v);

	step_sort(s);
	for (int i = 0; i < n; i++) {
		const struct key *k = step_state(s, i, NULL);
		v[i] = k->weight;
		day = k->first < day ? k->first : day;
	}
	if (!st->raw_path)
		check_some_weight(st, v, n);
	if (n)
		print_day(s, v, n, day, true);
	while ((day = shared_weights_change(v, n, day)) < INT_MAX)
		print_day(s, v, n, day, false);
	free(v);
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
