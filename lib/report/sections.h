/*
 * sections - the parts of a backtest's page, in the order they stand on it
 *
 * Each writes a section, its tables out of the review and its figures by name; a figure that there is
 * nothing to show of is left out.
 */
#ifndef ST_REPORT_SECTIONS_H
#define ST_REPORT_SECTIONS_H

#include "backtest/checksums.h"
#include "chart/gnuplot_chart.h"
#include "page/page.h"
#include "report/figures.h"

enum { REPORT_ROWS = 25 }; /* a longer table is folded away */

struct report {
	struct page page;
	const struct backtest_contents *v;
	struct figures f;
	struct chart_picture *picture; /* of f, drawn; of some of them two, for screens of other widths */
	int pictures;
};

/* Draw all of r->f, by one run of gnuplot: before any part, on a page of HTML. */
void report_draw(struct report *r);

/* The figure of this name; is there one? */
bool report_figure(struct report *r, const char *name);

/* The parts. */
void report_summary(struct report *r);
void report_benchmark(struct report *r); /* nothing without one */
void report_returns(struct report *r);
void report_contribution(struct report *r);
void report_trading(struct report *r);
void report_markets(struct report *r);
void report_inputs(struct report *r, const struct checksums *sums);

#endif
