#include "roll/annualised_roll.h"

#include <math.h>

#include "base/num.h"
#include "time/year.h"

void
annualised_roll_next(struct annualised_roll *a, double price, double carry, double years)
{
	double roll = price - carry;

	if (roll == 0 || isnan(roll) || isnan(years))
		return;
	double y = roll / years - a->lost, t = a->sum + y;
	a->lost = t - a->sum - y;
	a->sum = t;
	a->n++;
}

double
annualised_roll_mean(const struct annualised_roll *a)
{
	return a->n ? a->sum / a->n : num_missing();
}

/* A contract as a year with a fraction. */
static bool
contract_year(struct slice s, double *year)
{
	double k;

	if (s.n > 2 && s.p[s.n - 2] == '.' && s.p[s.n - 1] == '0')
		s.n -= 2; /* read as a number and written back by pandas */
	*year = num_missing();
	if (s.n == 0)
		return true;
	if (s.n != 8 || !num_parse(s.p, s.n, &k) || k != floor(k) || k < 10000000)
		return false;
	*year = floor(k / 10000) + fmod(k, 10000) / 100 / 12;
	return true;
}

bool
annualised_roll_years(struct slice price_contract, struct slice carry_contract, double *years)
{
	const double floor_years = 1 / CALENDAR_DAYS_IN_YEAR;
	double p, c;

	if (!contract_year(price_contract, &p) || !contract_year(carry_contract, &c))
		return false;
	*years = c - p;
	if (*years > 0 && *years < floor_years)
		*years = floor_years;
	return true;
}
