/*
 * frequency - how often the values come that weights and correlations are fitted to: by business day, day, week or month
 *
 * As pandas' B, D, W, M and BM have it: a period is named by its last day, a business month by its last business day.
 */
#ifndef ST_FIT_FREQUENCY_H
#define ST_FIT_FREQUENCY_H

#include "config/config.h"
#include "time/frequency.h"

enum fit_frequency { FIT_BUSINESS_DAILY, FIT_DAILY, FIT_WEEKLY, FIT_MONTHLY, FIT_BUSINESS_MONTHLY };

/* What the mapping `key` says of returns, or of correlations, which may be of business months too; dies of another one. */
enum fit_frequency fit_frequency_of_returns(const struct config *c, const char *key);
enum fit_frequency fit_frequency_of_correlations(const struct config *c, const char *key);

/*
 * What rows serve two of them: weekly ones (by the Sunday that ends the week) where both are weekly, else those of business days.
 * And what rows are stamped on such a day.
 */
enum frequency fit_frequency_rows(enum fit_frequency one, enum fit_frequency other);
enum frequency fit_frequency_rows_on(int day);

/* Periods are numbered; which is the day's, and which day is it named by? */
int fit_frequency_period(enum fit_frequency f, int day);
int fit_frequency_label(enum fit_frequency f, int period);

/* How many of them a year has, as annual figures are reckoned. */
double fit_frequency_per_year(enum fit_frequency f);

#endif
