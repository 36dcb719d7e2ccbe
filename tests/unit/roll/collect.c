#include "roll/collect.h"

#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

/* CORN's HKNUZ: March, May, July, September, December. */
static struct roll_parameters
corn(void)
{
	struct roll_parameters p = { .carry_offset = -1 };

	cycle_parse(slice_of("Z"), &p.hold);
	cycle_parse(slice_of("HKNUZ"), &p.priced);
	return p;
}

/* From first to last are what is collected some seconds after a day's midnight; first 0: nothing. */
static bool
collected(int furthest, const char *day, int seconds, int first, int last)
{
	struct roll_parameters p = corn();
	int d, f = 0, l = 0;

	date_parse(slice_of(day), &d);
	bool any = roll_collect(&p, furthest, stamp_of_day(d) + seconds, &f, &l);
	return any == (first != 0) && (!any || (f == first && l == last));
}

static void
one_behind_the_furthest(void)
{
	CHECK(collected(20211200, "2021-12-01", 0, 20210900, 20220300));
	CHECK(collected(20220300, "2021-12-01", 0, 20210900, 20220500));
}

/* 2021-12-10 is 100 days after 2021-09-01. */
static void
back_a_hundred_days(void)
{
	CHECK(collected(20211200, "2021-12-10", 0, 20210900, 20220300));
	CHECK(collected(20211200, "2021-12-10", 1, 20211200, 20220300));
}

static void
nothing_when_all_is_over(void)
{
	CHECK(collected(20211200, "2022-06-09", 0, 20220300, 20220300));
	CHECK(collected(20211200, "2022-06-09", 1, 0, 0));
}

int
main(void)
{
	RUN(one_behind_the_furthest);
	RUN(back_a_hundred_days);
	RUN(nothing_when_all_is_over);
	return test_end();
}
