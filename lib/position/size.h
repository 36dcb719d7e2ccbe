/*
 * size - the position that risks the whole capital on one instrument at an average forecast
 *
 * Volatility scalar = daily cash vol target / (daily vol of one contract in base
 * currency); Carver, "Systematic Trading", 2015, chapters 9 and 10.
 */
#ifndef ST_POSITION_SIZE_H
#define ST_POSITION_SIZE_H

#include "config/config.h"

/* Annual and daily cash vol target in base currency: capital times percentage, and that over a year's root (time/year.h). */
double size_annual_target(const struct config *c);
double size_daily_target(const struct config *c);

/* The average absolute forecast that forecasts are scaled to. */
double size_average_forecast(const struct config *c);

struct size {
	double target;      /* daily, base currency */
	double point_size;  /* instrument currency */
	double price, currency_vol;
	double scalar;      /* the last volatility scalar that was not missing */
};

struct size size_new(double daily_target, double point_size);

/*
 * The day's volatility scalar in contracts: from the price of the contract held,
 * its daily vol in price points and the FX rate. Any may be missing (NaN); price
 * and vol are filled forwards, the result is not, but z->scalar is.
 */
double size_next(struct size *z, double price, double vol, double fx);

#endif
