#include "roll/contract.h"

#include "test.h"
#include "time/date.h"

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

int
main(void)
{
	RUN(ids_are_months_or_days);
	RUN(ids_that_are_no_dates_are_refused);
	RUN(spreads_have_legs);
	return test_end();
}
