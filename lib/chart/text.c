#include "chart/text.h"

#include <math.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/num.h"
#include "base/utf8.h"
#include "chart/canvas.h"
#include "chart/scale.h"

enum { NAME = 16, MOST_ROWS = 24 };

int
chart_text_width(int wanted)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	double x;

	if (wanted == 0 && columns && num_parse(columns, strlen(columns), &x) && x >= 1 && x <= 10000)
		wanted = (int)x;
	if (wanted == 0 && ioctl(1, TIOCGWINSZ, &size) == 0)
		wanted = size.ws_col;
	if (wanted == 0)
		wanted = 80;
	return wanted < CHART_TEXT_LEAST ? CHART_TEXT_LEAST : wanted;
}

static void
spaces(struct out *o, int n)
{
	out_say(o, "%*s", n > 0 ? n : 0, "");
}

/* ---- panels ---- */

/* A panel as it is drawn: where its numbers are among the dots. */
struct field {
	struct canvas dots;
	struct chart_scale x, y;
};

static int
dot(double at, struct chart_scale s, int dots)
{
	return (int)lround((at - s.low) / (s.high - s.low) * (dots - 1));
}

static int
dot_x(const struct field *f, double x)
{
	return dot(x, f->x, 2 * f->dots.columns);
}

static int
dot_y(const struct field *f, double y)
{
	int dots = 4 * f->dots.rows;

	return dots - 1 - dot(y, f->y, dots);
}

/* From 0 to a line. */
static void
fill(struct field *f, int x0, int y0, int x1, int y1)
{
	int zero = dot_y(f, fmin(fmax(0, f->y.low), f->y.high));

	for (int x = x0; x <= x1; x++) {
		int y = x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y1;
		canvas_line(&f->dots, x, y, x, zero);
	}
}

static void
draw_point(struct field *f, const struct chart_series *s, int i)
{
	int before = i > 0 && isfinite(s->y[i - 1]) ? i - 1 : i;
	int x0 = dot_x(f, s->x[before]), y0 = dot_y(f, s->y[before]), x1 = dot_x(f, s->x[i]), y1 = dot_y(f, s->y[i]);
	double side = s->mark == MARK_BARS ? 0.45 * chart_spacing(s) : 0;

	switch (s->mark) {
	case MARK_LINE:
		canvas_line(&f->dots, x0, y0, x1, y1);
		break;
	case MARK_STEPS:
		canvas_line(&f->dots, x0, y0, x1, y0);
		canvas_line(&f->dots, x1, y0, x1, y1);
		break;
	case MARK_AREA:
		fill(f, x0, y0, x1, y1);
		break;
	case MARK_BARS:
		fill(f, dot_x(f, s->x[i] - side), y1, dot_x(f, s->x[i] + side), y1);
		break;
	}
}

static void
draw_series(struct field *f, const struct chart_series *s)
{
	for (int i = 0; i < s->n; i++)
		if (isfinite(s->y[i]))
			draw_point(f, s, i);
}

/* The row that a series ends in, or the nearest that has no name yet; -1 when there is none. */
static int
name_row(const struct field *f, const struct chart_series *s, const char *const *taken)
{
	int i = s->n - 1;

	while (i >= 0 && !isfinite(s->y[i]))
		i--;
	int row = i < 0 ? 0 : dot_y(f, s->y[i]) / 4;
	for (int away = 0; i >= 0 && away < f->dots.rows; away++)
		for (int side = -1; side <= 1; side += 2) {
			int at = row + side * away;
			if (at >= 0 && at < f->dots.rows && !taken[at])
				return at;
		}
	return -1;
}

/* Names stand at the right of where their lines end. */
static void
print_panel(struct out *o, const struct field *f, const struct chart_panel *p, const struct axis *ys, int left)
{
	const char *name[MOST_ROWS] = { NULL };

	for (int j = 0; j < p->n; j++) {
		int row = p->series[j].name ? name_row(f, &p->series[j], name) : -1;
		if (row >= 0)
			name[row] = p->series[j].name;
	}
	for (int row = 0; row < f->dots.rows; row++) {
		const struct axis_mark *mark = NULL;
		for (int i = 0; i < ys->n; i++)
			if (dot_y(f, ys->mark[i].at) / 4 == row)
				mark = &ys->mark[i];
		out_say(o, "%*s %s", left, mark ? mark->text : "", mark ? "┤" : "│");
		bool zero = mark && mark->at == 0;
		canvas_print(&f->dots, o, row, zero || name[row] ? f->dots.columns : canvas_reach(&f->dots, row), zero ? "┈" : " ");
		if (name[row]) {
			out_char(o, ' ');
			utf8_cut(o, name[row], NAME);
		}
		out_char(o, '\n');
	}
}

/* The line under a panel, with ticks; under the last one what they are. */
static void
print_x(struct out *o, const struct field *f, const struct axis *xs, int left, bool last)
{
	int column[AXIS_MARKS], at = 0;

	for (int i = 0; i < xs->n; i++)
		column[i] = dot_x(f, xs->mark[i].at) / 2;
	spaces(o, left + 1);
	out_str(o, "└");
	for (int k = 0, i = 0; k < f->dots.columns; k++) {
		bool tick = i < xs->n && column[i] == k;
		out_str(o, tick ? "┬" : "─");
		i += tick;
	}
	out_char(o, '\n');
	if (!last)
		return;
	for (int i = 0; i < xs->n; i++) {
		int n = (int)strlen(xs->mark[i].text), to = left + 2 + column[i] - n / 2, end = left + 2 + f->dots.columns;
		to = to + n > end ? end - n : to;
		if (to <= at && i > 0)
			continue;
		spaces(o, to - at);
		out_str(o, xs->mark[i].text);
		at = to + n;
	}
	out_char(o, '\n');
}

/* Rows of panel i: its share of about as many as look well at this width. */
static int
rows(const struct chart *c, int i, int width)
{
	double all = 0;
	int n = width / 4 < MOST_ROWS ? width / 4 : MOST_ROWS;

	for (int j = 0; j < c->panels; j++)
		all += c->panel[j].height;
	int mine = (int)lround(n * (all > 0 ? c->panel[i].height / all : 1));
	return mine < 4 ? 4 : mine;
}

static struct axis
y_axis(const struct chart *c, int i, int width)
{
	int most = rows(c, i, width) / 2;

	return chart_numbers(chart_y(&c->panel[i]), most < 8 ? most : 8);
}

/* Characters left and right of the dots, the same for all panels. */
static void
margins(const struct chart *c, int width, int *left, int *right)
{
	*left = *right = 0;
	for (int i = 0; i < c->panels; i++) {
		struct axis a = y_axis(c, i, width);
		*left = axis_width(&a) > *left ? axis_width(&a) : *left;
		for (int j = 0; j < c->panel[i].n; j++) {
			int n = c->panel[i].series[j].name ? utf8_length(slice_of(c->panel[i].series[j].name)) + 1 : 0;
			*right = n > *right ? n : *right;
		}
	}
	*right = *right > NAME + 1 ? NAME + 1 : *right;
}

static void
panels(struct out *o, const struct chart *c, int width)
{
	int left, right;

	margins(c, width, &left, &right);
	for (int i = 0; i < c->panels; i++) {
		const struct chart_panel *p = &c->panel[i];
		struct field f = { canvas_open(width - left - 2 - right, rows(c, i, width)), chart_x(c), chart_y(p) };
		struct axis ys = y_axis(c, i, width), xs = chart_x_axis(c, f.dots.columns);
		for (int j = 0; j < p->n; j++)
			draw_series(&f, &p->series[j]);
		out_char(o, '\n');
		utf8_cut(o, p->label ? p->label : "", width);
		out_char(o, '\n');
		print_panel(o, &f, p, &ys, left);
		print_x(o, &f, &xs, left, i == c->panels - 1);
		canvas_close(&f.dots);
	}
	if (c->xlabel) {
		spaces(o, left + 2 + (width - left - 2 - right - utf8_length(slice_of(c->xlabel))) / 2);
		utf8_cut(o, c->xlabel, width);
		out_char(o, '\n');
	}
}

void
chart_text(struct out *o, const struct chart *c, int width)
{
	utf8_cut(o, c->title, width);
	out_char(o, '\n');
	if (c->axis == CHART_NAMES)
		chart_text_bars(o, c, width);
	else if (c->axis == CHART_GRID)
		chart_text_grid(o, c, width);
	else
		panels(o, c, width);
}
