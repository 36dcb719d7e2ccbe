/*
 * st-points - append to a table of points of a sweep the statistics of what the system earned at each
 *
 *   $ mkdir -p points/1
 *   $ printf 'time,net_percent\n2021-01-04,1\n2021-01-05,-2\n2021-01-06,2\n' >points/1/returns.csv
 *   $ printf 'account,frequency,curve,units,stat,value\nportfolio,daily,net,percent,sharpe,0.5\n' >points/1/stats.csv
 *   $ printf 'point,percentage_vol_target\n1,20\n2,40\n' | st-points --points=points | cut -d, -f1-9
 *   point,percentage_vol_target,days,ann_mean,ann_std,sharpe,sortino,skew,kurtosis
 *   1,20,3,,,0.5,,,1.5000000000000004
 *   2,40,,,,,,,
 *
 * The very figures of st-stats; and of the net returns how many there are, and their kurtosis.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "account/sweep_point.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"

struct options {
	const char *points;
	bool held;
};

static const struct opt opts[] = {
	{ 0, "points", "DIR", "the sweep's folder of points, with POINT/returns.csv and POINT/stats.csv (required)", O_STR,
	    offsetof(struct options, points) },
	{ 0, "held", NULL, "append from when something could be held, and what is told from then on, instead", O_FLAG,
	    offsetof(struct options, held) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-points", "[FILE]",
	"append to a table of points of a sweep the statistics of what the system earned at each", opts };

/* What is appended: days and kurtosis, and what a curve's stat is in stats.csv. */
static const struct figure {
	const char *name, *curve, *stat;
} figures[] = {
	{ "days", NULL, NULL },
	{ "ann_mean", "net", "ann_mean" },
	{ "ann_std", "net", "ann_std" },
	{ "sharpe", "net", "sharpe" },
	{ "sortino", "net", "sortino" },
	{ "skew", "net", "skew" },
	{ "kurtosis", NULL, NULL },
	{ "worst_drawdown", "net", "worst_drawdown" },
	{ "time_in_drawdown", "net", "time_in_drawdown" },
	{ "t_stat", "net", "t_stat" },
	{ "gross_sharpe", "gross", "sharpe" },
	{ "ann_costs", "costs", "ann_mean" },
};

enum { DAYS = 0, KURTOSIS = 6, FIGURES = sizeof figures / sizeof *figures };

/* With --held what its held.csv has, by the column there. */
static const struct held_figure {
	const char *name, *column;
} held[] = {
	{ "held_from", "held_from" },
	{ "held_ann_mean", "ann_mean" },
	{ "held_ann_std", "ann_std" },
	{ "held_sharpe", "sharpe" },
	{ "missing", "missing" },
};

enum { HELD = sizeof held / sizeof *held };

/* How many returns there are, and their fourth moment about the mean in units of the variance: 3 for a normal distribution. */
static int
count(const double *x, size_t n, double *kurtosis)
{
	double sum = 0, m2 = 0, m4 = 0;
	int some = 0;

	for (size_t i = 0; i < n; i++)
		if (!isnan(x[i])) {
			sum += x[i];
			some++;
		}
	for (size_t i = 0; i < n; i++)
		if (!isnan(x[i])) {
			double square = (x[i] - sum / some) * (x[i] - sum / some);
			m2 += square;
			m4 += square * square;
		}
	*kurtosis = m2 > 0 ? m4 / some / (m2 / some * (m2 / some)) : NAN;
	return some;
}

/* The portfolio's daily statistics in percent, as their text stands; nothing where there is none. */
static void
read_stats(const struct sweep_point *p, char *text[FIGURES])
{
	static const char *const name[] = { "account", "frequency", "units", "curve", "stat", "value" };
	struct rec r = sweep_point_stats(p);
	int at[6];

	rec_header(&r);
	for (int i = 0; i < 6; i++)
		at[i] = rec_need(&r, name[i]);
	while (rec_next(&r)) {
		if (!slice_is(r.f[at[0]], "portfolio") || !slice_is(r.f[at[1]], "daily") || !slice_is(r.f[at[2]], "percent"))
			continue;
		for (int i = 0; i < FIGURES; i++)
			if (figures[i].curve && slice_is(r.f[at[3]], figures[i].curve) && slice_is(r.f[at[4]], figures[i].stat)) {
				rec_num(&r, at[5], "value");
				free(text[i]);
				text[i] = mem_dup(r.f[at[5]].p, r.f[at[5]].n);
			}
	}
	rec_close(&r);
}

/* The portfolio's, as their text stands; nothing without such a file. */
static void
print_held(struct out *o, const struct sweep_point *p)
{
	struct rec r;
	int account, at[HELD];
	bool found = false;

	if (sweep_point_held(p, &r)) {
		rec_header(&r);
		account = rec_need(&r, "account");
		for (int i = 0; i < HELD; i++)
			at[i] = rec_need(&r, held[i].column);
		while (!found && rec_next(&r))
			found = slice_is(rec_text(&r, account), "portfolio");
	}
	for (int i = 0; i < HELD; i++) {
		out_char(o, ',');
		if (found)
			out_field(o, rec_text(&r, at[i]));
	}
}

static void
print_figures(struct out *o, const struct sweep_point *p)
{
	char *text[FIGURES] = { NULL };
	struct stamped_file returns = sweep_point_returns(p);
	double *net = sweep_point_column(&returns, "net_percent"), kurtosis;
	int days = count(net, returns.n, &kurtosis);

	read_stats(p, text);
	for (int i = 0; i < FIGURES; i++) {
		out_char(o, ',');
		if (i == DAYS)
			out_int(o, days);
		else if (i == KURTOSIS)
			out_num(o, kurtosis);
		else if (text[i])
			out_str(o, text[i]);
		free(text[i]);
	}
	free(net);
	stamped_file_free(&returns);
}

static void
print_name(struct out *o, const struct rec *r, const char *name)
{
	if (rec_find(r, name) >= 0)
		die("%s:1: there is already a column '%s'", r->name, name);
	out_char(o, ',');
	out_str(o, name);
}

static void
print_header(struct out *o, const struct rec *r, bool from_held)
{
	out_bytes(o, r->row.p, r->row.n);
	for (int i = 0; i < FIGURES && !from_held; i++)
		print_name(o, r, figures[i].name);
	for (int i = 0; i < HELD && from_held; i++)
		print_name(o, r, held[i].name);
	out_char(o, '\n');
}

int
main(int argc, char **argv)
{
	struct options opt = { NULL, false };
	struct rec r;
	static struct out o;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (argc - first > 1)
		opt_bad(&usage, "one file only", argv[first + 1]);
	if (!opt.points)
		die("--points is required; see st-points --help");
	rec_file(&r, first < argc ? argv[first] : "-");
	out_open(&o, 1, "stdout");
	rec_header(&r);
	int column = rec_need(&r, "point");
	print_header(&o, &r, opt.held);
	while (rec_next(&r)) {
		struct sweep_point p = sweep_point_of(&r, column, opt.points);
		out_bytes(&o, r.row.p, r.row.n);
		if (p.dir)
			(opt.held ? print_held : print_figures)(&o, &p);
		else
			for (int i = 0; i < (int)(opt.held ? HELD : FIGURES); i++)
				out_char(&o, ',');
		out_char(&o, '\n');
	}
	out_flush(&o);
	return 0;
}
