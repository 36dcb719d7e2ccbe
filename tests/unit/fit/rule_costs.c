#include "fit/rule_costs.h"

#include <math.h>

#include "test.h"

static const char *const table =
    "instrument,rule,item,value\n"
    "B,,SR_cost_per_trade,0.01\nB,,SR_holding_cost_only,0.02\nB,slow,forecast_turnover_individual,4\nB,slow,forecast_days,300\n"
    "B,fast,forecast_turnover_individual,20\nB,fast,forecast_days,300\nB,slow,something_else,7\n"
    "A,,SR_cost_per_trade,0.03\nA,,SR_holding_cost_only,0.04\nA,slow,forecast_turnover_individual,8\nA,slow,forecast_days,100\n"
    "A,fast,forecast_turnover_individual,\nA,fast,forecast_days,100\n";

static struct config config;

static struct rule_costs
read_costs(const char *json)
{
	static const char *file[1];

	file[0] = test_file(table);
	config = config_load(test_file(json));
	return rule_costs_read(&config, &(struct opt_list){ file, 1 });
}

/* By length: slow (3 * 4 + 8) / 4 = 5; of fast A's is not known, so B's. */
static void
turnovers_are_averaged_by_length(void)
{
	struct rule_costs c = read_costs("{}");

	CHECK(c.instruments.n == 2 && strcmp(c.instruments.name[0], "A") == 0 && strcmp(c.rules.name[1], "slow") == 0);
	CHECK(rule_cost_turnover(&c, 0, 1) == 5 && rule_cost_turnover(&c, 1, 1) == 5 && rule_cost_turnover(&c, 0, 0) == 20);
	CHECK(rule_cost_sharpe(&c, 0, 1) == 0.04 + 5 * 0.03 && rule_cost_sharpe(&c, 1, 1) == 0.02 + 5 * 0.01);
}

static void
or_not(void)
{
	struct rule_costs c = read_costs("{\"forecast_cost_estimates\":{\"use_pooled_turnover\":false,\"use_pooled_costs\":true}}");

	CHECK(rule_cost_turnover(&c, 0, 1) == 8 && rule_cost_turnover(&c, 1, 1) == 4);
	CHECK(fabs(rule_cost_sharpe(&c, 0, 1) - (.75 * (0.02 + 4 * 0.01) + .25 * (0.04 + 8 * 0.03))) < 1e-15);
	CHECK(rule_cost_sharpe(&c, 0, 1) == rule_cost_sharpe(&c, 1, 1));
}

static void
only_those_with_the_same_rules(void)
{
	struct rule_costs c = read_costs("{\"use_forecast_weight_estimates\":true,\"rule_variations\":{\"A\":[\"slow\"],\"B\":[\"fast\",\"slow\"]}}");

	CHECK(rule_cost_turnover(&c, 0, 1) == 8 && rule_cost_turnover(&c, 1, 1) == 4);
	CHECK(!rule_costs_alike(&c, 0, 1, INFINITY) && rule_costs_alike(&c, 1, 1, INFINITY));
	CHECK(!rule_cost_is_cheap(&c, 0, 0, INFINITY) && rule_cost_is_cheap(&c, 1, 0, 0.22) && !rule_cost_is_cheap(&c, 1, 0, 0.21));
	CHECK(rule_costs_alike(&c, 0, 1, 0) && !rule_costs_alike(&c, 0, 1, 0.1));
}

int
main(void)
{
	RUN(turnovers_are_averaged_by_length);
	RUN(or_not);
	RUN(only_those_with_the_same_rules);
	return test_end();
}
