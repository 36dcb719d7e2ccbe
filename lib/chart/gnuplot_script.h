/* gnuplot_script - what the parts of gnuplot_chart share: each writes gnuplot's script of one kind of chart */
#ifndef ST_CHART_GNUPLOT_SCRIPT_H
#define ST_CHART_GNUPLOT_SCRIPT_H

#include "chart/gnuplot_chart.h"

enum {
	SCRIPT_TEXT = 14, /* height of text, and about the widths of its characters, px: */
	SCRIPT_CHAR = 8, SCRIPT_DIGIT = 9, SCRIPT_CAPITAL = 11, SCRIPT_WIDE = 14,
	SCRIPT_TITLE = 32,                 /* how far down it stands */
	SCRIPT_KEY = 20                    /* height of a row of a key */
};

/* Where something is drawn: px from the picture's left and top. */
struct gnuplot_script_box {
	int left, right, top, bottom;
};

/* A string of gnuplot's, of any text; of more than `most` characters the first, and an ellipsis. */
void gnuplot_script_text(struct out *o, const char *text, int most);
int gnuplot_script_text_width(const char *text, int most); /* px, about */

/* `set xtics ("text" at, …)`; bare leaves the text out. */
struct axis;
void gnuplot_script_tics(struct out *o, const char *name, const struct axis *a, bool bare);

/* ` "#rrggbb"` as gnuplot has it: lc rgb '…' */
void gnuplot_script_colour(struct out *o, const char *what, const char *colour);

/* The chart's title, at the top. */
void gnuplot_script_title(struct out *o, const struct chart_picture *p, int left);

/* Of the x axis; text may be NULL. */
void gnuplot_script_xlabel(struct out *o, const char *text);

/* The margins of what is plotted next. */
void gnuplot_script_box(struct out *o, const struct chart_picture *p, struct gnuplot_script_box b);

/* A number before or behind `:` in a range. */
void gnuplot_script_range(struct out *o, const char *name, double from, double to);

/* The key of panel i, in rows of `room` px: what it takes above the panel's box, and itself. */
int gnuplot_key_height(const struct chart *c, int i, int room);
void gnuplot_key(struct out *o, const struct chart_picture *p, int i, int room, struct gnuplot_script_box b);

/* Each kind: how high it wants to be, its data under names with the number k, and the rest. */
int gnuplot_panels_height(const struct chart_picture *p);
void gnuplot_panels_data(struct out *o, const struct chart_picture *p, int k);
void gnuplot_panels_script(struct out *o, const struct chart_picture *p, int k);

int gnuplot_bars_height(const struct chart_picture *p);
void gnuplot_bars_data(struct out *o, const struct chart_picture *p, int k);
void gnuplot_bars_script(struct out *o, const struct chart_picture *p, int k);

int gnuplot_grid_height(const struct chart_picture *p);
void gnuplot_grid_data(struct out *o, const struct chart_picture *p, int k);
void gnuplot_grid_script(struct out *o, const struct chart_picture *p, int k);

#endif
