#include "rule.h"

#include <string.h>

/* Every rule there is, a line each. */
static const struct rule *const rules[] = {
	&rule_ewmac,
	&rule_ewmac_raw_vol,
	&rule_carry,
	&rule_carry2,
	&rule_breakout,
};

/* pysystemtrade's data methods and the columns that hold what they give. */
static const struct {
	const char *data, *column;
} columns[] = {
	{ "rawdata.get_daily_prices", "adjusted" },
	{ "rawdata.daily_prices", "adjusted" },
	{ "data.daily_prices", "adjusted" },
	{ "data.get_daily_prices", "adjusted" },
	{ "rawdata.daily_returns_volatility", "vol" },
	{ "rawdata.daily_denominator_price", "price" },
	{ "rawdata.raw_carry", "raw_carry" },
	{ "rawdata.daily_annualised_roll", "roll" },
};

const struct rule *
rule_find(const char *name)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strcmp(rules[i]->name, name) == 0)
			return rules[i];
	return NULL;
}

const char *
rule_column(const char *data)
{
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (strcmp(columns[i].data, data) == 0)
			return columns[i].column;
	return NULL;
}
