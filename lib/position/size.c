#include "position/size.h"

#include <math.h>

#include "base/die.h"
#include "time/year.h"

double
size_annual_target(const struct config *c)
{
	double capital = config_num(c, "notional_trading_capital"), percent = config_num(c, "percentage_vol_target");

	if (!(capital > 0 && percent > 0))
		die("%s: notional_trading_capital or percentage_vol_target is not above zero", c->path);
	return capital * percent / 100.0;
}

double
size_daily_target(const struct config *c)
{
	return size_annual_target(c) / ROOT_BUSINESS_DAYS_IN_YEAR;
}

double
size_average_forecast(const struct config *c)
{
	return config_above_zero_or(c, "average_absolute_forecast", 10);
}

struct size
size_new(double daily_target, double point_size)
{
	return (struct size){ .target = daily_target, .point_size = point_size, .price = NAN, .currency_vol = NAN, .scalar = NAN };
}

double
size_next(struct size *z, double price, double vol, double fx)
{
	if (!isnan(price))
		z->price = price;
	double block_value = z->price * z->point_size * 0.01, percent_vol = 100.0 * (vol / z->price);
	if (!isnan(block_value * percent_vol))
		z->currency_vol = block_value * percent_vol;
	double scalar = z->target / (z->currency_vol * fx);
	if (!isnan(scalar))
		z->scalar = scalar;
	return scalar;
}
