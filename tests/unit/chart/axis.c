/* axis: round numbers and days, as a person would choose them */
#include "test.h"

#include <math.h>

#include "chart/axis.h"
#include "time/date.h"

static const char *
texts(struct axis a)
{
	static char all[1024];

	all[0] = '\0';
	for (int i = 0; i < a.n; i++) {
		strcat(all, i ? " " : "");
		strcat(all, a.mark[i].text);
	}
	return all;
}

static bool
numbers(double low, double high, int most, const char *want)
{
	const char *got = texts(axis_numbers(low, high, most));

	if (strcmp(got, want) != 0)
		printf("# %s\n", got);
	return strcmp(got, want) == 0;
}

static void
test_numbers(void)
{
	CHECK(numbers(-12, 223, 6, "0 50 100 150 200"));
	CHECK(numbers(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0"));
	CHECK(numbers(-0.3, 0.1, 3, "-0.2 0.0"));
	CHECK(numbers(-31.5, 0, 10, "-30 -25 -20 -15 -10 -5 0"));
	CHECK(numbers(0, 2.4e6, 6, "0.0 0.5M 1.0M 1.5M 2.0M"));
	CHECK(numbers(-40000, 20000, 5, "-40k -20k 0 20k"));
	CHECK(numbers(0, 4e10, 5, "0 10bn 20bn 30bn 40bn"));
	CHECK(numbers(9000, 9900, 4, "9000 9500"));
	CHECK(numbers(1e-5, 4e-5, 4, "0.00001 0.00002 0.00003 0.00004"));
	CHECK(numbers(123456.001, 123456.005, 3, "123456.002 123456.004"));
	CHECK(numbers(0, 3e20, 4, "0 1e+20 2e+20 3e+20"));
	CHECK(numbers(0, 3e-20, 4, "0 1e-20 2e-20 3e-20"));
	struct axis a = axis_numbers(-0.3, 0.1, 5);
	CHECK(a.mark[3].at == 0 && !signbit(a.mark[3].at) && a.mark[4].at == 0.1);
}

static void
test_many_numbers(void)
{
	for (int i = 0; i < 20000 / TEST_SLOW; i++) {
		double low = ((double)test_random() / 1e19 - 1) * pow(10, (int)(test_random() % 40) - 20);
		double high = low + (double)(test_random() % 1000 + 1) * pow(10, (int)(test_random() % 40) - 20);
		int most = 2 + (int)(test_random() % 10);
		struct axis a = axis_numbers(low, high > low ? high : low + fabs(low) + 1, most);
		CHECK(a.n <= most);
		for (int j = 0; j < a.n; j++)
			CHECK(strlen(a.mark[j].text) < sizeof a.mark[j].text && (j == 0 || a.mark[j].at > a.mark[j - 1].at));
	}
}

static bool
days(int from, int to, int room, const char *want)
{
	const char *got = texts(axis_days(from, to, room));

	if (strcmp(got, want) != 0)
		printf("# %s\n", got);
	return strcmp(got, want) == 0;
}

static void
test_days(void)
{
	CHECK(days(date_of(2005, 1, 3), date_of(2020, 1, 1), 60, "2006 2008 2010 2012 2014 2016 2018 2020"));
	CHECK(days(date_of(2005, 1, 1), date_of(2009, 12, 31), 60, "2005 2006 2007 2008 2009"));
	CHECK(days(date_of(2020, 1, 15), date_of(2020, 7, 14), 60, "2020-02 2020-03 2020-04 2020-05 2020-06 2020-07"));
	CHECK(days(date_of(2020, 1, 15), date_of(2021, 7, 14), 40, "2020-07 2021-01 2021-07"));
	CHECK(days(date_of(2020, 1, 1), date_of(2020, 1, 3), 60, "2020-01-01 2020-01-02 2020-01-03"));
	CHECK(days(date_of(2020, 1, 1), date_of(2020, 1, 31), 60, "2020-01-06 2020-01-13 2020-01-20 2020-01-27")); /* Mondays */
	CHECK(days(date_of(1890, 5, 1), date_of(2020, 1, 1), 60, "1900 1920 1940 1960 1980 2000 2020"));
	CHECK(days(date_of(2020, 1, 1), date_of(2020, 1, 2), 60, "2020-01-01 2020-01-02"));
	CHECK(days(date_of(1, 1, 1), date_of(9999, 12, 31), 8, "1000 2000 3000 4000 5000 6000 7000 8000 9000")); /* no longer step */
}

int
main(void)
{
	RUN(test_numbers);
	RUN(test_many_numbers);
	RUN(test_days);
	return test_end();
}
