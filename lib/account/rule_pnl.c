#include "account/rule_pnl.h"

#include <math.h>

struct rule_pnl
rule_pnl_new(void)
{
	return (struct rule_pnl){ .position = NAN, .profit = NAN, .charge = NAN, .day_profit = NAN, .day_charge = NAN };
}

static double
cumulate(double sum, double x)
{
	return isnan(x) ? sum : isnan(sum) ? x : sum + x;
}

void
rule_pnl_row(struct rule_pnl *p, double move, double point_size, double fx, double charge, double position)
{
	p->profit = cumulate(p->profit, rule_profit(p->position, move, point_size, fx));
	p->held = p->held || !isnan(position);
	p->position = position;
	if (p->held)
		p->charge = cumulate(p->charge, charge);
}

double
rule_pnl_day(struct rule_pnl *p)
{
	double profit = p->profit - p->day_profit;

	earning_days_next(&p->gross, profit);
	earning_days_next(&p->costs, p->charge - p->day_charge);
	p->day_profit = p->profit;
	p->day_charge = p->charge;
	return profit == 0 ? NAN : profit;
}
