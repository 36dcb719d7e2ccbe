/* roll_volume - one roll a day at most, and a calendar that no later day changes */
#include "roll/calendar_by_volume.h"

#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

static const struct roll_parameters quarterly = { .hold = 0x924, .priced = 0x924, .carry_offset = 1 }; /* HMUZ */

static struct calendar
by_volume(const char *rows)
{
	struct contract_prices prices;
	struct calendar c = { .code = "A" };
	static char text[4096];

	snprintf(text, sizeof text, "time,instrument,contract,price,volume\n%s", rows);
	contract_prices_open_volumes(&prices, test_file(text));
	if (!contract_prices_next(&prices))
		abort();
	roll_by_volume(&c, &quarterly, &prices);
	return c;
}

static bool
roll_is(const struct roll *r, int day, int current, int next, int carry)
{
	return r->t == stamp_of_day(day) && r->current == current && r->next == next && r->carry == carry;
}

/* 20200900 is traded most from the second day on: it is reached by way of 20200600, a day later. */
static void
one_roll_a_day(void)
{
	struct calendar c = by_volume("2020-01-06,A,202003,1,10\n2020-01-07,A,202003,1,10\n"
				      "2020-01-07,A,202006,1,20\n2020-01-08,A,202006,1,20\n"
				      "2020-01-07,A,202009,1,90\n2020-01-08,A,202009,1,90\n");

	CHECK(c.n == 2);
	CHECK(roll_is(&c.v[0], date_of(2020, 1, 7), 20200300, 20200600, 20200600));
	CHECK(roll_is(&c.v[1], date_of(2020, 1, 8), 20200600, 20200900, 20200900));
}

/* Saturday's and Sunday's rows are Friday's, as in roll/contract_volume.h; the time is the last of them. */
static void
a_weekend_is_its_friday(void)
{
	struct calendar c = by_volume("2020-01-09,A,202003,1,10\n2020-01-10,A,202003,1,10\n2020-01-12,A,202003,1,\n2020-01-10,A,202006,1,5\n"
				      "2020-01-12,A,202006,1,10\n");

	CHECK(c.n == 1 && roll_is(&c.v[0], date_of(2020, 1, 12), 20200300, 20200600, 20200600));
}

/* A contract that has no rows until later is not there yet: the one behind it is the next. */
static void
contracts_as_they_come(void)
{
	struct calendar c = by_volume("2020-01-06,A,202003,1,10\n2020-01-07,A,202003,1,10\n2020-01-07,A,202009,1,20\n2020-01-08,A,202006,1,90\n");

	CHECK(c.n == 1 && roll_is(&c.v[0], date_of(2020, 1, 7), 20200300, 20200900, 20200900));
}

int
main(void)
{
	RUN(one_roll_a_day);
	RUN(a_weekend_is_its_friday);
	RUN(contracts_as_they_come);
	return test_end();
}
