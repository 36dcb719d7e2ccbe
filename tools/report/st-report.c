/*
 * st-report - a backtest as one HTML page that needs nothing else
 *
 *   $ st-report nowhere
 *   st-report: cannot read config 'nowhere/config.json': unable to open nowhere/config.json: No such file or directory
 *
 * The page loads nothing and runs nothing: text, tables, and pictures as SVG by gnuplot.
 * The same backtest gives the same bytes.
 */
#include <stdio.h>

#include "base/die.h"
#include "base/opt.h"
#include "chart/ink.h"
#include "chart/text.h"
#include "report/sections.h"

struct options {
	struct opt_list instrument;
	const char *title, *benchmark;
	bool text;
	int width;
};

static const struct opt opts[] = {
	{ 'i', "instrument", "CODE", "show this one's price, forecast and position; may be repeated", O_LIST,
	    offsetof(struct options, instrument) },
	{ 't', "title", "TEXT", "the page's title", O_STR, offsetof(struct options, title) },
	{ 'b', "benchmark", "FILE", "beside the account, over the days of both: a CSV file of a time, and a return or a price", O_STR,
	    offsetof(struct options, benchmark) },
	{ 0, "text", NULL, "print the same as text, its figures in characters", O_FLAG, offsetof(struct options, text) },
	{ 0, "width", "N", "characters of a line of --text (the terminal's, else 80)", O_INT, offsetof(struct options, width) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-report", "OUT", "a backtest as one HTML page that needs nothing else", opts };

static void
contents(struct page *p, bool benchmark)
{
	static const struct page_link link[] = { { "benchmark", "Beside a benchmark" }, { "returns", "Returns" },
		{ "contribution", "Where it came from" },
		{ "trading", "Costs and trading" }, { "markets", "Instruments" }, { "diversification", "Diversification" },
		{ "inputs", "Inputs" } };

	page_contents(p, link + !benchmark, (int)(sizeof link / sizeof link[0]) - !benchmark);
}

static const char *
title_of(const struct backtest *b)
{
	static char title[300];

	snprintf(title, sizeof title, "Backtest: %s", b->name);
	return title;
}

int
main(int argc, char **argv)
{
	struct options opt = { .title = NULL };
	static struct out o;

	int i = opt_parse(&usage, &opt, argc, argv);
	if (argc - i != 1)
		opt_bad(&usage, "one folder of a backtest is wanted", i < argc ? argv[i + 1] : "none");
	if (opt_given(&opt.width) && (opt.width < 1 || opt.width > 10000))
		die("--width: a line has 1 to 10000 characters");
	struct backtest_contents v = backtest_contents_read(argv[i], opt.instrument.v, opt.instrument.n);
	struct benchmark benchmark;
	if (opt.benchmark) {
		benchmark = benchmark_read(opt.benchmark, &v.track);
		v.benchmark = &benchmark;
	}
	struct checksums sums = checksums_of(&v.b);
	struct report r = { .v = &v, .f = figures_of(&v) };
	const char *title = opt.title ? opt.title : title_of(&v.b);
	out_open(&o, 1, "stdout");
	if (opt.text) {
		page_open_text(&r.page, &o, title, chart_text_width(opt.width));
	} else {
		report_draw(&r);
		page_open_html(&r.page, &o, title, ink_dark);
	}
	contents(&r.page, opt.benchmark != NULL);
	report_summary(&r);
	report_benchmark(&r);
	report_returns(&r);
	report_contribution(&r);
	report_trading(&r);
	report_markets(&r);
	report_inputs(&r, &sums);
	page_close(&r.page);
	out_flush(&o);
	return 0;
}
