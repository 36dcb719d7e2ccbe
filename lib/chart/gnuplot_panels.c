/* gnuplot_panels - the part of gnuplot_chart that draws panels on one axis of days or numbers */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "chart/downsample.h"
#include "chart/gnuplot_script.h"
#include "chart/ink.h"
#include "chart/scale.h"

enum {
	TOP = 58, BOTTOM = 36, XLABEL = 32, RIGHT = 29, /* round the panels, px */
	GAP = 26,                 /* between panels */
	YLABEL = 44,              /* and the space beside it */
	MARKS_APART = 34,
	NAME = 40,                /* characters of the key's */
	LABEL_CHAR = SCRIPT_CHAR - 1
};

static struct axis
y_axis(const struct chart_panel *p, int px)
{
	int most = px / MARKS_APART;

	return chart_numbers(chart_y(p), most < 10 ? most : 10);
}

/* ---- where things stand ---- */

/* A row of a key stands above the axes, less what their numbers take, which isn't known yet. */
static int
key_room(const struct chart_picture *p)
{
	return p->width - RIGHT - YLABEL - 6 * SCRIPT_CHAR;
}

static int
key_height(const struct chart_picture *p, int i)
{
	return gnuplot_key_height(p->chart, i, key_room(p));
}

/* Of all panels: the height apart from theirs. */
static int
around(const struct chart_picture *p)
{
	const struct chart *c = p->chart;
	int px = TOP + BOTTOM + (c->xlabel ? XLABEL : 0) + GAP * (c->panels - 1);

	for (int i = 0; i < c->panels; i++)
		px += key_height(p, i);
	return px;
}

static double
shares(const struct chart *c)
{
	double sum = 0;

	for (int i = 0; i < c->panels; i++)
		sum += c->panel[i].height;
	return sum > 0 ? sum : 1;
}

/* Of all panels, so that each is as high as the label of its y axis is long. */
static int
labelled(const struct chart *c)
{
	double px = 0;

	for (int i = 0; i < c->panels; i++)
		if (c->panel[i].label && c->panel[i].height > 0)
			px = fmax(px, LABEL_CHAR * (1 + utf8_length(slice_of(c->panel[i].label))) * shares(c) / c->panel[i].height);
	return (int)px;
}

int
gnuplot_panels_height(const struct chart_picture *p)
{
	int usual = p->chart->panels > 1 ? p->width / 2 : p->width * 2 / 5, least = labelled(p->chart);

	return around(p) + (usual > least ? usual : least);
}

/* Panel i; its marks, which need room at the left, depend on its height alone. */
static struct gnuplot_script_box
panel_box(const struct chart_picture *p, int i)
{
	const struct chart *c = p->chart;
	double px = p->height - around(p), each = (px > c->panels ? px : c->panels) / shares(c), top = TOP;
	struct gnuplot_script_box b = { .left = 0, .right = p->width - RIGHT };
	int chars = 3;

	for (int j = 0; j < c->panels; j++) {
		struct axis a = y_axis(&c->panel[j], (int)(each * c->panel[j].height));
		chars = axis_width(&a) > chars ? axis_width(&a) : chars;
		if (j <= i)
			top += key_height(p, j);
		if (j < i)
			top += each * c->panel[j].height + GAP;
	}
	b.left = YLABEL + SCRIPT_CHAR * chars + 12;
	b.top = (int)lround(top);
	b.bottom = (int)lround(top + each * c->panel[i].height);
	return b;
}

/* ---- data ---- */

static void
put_name(struct out *o, int k, int panel, int series)
{
	out_say(o, "$d%d_%d_%d", k, panel, series);
}

/* Days from 1970, and y; a gap is a line with neither. */
static void
put_series(struct out *o, const struct chart_series *s, int points)
{
	int *keep = mem_alloc((size_t)downsample_room(s->n, points), sizeof *keep), n = downsample(s->y, s->n, points, keep);

	for (int i = 0; i < n; i++) {
		if (isfinite(s->y[keep[i]])) {
			out_num(o, s->x[keep[i]]);
			out_char(o, ' ');
			out_num(o, s->y[keep[i]]);
		}
		out_char(o, '\n');
	}
	free(keep);
}

void
gnuplot_panels_data(struct out *o, const struct chart_picture *p, int k)
{
	const struct chart *c = p->chart;

	for (int i = 0; i < c->panels; i++)
		for (int j = 0; j < c->panel[i].n; j++) {
			const struct chart_series *s = &c->panel[i].series[j];
			put_name(o, k, i, j);
			out_str(o, " << EOD\n");
			put_series(o, s, s->mark == MARK_BARS ? s->n + 1 : p->width * 5 / 6);
			out_str(o, "EOD\n");
		}
}

/* ---- the plots ---- */

static void
put_plot(struct out *o, const struct chart_series *s, int k, int panel, int series)
{
	static const char *const with_mark[] = {
		[MARK_LINE] = "lines", [MARK_STEPS] = "steps", [MARK_AREA] = "lines", [MARK_BARS] = "boxes"
	};
	const struct ink *ink = ink_of(s->ink);

	if (s->mark == MARK_AREA) {
		put_name(o, k, panel, series);
		out_str(o, " using 1:2:(0) with filledcurves");
		gnuplot_script_colour(o, "fc", ink->tint);
		out_str(o, " notitle, ");
	}
	put_name(o, k, panel, series);
	out_say(o, " using 1:2 with %s", with_mark[s->mark]);
	if (s->mark != MARK_BARS)
		out_say(o, " lw %.4g", ink->width);
	gnuplot_script_colour(o, "lc", ink->line);
	out_str(o, " notitle");
}

static void
put_plots(struct out *o, const struct chart_panel *p, int k, int panel)
{
	int some = 0;

	for (int j = 0; j < p->n; j++)
		if (!chart_empty(&p->series[j])) {
			out_str(o, some++ ? ", " : "plot ");
			put_plot(o, &p->series[j], k, panel, j);
		}
	out_str(o, some ? "\n" : "plot NaN notitle\n");
}

/* Not gnuplot's own label of the axis, which stands the farther from the edge the shorter the numbers are. */
static void
put_ylabel(struct out *o, const struct chart_picture *p, const char *text, int height)
{
	out_str(o, "set label ");
	gnuplot_script_text(o, text ? text : "", height / LABEL_CHAR);
	out_say(o, " at screen %.6f, graph 0.5 center rotate by 90", SCRIPT_TEXT * 1.5 / p->width);
	gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
	out_char(o, '\n');
}

static void
put_panel(struct out *o, const struct chart_picture *p, int i, int k)
{
	const struct chart *c = p->chart;
	const struct chart_panel *panel = &c->panel[i];
	struct gnuplot_script_box b = panel_box(p, i);
	struct chart_scale x = chart_x(c), y = chart_y(panel);
	struct axis xs = chart_x_axis(c, (b.right - b.left) / SCRIPT_CHAR), ys = y_axis(panel, b.bottom - b.top);
	bool last = i == c->panels - 1;

	gnuplot_script_box(o, p, b);
	gnuplot_script_range(o, "xrange", x.low, x.high);
	gnuplot_script_range(o, "yrange", y.low, y.high);
	gnuplot_script_tics(o, "xtics", &xs, !last);
	gnuplot_script_tics(o, "ytics", &ys, false);
	put_ylabel(o, p, panel->label, b.bottom - b.top);
	if (last)
		gnuplot_script_xlabel(o, c->xlabel);
	gnuplot_key(o, p, i, key_room(p), b);
	for (int j = 0; j < panel->n; j++)
		if (panel->series[j].mark == MARK_BARS) {
			out_str(o, "set boxwidth ");
			out_num(o, 0.9 * chart_spacing(&panel->series[j]));
			out_str(o, " absolute\n");
		}
	put_plots(o, panel, k, i);
}

void
gnuplot_panels_script(struct out *o, const struct chart_picture *p, int k)
{
	struct gnuplot_script_box b = panel_box(p, 0);

	out_say(o, "set xzeroaxis lc rgb '%s' lt 1\n", ink_grey(INK_AXIS));
	gnuplot_script_title(o, p, b.left);
	for (int i = 0; i < p->chart->panels; i++) {
		put_panel(o, p, i, k);
		out_str(o, "unset label\nunset arrow\n");
	}
}
