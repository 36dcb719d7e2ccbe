/*
 * st-walk-forward - choose the best point of a sweep on some years, see what it earns in the next, and so on
 *
 *   $ mkdir -p points/slow points/fast
 *   $ printf 'time,net_percent\n2019-03-01,1\n2019-09-01,2\n2020-03-01,-1\n2020-09-01,3\n' >points/slow/returns.csv
 *   $ printf 'time,net_percent\n2019-03-01,1\n2019-09-01,1.5\n2020-03-01,4\n2020-09-01,2\n' >points/fast/returns.csv
 *   $ printf 'point\nslow\nfast\n' | st-walk-forward --points=points --fit=1 --run=1 --by=mean | cut -d, -f1-8
 *   window,fit_from,fit_to,run_from,run_to,point,fit_mean,run_mean
 *   1,2019-03-01,2020-02-29,2020-03-01,2020-09-01,slow,1.5,1.0
 *   all,,,2020-03-01,2020-09-01,,,1.0
 *
 * A system that looks back only need not be run anew for each window: its returns are cut.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "account/curve.h"
#include "account/sweep_point.h"
#include "base/bisect.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"
#include "maths/return_stats.h"
#include "time/date.h"
#include "time/stamp.h"

struct options {
	const char *points, *by, *output;
	double fit, run;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "points", "DIR", "the sweep's folder of points, with POINT/returns.csv (required)", O_STR, AT(points) },
	{ 0, "fit", "YEARS", "how long to look back to choose (required)", O_NUM, AT(fit) },
	{ 0, "run", "YEARS", "how long to stay with the choice (required)", O_NUM, AT(run) },
	{ 0, "by", "STAT", "the statistic of st-stats that is to be highest (default sharpe)", O_STR, AT(by) },
	{ 'o', "output", "FILE", "write the account of the chosen points, one behind the other: time,point,net_percent", O_STR,
	    AT(output) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-walk-forward", "[FILE]",
	"choose the best point of a sweep on some years, see what it earns in the next, and so on", opts };

/* A point's net returns; of the chosen ones too. */
struct curve {
	char *name;
	int64_t *day;
	double *x;
	int n;
};

struct earned {
	struct curve *v;
	int n;
	int first, last;    /* the first day on which all have had a return, the last on which one has */
};

/* Days from..to, to not included. */
struct window {
	int from, to;
};

/* ---- returns ---- */

static struct curve
curve_of(const struct sweep_point *p)
{
	struct stamped_file s = sweep_point_returns(p);
	const char *slash = strrchr(p->dir, '/');
	struct curve c = { mem_dup(slash + 1, strlen(slash + 1)), mem_alloc(s.n + 1, sizeof *c.day),
		sweep_point_column(&s, "net_percent"), (int)s.n };

	for (int i = 0; i < c.n; i++)
		c.day[i] = stamp_day(s.row[i].t);
	stamped_file_free(&s);
	return c;
}

/* A point's first return; past its end when it has none. Rows behind the last one go. */
static int
first_return(struct curve *c)
{
	int i = 0;

	while (c->n && isnan(c->x[c->n - 1]))
		c->n--;
	while (i < c->n && isnan(c->x[i]))
		i++;
	return i;
}

/* Those points of a table that earned something, or lost it. */
static struct earned
read_curves(const char *path, const char *points)
{
	struct earned all = { .n = 0 };
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	int column = rec_need(&r, "point");
	while (rec_next(&r)) {
		struct sweep_point p = sweep_point_of(&r, column, points);
		if (!p.dir)
			continue;
		struct curve c = curve_of(&p);
		int i = first_return(&c);
		if (i == c.n)
			continue;
		if (all.n == 0 || c.day[i] > all.first)
			all.first = (int)c.day[i];
		if (all.n == 0 || c.day[c.n - 1] > all.last)
			all.last = (int)c.day[c.n - 1];
		all.v = mem_grow(all.v, (size_t)all.n + 1, sizeof *all.v);
		all.v[all.n++] = c;
	}
	rec_close(&r);
	if (all.n == 0)
		die("%s: no point has returns", path);
	return all;
}

/* ---- windows ---- */

/* The first row on a day or later. */
static int
row_from(const struct curve *c, int day)
{
	return (int)bisect(c->day, (size_t)c->n, sizeof *c->day, day);
}

static void
stats_in(const struct curve *c, struct window w, double out[STATS])
{
	int from = row_from(c, w.from), n = row_from(c, w.to) - from;
	double *scratch = mem_alloc((size_t)n + 1, sizeof *scratch);

	return_stats_of(c->x + from, n, frequency_per_year(DAILY), scratch, out);
	free(scratch);
}

/* The point whose statistic is highest, the first of equals; -1 when none has one. */
static int
best_in(const struct earned *all, struct window w, enum return_stat by, double *highest)
{
	int best = -1;

	*highest = NAN;
	for (int i = 0; i < all->n; i++) {
		double stat[STATS];
		stats_in(&all->v[i], w, stat);
		if (!isnan(stat[by]) && !(stat[by] <= *highest)) {
			*highest = stat[by];
			best = i;
		}
	}
	return best;
}

static int
months_later(int day, int months)
{
	int year, month, mday;

	date_civil(day, &year, &month, &mday);
	months += month - 1;
	return date_of(year + months / 12, months % 12 + 1, mday);
}

/* ---- output ---- */

static void
put_day(struct out *o, int day)
{
	char text[DATE_MAX];

	out_char(o, ',');
	out_bytes(o, text, date_print(text, day));
}

static void
put_num(struct out *o, double x)
{
	out_char(o, ',');
	out_num(o, x);
}

/* What was earned, a row's end. */
static void
put_run(struct out *o, const struct curve *c, struct window run, enum return_stat by)
{
	static const enum return_stat more[] = { STAT_ANN_MEAN, STAT_ANN_STD, STAT_SKEW, STAT_WORST_DRAWDOWN, STAT_T_STAT };
	double stat[STATS];

	stats_in(c, run, stat);
	put_num(o, stat[by]);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		put_num(o, stat[more[i]]);
	out_char(o, '\n');
}

/* Put the rows of a window behind those chosen before. */
static void
append(struct curve *account, const struct curve *c, struct window run, struct out *o)
{
	int from = row_from(c, run.from), to = row_from(c, run.to);

	account->day = mem_grow(account->day, (size_t)(account->n + to - from + 1), sizeof *account->day);
	account->x = mem_grow(account->x, (size_t)(account->n + to - from + 1), sizeof *account->x);
	for (int i = from; i < to; i++) {
		account->day[account->n] = c->day[i];
		account->x[account->n++] = c->x[i];
		if (o) {
			char text[DATE_MAX];
			out_bytes(o, text, date_print(text, (int)c->day[i]));
			out_char(o, ',');
			out_field(o, slice_of(c->name));
			put_num(o, c->x[i]);
			out_char(o, '\n');
		}
	}
}

static void
put_window(struct out *o, int number, struct window fit, struct window run)
{
	out_int(o, number);
	put_day(o, fit.from);
	put_day(o, fit.to - 1);
	put_day(o, run.from);
	put_day(o, run.to - 1);
	out_char(o, ',');
}

/* Windows one behind the other, and at last all that was earned in them. */
static void
walk(struct out *o, struct out *file, const struct earned *all, int fit_months, int run_months, enum return_stat by)
{
	struct curve account = { .n = 0 };
	int begin = months_later(all->first, fit_months), number = 0;

	for (int at = 0;; at += run_months) {
		struct window fit = { months_later(all->first, at), months_later(all->first, at + fit_months) };
		struct window run = { fit.to, months_later(all->first, at + fit_months + run_months) };
		double highest;
		if (run.from > all->last)
			break;
		run.to = run.to > all->last + 1 ? all->last + 1 : run.to;
		int best = best_in(all, fit, by, &highest);
		put_window(o, ++number, fit, run);
		if (best < 0)
			warn("no point can be chosen for the days from %s", date_text(run.from));
		else
			out_field(o, slice_of(all->v[best].name));
		put_num(o, highest);
		put_run(o, best < 0 ? &(struct curve){ .n = 0 } : &all->v[best], run, by);
		if (best >= 0)
			append(&account, &all->v[best], run, file);
	}
	if (number == 0)
		die("all points have returns from %s, until %s only: too short to choose by", date_text(all->first),
		    date_text(all->last));
	out_str(o, "all,,");
	put_day(o, begin);
	put_day(o, all->last);
	out_str(o, ",,");
	put_run(o, &account, (struct window){ begin, all->last + 1 }, by);
}

static enum return_stat
stat_named(const char *name)
{
	for (int i = 0; i < STATS; i++)
		if (strcmp(name, return_stats_name[i]) == 0)
			return i;
	die("no such statistic: \"%s\"; see st-stats(1)", name);
}

static int
months_of(const char *option, double years)
{
	if (isnan(years))
		die("--fit and --run are required; see st-walk-forward --help");
	if (!(years > 0 && years <= 200 && years * 12 == floor(years * 12)))
		die("--%s must be a number of years above 0, in whole months", option);
	return (int)(years * 12);
}

int
main(int argc, char **argv)
{
	struct options opt = { .by = "sharpe", .fit = NAN, .run = NAN };
	struct out o, file;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (argc - first > 1)
		opt_bad(&usage, "one file only", argv[first + 1]);
	if (!opt.points)
		die("--points is required; see st-walk-forward --help");
	enum return_stat by = stat_named(opt.by);
	int fit = months_of("fit", opt.fit), run = months_of("run", opt.run);
	struct earned all = read_curves(first < argc ? argv[first] : "-", opt.points);
	out_open(&o, 1, "stdout");
	out_str(&o, "window,fit_from,fit_to,run_from,run_to,point,fit_");
	out_str(&o, opt.by);
	out_str(&o, ",run_");
	out_str(&o, opt.by);
	out_str(&o, ",ann_mean,ann_std,skew,worst_drawdown,t_stat\n");
	if (opt.output) {
		out_file(&file, opt.output);
		out_str(&file, "time,point,net_percent\n");
	}
	walk(&o, opt.output ? &file : NULL, &all, fit, run, by);
	if (opt.output)
		out_close(&file);
	out_flush(&o);
	return 0;
}
