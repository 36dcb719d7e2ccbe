/* gnuplot_grid - the part of gnuplot_chart that draws a grid of colours, name against name */
#include <math.h>

#include "chart/gnuplot_script.h"
#include "chart/ink.h"

enum {
	TOP = 58, EDGE = 14,
	NAME = 16,               /* characters */
	CELL = 52,               /* px, at most */
	NAMED = 7,               /* and at least, for names beside it */
	WITH_NUMBERS = 12        /* names, at most, for numbers in the cells */
};

/* Where the cells are, and their size in px. */
struct layout {
	struct gnuplot_script_box box;
	double cell;
	int text;                /* height of names; 0 where there is no room for them */
};

static struct layout
layout(const struct chart_picture *p)
{
	const struct chart *c = p->chart;
	int n = c->names > 0 ? c->names : 1, widest = 0;
	struct layout l = { .text = SCRIPT_TEXT };

	for (int i = 0; i < c->names; i++) {
		int name = gnuplot_script_text_width(c->name[i], NAME);
		widest = name > widest ? name : widest;
	}
	for (int step = 0; step < 3; step++) { /* smaller text leaves more room to the cells */
		int side = l.text ? EDGE + widest * l.text / SCRIPT_TEXT : EDGE;
		l.cell = fmin(CELL, (p->width - side - EDGE) / (double)n);
		l.box = (struct gnuplot_script_box){ side, (int)lround(side + n * l.cell), TOP, (int)lround(TOP + n * l.cell) };
		l.text = l.cell >= SCRIPT_TEXT + 2 ? SCRIPT_TEXT : l.cell >= NAMED ? (int)fmin(l.cell, l.text) : 0;
	}
	return l;
}

int
gnuplot_grid_height(const struct chart_picture *p)
{
	struct layout l = layout(p);

	return l.box.bottom + l.box.left;
}

/* ---- cells: of each colour, lines as thick as a cell is high, each over as many cells as have it ---- */

static int
level_at(const struct chart *c, int row, int column)
{
	double x = c->cell[row * c->names + column];

	return isfinite(x) ? ink_level(x) : -1;
}

static void
put_level(struct out *o, const struct chart *c, int level, double beyond)
{
	for (int i = 0; i < c->names; i++)
		for (int j = 0, from = 0; j < c->names; from = ++j) {
			while (j < c->names && level_at(c, i, j) == level)
				j++;
			if (j == from)
				continue;
			const double row[] = { from, i + 0.5, j - from + beyond, 0 };
			for (int k = 0; k < 4; k++) {
				out_num(o, row[k]);
				out_char(o, k < 3 ? ' ' : '\n');
			}
		}
}

static bool
has_level(const struct chart *c, int level)
{
	for (int i = 0; i < c->names; i++)
		for (int j = 0; j < c->names; j++)
			if (level_at(c, i, j) == level)
				return true;
	return false;
}

void
gnuplot_grid_data(struct out *o, const struct chart_picture *p, int k)
{
	double beyond = 0.3 / layout(p).cell; /* px under the next cell, so that no paper shows between */

	for (int level = 0; level < INK_LEVELS; level++)
		if (has_level(p->chart, level)) {
			out_say(o, "$d%d_%d << EOD\n", k, level);
			put_level(o, p->chart, level, beyond);
			out_str(o, "EOD\n");
		}
}

static void
put_cells(struct out *o, const struct chart *c, int k, double cell)
{
	int some = 0;

	for (int level = 0; level < INK_LEVELS; level++)
		if (has_level(c, level)) {
			out_say(o, "%s$d%d_%d with vectors nohead lw %.2f", some++ ? ", " : "plot ", k, level, cell + 0.3);
			gnuplot_script_colour(o, "lc", ink_of_level(level));
			out_str(o, " notitle");
		}
	out_str(o, some ? "\n" : "plot NaN notitle\n");
}

/* ---- text ---- */

static void
put_font(struct out *o, const struct chart_picture *p, double px)
{
	out_say(o, " font ',%.4g'", p->png ? px * 0.7857 : px);
}

static void
put_names(struct out *o, const struct chart_picture *p, const struct layout *l)
{
	const struct chart *c = p->chart;

	for (int i = 0; i < c->names && l->text; i++)
		for (int side = 0; side < 2; side++) {
			out_str(o, "set label ");
			gnuplot_script_text(o, c->name[i], NAME);
			out_say(o, side ? " at first %.1f, graph 0 right rotate by 90 offset 0,-0.4"
					: " at graph 0, first %.1f right offset -0.7,0", i + 0.5);
			put_font(o, p, l->text);
			gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
			out_char(o, '\n');
		}
}

static void
put_numbers(struct out *o, const struct chart_picture *p, double cell)
{
	const struct chart *c = p->chart;
	int px = (int)fmin(SCRIPT_TEXT - 1, cell / 3);

	if (c->names > WITH_NUMBERS || cell < 24)
		return;
	for (int i = 0; i < c->names; i++)
		for (int j = 0; j < c->names; j++) {
			double x = c->cell[i * c->names + j];
			if (!isfinite(x))
				continue;
			out_say(o, "set label \"%.2f\" at first %.1f, first %.1f center front", x, j + 0.5, i + 0.5);
			put_font(o, p, px);
			gnuplot_script_colour(o, "textcolor", ink_grey(fabs(x) > 0.65 ? INK_BRIGHT : INK_TITLE));
			out_char(o, '\n');
		}
}

/* The colours from -1 to 1, under the title. */
static void
put_legend(struct out *o, const struct chart_picture *p, const struct layout *l)
{
	enum { STEP = 7, HIGH = 10 };
	double w = p->width, h = p->height, y = 1 - 50.0 / h;

	for (int i = 0; i < INK_LEVELS; i++) {
		double x = l->box.left + 24 + STEP * i;
		out_say(o, "set arrow from screen %.6f, screen %.6f to screen %.6f, screen %.6f nohead lw %d", x / w, y,
		    (x + STEP + 0.3) / w, y, HIGH);
		gnuplot_script_colour(o, "lc", ink_of_level(i));
		out_char(o, '\n');
	}
	for (int i = -1; i <= 1; i += 2) {
		double x = i < 0 ? l->box.left + 20 : l->box.left + 28 + STEP * INK_LEVELS;
		out_say(o, "set label \"%d\" at screen %.6f, screen %.6f %s", i, x / w, y, i < 0 ? "right" : "left");
		put_font(o, p, 12);
		gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
		out_char(o, '\n');
	}
}

void
gnuplot_grid_script(struct out *o, const struct chart_picture *p, int k)
{
	struct layout l = layout(p);
	int n = p->chart->names > 0 ? p->chart->names : 1;

	out_str(o, "unset tics\nunset border\nunset grid\n");
	gnuplot_script_box(o, p, l.box);
	gnuplot_script_range(o, "xrange", 0, n);
	gnuplot_script_range(o, "yrange", n, 0);
	gnuplot_script_title(o, p, l.text ? EDGE : l.box.left);
	put_names(o, p, &l);
	put_numbers(o, p, l.cell);
	put_legend(o, p, &l);
	put_cells(o, p->chart, k, l.cell);
}
