#include "stream/dated_values.h"

#include "base/prog.h"
#include "test.h"
#include "time/date.h"

static void
a_value_holds_from_its_time_on(void)
{
	struct dated_values c = dated_values_read(test_file("time,instrument,rule,value\n2021-01-04,GOLD,slow,1\n2021-01-05 00:00:00.000005,GOLD,slow,2\n"
	                                          "2021-01-04,GOLD,fast,5\n2021-01-06,GOLD,slow,\n"));
	const struct dated_value_series *s = dated_values_of(&c, "GOLD", "slow");
	int at = 0, day = date_of(2021, 1, 4);

	CHECK(s && s->n == 3 && c.n == 2 && !dated_values_of(&c, "GOLD", "medium") && !dated_values_of(&c, "CORN", "slow"));
	CHECK(dated_value_at(s, dated_value_day(day) - 1, &at) != dated_value_at(s, dated_value_day(day) - 1, &at));
	CHECK(dated_value_at(s, dated_value_day(day), &at) == 1);
	CHECK(dated_value_at(s, dated_value_day(day + 1), &at) == 1);      /* five microseconds before */
	CHECK(dated_value_at(s, dated_value_day(day + 1) + 5, &at) == 2);
	CHECK(same(dated_value_at(s, dated_value_day(day + 2), &at), dated_value_at(s, dated_value_day(day + 9), &at)) && at == 3);
	CHECK(dated_value_at(s, dated_value_day(day), &at) == 1);          /* back again */
}

static void
tables_without_instrument_or_rule(void)
{
	struct dated_values by = dated_values_read(test_file("value,instrument,time\n1,GOLD,2021-01-04\n"));
	struct dated_values all = dated_values_read(test_file("time,value\n2021-01-04 10:30:00,1.5\n"));
	int at = 0;

	CHECK(dated_values_of(&by, "GOLD", NULL) && !dated_values_of(&by, NULL, NULL));
	CHECK(dated_value_at(dated_values_of(&all, NULL, NULL), dated_value_day(date_of(2021, 1, 5)), &at) == 1.5);
}

/* Whole names, whatever their length and the bytes in them, as the reader has them without quotes. */
static void
names_are_whole(void)
{
	char text[512], slow[100], fast[100];
	int at = 0, day = date_of(2021, 1, 4);

	snprintf(slow, sizeof slow, "%085d_slow", 0);
	snprintf(fast, sizeof fast, "%085d_fast", 0);
	snprintf(text, sizeof text, "time,instrument,rule,value\n\"2021-01-04\",\"GOLD\",%s,1\n2021-01-04,GOLD,%s,2\n"
	    "2021-01-04,\"A,B\",C,3\n2021-01-04,A,\"B,C\",4\n2021-01-04,\"a \"\"b\"\"\",C,\"5\"\n", slow, fast);
	struct dated_values c = dated_values_read(test_file(text));
	const char *const name[][2] = { { "GOLD", slow }, { "GOLD", fast }, { "A,B", "C" }, { "A", "B,C" }, { "a \"b\"", "C" } };

	CHECK(c.n == 5);
	for (int i = 0; i < 5; i++) {
		const struct dated_value_series *s = dated_values_of(&c, name[i][0], name[i][1]);
		CHECK(s && s->n == 1 && dated_value_at(s, dated_value_day(day), &at) == i + 1);
		CHECK(strcmp(s->instrument, name[i][0]) == 0 && strcmp(s->rule, name[i][1]) == 0);
	}
	CHECK(!dated_values_of(&c, "GOLD", NULL) && !dated_values_of(&c, NULL, "C") && !dated_values_of(&c, "A,B,C", NULL));
}

static void
times_print_as_short_as_they_are(void)
{
	char buf[DATED_VALUE_MAX];
	int64_t t = dated_value_day(date_of(1972, 10, 22));

	CHECK(slice_is((struct slice){ buf, dated_value_print(buf, t) }, "1972-10-22"));
	CHECK(slice_is((struct slice){ buf, dated_value_print(buf, t + 3600 * 1000000ll) }, "1972-10-22 01:00:00"));
	CHECK(slice_is((struct slice){ buf, dated_value_print(buf, t + 5) }, "1972-10-22 00:00:00.000005"));
	CHECK(slice_is((struct slice){ buf, dated_value_print(buf, dated_value_day(-1) + 5) }, "1969-12-31 00:00:00.000005"));
}

static bool
is_refused(const char *text, const char *what)
{
	static char want[512];
	const char *path = test_file(text);
	int fd;

	snprintf(want, sizeof want, "unit: %s:%s\n", path, what);
	if (test_child(2, &fd)) {
		prog = "unit";
		dated_values_read(path);
		_exit(0);
	}
	return test_ended(fd, 2, want);
}

static void
what_is_wrong_is_named(void)
{
	CHECK(is_refused("time,value\n2021-01-04,1\n2021-01-04,2\n", "3: column 'time': time does not increase: \"2021-01-04\""));
	CHECK(is_refused("time,value\nsoon,1\n", "2: column 'time': not a time: \"soon\""));
	CHECK(is_refused("time,value\n2021-01-04.5,1\n", "2: column 'time': not a time: \"2021-01-04.5\""));
	CHECK(is_refused("time,value\n2021-01-04 00:00:00.1234567,1\n", "2: column 'time': not a time: \"2021-01-04 00:00:00.1234567\""));
	CHECK(is_refused("time,value\n2021-01-04,x\n", "2: column 'value': not a number: \"x\""));
	CHECK(is_refused("time,weight\n", "1: no column 'value'"));
}

int
main(void)
{
	RUN(a_value_holds_from_its_time_on);
	RUN(tables_without_instrument_or_rule);
	RUN(names_are_whole);
	RUN(times_print_as_short_as_they_are);
	RUN(what_is_wrong_is_named);
	return test_end();
}
