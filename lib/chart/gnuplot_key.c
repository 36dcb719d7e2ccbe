/* gnuplot_key - the part of gnuplot_chart that says which series is which */
#include "chart/gnuplot_script.h"
#include "chart/ink.h"
#include "chart/scale.h"

enum { NAME = 40, SAMPLE = 30, APART = 26 }; /* characters; px */

/* Of a series in the key; 0 when it has no name, or nothing to see. */
static int
item_width(const struct chart_series *s)
{
	return s->name && !chart_empty(s) ? gnuplot_script_text_width(s->name, NAME) + SAMPLE + APART : 0;
}

/* The first series of the next row, from series j on; *px is what the row takes. */
static int
next_row(const struct chart_panel *panel, int j, int room, int *px)
{
	*px = 0;
	for (; j < panel->n; j++) {
		int item = item_width(&panel->series[j]);
		if (*px > 0 && *px + item > room)
			break;
		*px += item;
	}
	return j;
}

/* How many there are. */
static int
rows(const struct chart_panel *panel, int room)
{
	int n = 0, px;

	for (int j = 0; j < panel->n; n += px > 0)
		j = next_row(panel, j, room, &px);
	return n;
}

/* Beside the title, where there is room. */
static bool
is_beside(const struct chart *c, int i, int room)
{
	int px;
	bool all = next_row(&c->panel[i], 0, room, &px) == c->panel[i].n;

	return i == 0 && all && px + gnuplot_script_text_width(c->title, 4 * NAME) < room;
}

int
gnuplot_key_height(const struct chart *c, int i, int room)
{
	return is_beside(c, i, room) ? 0 : SCRIPT_KEY * rows(&c->panel[i], room);
}

static void
put_sample(struct out *o, const struct chart_picture *p, int x, double y, double width, const char *colour)
{
	out_say(o, "set arrow from screen %.6f, screen %.6f to screen %.6f, screen %.6f nohead lw %.4g", x / (double)p->width,
	    1 - y / p->height, (x + SAMPLE) / (double)p->width, 1 - y / p->height, width);
	gnuplot_script_colour(o, "lc", colour);
	out_char(o, '\n');
}

/* A name and a sample behind it, which ends at x. */
static void
put_item(struct out *o, const struct chart_picture *p, const struct chart_series *s, int x, double y)
{
	const struct ink *ink = ink_of(s->ink);

	if (s->mark == MARK_AREA)
		put_sample(o, p, x - SAMPLE, y, 10, ink->tint);
	put_sample(o, p, x - SAMPLE, y, s->mark == MARK_BARS ? 10 : ink->width, ink->line);
	out_str(o, "set label ");
	gnuplot_script_text(o, s->name, NAME);
	out_say(o, " at screen %.6f, screen %.6f right", (x - SAMPLE - 7) / (double)p->width, 1 - y / p->height);
	gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
	out_char(o, '\n');
}

void
gnuplot_key(struct out *o, const struct chart_picture *p, int i, int room, struct gnuplot_script_box b)
{
	const struct chart_panel *panel = &p->chart->panel[i];
	double y = is_beside(p->chart, i, room) ? SCRIPT_TITLE : b.top - gnuplot_key_height(p->chart, i, room) + 2;

	for (int j = 0, end, px; j < panel->n; j = end, y += SCRIPT_KEY) {
		end = next_row(panel, j, room, &px);
		for (int x = b.right, k = end - 1; k >= j; k--)
			if (item_width(&panel->series[k])) {
				put_item(o, p, &panel->series[k], x, y);
				x -= item_width(&panel->series[k]);
			}
	}
}
