#include "backtest/contents.h"

#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "stream/rec.h"
#include "time/frequency.h"

/* The index of a word among n names, or -1. */
static int
named(struct slice s, const char *const *name, int n)
{
	for (int i = 0; i < n; i++)
		if (slice_is(s, name[i]))
			return i;
	return -1;
}

/* What a statistic of stats.csv is of. */
struct stat_place {
	int frequency, curve, stat;
};

/* Of an instrument one is wanted: its Sharpe ratio is to be the one that st-stats gives, which begins with its first price. */
static void
take_sharpe(struct backtest_contents *v, struct slice account, struct stat_place p, double x)
{
	struct contributions *all = &v->by_instrument.each;

	if (p.frequency != DAILY || p.curve != CURVE_NET || p.stat != STAT_SHARPE)
		return;
	for (int i = 0; i < all->n; i++)
		if (slice_is(account, all->v[i].name))
			all->v[i].sharpe = x;
}

/* Statistics in percent; the portfolio's are NaN where the file has none. */
static void
read_stats(struct backtest_contents *v)
{
	struct rec r;

	for (double *x = &v->stat[0][0][0], *end = x + sizeof v->stat / sizeof *x; x < end; x++)
		*x = NAN;
	rec_file(&r, backtest_file(&v->b, "stats.csv"));
	rec_header(&r);
	int account = rec_need(&r, "account"), frequency = rec_need(&r, "frequency"), curve = rec_need(&r, "curve"),
	    units = rec_need(&r, "units"), stat = rec_need(&r, "stat"), value = rec_need(&r, "value");
	while (rec_next(&r)) {
		if (!slice_is(rec_text(&r, units), curve_units_name[CURVE_PERCENT]))
			continue;
		struct stat_place p = { named(rec_text(&r, frequency), frequency_name, FREQUENCIES),
			named(rec_text(&r, curve), curve_kind_name, CURVE_KINDS), named(rec_text(&r, stat), return_stats_name, STATS) };
		if (p.frequency < 0 || p.curve < 0 || p.stat < 0)
			continue;
		double x = rec_num(&r, value, "value");
		if (slice_is(rec_text(&r, account), "portfolio"))
			v->stat[p.frequency][p.curve][p.stat] = x;
		else
			take_sharpe(v, rec_text(&r, account), p, x);
	}
	rec_close(&r);
}

static void
check_choice(const struct backtest_contents *v, const char *code)
{
	const struct names *codes = &v->b.instruments.codes;

	if (names_get(codes, slice_of(code)) < 0)
		die("%s: no instrument '%.80s' was traded%s", v->b.path, code, nearest_of(slice_of(code), codes->name, codes->n));
}

struct backtest_contents
backtest_contents_read(const char *folder, const char *const *choice, int choices)
{
	struct backtest_contents v = { .b = backtest_open(folder) };
	const char *own[CONTRIBUTIONS_CHOICE];

	for (int i = 0; i < choices; i++)
		check_choice(&v, choice[i]);
	v.held = first_held_read(&v.b);
	v.track = daily_returns_read(backtest_file(&v.b, "account.csv"), v.b.whole);
	if (v.b.whole)
		daily_returns_from(&v.track, v.held.day);
	if (v.track.n == 0)
		die("%s: the account has no returns", backtest_file(&v.b, "account.csv"));
	v.by_instrument = contribution_by_instrument(&v.b, &v.track);
	read_stats(&v);
	v.by_rule = contribution_by_rule(&v.b, &v.track);
	v.costs = costs_table_read(&v.b);
	v.idle = idle_instruments_read(&v.b);
	if (choices == 0) {
		choices = contribution_choice(&v.by_instrument.each, own);
		choice = own;
	}
	v.survey = row_counts_read(&v.b, &(struct row_counts_options){ .keep = choice, .keeps = choices });
	v.idm = multiplier_history_idm(&v.b, &v.track);
	v.fdm = mem_alloc((size_t)choices + 1, sizeof *v.fdm);
	for (int i = 0; i < choices; i++)
		v.fdm[i] = multiplier_history_fdm(&v.b, &v.track, choice[i]);
	return v;
}

double
contents_held_stats(const struct backtest_contents *v, enum curve_kind k, double out[STATS])
{
	const struct daily_returns *t = &v->track;
	double *scratch = mem_alloc((size_t)t->n + 1, sizeof *scratch);
	int first = 0;

	while (first < t->n && t->day[first] < v->held.day)
		first++;
	return_stats_of(t->x[k] + first, t->n - first, frequency_per_year(DAILY), scratch, out);
	free(scratch);
	return (t->n - first) / frequency_per_year(DAILY);
}
