#include "base/nearest.h"

#include "test.h"

static void
counts_letters(void)
{
	CHECK(nearest_distance("build", "build") == 0);
	CHECK(nearest_distance("bild", "build") == 1);
	CHECK(nearest_distance("builds", "build") == 1);
	CHECK(nearest_distance("boild", "build") == 1);
	CHECK(nearest_distance("biuld", "build") == 2);
	CHECK(nearest_distance("kitten", "sitting") == 3);
}

static void
takes_the_empty_string(void)
{
	CHECK(nearest_distance("", "") == 0);
	CHECK(nearest_distance("", "now") == 3);
	CHECK(nearest_distance("now", "") == 3);
}

int
main(void)
{
	RUN(counts_letters);
	RUN(takes_the_empty_string);
	return test_end();
}
