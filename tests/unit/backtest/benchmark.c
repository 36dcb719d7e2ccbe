/* benchmark - returns and levels beside an account, day by day, by hand */
#include "backtest/benchmark.h"

#include <math.h>

#include "base/prog.h"
#include "test.h"
#include "time/date.h"

/* Monday 2021-01-04 to Thursday 2021-01-14; the account knows nothing of the first Thursday, and has no row on Friday. */
static struct daily_returns
account(void)
{
	return daily_returns_read(test_file("time,gross_percent,net_percent\n2021-01-04,1,1\n2021-01-05,2,2\n2021-01-06,-1,-1\n"
	    "2021-01-07,5,\n2021-01-11,3,3\n2021-01-12,-2,-2\n2021-01-13,0,0\n2021-01-14,1,1\n"), true);
}

static struct benchmark
beside(const char *text)
{
	struct daily_returns t = account();

	return benchmark_read(test_file(text), &t);
}

/* The first level is the base; Tuesday is not the benchmark's, and is in Wednesday for both; so is what was on Thursday to Saturday. */
static void
levels(void)
{
	struct benchmark b = beside("Date,Open,Close\n2021-01-04,0,100\n2021-01-06,0,110\n2021-01-07,0,121\n2021-01-09,0,121\n"
	    "2021-01-11,0,\n2021-01-12 22:00:00,0,108.9\n2021-01-13,0,108.9\n2021-01-14,0,108.9\n");

	CHECK(b.first == 0 && b.n == 9 && b.common == 5);
	CHECK(isnan(b.x[0]) && isnan(b.x[1]) && fabs(b.x[2] - 10) < 1e-12 && isnan(b.x[3]));
	CHECK(b.account[2] == 1 && isnan(b.account[0]) && isnan(b.account[1]));
	CHECK(fabs(b.x[5] - 10) < 1e-12 && b.account[5] == 3); /* Thursday's, as Saturday's level counts for Monday */
	CHECK(fabs(b.x[6] + 10) < 1e-12 && b.account[6] == -2);
}

/* Of returns the first day counts; a file that begins sooner has a return on it too. */
static void
returns(void)
{
	struct benchmark b = beside("time,return\n2021-01-05,0.01\n2021-01-06,-0.02\n2021-01-09,0.005\n2021-01-11,0.01\n");

	CHECK(b.first == 1 && b.n == 5 && b.common == 3);
	CHECK(b.x[0] == 1 && b.account[0] == 2 && b.x[1] == -2 && b.account[1] == -1);
	CHECK(b.x[4] == 1.5 && b.account[4] == 3);
	b = beside("time,price\n2021-01-01,100\n2021-01-04,101\n2021-01-05,101\n");
	CHECK(b.first == 0 && b.common == 2 && fabs(b.x[0] - 1) < 1e-12 && b.account[0] == 1);
	b = beside("time,gross_percent,net_percent,price\n2021-01-04,9,0.5,7\n2021-01-05,9,0.25,7\n");
	CHECK(b.common == 2 && b.x[0] == 0.5 && b.x[1] == 0.25);
}

/* Does it die with just that line? */
static bool
refuses(const char *path, const struct daily_returns *t, const char *want)
{
	char line[300];
	int fd;

	snprintf(line, sizeof line, "benchmark: %s\n", want);
	if (test_child(2, &fd)) {
		benchmark_read(path, t);
		_exit(0);
	}
	return test_ended(fd, 2, line);
}

static void
refused(void)
{
	struct daily_returns t = account();
	const char *one = test_file("time,price\n2021-01-04,100\n2021-01-05,101\n"), *zero = test_file("time,price\n2021-01-04,0\n");
	const char *none = test_file("time,value\n2021-01-04,1\n"), *large = test_file("time,price\n2021-01-04,1e-300\n2021-01-05,1e300\n");
	char want[200];

	snprintf(want, sizeof want, "%s: returns on fewer than two days of the account, which are 2021-01-04 to 2021-01-14", one);
	CHECK(refuses(one, &t, want));
	snprintf(want, sizeof want, "%s:2: column 'price': a level that is not above 0: \"0\"", zero);
	CHECK(refuses(zero, &t, want));
	snprintf(want, sizeof want, "%s:3: column 'price': a change too large to be a return: \"1e300\"", large);
	CHECK(refuses(large, &t, want));
	snprintf(want, sizeof want, "%s:1: no column of returns (return, return_percent, net_percent) and none of prices "
	    "(price, close, adj close, adjusted, level)", none);
	CHECK(refuses(none, &t, want));
}

int
main(void)
{
	prog = "benchmark";
	RUN(levels);
	RUN(returns);
	RUN(refused);
	return test_end();
}
