#include "fit/frequency.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "time/date.h"
#include "time/year.h"

/* By enum fit_frequency. */
static const struct {
	const char *name;
	enum frequency periods;
} known[] = { { "B", DAILY }, { "D", DAILY }, { "W", WEEKLY }, { "M", MONTHLY }, { "BM", MONTHLY } };

static enum fit_frequency
named(const struct config *c, const char *key, int n, const char *which)
{
	char path[256];

	snprintf(path, sizeof path, "%s.frequency", key);
	const char *name = config_str_or(c, path, "W");
	for (int f = 0; f < n; f++)
		if (strcmp(name, known[f].name) == 0)
			return (enum fit_frequency)f;
	die("%s: %s is %s, not '%s'", c->path, path, which, name);
}

enum fit_frequency
fit_frequency_of_returns(const struct config *c, const char *key)
{
	return named(c, key, FIT_BUSINESS_MONTHLY, "B, D, W or M");
}

enum fit_frequency
fit_frequency_of_correlations(const struct config *c, const char *key)
{
	return named(c, key, FIT_BUSINESS_MONTHLY + 1, "B, D, W, M or BM");
}

enum frequency
fit_frequency_rows(enum fit_frequency one, enum fit_frequency other)
{
	return one == FIT_WEEKLY && other == FIT_WEEKLY ? WEEKLY : DAILY;
}

enum frequency
fit_frequency_rows_on(int day)
{
	return date_weekday(day) == 6 ? WEEKLY : DAILY;
}

int
fit_frequency_period(enum fit_frequency f, int day)
{
	return f == FIT_DAILY ? day : frequency_period(known[f].periods, day);
}

int
fit_frequency_label(enum fit_frequency f, int period)
{
	if (f == FIT_DAILY)
		return period;
	int day = frequency_label(known[f].periods, period);
	return f == FIT_BUSINESS_MONTHLY ? date_business(day) : day;
}

double
fit_frequency_per_year(enum fit_frequency f)
{
	return f == FIT_DAILY ? CALENDAR_DAYS_IN_YEAR : frequency_per_year(known[f].periods);
}
