/* text_bars - the parts of chart_text that are tables: names with their numbers and bars, and grids */
#include <math.h>
#include <stdio.h>

#include "base/utf8.h"
#include "chart/scale.h"
#include "chart/text.h"

enum { NAME = 16, NUMBER = 9, CELL = 6, NUMBERED = 12 };

static int
name_width(const struct chart *c)
{
	int widest = 1;

	for (int i = 0; i < c->names; i++) {
		int n = utf8_length(slice_of(c->name[i]));
		widest = n > widest ? n : widest;
	}
	return widest < NAME ? widest : NAME;
}

static void
print_name(struct out *o, const char *name, int width)
{
	int n = utf8_cut(o, name, width);

	out_say(o, "%*s", width - n, "");
}

static void
repeat(struct out *o, const char *what, int n)
{
	for (int i = 0; i < n; i++)
		out_str(o, what);
}

/* ---- bars ---- */

/* Leftwards there are halves of blocks, rightwards eighths. */
static void
print_bar(struct out *o, double x, struct chart_scale s, int columns)
{
	static const char *const eighth[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	double cell = (s.high - s.low) / columns;
	int zero = (int)lround(-s.low / cell);

	if (!isfinite(x))
		return;
	if (x < 0) {
		int halves = (int)lround(-x / cell * 2), most = 2 * zero;
		halves = halves > most ? most : halves;
		out_say(o, "%*s", zero - (halves + 1) / 2, "");
		out_str(o, halves % 2 ? "▐" : "");
		repeat(o, "█", halves / 2);
	} else {
		int eighths = (int)lround(x / cell * 8), most = 8 * (columns - zero);
		eighths = eighths > most ? most : eighths;
		out_say(o, "%*s", zero, "");
		repeat(o, "█", eighths / 8);
		out_str(o, eighth[eighths % 8]);
	}
}

/* As many decimals as show three digits of the largest. */
static int
decimals(struct chart_scale s)
{
	double largest = fmax(fabs(s.low), fabs(s.high));

	return largest < 10 ? 2 : largest < 1000 ? 1 : 0;
}

/* As wide as the widest number, and a space before it. */
static int
number_width(const struct chart_panel *p, int places)
{
	int width = NUMBER;

	for (int j = 0; j < p->n; j++)
		for (int i = 0; i < p->series[j].n; i++) {
			int n = isfinite(p->series[j].y[i]) ? snprintf(NULL, 0, " %.*f", places, p->series[j].y[i]) : 0;
			width = n > width ? n : width;
		}
	return width;
}

void
chart_text_bars(struct out *o, const struct chart *c, int width)
{
	int name = name_width(c);

	for (int k = 0; k < c->panels; k++) {
		const struct chart_panel *p = &c->panel[k];
		struct chart_scale s = chart_bars(p);
		int places = decimals(s), number = number_width(p, places), columns = width - name - number - 2;
		out_char(o, '\n');
		for (int j = 0; j < p->n; j++)
			if (p->series[j].name) {
				out_str(o, j ? ", then " : "");
				utf8_cut(o, p->series[j].name, NAME);
			}
		out_str(o, p->n && p->series[0].name ? "; " : "");
		utf8_cut(o, c->xlabel && c->panels == 1 ? c->xlabel : p->label ? p->label : "", width);
		out_char(o, '\n');
		for (int i = 0; i < c->names; i++)
			for (int j = 0; j < p->n; j++) {
				double x = i < p->series[j].n ? p->series[j].y[i] : NAN;
				print_name(o, j ? "" : c->name[i], name);
				if (isfinite(x))
					out_say(o, "%*.*f  ", number, places, fabs(x) < 0.5 * pow(10, -places) ? 0 : x);
				print_bar(o, x, s, columns > 0 ? columns : 1);
				out_char(o, '\n');
			}
	}
}

/* ---- grids ---- */

static void
print_numbers(struct out *o, const struct chart *c, int name)
{
	out_say(o, "%*s", name, "");
	for (int j = 0; j < c->names; j++) {
		int n = utf8_length(slice_of(c->name[j]));
		out_say(o, "%*s ", n < CELL - 1 ? CELL - 1 - n : 0, "");
		utf8_cut(o, c->name[j], CELL - 1);
	}
	out_char(o, '\n');
	for (int i = 0; i < c->names; i++) {
		print_name(o, c->name[i], name);
		for (int j = 0; j < c->names; j++) {
			double x = c->cell[i * c->names + j];
			if (isfinite(x))
				out_say(o, "%*.2f", CELL, x);
			else
				out_say(o, "%*s", CELL, "-");
		}
		out_char(o, '\n');
	}
}

/* -1, -0.75 … 1 */
static const char *const shades[] = { "#", "=", "-", "·", " ", "░", "▒", "▓", "█" };

static void
print_shades(struct out *o, const struct chart *c, int name, int width)
{
	int n = c->names < width - name - 1 ? c->names : width - name - 1;

	out_str(o, "from -1 to 1 by 0.25: #=-· ░▒▓█\n");
	if (n < c->names)
		out_say(o, "the first %d of %d across\n", n, c->names);
	for (int i = 0; i < c->names; i++) {
		print_name(o, c->name[i], name);
		out_char(o, ' ');
		for (int j = 0; j < n; j++) {
			double x = c->cell[i * c->names + j];
			out_str(o, isfinite(x) ? shades[lround(4 * fmin(fmax(x, -1), 1)) + 4] : " ");
		}
		out_char(o, '\n');
	}
}

void
chart_text_grid(struct out *o, const struct chart *c, int width)
{
	int name = name_width(c);

	out_char(o, '\n');
	if (c->names <= NUMBERED && name + CELL * c->names <= width)
		print_numbers(o, c, name);
	else
		print_shades(o, c, name, width);
}
