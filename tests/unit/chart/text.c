/* chart_text: charts in characters, drawn by hand */
#include "test.h"

#include <math.h>

#include "chart/text.h"

static void
text(const struct chart *c, int width)
{
	struct out o;

	out_open(&o, 1, "out");
	chart_text(&o, c, width);
	out_flush(&o);
}

/*
 * Of 40 columns 4 are the axis', so the x axis is dots 0 to 71; the y axis, from -0.5 to 10.5, is 10 rows, dots 0 to 39 from
 * below: 0 is 1.77 of 39, dot 2, the second in its row from above; 10 is 37.2, the third.
 */
static void
test_panel(void)
{
	const double x[] = { 0, 37, 71 }, y[] = { 0, 10, 10 };
	struct chart c = { .title = "title", .xlabel = "middle", .axis = CHART_NUMBERS, .panels = 1,
		.panel = { { "y axis", 1, 1, { { NULL, MARK_STEPS, INK_NET, 3, x, y } } } } };

	PRINTS("title\n"
	       "\n"
	       "y axis\n"
	       "10 ┤                  ⢠⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤\n"
	       "   │                  ⢸\n"
	       "   │                  ⢸\n"
	       "   │                  ⢸\n"
	       " 5 ┤                  ⢸\n"
	       "   │                  ⢸\n"
	       "   │                  ⢸\n"
	       "   │                  ⢸\n"
	       "   │                  ⢸\n"
	       " 0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠚┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈\n"
	       "   └┬─────────┬─────────┬─────────┬─────\n"
	       "    0        20        40        60\n"
	       "                   middle\n",
	    text(&c, 40));
}

/* Two panels of 8 rows, of days; a gap is empty, names stand where their lines end. */
static void
test_panels(void)
{
	const double x[] = { 0, 20, 40, 60 }, up[] = { 0, 1, 2, 3 }, down[] = { 0, -2, NAN, -1 }, low[] = { 0, 0, 0, 0 };
	struct chart c = { .title = "two", .axis = CHART_DAYS, .panels = 2, .panel = {
		{ "a", 1, 2, { { "up", MARK_LINE, INK_NET, 4, x, up }, { "a name too long to be shown", MARK_LINE, INK_COST, 4, x, low } } },
		{ "b", 1, 1, { { NULL, MARK_AREA, INK_NET, 4, x, down } } } } };

	PRINTS("two\n"
	       "\n"
	       "a\n"
	       " 3 ┤                                   ⢀⣀⠤⠒ up\n"
	       "   │                              ⢀⡠⠤⠒⠉⠁\n"
	       " 2 ┤                         ⣀⡠⠔⠒⠉⠁\n"
	       "   │                   ⢀⣀⠤⠔⠊⠉\n"
	       "   │              ⣀⡠⠔⠒⠉⠁\n"
	       " 1 ┤        ⢀⣀⠤⠔⠊⠉\n"
	       "   │   ⢀⣀⠤⠒⠊⠁\n"
	       " 0 ┤⠤⠶⠭⠥⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤ a name too long…\n"
	       "   └┬───────────────────┬─────────────────┬\n"
	       "\n"
	       "b\n"
	       " 0 ┤⠙⢿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢸\n"
	       "   │  ⠙⢿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇                        ⢸\n"
	       "   │   ⠈⠻⣿⣿⣿⣿⣿⣿⣿⣿⡇                        ⢸\n"
	       "-1 ┤     ⠈⢻⣿⣿⣿⣿⣿⣿⡇                        ⢸\n"
	       "   │       ⠙⢿⣿⣿⣿⣿⡇\n"
	       "   │         ⠙⣿⣿⣿⡇\n"
	       "   │          ⠈⠻⣿⡇\n"
	       "-2 ┤            ⠈⠇\n"
	       "   └┬───────────────────┬─────────────────┬\n"
	       " 1970-01             1970-02        1970-03\n",
	    text(&c, 60));
}

/* 22 columns for -1.1 to 3.1, 0.191 each: 0 stands behind 5.8, 6 of them; 3 is 15.7 of them, 15 6/8, -1 5.2, 5, and 1 5.2, 5 2/8. */
static void
test_bars(void)
{
	const char *name[] = { "GOLD", "CORN", "'\x1b[m<b>" };
	const double y[] = { 3, -1, NAN }, z[] = { 0.04, -0.001, 1 };
	struct chart c = { .title = "bars", .xlabel = "percent", .axis = CHART_NAMES, .panels = 1, .panel = {
		{ "x", 1, 2, { { "net", MARK_BARS, INK_NET, 3, NULL, y }, { "costs", MARK_BARS, INK_COST, 3, NULL, z } } } }, .names = 3, .name = name };

	PRINTS("bars\n"
	       "\n"
	       "net, then costs; percent\n"
	       "GOLD        3.00        ███████████████▊\n"
	       "            0.04        ▎\n"
	       "CORN       -1.00   █████\n"
	       "            0.00        \n"
	       "'?[m<b>\n"
	       "            1.00        █████▎\n",
	    text(&c, 40));
}

static void
test_grid(void)
{
	const char *name[] = { "GOLD", "CORN", "A long name" };
	const double cell[] = { 1, -0.5, NAN, -0.5, 1, 0.04, NAN, 0.04, 1 };
	struct chart c = { .title = "grid", .axis = CHART_GRID, .names = 3, .name = name, .cell = cell };

	PRINTS("grid\n"
	       "\n"
	       "             GOLD  CORN A lo…\n"
	       "GOLD         1.00 -0.50     -\n"
	       "CORN        -0.50  1.00  0.04\n"
	       "A long name     -  0.04  1.00\n",
	    text(&c, 40));
}

/* 13 names, one more than numbers are printed for. */
static void
test_shades(void)
{
	const char *name[13];
	double cell[13 * 13];

	for (int i = 0; i < 13; i++) {
		name[i] = i ? "B" : "A name of twenty-six letters";
		for (int j = 0; j < 13; j++)
			cell[i * 13 + j] = i ? NAN : 1 - j * 0.25;
	}
	struct chart c = { .title = "grid", .axis = CHART_GRID, .names = 13, .name = name, .cell = cell };
	PRINTS("grid\n"
	       "\n"
	       "from -1 to 1 by 0.25: #=-· ░▒▓█\n"
	       "A name of twent… █▓▒░ ·-=#####\n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n"
	       "B                             \n",
	    text(&c, 40));
}

int
main(void)
{
	RUN(test_panel);
	RUN(test_panels);
	RUN(test_bars);
	RUN(test_grid);
	RUN(test_shades);
	return test_end();
}
