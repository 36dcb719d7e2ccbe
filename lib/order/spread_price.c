#include "order/spread_price.h"

#include <math.h>

static int64_t
common_divisor(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

double
spread_price(const struct quantity *legs, const double *prices)
{
	int64_t divisor = 0;
	double price = 0;

	if (legs->n == 1)
		return prices[0];
	for (int i = 0; i < legs->n; i++)
		divisor = common_divisor(quantity_abs(legs->lots[i]), divisor);
	if (divisor == 0)
		return NAN;
	divisor *= quantity_sign(legs->lots[0]);
	for (int i = 0; i < legs->n; i++)
		price += (double)(legs->lots[i] / divisor) * prices[i];
	return price;
}
