#include "time/instant.h"

#include "test.h"

static bool
is(const char *text, int64_t t)
{
	int64_t got = -1;

	return instant_parse(slice_of(text), &got) && got == t;
}

static bool
prints(int64_t t, const char *text)
{
	char got[INSTANT_MAX];

	return instant_print(got, t) == strlen(text) && strcmp(got, text) == 0;
}

static void
parsed(void)
{
	CHECK(is("1970-01-01", 0));
	CHECK(is("2020-01-02 12:00:00", 1577966400000000));
	CHECK(is("2020-01-02T12:00:00.5", 1577966400500000));
	CHECK(is("2020-01-02 12:00:00.000001Z", 1577966400000001));
	CHECK(is("2020-01-02 13:00:00.25+01:00", 1577966400250000));
	CHECK(is("1969-12-31 23:59:59.999999", -1));
}

static void
refused(void)
{
	static const char *const bad[] = {
		"", "x", "2020-01-02 12:00:00.", "2020-01-02 12:00:00.1234567", "2020-01-02.5", "2020-01-02 12:00.5",
		"2020-01-02 12:00:00.5x", "2020-01-02 24:00:00", "2020-02-30", "2020-01-02 12:00:00,5", ".5"
	};
	int64_t t;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!instant_parse(slice_of(bad[i]), &t));
}

static void
printed(void)
{
	CHECK(prints(0, "1970-01-01 00:00:00"));
	CHECK(prints(-1, "1969-12-31 23:59:59.999999"));
	CHECK(prints(1577966400500000, "2020-01-02 12:00:00.500000"));
}

int
main(void)
{
	RUN(parsed);
	RUN(refused);
	RUN(printed);
	return test_end();
}
