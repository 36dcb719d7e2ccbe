#include "chart/canvas.h"

#include <stdlib.h>

#include "base/mem.h"

struct canvas
canvas_open(int columns, int rows)
{
	return (struct canvas){ columns, rows, mem_alloc((size_t)columns * (size_t)rows, 1) };
}

void
canvas_close(struct canvas *c)
{
	free(c->cell);
}

void
canvas_dot(struct canvas *c, int x, int y)
{
	static const unsigned char bit[4][2] = { { 1, 8 }, { 2, 16 }, { 4, 32 }, { 64, 128 } };

	if (x >= 0 && y >= 0 && x < 2 * c->columns && y < 4 * c->rows)
		c->cell[y / 4 * c->columns + x / 2] |= bit[y % 4][x % 2];
}

/* Bresenham's. */
void
canvas_line(struct canvas *c, int x0, int y0, int x1, int y1)
{
	int dx = abs(x1 - x0), dy = -abs(y1 - y0), error = dx + dy;

	for (;;) {
		canvas_dot(c, x0, y0);
		if (x0 == x1 && y0 == y1)
			return;
		int twice = 2 * error;
		if (twice >= dy) {
			error += dy;
			x0 += x0 < x1 ? 1 : -1;
		}
		if (twice <= dx) {
			error += dx;
			y0 += y0 < y1 ? 1 : -1;
		}
	}
}

int
canvas_reach(const struct canvas *c, int row)
{
	int n = c->columns;

	while (n > 0 && !c->cell[row * c->columns + n - 1])
		n--;
	return n;
}

void
canvas_print(const struct canvas *c, struct out *o, int row, int columns, const char *blank)
{
	for (int i = 0; i < columns; i++) {
		unsigned dots = c->cell[row * c->columns + i];
		if (!dots) {
			out_str(o, blank);
			continue;
		}
		out_char(o, '\xe2'); /* U+2800 and the dots, in UTF-8 */
		out_char(o, (char)(0xa0 | dots >> 6));
		out_char(o, (char)(0x80 | (dots & 63)));
	}
}
