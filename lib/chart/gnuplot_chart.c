#include "chart/gnuplot_chart.h"

#include "base/output.h"
#include "chart/gnuplot.h"
#include "chart/gnuplot_script.h"
#include "chart/ink.h"
#include "chart/svg.h"

/* How each kind of chart is drawn. */
static const struct kind {
	int (*height)(const struct chart_picture *);
	void (*data)(struct out *, const struct chart_picture *, int), (*script)(struct out *, const struct chart_picture *, int);
} kinds[] = {
	[CHART_DAYS] = { gnuplot_panels_height, gnuplot_panels_data, gnuplot_panels_script },
	[CHART_NUMBERS] = { gnuplot_panels_height, gnuplot_panels_data, gnuplot_panels_script },
	[CHART_NAMES] = { gnuplot_bars_height, gnuplot_bars_data, gnuplot_bars_script },
	[CHART_GRID] = { gnuplot_grid_height, gnuplot_grid_data, gnuplot_grid_script },
};

static void
put_terminal(struct out *o, const struct chart_picture *p)
{
	if (p->png)
		out_say(o, "set terminal pngcairo size %d,%d font 'Sans,%.4g' background '%s' noenhanced\n", p->width, p->height,
		    SCRIPT_TEXT * 0.7857, ink_grey(INK_PAPER));
	else
		out_say(o, "set terminal svg size %d,%d font 'Helvetica,%d' noenhanced\n", p->width, p->height, SCRIPT_TEXT);
}

static void
put_style(struct out *o)
{
	const char *axis = ink_grey(INK_AXIS), *text = ink_grey(INK_TEXT);

	out_say(o, "reset\nset encoding utf8\nset style fill solid noborder\nunset key\nset border 3 lc rgb '%s'\n", axis);
	out_say(o, "set tics nomirror out scale 0.6 textcolor rgb '%s'\n", text);
	out_say(o, "set grid lc rgb '%s' lt 1 lw 0.7\n", ink_grey(INK_GRIDLINE));
}

/* The first picture that shows this chart as large: it has its data already. */
static int
same_data(const struct chart_picture *p, int k)
{
	int i = 0;

	while (p[i].chart != p[k].chart || p[i].width != p[k].width)
		i++;
	return i;
}

static void
put_picture(struct gnuplot *g, struct chart_picture *all, int k)
{
	struct chart_picture *p = &all[k];
	const struct kind *kind = &kinds[p->chart->axis];
	struct out *o = &g->script;
	int data = same_data(all, k);

	if (p->height == 0 || p->chart->axis == CHART_GRID)
		p->height = kind->height(p);
	if (data == k)
		kind->data(o, p, k);
	put_style(o);
	put_terminal(o, p);
	p->output = gnuplot_output(g);
	out_str(o, "set multiplot\n");
	kind->script(o, p, data);
	out_str(o, "unset multiplot\nset output\n");
}

void
chart_draw(struct chart_picture *p, int n)
{
	struct gnuplot g;

	gnuplot_open(&g);
	for (int i = 0; i < n; i++)
		put_picture(&g, p, i);
	gnuplot_run(&g);
}

void
chart_save(const struct chart_picture *p, const char *path)
{
	if (p->png)
		gnuplot_save(p->output, path);
	else
		svg_put(output_open(path), gnuplot_drawn(p->output), p->chart->title, ink_grey(INK_PAPER));
}

void
chart_embed(const struct chart_picture *p, struct out *o)
{
	svg_put(o, gnuplot_drawn(p->output), p->chart->title, NULL);
}
