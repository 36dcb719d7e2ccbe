#include "roll/contract_dates.h"

#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

static int
day_of(const char *text)
{
	int day;

	date_parse(slice_of(text), &day);
	return day;
}

static void
neighbours_in_both_cycles(void)
{
	struct roll_parameters p = { .roll_offset = -60, .carry_offset = -1 };

	cycle_parse(slice_of("Z"), &p.hold);
	cycle_parse(slice_of("HKNUZ"), &p.priced);
	struct contract_dates d = contract_dates_of(&p, 20210800, day_of("2021-08-15"));
	CHECK(d.id == 20210800 && d.expiry == day_of("2021-08-15") && d.desired == day_of("2021-06-16"));
	CHECK(d.next_held == 20211200 && d.previous_held == 20201200);
	CHECK(d.next_priced == 20210900 && d.previous_priced == 20210700 && d.carry == 20210700);
}

static void
whole_days_are_floored(void)
{
	int64_t now = stamp_of_day(day_of("2020-03-12"));

	CHECK(contract_dates_until(day_of("2020-03-16"), now) == 4);
	CHECK(contract_dates_until(day_of("2020-03-16"), now + 1) == 3);
	CHECK(contract_dates_until(day_of("2020-03-12"), now) == 0);
	CHECK(contract_dates_until(day_of("2020-03-12"), now + 1) == -1);
	CHECK(contract_dates_until(day_of("2020-03-11"), now) == -1);
}

int
main(void)
{
	RUN(neighbours_in_both_cycles);
	RUN(whole_days_are_floored);
	return test_end();
}
