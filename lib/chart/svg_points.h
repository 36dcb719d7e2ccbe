/*
 * svg_points - the points of a path, as few bytes as they can be
 *
 * Coordinates are to a tenth of a px, each relative to the one before.
 */
#ifndef ST_CHART_SVG_POINTS_H
#define ST_CHART_SVG_POINTS_H

#include "base/out.h"

/* What the attribute `d` of a path has, of "x,y x,y …" in any form; what stands behind an M begins a line anew. */
void svg_points(struct out *o, struct slice points, bool closed);

/* Tenths as a number: -.5, 12, 3.1 */
void svg_points_tenths(struct out *o, int tenths);

/* Take the next number off *s; false when there is none. */
bool svg_points_number(struct slice *s, double *x);

#endif
