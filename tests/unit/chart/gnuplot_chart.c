/* gnuplot_chart: what is in a picture, whatever text the chart has */
#include "test.h"

#include <fcntl.h>
#include <math.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/output.h"
#include "chart/gnuplot_chart.h"
#include "chart/ink.h"

static const double five[] = { 0, 100, 200, 300, 400 }, level[] = { 1, 2, 3, 4, 5 }, torn[] = { 1, 2, NAN, 4, 5 }, signs[] = { -1, 2, NAN, -4, 5 },
    none[] = { NAN, NAN, NAN, NAN, NAN };

/* As it would stand in a page. */
static const char *
drawn(const struct chart *c)
{
	static char text[1 << 20];
	struct chart_picture p = { c, 640, 0, false, 0 };
	struct out o;
	int fd = memfd_create("test", 0);

	out_open(&o, fd, "test");
	chart_draw(&p, 1);
	chart_embed(&p, &o);
	out_flush(&o);
	ssize_t n = pread(fd, text, sizeof text - 1, 0);
	text[n > 0 ? n : 0] = '\0';
	out_close(&o);
	return text;
}

static int
count(const char *in, const char *what)
{
	int n = 0;

	for (; (in = strstr(in, what)); in++)
		n++;
	return n;
}

/* The points of the longest path of this colour: others are samples in the key. */
static const char *
path(const char *svg, const char *what, const char *colour)
{
	static char key[64], d[65536];

	d[0] = '\0';
	snprintf(key, sizeof key, " %s=\"%s\"", what, colour);
	for (const char *at = svg; (at = strstr(at, key)); at++) {
		const char *from = strstr(at, " d=\"");
		if (from && strcspn(from + 4, "\"") > strlen(d))
			snprintf(d, sizeof d, "%.*s", (int)strcspn(from + 4, "\""), from + 4);
	}
	return d;
}

static const char *
line(const char *svg, enum chart_ink ink)
{
	return path(svg, "stroke", ink_of(ink)->line);
}

static void
test_lines(void)
{
	struct chart c = { .title = "t", .xlabel = "x axis", .axis = CHART_DAYS, .panels = 2, .panel = {
		{ "upper", 2, 3, { { "whole", MARK_LINE, INK_NET, 5, five, level }, { "torn", MARK_LINE, INK_GROSS, 5, five, torn },
		    { "nothing", MARK_LINE, INK_COST, 5, five, none } } },
		{ "lower", 1, 1, { { NULL, MARK_STEPS, INK_POSITION, 5, five, level } } } } };
	const char *svg = drawn(&c);

	CHECK(count(svg, ink_of(INK_NET)->line) == 2 && count(svg, ink_of(INK_GROSS)->line) == 2); /* in the key, and the curve */
	CHECK(count(svg, ink_of(INK_COST)->line) == 0 && count(svg, ink_of(INK_POSITION)->line) == 1);
	CHECK(count(line(svg, INK_NET), "M") == 1 && count(line(svg, INK_GROSS), "M") == 2); /* torn in two */
	CHECK(count(line(svg, INK_POSITION), "M") == 1 && count(line(svg, INK_POSITION), "v") == 4 && count(line(svg, INK_POSITION), "l") == 0);
	CHECK(strstr(svg, ">upper<") && strstr(svg, ">lower<") && strstr(svg, ">x axis<") && strstr(svg, ">whole<") && strstr(svg, ">torn<"));
	CHECK(count(svg, ">1970-07<") == 1); /* under the last panel alone */
	CHECK(!strstr(svg, ">nothing<"));
}

static void
test_areas_and_bars(void)
{
	struct chart c = { .title = "t", .axis = CHART_NUMBERS, .panels = 2, .panel = {
		{ "a", 1, 1, { { "area", MARK_AREA, INK_DRAWDOWN, 5, five, signs } } },
		{ "b", 1, 1, { { "bars", MARK_BARS, INK_COST, 5, five, level } } } } };
	const char *svg = drawn(&c);

	CHECK(count(svg, ink_of(INK_DRAWDOWN)->tint) == 2); /* in the key too */
	CHECK(count(path(svg, "fill", ink_of(INK_DRAWDOWN)->tint), "z") == 4); /* on either side of 0, and of the gap */
	CHECK(count(path(svg, "fill", ink_of(INK_COST)->line), "z") == 5);
}

static void
test_names(void)
{
	const char *name[] = { "GOLD", "CORN", "BUND", "EUR", "VIX" };
	struct chart c = { .title = "t", .xlabel = "x", .axis = CHART_NAMES, .panels = 1, .panel = {
		{ "a", 1, 2, { { "net", MARK_BARS, INK_NET, 5, NULL, signs }, { "costs", MARK_BARS, INK_COST, 5, NULL, level } } } }, .names = 5, .name = name };
	const char *svg = drawn(&c);

	for (int i = 0; i < 5; i++)
		CHECK(strstr(svg, name[i]) && (i == 0 || strstr(svg, name[i]) > strstr(svg, name[i - 1])));
	CHECK(count(path(svg, "fill", ink_of(INK_NET)->line), "z") == 4 && count(path(svg, "fill", ink_of(INK_COST)->line), "z") == 5);
}

/* A key as long as it needs to be, above the panel and inside of the picture. */
static void
test_long_key(void)
{
	struct chart c = { .title = "t", .axis = CHART_NUMBERS, .panels = 1, .panel = { { "a", 1, CHART_SERIES, { { 0 } } } } };
	static char name[CHART_SERIES][32];

	for (int i = 0; i < CHART_SERIES; i++) {
		snprintf(name[i], sizeof name[i], "a name, rather long %c", 'A' + i);
		c.panel[0].series[i] = (struct chart_series){ name[i], MARK_LINE, (enum chart_ink)i, 5, five, level };
	}
	const char *svg = drawn(&c);
	double x, y, last = 0;
	for (int i = 0; i < CHART_SERIES; i++) {
		const char *at = strstr(svg, name[i]), *text;
		CHECK(at);
		for (text = at; strncmp(text, " x=\"", 4) != 0; text--)
			;
		CHECK(sscanf(text, " x=\"%lf\" y=\"%lf\"", &x, &y) == 2 && x > 150 && x < 600 && y >= last && y < 160);
		last = y;
	}
	CHECK(last > 90);
}

static void
test_grid(void)
{
	const char *name[] = { "GOLD", "CORN", "BUND" };
	const double cell[] = { 1, -0.5, NAN, -0.5, 1, 0.04, NAN, 0.04, 1 };
	struct chart c = { .title = "t", .axis = CHART_GRID, .names = 3, .name = name, .cell = cell };
	const char *svg = drawn(&c);

	CHECK(count(svg, ">-0.50<") == 2 && count(svg, ">1.00<") == 3 && count(svg, ">0.04<") == 2 && count(svg, "GOLD") == 2);
	CHECK(count(svg, ink_of_level(20)) == 2 && count(svg, ink_of_level(5)) == 2 && count(svg, ink_of_level(10)) == 2); /* in the legend too */
	CHECK(count(svg, ink_of_level(19)) == 1);
	c.names = 0;
	CHECK(strstr(drawn(&c), "</svg>"));
}

static void
test_large_grid(void)
{
	enum { N = 100 };
	static double cell[N * N];
	static const char *name[N];
	struct chart c = { .title = "t", .axis = CHART_GRID, .names = N, .name = name, .cell = cell };

	for (int i = 0; i < N * N; i++) {
		name[i % N] = "INSTRUMENT";
		cell[i] = (double)(test_random() % 2001) / 1000 - 1;
	}
	CHECK(strlen(drawn(&c)) < 300000);
}

/* No text is executed, or is anything but text. */
static void
test_hostile(void)
{
	const char *name[] = { "'; system \"touch st-hostile\"", "\"; !touch st-hostile", "`touch st-hostile`", "@GPVAL_VERSION", "a\nEOD\n!touch st-hostile", "%s%d%n",
		"<script>alert(1)</script>", "&lt;", "\\042$d0_0_0", "\xc3\xa9\xff" };
	static const char *const shown[] = { "'; system \"touch st-ha", "\"; !touch st-hostile", "`touch st-hostile`", "@GPVAL_VERSION", "a?EOD?!touch st-hos", "%s%d%n",
		"&lt;script>alert(1)", "&amp;lt;", "\\042$d0_0_0", "\xc3\xa9?" };
	double y[10] = { 1, 2, 3 };

	for (int i = 0; i < 10; i++) {
		struct chart c = { .title = name[i], .xlabel = name[i], .axis = CHART_DAYS, .panels = 1,
			.panel = { { name[i], 1, 1, { { name[i], MARK_LINE, INK_NET, 5, five, level } } } } };
		char *svg = mem_dup(drawn(&c), strlen(drawn(&c)));
		char begin[64];
		snprintf(begin, sizeof begin, ">%.15s", shown[i]);
		CHECK(count(svg, begin) == 5); /* title twice, both axes, key */
		CHECK(!strstr(svg, "<script"));
		free(svg);
	}
	struct chart bars = { .title = "t", .axis = CHART_NAMES, .panels = 1, .panel = { { "a", 1, 1, { { NULL, MARK_BARS, INK_NET, 10, NULL, y } } } }, .names = 10, .name = name };
	const char *svg = drawn(&bars);
	for (int i = 0; i < 10; i++) {
		char begin[64];
		snprintf(begin, sizeof begin, ">%.15s", shown[i]);
		CHECK(strstr(svg, begin));
	}
	CHECK(access("st-hostile", F_OK) != 0);
}

/* Many pictures by one gnuplot; a page's CSS knows all colours. */
static void
test_many(void)
{
	struct chart c = { .title = "t", .axis = CHART_NUMBERS, .panels = 1, .panel = { { "a", 1, 1, { { "l", MARK_LINE, INK_NET, 5, five, level } } } } };
	struct chart_picture p[] = { { &c, 640, 0, false, 0 }, { &c, 640, 480, true, 0 }, { &c, 400, 300, false, 0 } };
	const char *png = test_file(""), *svg = test_file("");
	struct stat st;

	chart_draw(p, 3);
	chart_save(&p[1], png);
	chart_save(&p[2], svg);
	output_close_all();
	CHECK(stat(png, &st) == 0 && st.st_size > 1000);
	CHECK(stat(svg, &st) == 0 && st.st_size > 1000);
}

static void
test_colours(void)
{
	static char css[65536];
	struct out o;
	int fd = memfd_create("test", 0);

	out_open(&o, fd, "test");
	ink_dark(&o);
	out_flush(&o);
	CHECK(pread(fd, css, sizeof css - 1, 0) > 0);
	struct chart c = { .title = "t", .axis = CHART_NUMBERS, .panels = 1, .panel = { { "a", 1, 1, { { "l", MARK_AREA, INK_NET, 5, five, level } } } } };
	const char *svg = drawn(&c);
	for (const char *p = svg; (p = strchr(p, '#')); p++) {
		char key[32];
		snprintf(key, sizeof key, "\"%.7s\"]", p);
		CHECK(strstr(css, key));
	}
	for (int i = 0; i < INKS; i++)
		for (int j = 0; j < INK_LEVELS; j++)
			CHECK(strcmp(ink_of((enum chart_ink)i)->line, ink_of_level(j)) != 0 && strcmp(ink_of((enum chart_ink)i)->tint, ink_of_level(j)) != 0);
	CHECK(ink_level(-1) == 0 && ink_level(0) == 10 && ink_level(1) == 20 && ink_level(7) == 20 && ink_level(0.34) == 13);
}

int
main(void)
{
	if (system("command -v gnuplot >/dev/null") != 0) {
		printf("ok charts # skip gnuplot is not installed\n");
		return 0;
	}
	RUN(test_lines);
	RUN(test_areas_and_bars);
	RUN(test_names);
	RUN(test_long_key);
	RUN(test_grid);
	RUN(test_large_grid);
	RUN(test_hostile);
	RUN(test_many);
	RUN(test_colours);
	return test_end();
}
