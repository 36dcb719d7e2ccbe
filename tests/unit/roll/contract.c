#include "roll/contract.h"
#include "roll/cycle.h"
#include "test.h"
#include "time/date.h"

static cycle
months(const char *letters)
{
	cycle c = 0;

	cycle_parse(slice_of(letters), &c);
	return c;
}

static bool
prints_as(int id, const char *text)
{
	char buf[CONTRACT_MAX];

	return slice_is((struct slice){ buf, contract_print(buf, id) }, text);
}

static void
ids_are_months_or_days(void)
{
	int id;

	CHECK(contract_parse(slice_of("202003"), &id) && id == 20200300 && prints_as(id, "20200300"));
	CHECK(contract_parse(slice_of("20200300"), &id) && id == 20200300);
	CHECK(contract_parse(slice_of("20200229"), &id) && id == 20200229 && prints_as(id, "20200229"));
	CHECK(contract_day(20200300) == date_of(2020, 3, 1));
	CHECK(contract_day(20200229) == date_of(2020, 2, 29));
}

/* All of these are taken by pysystemtrade, and fail later or never. */
static void
ids_that_are_no_dates_are_refused(void)
{
	static const char *const bad[] = { "", "2020", "20200", "2020031", "202013", "202000", "20200000", "20200230", "20210229",
		"000003", "2020a3", "+20203", " 202003", "202003 ", "20200332", "99990100" };
	int id = 7;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!contract_parse(slice_of(bad[i]), &id) && id == 7);
}

static void
spreads_have_legs(void)
{
	int id[SPREAD_LEGS];

	CHECK(contract_legs(slice_of("202003_202006"), id) == 2 && id[0] == 20200300 && id[1] == 20200600);
	CHECK(contract_legs(slice_of("202006_20200300_202012"), id) == 3 && id[1] == 20200300);
	CHECK(contract_legs(slice_of("202003"), id) == 0);
	CHECK(contract_legs(slice_of("202003_"), id) == 0);
	CHECK(contract_legs(slice_of("_202003"), id) == 0);
	CHECK(contract_legs(slice_of("202003_202013"), id) == 0);
	CHECK(contract_legs(slice_of("202001_202002_202003_202004_202005_202006_202007_202008_202009"), id) == 0);
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
	RUN(ids_are_months_or_days);
	RUN(ids_that_are_no_dates_are_refused);
	RUN(spreads_have_legs);
	RUN(cycles_are_letters);
	RUN(steps_are_those_of_pysystemtrade);
	RUN(steps_undo_each_other);
	return test_end();
}
