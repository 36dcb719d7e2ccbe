#include "time/frequency.h"

#include <string.h>

#include "base/die.h"
#include "time/date.h"
#include "time/year.h"

const char *const frequency_name[] = { "daily", "weekly", "monthly", "annual" };

static int
floor_div(int a, int b)
{
	return a / b - (a % b < 0);
}

/* Day -3 is a Monday. */
int
frequency_period(enum frequency f, int day)
{
	int week = floor_div(day + 3, 7), year, month, mday;

	if (f == WEEKLY)
		return week;
	if (f == DAILY)
		return week * 5 + date_weekday(date_business(day));
	date_civil(day, &year, &month, &mday);
	return f == MONTHLY ? year * 12 + month - 1 : year;
}

int
frequency_start(enum frequency f, int period)
{
	int week = floor_div(period, 5);

	switch (f) {
	case DAILY:
		return week * 7 - 3 + period - week * 5;
	case WEEKLY:
		return period * 7 - 3;
	case MONTHLY:
		return date_of(period / 12, period % 12 + 1, 1);
	default:
		return date_of(period, 1, 1);
	}
}

int
frequency_label(enum frequency f, int period)
{
	return f == DAILY ? frequency_start(f, period) : frequency_start(f, period + 1) - 1;
}

double
frequency_per_year(enum frequency f)
{
	static const double per_year[] = { BUSINESS_DAYS_IN_YEAR, WEEKS_IN_YEAR, 12, 1 };

	return per_year[f];
}

enum frequency
frequency_named(const char *name)
{
	for (int f = 0; f < FREQUENCIES; f++)
		if (strcmp(name, frequency_name[f]) == 0)
			return f;
	die("no such frequency: \"%s\"; it is daily, weekly, monthly or annual", name);
}
