/*
 * st-raw - append the series that a config's rules look at beyond price, vol and carry
 *
 *   $ echo '{"trading_rules":{"r":{"function":"ewmac_calc_vol","data":"rawdata.get_cumulative_daily_vol_normalised_returns"}}}' >c
 *   $ printf 'time,instrument,adjusted,vol\n2021-01-04,GOLD,10,2\n2021-01-05,GOLD,13,4\n2021-01-06,GOLD,11,4\n' | st-raw --config=c
 *   time,instrument,adjusted,vol,normalised
 *   2021-01-04,GOLD,10,2,
 *   2021-01-05,GOLD,13,4,1.5
 *   2021-01-06,GOLD,11,4,1.0
 *
 * What an instrument's asset class does comes from the table of st-class.
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/instruments.h"
#include "forecast/attenuation.h"
#include "forecast/class_table.h"
#include "forecast/rule_data.h"
#include "forecast/rule_data_inputs.h"
#include "maths/ewma.h"
#include "stream/filter.h"

/* A series wanted, and where it stands. */
struct wanted {
	struct rule_data s;
	int out;              /* column */
	int factor;           /* the column of the factor that it begins with */
	int class_column;     /* in the table */
};

struct state {
	const char *config, *classes_path, *instruments_path;
	struct wanted *v;
	int n;
	struct rule_data_inputs in;
	bool classes;         /* are any looked at? */
	struct class_table table;
	struct instruments instruments;
};

struct key {
	struct price_moves moves;
	struct attenuation attenuation;
	struct class_table_at class;
	double normalised;    /* the sum so far */
	struct one {          /* of each series wanted */
		struct moments moments;
		struct ewma mean;
		double last;  /* of the class, that wasn't missing */
	} *v;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its trading_rules (required)", O_STR, AT(config) },
	{ 0, "classes", "FILE", "table of st-class, when a rule looks at asset classes", O_STR, AT(classes_path) },
	{ 0, "instruments", "FILE", "table of instruments, then too", O_STR, AT(instruments_path) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static bool
is_factor(const struct rule_data *s)
{
	return s->kind >= SERIES_SKEW;
}

static void
open_raw(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-raw --help");
	struct config c = config_shared(st->config);
	struct rule_data *series = rule_data_wanted(&c, &st->n);
	st->v = mem_alloc((size_t)st->n, sizeof *st->v);
	for (int i = 0; i < st->n; i++) {
		st->v[i].s = series[i];
		st->in.moves |= series[i].kind == SERIES_ATTENUATION || series[i].kind == SERIES_NORMALISED || is_factor(&series[i]);
		st->in.prices |= series[i].kind == SERIES_ATTENUATION || is_factor(&series[i]);
		st->in.carry |= series[i].kind == SERIES_SMOOTHED_CARRY;
		st->classes |= series[i].class_column != NULL;
	}
	s->plain = st->n == 0;
	if (!st->classes)
		return;
	if (!st->classes_path || !st->instruments_path)
		die("%s: a rule looks at asset classes: options --classes and --instruments are required then", st->config);
	st->table = class_table_read(st->classes_path);
	st->instruments = instruments_shared(st->instruments_path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	rule_data_inputs_head(&st->in, s);
	for (int i = 0; i < st->n; i++) {
		struct wanted *w = &st->v[i];
		w->out = w->s.kind == SERIES_ALONE ? column_add_int(s, w->s.column) : column_add(s, w->s.column);
		if (w->s.class_column)
			w->class_column = class_table_column(&st->table, w->s.class_column);
		for (int j = 0; w->s.mean && j < i; j++)
			if (st->v[j].s.kind == w->s.kind && st->v[j].s.days == w->s.days && !st->v[j].s.mean)
				w->factor = st->v[j].out;
	}
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;
	struct key *k = state;

	k->moves = price_moves_new();
	k->attenuation = attenuation_new();
	k->v = mem_alloc((size_t)st->n, sizeof *k->v);
	if (st->classes)
		k->class = class_table_of(&st->table, instruments_get(&st->instruments, instrument)->asset_class);
	for (int i = 0; i < st->n; i++) {
		const struct rule_data *x = &st->v[i].s;
		k->v[i].last = NAN;
		k->v[i].mean = ewma_com(x->mean ? SERIES_SLOW : x->days, 0);
		if (is_factor(x) && !x->mean)
			k->v[i].moments = moments_new(x->days);
	}
}

/* The day's number of the class, else the last there was. */
static double
of_class(const struct wanted *w, struct one *one, const double *day)
{
	if (day && !isnan(day[w->class_column]))
		one->last = day[w->class_column];
	return one->last;
}

static double
value(struct step *s, struct row *r, struct key *k, int i, const double *class_now)
{
	struct state *st = s->state;
	const struct wanted *w = &st->v[i];
	struct one *one = &k->v[i];
	bool beyond = row_flag(s, r, st->in.beyond);

	switch (w->s.kind) {
	case SERIES_NORMALISED:
		return isnan(k->moves.normalised) ? NAN : (k->normalised += k->moves.normalised);
	case SERIES_ATTENUATION:
		return beyond ? NAN : attenuation_next(&k->attenuation, row_num(s, r, st->in.price), row_num(s, r, st->in.vol));
	case SERIES_SMOOTHED_CARRY:
		return ewma_next(&one->mean, row_num(s, r, st->in.raw_carry));
	case SERIES_CLASS_NORMALISED:
		return beyond ? NAN : of_class(w, one, class_now);
	case SERIES_ALONE:
		return of_class(w, one, class_now) == 1 ? 1 : NAN;
	case SERIES_CLASS_CARRY:
		return of_class(w, one, class_now);
	default:
		break;
	}
	if (!w->s.mean)
		return rule_data_factor_next(w->s.kind, &one->moments, row_day(s, r), k->moves.fraction);
	double factor = r->c[w->factor].x;
	return factor - (w->s.mean == MEAN_OWN ? ewma_next(&one->mean, factor) : of_class(w, one, class_now));
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (st->n) {
		struct key *k = step_key(s, r);
		rule_data_inputs_next(&st->in, &k->moves, s, r);
		const double *class_now = st->classes ? class_table_day(&k->class, row_day(s, r)) : NULL;
		for (int i = 0; i < st->n; i++)
			row_set(s, r, st->v[i].out, value(s, r, k, i, class_now));
	}
	row_emit(s, r);
}

static const struct filter st_raw = {
	.name = "st-raw",
	.summary = "append the series that a config's rules look at beyond price, vol and carry",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_raw,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_raw)
