#include "account/rule_alone.h"

#include "base/num.h"
#include "position/size.h"
#include "time/year.h"

void
rule_alone_open(struct rule_alone *a)
{
	a->cfg = config_load(a->config);
	a->instruments = instruments_read(a->instruments_path);
	a->target = size_annual_target(&a->cfg);
	a->average = size_average_forecast(&a->cfg);
	natural_prices_open(&a->prices, a->prices_path);
}

void
rule_alone_head(struct rule_alone *a, struct step *s)
{
	a->vol = column_need(s, "vol");
	a->beyond = column_find(s, "beyond");
	a->rules = forecast_columns_need(s, "forecast", &a->forecast);
}

void
rule_alone_key(struct step *s, void *state, const char *instrument)
{
	(void)s;
	*(const char **)state = instrument;
}

const char *
rule_alone_instrument(struct step *s, struct row *r)
{
	return *(const char **)step_key(s, r);
}

void
rule_alone_begin(struct rule_alone *a, const char *instrument)
{
	a->now = instrument;
	a->point_size = instruments_get(&a->instruments, instrument)->point_size;
	a->scalar = num_missing();
}

void
rule_alone_size(struct rule_alone *a, double vol)
{
	a->scalar = a->target / ROOT_BUSINESS_DAYS_IN_YEAR / (vol * a->point_size);
}

void
rule_alone_end(struct rule_alone *a)
{
	if (a->now)
		natural_prices_close(&a->prices);
}
