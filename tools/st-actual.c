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
#include "buffer.h"
#include "cfg.h"
#include "changes.h"
#include "err.h"
#include "filter.h"

struct state {
	const char *config, *path;
	bool to_edge, fractions;
	struct changes multipliers;
	const struct change_series *multiplier;
	int position, lower, upper;                   /* columns read */
	int actual, actual_lower, actual_upper, traded; /* and added */
};

struct key {
	struct buffer buffer;
	int at;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its buffer_trade_to_edge", O_STR, AT(config) },
	{ 0, "capital-multiplier", "FILE", "what st-compound printed (required)", O_STR, AT(path) },
	{ 0, "to-edge", NULL, "trade to the band's edge, not to the optimal position", O_FLAG, AT(to_edge) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_actual(struct step *s)
{
	struct state *st = s->state;

	if (!st->path)
		die("option --capital-multiplier is required; see st-actual --help");
	if (st->config) {
		struct cfg c = cfg_load(st->config);
		st->to_edge |= cfg_bool_or(&c, "buffer_trade_to_edge", false);
	}
	st->multipliers = changes_read(st->path);
	st->multiplier = changes_of(&st->multipliers, NULL, NULL);
	if (!st->multiplier)
		die("%s: no multipliers of a portfolio", st->path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->position = col_need(s, "position");
	st->lower = col_need(s, "lower");
	st->upper = col_need(s, "upper");
	st->actual = col_add(s, "actual");
	st->actual_lower = col_add(s, "actual_lower");
	st->actual_upper = col_add(s, "actual_upper");
	st->traded = st->fractions ? col_add(s, "actual_traded") : col_add_int(s, "actual_traded");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	(void)instrument;
	*k = (struct key){ .buffer = buffer_new(st->to_edge, !st->fractions) };
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = row_key(s, r);
	double multiplier = change_at(st->multiplier, change_day(row_day(s, r)), &k->at);
	double actual = row_num(s, r, st->position) * multiplier;
	double lower = row_num(s, r, st->lower) * multiplier, upper = row_num(s, r, st->upper) * multiplier;
	double held = buffer_next(&k->buffer, actual, lower, upper);

	if (fabs(held) >= 1e15)
		die("%s: column 'position': too many contracts", row_place(r));
	row_set(s, r, st->actual, actual);
	row_set(s, r, st->actual_lower, lower);
	row_set(s, r, st->actual_upper, upper);
	row_set(s, r, st->traded, held);
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
