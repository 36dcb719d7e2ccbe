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
#include <string.h>

#include "account/walk_forward.h"
#include "base/die.h"
#include "base/nearest.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/output.h"
#include "base/warn.h"
#include "time/date.h"

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

/* What was earned on days from..to, a row's end. */
static void
put_run(struct out *o, const struct sweep_returns_point *p, int from, int to, enum return_stat by)
{
	static const enum return_stat more[] = { STAT_ANN_MEAN, STAT_ANN_STD, STAT_SKEW, STAT_WORST_DRAWDOWN, STAT_T_STAT };
	double stat[STATS];

	sweep_returns_stats(p, from, to, stat);
	put_num(o, stat[by]);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		put_num(o, stat[more[i]]);
	out_char(o, '\n');
}

static void
put_window(struct out *o, int number, const struct walk_forward_window *w, enum return_stat by)
{
	out_int(o, number);
	put_day(o, w->fit_from);
	put_day(o, w->run_from - 1);
	put_day(o, w->run_from);
	put_day(o, w->run_to - 1);
	out_char(o, ',');
	if (w->best)
		out_field(o, slice_of(w->best->name));
	else
		warn("no point can be chosen for the days from %s", date_text(w->run_from));
	put_num(o, w->highest);
	put_run(o, w->best ? w->best : &(struct sweep_returns_point){ .n = 0 }, w->run_from, w->run_to, by);
}

/* The account of the point chosen in a window. */
static void
put_account(struct out *o, const struct sweep_returns_point *p, int from, int to)
{
	int end = sweep_returns_row(p, to);

	for (int i = sweep_returns_row(p, from); i < end; i++) {
		char text[DATE_MAX];
		out_bytes(o, text, date_print(text, (int)p->day[i]));
		out_char(o, ',');
		out_field(o, slice_of(p->name));
		put_num(o, p->x[i]);
		out_char(o, '\n');
	}
}

/* Windows one behind the other, and at last all that was earned in them. */
static void
walk(struct out *o, struct out *file, struct walk_forward *w)
{
	struct sweep_returns_point account = { .n = 0 };
	const struct sweep_returns *all = w->all;
	struct walk_forward_window window;
	int begin = date_months_later(all->first, w->fit);

	while (walk_forward_next(w, &window)) {
		put_window(o, w->windows, &window, w->by);
		if (!window.best)
			continue;
		sweep_returns_append(&account, window.best, window.run_from, window.run_to);
		if (file)
			put_account(file, window.best, window.run_from, window.run_to);
	}
	if (w->windows == 0)
		die("all points have returns from %s, until %s only: too short to choose by", date_text(all->first),
		    date_text(all->last));
	out_str(o, "all,,");
	put_day(o, begin);
	put_day(o, all->last);
	out_str(o, ",,");
	put_run(o, &account, begin, all->last + 1, w->by);
}

static enum return_stat
stat_named(const char *name)
{
	struct nearest near = nearest_to(slice_of(name));

	for (int i = 0; i < STATS; i++) {
		if (strcmp(name, return_stats_name[i]) == 0)
			return i;
		nearest_try(&near, return_stats_name[i]);
	}
	die("no such statistic: \"%s\"%s; see st-stats(1)", name, nearest_said(&near));
}

static int
monthly_returns_of(const char *option, double years)
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
	static struct out o;
	struct out *file = NULL;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (argc - first > 1)
		opt_bad(&usage, "one file only", argv[first + 1]);
	if (!opt.points)
		die("--points is required; see st-walk-forward --help");
	struct walk_forward w = { .by = stat_named(opt.by), .fit = monthly_returns_of("fit", opt.fit),
	    .run = monthly_returns_of("run", opt.run) };
	struct sweep_returns all = sweep_returns_read(first < argc ? argv[first] : "-", opt.points);
	w.all = &all;
	if (opt.output) {
		file = output_open(opt.output);
		out_str(file, "time,point,net_percent\n");
	}
	out_open(&o, 1, "stdout");
	out_str(&o, "window,fit_from,fit_to,run_from,run_to,point,fit_");
	out_str(&o, opt.by);
	out_str(&o, ",run_");
	out_str(&o, opt.by);
	out_str(&o, ",ann_mean,ann_std,skew,worst_drawdown,t_stat\n");
	walk(&o, file, &w);
	out_flush(&o);
	output_close_all();
	return 0;
}
