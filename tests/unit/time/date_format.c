#include "test.h"
#include "time/date.h"
#include "time/date_format.h"
#include "time/stamp.h"

/* What a text means, as YYYY-MM-DD HH:MM:SS; "" when it isn't of that format. */
static const char *
read_as(const char *format, const char *text)
{
	static char s[DATE_MAX + 1];
	int64_t t;

	if (!date_format_parse(format, slice_of(text), &t))
		return "";
	s[stamp_print(s, t)] = '\0';
	return s;
}

#define READS(format, text, want) CHECK(strcmp(read_as(format, text), want) == 0)

static void
vendors(void)
{
	READS("%Y-%m-%d %H:%M:%S", "2020-03-01 10:05:07", "2020-03-01 10:05:07");
	READS("%m/%d/%Y", "12/31/2020", "2020-12-31 23:00:00");
	READS("%m/%d/%Y", "1/2/2020", "2020-01-02 23:00:00");
	READS("%Y%m%d", "20200229", "2020-02-29 23:00:00");
	READS("%b %d, %Y", "Feb 03, 2021", "2021-02-03 23:00:00");
	READS("%b %d, %Y", "february 3, 2021", "2021-02-03 23:00:00");
	READS("%d-%b-%y", "03-MAY-50", "2050-05-03 23:00:00");
	READS("%d-%b-%y", "03-MAY-51", "1951-05-03 23:00:00");
	READS("%Y-%m-%dT%H:%M:%S%z", "2017-06-30T05:00:00+0000", "2017-06-30 05:00:00");
	READS("%Y-%m-%dT%H:%M:%S%z", "2017-06-30T05:00:00+02:00", "2017-06-30 03:00:00");
	READS("%Y-%m-%dT%H:%M:%S%z", "2017-06-30T05:00:00-0030", "2017-06-30 05:30:00");
	READS("%Y-%m-%dT%H:%M:%S.%fZ", "2022-06-06T00:00:59.123456789Z", "2022-06-06 00:00:59");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 12:05 AM", "2020-01-02 00:05:00");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 12:05 pm", "2020-01-02 12:05:00");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 11:59 PM", "2020-01-02 23:59:00");
	READS("%s", "0", "1970-01-01 00:00:00");
	READS("%s", "-1", "1969-12-31 23:59:59");
	READS("%s", "1582934400", "2020-02-29 00:00:00");
	READS("%Y%%%m%d", "2020%0102", "2020-01-02 23:00:00");
}

/* Rows of days stamped with a midnight somewhere: only the date means something. */
static void
the_rest(void)
{
	READS("%Y-%m-%dT%*", "2023-11-02T05:00:00+0000", "2023-11-02 23:00:00");
	READS("%Y-%m-%d%*", "2023-11-02", "2023-11-02 23:00:00");
	READS("%Y-%m-%dT%*", "2023-11-02 05:00:00", "");
	READS("%Y-%m-%d %H%*", "2023-11-02 05:30", "2023-11-02 05:00:00");
	CHECK(!date_format_wrong("%Y-%m-%d%*"));
	CHECK(strcmp(date_format_wrong("%Y-%*%m-%d"), "%*, which passes over the rest, and something behind it") == 0);
	CHECK(strcmp(date_format_wrong("%*"), "no year, month and day") == 0);
}

static void
none(void)
{
	READS("%Y%m%d", "20200230", "");
	READS("%Y%m%d", "20201301", "");
	READS("%Y%m%d", "20200100", "");
	READS("%Y%m%d", "2020010", ""); /* the day 0 */
	READS("%Y%m%d", "202001011", "");
	READS("%Y%m%d", "", "");
	READS("%Y%m%d", " 20200101", "");
	READS("%Y-%m-%d", "20-01-01", "");
	READS("%Y-%m-%d", "2020-1-1x", "");
	READS("%b %d, %Y", "Foo 03, 2021", "");
	READS("%b %d, %Y", "Fe", "");
	READS("%Y-%m-%d %H:%M:%S", "2020-01-01 24:00:00", "");
	READS("%Y-%m-%d %H:%M:%S", "2020-01-01 23:60:00", "");
	READS("%Y-%m-%d %H:%M:%S", "2020-01-01", "");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 13:05 PM", "");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 00:05 PM", "");
	READS("%m/%d/%Y %I:%M %p", "01/02/2020 01:05 xm", "");
	READS("%Y-%m-%d%z", "2020-01-01*0100", "");
	READS("%Y-%m-%d%z", "2020-01-01+2400", "");
	READS("%s", "", "");
	READS("%s", "-", "");
	READS("%s", "1e9", "");
}

static void
formats(void)
{
	CHECK(!date_format_wrong("%Y-%m-%d") && !date_format_wrong("%s") && !date_format_wrong("%b %d %y %%"));
	CHECK(date_format_wrong("%Y-%m"));
	CHECK(date_format_wrong("%Y-%m-%d %q"));
	CHECK(date_format_wrong("%Y-%m-%d %"));
	CHECK(date_format_wrong("%Y-%m-%d %I"));
	CHECK(date_format_wrong("%Y-%m-%d %p"));
	CHECK(date_format_wrong("%%Y %%m %%d"));
	CHECK(date_format_wrong("%Y-%m-%d %M"));
	CHECK(!date_format_has_hour("%Y-%m-%d%%H") && date_format_has_hour("%d %I") && date_format_has_hour("%s"));
}

/* A code twice, and any two of a group: each later one would go on with what the first has set. */
static void
one_code_for_a_thing(void)
{
	char format[64];

	for (const char *c = "YymdbHIpMSfzs"; *c; c++) {
		snprintf(format, sizeof format, "%%Y%%m%%d%%H%%%c%%%c", *c, *c);
		CHECK(date_format_wrong(format));
	}
	for (const char *c = "Yymdb"; *c; c++) {
		snprintf(format, sizeof format, "%%s%%%c", *c);
		CHECK(date_format_wrong(format));
	}
	CHECK(date_format_wrong("%Y%y%m%d") && date_format_wrong("%Y%m%b%d"));
	CHECK(date_format_wrong("%Y%m%d%H%I%p") && date_format_wrong("%s%z"));
	CHECK(!date_format_wrong("%s.%f") && !date_format_wrong("%Y%%%%%m%d %I:%M:%S %p %z"));
}

static void
printing(void)
{
	char s[DATE_FORMAT_MAX];
	static char format[600];

	date_format_print(s, "%Y-%m-%d", 1582934400);
	CHECK(strcmp(s, "2020-02-29") == 0);
	date_format_print(s, "%Y%m%dT%H:%M:%SZ %y %s %%", 1582934400 + 3661);
	CHECK(strcmp(s, "20200229T01:01:01Z 20 1582938061 %") == 0);
	date_format_print(s, "%Y-%m-%d %H", -1);
	CHECK(strcmp(s, "1969-12-31 23") == 0);
	memset(format, 'x', sizeof format - 1);
	date_format_print(s, format, 0);
	CHECK(strlen(s) == DATE_FORMAT_MAX - 1);
}

int
main(void)
{
	RUN(vendors);
	RUN(the_rest);
	RUN(none);
	RUN(formats);
	RUN(one_code_for_a_thing);
	RUN(printing);
	return test_end();
}
