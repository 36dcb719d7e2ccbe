/*
 * ink - the colours of charts, on white paper and on a dark screen
 *
 * Each is written `#rrggbb` and is told from every other by that, so that a page can
 * put the dark ones in the place of those that a chart was drawn in.
 */
#ifndef ST_CHART_INK_H
#define ST_CHART_INK_H

#include "base/out.h"
#include "chart/chart.h"

struct ink {
	const char *line, *tint; /* a tint fills areas */
	double width;            /* of lines, px */
};

const struct ink *ink_of(enum chart_ink ink);

/* What isn't data. INK_BRIGHT is text on the strongest colours of a grid. */
enum ink_grey { INK_PAPER, INK_AXIS, INK_GRIDLINE, INK_TEXT, INK_TITLE, INK_BRIGHT, INK_GREYS };

const char *ink_grey(enum ink_grey grey);

/* Colours of -1 to 1 for grids, from red over none to blue: the level of x, and its colour. */
enum { INK_LEVELS = 21 };

int ink_level(double x);
const char *ink_of_level(int level);

/* Rules of CSS that show SVG drawn in these colours in those for a dark screen. */
void ink_dark(struct out *o);

#endif
