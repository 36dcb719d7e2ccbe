/* canvas - dots in characters: two across and four down in each, as braille has them */
#ifndef ST_CHART_CANVAS_H
#define ST_CHART_CANVAS_H

#include "base/out.h"

struct canvas {
	int columns, rows;     /* characters; dots are 2 * columns by 4 * rows, from the upper left */
	unsigned char *cell;   /* owned */
};

struct canvas canvas_open(int columns, int rows);
void canvas_close(struct canvas *c);

/* A dot outside is left out. */
void canvas_dot(struct canvas *c, int x, int y);
void canvas_line(struct canvas *c, int x0, int y0, int x1, int y1);

/* Characters of a row up to its last dot. */
int canvas_reach(const struct canvas *c, int row);

/* The first characters of a row, `blank` for one without a dot. */
void canvas_print(const struct canvas *c, struct out *o, int row, int columns, const char *blank);

#endif
