#include "order/maximum_contracts.h"

#include "order/override.h"
#include "order/quantity.h"

int64_t
maximum_contracts(int64_t held, int64_t spare, double override)
{
	int64_t most = quantity_abs(held) + spare;

	return override == OVERRIDE_CLOSE || most < 0 ? 0 : most;
}
