/* forecast_columns - the columns KIND.RULE of a stream, a number of each trading rule: raw.RULE, or scaled and capped forecast.RULE */
#ifndef ST_FORECAST_FORECAST_COLUMNS_H
#define ST_FORECAST_FORECAST_COLUMNS_H

#include "stream/step.h"

struct forecast_column {
	const char *rule;
	int column;
};

/* Those of a kind ("raw", "forecast") of the rows read, the caller's; how many. */
int forecast_columns(const struct step *s, const char *kind, struct forecast_column **v);

/* The same, but dies naming KIND.RULE when there is none. */
int forecast_columns_need(struct step *s, const char *kind, struct forecast_column **v);

/* The name of a rule's column; it lives as long as the process. */
const char *forecast_column_name(const char *kind, const char *rule);

#endif
