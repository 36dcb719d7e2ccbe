/*
 * st-plot - draw an account: the equity curve, and its drawdown beneath
 *
 *   $ printf 'time,gross_percent,net_percent\n2020-01-01,1,0.9\n2020-01-02,-2,-2.1\n2020-01-03,3,2.9\n' | st-plot -o account.svg
 *
 * Reads what `st-account --portfolio` writes. Curves add percentages of a constant
 * capital, they don't compound. gnuplot draws; it gets numbers only, and writes to
 * descriptors, so that no name or text of the data's is in what it executes.
 */
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cfg.h"
#include "date.h"
#include "equity.h"
#include "err.h"
#include "gnuplot.h"
#include "opt.h"
#include "out.h"

enum { POINTS = 800 }; /* more can't be seen */

struct options {
	struct opt_list output;
	const char *config;
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "the picture, .svg or .png; may be repeated", O_LIST, offsetof(struct options, output) },
	{ 'c', "config", "FILE", "name the capital (notional_trading_capital, base_currency) of FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-plot", "[FILE]", "draw an account: the equity curve, and its drawdown beneath", opts };

struct picture {
	const char *path;
	int output; /* gnuplot's */
	bool svg;
};

/* ---- gnuplot's script ---- */

static void
put_day(struct out *o, int day)
{
	char text[DATE_MAX];

	out_bytes(o, text, date_print(text, day));
}

static void
put_data(struct out *o, const struct equity *few)
{
	out_str(o, "$account << EOD\n");
	for (int i = 0; i < few->n; i++) {
		const struct equity_point *p = &few->p[i];
		const double y[] = { p->net, p->gross, p->down };
		put_day(o, p->day);
		for (int j = 0; j < 3; j++) {
			out_char(o, ' ');
			out_num(o, y[j]);
		}
		out_char(o, '\n');
	}
	out_str(o, "EOD\n");
}

/* Ranges are given, as gnuplot complains of a range that is empty. */
static void
put_range(struct out *o, const char *axis, double from, double to)
{
	double room = to > from ? (to - from) / 20 : 1;

	out_str(o, "set ");
	out_str(o, axis);
	out_str(o, " [");
	out_num(o, from - room);
	out_char(o, ':');
	out_num(o, to == 0 ? 0 : to + room);
	out_str(o, "]\n");
}

static void
put_days(struct out *o, const struct equity *few)
{
	int first = few->p[0].day, last = few->p[few->n - 1].day;

	out_str(o, "set xrange ['");
	put_day(o, first);
	out_str(o, "':'");
	put_day(o, last > first ? last : first + 1);
	out_str(o, last - first > 4 * 365 ? "']\nyears = '%Y'\n" : "']\nyears = '%Y-%m-%d'\n");
}

static const char style[] =
    "set xdata time\n"
    "set timefmt '%Y-%m-%d'\n"
    "set border 3 lc rgb '#808080'\n"
    "set tics nomirror out scale 0.6 textcolor rgb '#404040'\n"
    "set grid lc rgb '#e0e0e0' lt 1 lw 0.7\n"
    "set lmargin at screen 0.095\n"
    "set rmargin at screen 0.97\n";

static const char equity[] =
    "set multiplot\n"
    "set tmargin at screen 0.91\n"
    "set bmargin at screen 0.40\n"
    "set format x ''\n"
    "set xzeroaxis lc rgb '#808080' lt 1\n"
    "set key at screen 0.97, screen 0.965 right top horizontal textcolor rgb '#404040'\n"
    "set ylabel 'cumulative return, % of capital' textcolor rgb '#404040'\n"
    "unset xlabel\n";

static const char drawdown[] =
    "unset label 1\n"
    "unset key\n"
    "set tmargin at screen 0.36\n"
    "set bmargin at screen 0.10\n"
    "set format x years\n"
    "set xlabel 'time' textcolor rgb '#404040'\n"
    "set ylabel 'drawdown, % of capital' textcolor rgb '#404040'\n";

/* ", capital N CUR", and "" without a config. Of the currency, text from outside, only letters are let through. */
static const char *
capital_text(const char *config)
{
	static char text[80];

	if (!config)
		return "";
	struct cfg c = cfg_load(config);
	double capital = cfg_num(&c, "notional_trading_capital");
	int n = snprintf(text, sizeof text, ", capital %.15g ", capital);
	for (const char *p = cfg_str_or(&c, "base_currency", "USD"); *p && n < (int)sizeof text - 1; p++)
		if ((*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z'))
			text[n++] = *p;
	text[n] = '\0';
	return text;
}

static void
put_label(struct out *o, const char *capital)
{
	out_str(o, "set label 1 'Portfolio: equity curve and drawdown");
	out_str(o, capital);
	out_str(o, "' at screen 0.095, screen 0.95 textcolor rgb '#202020'\n");
}

static void
put_equity(struct out *o, const struct equity *few)
{
	double low = 0, high = 0;

	for (int i = 0; i < few->n; i++) {
		const struct equity_point *p = &few->p[i];
		low = fmin(low, fmin(p->net, p->gross));
		high = fmax(high, fmax(p->net, p->gross));
	}
	put_range(o, "yrange", low, high > low ? high : 1);
	out_str(o, "plot $account using 1:3 with lines lw 1.5 lc rgb '#9db7d5' title 'gross', "
		   "$account using 1:2 with lines lw 2 lc rgb '#1f4e79' title 'net of costs'\n");
}

static void
put_drawdown(struct out *o, const struct equity *few)
{
	double worst = 0;

	for (int i = 0; i < few->n; i++)
		worst = fmin(worst, few->p[i].down);
	put_range(o, "yrange", worst, 0);
	out_str(o, "plot $account using 1:4:(0) with filledcurves fc rgb '#e3b7b1', "
		   "$account using 1:4 with lines lw 1 lc rgb '#a33b2e'\n");
}

static void
put_picture(struct gnuplot *g, struct picture *pic, const struct equity *few, const char *capital)
{
	struct out *o = &g->script;

	out_str(o, pic->svg ? "set terminal svg size 960,640 font 'Helvetica,14' background '#ffffff' noenhanced\n"
			    : "set terminal pngcairo size 960,640 font 'Sans,11' background '#ffffff' noenhanced\n");
	pic->output = gnuplot_output(g);
	out_str(o, equity);
	put_label(o, capital);
	put_equity(o, few);
	out_str(o, drawdown);
	put_drawdown(o, few);
	out_str(o, "unset multiplot\nset output\n");
}

/* ---- the program ---- */

static struct picture
new_picture(const char *path)
{
	size_t n = strlen(path);
	bool svg = n > 4 && strcmp(path + n - 4, ".svg") == 0;

	if (!svg && !(n > 4 && strcmp(path + n - 4, ".png") == 0))
		opt_bad(&usage, "a picture's name ends in .svg or .png", path);
	return (struct picture){ .path = path, .svg = svg };
}

static void
draw(struct picture *pic, int n, const struct equity *few, const char *capital)
{
	struct gnuplot g;

	gnuplot_open(&g);
	put_data(&g.script, few);
	out_str(&g.script, style);
	put_days(&g.script, few);
	for (int i = 0; i < n; i++)
		put_picture(&g, &pic[i], few, capital);
	gnuplot_run(&g);
	for (int i = 0; i < n; i++)
		gnuplot_save(pic[i].output, pic[i].path);
}

int
main(int argc, char **argv)
{
	struct options opt = { .config = NULL };

	signal(SIGPIPE, SIG_DFL);
	prog = "st-plot";
	int i = opt_parse(&usage, &opt, argc, argv), n = opt.output.n;
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (n == 0)
		die("where to? give --output=FILE.svg or .png");
	struct picture *pic = mem_alloc((size_t)n, sizeof *pic);
	for (int j = 0; j < n; j++)
		pic[j] = new_picture(opt.output.v[j]);
	const char *capital = capital_text(opt.config);
	struct equity all = equity_read(i < argc ? argv[i] : "-"), few = equity_thin(&all, POINTS);
	draw(pic, n, &few, capital);
	return 0;
}
