#include "chart/ink.h"

#include <math.h>
#include <stdio.h>

/* On paper, and in the dark. */
static const struct ink inks[2][INKS] = {
	{
		[INK_NET] = { "#1f4e79", "#c3d3e4", 2 },
		[INK_GROSS] = { "#9db7d5", "#dfe8f2", 1.5 },
		[INK_COST] = { "#b07a1e", "#ead9b9", 1.5 },
		[INK_DRAWDOWN] = { "#a33b2e", "#e3b7b1", 1 },
		[INK_WANTED] = { "#6b6b6b", "#d5d5d5", 1.5 },
		[INK_PRICE] = { "#2f3b47", "#ccd2d8", 1 },
		[INK_FORECAST] = { "#5b3d8f", "#d3c8e6", 1 },
		[INK_POSITION] = { "#2e7d4f", "#bfdfcb", 1 },
		[INK_SERIES] = { "#0b62a4", "#bcd6ea", 1.5 }, { "#c8501e", "#f1cfc0", 1.5 }, { "#12806a", "#bcdfd8", 1.5 },
		{ "#8e44ad", "#e0cbe9", 1.5 }, { "#a87b0a", "#e9deb9", 1.5 }, { "#d0407a", "#f3c9da", 1.5 }, { "#4a7c1f", "#cfdfc0", 1.5 },
		{ "#707070", "#d9d9d9", 1.5 },
	}, {
		[INK_NET] = { "#7db3e8", "#24405c", 2 },
		[INK_GROSS] = { "#4f76a3", "#2b3a4c", 1.5 },
		[INK_COST] = { "#e0b060", "#4d3d1f", 1.5 },
		[INK_DRAWDOWN] = { "#e8796b", "#5c2a25", 1 },
		[INK_WANTED] = { "#b5b5b5", "#454545", 1.5 },
		[INK_PRICE] = { "#d5dbe1", "#414952", 1 },
		[INK_FORECAST] = { "#b79be8", "#3e2f5c", 1 },
		[INK_POSITION] = { "#6cc592", "#234a33", 1 },
		[INK_SERIES] = { "#6cb4f0", "#1f3d57", 1.5 }, { "#f0926a", "#58301f", 1.5 }, { "#4fc9ad", "#1c4a40", 1.5 },
		{ "#c493e0", "#452f54", 1.5 }, { "#e3bb50", "#4f401a", 1.5 }, { "#f285b0", "#582b3e", 1.5 }, { "#9ccc65", "#374921", 1.5 },
		{ "#a8a8a8", "#3d3d3d", 1.5 },
	}
};

static const char *const greys[2][INK_GREYS] = {
	{ [INK_PAPER] = "#ffffff", [INK_AXIS] = "#808080", [INK_GRIDLINE] = "#e0e0e0", [INK_TEXT] = "#404040",
	    [INK_TITLE] = "#202020", [INK_BRIGHT] = "#fdfdfd" },
	{ [INK_PAPER] = "#181818", [INK_AXIS] = "#8c8c8c", [INK_GRIDLINE] = "#383838", [INK_TEXT] = "#c4c4c4",
	    [INK_TITLE] = "#ececec", [INK_BRIGHT] = "#101010" },
};

/* The ends and the middle of the colours of a grid. */
static const int scale[2][3][3] = {
	{ { 176, 53, 43 }, { 246, 246, 246 }, { 42, 96, 153 } },
	{ { 240, 124, 112 }, { 40, 40, 40 }, { 116, 178, 240 } },
};

const struct ink *
ink_of(enum chart_ink ink)
{
	return &inks[0][ink];
}

const char *
ink_grey(enum ink_grey grey)
{
	return greys[0][grey];
}

int
ink_level(double x)
{
	return (int)lround((fmin(fmax(x, -1), 1) + 1) / 2 * (INK_LEVELS - 1));
}

static const char *
level_colour(int dark, int level)
{
	static char text[2][INK_LEVELS][8];
	double x = level / ((INK_LEVELS - 1) / 2.0) - 1, share = fabs(x);
	const int *end = scale[dark][x < 0 ? 0 : 2], *middle = scale[dark][1];
	int rgb[3];

	for (int i = 0; i < 3; i++)
		rgb[i] = (int)lround(middle[i] + share * (end[i] - middle[i]));
	snprintf(text[dark][level], 8, "#%02x%02x%02x", rgb[0] & 255, rgb[1] & 255, rgb[2] & 255);
	return text[dark][level];
}

const char *
ink_of_level(int level)
{
	return level_colour(0, level);
}

static void
put_rule(struct out *o, const char *what, const char *from, const char *to)
{
	const char *part[] = { "svg [", what, "=\"", from, "\"]{", what, ":", to, "}\n" };

	for (size_t i = 0; i < sizeof part / sizeof part[0]; i++)
		out_str(o, part[i]);
}

static void
put_rules(struct out *o, const char *from, const char *to)
{
	put_rule(o, "stroke", from, to);
	put_rule(o, "fill", from, to);
}

void
ink_dark(struct out *o)
{
	for (int i = 0; i < INKS; i++) {
		put_rules(o, inks[0][i].line, inks[1][i].line);
		put_rule(o, "fill", inks[0][i].tint, inks[1][i].tint);
	}
	for (int i = 0; i < INK_GREYS; i++)
		put_rules(o, greys[0][i], greys[1][i]);
	for (int i = 0; i < INK_LEVELS; i++)
		put_rule(o, "stroke", level_colour(0, i), level_colour(1, i));
}
