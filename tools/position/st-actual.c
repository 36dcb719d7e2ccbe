/*
 * st-actual - append the positions of an account whose capital has changed with what it earned
 *
 *   $ printf 'time,value\n2021-01-04,1\n2021-01-05,0.5\n' >m
 *   $ printf 'time,instrument,position,lower,upper\n2021-01-04,GOLD,6,5.4,6.6\n2021-01-05,GOLD,6,5.4,6.6\n' | st-actual --capital-multiplier=m
 *   time,instrument,position,lower,upper,actual,actual_lower,actual_upper,actual_traded
 *   2021-01-04,GOLD,6,5.4,6.6,6.0,5.4,6.6,6
 *   2021-01-05,GOLD,6,5.4,6.6,3.0,2.7,3.3,3
 *
 * The optimal position and the band round it, times the capital multiplier of the day; and what an
 * account holds that trades only outside that band.
 */
#include "base/die.h"
#include "position/buffer_columns.h"
#include "stream/dated_values.h"

struct state {
	const char *path;
	struct buffer_columns band;
	struct dated_values multipliers;
	const struct dated_value_series *multiplier;
	int actual, actual_lower, actual_upper;       /* columns */
};

struct key {
	struct buffer buffer;
	int at;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its buffer_trade_to_edge", O_STR, AT(band.config) },
	{ 0, "capital-multiplier", "FILE", "what st-compound printed (required)", O_STR, AT(path) },
	{ 0, "to-edge", NULL, "trade to the band's edge, not to the optimal position", O_FLAG, AT(band.to_edge) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(band.fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_actual(struct step *s)
{
	struct state *st = s->state;

	if (!st->path)
		die("option --capital-multiplier is required; see st-actual --help");
	buffer_columns_open(&st->band);
	st->multipliers = dated_values_read(st->path);
	st->multiplier = dated_values_of(&st->multipliers, NULL, NULL);
	if (!st->multiplier)
		die("%s: no multipliers of a portfolio", st->path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	buffer_columns_need(&st->band, s);
	st->actual = column_add(s, "actual");
	st->actual_lower = column_add(s, "actual_lower");
	st->actual_upper = column_add(s, "actual_upper");
	buffer_columns_add(&st->band, s, "actual_traded");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	const struct state *st = s->state;

	(void)instrument;
	*(struct key *)state = (struct key){ .buffer = buffer_columns_buffer(&st->band) };
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	double multiplier = dated_value_at(st->multiplier, dated_value_day(row_day(s, r)), &k->at);
	double actual = row_num(s, r, st->band.position) * multiplier;
	double lower = row_num(s, r, st->band.lower) * multiplier, upper = row_num(s, r, st->band.upper) * multiplier;

	row_set(s, r, st->actual, actual);
	row_set(s, r, st->actual_lower, lower);
	row_set(s, r, st->actual_upper, upper);
	buffer_columns_hold(&st->band, &k->buffer, s, r, actual, lower, upper);
	row_emit(s, r);
}

static const struct filter st_actual = {
	.name = "st-actual",
	.summary = "append the positions of an account whose capital has changed with what it earned",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_actual,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_actual)
