/*
 * st-plot - draw an account: the equity curve, and its drawdown beneath
 *
 *   $ printf 'time,gross_percent,net_percent\n2020-01-01,1,0.9\n2020-01-02,-2,-2.1\n2020-01-03,3,2.9\n' | st-plot -o account.svg
 *
 * Reads what `st-account --portfolio` writes. Curves add percentages of a constant
 * capital, they don't compound.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cfg.h"
#include "chart_gnuplot.h"
#include "chart_text.h"
#include "equity.h"
#include "err.h"
#include "opt.h"

enum { WIDTH = 960, HEIGHT = 640 };

struct options {
	struct opt_list output;
	const char *config;
	bool text;
	int width;
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "the picture, .svg or .png; may be repeated", O_LIST, offsetof(struct options, output) },
	{ 'c', "config", "FILE", "name the capital (notional_trading_capital, base_currency) of FILE", O_STR,
	    offsetof(struct options, config) },
	{ 't', "text", NULL, "print it in characters", O_FLAG, offsetof(struct options, text) },
	{ 0, "width", "N", "characters of a line of --text (the terminal's, else 80)", O_INT, offsetof(struct options, width) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-plot", "[FILE]", "draw an account: the equity curve, and its drawdown beneath", opts };

/* The title, with the capital when there is a config. */
static const char *
title(const char *config)
{
	static const char plain[] = "Portfolio: equity curve and drawdown";
	static char text[200];

	if (!config)
		return plain;
	struct cfg c = cfg_load(config);
	double capital = cfg_num(&c, "notional_trading_capital");
	snprintf(text, sizeof text, "%s, capital %.15g %.20s", plain, capital, cfg_str_or(&c, "base_currency", "USD"));
	return text;
}

static struct chart
account_chart(const struct equity *e, const char *heading)
{
	return (struct chart){
		.title = heading, .xlabel = "time", .axis = CHART_DAYS, .panels = 2,
		.panel = {
			{ "cumulative return, % of capital", 2, 2, {
				{ "gross", MARK_LINE, INK_GROSS, e->n, e->day, e->gross },
				{ "net of costs", MARK_LINE, INK_NET, e->n, e->day, e->net } } },
			{ "drawdown, % of capital", 1, 1, {
				{ NULL, MARK_AREA, INK_DRAWDOWN, e->n, e->day, e->down } } },
		},
	};
}

static bool
is_png(const char *path)
{
	size_t n = strlen(path);

	if (n > 4 && strcmp(path + n - 4, ".png") == 0)
		return true;
	if (!(n > 4 && strcmp(path + n - 4, ".svg") == 0))
		opt_bad(&usage, "a picture's name ends in .svg or .png", path);
	return false;
}

static void
print(const struct chart *c, int width)
{
	struct out o;

	out_open(&o, 1, "stdout");
	chart_text(&o, c, chart_text_width(width));
	out_flush(&o);
}

int
main(int argc, char **argv)
{
	struct options opt = { .width = 0 };

	signal(SIGPIPE, SIG_DFL);
	prog = "st-plot";
	int i = opt_parse(&usage, &opt, argc, argv), n = opt.output.n;
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (n == 0 && !opt.text)
		die("where to? give --output=FILE.svg or .png, or --text");
	if (opt.width < 0 || opt.width > 10000)
		die("--width: a line has 1 to 10000 characters");
	struct chart chart;
	struct chart_picture *pic = mem_alloc((size_t)n, sizeof *pic);
	for (int j = 0; j < n; j++)
		pic[j] = (struct chart_picture){ &chart, WIDTH, HEIGHT, is_png(opt.output.v[j]), 0 };
	const char *heading = title(opt.config);
	struct equity e = equity_read(i < argc ? argv[i] : "-");
	chart = account_chart(&e, heading);
	if (n > 0)
		charts_draw(pic, n);
	for (int j = 0; j < n; j++)
		chart_save(&pic[j], opt.output.v[j]);
	if (opt.text)
		print(&chart, opt.width);
	return 0;
}
