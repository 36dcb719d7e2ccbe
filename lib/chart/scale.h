/* scale - from where to where the axes of a chart reach, and what is written along them */
#ifndef ST_CHART_SCALE_H
#define ST_CHART_SCALE_H

#include <stdbool.h>

#include "chart/axis.h"
#include "chart/chart.h"

struct chart_scale {
	double low, high;      /* low < high */
};

/* Of the x axis of panels, which share it. */
struct chart_scale chart_x(const struct chart *c);

/* Of a panel: with some room above and below, except where areas or bars stand on 0. */
struct chart_scale chart_y(const struct chart_panel *p);

/* Of lying bars, which start at 0. */
struct chart_scale chart_bars(const struct chart_panel *p);

/* What is written along the x axis where `room` characters fit side by side; along the others at most so many. */
struct axis chart_x_axis(const struct chart *c, int room);
struct axis chart_numbers(struct chart_scale s, int most);

/* The least distance of two numbers on the x axis: how broad bars are. */
double chart_spacing(const struct chart_series *s);

/* Has it no number at all? */
bool chart_empty(const struct chart_series *s);

#endif
