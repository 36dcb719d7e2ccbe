#include "roll/cycle.h"

#include "roll/contract.h"
#include "test.h"

static cycle
months(const char *letters)
{
	cycle c = 0;

	cycle_parse(slice_of(letters), &c);
	return c;
}

static void
cycles_are_letters(void)
{
	cycle c = 1;
	char buf[13];

	CHECK(cycle_parse(slice_of("ZHMU"), &c) && cycle_length(c) == 4);
	cycle_print(buf, c);
	CHECK(strcmp(buf, "HMUZ") == 0);
	CHECK(cycle_has(c, 20201200) && !cycle_has(c, 20201100) && cycle_letter(20201100) == 'X');
	CHECK(!cycle_parse(slice_of(""), &c) && !cycle_parse(slice_of("HH"), &c) && !cycle_parse(slice_of("HI"), &c));
	CHECK(!cycle_parse(slice_of("h"), &c));
}

/* Run with pysystemtrade: AUD (HMUZ), CORN (Z held, HKNUZ priced). */
static void
steps_are_those_of_pysystemtrade(void)
{
	CHECK(cycle_next(months("HMUZ"), 20200300) == 20200600);
	CHECK(cycle_previous(months("HMUZ"), 20200300) == 20191200);
	CHECK(cycle_next(months("Z"), 20211200) == 20221200);
	CHECK(cycle_previous(months("Z"), 20211200) == 20201200);
	CHECK(cycle_next(months("HKNUZ"), 20211200) == 20220300);
	CHECK(cycle_previous(months("HKNUZ"), 20211200) == 20210900);
	CHECK(cycle_next(months("HKNUZ"), 20210800) == 20210900);
	CHECK(cycle_previous(months("HKNUZ"), 20210800) == 20210700);
	CHECK(cycle_next(months("Z"), 20210800) == 20211200);
	CHECK(cycle_previous(months("Z"), 20210800) == 20201200);
	CHECK(cycle_next(months("HKNUZ"), 20210100) == 20210300);
	CHECK(cycle_previous(months("HKNUZ"), 20210100) == 20201200);
	CHECK(cycle_next(months("Z"), 20211215) == 20221215);
}

/* Back and forth is where one began, for a contract of the cycle. */
static void
steps_undo_each_other(void)
{
	for (cycle c = 1; c < 4096; c++)
		for (int m = 1; m <= 12; m++) {
			int id = contract_id(2020, m);
			CHECK(cycle_next(c, id) > id && cycle_previous(c, id) < id);
			CHECK(cycle_has(c, cycle_next(c, id)) && cycle_has(c, cycle_previous(c, id)));
			CHECK(!cycle_has(c, id) || cycle_previous(c, cycle_next(c, id)) == id);
		}
}

int
main(void)
{
	RUN(cycles_are_letters);
	RUN(steps_are_those_of_pysystemtrade);
	RUN(steps_undo_each_other);
	return test_end();
}
