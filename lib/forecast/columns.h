/* columns - the columns forecast.RULE of a stream: each rule's scaled, capped forecasts */
#ifndef ST_FORECAST_COLUMNS_H
#define ST_FORECAST_COLUMNS_H

#include "stream/filter.h"

struct forecast_column {
	const char *rule;
	int column;
};

/* Those of the rows read, the caller's; how many. */
int forecast_columns(const struct step *s, struct forecast_column **v);

#endif
