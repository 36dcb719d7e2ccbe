#include "roll/parameters.h"

#include "base/prog.h"
#include "roll/cycle.h"
#include "test.h"
#include "time/date.h"

#define HEADER "Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n"

static struct roll_table
read_text(const char *rows)
{
	char text[4096];

	snprintf(text, sizeof text, HEADER "%s", rows);
	return roll_table_read(test_file(text));
}

/* Contract, expiry, desired roll, next held, carry: run with pysystemtrade. */
static const struct vector {
	const char *row;
	int contract, expiry[3], desired[3], next, carry;
} vectors[] = {
	{ "AUD,HMUZ,-5,1,HMUZ,17", 20200300, { 2020, 3, 18 }, { 2020, 3, 13 }, 20200600, 20200600 },
	{ "EDOLLAR,HMUZ,-1100,-1,HMUZ,18", 20240600, { 2024, 6, 19 }, { 2021, 6, 15 }, 20240900, 20240300 },
	{ "CORN,Z,-60,-1,HKNUZ,14", 20221200, { 2022, 12, 15 }, { 2022, 10, 16 }, 20231200, 20220900 },
	{ "CRUDE_W,Z,-40,-1,FGHJKMNQUVXZ,-11", 20211200, { 2021, 11, 20 }, { 2021, 10, 11 }, 20221200, 20211100 },
	{ "GAS_US,FGHJKMNQUXVZ,-35,-1,FGHJKMNQUVXZ,-4", 20211200, { 2021, 11, 27 }, { 2021, 10, 23 }, 20220100, 20211100 },
	{ "V2X,FGHJKMNQUVXZ,-60,-1,FGHJKMNQUVXZ,19", 20211200, { 2021, 12, 20 }, { 2021, 10, 21 }, 20220100, 20211100 },
};

static void
dates_and_contracts_are_those_of_pysystemtrade(void)
{
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		const struct vector *v = &vectors[i];
		struct roll_table t = read_text(v->row);
		const struct roll_parameters *p = roll_table_get(&t, t.codes.name[0]);

		CHECK(roll_expiry(p, v->contract) == date_of(v->expiry[0], v->expiry[1], v->expiry[2]));
		CHECK(roll_desired(p, v->contract) == date_of(v->desired[0], v->desired[1], v->desired[2]));
		CHECK(cycle_next(p->hold, v->contract) == v->next);
		CHECK(roll_carry(p, v->contract) == v->carry);
	}
}

static void
what_is_wrong_is_named(void)
{
	static const char good[] = "GOLD,GJMQVZ,-30,1,GJMQVZ,26\n";
	struct roll_table t = read_text(good);
	char text[512];

	snprintf(text, sizeof text, "unit: %s: no roll parameters of 'CORN'\n", t.table.path);
	int fd;
	if (test_child(2, &fd)) {
		prog = "unit";
		roll_table_get(&t, "CORN");
		_exit(0);
	}
	CHECK(test_ended(fd, 2, text));
}

static bool
is_refused(const char *rows, const char *what)
{
	static char want[512];
	char text[4096];
	int fd;

	snprintf(text, sizeof text, HEADER "%s", rows);
	const char *path = test_file(text);
	if (test_child(2, &fd)) {
		prog = "unit";
		roll_table_read(path);
		_exit(0);
	}
	snprintf(want, sizeof want, "unit: %s:%s\n", path, what);
	return test_ended(fd, 2, want);
}

static void
rows_that_make_no_sense_are_refused(void)
{
	CHECK(is_refused("GOLD,GJY,-30,1,GJ,26", "2: column 'HoldRollCycle': not letters of contract months, FGHJKMNQUVXZ: \"GJY\""));
	CHECK(is_refused("GOLD,GJ,-30,1,,26", "2: column 'PricedRollCycle': not letters of contract months, FGHJKMNQUVXZ: \"\""));
	CHECK(is_refused("GOLD,GJ,-30,0,GJ,26", "2: column 'CarryOffset': neither 1 nor -1: \"0\""));
	CHECK(is_refused("GOLD,GJ,-30.5,1,GJ,26", "2: column 'RollOffsetDays': not a number of days: \"-30.5\""));
	CHECK(is_refused("GOLD,GJ,-30,1,GJ,", "2: column 'ExpiryOffset': not a number of days: \"\""));
	CHECK(is_refused("GOLD,GJ,-30,1,GJ,1\nGOLD,GJ,-30,1,GJ,1", "3: column 'Instrument': twice: \"GOLD\""));
}

int
main(void)
{
	RUN(dates_and_contracts_are_those_of_pysystemtrade);
	RUN(what_is_wrong_is_named);
	RUN(rows_that_make_no_sense_are_refused);
	return test_end();
}
