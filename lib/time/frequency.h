/*
 * frequency - business days, weeks, months and years: which of them a day is in
 *
 * As pandas' "B", "W", "M" and "A" bins have it.
 */
#ifndef ST_TIME_FREQUENCY_H
#define ST_TIME_FREQUENCY_H

enum frequency { DAILY, WEEKLY, MONTHLY, ANNUAL, FREQUENCIES };

extern const char *const frequency_name[FREQUENCIES];

/* The frequency of this name; dies when there is none. */
enum frequency frequency_named(const char *name);

/* The periods are numbered; a business day is one, its weekend included. Which is the day's? */
int frequency_period(enum frequency f, int day);

/* The first day of a period. */
int frequency_start(enum frequency f, int period);

/* The day that labels a period: the business day itself, else the period's last day. */
int frequency_label(enum frequency f, int period);

/* How many of them a year has, as annual figures are reckoned (time/year.h). */
double frequency_per_year(enum frequency f);

#endif
