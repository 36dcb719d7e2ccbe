#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

static int
day(const char *s)
{
	int d = -999999;

	return date_parse(slice_of(s), &d) ? d : -999999;
}

static bool
stamp_is(const char *s, int64_t want)
{
	int64_t t;

	return stamp_parse(slice_of(s), &t) && t == want;
}

static bool
no_stamp(const char *s)
{
	int64_t t;

	return !stamp_parse(slice_of(s), &t);
}

static void
known_days(void)
{
	CHECK(day("1970-01-01") == 0);
	CHECK(day("1969-12-31") == -1);
	CHECK(day("2000-02-29") == 11016);
	CHECK(day("2000-03-01") == 11017);
	CHECK(day("2038-01-19") == 24855);
	CHECK(day("0001-01-01") == -719162);
	CHECK(day("9999-12-31") == 2932896);
	CHECK(day("0000-12-31") == -999999);
}

static void
plain_stamps(void)
{
	static const char *const plain[] = { "2020-01-01", "2020-01-01 00:00", "2020-01-01 23:59", "2020-01-01 23:59:59" };
	static const char *const others[] = { "2020-01-01 ", "2020-01-01junk", "2020-01-01T10:00:00", "2020-01-01 24:00",
		"2020-01-01 10:60",
		"2020-01-01 10:30:60", "2020-01-01 10-30", "2020-01-01 10:30-20", "2020-01-01 10:30:00Z", "2020-01-01 10:30:00.5" };

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		CHECK(stamp_is_plain(slice_of(plain[i])));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		CHECK(!stamp_is_plain(slice_of(others[i])));
}

/* Day by day over eight centuries: print, parse and the calendar's own rules agree. */
static void
every_day(void)
{
	char s[DATE_MAX];
	int y, m, d, n = 0, py = 0, pm = 0, pd = 0;

	for (int i = date_of(1600, 1, 1); i < date_of(2400, 1, 1); i++, n++) {
		CHECK(date_print(s, i) == 10);
		int back;
		CHECK(date_parse((struct slice){ s, 10 }, &back) && back == i);
		date_civil(i, &y, &m, &d);
		CHECK(date_of(y, m, d) == i);
		if (n)
			CHECK((y == py && m == pm && d == pd + 1) || (y == py && m == pm + 1 && d == 1 && pd >= 28) ||
			    (y == py + 1 && m == 1 && d == 1 && pm == 12 && pd == 31));
		py = y, pm = m, pd = d;
	}
	CHECK(n == 2 * 146097); /* twice the 400 years of the Gregorian cycle */
}

static void
refused_days(void)
{
	static const char *const bad[] = { "", "2020", "2020-1-01", "2020-01-1", "2020-00-01", "2020-13-01", "2020-01-00",
		"2020-01-32", "2021-02-29", "1900-02-29", "2020-04-31", "2020/01/01", "20200101", " 2020-01-01", "2020-01-0x",
		"-020-01-01", "2020-+1-01" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(day(bad[i]) == -999999);
}

static void
business_days(void)
{
	CHECK(date_weekday(day("1970-01-01")) == 3);
	CHECK(date_weekday(day("2021-01-02")) == 5);
	CHECK(date_weekday(day("1900-01-01")) == 0);
	CHECK(date_business(day("2021-01-01")) == day("2021-01-01"));
	CHECK(date_business(day("2021-01-02")) == day("2021-01-01"));
	CHECK(date_business(day("2021-01-03")) == day("2021-01-01"));
	CHECK(date_business(day("2021-01-04")) == day("2021-01-04"));
	CHECK(date_next_business(day("2021-01-01")) == day("2021-01-04"));
	CHECK(date_next_business(day("2021-01-04")) == day("2021-01-05"));
	CHECK(date_business(day("1969-12-28")) == day("1969-12-26")); /* before the epoch */
}

static void
months_later(void)
{
	CHECK(date_months_later(date_of(2010, 1, 15), 0) == date_of(2010, 1, 15));
	CHECK(date_months_later(date_of(2010, 1, 15), 11) == date_of(2010, 12, 15));
	CHECK(date_months_later(date_of(2010, 12, 15), 1) == date_of(2011, 1, 15));
	CHECK(date_months_later(date_of(2010, 7, 1), 30) == date_of(2013, 1, 1));
	CHECK(date_months_later(date_of(2012, 1, 31), 1) == date_of(2012, 3, 2));
	CHECK(date_months_later(date_of(2012, 2, 29), 12) == date_of(2013, 3, 1));
}

static void
stamps(void)
{
	CHECK(stamp_is("1970-01-01", 0));
	CHECK(stamp_is("1970-01-02 00:00:01", 86401));
	CHECK(stamp_is("1970-01-01T23:59", 86340));
	CHECK(stamp_is("2021-11-01 23:00:00", 1635807600));
	CHECK(stamp_is("1969-12-31 23:59:59", -1));
	CHECK(stamp_is("1970-01-01T00:00:00Z", 0));
	CHECK(stamp_is("1970-01-01T02:00:00+02", 0));
	CHECK(stamp_is("1970-01-01T02:30:00+0230", 0));
	CHECK(stamp_is("1970-01-01T02:30:00+02:30", 0));
	CHECK(stamp_is("1969-12-31 19:00-05:00", 0));
}

static void
refused_stamps(void)
{
	static const char *const bad[] = { "", "1970-01-01 ", "1970-01-01x", "1970-01-01 1:00", "1970-01-01 24:00",
		"1970-01-01 00:60", "1970-01-01 00:00:60", "1970-01-01 00:00:00x", "1970-01-01 00:00:", "1970-01-01_00:00",
		"1970-01-01 00:00:00+", "1970-01-01 00:00:00+1", "1970-01-01 00:00:00+24", "1970-01-01 00:00:00+1:00",
		"1970-01-01 00:00:00+01:60", "1970-01-01 00.00", "1970-02-30 00:00", "1970-01-01 00:00:00.5" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(no_stamp(bad[i]));
}

static void
printed_stamps(void)
{
	char s[DATE_MAX];

	CHECK(stamp_print(s, 1635807600) == 19 && memcmp(s, "2021-11-01 23:00:00", 19) == 0);
	CHECK(stamp_print(s, -1) == 19 && memcmp(s, "1969-12-31 23:59:59", 19) == 0);
	CHECK(stamp_print(s, -86400) == 19 && memcmp(s, "1969-12-31 00:00:00", 19) == 0);
}

int
main(void)
{
	RUN(known_days);
	RUN(plain_stamps);
	RUN(every_day);
	RUN(refused_days);
	RUN(business_days);
	RUN(months_later);
	RUN(stamps);
	RUN(refused_stamps);
	RUN(printed_stamps);
	return test_end();
}
