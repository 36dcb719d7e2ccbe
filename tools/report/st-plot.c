/*
 * st-plot - draw an account, or any figure of a backtest's report
 *
 *   $ printf 'time,gross_percent,net_percent\n2020-01-01,1,0.9\n2020-01-02,-2,-2.1\n2020-01-03,3,2.9\n' | st-plot -o account.svg
 *
 * Reads what `st-account --portfolio` writes, and shows the equity curve and the drawdown
 * beneath; or a backtest's folder, and shows the figures of its report by name. Curves add
 * percentages of a constant capital, they don't compound.
 */
#include <stdio.h>
#include <string.h>

#include "account/equity.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/output.h"
#include "chart/gnuplot_chart.h"
#include "chart/text.h"
#include "config/config.h"
#include "report/figures.h"

enum { WIDTH = 960, HEIGHT = 640 };

struct options {
	struct opt_list output, instrument;
	const char *config, *figure;
	bool text;
	int width;
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "the picture, .svg or .png; may be repeated", O_LIST, offsetof(struct options, output) },
	{ 'c', "config", "FILE", "name the capital (notional_trading_capital, base_currency) of FILE", O_STR,
	    offsetof(struct options, config) },
	{ 'f', "figure", "NAME", "of a backtest's folder, this figure (equity if not given; with --text all)", O_STR,
	    offsetof(struct options, figure) },
	{ 'i', "instrument", "CODE", "of a backtest's folder, with figure history.CODE of this one; may be repeated", O_LIST,
	    offsetof(struct options, instrument) },
	{ 't', "text", NULL, "print it in characters", O_FLAG, offsetof(struct options, text) },
	{ 0, "width", "N", "characters of a line of --text (the terminal's, else 80)", O_INT, offsetof(struct options, width) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-plot", "[FILE|OUT]", "draw an account, or any figure of a backtest's report", opts };

/* The title, with the capital when there is a config. */
static const char *
title(const char *config)
{
	static const char plain[] = "Portfolio: equity curve and drawdown";
	static char text[200];

	if (!config)
		return plain;
	struct config c = config_load(config);
	double capital = config_num(&c, "notional_trading_capital");
	snprintf(text, sizeof text, "%s, capital %.15g %.20s", plain, capital, config_str_or(&c, "base_currency", "USD"));
	return text;
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

/* ---- a backtest's folder ---- */

static _Noreturn void
no_figure(const struct figures *f, const char *name, const char *folder)
{
	char names[2000] = "";

	for (int i = 0; i < f->n; i++) {
		size_t n = strlen(names);
		snprintf(names + n, sizeof names - n, " %s", f->v[i].name);
	}
	die("%s: no figure '%s'; there are:%s", folder, name, names);
}

static const struct chart *
figure(const struct figures *f, const char *name, const char *folder)
{
	const struct figure *one = figures_find(f, name);

	if (!one)
		no_figure(f, name, folder);
	return &one->chart;
}

/* ---- output ---- */

static void
draw(const struct opt_list *output, const struct chart *c)
{
	struct chart_picture *pic = mem_alloc((size_t)output->n, sizeof *pic);

	for (int i = 0; i < output->n; i++)
		pic[i] = (struct chart_picture){ c, WIDTH, c->axis == CHART_DAYS ? HEIGHT : 0, is_png(output->v[i]), 0 };
	if (output->n > 0)
		chart_draw(pic, output->n);
	for (int i = 0; i < output->n; i++)
		chart_save(&pic[i], output->v[i]);
}

static void
print(struct out *o, const struct chart *c, int width)
{
	chart_text(o, c, chart_text_width(width));
}

static void
plot_account(const struct options *opt, struct out *o, const char *path)
{
	struct chart c = { .title = title(opt->config) };
	struct equity e = equity_read(path);

	equity_chart(&e, &c);
	draw(&opt->output, &c);
	if (opt->text)
		print(o, &c, opt->width);
}

static void
plot_backtest(const struct options *opt, struct out *o, const char *folder)
{
	struct backtest_contents v = backtest_contents_read(folder, opt->instrument.v, opt->instrument.n);
	struct figures f = figures_of(&v);
	const struct chart *one = opt->figure || !opt->text ? figure(&f, opt->figure ? opt->figure : "equity", folder) : NULL;

	if (opt->output.n > 0)
		draw(&opt->output, one ? one : figure(&f, "equity", folder));
	for (int i = 0; i < f.n && opt->text; i++)
		if (!one || one == &f.v[i].chart) {
			print(o, &f.v[i].chart, opt->width);
			out_str(o, one ? "" : "\n");
		}
}

int
main(int argc, char **argv)
{
	struct options opt = { .width = 0 };
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	const char *path = i < argc ? argv[i] : "-";
	if (argc - i > 1)
		opt_bad(&usage, "one file or folder at most", argv[i + 1]);
	if (opt.output.n == 0 && !opt.text)
		die("where to? give --output=FILE.svg or .png, or --text");
	if (opt_given(&opt.width) && (opt.width < 1 || opt.width > 10000))
		die("--width: a line has 1 to 10000 characters");
	for (int j = 0; j < opt.output.n; j++)
		is_png(opt.output.v[j]);
	out_open(&o, 1, "stdout");
	if (backtest_is_folder(path))
		plot_backtest(&opt, &o, path);
	else if (opt.figure || opt.instrument.n > 0)
		die("--figure and --instrument want a backtest's folder, not '%s'", path);
	else
		plot_account(&opt, &o, path);
	out_flush(&o);
	output_close_all();
	return 0;
}
