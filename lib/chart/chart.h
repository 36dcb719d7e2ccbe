/*
 * chart - what a picture shows, apart from how it is drawn
 *
 * Panels above one another on one axis of days or of numbers, bars of names, or a grid
 * of colours. gnuplot_chart draws it as SVG or PNG, chart_text in characters. A chart
 * owns nothing: its numbers and names are the caller's, and live until it is drawn.
 */
#ifndef ST_CHART_CHART_H
#define ST_CHART_CHART_H

enum { CHART_PANELS = 4, CHART_SERIES = 8 };

enum chart_axis {
	CHART_DAYS,         /* x is days from 1970 */
	CHART_NUMBERS,
	CHART_NAMES,        /* y[i] is of name[i]: bars side by side, x unused */
	CHART_GRID          /* name against name, a colour for each pair */
};

enum chart_mark { MARK_LINE, MARK_STEPS, MARK_AREA, MARK_BARS };

/* What colours mean, so that a page may choose them; from INK_SERIES on as many that tell series apart, and mean nothing else. */
enum chart_ink {
	INK_NET, INK_GROSS, INK_COST, INK_DRAWDOWN, INK_WANTED, INK_PRICE, INK_FORECAST, INK_POSITION,
	INK_SERIES, INKS = INK_SERIES + CHART_SERIES
};

struct chart_series {
	const char *name;   /* in the key; NULL for none */
	enum chart_mark mark; /* areas and bars reach to 0 */
	enum chart_ink ink;
	int n;
	const double *x, *y; /* x increases; y is NaN where there is none: a gap */
};

struct chart_panel {
	const char *label;  /* of its y axis, with the unit */
	double height;      /* its share of the picture, beside those of the others */
	int n;
	struct chart_series series[CHART_SERIES];
};

struct chart {
	const char *title, *xlabel; /* xlabel may be NULL */
	enum chart_axis axis;
	int panels;
	struct chart_panel panel[CHART_PANELS];
	int names;          /* of bars, or of each side of the grid */
	const char *const *name;
	const double *cell; /* of the grid: names * names, row by row, -1 to 1; NaN is left empty */
};

/* One more panel, and one more series of it; die when there is no room. */
struct chart_panel *chart_panel(struct chart *c, const char *label, double height);
void chart_series(struct chart_panel *p, struct chart_series s);

#endif
