/*
 * gnuplot_chart - charts as SVG or PNG, by one run of gnuplot
 *
 * Names and titles may be any text: gnuplot gets them as strings of letters, digits
 * and octal codes, so that nothing in them is executed, or understood as anything but text.
 */
#ifndef ST_CHART_GNUPLOT_CHART_H
#define ST_CHART_GNUPLOT_CHART_H

#include "base/out.h"
#include "chart/chart.h"

struct chart_picture {
	const struct chart *chart;
	int width, height;  /* px, where text is 14 high; height 0 is what the chart needs, as a grid always has */
	bool png;           /* else SVG */
	int output;         /* private */
};

/* Draw them all; dies when there is no gnuplot, or it fails. */
void chart_draw(struct chart_picture *p, int n);

/* Put what was drawn, on white paper, into a file in the place of path: there with output_close_all. */
void chart_save(const struct chart_picture *p, const char *path);

/* Write an element <svg> without a background, for a page: in colours of ink.h, which ink_dark's rules change. */
void chart_embed(const struct chart_picture *p, struct out *o);

#endif
