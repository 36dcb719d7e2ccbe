#include "data/part.h"

#include "test.h"

static bool
parses(const char *text, double k, double n)
{
	struct part p = { 0, 0 };

	return part_parse(text, &p) && p.k == k && p.n == n;
}

static void
takes_k_of_n(void)
{
	struct part p;

	CHECK(parses("1/1", 1, 1) && parses("2/3", 2, 3) && parses("10/10", 10, 10));
	CHECK(!part_parse("", &p) && !part_parse("1", &p) && !part_parse("1/", &p) && !part_parse("/2", &p));
	CHECK(!part_parse("0/2", &p) && !part_parse("3/2", &p) && !part_parse("1/0", &p) && !part_parse("-1/2", &p));
	CHECK(!part_parse("1.5/2", &p) && !part_parse("1/2.5", &p) && !part_parse("1/2/3", &p) && !part_parse("a/b", &p));
}

/* The names of part k of n, one behind another. */
static const char *
names_of(double k, double n, const double *size)
{
	static char text[32];
	struct names all = { 0 };
	struct part p = { k, n };

	for (const char *s = "ABCDEF"; *s; s++)
		names_put(&all, (struct slice){ s, 1 });
	struct names t = part_names(&p, &all, size);
	*text = '\0';
	for (int i = 0; i < t.n; i++)
		strcat(text, t.name[i]);
	return text;
}

static void
parts_are_alike(void)
{
	static const double even[6] = { 9, 9, 9, 9, 9, 9 }, uneven[6] = { 99, 9, 9, 9, 9, 9 }, none[6] = { 0 };

	CHECK(strcmp(names_of(1, 1, even), "ABCDEF") == 0);
	CHECK(strcmp(names_of(1, 3, even), "AB") == 0 && strcmp(names_of(2, 3, even), "CD") == 0);
	CHECK(strcmp(names_of(3, 3, even), "EF") == 0);
	CHECK(strcmp(names_of(1, 2, uneven), "A") == 0 && strcmp(names_of(2, 2, uneven), "BCDEF") == 0);
	CHECK(strcmp(names_of(1, 2, none), "ABC") == 0 && strcmp(names_of(2, 2, none), "DEF") == 0);
	CHECK(strcmp(names_of(8, 9, even), "F") == 0 && strcmp(names_of(9, 9, even), "") == 0);
}

int
main(void)
{
	RUN(takes_k_of_n);
	RUN(parts_are_alike);
	return test_end();
}
