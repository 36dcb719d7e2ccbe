/* multiplier_history - fixed and estimated multipliers over a track's days */
#include "backtest/multiplier_history.h"

#include <math.h>

#include "base/prog.h"
#include "folder.h"
#include "time/date.h"

#define CAPITAL "\"notional_trading_capital\": 1000"

static struct multiplier_history
history(const char *config, const char *instrument)
{
	folder_put("config.json", config);
	folder_put("account.csv", "time,gross_percent,net_percent\n2021-01-05,1,1\n2021-03-01,1,1\n");
	struct backtest b = backtest_open(folder);
	struct daily_returns t = daily_returns_read(backtest_file(&b, "account.csv"), false);
	return instrument ? multiplier_history_fdm(&b, &t, instrument) : multiplier_history_idm(&b, &t);
}

static void
fixed(void)
{
	struct multiplier_history h = history("{" CAPITAL ", \"instrument_div_multiplier\": 1.5}", NULL);

	CHECK(h.fixed && h.n == 2 && h.day[0] == date_of(2021, 1, 5) && h.day[1] == date_of(2021, 3, 1));
	CHECK(h.value[0] == 1.5 && h.value[1] == 1.5);
	h = history("{" CAPITAL ", \"forecast_div_multiplier\": {\"DAX\": 1.2, \"GOLD\": 1.4}}", "GOLD");
	CHECK(h.fixed && h.n == 2 && h.value[0] == 1.4);
}

/* Steps before the first day and on the last are in the values there. */
static void
estimated(void)
{
	folder_put("estimates/idm.csv", "time,value\n2021-01-01,1.1\n2021-02-01,1.2\n2021-03-01,1.3\n2021-04-01,1.4\n");
	folder_put("estimates/fdm.csv", "time,instrument,value\n2021-01-11,DAX,1.1\n2021-02-01,GOLD,1.2\n");
	struct multiplier_history h = history("{" CAPITAL ", \"use_instrument_div_mult_estimates\": true}", NULL);
	CHECK(!h.fixed && h.n == 3 && h.value[0] == 1.1 && h.day[1] == date_of(2021, 2, 1) && h.value[1] == 1.2 && h.value[2] == 1.3);
	h = history("{" CAPITAL ", \"use_forecast_div_mult_estimates\": true}", "DAX");
	CHECK(!h.fixed && h.n == 3 && isnan(h.value[0]) && h.day[1] == date_of(2021, 1, 11) && h.value[1] == 1.1 && h.value[2] == 1.1);
}

static void
no_days(void)
{
	struct backtest b = backtest_open(folder);
	struct daily_returns none = { .n = 0 };

	CHECK(multiplier_history_fdm(&b, &none, "DAX").n == 0);
}

int
main(void)
{
	prog = "multiplier_history";
	folder_make_new();
	RUN(fixed);
	RUN(estimated);
	RUN(no_days);
	folder_remove();
	return test_end();
}
