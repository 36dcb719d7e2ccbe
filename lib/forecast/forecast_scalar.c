#include "forecast/forecast_scalar.h"

double
forecast_scalar_of(const struct config *c, const char *rule)
{
	const json_t *own = json_object_get(json_object_get(config_get(c, "trading_rules"), rule), "forecast_scalar");
	const json_t *listed = json_object_get(config_get(c, "forecast_scalars"), rule);

	if (own)
		return config_as_num(c, own, "forecast_scalar");
	if (listed)
		return config_as_num(c, listed, rule);
	return config_num_or(c, "forecast_scalar", 1);
}
