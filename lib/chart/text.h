/*
 * text - charts in characters (UTF-8), for a prompt
 *
 * Lines, steps, areas and bars on an axis are of braille's dots, lying bars of blocks; a
 * grid is of numbers, or of shades where it is too wide for these. No colours.
 */
#ifndef ST_CHART_TEXT_H
#define ST_CHART_TEXT_H

#include "base/out.h"
#include "chart/chart.h"

enum { CHART_TEXT_LEAST = 40 };

/* In lines of at most `width` characters, at least CHART_TEXT_LEAST. */
void chart_text(struct out *o, const struct chart *c, int width);

/* The width of lines: `wanted` unless 0, then $COLUMNS if it is a number, then that of the terminal on stdout, then 80. */
int chart_text_width(int wanted);

/* Parts of chart_text. */
void chart_text_bars(struct out *o, const struct chart *c, int width);
void chart_text_grid(struct out *o, const struct chart *c, int width);

#endif
