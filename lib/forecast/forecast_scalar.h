/* forecast_scalar - what a rule's raw forecast is multiplied by when the config says so: no estimated ones */
#ifndef ST_FORECAST_FORECAST_SCALAR_H
#define ST_FORECAST_FORECAST_SCALAR_H

#include "config/config.h"

/* The rule's own, else the one listed for it, else the one for all, else 1. */
double forecast_scalar_of(const struct config *c, const char *rule);

#endif
