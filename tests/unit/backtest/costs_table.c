/* trading_costs - scalars.csv by hand: what is missing, and means over the instruments that have a rule */
#include "backtest/costs_table.h"

#include <math.h>

#include "base/prog.h"
#include "folder.h"

static struct costs_table
costs(const char *scalars)
{
	folder_put("scalars.csv", scalars);
	struct backtest b = backtest_open(folder);
	return costs_table_read(&b);
}

static void
by_hand(void)
{
	struct costs_table c = costs("instrument,rule,item,value\n"
	    "GOLD,,rolls_per_year,6\nGOLD,,SR_cost_per_trade,0.01\nGOLD,,SR_holding_cost_only,0.06\nGOLD,,instrument_turnover_rounded,5\n"
	    "GOLD,,subsystem_turnover,8\nGOLD,,SR_cost_subsystem,0.14\nGOLD,,of_no_interest,1\n"
	    "GOLD,fast,forecast_turnover,20\nGOLD,fast,SR_cost_forecast,0.3\nGOLD,slow,forecast_turnover,2\nGOLD,slow,forecast_days,9\n"
	    "DAX,,rolls_per_year,\nDAX,fast,forecast_turnover,30\nDAX,fast,SR_cost_forecast,\n"
	    ",,total_portfolio_level_turnover,7.5\n,,daily_cash_vol_target,10\n");
	const struct costs_table_instrument *gold = &c.instrument[0], *dax = &c.instrument[1];

	CHECK(c.instruments == 2 && strcmp(gold->name, "GOLD") == 0 && strcmp(dax->name, "DAX") == 0 && c.portfolio_turnover == 7.5);
	CHECK(gold->rolls == 6 && gold->per_trade == 0.01 && gold->holding == 0.06 && gold->turnover == 5);
	CHECK(gold->subsystem_turnover == 8 && gold->subsystem == 0.14);
	CHECK(isnan(dax->rolls) && isnan(dax->turnover) && isnan(dax->per_trade));
	CHECK(c.rules == 2 && strcmp(c.rule[0].name, "fast") == 0 && c.rule[0].turnover == 25 && c.rule[0].cost == 0.3);
	CHECK(strcmp(c.rule[1].name, "slow") == 0 && c.rule[1].turnover == 2 && isnan(c.rule[1].cost));
}

static void
nothing(void)
{
	struct costs_table c = costs("instrument,rule,item,value\n");

	CHECK(c.instruments == 0 && c.rules == 0 && isnan(c.portfolio_turnover));
}

static void
refuses(const char *scalars, const char *message)
{
	char want[512];
	int fd;

	if (test_child(2, &fd)) {
		costs(scalars);
		_exit(0);
	}
	snprintf(want, sizeof want, "trading_costs: %s/scalars.csv:%s\n", folder, message);
	CHECK(test_ended(fd, 2, want));
}

static void
what_is_wrong_is_named(void)
{
	refuses("instrument,item,value\n", "1: no column 'rule'");
	refuses("instrument,rule,item,value\nGOLD,,rolls_per_year,six\n", "2: column 'value': not a number: \"six\"");
	refuses("instrument,rule,item,value\nGOLD,1\n", "2: 2 fields where the header has 4");
	refuses("", " empty: not even a header");
}

int
main(void)
{
	prog = "trading_costs";
	folder_make_new();
	RUN(by_hand);
	RUN(nothing);
	RUN(what_is_wrong_is_named);
	folder_remove();
	return test_end();
}
