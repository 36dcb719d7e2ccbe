#include "fit/frequency.h"

#include <stdlib.h>

#include "test.h"
#include "time/date.h"

/* The label of a day's period. */
static int
label(enum fit_frequency f, int day)
{
	return fit_frequency_label(f, fit_frequency_period(f, day));
}

/* Saturday 2021-01-30, in a month whose last business day is the Friday before. */
static void
labels(void)
{
	int saturday = date_of(2021, 1, 30);

	CHECK(label(FIT_BUSINESS_DAILY, saturday) == saturday - 1 && label(FIT_DAILY, saturday) == saturday);
	CHECK(label(FIT_WEEKLY, saturday) == saturday + 1 && label(FIT_MONTHLY, saturday) == saturday + 1);
	CHECK(label(FIT_BUSINESS_MONTHLY, saturday) == saturday - 1);
	CHECK(label(FIT_BUSINESS_MONTHLY, date_of(2021, 2, 1)) == date_of(2021, 2, 26));
	for (enum fit_frequency f = FIT_BUSINESS_DAILY; f <= FIT_BUSINESS_MONTHLY; f++)
		CHECK(fit_frequency_period(f, date_of(2021, 3, 1)) > fit_frequency_period(f, date_of(2021, 2, 26)));
}

static void
years(void)
{
	CHECK(fit_frequency_per_year(FIT_BUSINESS_DAILY) == 256 && fit_frequency_per_year(FIT_DAILY) == 365.25);
	CHECK(fit_frequency_per_year(FIT_WEEKLY) == 365.25 / 7 && fit_frequency_per_year(FIT_MONTHLY) == 12);
}

static void
rows(void)
{
	CHECK(fit_frequency_rows(FIT_WEEKLY, FIT_WEEKLY) == WEEKLY && fit_frequency_rows(FIT_WEEKLY, FIT_MONTHLY) == DAILY);
	CHECK(fit_frequency_rows(FIT_DAILY, FIT_WEEKLY) == DAILY);
	CHECK(fit_frequency_rows_on(date_of(2021, 1, 31)) == WEEKLY && fit_frequency_rows_on(date_of(2021, 1, 29)) == DAILY);
}

int
main(void)
{
	RUN(labels);
	RUN(years);
	RUN(rows);
	return test_end();
}
