/*
 * st-vol - append the daily volatility of returns, in price points
 *
 *   $ printf 'time,instrument,adjusted\n2021-01-04,GOLD,1\n2021-01-05,GOLD,3\n2021-01-06,GOLD,2\n' | st-vol --function=ew --min-periods=2
 *   time,instrument,adjusted,vol
 *   2021-01-04,GOLD,1,
 *   2021-01-05,GOLD,3,
 *   2021-01-06,GOLD,2,2.1213203435596424
 */
#include <math.h>

#include "base/die.h"
#include "base/warn.h"
#include "risk/vol.h"
#include "stream/filter.h"
#include "stream/held_rows.h"
#include "time/date.h"

struct state {
	const char *config, *function, *column;
	double days;
	int min_periods;
	struct vol_params p;
	bool floor_counts;      /* as an estimate: compat asks for it */
	int adjusted, beyond, vol;
	/* with backfill: the rows of this instrument up to its first vol */
	struct key *current;
	struct held_rows held;
};

struct key {
	struct vol vol;
	double last;
	bool some;      /* with backfill: there is a first vol */
	bool estimated;
	struct still {
		long days;
		int from, to;
	} before, after;         /* days without an estimate: before the first, and behind it */
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its volatility_calculation", O_STR, AT(config) },
	{ 'f', "function", "NAME", "mixed (default), robust, ew or simple", O_STR, AT(function) },
	{ 0, "days", "N", "span of the fast vol, or days of simple", O_NUM, AT(days) },
	{ 0, "min-periods", "N", "returns before the first vol (default 10)", O_INT, AT(min_periods) },
	{ 'c', "column", "NAME", "name of the new column (default vol)", O_STR, AT(column) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct state defaults = { .column = "vol", .days = NAN };

static void
open_vol(struct step *s)
{
	struct state *st = s->state;

	if (st->config && !st->function) {
		struct config c = config_shared(st->config);
		st->p = vol_config(&c);
		st->floor_counts = config_compat_asked(&c);
	} else {
		if (!vol_defaults(&st->p, st->function ? st->function : "mixed"))
			die("no such vol function: \"%s\"%s; see st-vol --help", st->function, vol_nearest(st->function));
		if (st->p.kind == VOL_MIXED)
			st->p.slow_years = 10; /* as pysystemtrade's config has it, not its function */
	}
	if (!isnan(st->days))
		st->p.days = st->days;
	if (st->min_periods < 0)
		die("--min-periods is below zero");
	if (opt_given(&st->min_periods))
		st->p.min_periods = st->min_periods;
	if (!(st->p.days >= 1 && st->p.days <= 1e6))
		die("--days is out of range");
	s->together = st->p.backfill;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->adjusted = column_need(s, "adjusted");
	st->beyond = column_find(s, "beyond");
	st->vol = column_add(s, st->column);
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	(void)instrument;
	k->vol = vol_new(&st->p);
	k->last = NAN;
}

/* Pass the rows held on, each day that has one with this vol. */
static void
let_go(struct step *s, double vol)
{
	struct state *st = s->state;

	for (size_t i = 0; i < st->held.n; i++) {
		struct row *r = held_rows_row(&st->held, s, i);
		row_set(s, r, st->vol, row_flag(s, r, st->beyond) ? NAN : vol);
		row_emit(s, r);
	}
	held_rows_clear(&st->held);
}

/* A row with its vol, held until there is one. */
static void
backfill(struct step *s, struct row *r, struct key *k)
{
	struct state *st = s->state;
	double vol = r->c[st->vol].x;

	if (k != st->current)
		let_go(s, NAN);
	st->current = k;
	if (!k->some && !isnan(vol))
		let_go(s, vol);
	k->some |= !isnan(vol);
	if (k->some)
		row_emit(s, r);
	else
		held_rows_add(&st->held, s, r);
}

static void
count_still(struct still *t, int day)
{
	if (t->days++ == 0)
		t->from = day;
	t->to = day;
}

/* A day's vol; none while it is only the floor, which says nothing of how much the price will move. */
static double
vol_of(const struct state *st, struct key *k, double daily_return, int day)
{
	double vol = vol_next(&k->vol, daily_return);

	if (!k->vol.no_estimate || st->floor_counts) {
		k->estimated |= !isnan(vol);
		return vol;
	}
	count_still(k->estimated ? &k->after : &k->before, day);
	return NAN;
}

/* A missing price leaves two returns missing, the day's and the next one's. */
static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	double price = row_num(s, r, st->adjusted);

	if (row_flag(s, r, st->beyond)) {
		row_set(s, r, st->vol, NAN);
	} else {
		row_set(s, r, st->vol, vol_of(st, k, price - k->last, row_day(s, r)));
		k->last = price;
	}
	if (st->p.backfill)
		backfill(s, r, k);
	else
		row_emit(s, r);
}

static void
tell(const struct state *st, const char *instrument, const struct still *t, const char *what)
{
	char to[DATE_MAX];
	bool floored = st->p.kind == VOL_MIXED || st->p.kind == VOL_ROBUST;

	if (t->days)
		warn("%s: vol is %s on %ld days: no estimate, %s (%s to %.*s: the price does not move)", instrument,
		    floored ? "vol_abs_min" : "0", t->days, what, date_text(t->from), (int)date_print(to, t->to), to);
}

static void
end(struct step *s)
{
	const struct state *st = s->state;
	const char *instrument;

	let_go(s, NAN);
	for (int i = 0; i < step_keys(s); i++) {
		const struct key *k = step_state(s, i, &instrument);
		tell(st, instrument, &k->before, st->p.backfill && k->estimated ? "the first one is taken" : "nothing is held");
		tell(st, instrument, &k->after, "the last one is taken");
	}
}

static const struct filter st_vol = {
	.name = "st-vol",
	.summary = "append the daily volatility of returns, in price points",
	.opts = opts,
	.defaults = &defaults,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_vol,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_vol)
