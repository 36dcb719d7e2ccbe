/* gnuplot_bars - the part of gnuplot_chart that draws bars of names, lying, one name below another */
#include <math.h>

#include "chart/gnuplot_script.h"
#include "chart/ink.h"
#include "chart/scale.h"

enum {
	TOP = 58, BOTTOM = 36, XLABEL = 28, LEFT = 16, RIGHT = 29, GAP = 66,
	BAR = 12, BETWEEN = 6,    /* a bar, and the space to the next name's */
	NAME = 24                 /* characters */
};

/* Of the bars of one name. */
static int
slot(const struct chart_panel *panel)
{
	return BAR * (panel->n > 0 ? panel->n : 1) + BETWEEN;
}

static int
left(const struct chart *c)
{
	int px = 4 * SCRIPT_CHAR;

	for (int i = 0; i < c->names; i++) {
		int name = gnuplot_script_text_width(c->name[i], NAME);
		px = name > px ? name : px;
	}
	return px + LEFT;
}

static int
key_room(const struct chart_picture *p)
{
	return p->width - RIGHT - left(p->chart);
}

int
gnuplot_bars_height(const struct chart_picture *p)
{
	const struct chart *c = p->chart;
	int px = TOP + (c->panels - 1) * GAP + BOTTOM + (c->xlabel ? XLABEL : 0);

	for (int i = 0; i < c->panels; i++)
		px += gnuplot_key_height(c, i, key_room(p)) + slot(&c->panel[i]) * (c->names > 0 ? c->names : 1);
	return px;
}

/* Rows: from 0 to x, and from the upper to the lower edge; the first name is 0, uppermost. */
static void
put_bars(struct out *o, const struct chart *c, const struct chart_panel *panel, int series)
{
	const struct chart_series *s = &panel->series[series];
	double thick = BAR / (double)slot(panel), first = -0.5 * thick * panel->n;

	for (int i = 0; i < s->n && i < c->names; i++)
		if (isfinite(s->y[i])) {
			double top = i + first + series * thick;
			const double row[] = { s->y[i], i, fmin(s->y[i], 0), fmax(s->y[i], 0), top, top + thick };
			for (int j = 0; j < 6; j++) {
				out_num(o, row[j]);
				out_char(o, j < 5 ? ' ' : '\n');
			}
		}
}

void
gnuplot_bars_data(struct out *o, const struct chart_picture *p, int k)
{
	const struct chart *c = p->chart;

	for (int i = 0; i < c->panels; i++)
		for (int j = 0; j < c->panel[i].n; j++) {
			out_say(o, "$d%d_%d_%d << EOD\n", k, i, j);
			put_bars(o, c, &c->panel[i], j);
			out_str(o, "EOD\n");
		}
}

static void
put_plots(struct out *o, const struct chart_panel *panel, int k, int i)
{
	int some = 0;

	for (int j = 0; j < panel->n; j++) {
		const struct chart_series *s = &panel->series[j];
		if (chart_empty(s))
			continue;
		out_say(o, some++ ? ", $d%d_%d_%d with boxxyerror" : "plot $d%d_%d_%d with boxxyerror", k, i, j);
		gnuplot_script_colour(o, "lc", ink_of(s->ink)->line);
		out_str(o, " notitle");
	}
	out_str(o, some ? "\n" : "plot NaN notitle\n");
}

static void
put_names(struct out *o, const struct chart *c)
{
	for (int i = 0; i < c->names; i++) {
		out_str(o, "set label ");
		gnuplot_script_text(o, c->name[i], NAME);
		out_say(o, " at graph 0, first %d right offset -0.7,0", i);
		gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
		out_char(o, '\n');
	}
}

static void
put_ranges(struct out *o, const struct chart *c, const struct chart_panel *panel, int px)
{
	struct chart_scale x = chart_bars(panel);
	int most = px / (9 * SCRIPT_CHAR);
	struct axis a = chart_numbers(x, most < 12 ? most : 12);

	gnuplot_script_range(o, "xrange", x.low, x.high);
	gnuplot_script_range(o, "yrange", (c->names > 0 ? c->names : 1) - 0.5, -0.5);
	gnuplot_script_tics(o, "xtics", &a, false);
}

void
gnuplot_bars_script(struct out *o, const struct chart_picture *p, int k)
{
	const struct chart *c = p->chart;
	struct gnuplot_script_box b = { .left = left(c), .right = p->width - RIGHT, .top = TOP };
	double shrink = (p->height - TOP) / (double)(gnuplot_bars_height(p) - TOP);

	out_say(o, "unset ytics\nset border 1\nset yzeroaxis lc rgb '%s' lt 1\n", ink_grey(INK_AXIS));
	gnuplot_script_title(o, p, LEFT);
	for (int i = 0; i < c->panels; i++) {
		b.top += gnuplot_key_height(c, i, key_room(p));
		b.bottom = b.top + (int)(shrink * slot(&c->panel[i]) * (c->names > 0 ? c->names : 1));
		gnuplot_script_box(o, p, b);
		gnuplot_key(o, p, i, key_room(p), b);
		put_names(o, c);
		put_ranges(o, c, &c->panel[i], b.right - b.left);
		gnuplot_script_xlabel(o, c->panels > 1 ? c->panel[i].label : c->xlabel);
		put_plots(o, &c->panel[i], k, i);
		out_str(o, "unset label\nunset arrow\n");
		b.top = b.bottom + GAP;
	}
}
