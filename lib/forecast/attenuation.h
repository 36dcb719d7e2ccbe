/*
 * attenuation - forecasts are made smaller when an instrument's volatility is high for it
 *
 * 2 - 1.5 Q, smoothed, where Q is the share of past days on which vol in percent of
 * price, relative to its mean of ten years, was lower than today. As pysystemtrade's
 * volAttenForecastScaleCap has it; while nothing can be said yet it is 2.
 */
#ifndef ST_FORECAST_ATTENUATION_H
#define ST_FORECAST_ATTENUATION_H

#include "maths/ewma.h"
#include "maths/rank.h"
#include "maths/rolling.h"

struct attenuation {
	double price;       /* the last that wasn't missing */
	struct rolling_mean mean;
	struct rank past;
	long days;
	struct ewma smooth;
};

struct attenuation attenuation_new(void);

/* The factor with one day counted in: price of the contract held, daily vol in price points. */
double attenuation_next(struct attenuation *a, double price, double vol);

#endif
