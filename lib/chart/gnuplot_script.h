/* gnuplot_script - what the parts of gnuplot_chart share: each writes gnuplot's script of one kind of chart */
#ifndef ST_CHART_GNUPLOT_SCRIPT_H
#define ST_CHART_GNUPLOT_SCRIPT_H

#include "chart/gnuplot_chart.h"

enum {
	SCRIPT_TEXT = 14, SCRIPT_CHAR = 8, SCRIPT_CAPITAL = 11, /* height of text, and about the widths of its characters, px */
	SCRIPT_TITLE = 32,                 /* how far down it stands */
	SCRIPT_KEY = 20                    /* height of a row of a key */
};

/* Where something is drawn: px from the picture's left and top. */
struct script_box {
	int left, right, top, bottom;
};

/* A string of gnuplot's, of any text; of more than `most` characters the first, and an ellipsis. */
void script_text(struct out *o, const char *text, int most);
int script_text_width(const char *text, int most); /* px, about */

/* `set xtics ("text" at, …)`; bare leaves the text out. */
struct axis;
void script_tics(struct out *o, const char *name, const struct axis *a, bool bare);

/* ` "#rrggbb"` as gnuplot has it: lc rgb '…' */
void script_colour(struct out *o, const char *what, const char *colour);

/* The chart's title, at the top. */
void script_title(struct out *o, const struct chart_picture *p, int left);

/* Of the x axis; text may be NULL. */
void script_xlabel(struct out *o, const char *text);

/* The margins of what is plotted next. */
void script_box(struct out *o, const struct chart_picture *p, struct script_box b);

/* A number before or behind `:` in a range. */
void script_range(struct out *o, const char *name, double from, double to);

/* The key of panel i, in rows of `room` px: what it takes above the panel's box, and itself. */
int script_key_height(const struct chart *c, int i, int room);
void script_key(struct out *o, const struct chart_picture *p, int i, int room, struct script_box b);

/* Each kind: how high it wants to be, its data under names with the number k, and the rest. */
int panels_height(const struct chart_picture *p);
void panels_data(struct out *o, const struct chart_picture *p, int k);
void panels_script(struct out *o, const struct chart_picture *p, int k);

int bars_height(const struct chart_picture *p);
void bars_data(struct out *o, const struct chart_picture *p, int k);
void bars_script(struct out *o, const struct chart_picture *p, int k);

int grid_height(const struct chart_picture *p);
void grid_data(struct out *o, const struct chart_picture *p, int k);
void grid_script(struct out *o, const struct chart_picture *p, int k);

#endif
