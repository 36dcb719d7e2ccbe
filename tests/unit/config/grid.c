#include "config/grid.h"

#include "test.h"

/* Axes as a program gets them. */
static struct grid
grid_of(const char *first, const char *second)
{
	char *axis[] = { (char *)first, (char *)second };

	return grid_read(axis, second ? 2 : 1);
}

static bool
point_is(const struct grid *g, long i, const char *first, const char *second)
{
	struct slice value[2];

	grid_point(g, i, value);
	return slice_is(value[0], first) && slice_is(value[1], second);
}

static void
the_last_turns_fastest(void)
{
	struct grid g = grid_of("a.b=1,2,3", "c=x,");

	CHECK(g.points == 6 && g.keys.n == 2);
	CHECK(strcmp(g.keys.name[0], "a.b") == 0 && strcmp(g.keys.name[1], "c") == 0);
	CHECK(point_is(&g, 0, "1", "x") && point_is(&g, 1, "1", "") && point_is(&g, 2, "2", "x"));
	CHECK(point_is(&g, 5, "3", ""));
}

/* Whether `text` is one value of a key. */
static bool
one(const char *text)
{
	char axis[80];
	struct slice value[1];

	snprintf(axis, sizeof axis, "k=%s", text);
	struct grid g = grid_of(axis, NULL);
	grid_point(&g, 0, value);
	return g.points == 1 && slice_is(value[0], text);
}

static void
commas_within(void)
{
	CHECK(one("{a: 1, b: [2, 3]}"));
	CHECK(one("'1,2'") && one("\"}, {\"") && one("[',', \"]\"]"));
	CHECK(one("a=b"));
	/* a quote within a word is none, and so opens nothing */
	struct grid g = grid_of("k=it's,that's", NULL);
	CHECK(g.points == 2 && slice_is(g.axis[0].v[0], "it's"));
}

static void
refused(void)
{
	DIES("not KEY=VALUE,...: \"a\"", grid_of("a", NULL));
	DIES("not a config key: \"\"", grid_of("=1", NULL));
	DIES("not a config key: \"point\"", grid_of("point=1", NULL));
	DIES("key 'a' twice", grid_of("a=1", "a=2"));
	DIES("grid of 'a': brackets or quotes that have no match: \"[1,2\"", grid_of("a=0,[1,2", NULL));
	DIES("grid of 'a': brackets or quotes that have no match: \"2],3\"", grid_of("a=1,2],3", NULL));
	DIES("grid of 'a': brackets or quotes that have no match: \"'1,2\"", grid_of("a='1,2", NULL));
}

/* As many points as there may be, and one axis more. */
static void
too_many(void)
{
	static char thousand[2 + 2 * 1000], other[2 + 2 * 1000];
	char *axis[] = { thousand, other, "c=1,2" };

	strcpy(thousand, "a=");
	strcpy(other, "b=");
	for (int i = 1; i < 1000; i++) {
		strcat(thousand, ",");
		strcat(other, ",");
	}
	CHECK(grid_read(axis, 2).points == GRID_POINTS);
	DIES("more than 1000000 points", grid_read(axis, 3));
}

int
main(void)
{
	RUN(the_last_turns_fastest);
	RUN(commas_within);
	RUN(refused);
	RUN(too_many);
	return test_end();
}
