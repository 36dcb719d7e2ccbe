/*
 * svg - gnuplot's SVG made small, and fit to stand in a page
 *
 * Of what gnuplot's terminal svg writes, only paths, polygons and text are passed on,
 * each written anew: colours as #rrggbb, coordinates to a tenth of a px and relative to
 * the one before. So there are no ids that two pictures in a page could share, and
 * nothing that could run, load or link. It has a viewBox, but no size of its own.
 */
#ifndef ST_CHART_SVG_H
#define ST_CHART_SVG_H

#include "base/out.h"

/* paper is a colour behind it, NULL for none. The title is read aloud, not drawn. */
void svg_put(struct out *o, struct slice drawn, const char *title, const char *paper);

#endif
